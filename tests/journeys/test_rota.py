"""The rota: who is there, turns added, offered, taken by one of two at once, and what the week ahead lacks."""

from datetime import datetime, timedelta

from bot.desk import rota
from storage.kinds import Subject, SwapState
from storage.organisation import read_organisation
from storage.rota import Swap, TurnRow
from tests.journeys.council import LONDON, T0, Council
from tests.journeys.test_two_at_once import together

MONDAY = datetime(2026, 3, 9, 9, tzinfo=LONDON)


def add_turns(council: Council, people: list[str], starts: str = "2026-03-02", count: str = "", **more: str) -> None:
    """Helen adds weeks on call."""
    helen = council.person("helen")
    helen.types("/press-office rota")
    helen.form.press("Add turns")
    council.until(lambda: helen.form.title == "Add turns", "the form")
    form = helen.form.fill(turn_people=people, turn_from=starts, turn_count=count, **more)
    form.submit()
    assert helen.form.title == "Rota", helen.form.errors
    helen.form.close(everything=True)
    council.until_quiet()


def turns(council: Council) -> list[tuple[str, str, str]]:
    with council.database.read() as session:
        organisation = read_organisation(session, T0 - timedelta(days=30))
    assert organisation is not None
    return [(one.kind, council.name_of(one.person), f"{one.starts_at:%Y-%m-%d %H:%M}") for one in organisation.rota]


def test_who_is_there_for_anyone(council: Council) -> None:
    council.person("amara").types("/press-office who", channel="general")
    assert council.private_word("amara", "general") == (
        "On call for the press: Priya Nair on 01632 960 101.\n"
        "In the press office now: Priya Nair on 01632 960 101, Dewi Hughes on 01632 960 102 and Helen Brooks on 01632 960 103.\n"
        "Adults' social care: Shirin Daryaei on 01632 960 105.\n"
        "In a hurry, ring Priya Nair on 01632 960 100. Someone answers at any time.\n"
        "See the rota"
    )


def test_whoever_has_the_turn_is_the_one_to_ring_wherever_it_is_said(council: Council) -> None:
    add_turns(council, ["dewi"])
    council.person("amara").types("/press-office who", channel="general")
    said = council.private_word("amara", "general")
    assert "On call for the press: Dewi Hughes on 01632 960 102, until Monday 9 March." in said
    assert "In a hurry, ring Dewi Hughes on 01632 960 102." in said
    council.person("amara").types("/media-enquiry")
    assert "The duty press officer is Dewi Hughes on 01632 960 102." in council.person("amara").form.text


def test_turns_are_added_in_order_and_seen(council: Council) -> None:
    add_turns(council, ["dewi", "priya"], count="3")
    assert turns(council) == [
        ("press", "Dewi", "2026-03-02 09:00"),
        ("press", "Priya", "2026-03-09 09:00"),
        ("press", "Dewi", "2026-03-16 09:00"),
    ]
    assert council.trail(0, Subject.ORGANISATION)[-1] == ("Helen", "turns_added")
    council.person("tomasz").types("/press-office", channel="general")
    assert "On call for the press: Dewi Hughes on 01632 960 102, until Monday 9 March." in council.private_word(
        "tomasz", "general"
    )


def test_only_who_keeps_the_rota_changes_it_and_only_who_can_take_turns_gets_them(council: Council) -> None:
    council.person("amara").types("/press-office rota")
    assert "There are no turns on the rota yet." in council.person("amara").form.text
    helen = council.person("helen")
    helen.types("/press-office rota")
    helen.form.press("Add turns")
    council.until(lambda: helen.form.title == "Add turns", "the form")
    form = helen.form.fill(turn_people=["amara"], turn_from="2026-03-09", turn_count="many").submit()
    assert form.errors == {"turn_count": "Please give a number from 1 to 104, or leave it empty for one turn each."}
    form = helen.form.fill(turn_people=["amara"], turn_from="2026-03-09", turn_count="").submit()
    assert form.errors == {
        "turn_people": "Amara Okafor cannot take this turn. Please choose someone who takes turns on this rota."
    }
    assert council.count(TurnRow) == 0


def offer(council: Council, who: str, **to: str) -> None:
    person = council.person(who)
    person.types("/press-office rota")
    person.form.press("Offer my turn")
    council.until(lambda: person.form.title == "Offer my turn", "the form")
    person.form.fill(**to).submit()
    person.form.close(everything=True)
    council.until_quiet()


def test_a_turn_is_offered_and_taken_with_one_press(council: Council) -> None:
    add_turns(council, ["priya"], starts="2026-03-09")
    offer(council, "priya", turn_for="dewi")
    assert council.said_to("dewi")[-1].startswith(
        "Priya Nair asks whether you could take a turn: on call for the press, from Monday 9 March to Monday 16 March."
    )
    council.person("dewi").inbox.last.press("Take this turn")
    council.until_quiet()
    assert turns(council) == [("press", "Dewi", "2026-03-09 09:00")]
    assert council.said_to("dewi")[-1] == (
        "Thank you. You are now on call for the press from Monday 9 March to Monday 16 March. Priya Nair has been told."
    )
    assert council.said_to("priya")[-1] == (
        "Dewi Hughes has taken your turn from Monday 9 March to Monday 16 March. You are not on call for the press then."
    )
    assert council.trail(0, Subject.ORGANISATION)[-2:] == [("Priya", "turn_offered"), ("Dewi", "turn_taken")]


def test_who_alone_is_asked_can_say_no_and_the_turn_is_offered_again(council: Council) -> None:
    add_turns(council, ["priya"], starts="2026-03-09")
    offer(council, "priya", turn_for="dewi")
    dewi, priya = council.person("dewi"), council.person("priya")
    dewi.inbox.last.press("I can't")
    council.until_quiet()
    assert council.said_to("dewi")[-1] == (
        "You could not take Priya Nair's turn from Monday 9 March to Monday 16 March. Priya Nair has been told."
    )
    assert council.said_to("priya")[-1].startswith(
        "Dewi Hughes cannot take your turn from Monday 9 March to Monday 16 March. It is still yours: you are on call for the press then."
    )
    assert turns(council) == [("press", "Priya", "2026-03-09 09:00")]
    priya.inbox.last.press("Offer it again")
    council.until(lambda: priya.form.title == "Offer my turn", "the form")
    priya.form.fill(turn_for="helen").submit()
    council.until_quiet()
    assert "asks whether you could take a turn" in council.said_to("helen")[-1]
    assert [did for _, did in council.trail(0, Subject.ORGANISATION)][-2:] == ["offer_declined", "turn_offered"]


def test_of_all_who_are_asked_each_can_say_no_and_only_the_last_no_is_told(council: Council) -> None:
    add_turns(council, ["priya"], starts="2026-03-09")
    offer(council, "priya")
    dewi, helen = council.person("dewi"), council.person("helen")
    question = dewi.inbox.last
    question.press("I can't")
    council.until_quiet()
    assert council.said_to("dewi")[-1] == (
        "You said that you can't take Priya Nair's turn from Monday 9 March to Monday 16 March. Thank you for saying so. "
        "Others are asked too, and nothing more is needed from you.\nI can after all"
    )
    assert "Take this turn" in helen.inbox.last.buttons
    assert not any("cannot take your turn" in one or "can take your turn" in one for one in council.said_to("priya"))
    helen.inbox.last.press("I can't")
    council.until_quiet()
    assert council.said_to("priya")[-1].startswith(
        "Nobody on the rota can take your turn from Monday 9 March to Monday 16 March. It is still yours: "
        "you are on call for the press then. The press office is told too."
    )
    assert "Offer it again" in council.person("priya").inbox.last.buttons
    for who in (dewi, helen):
        assert who.inbox.last.buttons == {}
    trail = council.trail(0, Subject.ORGANISATION)
    assert trail[-2:] == [("Dewi", "offer_declined"), ("Helen", "offer_declined")]


def test_who_said_no_may_take_it_after_all_while_others_are_asked(council: Council) -> None:
    add_turns(council, ["priya"], starts="2026-03-09")
    offer(council, "priya")
    dewi = council.person("dewi")
    dewi.inbox.last.press("I can't")
    council.until_quiet()
    dewi.inbox.last.press("I can after all")
    council.until_quiet()
    assert turns(council) == [("press", "Dewi", "2026-03-09 09:00")]
    assert council.person("helen").inbox.last.buttons == {}


def test_an_offer_ends_when_the_turn_begins_and_whoever_offered_it_is_told(two_processes: Council) -> None:
    council = two_processes
    add_turns(council, ["priya"], starts="2026-03-09")
    offer(council, "priya")
    council.move_to(datetime(2026, 3, 9, 8, 59, tzinfo=LONDON))
    for bot in council.bots:
        rota.tick(bot.desk)
    council.until_quiet()
    assert "Take this turn" in council.person("dewi").inbox.last.buttons
    council.move_to(datetime(2026, 3, 9, 9, 0, tzinfo=LONDON))
    for bot in council.bots:
        rota.tick(bot.desk)
    council.until_quiet()
    for who in ("dewi", "helen"):
        assert council.said_to(who)[-1] == (
            "Priya Nair's turn from Monday 9 March to Monday 16 March has begun, and it stays with Priya Nair. "
            "Nothing is needed from you."
        )
    told = [one for one in council.said_to("priya") if one.startswith("Nobody has taken your turn")]
    assert len(told) == 1
    assert council.person("dewi").inbox.last.buttons == {}


def in_the_office(council: Council) -> list[str]:
    """What the press office's channel says about the rota."""
    said = council.person("priya").in_channel("press-desk").messages
    return [one.readable for one in said if "The rota for" in one.readable]


def test_a_working_day_before_whoever_offered_and_the_press_office_hear_that_nobody_has_taken_it(
    either_council: Council,
) -> None:
    council = either_council
    add_turns(council, ["helen", "priya", "helen"])
    offer(council, "priya")
    council.move_to(datetime(2026, 3, 6, 8, 59, tzinfo=LONDON))
    rota.tick(council.bot.desk)
    council.until_quiet()
    assert not any("Nobody has taken" in one for one in council.said_to("priya"))
    assert in_the_office(council) == []
    council.move_to(datetime(2026, 3, 6, 9, 0, tzinfo=LONDON))
    for _ in range(2):
        rota.tick(council.bot.desk)
    council.until_quiet()
    (told,) = [one for one in council.said_to("priya") if "Nobody has taken" in one]
    assert told.splitlines() == [
        (
            "Nobody has taken your turn from Monday 9 March to Monday 16 March yet. Until somebody does it is yours: "
            "you are on call for the press then. The press office is told too."
        ),
        "Keep it after all",
        "See the rota",
    ]
    assert in_the_office(council) == [
        (
            "The rota for the week ahead needs a look.\n"
            "Priya Nair is on call for the press from Monday 9 March to Monday 16 March, and has asked for somebody to take that turn. "
            "Nobody has yet.\nSee the rota"
        )
    ]
    question = next(one for one in council.person("dewi").inbox.messages if "Take this turn" in one.buttons)
    question.press("Take this turn")
    council.until_quiet()
    said = [one for one in council.person("priya").inbox.messages if "your turn" in one.readable]
    assert all(one.readable.startswith("Dewi Hughes has taken your turn") and one.buttons == {} for one in said)
    assert in_the_office(council)[0].startswith("The rota for the week ahead is complete")


def test_an_offer_that_nobody_can_take_is_told_at_once(council: Council) -> None:
    add_turns(council, ["dewi", "priya"])
    add_turns(council, ["dewi"], starts="2026-03-09")
    add_turns(council, ["helen"], starts="2026-03-09")
    offer(council, "priya")
    assert council.said_to("priya")[-1].splitlines() == [
        (
            "Nobody on the rota can take your turn from Monday 9 March to Monday 16 March. It is still yours: "
            "you are on call for the press then. The press office is told too."
        ),
        "Offer it again",
        "Keep it after all",
    ]
    assert "Priya Nair is on call for the press from Monday 9 March" in in_the_office(council)[0]
    council.person("priya").inbox.last.press("Keep it after all")
    council.until_quiet()
    assert council.said_to("priya")[-1] == (
        "You keep your turn from Monday 9 March to Monday 16 March: you are on call for the press then. Thank you."
    )
    assert "asked for somebody" not in in_the_office(council)[0]
    assert [did for _, did in council.trail(0, Subject.ORGANISATION)][-3:] == [
        "turn_offered",
        "offer_given_up",
        "offer_taken_back",
    ]


def test_the_last_no_on_the_evening_before_is_told_at_once_since_the_morning_would_be_too_late(
    council: Council,
) -> None:
    add_turns(council, ["priya"], starts="2026-03-09")
    offer(council, "priya")
    council.move_to(datetime(2026, 3, 6, 18, 0, tzinfo=LONDON))
    for who in ("dewi", "helen"):
        question = next(one for one in council.person(who).inbox.messages if "I can't" in one.buttons)
        question.press("I can't")
        council.until_quiet()
    assert "has asked for somebody to take that turn" in in_the_office(council)[0]


def test_when_those_who_were_asked_have_turns_of_their_own_by_now_it_is_told_as_the_office_is_open(
    two_processes: Council,
) -> None:
    council = two_processes
    add_turns(council, ["priya"], starts="2026-03-16")
    offer(council, "priya", turn_for="dewi")
    add_turns(council, ["dewi"], starts="2026-03-16")
    for bot in council.bots:
        rota.tick(bot.desk)
    council.until_quiet()
    told = [one for one in council.said_to("priya") if "cannot take your turn" in one]
    assert len(told) == 1
    assert told[0].startswith("Dewi Hughes cannot take your turn from Monday 16 March to Monday 23 March.")
    assert council.person("dewi").inbox.last.buttons == {}


def test_two_take_it_at_once_and_one_has_it(two_processes: Council) -> None:
    council = two_processes
    add_turns(council, ["priya"], starts="2026-03-09")
    offer(council, "priya")
    asked = {name: council.person(name).inbox.last for name in ("dewi", "helen")}
    together(*(lambda message=message: message.press("Take this turn") for message in asked.values()))
    council.until_quiet()
    with council.database.read() as session:
        swap = session.query(Swap).one()
    assert swap.state == SwapState.ACCEPTED
    taken_by = council.name_of(swap.answered_by or "")
    assert turns(council) == [("press", taken_by, "2026-03-09 09:00")]
    second = {"Dewi": "helen", "Helen": "dewi"}[taken_by]
    first = council.person(taken_by.lower()).real_name
    assert council.private_word(second) == f"{first} has already taken this turn. Thank you all the same."
    seen = [one for one in council.said_to(second) if "has taken Priya Nair's turn" in one]
    assert seen == [
        f"{first} has taken Priya Nair's turn from Monday 9 March to Monday 16 March. Nothing is needed from you."
    ]


def test_a_turn_is_kept_after_all_and_a_removed_one_is_not_offered(council: Council) -> None:
    add_turns(council, ["priya", "priya"], starts="2026-03-09")
    offer(council, "priya", turn_for="dewi")
    priya = council.person("priya")
    priya.types("/press-office rota")
    priya.form.press("Keep it after all")
    council.until_quiet()
    assert council.said_to("dewi")[-1] == (
        "Priya Nair keeps the turn from Monday 9 March to Monday 16 March after all. Nothing is needed from you."
    )
    priya.form.close(everything=True)
    offer(council, "priya", turn_for="dewi")
    helen = council.person("helen")
    helen.types("/press-office rota")
    helen.form.press("Remove")
    council.until_quiet()
    assert council.said_to("dewi")[-1] == "This turn is not on the rota any more. Nothing is needed from you."
    assert turns(council) == [("press", "Priya", "2026-03-16 09:00")]


def test_the_press_office_hears_a_week_ahead_what_the_rota_lacks(council: Council) -> None:
    add_turns(council, ["dewi"])
    council.move_to(T0 + timedelta(days=1))
    rota.tick(council.bot.desk)
    rota.tick(council.bot.desk)
    council.until_quiet()
    desk = council.person("priya").in_channel("press-desk")
    assert [one.readable for one in desk.messages if "rota" in one.readable] == [
        (
            "The rota for the week ahead needs a look.\n"
            "Nobody is on call for the press from Monday 9 March on.\n"
            "See the rota"
        )
    ]
    add_turns(council, ["priya"], starts="2026-03-09")
    assert [one.readable.splitlines()[0] for one in desk.messages if "rota" in one.readable] == [
        "The rota for the week ahead is complete: somebody is there at every hour."
    ]
