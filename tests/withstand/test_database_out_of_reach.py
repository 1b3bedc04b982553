"""The database is locked, full or gone: the form stays open with a sentence and a reference, and the same form goes through later."""

import re
import shutil
import socket
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import event, make_url

from storage.delivery import Delivery
from storage.engine import Database
from storage.enquiry import Enquiry
from tests.journeys.council import ENQUIRY, STORY, Council
from tests.withstand.shaken import (
    assert_each_once_and_in_order,
    card_of,
    cards,
    form_of,
    posted,
    raise_enquiry,
    shaken_council,
)

CANNOT_SAVE = re.compile(
    r"This could not be saved just now\. What you wrote is still here: please try again in a minute\. "
    r"If it is urgent, ring the press office on 01632 960 100\. The reference is [0-9A-F]{8}\."
)
CANNOT_DO = re.compile(
    r"This could not be done just now, and nothing has changed\. Please try again in a minute\. "
    r"If it is urgent, ring the press office on 01632 960 100\. The reference is [0-9A-F]{8}\."
)
LONG = "Is it true that Elm House is to close in the spring? " * 55  # more than the pages at hand will hold


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Another program holds the database for writing."""
    with closing(sqlite3.connect(_file(database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(database: Database) -> Iterator[None]:
    """No page more can be written, as on a full disk."""

    def limit(raw: sqlite3.Connection, *_: object) -> None:
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages}").close()

    event.listen(database.engine, "checkout", limit)
    yield
    event.remove(database.engine, "checkout", limit)
    database.engine.dispose()  # the limit is the connection's


@contextmanager
def gone(database: Database) -> Iterator[None]:
    """Its directory has been moved away, as when a disk is no longer mounted."""
    place = _file(database).parent
    shutil.move(place, place.with_name("elsewhere"))
    yield
    assert not place.exists()  # and no empty database was put in its place
    shutil.move(place.with_name("elsewhere"), place)


@contextmanager
def deleted_but_for_its_directory(database: Database) -> Iterator[None]:
    """The files themselves are gone; the open connections would write into nothing."""
    place = _file(database).parent
    shutil.copytree(place, place.with_name("elsewhere"))
    for file in place.iterdir():
        file.unlink()
    yield
    assert list(place.iterdir()) == []
    for file in place.with_name("elsewhere").iterdir():
        shutil.copy(file, place)


def _file(database: Database) -> Path:
    assert database.file is not None
    return database.file


TROUBLES: dict[str, Callable[[Database], AbstractContextManager[None]]] = {
    "locked": locked,
    "full": full,
    "gone": gone,
    "deleted": deleted_but_for_its_directory,
}


@pytest.fixture(params=TROUBLES)
def trouble(request: pytest.FixtureRequest) -> Callable[[Database], AbstractContextManager[None]]:
    """One trouble after another."""
    return TROUBLES[str(request.param)]


Trouble = Callable[[Database], AbstractContextManager[None]]


def test_a_form_stays_open_and_goes_through_when_the_database_is_back(shaken: Council, trouble: Trouble) -> None:
    answers = {**ENQUIRY, "question": LONG}
    raise_enquiry(shaken, **answers)
    shaken.until_quiet()
    said = posted(shaken.slack)
    form = form_of(shaken)
    with trouble(shaken.database):
        form.fill(**answers).submit()
        assert form.is_open
        assert form.errors.keys() == {"outlet"}
        assert CANNOT_SAVE.fullmatch(form.errors["outlet"])
        assert {field: form.values[field] for field in answers} == answers
        assert posted(shaken.slack) == said

    assert form.submit().errors == {}
    assert shaken.count(Enquiry) == 2
    shaken.until_quiet()
    assert len(cards(shaken, "ME-0002")) == 1
    assert_each_once_and_in_order(shaken)


def test_a_story_stays_open_too(shaken: Council, trouble: Trouble) -> None:
    answers = {**STORY, "what_happened": LONG, "why_it_matters": LONG}
    shaken.sends_in("tomasz", **answers)
    shaken.person("amara").types("/story-idea")
    form = shaken.person("amara").form.fill(**answers)
    with trouble(shaken.database):
        form.submit()
        assert CANNOT_SAVE.fullmatch(form.errors["title"])
    assert not form.submit().is_open
    shaken.until_quiet()
    assert_each_once_and_in_order(shaken)


@pytest.mark.parametrize("trouble", [locked, gone, deleted_but_for_its_directory])
def test_a_button_and_a_command_are_answered_by_a_sentence(shaken: Council, trouble: Trouble) -> None:
    raise_enquiry(shaken)
    shaken.until_quiet()
    card = card_of(shaken, "priya", "ME-0001")
    with trouble(shaken.database):
        assert card.press("I'll take it") == ""
        told = shaken.person("priya").in_channel("press-desk").wait_for(lambda message: message.ephemeral)
        assert CANNOT_DO.fullmatch(told.sentence)
        assert shaken.person("amara").types("/media-enquiry") == ""
        assert shaken.person("amara").form.title == "Media enquiry"  # a new form needs no database
        shaken.person("amara").form.close()
    assert card.press("I'll take it") == ""
    shaken.until_quiet()
    assert "Priya Nair" in card_of(shaken, "priya", "ME-0001").readable
    assert_each_once_and_in_order(shaken)


def test_an_event_comes_again_when_the_database_is_back(shaken: Council) -> None:
    with locked(shaken.database):
        shaken.person("amara").writes("Hello?")
        shaken.until(lambda: len(_tries(shaken)) >= 1, "the event has been refused")
        assert shaken.count(Delivery) == 0
    shaken.advance(seconds=61)
    shaken.until(lambda: shaken.count(Delivery) == 1, "the event has come again")
    shaken.until_quiet()
    assert len(posted(shaken.slack)) == 1


def _tries(council: Council) -> list[object]:
    return [each for each in council.slack.log if each.name == "message" and each.kind == "socket"]


def test_what_was_to_be_said_waits_for_the_database(shaken: Council) -> None:
    """Recorded, and then the database goes away before Slack was told: all of it is said when it is back."""
    shaken.slack.faults.set("error", methods=["chat.postMessage"])
    raise_enquiry(shaken)
    with gone(shaken.database):
        shaken.slack.faults.clear()
        for bot in shaken.bots:
            bot.deliveries.wake()
        assert form_of(shaken, "tomasz").fill(**ENQUIRY).submit().is_open
    shaken.until_quiet()
    assert len(cards(shaken, "ME-0001")) == 1
    assert_each_once_and_in_order(shaken)


class Cable:
    """The way to the database server, which can be pulled out and put back."""

    def __init__(self, host: str, port: int) -> None:
        self._far = (host, port)
        self._ends: list[socket.socket] = []
        self.port = 0
        self.plug_in()

    def plug_in(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, args=(self._listening,), daemon=True)
        self._thread.start()

    def pull_out(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()
        for end in self._ends:
            _end(end)
        self._ends.clear()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                near, _ = listening.accept()
            except OSError:
                return
            far = socket.create_connection(self._far)
            self._ends += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=_carry, args=(one, other), daemon=True).start()


def _end(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


def _carry(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return


@pytest.mark.postgres
@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_postgresql_is_gone_and_comes_back(database_url: str) -> None:
    address = make_url(database_url)
    cable = Cable(address.host or "127.0.0.1", address.port or 5432)
    database = Database(address.set(host="127.0.0.1", port=cable.port).render_as_string(hide_password=False))
    with shaken_council(database) as council:
        raise_enquiry(council, outlet="Before")
        council.until_quiet()
        form = form_of(council)
        cable.pull_out()
        form.fill(**ENQUIRY).submit()
        assert CANNOT_SAVE.fullmatch(form.errors["outlet"])
        assert card_of(council, "priya", "ME-0001").press("I'll take it") == ""
        told = council.person("priya").in_channel("press-desk").wait_for(lambda message: message.ephemeral)
        assert CANNOT_DO.fullmatch(told.sentence)

        cable.plug_in()
        assert not form.submit().is_open
        council.until_quiet()
        assert council.count(Enquiry) == 2
        assert len(cards(council, "ME-0002")) == 1
        assert_each_once_and_in_order(council)
    database.dispose()
    cable.pull_out()
