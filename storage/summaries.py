"""What the summaries of a day and of a week are made from: what is asked of whom now, what was done today, what had to escalate."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.orm import Session

from storage.audit import AuditEntry
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, ShareKind, Step, StoryStatus, Subject
from storage.nudge import Nudge, enquiries_behind
from storage.preference import prefer, preference
from storage.share import JointItem, ShareAsk
from storage.statement import FactCheck, SignOff
from storage.story import StoryIdea
from storage.story_around import StoryQuestion
from storage.story_told import TakeDown

_ASKED: ColumnElement[str] = literal_column("'asked'")  # a bound value would not use the partial indexes


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of the summary that stands: of which day, what had happened when it began and when it was last looked over,
    a mark of what it says, and when that was."""

    day: str
    began: int
    upto: int
    mark: str
    at: datetime | None = None


def kept_summary(session: Session, place: str, kind: str) -> Kept | None:
    """The latest summary of a kind that a place was given, or None."""
    found = preference(session, place, _name(kind))
    if found is None:
        return None
    day, began, upto, mark, at = found.split(" ")
    return Kept(day, int(began), int(upto), mark, datetime.fromisoformat(at))


def keep_summary(session: Session, place: str, kind: str, kept: Kept, now: datetime) -> None:
    """Remember it, so that no other process and no restart gives it again."""
    value = f"{kept.day} {kept.began} {kept.upto} {kept.mark} {now.isoformat(timespec='seconds')}"
    prefer(session, place, _name(kind), value, now)


def _name(kind: str) -> str:
    return f"summary:{kind}"


def sign_offs_asked(session: Session, enquiry_ids: Collection[int]) -> list[SignOff]:
    """Whose yes is asked just now."""
    asked = select(SignOff).where(SignOff.state == _ASKED, SignOff.enquiry_id.in_(enquiry_ids))
    return list(session.scalars(asked.order_by(SignOff.id)))


def facts_asked(session: Session, enquiry_ids: Collection[int]) -> list[FactCheck]:
    """Who is asked just now whether the facts are right."""
    asked = select(FactCheck).where(FactCheck.state == _ASKED, FactCheck.enquiry_id.in_(enquiry_ids))
    return list(session.scalars(asked.order_by(FactCheck.id)))


def moves_since(session: Session, entry_id: int, actions: Collection[str]) -> list[tuple[AuditEntry, Enquiry]]:
    """These moves of enquiries after an entry of the audit trail, in their order."""
    moved = select(AuditEntry, Enquiry).join(Enquiry, Enquiry.id == AuditEntry.subject_id)
    wanted = (AuditEntry.id > entry_id, AuditEntry.subject == Subject.ENQUIRY, AuditEntry.action.in_(actions))
    return [(row[0], row[1]) for row in session.execute(moved.where(*wanted).order_by(AuditEntry.id))]


def waiting_story_count(session: Session) -> int:
    """How many story ideas nobody has answered. The state is a literal, for the partial index."""
    waiting = select(func.count()).select_from(StoryIdea).where(StoryIdea.status == literal_column("'new'"))
    return session.scalar(waiting) or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What else waits for somebody's answer or deed, beside enquiries and new story ideas: by its references alone."""

    take_downs: tuple[str, ...] = ()  # stories that still stand where they may not
    shares: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()  # stories whose authors were asked something


def owed(session: Session) -> Owed:
    """What waits just now."""
    asks = list(
        session.scalars(select(ShareAsk).where(ShareAsk.state == literal_column("'open'")).order_by(ShareAsk.id))
    )
    down = select(StoryIdea).where(StoryIdea.id.in_(select(TakeDown.story_id).where(TakeDown.done_at.is_(None))))
    waits = StoryQuestion.answered_at.is_(None), StoryQuestion.let_go_at.is_(None)
    asked = select(StoryQuestion.story_id).where(*waits)
    stories = select(StoryIdea).where(
        StoryIdea.id.in_(asked), StoryIdea.taken_out_at.is_(None), StoryIdea.status.in_(_GOES_ON)
    )
    rules = select(JointItem).where(JointItem.answered_at.is_(None), JointItem.emptied_at.is_(None))
    return Owed(
        take_downs=_references(session.scalars(down)),
        shares=_references(one for one in asks if one.kind != ShareKind.CHANGE),
        changes=_references(one for one in asks if one.kind == ShareKind.CHANGE),
        rules=_references(session.scalars(rules)),
        questions=_references(session.scalars(stories)),
    )


_GOES_ON = (StoryStatus.NEW, StoryStatus.PICKED_UP)


def _references(found: Iterable[StoryIdea | ShareAsk | JointItem]) -> tuple[str, ...]:
    return tuple(sorted(one.reference for one in found))


def any_enquiry_before(session: Session, moment: datetime) -> bool:
    """Whether anything came in before then."""
    first = session.scalar(select(Enquiry.raised_at).order_by(Enquiry.id).limit(1))
    return first is not None and first < moment


def settled_for(session: Session, person: str, steps: Collection[Step], since: datetime) -> list[tuple[Nudge, Enquiry]]:
    """What this person had been asked and has been dealt with since a moment, each with the enquiry it was about."""
    asked = select(Nudge).where(
        Nudge.person == person,
        Nudge.sent_at.is_not(None),
        Nudge.state == NudgeState.SETTLED,
        Nudge.settled_at >= since,
        Nudge.step.in_(steps),
    )
    nudges = list(session.scalars(asked.order_by(Nudge.settled_at, Nudge.id)))
    about = _enquiries_of(session, nudges)
    return [(one, about[one.id]) for one in nudges if one.id in about]


def sent_between(
    session: Session, start: datetime, end: datetime, steps: Collection[Step]
) -> list[tuple[Nudge, Enquiry | StoryIdea]]:
    """The nudges of some steps that were sent in a time, each with what it was about."""
    sent = select(Nudge).where(Nudge.sent_at >= start, Nudge.sent_at < end, Nudge.step.in_(steps))
    nudges = list(session.scalars(sent.order_by(Nudge.id)))
    stories = {one.subject_id for one in nudges if one.subject == Subject.STORY}
    told = {one.id: one for one in session.scalars(select(StoryIdea).where(StoryIdea.id.in_(stories)))}
    about: dict[int, Enquiry | StoryIdea] = {**_enquiries_of(session, nudges)}
    about |= {one.id: told[one.subject_id] for one in nudges if one.subject == Subject.STORY and one.subject_id in told}
    return [(one, about[one.id]) for one in nudges if one.id in about and counts(about[one.id])]


def counts(record: Enquiry | StoryIdea) -> bool:
    """Whether it stands in a figure: nothing that was only practice, nor what has been erased."""
    return record.emptied_at is None and not (isinstance(record, Enquiry) and record.practice)


def _enquiries_of(session: Session, nudges: Sequence[Nudge]) -> dict[int, Enquiry]:
    """The enquiry behind each nudge, by the nudge's id."""
    ids = enquiries_behind(session, nudges)
    found = session.scalars(select(Enquiry).where(Enquiry.id.in_(set(ids.values())))) if ids else ()
    enquiries = {one.id: one for one in found}
    return {nudge: enquiries[enquiry] for nudge, enquiry in ids.items() if enquiry in enquiries}
