"""The story bank: what can be offered, found and read, by whom; how the promise is kept; and a story beside a hard headline."""

from datetime import datetime
from typing import Any

import pytest

from bot.desk import enquiries
from sandbox.people.form import Form
from storage.story import consents_of
from storage.story_around import StoryQuestion, questions_of
from tests.journeys.council import LONDON, Council
from tests.journeys.test_story_answers import AGREED, HERE

PRESS: dict[str, Any] = {**AGREED, "consent_uses": ["colleagues", "website", "press"]}


def answer(council: Council, who: str, typed: str) -> list[str]:
    return council.person(who).types(f"/story-idea {typed}", channel="general").splitlines()


def seen(council: Council, number: int) -> None:
    """Everyone in it has seen the words."""
    with council.database.write() as session:
        for consent in consents_of(session, [number])[number]:
            consent.seen_words = True


def pick_up(council: Council, reference: str) -> None:
    council.card(reference).press("Pick up")
    council.until_quiet()


def three(council: Council) -> None:
    """One agreed to the press, one to the website alone, one in which nobody can be recognised and that nobody has answered."""
    council.sends_in("ibrahim", title="A garden for everyone", **PRESS)
    council.sends_in("ibrahim", title="A garden on the roof", **AGREED)
    council.sends_in("amara", title="A garden by the sea")
    for number in (1, 2):
        seen(council, number)
        pick_up(council, f"GN-000{number}")


def test_the_press_office_lists_what_it_can_offer(either_council: Council) -> None:
    council = either_council
    three(council)
    assert answer(council, "priya", "list") == [
        "Stories to offer, by service and theme. Everyone in them has agreed to the press, and still does.",
        "GN-0001: A garden for everyone",
        "Open",
        "Adults' social care · No theme yet · Picked up",
    ]
    assert answer(council, "tomasz", "list") == [
        "Nothing has been told yet that you can see here. Type /story-idea and be the first."
    ]


@pytest.mark.parametrize(
    ("who", "asked", "found"),
    [
        ("priya", "find garden", ["GN-0003", "GN-0002", "GN-0001"]),
        ("ibrahim", "find garden", ["GN-0002", "GN-0001"]),
        ("amara", "find garden", ["GN-0003"]),
        ("tomasz", "find garden", []),
        ("priya", "FIND roof", ["GN-0002"]),
        ("priya", 'find "sea" OR (roof*', []),
    ],
)
def test_each_finds_what_they_may_know_of(council: Council, who: str, asked: str, found: list[str]) -> None:
    three(council)
    assert [line[:7] for line in answer(council, who, asked) if line.startswith("GN-")] == found


def test_what_was_told_is_everyones_to_see_and_its_authors_to_open(council: Council) -> None:
    three(council)
    council.card("GN-0002").press("Tell it here")
    council.person("priya").form.fill(**HERE).submit()
    council.until_quiet()
    told = ["GN-0002: A garden on the roof", "Adults' social care · No theme yet · Told"]
    assert answer(council, "tomasz", "list")[1:] == told
    assert [line for line in answer(council, "ibrahim", "find roof") if "Open" in line] == ["Open"]
    answer(council, "tomasz", "GN-2")
    refused = "This is private. The press office can tell you who is dealing with it."
    council.person("tomasz").in_channel("general").wait_for(lambda message: message.readable == refused)


def test_a_theme_is_given_and_a_reference_opens_the_page(council: Council) -> None:
    three(council)
    council.person("priya").types("/story-idea gn 1", channel="general")
    page = council.person("priya").form
    assert page.title == "GN-0001"
    page.press("story_theme", "1:outdoors")
    council.until_quiet()
    assert council.story().theme == "outdoors"
    assert "Gardens and outdoors" in "\n".join(answer(council, "priya", "list"))


def test_the_list_can_be_narrowed_to_a_service_or_a_theme(council: Council) -> None:
    three(council)
    council.sends_in("rosa", title="An open evening", service_area="fostering")
    pick_up(council, "GN-0004")
    council.person("priya").types("/story-idea GN-1", channel="general")
    council.person("priya").form.press("story_theme", "1:outdoors")
    council.until_quiet()
    council.person("priya").form.close()
    listed = {
        words: [line[:7] for line in answer(council, "priya", words) if line.startswith("GN-")] for words in NARROW
    }
    assert listed == NARROW
    assert answer(council, "priya", "list music")[0].startswith("I found no story of that service or theme")
    council.person("priya").types("/story-idea List of thanks from a family", channel="general")
    assert council.person("priya").form.values["title"] == "List of thanks from a family"


NARROW = {
    "list": ["GN-0001", "GN-0004"],
    "list Fostering": ["GN-0004"],
    "list gardens": ["GN-0001"],
    "list adults outdoors": ["GN-0001"],
}


def test_a_number_that_there_is_not_gets_a_hint(council: Council) -> None:
    answer(council, "amara", "GN-0099")
    hint = (
        "There is no story GN-0099. /story-idea mine shows your own, and /story-idea find looks for words, such as "
        "/story-idea find garden."
    )
    council.person("amara").in_channel("general").wait_for(lambda message: message.readable == hint)


def test_how_the_promise_is_kept_is_told_to_everyone(council: Council) -> None:
    assert answer(council, "tomasz", "promise") == [
        "Every idea gets a person’s answer within three working days.",
        "No idea was answered in the last three months.",
        "No idea waits for an answer now.",
        "An idea never closes by itself: silence is our fault, not yours, and the head of communications hears of it.",
    ]
    three(council)
    council.move_to(datetime(2026, 3, 10, 10, 30, tzinfo=LONDON))
    assert answer(council, "tomasz", "promise")[1:3] == [
        "In the last three months 2 ideas had their answer, every one in time.",
        "1 idea waits now, the longest for 4 working days; 1 has waited longer than we promised. We are sorry for that.",
    ]


def page_with_good_news(council: Council) -> Form:
    """An enquiry's page, with stories that could stand beside it."""
    three(council)
    council.raises("amara", deadline="4pm tomorrow")
    council.card("ME-0001").press("Open")
    page = council.person("priya").form
    assert "Good news to set beside it" in page.text
    return page


def test_beside_a_private_enquiry_no_story_is_offered_and_nobody_is_asked(either_council: Council) -> None:
    council = either_council
    page = page_with_good_news(council)
    enquiries.make_private(council.bot.desk, 1, person=council.person("dewi").id)
    council.until_quiet()
    page.press("Use beside a headline")  # the page has stood open meanwhile
    council.until(lambda: "is private" in council.person("priya").form.text, "it says why not")
    assert questions(council) == []
    assert [said for said in council.said_to("ibrahim") if "beside" in said] == []
    council.person("priya").form.close(everything=True)
    council.person("priya").types("/media-enquiry ME-0001")
    opened = council.person("priya").form
    assert "ME-0001" in opened.title
    assert "Good news to set beside it" not in opened.text


def questions(council: Council) -> list[StoryQuestion]:
    with council.database.read() as session:
        return questions_of(session, 1)


def test_beside_a_headline_its_people_are_asked_anew(either_council: Council) -> None:
    council = either_council
    page = page_with_good_news(council)
    page.press("Use beside a headline")
    council.until_quiet()
    (asked,) = questions(council)
    assert (asked.fresh, asked.beside) == (True, 1)
    assert council.said_to("ibrahim")[-1].startswith(
        "Priya Nair in the press office would like to use your story GN-0001 beside a news story."
    )
    assert "ME-0001" not in council.said_to("ibrahim")[-1]
    assert "GN-0001 A garden for everyone: its people are being asked again" in page.text
    page.close()
    council.card("GN-0001").press("Tell it here")
    form = council.person("priya").form.fill(**{**HERE, "tell_use": "press"}).submit()
    assert "no new agreement is recorded since" in form.errors["tell_use"]
    council.advance(hours=1)
    with council.database.write() as session:
        (old,) = consents_of(session, [1])[1]
        session.expunge(old)
        new = type(old)(
            story_id=1,
            who=old.who,
            recorded_by=old.recorded_by,
            recorded_at=council.slack.clock.now(),
            uses=["press"],
            how="Asked again today.",
            seen_words=True,
            renews=old.id,
        )
        session.add(new)
    assert not form.submit().is_open
