"""`close-ties stories balance`: stories told beside enquiries, as a picture that can be read aloud and a table, for one's own eyes."""

import csv
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from bot.desk import stories, story_answers
from bot.messages.wording.balance import HOW_NOT
from bot.rules.balance import quarters
from bot.rules.story_answers import TellForm
from bot.rules.story_form import StoryForm
from storage.audit import entries_of, verify
from storage.kinds import Recognisable, Subject
from tests.journeys.council import STORY
from tests.project.terminal import Office, office_in

AMARA, PRIYA = "U0AMARA01", "U0PRIYA03"
SECRET = "A garden for everyone"


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    """The command asks the machine's own clock, so the story is told today."""
    with office_in(tmp_path, migrated_file, datetime.now(UTC)) as made:
        form = StoryForm(
            SECRET,
            STORY["what_happened"],
            STORY["credit"],
            service_area="adults",
            recognisable=Recognisable.NOBODY,
        )
        stories.send_in(made.desk, form, form_id="story-1", person=AMARA)
        here = TellForm(use="website", place="Our website", told_on=made.clock.at.date().isoformat())
        story_answers.tell_here(made.desk, 1, here, form_id="told-1", person=PRIYA)
        yield made


def one(office: Office, pattern: str, folder: str = ".") -> Path:
    (found,) = (office.folder / folder).glob(pattern)
    return found


def rows(office: Office, folder: str = ".") -> list[list[str]]:
    table = one(office, "stories-beside-enquiries-*.csv", folder).read_text(encoding="utf-8-sig")
    return list(csv.reader(StringIO(table)))


def test_both_are_written_for_ones_own_eyes_with_a_sentence_on_how_not_to_read_them(office: Office) -> None:
    ended = office.types("stories", "balance")
    picture = one(office, "stories-beside-enquiries-*.svg")
    assert (ended.returncode, ended.stdout) == (0, "")
    said = " ".join(ended.stderr.split())
    assert said.startswith("Written: stories-beside-enquiries-")
    assert picture.name in said
    for file in office.folder.glob("stories-beside-enquiries-*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert SECRET not in file.read_text(encoding="utf-8-sig"), "numbers, and no story's words"
    drawn = " ".join(picture.read_text(encoding="utf-8").split())
    assert HOW_NOT.split(":")[0] in drawn
    assert "1 story told, 0 enquiries" in drawn

    header, *lines = rows(office)
    now = quarters(office.clock.at.date(), 1)[0].name
    assert header == ["quarter", "service area", "stories told", "enquiries"]
    assert {line[0] for line in lines} == {one.name for one in quarters(office.clock.at.date(), 4)}
    assert [now, office.desk.organisation.service_areas["adults"].name, "1", "0"] in lines


def test_the_trail_says_who_typed_it_and_for_how_long(office: Office) -> None:
    office.types("stories", "balance", "--quarters", "2")
    with office.database.read() as session:
        assert verify(session) == []
        entry = entries_of(session, Subject.ORGANISATION, 1)[-1]
    details = entry.details or {}
    assert (entry.actor, entry.action, details["quarters"]) == ("close-ties", "balance_seen", 2)
    assert details["login"]
    assert {line[0] for line in rows(office)[1:]} == {one.name for one in quarters(office.clock.at.date(), 2)}


def test_into_another_folder(office: Office) -> None:
    (office.folder / "for the board").mkdir()
    assert office.types("stories", "balance", "--to", "for the board").returncode == 0
    assert len(rows(office, "for the board")) > 1
    assert list(office.folder.glob("stories-beside-enquiries-*")) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "nowhere"), "There is no folder 'nowhere'."),
        (("--quarters", "0"), "no less than 1"),
        (("--quarters", "21"), "no more than 20"),
    ],
)
def test_what_cannot_be_written_is_said_plainly(office: Office, words: tuple[str, ...], said: str) -> None:
    ended = office.types("stories", "balance", *words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr
    assert list(office.folder.glob("stories-beside-enquiries-*")) == []
