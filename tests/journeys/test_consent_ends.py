"""A consent ends: before the digest, in its preview, after it was posted, overnight, in part. What stood comes down; nobody is blamed."""

from typing import Any

import pytest

from bot.desk import story_ends
from storage.absence import Presence
from storage.kinds import Subject
from tests.journeys.consenting import (
    TITLE,
    WORDS,
    a_story,
    asked_to_take_down,
    at,
    good_news,
    london,
    page,
    places,
    seen_the_words,
    take_downs,
    told_on_the_website,
    withdrawn,
)
from tests.journeys.council import Council

ENDED = (
    "Somebody in GN-0001 has changed their mind, as anyone may. I have taken the story out, and its words and pictures are gone. "
    "You did nothing wrong. Thank you for the care with which you told it."
)
FRIDAY = london(6, 10)


def nothing_of_it_stands(council: Council) -> None:
    """Neither in Slack nor in what is kept; who agreed, and that it ended, is."""
    standing = council.standing()
    assert TITLE not in standing
    assert WORDS not in standing
    story = council.story()
    assert (story.title, story.what_happened, story.credit, story.photos) == ("", "", "", [])
    assert [(one.who, one.how != "") for one in council.consents()] == [("the tenant", True)]


def another(council: Council) -> None:
    """A second story, so that something is left of the digest."""
    council.sends_in("tomasz", title="Care leavers cook", what_happened="Sunday lunch for eighty.", credit="Tomasz")
    council.card("GN-0002").press("Pick up")
    council.until_quiet()


def test_withdrawn_before_the_digest(either_council: Council) -> None:
    council = either_council
    a_story(council)
    withdrawn(council)
    assert council.said_to("amara")[-1] == ENDED
    assert council.story().status == "withdrawn"
    nothing_of_it_stands(council)
    assert council.card("GN-0001").readable.endswith(
        "This story was taken out, because somebody in it does not agree any more. Its words and pictures are gone.\nOpen"
    )
    at(council, FRIDAY)
    assert good_news(council) == []
    assert council.slack.log.problems() == []


def test_withdrawn_during_the_preview(council: Council) -> None:
    a_story(council)
    another(council)
    at(council, london(5, 15))
    assert TITLE in council.standing(), "it is in the preview"
    withdrawn(council)
    nothing_of_it_stands(council)
    at(council, FRIDAY)
    [post] = good_news(council)
    assert "Care leavers cook" in post
    assert TITLE not in post


def test_withdrawn_after_it_was_posted_edits_the_digest_and_asks_for_the_rest(either_council: Council) -> None:
    council = either_council
    a_story(council)
    another(council)
    seen_the_words(council)
    at(council, FRIDAY)
    assert TITLE in good_news(council)[0]
    told_on_the_website(council)
    assert sorted(str(one.use) for one in places(council)) == ["colleagues", "website"]

    withdrawn(council, consent_came="family")
    [post] = good_news(council)
    assert "Care leavers cook" in post
    assert "A story was taken out." in post
    nothing_of_it_stands(council)
    assert council.story().status == "told"
    asked = council.person("priya").inbox.last
    assert asked.readable.splitlines()[:2] == [
        "Please take GN-0001 down where you told it. Somebody in the story does not agree to it any more.",
        "Where: The council's website",
    ]
    assert [(one.owner, one.because) for one in take_downs(council)] == [(council.person("priya").id, "withdrawn")]
    assert council.said_to("amara")[-1] == ENDED

    asked.press("It is down")
    council.until_quiet()
    assert council.person("priya").inbox.last.readable.startswith("GN-0001: You took it down")
    assert all(one.ended_at for one in places(council))
    assert council.said_to("amara")[-1] == "GN-0001 has been taken down everywhere. Thank you for your patience."
    assert council.trail(1, Subject.STORY)[-4:] == [
        ("Priya", "consent_withdrawn"),
        ("close-ties", "consent_ended"),
        ("close-ties", "left_out_of_digest"),
        ("Priya", "taken_down"),
    ]
    assert council.slack.log.problems() == []


def test_whoever_told_it_is_asked_until_it_is_down_and_the_head_hears(council: Council) -> None:
    a_story(council)
    seen_the_words(council)
    told_on_the_website(council)
    withdrawn(council)
    at(council, london(4, 14, 30))
    at(council, london(5, 10, 30))
    assert sorted(asked_to_take_down(council)) == [
        ("take_down", "Priya"),
        ("take_down_again", "Priya"),
        ("take_down_again", "Priya"),
        ("take_down_head", "Helen"),
    ]
    council.person("helen").inbox.last.press("It is down")
    council.until_quiet()
    said = len(council.said_to("priya"))
    at(council, london(9, 12))
    assert len(council.said_to("priya")) == said


def test_run_out_overnight(either_council: Council) -> None:
    council = either_council
    a_story(council, consent_until="2026-03-10")
    seen_the_words(council)
    at(council, FRIDAY)
    told_on_the_website(council)
    at(council, london(10, 16))
    assert TITLE in good_news(council)[0], "its last day counts"
    at(council, london(11, 8, 59))
    assert take_downs(council) == [], "nobody is woken for it"
    at(council, london(11, 9, 1))
    assert good_news(council) == ["Good news this week\nWhat stood here was taken down again."]
    nothing_of_it_stands(council)
    assert [one.because for one in take_downs(council)] == ["run_out"]
    assert council.said_to("amara")[-1].startswith("The agreement behind GN-0001 has run out, as it was meant to.")
    said = len(council.said_to("amara"))
    at(council, london(11, 9, 5))
    assert len(council.said_to("amara")) == said, "once"


def test_run_out_while_the_bot_was_down_and_before_it_was_told(council: Council) -> None:
    a_story(council, tell_colleagues=[], consent_until="2026-03-10")
    at(council, london(16, 11))
    assert council.said_to("amara")[-1].startswith(
        "The agreement behind GN-0001 has run out before the story could be told."
    )
    assert "A garden" not in council.card("GN-0001").readable
    assert council.story().title == TITLE, "it can be agreed to again"
    opened = page(council, "priya")
    assert "This agreement has run out." in opened.text
    assert "Agrees for longer" in opened.buttons


def test_only_one_use_is_taken_back(council: Council) -> None:
    a_story(council)
    seen_the_words(council, uses=("colleagues", "website", "social"))
    at(council, FRIDAY)
    told_on_the_website(council)
    told_on_the_website(council, use="social")
    withdrawn(council, consent_uses_ended=["social"])
    assert TITLE in good_news(council)[0]
    assert council.story().title == TITLE
    assert [(one.what, one.done_at) for one in take_downs(council)] == [("The council's social", None)]
    assert council.consents()[0].uses == ["colleagues", "website"]
    assert council.said_to("amara")[-1].startswith("Somebody in GN-0001 no longer agrees to all of it, as anyone may.")


@pytest.mark.parametrize("told", [False, True])
def test_its_author_takes_it_back_after_it_was_told(council: Council, told: Any) -> None:
    a_story(council)
    seen_the_words(council)
    if told:
        told_on_the_website(council)
    story_ends.withdraw(council.bot.desk, 1, person=council.person("amara").id)
    council.until_quiet()
    assert [one.because for one in take_downs(council)] == (["story_withdrawn"] if told else [])
    assert (council.story().title == "") is told
    assert TITLE not in council.card("GN-0001").readable


def test_what_somebody_told_who_has_left_is_the_next_persons_to_take_down(council: Council) -> None:
    a_story(council)
    seen_the_words(council)
    told_on_the_website(council, who="dewi")
    dewi = council.person("dewi").id
    council.slack.on_loop(lambda: council.slack.workspace.deactivate(dewi))
    council.until(lambda: council.bot.desk.refresh().presence.get(dewi, Presence()).deactivated, "seen")
    withdrawn(council)
    assert [council.name_of(one.owner) for one in take_downs(council)] == ["Priya"]
