"""`close-ties stories hold`: a change of mind that came by letter, while Slack is not at hand."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.desk import stories
from bot.rules.sharing import may_be_told
from bot.rules.story_form import StoryForm
from storage.audit import entries_of, verify
from storage.kinds import Recognisable, Step, Subject, Use
from storage.nudge import nudges_of
from storage.story import get_story
from tests.journeys.council import STORY, T0
from tests.project.terminal import Office, office_in

AMARA, PRIYA = "U0AMARA01", "U0PRIYA03"
WHY = ("--why", "a letter from the family")


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    with office_in(tmp_path, migrated_file, T0) as made:
        form = StoryForm(
            STORY["title"],
            STORY["what_happened"],
            STORY["credit"],
            service_area="adults",
            recognisable=Recognisable.NOBODY,
        )
        stories.send_in(made.desk, form, form_id="story-1", person=AMARA)
        stories.pick_up(made.desk, 1, person=PRIYA)
        yield made


def test_it_is_told_nowhere_from_then_on_and_the_press_office_is_asked(office: Office) -> None:
    ended = office.types("stories", "hold", "gn-1", *WHY)
    assert (ended.returncode, ended.stdout) == (0, "")
    assert " ".join(ended.stderr.split()) == (
        "GN-0001 is told nowhere from now on, until the press office says how it is. What was posted is edited as soon as Close Ties runs."
    )
    assert office.types("stories", "hold", "GN-0001", *WHY).returncode == 0
    with office.database.read() as session:
        story = get_story(session, 1)
        assert story is not None
        assert not any(may_be_told(story, [], use, T0.date()) for use in Use)
        asked = [one.due_at for one in nudges_of(session, Subject.STORY, 1) if one.step == Step.STORY_CHANGE_OF_MIND]
        entries = entries_of(session, Subject.STORY, 1)
        assert verify(session) == []
    first, again = asked  # once, whoever says so again, and once more a working day later
    assert again - first >= timedelta(hours=8)
    heard = next(one for one in entries if one.action == "consent_heard")
    assert heard.details is not None
    assert heard.details["why"] == "a letter from the family"
    assert heard.details["login"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("GN-0099", *WHY), 1, "There is no GN-0099."),
        (("ME-0001", *WHY), 2, "ME-0001 is not a story: their references look like GN-0007."),
        (("GN-0001", "--why", " "), 2, "Say --why TEXT"),
    ],
)
def test_what_cannot_be_held(office: Office, words: tuple[str, ...], code: int, said: str) -> None:
    ended = office.types("stories", "hold", *words)
    assert (ended.returncode, ended.stdout) == (code, "")
    assert said in ended.stderr
    with office.database.read() as session:
        story = get_story(session, 1)
        assert story is not None
        assert story.held_at is None
