"""Consents one by one, those that have run out, and what goes when one of them ends."""

from datetime import date

from sqlalchemy import Text, delete, select, update
from sqlalchemy.orm import Session

from storage.digest import DigestStory
from storage.insert import table_of
from storage.kinds import Subject
from storage.legal_hold import holds_on
from storage.locking import locked
from storage.story import Consent, StoryIdea
from storage.story_around import Picture, StoryQuestion
from storage.story_told import TakeDown, Telling

_NO_SYNC = {"synchronize_session": False}


def get_consent(session: Session, consent_id: int, *, lock: bool = False) -> Consent | None:
    """One consent; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(Consent).where(Consent.id == consent_id), lock)).one_or_none()


def stories_run_out(session: Session, today: date) -> list[int]:
    """The ids of the stories behind which a consent has run out that nothing came of yet."""
    over = select(Consent.story_id).where(
        Consent.until < today, Consent.withdrawn_at.is_(None), Consent.ended_at.is_(None)
    )
    return list(session.scalars(over.distinct().order_by(Consent.story_id)))


def remove_consent(session: Session, consent_id: int) -> None:
    """One that was recorded by mistake goes."""
    session.execute(delete(Consent).where(Consent.id == consent_id), execution_options=_NO_SYNC)


def open_take_downs(session: Session, story_id: int) -> list[TakeDown]:
    """What still has to be taken down of a story."""
    asked = select(TakeDown).where(TakeDown.story_id == story_id, TakeDown.done_at.is_(None))
    return list(session.scalars(asked.order_by(TakeDown.id)))


def taken_out_of(session: Session, digest_id: int) -> int:
    """How many stories were taken out of a digest after it was posted."""
    ended = select(Telling.story_id).where(Telling.digest_id == digest_id, Telling.ended_at.is_not(None))
    return len(set(session.scalars(ended)))


def drop_words(session: Session, story: StoryIdea) -> bool:
    """The story's words and pictures go, and what the comms team made of them. Who it was about, the evidence and the dates stay.

    False: a legal hold stands, and nothing went.
    """
    if holds_on(session, Subject.STORY, story.id):
        return False
    for column in table_of(StoryIdea).columns:
        if isinstance(column.type, Text):
            setattr(story, column.name, "")
    story.photos, story.form_digest, story.source_channel, story.source_ts = [], "", "", ""
    session.execute(delete(Picture).where(Picture.story_id == story.id), execution_options=_NO_SYNC)
    for record, values in (
        (StoryQuestion, {"question": "", "answer": ""}),
        (DigestStory, {"title": "", "words": ""}),
    ):
        changed = update(record).where(table_of(record).c.story_id == story.id).values(**values)
        session.execute(changed, execution_options=_NO_SYNC)
    return True
