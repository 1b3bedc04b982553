"""What is over its period, and how its content goes. The skeleton of an enquiry and of a story stays for figures."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, delete, exists, func, literal_column, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from storage.absence import AbsenceRow, PresenceRow
from storage.base import Record
from storage.call_request import CallRequest
from storage.coverage import Coverage
from storage.delivery import Delivery
from storage.digest import DigestLeftOut, DigestStory
from storage.enquiry import Enquiry
from storage.insert import table_of
from storage.involved import Involved, Task
from storage.kinds import DeliveryKind, StoryStatus, Subject
from storage.line import Line, LineUse
from storage.links import EnquiryLink
from storage.notes import KeptWords
from storage.nudge import Nudge
from storage.organisation import PersonRow
from storage.press import Journalist
from storage.share import JointItem, ShareAsk
from storage.statement import FactCheck, SignOff, Statement
from storage.story import Consent, StoryIdea
from storage.story_around import Picture, StoryAuthor, StoryQuestion
from storage.story_told import TakeDown, Telling
from storage.thread_note import ThreadNote

_NO_SYNC = {"synchronize_session": False}

GO_WITH_ENQUIRY: tuple[type[Record], ...] = (FactCheck, SignOff, Statement, Involved, Task, ThreadNote, CallRequest)
"""Rows that go with an enquiry's words, in an order that their references allow."""

STAY_WITHOUT_WORDS: dict[type[Record], dict[str, str]] = {
    Coverage: {"link": "", "title": "", "added_by": ""},
    EnquiryLink: {"linked_by": ""},
    LineUse: {"used_by": ""},
}
"""Rows that stay beside the skeleton, for figures, and what of them goes."""


GO_WITH_STORY: tuple[type[Record], ...] = (StoryAuthor, Picture)
"""Rows that go with a story's words."""

STAY_WITHOUT_STORYS_WORDS: dict[type[Record], dict[str, Any]] = {
    StoryQuestion: {"question": "", "answer": "", "asked_by": "", "answered_by": None},
    Telling: {"place": "", "link": "", "told_by": ""},
    DigestStory: {"title": "", "words": ""},
    DigestLeftOut: {"left_out_by": ""},
    TakeDown: {"what": "", "note": "", "owner": "", "done_by": None},
}
"""Rows that stay beside its skeleton, and what of them goes."""


def enquiries_over(before: datetime) -> Select[int]:
    """Closed so long ago that their words go."""
    return select(Enquiry.id).where(*_closed(before), Enquiry.emptied_at.is_(None)).order_by(Enquiry.id)


def statements_over(before: datetime) -> Select[int]:
    """Enquiries whose statements go."""
    worded = exists().where(Statement.enquiry_id == Enquiry.id, Statement.words != "")
    return select(Enquiry.id).where(*_closed(before), worded).order_by(Enquiry.id)


def notes_over(before: datetime) -> Select[int]:
    """Enquiries whose notes go."""
    noted = exists().where(ThreadNote.enquiry_id == Enquiry.id)
    return select(Enquiry.id).where(*_closed(before), noted).order_by(Enquiry.id)


def stories_over(before: datetime) -> Select[int]:
    """Told or declined so long ago that their words go."""
    told = and_(StoryIdea.status == StoryStatus.TOLD, StoryIdea.told_at <= before)
    declined = and_(StoryIdea.status == StoryStatus.DECLINED, StoryIdea.answered_at <= before)
    return select(StoryIdea.id).where(or_(told, declined), StoryIdea.emptied_at.is_(None)).order_by(StoryIdea.id)


def consents_over(before: datetime) -> Select[int]:
    """Consents that ended, were withdrawn, or lost their story so long ago."""
    ended = or_(Consent.withdrawn_at <= before, Consent.until <= before.date())
    endless = and_(Consent.withdrawn_at.is_(None), Consent.until.is_(None), StoryIdea.emptied_at <= before)
    joined = select(Consent.id).join(StoryIdea, StoryIdea.id == Consent.story_id)
    return joined.where(or_(ended, endless)).order_by(Consent.id)


def shares_over(before: datetime) -> Select[int]:
    """Questions about sharing that were answered, taken back or shared so long ago."""
    last = func.coalesce(ShareAsk.told_at, ShareAsk.answered_at, ShareAsk.asked_at) <= before
    over = last, ShareAsk.state != literal_column("'open'"), ShareAsk.emptied_at.is_(None)
    return select(ShareAsk.id).where(*over).order_by(ShareAsk.id)


def joint_over(before: datetime) -> Select[int]:
    """Rules that got in someone's way, answered so long ago."""
    over = JointItem.answered_at <= before, JointItem.emptied_at.is_(None)
    return select(JointItem.id).where(*over).order_by(JointItem.id)


def journalists_over(before: datetime) -> Select[int]:
    """Those who have not been in touch for so long, and wait for nothing."""
    lately = select(Enquiry.journalist_id).where(
        Enquiry.journalist_id.is_not(None),
        or_(Enquiry.raised_at > before, Enquiry.status != literal_column("'closed'")),
    )
    quiet = Journalist.id.not_in(lately)
    return select(Journalist.id).where(Journalist.first_seen <= before, quiet).order_by(Journalist.id)


def lines_over(before: datetime) -> Select[int]:
    """Retired so long ago, or to be reviewed so long ago and never looked at again."""
    unreviewed = and_(Line.retired_at.is_(None), Line.review_on <= before.date())
    return select(Line.id).where(or_(Line.retired_at <= before, unreviewed), Line.words != "").order_by(Line.id)


def absences_over(before: datetime) -> Select[int]:
    """Over so long ago, for those who have heard what happened meanwhile."""
    over = func.coalesce(AbsenceRow.ended_at, AbsenceRow.ends_at) <= before
    return select(AbsenceRow.id).where(over, AbsenceRow.told_at.is_not(None)).order_by(AbsenceRow.id)


def presence_over(before: datetime) -> Select[str]:
    """Shown so long ago; but that an account is switched off is true until it is on again, and matters while its owner is asked things."""
    matters = and_(PresenceRow.deactivated, PresenceRow.person.in_(select(PersonRow.id)))
    return select(PresenceRow.person).where(PresenceRow.seen_at <= before, ~matters).order_by(PresenceRow.person)


def deliveries_over(before: datetime) -> Select[int]:
    """Done with so long ago, and nothing that stands in Slack is brought up to date through them any more."""
    newer = aliased(Delivery)
    replaced = exists().where(
        newer.key == Delivery.key, newer.id > Delivery.id, newer.state == literal_column("'sent'"), newer.ts != ""
    )
    said_once = Delivery.kind.in_((DeliveryKind.REPLY, DeliveryKind.WARNING))
    given_up = Delivery.state.in_(("failed", "dropped"))
    done = Delivery.state == literal_column("'sent'")
    old = func.coalesce(Delivery.sent_at, Delivery.created_at) <= before
    emptied = (_emptied(subject, before) for subject in _EMPTIED_AT)
    gone = or_(replaced, said_once, *emptied)
    return select(Delivery.id).where(old, or_(given_up, and_(done, gone))).order_by(Delivery.id)


def _emptied(subject: Subject, before: datetime) -> ColumnElement[bool]:
    id_, emptied_at = _EMPTIED_AT[subject]
    emptied = select(id_).where(emptied_at <= before)
    return and_(Delivery.subject == subject, Delivery.subject_id.in_(emptied))


def kept_words_over(before: datetime) -> Select[str]:
    """Words kept for a form that would not open."""
    return select(KeptWords.id).where(KeptWords.kept_at <= before).order_by(KeptWords.id)


def _closed(before: datetime) -> tuple[ColumnElement[bool], ...]:
    return Enquiry.status == literal_column("'closed'"), Enquiry.closed_at <= before


_EMPTIED_AT: dict[Subject, tuple[InstrumentedAttribute[int], InstrumentedAttribute[datetime | None]]] = {
    Subject.ENQUIRY: (Enquiry.id, Enquiry.emptied_at),
    Subject.STORY: (StoryIdea.id, StoryIdea.emptied_at),
    Subject.SHARE: (ShareAsk.id, ShareAsk.emptied_at),
    Subject.JOINT: (JointItem.id, JointItem.emptied_at),
}


def is_emptied(session: Session, subject: Subject, subject_id: int) -> bool:
    """Whether the words of a record have been deleted."""
    if subject not in _EMPTIED_AT:
        return False
    number, emptied_at = _EMPTIED_AT[subject]
    return session.scalar(select(emptied_at).where(number == subject_id)) is not None


# -- what goes


def empty_enquiry(session: Session, enquiry: Enquiry, now: datetime) -> None:
    """Every word and everybody's name goes. Reference, dates, service area, outlet as remembered, outcome stay."""
    for subject, ids in children_of(session, enquiry.id).items():
        for subject_id in ids:
            _forget_nudges(session, subject, subject_id)
    for record in GO_WITH_ENQUIRY:
        session.execute(delete(record).where(_of(record, enquiry.id)), execution_options=_NO_SYNC)
    for record, values in STAY_WITHOUT_WORDS.items():
        session.execute(update(record).where(_of(record, enquiry.id)).values(**values), execution_options=_NO_SYNC)
    _forget_nudges(session, Subject.ENQUIRY, enquiry.id)
    _empty(enquiry, also={"foi_reference": "", "raised_by": "", "form_digest": "", "marks": [], "excluded": []})
    for person in (
        "officer",
        "lead",
        "lead_acknowledged_by",
        "responded_by",
        "closed_by",
        "opened_up_by",
        "override_by",
    ):
        setattr(enquiry, person, None)
    enquiry.journalist_id = enquiry.statement_id = enquiry.family_told = None
    enquiry.emptied_at = now
    enquiry.version += 1


def empty_statements(session: Session, enquiry_id: int) -> None:
    """The words of every version go, and what was written beside a yes or a check. Who said yes, and when, stays."""
    for record, values in (
        (Statement, {"words": "", "note": ""}),
        (SignOff, {"why": ""}),
        (FactCheck, {"note": ""}),
    ):
        session.execute(update(record).where(_of(record, enquiry_id)).values(**values), execution_options=_NO_SYNC)


def delete_notes(session: Session, enquiry_id: int) -> None:
    """The timeline's messages as kept here go."""
    session.execute(delete(ThreadNote).where(ThreadNote.enquiry_id == enquiry_id), execution_options=_NO_SYNC)


def empty_story(session: Session, story: StoryIdea, now: datetime) -> None:
    """Every word and everybody's name goes. Reference, dates, service area and outcome stay; consents have their own period."""
    for record in GO_WITH_STORY:
        session.execute(delete(record).where(_of_story(record, story.id)), execution_options=_NO_SYNC)
    for record, values in STAY_WITHOUT_STORYS_WORDS.items():
        session.execute(update(record).where(_of_story(record, story.id)).values(**values), execution_options=_NO_SYNC)
    _forget_nudges(session, Subject.STORY, story.id)
    _empty(story, also={"author": "", "photos": [], "form_digest": "", "source_channel": "", "source_ts": ""})
    story.officer = story.second_look_by = story.withdrawn_by = None
    story.emptied_at = now
    story.version += 1


def empty_share(session: Session, ask: ShareAsk, now: datetime) -> None:
    """Every word and everybody's name goes. Reference, kind, dates, light and rules stay. A story that it became has its own period."""
    _forget_nudges(session, Subject.SHARE, ask.id)
    _empty(ask, also={"asked_by": "", "form_digest": ""})
    ask.owner = ask.answered_by = None
    ask.emptied_at = now
    ask.version += 1


def empty_joint(session: Session, item: JointItem, now: datetime) -> None:
    """Every word and everybody's name goes. Reference, dates and the rule stay."""
    _forget_nudges(session, Subject.JOINT, item.id)
    _empty(item, also={"raised_by": ""})
    item.answered_by = None
    item.emptied_at = now


def delete_consent(session: Session, consent_id: int) -> None:
    """A consent goes."""
    session.execute(delete(Consent).where(Consent.id == consent_id), execution_options=_NO_SYNC)


def enquiries_of_journalist(session: Session, journalist_id: int) -> list[int]:
    """The ids of a journalist's enquiries."""
    return list(session.scalars(select(Enquiry.id).where(Enquiry.journalist_id == journalist_id).order_by(Enquiry.id)))


def delete_journalist(session: Session, journalist_id: int) -> None:
    """A journalist goes; their enquiries keep what was typed in them until their own time comes."""
    theirs = update(Enquiry).where(Enquiry.journalist_id == journalist_id).values(journalist_id=None)
    session.execute(theirs, execution_options=_NO_SYNC)
    session.execute(delete(Journalist).where(Journalist.id == journalist_id), execution_options=_NO_SYNC)


def delete_deliveries(session: Session, ids: list[int]) -> None:
    """Deliveries go."""
    session.execute(delete(Delivery).where(Delivery.id.in_(ids)), execution_options=_NO_SYNC)


def delete_kept_words(session: Session, ids: list[str]) -> None:
    """Kept words go."""
    session.execute(delete(KeptWords).where(KeptWords.id.in_(ids)), execution_options=_NO_SYNC)


def empty_line(line: Line, now: datetime) -> None:
    """The words of a line go, and it is in use no longer. That it was used, and when, stays."""
    line.topic = line.words = line.kept_by = line.form_id = ""
    line.retired_at, line.retired_by = line.retired_at or now, None


def delete_absences(session: Session, ids: list[int]) -> None:
    """Absences go."""
    session.execute(delete(AbsenceRow).where(AbsenceRow.id.in_(ids)), execution_options=_NO_SYNC)


def delete_presence(session: Session, people: list[str]) -> None:
    """What Slack showed of people goes."""
    session.execute(delete(PresenceRow).where(PresenceRow.person.in_(people)), execution_options=_NO_SYNC)


def children_of(session: Session, enquiry_id: int) -> dict[Subject, list[int]]:
    """The ids of an enquiry's rows that have entries of their own in the trail."""
    kinds: dict[Subject, InstrumentedAttribute[int]] = {
        Subject.SIGN_OFF: SignOff.id,
        Subject.FACT_CHECK: FactCheck.id,
        Subject.TASK: Task.id,
        Subject.CALL: CallRequest.id,
    }
    return {
        subject: list(session.scalars(select(column).where(column.class_.enquiry_id == enquiry_id)))
        for subject, column in kinds.items()
    }


def _of(record: type[Record], enquiry_id: int) -> ColumnElement[bool]:
    return table_of(record).c.enquiry_id == enquiry_id


def _of_story(record: type[Record], story_id: int) -> ColumnElement[bool]:
    return table_of(record).c.story_id == story_id


def _forget_nudges(session: Session, subject: Subject, subject_id: int) -> None:
    about = delete(Nudge).where(Nudge.subject == subject, Nudge.subject_id == subject_id)
    session.execute(about, execution_options=_NO_SYNC)


def _empty(record: Record, *, also: dict[str, Any]) -> None:
    """Every column of free text, so that one that is added later is not forgotten; and those named."""
    texts = {column.name: "" for column in table_of(type(record)).columns if isinstance(column.type, Text)}
    for name, value in {**texts, **also}.items():
        setattr(record, name, value)
