"""What a nudge can be about, and what the tick must know of each kind: how to find and lock it, whom to ask, and whether to ask."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from bot.desk import (
    calls,
    consent_ends,
    fact_checks,
    following,
    share_answers,
    share_rules,
    sign_off_asking,
    statement_asking,
    story_follow,
    story_questions,
    tasks,
)
from bot.desk.work import Work
from bot.rules.assigning import decide_assigned
from bot.rules.call_times import AskedCall, call_recipient, decide_call
from bot.rules.coverage_asking import coverage_recipient, decide_coverage
from bot.rules.digest_nudging import asked_about_digest, decide_waits
from bot.rules.nudge_policy import LATE, POLICY, chain_of
from bot.rules.nudging import Decision, Send, decide, merged, recipient
from bot.rules.share_times import decide_joint, decide_share, joint_asked, share_asked
from bot.rules.sign_off_times import (
    AskedFacts,
    AskedYes,
    decide_facts,
    decide_sign_off,
    recipient_of_facts,
    recipient_of_sign_off,
)
from bot.rules.tasks import decide_task
from bot.rules.urgency import is_hurried, presses
from storage.digest import Digest, get_digest
from storage.enquiry import Enquiry, get_enquiry
from storage.involved import Task
from storage.kinds import NudgeState, Step, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation

T = TypeVar("T")


def _never(_work: Work, _nudge: Nudge, _about: object, _ledger: Sequence[Nudge]) -> bool:
    return False


def _nothing(_work: Work, _nudge: Nudge, _about: object) -> None:
    return None


def _as_planned(nudge: Nudge, _about: object, _organisation: Organisation, _now: datetime) -> bool:
    return nudge.urgent


def _stays(_work: Work, _nudge: Nudge, _about: object) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking(Generic[T]):
    """One kind of subject. `find` locks what it finds, an enquiry before anything that belongs to it."""

    find: Callable[[Work, int], T | None]
    decide: Callable[[Nudge, T, Organisation, datetime], Decision]
    recipient: Callable[[Nudge, T, Organisation, datetime], str | None]
    merges: Callable[[Work, Nudge, T, Sequence[Nudge]], bool] = (
        _never  # whether a late one says nothing that a later one does not say
    )
    goes_round: Callable[[Work, Nudge, T], bool] = (
        _stays  # whether somebody else has been asked, since they are not there
    )
    asked: Callable[[Work, Nudge, T], None] = _nothing  # what else follows when someone has been asked
    urgent: Callable[[Nudge, T, Organisation, datetime], bool] = (
        _as_planned  # goes by itself, whatever the hour and the cap
    )


def _find_digest(work: Work, digest_id: int) -> Digest | None:
    return get_digest(work.session, digest_id, lock=True)


def _find_enquiry(work: Work, enquiry_id: int) -> Enquiry | None:
    return get_enquiry(work.session, enquiry_id, lock=True)


def _decide_enquiry(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Decision:
    if nudge.step == Step.ASSIGNED:
        return decide_assigned(nudge, enquiry, organisation, now)
    return (decide_coverage if nudge.step == Step.COVERAGE else decide)(nudge, enquiry, organisation, now)


def _enquiry_recipient(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> str | None:
    if nudge.step == Step.COVERAGE:
        return coverage_recipient(enquiry, organisation, now)
    if nudge.step == Step.ASSIGNED:
        return nudge.person
    return recipient(nudge, enquiry, organisation, now)


def _enquiry_merges(work: Work, nudge: Nudge, enquiry: Enquiry, ledger: Sequence[Nudge]) -> bool:
    """Of several that fell due while the bot was away, one person gets one. What has a policy of its own is asked by itself."""
    if nudge.step not in POLICY:
        return False
    return merged(nudge, [one for one in ledger if one.step in POLICY], enquiry, work.organisation, work.now)


def _is_urgent(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> bool:
    """Urgent, or so near its deadline by now that nothing may hold it back."""
    if nudge.urgent or nudge.step not in POLICY:
        return nudge.urgent
    return is_hurried(enquiry, organisation) or presses(Step(nudge.step), enquiry, organisation, now)


def _yes_is_urgent(
    nudge: Nudge, asked: AskedYes | AskedFacts | AskedCall, organisation: Organisation, now: datetime
) -> bool:
    enquiry = asked.enquiry
    return nudge.urgent or presses(Step(nudge.step), enquiry, organisation, now)


def _decide_task(nudge: Nudge, found: tuple[Task, Enquiry], organisation: Organisation, now: datetime) -> Decision:
    return decide_task(nudge, *found, organisation, now)


def _task_owner(_nudge: Nudge, found: tuple[Task, Enquiry], _organisation: Organisation, _now: datetime) -> str:
    return found[0].owner


def _chain_merges(work: Work, nudge: Nudge, about: Any, ledger: Sequence[Nudge]) -> bool:
    """What fell due while the bot was away says nothing that a later one for the same person does not say better."""
    kind, facts = ASKING[nudge.subject], (about, work.organisation, work.now)
    if work.now - nudge.due_at <= LATE:
        return False
    person = kind.recipient(nudge, *facts)
    return any(
        other.state == NudgeState.PLANNED
        and (nudge.due_at, nudge.id) < (other.due_at, other.id) <= (work.now, other.id)
        and other.step in chain_of(Step(nudge.step))
        and kind.recipient(other, *facts) == person
        and isinstance(kind.decide(other, *facts), Send)
        for other in ledger
    )


ASKING: dict[Subject, Asking[Any]] = {
    Subject.ENQUIRY: Asking(
        find=_find_enquiry,
        decide=_decide_enquiry,
        recipient=_enquiry_recipient,
        merges=_enquiry_merges,
        asked=following.asked,
        urgent=_is_urgent,
    ),
    Subject.SIGN_OFF: Asking(
        find=statement_asking.find_sign_off,
        decide=decide_sign_off,
        recipient=recipient_of_sign_off,
        merges=_chain_merges,
        goes_round=sign_off_asking.goes_round,
        asked=statement_asking.show_card,
        urgent=_yes_is_urgent,
    ),
    Subject.FACT_CHECK: Asking(
        find=statement_asking.find_facts,
        decide=decide_facts,
        recipient=recipient_of_facts,
        merges=_chain_merges,
        goes_round=fact_checks.goes_round,
        asked=statement_asking.show_card,
        urgent=_yes_is_urgent,
    ),
    Subject.TASK: Asking(
        find=tasks.find,
        decide=_decide_task,
        recipient=_task_owner,
        merges=_chain_merges,
        goes_round=tasks.goes_round,
        asked=tasks.ask_again,
    ),
    Subject.CALL: Asking(
        find=calls.find,
        decide=decide_call,
        recipient=call_recipient,
        merges=_chain_merges,
        asked=calls.remind_again,
        urgent=_yes_is_urgent,
    ),
    Subject.DIGEST: Asking(find=_find_digest, decide=decide_waits, recipient=asked_about_digest),
    Subject.TAKE_DOWN: Asking(
        find=consent_ends.find,
        decide=consent_ends.decide,
        recipient=consent_ends.recipient,
        merges=_chain_merges,
        asked=consent_ends.asked,
    ),
    Subject.SHARE: Asking(find=share_answers.find, decide=decide_share, recipient=share_asked, merges=_chain_merges),
    Subject.JOINT: Asking(find=share_rules.find, decide=decide_joint, recipient=joint_asked),
    Subject.QUESTION: Asking(
        find=story_questions.find, decide=story_questions.decide, recipient=story_questions.recipient
    ),
    Subject.STORY: Asking(
        find=story_follow.find,
        decide=story_follow.decide,
        recipient=story_follow.recipient,
        asked=story_follow.asked,
    ),
}
