"""Someone is part of the matter: they are left out of it before the first request, or later, and nothing tells them so."""

from collections.abc import Callable
from functools import partial

from bot.rules.sensitivity import may_read
from storage.involved import Involved
from storage.kinds import Part
from tests.journeys.council import ENQUIRY, QUESTION, Council
from tests.journeys.test_restricted import SECRET

NOT_YOURS = "This is private. The press office can tell you who is dealing with it."


def raise_without(council: Council, *names: str, who: str = "amara") -> None:
    """An enquiry, and who is not to hear of it."""
    council.raises(who, excluded=[council.person(name).id for name in names])  # type: ignore[arg-type]  # a list of people


def test_whoever_is_left_out_in_the_form_is_never_asked_and_the_chain_goes_round_them(either_council: Council) -> None:
    council = either_council
    raise_without(council, "shirin")

    assert council.said_to("shirin") == []
    assert council.asked() == [("officer_new", "Priya"), ("lead_new", "Joan")]
    assert council.enquiry().restricted
    assert council.enquiry().lead == council.person("joan").id
    assert QUESTION not in council.standing()
    council.advance(hours=5)
    council.until_quiet()
    assert "ME-0001" not in "\n".join(council.said_to("shirin"))
    assert "Shirin" not in {name for _, name in council.asked()}
    assert council.slack.log.problems() == []


def test_without_anybody_left_out_it_costs_nothing_and_says_nothing(council: Council) -> None:
    council.raises()
    assert council.count(Involved) == 0
    assert council.enquiry().excluded == []


def test_the_head_of_communications_is_left_out_and_the_next_is_asked(council: Council) -> None:
    raise_without(council, "helen")
    council.advance(hours=5)
    council.until_quiet()
    assert council.said_to("helen") == []
    assert ("head_unacknowledged", "Dewi") in council.asked()


def test_the_urgent_number_is_not_that_of_someone_who_is_left_out(council: Council) -> None:
    raise_without(council, "priya")
    told = "\n".join(council.said_to("amara"))
    assert "Thank you. Your enquiry is ME-0001. We have told Helen Brooks and Shirin Daryaei." in told
    assert "Priya" not in told
    assert "01632 960 100" not in told


def test_the_raiser_cannot_be_left_out_and_somebody_has_to_be_left_in(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(**ENQUIRY, excluded=[amara.id]).submit()
    assert form.errors == {"excluded": "The person who raised it knows of it already, so they cannot be left out."}
    office = [council.person(name).id for name in ("priya", "dewi", "helen")]
    form = amara.form.fill(excluded=office).submit()
    assert form.errors == {
        "excluded": "Someone in the press office has to hear of it. Please leave at least one of them in."
    }
    form = amara.form.fill(excluded=office[:1]).submit()
    assert not form.is_open


def leave_out(council: Council, *names: str, by: str = "dewi", channel: str = "press-restricted") -> None:
    """Later, from the page."""
    choose(council, *names, by=by, channel=channel)
    council.until_quiet()
    if council.person(by).has_form:
        council.person(by).form.close()


def choose(council: Council, *names: str, by: str = "dewi", channel: str = "press-restricted") -> None:
    """The same, as far as the form."""
    person = council.person(by)
    council.card(channel=channel, reader=by).press("Open")
    person.form.press("Leave someone out")
    council.until(lambda: person.form.title == "Leave out: ME-0001", "the form of leaving out")
    person.form.fill(excluded=[council.person(name).id for name in names]).submit()


def test_left_out_later_what_stands_with_them_says_only_that_it_is_dealt_with(either_council: Council) -> None:
    council = either_council
    council.raises("tomasz", **SECRET)
    marcus = council.person("marcus")
    assert "I have it" in marcus.inbox.last.buttons

    leave_out(council, "marcus")

    assert [words.splitlines() for words in council.said_to("marcus")] == [
        ["ME-0001: this has been dealt with, Today at 10:12. Nothing more is needed from you."]
    ]
    assert council.asked()[-1] == ("lead_new", "Shirin")
    assert council.enquiry().lead == council.person("shirin").id
    assert council.timeline(channel="press-restricted") == ["Tomasz Zieliński raised ME-0001."]
    assert ("Dewi", "left_out") in council.trail()


def test_a_lead_who_has_it_and_an_officer_who_holds_it_are_replaced(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    marcus, priya = council.person("marcus"), council.person("priya")
    marcus.inbox.last.press("I have it")
    council.card(channel="press-restricted").press("I'll take it")
    council.until_quiet()

    leave_out(council, "marcus", "priya")

    enquiry = council.enquiry()
    assert (str(enquiry.status), enquiry.officer, enquiry.lead_acknowledged_by) == ("new", None, None)
    assert enquiry.lead == council.person("shirin").id
    assert council.asked()[-2:] == [("officer_new", "Dewi"), ("lead_new", "Shirin")]
    card = council.card(channel="press-restricted", reader="dewi").readable
    assert "Marcus" not in card
    assert "Priya" not in card
    assert priya.id in enquiry.excluded


def test_every_way_in_says_what_anyone_who_may_not_read_it_hears(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    marcus, priya = council.person("marcus"), council.person("priya")
    nudge = marcus.inbox.last
    priya.home.open()
    card = council.card(channel="press-restricted")
    council.slack.faults.set("silence", methods=["chat.update", "views.publish"])
    try:
        choose(council, "marcus", "priya")
        for button in ("I have it", "Hand to my deputy", "Open"):
            nudge.press(button)
            assert council.private_word("marcus") == NOT_YOURS, button
        for button in ("I'll take it", "Close", "Open", "Lift restriction"):
            card.press(button)
            assert council.private_word("priya", "press-restricted") == NOT_YOURS, button
    finally:
        council.slack.faults.clear()
    council.until_quiet()
    priya.home.open()
    council.until_quiet()
    assert "ME-0001" not in priya.home.readable
    marcus.home.open()
    council.until_quiet()
    assert "ME-0001" not in marcus.home.readable
    priya.types("/media-enquiry list", channel="general")
    assert council.private_word("priya", "general") == "No enquiry that you can see is open."
    priya.types("/media-enquiry ME-0001", channel="general")
    council.until(lambda: council.private_word("priya", "general") == NOT_YOURS, "the same sentence")


def test_leaving_oneself_out_closes_the_page_and_someone_else_has_it(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    council.card(channel="press-restricted", reader="dewi").press("I'll take it")
    council.until_quiet()
    leave_out(council, "dewi")
    assert not council.person("dewi").has_form
    assert council.enquiry().officer is None
    assert council.asked()[-1][1] in {"Priya", "Helen"}


def test_let_in_again_they_may_read_it_and_it_stays_private(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    leave_out(council, "marcus")
    leave_out(council)
    assert council.enquiry().excluded == []
    assert council.enquiry().restricted
    with council.database.read() as session:
        assert session.query(Involved).filter_by(part=Part.EXCLUDED).count() == 0
    assert council.slack.log.problems() == []


def test_it_cannot_be_opened_up_while_somebody_is_not_to_hear_of_it(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    leave_out(council, "rosa")
    council.card(channel="press-restricted").press("Lift restriction")
    assert council.private_word("priya", "press-restricted") == (
        "This has to stay private as long as someone is not to hear of it."
    )


def test_an_open_enquiry_becomes_private_when_somebody_is_left_out(council: Council) -> None:
    council.raises()
    assert QUESTION in council.standing()
    leave_out(council, "ibrahim", channel="press-desk")
    assert QUESTION not in council.standing()


def test_an_administrator_who_stands_in_for_the_head_finds_it_wherever_they_look(either_council: Council) -> None:
    council = either_council
    council.change_organisation(lambda text: text.replace('administrators = ["helen"]', 'administrators = ["yusuf"]'))
    council.raises("amara", question="Another one: when does the library open?")
    raise_without(council, "helen")
    yusuf = council.person("yusuf")
    assert may_read(yusuf.id, council.enquiry(2), council.bot.desk.organisation)
    assert not may_read(yusuf.id, council.enquiry(1), council.bot.desk.organisation)

    for words in ("list", "find Elm House", "due today"):
        yusuf.types(f"/media-enquiry {words}", channel="general")
        shown = council.private_word("yusuf", "general")
        assert "ME-0002" in shown, words
        assert "ME-0001" not in shown, words
    yusuf.home.open()
    council.until(lambda: "ME-0002" in yusuf.home.readable, "App Home has it")
    assert "ME-0001" not in yusuf.home.readable

    for words in ("list", "find Elm House"):
        council.person("helen").types(f"/media-enquiry {words}", channel="general")
        assert "ME-0002" not in council.private_word("helen", "general"), words


EXCEPT_FOR_THEM = ("marcus", "priya", "grace")
"""Its service's lead and a press officer, both left out of it, and somebody who never had a part in it."""


def _hears(council: Council, who: str, channel: str, do: Callable[[], object]) -> str:
    """What only this person sees there after doing something; no form and no page has opened."""
    place = council.person(who).in_channel(channel)

    def private() -> list[str]:
        return [one.readable for one in place.messages if one.ephemeral]

    before = len(private())
    do()
    council.until(lambda: len(private()) > before, f"{who} hears something")
    assert not council.person(who).has_form, who
    return private()[-1]


def test_who_is_left_out_reads_what_an_outsider_reads_wherever_they_look(either_council: Council) -> None:
    """The same words, so that being left out cannot be told from having no part in it. Every button and form: test_who_may_press."""
    council = either_council
    raise_without(council, "marcus", "priya", who="tomasz")
    council.until_quiet()
    for typed in ("list", "mine", "due today", "due tomorrow", "due this week", "find Elm House", "ME-0001", "#1"):
        words = f"/media-enquiry {typed}"
        said = {
            _hears(council, who, "general", partial(council.person(who).types, words, channel="general"))
            for who in EXCEPT_FOR_THEM
        }
        assert len(said) == 1, (typed, said)
        assert QUESTION not in said.pop()
    for who in ("marcus", "grace"):
        council.invite(who, "press-desk")
    for button in council.card(channel="press-desk").buttons:
        for who in EXCEPT_FOR_THEM:
            pressed = partial(council.card(channel="press-desk", reader=who).press, button)
            assert _hears(council, who, "press-desk", pressed) == NOT_YOURS, (who, button)
    for who in EXCEPT_FOR_THEM:
        council.person(who).home.open()
        council.until_quiet()
        assert "ME-0001" not in council.person(who).home.readable, who


def _asks_and_writes(council: Council, who: str) -> tuple[str, str]:
    """What comes back to somebody who asks the bot about it, and to a word in the thread of its card in the press desk's channel."""
    person = council.person(who)
    person.writes("What happened to ME-0001?")
    answer = person.inbox.wait_for(lambda message: "press Open" in message.readable).readable
    person.inbox.last.press("Open")
    assert council.private_word(who) == NOT_YOURS, who
    assert not person.has_form
    person.writes("Who has this?", "press-desk", council.card(channel="press-desk", reader=who).ts)
    council.until(lambda: any("remove" in one.casefold() for one in council.said_to(who)), f"{who} is helped")
    return answer, council.said_to(who)[-1]


def test_who_is_left_out_and_writes_of_it_is_answered_as_an_outsider_is(council: Council) -> None:
    raise_without(council, "marcus", "priya", who="tomasz")
    council.until_quiet()
    for who in ("marcus", "grace"):
        council.invite(who, "press-desk")
    answered = {_asks_and_writes(council, who) for who in EXCEPT_FOR_THEM}
    assert len(answered) == 1, answered
