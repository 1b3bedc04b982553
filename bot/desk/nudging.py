"""The tick: nudges that have come due are claimed one by one, and the rule is asked again before anything is said."""

from typing import Any

from bot.desk import telling
from bot.desk.asking import ASKING, Asking
from bot.desk.work import Desk, Work, verb
from bot.rules.nudging import Later, Send
from storage.kinds import NudgeState
from storage.nudge import Nudge, claim_nudge, due_nudge_ids, get_nudge, nudges_of


def tick(desk: Desk) -> int:
    """Send what has come due; answers how many nudges were sent. Any number of processes may tick at once."""
    with desk.database.read() as session:
        due = due_nudge_ids(session, desk.clock.now())
    return sum(_ask_again(desk, nudge_id) for nudge_id in due)


@verb
def _ask_again(work: Work, nudge_id: int) -> bool:
    """One due nudge: lock what it is about, ask the rule, and send, drop or move it. Declining leaves no trace."""
    seen = get_nudge(work.session, nudge_id)
    if seen is None:
        return False
    kind = ASKING[seen.subject]
    about = kind.find(work, seen.subject_id)
    nudge = claim_nudge(work.session, nudge_id) if about is not None else None
    if nudge is None:
        return False
    decision = kind.decide(nudge, about, work.organisation, work.now)
    person = kind.recipient(nudge, about, work.organisation, work.now)
    match decision:
        case Later(due_at=due_at):
            nudge.due_at = due_at
        case Send(late=late) if (
            person and _not_told_yet(work, nudge, person) and not (late and kind.merges(work, nudge, about))
        ):
            _send(work, nudge, kind, about, person, late=late)
            return True
        case _:
            nudge.state, nudge.settled_at = NudgeState.MOOT, work.now
    return False


def _not_told_yet(work: Work, nudge: Nudge, person: str) -> bool:
    """Nobody is nudged twice for the same step: not even when a step moves from one person to another."""
    return nudge.person == person or not any(
        other.step == nudge.step and other.person == person and other.round == nudge.round
        for other in nudges_of(work.session, nudge.subject, nudge.subject_id)
    )


def _send(work: Work, nudge: Nudge, kind: Asking[Any], about: Any, person: str, *, late: bool) -> None:
    nudge.person = person
    nudge.state, nudge.sent_at, nudge.late = NudgeState.SENT, work.now, late
    telling.nudge(work, nudge)
    work.audit(
        "close-ties",
        "nudged",
        nudge.subject,
        nudge.subject_id,
        {"step": str(nudge.step), "person": person, "late": late},
    )
    kind.asked(work, about)
