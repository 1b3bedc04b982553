"""Events are seen once; words are given back once, to whoever typed them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from storage.engine import Database
from storage.notes import first_sight, forget_old, keep_words, kept_words, take_words
from tests.storage.records import MINUTE, T0


def test_an_event_has_its_effect_once(database: Database) -> None:
    together = Barrier(4)

    def arrive(_: int) -> bool:
        together.wait()
        with database.write() as session:
            return first_sight(session, "Ev1", T0)

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(arrive, range(4))) == [False, False, False, True]
    with database.write() as session:
        assert first_sight(session, "Ev2", T0)


def test_an_event_whose_effect_was_not_kept_may_come_again(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as session:
        assert first_sight(session, "Ev1", T0)
        raise ZeroDivisionError
    with database.write() as session:
        assert first_sight(session, "Ev1", T0)


def test_words_are_given_back_once_and_only_to_their_owner(database: Database) -> None:
    with database.write() as session:
        words_id = keep_words(session, "UMAYA", "/media-enquiry", "BBC, <!channel> “today”", T0)
    with database.write() as session:
        assert take_words(session, words_id, "UTOM") is None
        assert take_words(session, words_id, "UMAYA") == "BBC, <!channel> “today”"
        assert take_words(session, words_id, "UMAYA") is None
        assert take_words(session, "no-such-id", "UMAYA") is None


def test_words_that_were_written_are_read_as_often_as_wanted_and_only_by_their_owner(database: Database) -> None:
    with database.write() as session:
        words_id = keep_words(session, "UMAYA", "written", "the Echo rang", T0)
    with database.read() as session:
        assert kept_words(session, words_id, "UTOM") is None
        assert [kept_words(session, words_id, "UMAYA") for _ in range(2)] == ["the Echo rang"] * 2
        assert kept_words(session, "no-such-id", "UMAYA") is None


def test_what_is_old_is_forgotten(database: Database) -> None:
    with database.write() as session:
        old, new = (keep_words(session, "UMAYA", "/c", "words", at) for at in (T0, T0 + MINUTE))
        first_sight(session, "Ev-old", T0)
        first_sight(session, "Ev-new", T0 + MINUTE)
        forget_old(session, T0 + MINUTE)
        assert take_words(session, old, "UMAYA") is None
        assert take_words(session, new, "UMAYA") == "words"
        assert first_sight(session, "Ev-old", T0)
        assert not first_sight(session, "Ev-new", T0)
