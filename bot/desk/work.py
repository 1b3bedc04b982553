"""The desk, and the work of one verb: one transaction, in which the record, its audit entry, its nudges and its deliveries
are written together or not at all. When it is committed, the delivery loop is woken.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Concatenate, NotRequired, ParamSpec, TypedDict, TypeVar, Unpack

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.desk.looking import stop_before_writing
from bot.rules.availability import turn_of
from bot.rules.privacy.looked import NOTHING_SEEN, Looked
from bot.rules.reasons import Reason, Refused
from storage import audit
from storage.call_request import CallRequest
from storage.delivery import Delivery, queue
from storage.engine import Database, StorageUnavailable, retrying
from storage.enquiry import Enquiry, get_enquiry
from storage.involved import Involved, Task
from storage.kinds import DeliveryKind, RotaKind, Subject
from storage.organisation import Organisation, organisation_version, read_organisation
from storage.statement import FactCheck, SignOff
from storage.story import StoryIdea, get_story
from storage.story_around import StoryQuestion
from storage.story_told import TakeDown

P = ParamSpec("P")
R = TypeVar("R")

Unavailable = StorageUnavailable
"""The database is locked, full or gone: for handlers, which do not know storage."""

AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)
"""`not_before` of what is to go at once. Deliveries wait by the machine's own time, whatever the desk's clock shows."""


RECENTLY = timedelta(days=2)
"""How long a turn or an absence that is over is still looked at, for those who were asked while it lasted."""


B = TypeVar("B", SignOff, FactCheck, Task, CallRequest, Involved)
"""What belongs to an enquiry and is dealt with by itself."""

S = TypeVar("S", StoryQuestion, TakeDown)
"""The same of a story."""

T = TypeVar("T")
W = TypeVar("W", Enquiry, StoryIdea)


def _must(found: T | None) -> T:
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    return found


class About(TypedDict):
    """What a delivery is about and where it goes: see `storage.delivery.Delivery`."""

    key: str
    lane: str
    subject: Subject
    subject_id: int
    detail: NotRequired[str]
    thread_key: NotRequired[str]
    urgent: NotRequired[bool]


@dataclass(slots=True)
class Note:
    """An audit entry to be written last; `line_for` names the delivery that tells it in a card's thread, if any."""

    actor: str
    action: str
    subject: Subject
    subject_id: int
    details: dict[str, object]
    line: Delivery | None = None


@dataclass(slots=True)
class Work:
    """What one verb has in hand: its session, the moment, the organisation, and what it causes."""

    session: Session
    now: datetime
    organisation: Organisation
    deliveries: list[Delivery] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def enquiry(self, enquiry_id: int) -> Enquiry:
        """The enquiry, locked until the end. Refused(NOT_FOUND) when there is none."""
        return _must(get_enquiry(self.session, enquiry_id, lock=True))

    def story(self, story_id: int) -> StoryIdea:
        """The story idea, locked until the end. Refused(NOT_FOUND) when there is none."""
        return _must(get_story(self.session, story_id, lock=True))

    def belonging(self, get: Callable[..., B | None], record_id: int) -> tuple[B, Enquiry] | None:
        """What belongs to an enquiry, and the enquiry: both locked, the enquiry first. None when there is no such record."""
        return self._under_lock(get, record_id, lambda seen: self.enquiry(seen.enquiry_id))

    def must_belong(self, get: Callable[..., B | None], record_id: int) -> tuple[B, Enquiry]:
        """The same. Refused(NOT_FOUND) when there is no such record."""
        return _must(self.belonging(get, record_id))

    def belonging_to_story(self, get: Callable[..., S | None], record_id: int) -> tuple[S, StoryIdea] | None:
        """What belongs to a story, and the story: both locked, the story first. None when there is no such record."""
        return self._under_lock(get, record_id, lambda seen: self.story(seen.story_id))

    def must_belong_to_story(self, get: Callable[..., S | None], record_id: int) -> tuple[S, StoryIdea]:
        """The same. Refused(NOT_FOUND) when there is no such record."""
        return _must(self.belonging_to_story(get, record_id))

    def _under_lock(
        self, get: Callable[..., T | None], record_id: int, lock_whole: Callable[[T], W]
    ) -> tuple[T, W] | None:
        """A part and its whole. The whole is locked first, so that two who come by different parts do not wait for each other."""
        seen = get(self.session, record_id, lock=False)
        if seen is None:
            return None
        whole = lock_whole(seen)
        record = get(self.session, record_id, lock=True)
        return (record, whole) if record is not None else None

    def deliver(self, kind: DeliveryKind, **about: Unpack[About]) -> None:
        """Queue one message, or the edit of the one that stands under the same key. No place to send it to: nothing."""
        if about["lane"]:
            self.deliveries.append(self.delivery(kind, **about))

    def delivery(self, kind: DeliveryKind, **about: Unpack[About]) -> Delivery:
        """A delivery of this moment, not queued yet."""
        return Delivery(kind=kind, created_at=self.now, not_before=AT_ONCE, **about)

    def audit(
        self,
        actor: str,
        action: str,
        subject: Subject,
        subject_id: int,
        details: dict[str, object] | None = None,
        *,
        line: Delivery | None = None,
    ) -> None:
        """Note who did what. Written last, since every transaction queues up at the head of the chain."""
        self.notes.append(Note(actor, action, subject, subject_id, details or {}, line))

    def note_kept(self, kinds: Sequence[str]) -> None:
        """Words may stay because someone said so: the trail says of which kind they are, and never the words."""
        if kinds and self.notes:
            first = self.notes[0]
            self.audit(
                first.actor, "kept_as_typed", first.subject, first.subject_id, {"kinds": [str(one) for one in kinds]}
            )

    def opened(self, enquiry: Enquiry, person: str, details: dict[str, object] | None = None) -> None:
        """Note who reads the words of a restricted enquiry."""
        if enquiry.restricted:
            self.audit(person, "opened", Subject.ENQUIRY, enquiry.id, details)

    def finish(self) -> None:
        """Write what the verb caused: first its own changes, then the trail, then the deliveries in one statement."""
        self.session.flush()
        new = [audit.NewEntry(one.actor, one.action, one.subject, one.subject_id, one.details) for one in self.notes]
        for note, entry in zip(self.notes, audit.append_all(self.session, self.now, new), strict=True):
            if note.line is not None:
                note.line.key = f"line:{entry}"
                note.line.detail = str(entry)
                self.deliveries.append(note.line)
        if self.deliveries:
            queue(self.session, self.deliveries)


def nothing(_: str = "") -> None:
    """The crash points' and the wake-up's default: do nothing."""


@dataclass(slots=True)
class Desk:
    """Where the verbs work: the database, the clock, the organisation as last read, and the delivery loop's wake-up.

    `reached` is told the name of each point at which a crash is worth trying; outside the crash tests it does nothing.
    """

    database: Database
    clock: Clock
    wake: Callable[[], None] = nothing
    reached: Callable[[str], None] = nothing
    looked: Looked = NOTHING_SEEN
    _organisation: Organisation = field(default_factory=lambda: Organisation(name=""))
    _told: tuple[Organisation | None, Organisation] = (None, Organisation(name=""))  # as read, and as handed out
    _house: "Desk | None" = None  # of a desk for one form: the one it is a copy of

    @property
    def organisation(self) -> Organisation:
        """The organisation as last read: one immutable value, so that opening a form touches no database.

        Who is to be rung is the one thing in it that changes by itself: it is whoever has the rota's turn at this moment.
        """
        known, told = self._organisation, self._told
        rung = turn_of(known, RotaKind.PRESS, self.clock.now())
        if told[0] is not known or told[1].rung != rung:
            told = (known, replace(known, rung=rung))
            self._told = told
        return told[1]

    def for_form(self, looked: Looked) -> "Desk":
        """This desk for one form that was looked over: a verb keeps nothing of it that may not be kept."""
        return replace(self, looked=looked, _house=self)

    def refresh(self) -> Organisation:
        """Read the organisation again if it has changed. Called at the start, by the scheduler, and by verbs that changed it."""
        if self._house is not None:
            self._house.refresh()
            self._organisation = self._house._organisation
            return self.organisation
        with self.database.read() as session:
            if organisation_version(session) != self._organisation.version:
                self._organisation = read_organisation(session, self.clock.now() - RECENTLY) or self._organisation
        return self.organisation

    def run(self, job: Callable[[Work], R]) -> R:
        """Do one verb's work in one transaction; tried again when two processes met at the same row.

        Raises Refused, FormRefused or AskFirst (nothing is written), StorageUnavailable when it cannot be saved.
        """
        result = retrying(lambda: self._once(job))
        self.reached("after commit")
        self.wake()
        return result

    def _once(self, job: Callable[[Work], R]) -> R:
        with self.database.write() as session:
            work = Work(session, self.clock.now(), self.organisation)
            stop_before_writing(session, self.looked)
            result = job(work)
            self.looked.check()
            work.note_kept(self.looked.kept)
            work.finish()
            self.reached("before commit")
            return result


def verb(job: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Desk, P], R]:
    """Make a verb of the desk from its work: `claim(desk, 12, person=...)` is one transaction, whole or not at all."""

    @wraps(job)
    def do(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return desk.run(lambda work: job(work, *args, **kwargs))

    return do
