"""A story's pictures as Slack has them: looked at when they come in, and again before they are shown to many."""

from dataclasses import dataclass

from bot.desk.work import Desk, Work, verb
from bot.rules.pictures import GONE, state_of
from storage.digest import stories_of_digest
from storage.kinds import Subject
from storage.story_around import Picture, pictures_of


@dataclass(frozen=True, slots=True)
class Found:
    """What Slack says of a file."""

    kind: str
    size: int


def to_look_at(desk: Desk, subject: Subject, subject_id: int) -> list[Picture]:
    """The pictures of a story, or of all stories of a digest."""
    with desk.database.read() as session:
        stories = [subject_id]
        if subject == Subject.DIGEST:
            stories = [story.id for story in stories_of_digest(session, subject_id)]
        return [one for several in pictures_of(session, stories).values() for one in several]


@verb
def looked(work: Work, story_id: int, found: dict[str, Found | None]) -> None:
    """Write down what Slack says of a story's files; None: it is not there, or not for us to see."""
    for picture in pictures_of(work.session, [story_id])[story_id]:
        if picture.file not in found:
            continue
        says = found[picture.file]
        picture.state = state_of(says.kind, says.size) if says else GONE
        if says:
            picture.kind, picture.size = says.kind, says.size
