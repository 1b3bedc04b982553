"""What App Home shows, and whose page a change concerns: who has looked at theirs lately, and has a part in what changed."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import CompoundSelect, select, union
from sqlalchemy.orm import Session

from storage.audit import AuditEntry, head_of
from storage.enquiry import Enquiry
from storage.finding import Filters, Page, Waiting
from storage.involved import Task
from storage.kinds import Subject
from storage.nudge import Nudge
from storage.preference import Preference, prefer, preference
from storage.share import ShareAsk
from storage.statement import FactCheck, SignOff
from storage.story import StoryIdea
from storage.story_around import StoryAuthor, StoryQuestion
from storage.story_counts import CameIn, ToldOnce

OPENED = "home"
"""The preference that says when someone last opened their App Home."""

BOARD = "board"
DRAWN, BOT = "homes_drawn", "close-ties"
MOST_CHANGES = 500
ON_A_PAGE = 15
"""Enquiries on a page of the board: each takes two of the hundred blocks that a home page may have."""


@dataclass(frozen=True, slots=True)
class Home:
    """A person's App Home as records. `board` None: they are not of the press office. `has_role`: things may be asked of them."""

    mine: tuple[Enquiry, ...] = ()
    ideas: tuple[StoryIdea, ...] = ()
    waiting: Waiting = field(default=Waiting())
    board: Page | None = None
    filters: Filters = field(default=Filters())
    has_role: bool = False
    unanswered: tuple[StoryIdea, ...] = ()  # ideas that wait for the press office
    questions: tuple[tuple[StoryQuestion, StoryIdea], ...] = ()  # put to them about what they wrote
    told: tuple[ToldOnce, ...] = ()  # stories of the last year, for the press office
    came_in: tuple[CameIn, ...] = ()  # enquiries of this quarter, for the press office
    asked: tuple[ShareAsk, ...] = ()  # what they asked about sharing: it waits, or was answered lately
    owed: tuple[ShareAsk, ...] = ()  # what others asked about sharing, and they may answer


@dataclass(frozen=True, slots=True)
class Changes:
    """What has happened since the homes were last drawn: up to which entry of the audit trail, about what, and who did it."""

    upto: int
    enquiries: frozenset[int] = frozenset()
    stories: frozenset[int] = frozenset()
    shares: frozenset[int] = frozenset()
    actors: frozenset[str] = frozenset()


def note_opened(session: Session, person: str, now: datetime) -> None:
    """Someone has opened their App Home."""
    prefer(session, person, OPENED, "", now)


def opened_since(session: Session, since: datetime) -> set[str]:
    """Who has opened their App Home since a moment."""
    return set(session.scalars(select(Preference.person).where(Preference.name == OPENED, Preference.at > since)))


def anything_new(session: Session) -> bool:
    """Whether anything has happened since the homes were last drawn."""
    return head_of(session)[0] != _drawn_upto(session)


def take_changes(session: Session, now: datetime) -> Changes:
    """What has happened since, to be taken once: whoever asks next is told what happens after it."""
    drawn, upto = _drawn_upto(session), head_of(session)[0]
    entries = session.execute(
        select(AuditEntry.actor, AuditEntry.subject, AuditEntry.subject_id)
        .where(AuditEntry.id > drawn, AuditEntry.id <= upto)
        .order_by(AuditEntry.id.desc())
        .limit(MOST_CHANGES)
    ).all()
    prefer(session, BOT, DRAWN, str(upto), now)
    return Changes(
        upto,
        frozenset(entry.subject_id for entry in entries if entry.subject == Subject.ENQUIRY),
        frozenset(entry.subject_id for entry in entries if entry.subject == Subject.STORY),
        frozenset(entry.subject_id for entry in entries if entry.subject == Subject.SHARE),
        frozenset(entry.actor for entry in entries),
    )


def with_a_part_in(
    session: Session, enquiries: Collection[int], stories: Collection[int], shares: Collection[int]
) -> set[str]:
    """Everyone on whose page these may stand: who raised, holds or leads them, or is asked something about them. One statement."""
    about: CompoundSelect[str] = union(
        select(Enquiry.raised_by).where(Enquiry.id.in_(enquiries)),
        select(Enquiry.officer).where(Enquiry.id.in_(enquiries)),
        select(Enquiry.lead).where(Enquiry.id.in_(enquiries)),
        select(Nudge.person).where(Nudge.subject == Subject.ENQUIRY, Nudge.subject_id.in_(enquiries)),
        select(SignOff.person).where(SignOff.enquiry_id.in_(enquiries)),
        select(FactCheck.person).where(FactCheck.enquiry_id.in_(enquiries)),
        select(Task.owner).where(Task.enquiry_id.in_(enquiries)),
        select(StoryIdea.author).where(StoryIdea.id.in_(stories)),
        select(StoryAuthor.person).where(StoryAuthor.story_id.in_(stories)),
        select(ShareAsk.asked_by).where(ShareAsk.id.in_(shares)),
        select(ShareAsk.owner).where(ShareAsk.id.in_(shares)),
    )
    return {person for person in session.scalars(about) if person}


def filters_of(session: Session, person: str) -> tuple[Filters, int]:
    """How someone has narrowed the board, and where the page begins that they look at."""
    area, officer, status, start = (preference(session, person, BOARD) or "|||0").split("|")
    return Filters(area, officer, status), int(start)


def keep_filters(session: Session, person: str, filters: Filters, start: int, now: datetime) -> None:
    """Someone has narrowed the board, or turned its page."""
    prefer(session, person, BOARD, f"{filters.area}|{filters.officer}|{filters.status}|{start}", now)


def _drawn_upto(session: Session) -> int:
    drawn = preference(session, BOT, DRAWN)
    return int(drawn) if drawn else 0
