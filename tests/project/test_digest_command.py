"""`close-ties digest email`: a week's good news as two files, with nobody in them who does not agree at that moment."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.desk import digests, stories, story_ends
from bot.rules.story_form import StoryForm
from storage.audit import entries_of
from storage.digest import digest_of_week
from storage.kinds import Recognisable, Subject
from tests.journeys.council import STORY, T0
from tests.journeys.previewing import THURSDAY
from tests.project.terminal import Office, office_in

AMARA, PRIYA = "U0AMARA01", "U0PRIYA03"
NAMES = ("good-news-2026-W10.html", "good-news-2026-W10.txt")


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    with office_in(tmp_path, migrated_file, T0) as made:
        yield made


def shown(office: Office, *titles: str) -> None:
    """These stories are in the week's preview."""
    for number, title in enumerate(titles, start=1):
        form = StoryForm(
            title,
            STORY["what_happened"],
            STORY["credit"],
            service_area="adults",
            recognisable=Recognisable.NOBODY,
            tell_colleagues=True,
        )
        stories.send_in(office.desk, form, form_id=f"story-{number}", person=AMARA)
        stories.pick_up(office.desk, number, person=PRIYA)
    office.clock.at = THURSDAY
    assert digests.tick(office.desk)


def written(office: Office) -> list[str]:
    return [(office.folder / name).read_text(encoding="utf-8") for name in NAMES]


def test_it_is_written_as_two_files_for_ones_own_eyes_and_the_trail_says_so(office: Office) -> None:
    shown(office, "A garden for everyone", "Care leavers cook for the town")
    ended = office.types("digest", "email")
    assert (ended.returncode, ended.stdout, ended.stderr) == (
        0,
        "",
        f"The good news of 2026-W10, 2 stories: {' and '.join(NAMES)}.\n",
    )
    for text in written(office):
        assert "A garden for everyone" in text
        assert "Care leavers cook for the town" in text
    assert {stat.S_IMODE((office.folder / name).stat().st_mode) for name in NAMES} == {0o600}
    with office.database.read() as session:
        digest = digest_of_week(session, "2026-W10")
        assert digest is not None
        (entry,) = [one for one in entries_of(session, Subject.DIGEST, digest.id) if one.action == "digest_mailed"]
    assert entry.actor == "close-ties"
    assert entry.details is not None
    assert (entry.details["week"], entry.details["stories"]) == ("2026-W10", 2)
    assert entry.details["login"]


def test_who_took_it_back_since_is_not_in_it(office: Office) -> None:
    shown(office, "A garden for everyone", "Care leavers cook for the town")
    story_ends.withdraw(office.desk, 1, person=AMARA)
    (office.folder / "mails").mkdir()
    ended = office.types("digest", "email", "--week", "2026-w10", "--to", "mails")
    assert (
        ended.stderr == "The good news of 2026-W10, 1 story: " + " and ".join(f"mails/{name}" for name in NAMES) + ".\n"
    )
    for name in NAMES:
        text = (office.folder / "mails" / name).read_text(encoding="utf-8")
        assert "A garden for everyone" not in text
        assert "Care leavers cook for the town" in text


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 1, "There is no good news yet."),
        (("--week", "2026-W09"), 1, "There is no good news of 2026-W09."),
        (("--week", "last"), 2, "'last' is not a week: write it as 2026-W47."),
        (("--to", "nowhere"), 2, "There is no folder 'nowhere'."),
    ],
)
def test_what_there_is_not_is_said_plainly(office: Office, words: tuple[str, ...], code: int, said: str) -> None:
    ended = office.types("digest", "email", *words)
    assert (ended.returncode, ended.stdout) == (code, "")
    assert said in ended.stderr
    assert list(office.folder.glob("good-news-*")) == []
