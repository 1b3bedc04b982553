"""What surrounds a story idea: who else wrote it, its pictures as Slack keeps them, and what its authors were asked."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, delete, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.locking import locked
from storage.story import StoryIdea

NOT_LOOKED_AT = "asked"
"""The state of a picture that Slack has not been asked about yet."""


class StoryAuthor(Record):
    """Someone who wrote an idea together with the person who sent it in. `thanked`: whether the digest may thank them by name."""

    __tablename__ = "story_author"

    story_id: Mapped[int] = mapped_column(ForeignKey("story_idea.id"), primary_key=True)
    person: Mapped[str] = mapped_column(String(32), primary_key=True)
    added_by: Mapped[str] = mapped_column(String(32))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Picture(Record):
    """A picture of a story: Slack's file and nothing of its content. `words` is for those who cannot see it.

    `state`: asked (not looked at yet), good, not_a_picture, too_large, gone.
    """

    __tablename__ = "picture"
    __table_args__ = (UniqueConstraint("story_id", "file"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    story_id: Mapped[int] = mapped_column(ForeignKey("story_idea.id"))
    file: Mapped[str] = mapped_column(String(32))
    position: Mapped[int] = mapped_column(default=0)
    words: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(String(64), default="")  # "image/png", as Slack says
    size: Mapped[int] = mapped_column(default=0)  # bytes
    state: Mapped[str] = mapped_column(String(16), default="asked")


class StoryQuestion(Record):
    """Something the comms team asked an idea's authors, and what they answered."""

    __tablename__ = "story_question"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    story_id: Mapped[int] = mapped_column(ForeignKey("story_idea.id"), index=True)
    question: Mapped[str] = mapped_column(Text)
    asked_by: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by: Mapped[str | None] = mapped_column(String(32), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    form_id: Mapped[str] = mapped_column(String(64), default="")
    fresh: Mapped[bool] = mapped_column(default=False)  # the people in it are to be asked anew, for the press
    beside: Mapped[int | None] = mapped_column(default=None)  # the enquiry beside whose headline it would stand
    asked_again_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, default=None
    )  # once more, and never a third time
    let_go_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # it goes on without an answer


def authors_of(session: Session, story_id: int) -> list[str]:
    """Who else wrote it, beside the person who sent it in, in the order in which they were added."""
    others = select(StoryAuthor.person).where(StoryAuthor.story_id == story_id)
    return list(session.scalars(others.order_by(StoryAuthor.added_at, StoryAuthor.person)))


def pictures_of(session: Session, story_ids: Collection[int]) -> dict[int, list[Picture]]:
    """The pictures of each of these stories, in order; every story has its list."""
    found: dict[int, list[Picture]] = {story_id: [] for story_id in story_ids}
    if found:
        wanted = select(Picture).where(Picture.story_id.in_(found)).order_by(Picture.position, Picture.id)
        for picture in session.scalars(wanted):
            found[picture.story_id].append(picture)
    return found


def put_pictures(
    session: Session, story_id: int, pictures: Sequence[tuple[str, str]], there: Sequence[Picture]
) -> None:
    """A story's pictures are these files, with what each shows. What is known of a file that was there before stays."""
    before = {one.file: one for one in there}
    for file in before.keys() - {file for file, _ in pictures}:
        session.delete(before[file])
    for position, (file, words) in enumerate(pictures):
        if file in before:
            before[file].position, before[file].words = position, words
        else:
            session.add(Picture(story_id=story_id, file=file, position=position, words=words))
    session.flush()


def put_authors(session: Session, story_id: int, people: Sequence[str], by: str, now: datetime) -> list[str]:
    """Who wrote it beside the person who sent it in; those who are new come back."""
    before = authors_of(session, story_id)
    gone = [person for person in before if person not in people]
    theirs = delete(StoryAuthor).where(StoryAuthor.story_id == story_id, StoryAuthor.person.in_(gone))
    session.execute(theirs, execution_options={"synchronize_session": False})
    new = [person for person in people if person not in before]
    session.add_all(StoryAuthor(story_id=story_id, person=person, added_by=by, added_at=now) for person in new)
    session.flush()
    return new


def stories_written_by(session: Session, person: str, limit: int = 20) -> list[StoryIdea]:
    """The story ideas that a person sent in or wrote with others, newest first."""
    with_others = select(StoryAuthor.story_id).where(StoryAuthor.person == person)
    mine = select(StoryIdea).where(or_(StoryIdea.author == person, StoryIdea.id.in_(with_others)))
    return list(session.scalars(mine.order_by(StoryIdea.id.desc()).limit(limit)))


def questions_of(session: Session, story_id: int) -> list[StoryQuestion]:
    """What was asked about a story, oldest first."""
    asked = select(StoryQuestion).where(StoryQuestion.story_id == story_id)
    return list(session.scalars(asked.order_by(StoryQuestion.id)))


def get_question(session: Session, question_id: int, *, lock: bool = False) -> StoryQuestion | None:
    """One question; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(StoryQuestion).where(StoryQuestion.id == question_id), lock)).one_or_none()
