"""The tick: nudges that have come due are claimed, and the rule is asked again before anything is said.

What is not urgent is looked at person by person, so that each gets one message; what is urgent record by record. Every batch is one
transaction: the records are locked, then the nudges, and it is written down whole or not at all.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.desk import telling
from bot.desk.asking import ASKING, Asking
from bot.desk.work import Desk, Work, verb
from bot.rules.bundling import (
    MOST_TOGETHER,
    NEVER_EARLY,
    QUARTER,
    batches,
    goes_together,
    held_until,
    snoozed_until,
    speaks_for_itself,
    start_of_day,
)
from bot.rules.nudging import Decision, Later, Moot, Send
from storage.delivery import first_waiting
from storage.due import take_free
from storage.enquiry import Enquiry
from storage.kinds import DeliveryKind, NudgeState, Subject
from storage.locking import alone_with
from storage.nudge import (
    DueNudge,
    Nudge,
    bundle_of,
    claim_nudges,
    due_nudges,
    get_nudge,
    ledgers_of,
    nudges_of,
    told_since,
)


def tick(desk: Desk) -> int:
    """Send what has come due; answers how many nudges were sent. Any number of processes may tick at once."""
    now = desk.clock.now()
    with desk.database.read() as session:
        due = due_nudges(session, now)
    return sum(ask_again(desk, batch) for batch in batches(due, desk.organisation, now))


@dataclass(slots=True)
class _Asked:
    """A claimed nudge, what it is about (locked), and whether its moment is still to come."""

    nudge: Nudge
    kind: Asking[Any]
    about: Any
    early: bool = False
    urgent: bool = False


@dataclass(slots=True)
class _Batch:
    """One transaction's work, and what it has looked up once: a statement for all of it where it can be, not one for each nudge."""

    work: Work
    _ledgers: dict[tuple[Subject, int], list[Nudge]] = field(default_factory=dict)
    _told: dict[str, int] = field(default_factory=dict)

    def look_up(self, subject: Subject, subject_ids: Collection[int]) -> None:
        """Read the ledgers of several records at once."""
        found = ledgers_of(self.work.session, subject, subject_ids) if subject_ids else {}
        self._ledgers |= {(subject, one): ledger for one, ledger in found.items()}

    def ledger(self, nudge: Nudge) -> list[Nudge]:
        """Every nudge about the same record."""
        about = (nudge.subject, nudge.subject_id)
        if about not in self._ledgers:
            self._ledgers[about] = nudges_of(self.work.session, *about)
        return self._ledgers[about]

    def told_today(self, person: str) -> int:
        """How many messages they had before this one."""
        if person not in self._told:
            since = start_of_day(self.work.organisation, self.work.now)
            self._told[person] = told_since(self.work.session, person, since)
        return self._told[person]


@verb
def ask_again(work: Work, due: Sequence[DueNudge]) -> int:
    """One batch: lock what the nudges are about, ask the rules, and send, drop or move each. Declining leaves no trace."""
    batch = _Batch(work)
    calm = not speaks_for_itself(due[0], work.organisation, work.now)
    along = _soon_due(work, due) if calm else []
    asked = _claimed(work, due, along)
    batch.look_up(Subject.ENQUIRY, {one.nudge.subject_id for one in asked if one.nudge.subject == Subject.ENQUIRY})
    sent = [(one, person) for one in asked if not one.early and (person := _decided(batch, one))]
    calmly_told = {person for one, person in sent if not one.urgent}
    for one in asked:
        if one.early and (person := _comes_along(batch, one)) in calmly_told:
            _mark_sent(work, one, person, late=False)
            sent.append((one, person))
    _tell(work, sent)
    return len(sent)


def _soon_due(work: Work, due: Sequence[DueNudge]) -> list[DueNudge]:
    """What comes due for the same person within a quarter of an hour goes along in the same message."""
    room = MOST_TOGETHER - len(due)
    if room <= 0:
        return []
    known = {one.id for one in due}
    soon = due_nudges(work.session, work.now + QUARTER, person=due[0].person, limit=len(due) + room)
    return [one for one in soon if one.id not in known and not one.urgent]


def _claimed(work: Work, due: Sequence[DueNudge], along: Sequence[DueNudge]) -> list[_Asked]:
    """What is free is taken, in one order everywhere: two processes do not wait for each other, nor for somebody at a button."""
    early = {one.id for one in along}
    free, enquiries = take_free(work.session, (*due, *along))
    together = sorted(free, key=lambda one: (one.subject != Subject.ENQUIRY, one.subject, one.subject_id))
    about: dict[int, Any] = {one.id: _found(work, one, enquiries) for one in together}
    claimed = claim_nudges(work.session, [one for one, record in about.items() if record is not None])
    found = [
        _Asked(nudge, ASKING[nudge.subject], about[id_], early=id_ in early and nudge.due_at > work.now)
        for id_, nudge in claimed.items()
    ]
    return sorted(found, key=lambda each: (each.nudge.due_at, each.nudge.id))


def _found(work: Work, one: DueNudge, enquiries: Mapping[int, Enquiry]) -> Any:
    """What a nudge is about, locked: an enquiry that is locked already is not asked for again."""
    if one.subject == Subject.ENQUIRY:
        return enquiries.get(one.subject_id)
    return ASKING[one.subject].find(work, one.subject_id)


def _decided(batch: _Batch, one: _Asked) -> str | None:
    """Whom a due nudge goes to now, marked as sent; None where it is dropped or moved instead."""
    nudge, work = one.nudge, batch.work
    if one.kind.goes_round(work, nudge, one.about):
        return None
    person = one.kind.recipient(nudge, one.about, work.organisation, work.now)
    decision: Decision = one.kind.decide(nudge, one.about, work.organisation, work.now)
    if isinstance(decision, Send) and person is not None:
        decision = _looked_at_again(batch, one, person, decision)
    match decision:
        case Send(late=late) if person is not None:
            _mark_sent(work, one, person, late=late)
            return person
        case Later(due_at=due_at):
            nudge.due_at = due_at
        case _:
            nudge.state, nudge.settled_at = NudgeState.MOOT, work.now
    return None


def _looked_at_again(batch: _Batch, one: _Asked, person: str, decision: Send) -> Decision:
    """What else keeps it back: they were asked this already, a later one says it better, a snooze, a cap."""
    nudge, work, ledger = one.nudge, batch.work, batch.ledger(one.nudge)
    if _told_already(nudge, person, ledger) or one.kind.merges(work, nudge, one.about, ledger):
        return Moot("told_already")
    hurries = one.kind.urgent(nudge, one.about, work.organisation, work.now)
    one.urgent = hurries and not goes_together(nudge.due_at, work.organisation, work.now)
    if hurries:
        snoozed = snoozed_until(nudge, person, ledger, work.now)
        return decision if snoozed is None else Later(snoozed)
    until = held_until(nudge, person, ledger, batch.told_today(person), work.organisation, work.now)
    return Later(until) if until is not None else decision


def _told_already(nudge: Nudge, person: str, ledger: Sequence[Nudge]) -> bool:
    """Nobody is nudged twice for the same step: not even when a step moves from one person to another."""
    return nudge.person != person and any(
        other.step == nudge.step and other.person == person and other.round == nudge.round for other in ledger
    )


def _comes_along(batch: _Batch, one: _Asked) -> str | None:
    """Whom it would go to at its own moment, if it may come before it. Where it may not, nothing is written."""
    nudge, work, at = one.nudge, batch.work, one.nudge.due_at
    if nudge.step in NEVER_EARLY or one.kind.urgent(nudge, one.about, work.organisation, at):
        return None
    person = one.kind.recipient(nudge, one.about, work.organisation, at)
    if person is None or not isinstance(one.kind.decide(nudge, one.about, work.organisation, at), Send):
        return None
    ledger = batch.ledger(nudge)
    if _told_already(nudge, person, ledger) or held_until(nudge, person, ledger, 0, work.organisation, work.now):
        return None
    return person


def _mark_sent(work: Work, one: _Asked, person: str, *, late: bool) -> None:
    nudge = one.nudge
    nudge.person = person
    nudge.state, nudge.sent_at, nudge.late = NudgeState.SENT, work.now, late
    details: dict[str, object] = {"step": str(nudge.step), "person": person, "late": late}
    work.audit("close-ties", "nudged", nudge.subject, nudge.subject_id, details)
    one.kind.asked(work, nudge, one.about)


def _tell(work: Work, sent: Sequence[tuple[_Asked, str]]) -> None:
    """One message to each person about all that is not urgent; what is urgent speaks for itself."""
    calm = [(one.nudge, person) for one, person in sent if not one.urgent]
    for person in sorted({person for _, person in calm}):
        _tell_together(work, person, [nudge for nudge, to in calm if to == person])
    for one, _ in sent:
        telling.nudge(work, one.nudge)


def _tell_together(work: Work, person: str, nudges: list[Nudge]) -> None:
    alone_with(work.session, person)
    waiting = first_waiting(work.session, DeliveryKind.NUDGE, person)
    first = get_nudge(work.session, int(waiting.detail)) if waiting else None
    before = bundle_of(work.session, first.id) if first and first.state == NudgeState.SENT else []
    together = [*before, *nudges] if len(before) + len(nudges) <= MOST_TOGETHER else nudges
    if len(together) > 1:
        for one in together:
            one.bundled_with = together[0].bundled_with or together[0].id
