"""A story idea put aside, written by several, changed, and taken back: before it was told, a second before, and after."""

from datetime import datetime
from typing import Any

from sandbox.people.form import Form
from storage.kinds import StoryStatus, Subject
from storage.story import StoryIdea
from storage.story_around import authors_of
from tests.journeys.council import LONDON, STORY, Council

DIGEST = datetime(2026, 3, 6, 10, 0, tzinfo=LONDON)
NAMED = (
    "Amara Okafor has named you as someone who wrote GN-0001 with them. You can read it, change it until the press office has answered, "
    "and take it back whenever you want. You will hear what becomes of it.\nOpen"
)


def on_top(council: Council, who: str, title: str) -> Form:
    """What someone has before them, once it is this."""
    council.until(lambda: council.person(who).form.title == title, f"{who} sees {title}")
    return council.person(who).form


def puts_aside(council: Council, who: str = "amara", **answers: Any) -> Form:
    """Someone begins, and saves a draft."""
    person = council.person(who)
    person.types("/story-idea A garden for everyone")
    if "story_authors" in answers:
        person.form.press("I wrote it with others")
    person.form.fill(**answers).press("Save as a draft")
    council.until_quiet()
    return person.form


def goes_on(council: Council, who: str = "amara") -> Form:
    """Someone finds the draft by the command, and opens it."""
    person = council.person(who)
    person.types("/story-idea drafts")
    person.inbox.wait_for(lambda message: "Go on with it" in message.buttons).press("Go on with it")
    return on_top(council, who, "Story idea")


def takes_back(council: Council, who: str = "amara") -> None:
    council.person(who).types("/story-idea mine")
    council.person(who).inbox.wait_for(lambda message: "Open" in message.buttons and message.ephemeral).press("Open")
    on_top(council, who, "GN-0001").press("Take it back")
    council.until_quiet()


def good_news(council: Council) -> str:
    return council.person("callum").in_channel("good-news").text


def test_put_aside_and_gone_on_with(either_council: Council) -> None:
    council = either_council
    kept = puts_aside(council, what_happened="Neighbours planted it.")
    assert kept.text.splitlines()[:2] == [
        "Your draft",
        "GN-0001 is put aside as a draft. Only you can see it. Nothing has been sent to the press office.",
    ]
    kept.close()
    assert (council.story().status, council.said_to("amara")) == (StoryStatus.DRAFT, [])
    assert "A garden" not in council.ever_sent()

    form = goes_on(council)
    assert (form.values["title"], form.values["what_happened"]) == ("A garden for everyone", "Neighbours planted it.")
    assert form.values["recognisable"] is None
    form.fill(credit="The day team", service_area="adults", recognisable="nobody", tell_colleagues=["yes"]).submit()
    council.until_quiet()
    assert not form.is_open
    assert council.count(StoryIdea) == 1
    assert (council.story().status, council.story().sent_in_at) == (StoryStatus.NEW, council.slack.clock.now())
    assert council.card("GN-0001").readable.startswith("GN-0001: A garden for everyone")
    assert council.trail(1, Subject.STORY) == [("Amara", "draft_kept"), ("Amara", "sent_in")]
    council.person("amara").types("/story-idea drafts")
    assert "You have no drafts." in council.private_word("amara")


def test_saved_twice_and_then_sent_from_the_same_form(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    first = amara.form.fill(title="A garden").press("Save as a draft")
    first.close()
    form = goes_on(council).fill(title="A garden for all").press("Save as a draft")
    form.close()
    assert (council.count(StoryIdea), council.story().title) == (1, "A garden for all")


def test_a_draft_is_its_authors_alone(council: Council) -> None:
    puts_aside(council, what_happened="Neighbours planted it.").close()
    priya = council.person("priya")
    priya.types("/story-idea GN-0001")
    council.until_quiet()
    assert "Neighbours" not in priya.inbox.text
    assert "A garden" not in priya.inbox.text


def test_what_may_not_be_kept_is_said_and_everything_typed_stays(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    form = amara.form.fill(what_happened="AB123456C planted a rose.").press("Save as a draft")
    assert "Please take this out: AB123456C." in form.text
    assert form.values["what_happened"] == "AB123456C planted a rose."
    assert council.count(StoryIdea) == 0
    form.fill(what_happened="Someone planted a rose at 12 Elm Avenue.").press("Save as a draft")
    assert "12 Elm Avenue" in form.text
    assert council.count(StoryIdea) == 0
    form.fill(may_stay=True).press("Save as a draft")
    council.until(lambda: council.count(StoryIdea) == 1, "the draft is kept")
    assert council.story().what_happened == "Someone planted a rose at 12 Elm Avenue."


def test_nothing_typed_is_no_draft(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    form = amara.form.press("Save as a draft")
    assert "Please fill this in." in form.text
    assert council.count(StoryIdea) == 0


def test_several_authors_each_hear_and_each_may_change_it(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    amara.types("/story-idea")
    amara.form.press("I wrote it with others").fill(**STORY, story_authors=["callum", "tomasz", "amara"]).submit()
    council.until_quiet()
    with council.database.read() as session:
        assert {council.name_of(one) for one in authors_of(session, 1)} == {"Callum", "Tomasz"}
    assert council.said_to("callum") == [NAMED]
    assert council.said_to("tomasz") == [NAMED]

    council.person("callum").inbox.last.press("Open")
    page = on_top(council, "callum", "GN-0001")
    assert "Written with:" in page.text
    page.press("Change it")
    on_top(council, "callum", "Change GN-0001").fill(title="A garden for all of us").submit()
    council.until_quiet()
    assert council.card("GN-0001").readable.startswith("GN-0001: A garden for all of us")
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    told = "Good news: Priya Nair in the press office has picked up your story idea GN-0001."
    assert [council.said_to(name)[-1] for name in ("amara", "callum", "tomasz")] == [told] * 3


def test_taken_back_before_it_was_answered(council: Council) -> None:
    council.sends_in("amara")
    takes_back(council)
    assert council.story().status == StoryStatus.WITHDRAWN
    assert council.timeline("GN-0001") == ["Amara Okafor took GN-0001 back. It is not told any more."]
    assert STORY["what_happened"] not in council.card("GN-0001").readable
    council.move_to(datetime(2026, 3, 10, 10, 12, tzinfo=LONDON))
    council.until_quiet()
    assert council.asked(1, Subject.STORY) == []


def test_whoever_took_it_back_is_told_so_as_themselves_and_the_others_by_name(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    amara.form.press("I wrote it with others").fill(**STORY, story_authors=["callum"]).submit()
    council.until_quiet()
    takes_back(council, "callum")
    assert council.said_to("callum")[-1] == "You took the story idea GN-0001 back. It is not told any more."
    assert council.said_to("amara")[-1] == "Callum Reid took the story idea GN-0001 back. It is not told any more."
    assert "You took it back" in council.person("callum").form.text


def test_taken_back_a_second_before_the_digest(council: Council) -> None:
    council.sends_in("amara")
    council.sends_in("callum", title="A new ramp", what_happened="Nobody carries wheelchairs any more.")
    for reference in ("GN-0001", "GN-0002"):
        council.card(reference).press("Pick up")
        council.until_quiet()
    council.move_to(datetime(2026, 3, 6, 9, 59, 59, tzinfo=LONDON))
    council.until_quiet()
    takes_back(council)
    council.move_to(DIGEST)
    council.until_quiet()
    assert "A new ramp" in good_news(council)
    assert "A garden for everyone" not in good_news(council)


def test_taken_back_after_it_was_told(either_council: Council) -> None:
    council = either_council
    council.sends_in("amara")
    council.sends_in("callum", title="A new ramp", what_happened="Nobody carries wheelchairs any more.")
    for reference in ("GN-0001", "GN-0002"):
        council.card(reference).press("Pick up")
        council.until_quiet()
    council.move_to(DIGEST)
    council.until_quiet()
    assert "A garden for everyone" in good_news(council)
    takes_back(council)
    assert "A garden for everyone" not in good_news(council)
    assert "A new ramp" in good_news(council)


def test_taken_back_when_it_was_the_only_one(council: Council) -> None:
    council.sends_in("amara")
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    council.move_to(DIGEST)
    council.until_quiet()
    assert "A garden for everyone" in good_news(council)
    takes_back(council)
    assert "A garden for everyone" not in good_news(council)
    page = council.person("amara").form.text
    assert "You took it back" in page
    assert "does not agree" not in page, "nobody in it has changed their mind"
    assert "What happened" not in page
    assert "The weekly good news (to colleagues), Friday 6 March" in page
    assert "Somebody who wrote it took it back" in council.card("GN-0001").readable


def test_found_on_the_home_page_by_whoever_writes_it_and_thrown_away(council: Council) -> None:
    puts_aside(council, story_authors=["callum"], recognisable="nobody").close()
    assert council.said_to("callum")[0].startswith("Amara Okafor has put a story idea aside, GN-0001,")
    home = council.person("callum").home.open()
    assert "GN-0001: A garden for everyone\nGo on with it\nA draft, seen by its authors alone" in home.readable
    home.press("Go on with it")
    form = on_top(council, "callum", "Story idea")
    assert form.values["story_authors"] == [council.person("callum").id]
    form.press("Throw it away")
    page = on_top(council, "callum", "GN-0001")
    assert "You took it back" in page.text
    council.until_quiet()
    assert council.story().status == StoryStatus.WITHDRAWN
    assert council.person("priya").in_channel("press-desk").text == ""
