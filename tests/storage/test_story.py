"""Story ideas, the consent behind them, and the digests they are told in, each once."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from storage.digest import (
    Digest,
    add_digest_once,
    any_digest,
    digest_of_story,
    digest_of_week,
    get_digest,
    place_stories,
    stories_of_digest,
    take_out,
    untold_stories,
)
from storage.engine import Database
from storage.insert import insert_once
from storage.kinds import Recognisable, StoryStatus, Use
from storage.story import (
    Consent,
    StoryIdea,
    add_consents,
    consents_of,
    get_story,
    story_by_form,
    waiting_stories,
)
from storage.story_around import authors_of, pictures_of, put_authors, put_pictures, stories_written_by
from tests.storage.records import MINUTE, T0, saved_story, story


def test_every_value_comes_back_as_it_was(database: Database) -> None:
    record = story(recognisable=Recognisable.AGREED, photos=["F1", "F2"], status=StoryStatus.DECLINED, answered_at=T0)
    with database.write() as session:
        assert insert_once(session, record, StoryIdea.form_id)
    with database.read() as session:
        found = get_story(session, record.id)
        assert found == record
        assert story_by_form(session, record.form_id) is found
        assert (get_story(session, 99), story_by_form(session, "V-NONE")) == (None, None)
    assert found is not None
    assert (found.reference, type(found.status), type(found.recognisable)) == ("GN-0001", StoryStatus, Recognisable)


def test_a_persons_own_are_newest_first_and_waiting_ones_oldest_first(database: Database) -> None:
    first, second = saved_story(database), saved_story(database)
    saved_story(database, author="UMAYA", status=StoryStatus.PICKED_UP)
    third = saved_story(database, author="UMAYA")
    with database.read() as session:
        assert [each.id for each in stories_written_by(session, "UTOM")] == [second, first]
        assert [each.id for each in stories_written_by(session, "UTOM", limit=1)] == [second]
        assert [each.id for each in waiting_stories(session)] == [first, second, third]
        assert [each.id for each in waiting_stories(session, limit=2)] == [first, second]


def test_what_was_written_with_others_is_everyones_own(database: Database) -> None:
    alone, together = saved_story(database), saved_story(database)
    with database.write() as session:
        assert put_authors(session, together, ["UMAYA", "UROB"], "UTOM", T0) == ["UMAYA", "UROB"]
    with database.write() as session:
        assert put_authors(session, together, ["UROB", "UANN"], "UTOM", T0 + MINUTE) == ["UANN"]
        assert authors_of(session, together) == ["UROB", "UANN"]
        assert [each.id for each in stories_written_by(session, "UTOM")] == [together, alone]
        assert [each.id for each in stories_written_by(session, "UANN")] == [together]
        assert stories_written_by(session, "UMAYA") == []


def test_what_is_known_of_a_picture_stays_when_others_come_and_go(database: Database) -> None:
    story_id = saved_story(database)
    with database.write() as session:
        put_pictures(session, story_id, [("F1", "A garden"), ("F2", "")], [])
        pictures_of(session, [story_id])[story_id][1].state = "good"
    with database.write() as session:
        before = pictures_of(session, [story_id])[story_id]
        put_pictures(session, story_id, [("F2", "A spade"), ("F3", "")], before)
        found = pictures_of(session, [story_id])[story_id]
        assert [(one.file, one.words, one.state) for one in found] == [("F2", "A spade", "good"), ("F3", "", "asked")]


def test_untold_are_those_picked_up_and_in_no_digest(database: Database) -> None:
    ids = [saved_story(database, status=status) for status in (StoryStatus.PICKED_UP, *StoryStatus)]
    digest_id = _digest(database)
    with database.write() as session:
        place_stories(session, digest_id, ids[:1])
    with database.read() as session:
        assert [each.id for each in untold_stories(session)] == [
            ids[1 + list(StoryStatus).index(StoryStatus.PICKED_UP)]
        ]


def test_consents_come_by_story_in_the_order_of_recording(database: Database) -> None:
    one, two, none = (saved_story(database) for _ in range(3))
    first = _consent(one, "Mrs A", until=date(2027, 1, 1), uses=[Use.COLLEAGUES.value])
    second, other = _consent(one, "Mr B", withdrawn_at=T0 + MINUTE), _consent(two, "C")
    with database.write() as session:
        add_consents(session, [first, second, other])
    with database.read() as session:
        assert consents_of(session, [one, none, two]) == {one: [first, second], none: [], two: [other]}
        assert consents_of(session, []) == {}


def test_a_consent_belongs_to_a_story(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        add_consents(session, [_consent(99, "Nobody")])


def test_a_week_has_one_digest(database: Database) -> None:
    with database.write() as session:
        assert not any_digest(session)
        first, again = _week("2026-W48"), _week("2026-W48")
        assert [add_digest_once(session, each) for each in (first, again)] == [True, False]
        assert any_digest(session)
    with database.read() as session:
        assert digest_of_week(session, "2026-W48") == first
        assert get_digest(session, first.id) == first
        assert (digest_of_week(session, "2026-W49", lock=True), get_digest(session, 99)) == (None, None)


def test_a_digest_keeps_the_order_of_its_stories_and_lets_one_go(database: Database) -> None:
    one, two, three = (saved_story(database, status=StoryStatus.PICKED_UP) for _ in range(3))
    digest_id = _digest(database)
    with database.write() as session:
        place_stories(session, digest_id, [three, one])
        place_stories(session, digest_id, [two])
        place_stories(session, digest_id, [])
    with database.write() as session:
        assert [each.id for each in stories_of_digest(session, digest_id)] == [three, one, two]
        assert digest_of_story(session, one) == digest_id
        take_out(session, digest_id, one)
    with database.read() as session:
        assert [each.id for each in stories_of_digest(session, digest_id)] == [three, two]
        assert digest_of_story(session, one) is None
        assert [each.id for each in untold_stories(session)] == [one]


def test_a_story_is_told_in_one_digest_only(database: Database) -> None:
    known = saved_story(database)
    first, second = _digest(database), _digest(database, "2026-W49")
    with database.write() as session:
        place_stories(session, first, [known])
    with pytest.raises(IntegrityError), database.write() as session:
        place_stories(session, second, [known])


def _week(week: str) -> Digest:
    return Digest(week=week, nominal_day=date(2026, 11, 27), due_at=T0)


def _digest(database: Database, week: str = "2026-W48") -> int:
    digest = _week(week)
    with database.write() as session:
        assert add_digest_once(session, digest)
    return digest.id


def _consent(story_id: int, who: str, **values: object) -> Consent:
    return Consent(story_id=story_id, who=who, recorded_by="UTOM", recorded_at=T0, **values)  # type: ignore[arg-type]  # a test's shorthand
