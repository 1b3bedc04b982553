"""Searching story ideas on both databases, each as far as its reader may see; and the lists of the story bank."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from storage.engine import Database
from storage.kinds import StoryStatus, Use
from storage.story import StoryIdea
from storage.story_around import StoryAuthor, StoryQuestion
from storage.story_bank import asked_beside, bank, open_questions, told_before, waits_since
from storage.story_search import StoryScope, find_stories, stories_sharing
from storage.story_told import Telling

NOW = datetime(2026, 3, 4, 10, 12, tzinfo=UTC)
AMARA, BEN, PRIYA = "U0AMARA01", "U0BEN0001", "U0PRIYA01"
OFFICE = StoryScope(PRIYA, office=True)


def write(database: Database, title: str, *, authors: tuple[str, ...] = (), **facts: Any) -> int:
    known: dict[str, Any] = {
        "form_id": f"V{title}",
        "author": AMARA,
        "sent_in_at": NOW,
        "title": title,
        "what_happened": "Neighbours planted it together.",
        "credit": "The day team",
        "service_area": "adults",
    }
    with database.write() as session:
        story = StoryIdea(**{**known, **facts})
        session.add(story)
        session.flush()
        for person in authors:
            session.add(StoryAuthor(story_id=story.id, person=person, added_by=AMARA, added_at=NOW))
        return story.id


def found(database: Database, words: str, scope: StoryScope) -> list[str]:
    with database.read() as session:
        return [story.title for story in find_stories(session, words, scope, 10)]


@pytest.fixture
def several(database: Database) -> Database:
    write(database, "A garden for everyone")
    write(database, "The garden in spring", status=StoryStatus.TOLD, told_at=NOW)
    write(database, "Garden, not finished", status=StoryStatus.DRAFT, authors=(BEN,))
    write(database, "Garden, taken back", status=StoryStatus.WITHDRAWN)
    write(database, "Łódź café comes to dinner", status=StoryStatus.PICKED_UP, theme="food")
    return database


@pytest.mark.parametrize(
    ("who", "words", "titles"),
    [
        (OFFICE, "garden", ["The garden in spring", "A garden for everyone"]),
        (OFFICE, "gardens everyo", ["A garden for everyone"]),
        (OFFICE, "lodz CAFE", ["Łódź café comes to dinner"]),
        (OFFICE, "the of", []),
        (OFFICE, 'garden" OR (spring*', ["The garden in spring"]),
        (
            StoryScope(AMARA),
            "garden",
            ["Garden, taken back", "Garden, not finished", "The garden in spring", "A garden for everyone"],
        ),
        (StoryScope(BEN), "garden", ["Garden, not finished", "The garden in spring"]),
        (StoryScope("U0GRACE01"), "garden", ["The garden in spring"]),
        (StoryScope("U0GRACE01"), "cafe", []),
    ],
)
def test_each_finds_what_they_may_know_of(several: Database, who: StoryScope, words: str, titles: list[str]) -> None:
    assert found(several, words, who) == titles


def test_what_shares_a_word_with_it_without_itself_and_without_drafts(several: Database) -> None:
    number = write(several, "Our garden for everyone in spring")
    with several.read() as session:
        story = session.get_one(StoryIdea, number)
        sharing = [one.title for one in stories_sharing(session, story, ["gardens", "spring"], OFFICE)]
        none = stories_sharing(session, story, ["lighthouse"], OFFICE), stories_sharing(session, story, [], OFFICE)
    assert sharing == ["The garden in spring", "A garden for everyone"]
    assert none == ([], [])


def test_the_bank(several: Database) -> None:
    with several.read() as session:
        assert [one.title for one in bank(session)] == ["The garden in spring", "Łódź café comes to dinner"]
        assert bank(session, "children") == []


def test_what_was_told_before_from_the_same_service_and_still_stands(several: Database) -> None:
    with several.write() as session:
        for place, ended in (("our website", None), ("the Echo", NOW)):
            told = date(2026, 2, 3)
            session.add(
                Telling(
                    story_id=2, use=Use.WEBSITE, told_on=told, told_by=PRIYA, noted_at=NOW, place=place, ended_at=ended
                )
            )
    with several.read() as session:
        here, there = session.get_one(StoryIdea, 1), session.get_one(StoryIdea, 2)
        assert [(one.place, story.title) for one, story in told_before(session, here, 5)] == [
            ("our website", "The garden in spring")
        ]
        assert told_before(session, there, 5) == []


def test_how_long_ideas_wait(database: Database) -> None:
    week = timedelta(days=7)
    write(database, "old and waiting", sent_in_at=NOW - 20 * week)
    write(database, "old and answered", sent_in_at=NOW - 20 * week, status=StoryStatus.TOLD, answered_at=NOW)
    write(database, "answered", sent_in_at=NOW - week, status=StoryStatus.DECLINED, answered_at=NOW)
    write(database, "taken back", sent_in_at=NOW - week, status=StoryStatus.WITHDRAWN)
    write(database, "draft", sent_in_at=NOW - week, status=StoryStatus.DRAFT)
    with database.read() as session:
        waits = sorted((one.sent_in_at, one.answered_at) for one in waits_since(session, NOW - 13 * week))
    assert waits == [(NOW - 20 * week, None), (NOW - week, NOW)]


def test_questions_that_wait_for_an_author(several: Database) -> None:
    with several.write() as session:
        for story, answered, beside in ((3, None, None), (3, NOW, None), (1, None, 42)):
            session.add(
                StoryQuestion(
                    story_id=story,
                    question="Which day?",
                    asked_by=PRIYA,
                    asked_at=NOW,
                    answered_at=answered,
                    beside=beside,
                )
            )
    with several.read() as session:
        assert [one.id for one in open_questions(session, BEN)] == []  # a draft is asked about by nobody
        assert [one.id for one in open_questions(session, AMARA)] == [3]
        assert [one.story_id for one in asked_beside(session, 42)] == [1]
