"""The answer to a story in rules: why it may not be told, the second pair of eyes, asking anew, joining, and the promise kept."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.rules.jigsaw import check_second_look, waits_for_second_look
from bot.rules.promise import kept
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sharing import may_be_told
from bot.rules.story_answers import TellForm, check_goes_on, check_tell
from bot.rules.story_bank import AskedStories, StoriesAsked, read_stories_asked
from bot.rules.story_joining import can_be_joined
from bot.rules.why_not_told import how_it_stands, is_fresh, why_not
from storage.kinds import DecidedBy, Recognisable, StoryStatus, Use
from storage.story import Consent
from storage.story_around import StoryQuestion
from storage.story_bank import Wait
from storage.story_brief import Beside
from tests.messages.samples import HEAD, OFFICER, T0, consent, organisation, story

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 12, 4)
LATER = T0 + timedelta(hours=3)


def agreed(number: int = 1, **changes: Any) -> Consent:
    facts: dict[str, Any] = {"uses": ["website", "press"], "seen_words": True, "recorded_at": T0}
    made = consent(**{**facts, **changes})
    made.id = number
    return made


def afresh(at: datetime = LATER, beside: int | None = None) -> StoryQuestion:
    return StoryQuestion(story_id=7, question="", asked_by=OFFICER, asked_at=at, fresh=True, beside=beside)


@pytest.mark.parametrize(
    ("changes", "consents", "use", "reason"),
    [
        ({"recognisable": Recognisable.NOBODY}, [], Use.PRESS, None),
        ({}, [agreed()], Use.PRESS, None),
        ({"recognisable": Recognisable.NOT_ASKED}, [], Use.WEBSITE, Reason.TELL_NOT_ASKED),
        ({}, [], Use.WEBSITE, Reason.TELL_NOT_ASKED),
        ({}, [agreed(withdrawn_at=T0)], Use.WEBSITE, Reason.TELL_WITHDRAWN),
        ({}, [agreed(until=TODAY - timedelta(days=1))], Use.WEBSITE, Reason.TELL_RUN_OUT),
        ({}, [agreed(), agreed(2, uses=["website"])], Use.PRESS, Reason.TELL_NOT_FOR_THIS),
        ({}, [agreed(decided_by=DecidedBy.BEST_INTERESTS)], Use.PRESS, Reason.TELL_CONSENT_LACKS),
        ({}, [agreed(seen_words=False)], Use.PRESS, Reason.TELL_NOT_SEEN),
        ({"court": True}, [agreed()], Use.PRESS, Reason.TELL_LOOK_FIRST),
        ({"recognisable": Recognisable.NOBODY, "about_child": True}, [], Use.COLLEAGUES, Reason.TELL_LOOK_FIRST),
        ({"status": StoryStatus.WITHDRAWN}, [agreed()], Use.PRESS, Reason.STORY_OVER),
        ({"status": StoryStatus.JOINED}, [agreed()], Use.PRESS, Reason.STORY_OVER),
    ],
)
def test_why_it_may_not_be_told(
    changes: dict[str, Any], consents: list[Consent], use: Use, reason: Reason | None
) -> None:
    told = story(**{"recognisable": Recognisable.AGREED, "status": StoryStatus.PICKED_UP, **changes})
    refused = why_not(told, consents, [], use, TODAY)
    assert (refused.reason if refused else None) == reason
    assert may_be_told(told, consents, use, TODAY) is (reason is None)


def test_beside_a_headline_only_what_was_agreed_since() -> None:
    told = story(recognisable=Recognisable.AGREED, status=StoryStatus.TOLD)
    old, new = agreed(), agreed(2, recorded_at=LATER + timedelta(hours=1), renews=1)
    assert is_fresh(told, [old], [])
    refused = why_not(told, [old], [afresh()], Use.PRESS, TODAY)
    assert refused is not None
    assert refused.reason == Reason.TELL_NOT_FRESH
    assert why_not(told, [old], [afresh()], Use.WEBSITE, TODAY) is None
    assert why_not(told, [old, new], [afresh()], Use.PRESS, TODAY) is None
    assert how_it_stands(told, [old], [], 42) == Beside(told)
    assert how_it_stands(told, [old], [afresh(beside=42)], 42) == Beside(told, asked=True)
    assert how_it_stands(told, [old, new], [afresh(beside=42)], 42) == Beside(told, ready=True)
    assert how_it_stands(told, [old, new], [afresh(beside=42)], 43) == Beside(told)  # another headline asks anew
    nobody = story(recognisable=Recognisable.NOBODY, status=StoryStatus.TOLD)
    assert how_it_stands(nobody, [], [], 42) == Beside(nobody, ready=True)


def test_the_second_pair_of_eyes_is_another_one() -> None:
    held = story(about_child=True, officer=OFFICER, status=StoryStatus.PICKED_UP)
    for person in (OFFICER, held.author, HEAD):
        with pytest.raises(Refused) as refused:
            check_second_look(held, [HEAD], person)
        assert refused.value.reason == Reason.SECOND_PAIR_OF_EYES
    check_second_look(held, [], HEAD)
    assert waits_for_second_look(held, [])
    assert not waits_for_second_look(story(), [])
    assert waits_for_second_look(story(), [agreed(child=True)])
    assert not waits_for_second_look(story(), [agreed(child=True), agreed(2, renews=1)])
    held.second_look_by = HEAD
    assert not waits_for_second_look(held, [])
    held.officer = HEAD  # who looked has taken it over: one pair of eyes
    assert waits_for_second_look(held, [])


def test_where_it_was_told_is_checked_field_by_field() -> None:
    whole = TellForm(use="website", place=" Our website ", told_on="2026-12-04", link="https://northbank.example/a")
    assert check_tell(whole, TODAY).place == "Our website"
    with pytest.raises(FormRefused) as refused:
        check_tell(TellForm(use="moon", place="", told_on="2026-12-05", link="javascript:alert(1)"), TODAY)
    assert {field: one.reason for field, one in refused.value.problems.items()} == {
        "tell_use": Reason.MISSING,
        "tell_place": Reason.MISSING,
        "tell_link": Reason.NOT_A_LINK,
        "tell_day": Reason.DAY_AHEAD,
    }


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": StoryStatus.DRAFT}, Reason.NOT_FOUND),
        ({"status": StoryStatus.DECLINED}, Reason.ALREADY_ANSWERED),
        ({"status": StoryStatus.WITHDRAWN}, Reason.STORY_OVER),
        ({"emptied_at": T0}, Reason.STORY_EMPTIED),
    ],
)
def test_what_is_over_is_not_worked_on(changes: dict[str, Any], reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        check_goes_on(story(**changes))
    assert refused.value.reason == reason


def test_what_can_be_joined() -> None:
    new, told = story(), story(8, status=StoryStatus.TOLD)
    assert can_be_joined(new, told)
    assert not can_be_joined(told, new)  # it stands somewhere under its own name
    assert not can_be_joined(new, new)
    assert not can_be_joined(new, story(9, status=StoryStatus.DECLINED))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (" LIST ", StoriesAsked(AskedStories.LIST)),
        ("promise", StoriesAsked(AskedStories.PROMISE)),
        ("gn-7", StoriesAsked(AskedStories.ONE, story_id=7)),
        ("GN 0007", StoriesAsked(AskedStories.ONE, story_id=7)),
        ("find  the garden", StoriesAsked(AskedStories.FIND, words="the garden")),
        ("find", StoriesAsked(AskedStories.FIND)),
        ("Our garden list", None),
        ("", None),
    ],
)
def test_what_the_words_after_the_command_ask_for(typed: str, asked: StoriesAsked | None) -> None:
    assert read_stories_asked(typed) == asked


def test_how_the_promise_was_kept() -> None:
    monday = datetime(2026, 3, 2, 10, 0, tzinfo=LONDON)
    days = [timedelta(days=count) for count in range(10)]
    waits = [
        Wait(monday, monday + days[3]),  # Thursday at the same hour: in time
        Wait(monday, monday + days[3] + timedelta(minutes=1)),
        Wait(monday + days[1], None),
        Wait(monday + days[4], None),
    ]
    found = kept(waits, organisation(), monday + days[7])
    assert (found.in_time, found.late, found.answered) == (1, 1, 2)
    assert (found.waiting, found.overdue, found.longest) == (2, 1, 4)
