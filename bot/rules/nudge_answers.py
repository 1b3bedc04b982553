"""What can be answered to a nudge: one table from its step to the answers, for the buttons and for what people write back."""

from datetime import datetime
from enum import StrEnum

from bot.rules.asked_about import AskedAbout, is_about_enquiry
from bot.rules.nudge_policy import CLAIM_STEPS, DEADLINE_STEPS, LEAD_STEPS, POLICY, STILL_LEAD_STEPS
from bot.rules.recipients import next_deputy
from bot.rules.sensitivity import chain_of
from bot.rules.snoozing import latest, latest_of
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Status, Step, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation


class Answer(StrEnum):
    """One answer. The value is the word in a menu's choice and in a reply's detail."""

    HAVE_IT = "have_it"
    ON_IT = "on_it"  # said in words: they see to it, and are left in peace for a while
    DONE = "done"
    TAKE = "take"
    STILL = "still"
    CALL = "call"
    DEPUTY = "deputy"
    SOMEONE = "someone"  # a colleague of the service, with a note
    ASSIGN = "assign"  # a press officer, with a note
    RESPOND = "respond"
    DRAFT = "draft"
    CLOSE = "close"
    SNOOZE = "snooze"
    HALF_AN_HOUR = "half_an_hour"  # a snooze that asks nothing
    UNDO = "undo"  # a snooze
    NOT_MINE = "not_mine"
    WHY = "why"


SERVICE_STEPS = LEAD_STEPS | {Step.LEAD_SILENT}
"""What asks somebody of the service to say that they have it."""

ANSWERED_BY = frozenset({Step.OFFICER_DEADLINE, Step.DEADLINE_SOON, Step.READY_UNSENT, Step.OFFICER_PASSED})
"""What the answer to the journalist settles."""


def answers_to(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> tuple[Answer, ...]:
    """The answers that make sense for this nudge at this moment, the one that settles it first."""
    if nudge.subject != Subject.ENQUIRY or nudge.step not in POLICY or nudge.step == Step.RAISER_RING:
        return ()
    if nudge.state != NudgeState.SENT:
        return ()
    wait = (Answer.HALF_AN_HOUR, Answer.SNOOZE) if latest(Step(nudge.step), enquiry, organisation, now) else ()
    return (*_finishing(nudge, enquiry, organisation), *wait, *_turned_down(nudge, enquiry), Answer.WHY)


NEWS_ONLY = frozenset({Step.STOPPED, Step.FACTS_ANSWERED, Step.NEEDS_MORE, Step.CHANGE_ASKED, Step.READY_TO_SEND})
"""What tells somebody something: their words answer what asks them."""

_BESIDE: dict[Subject, tuple[Answer, ...]] = {
    Subject.SIGN_OFF: (Answer.DEPUTY, Answer.NOT_MINE, Answer.ON_IT),
    Subject.FACT_CHECK: (Answer.NOT_MINE, Answer.ON_IT),
    Subject.TASK: (Answer.DONE, Answer.SOMEONE, Answer.NOT_MINE, Answer.ON_IT),
    Subject.CALL: (Answer.DONE, Answer.ON_IT),
    Subject.STORY: (Answer.ON_IT,),
    Subject.ENQUIRY: (Answer.ON_IT,),
    Subject.TAKE_DOWN: (Answer.DONE, Answer.ON_IT),
    Subject.QUESTION: (Answer.ON_IT,),
    Subject.SHARE: (Answer.ON_IT,),
    Subject.JOINT: (Answer.ON_IT,),
}
_ASKS_OFFICER = frozenset({Step.SIGN_OFF_LATE, Step.FACT_CHECK_LATE})
"""What concerns whoever was asked, and not the press officer who hears of it."""

_IN_MENU = (Answer.NOT_MINE, Answer.HALF_AN_HOUR, Answer.SNOOZE, Answer.WHY)
"""What stands behind the three dots of a nudge whose own buttons do the rest."""


def every_answer(nudge: Nudge, about: AskedAbout, organisation: Organisation, now: datetime) -> tuple[Answer, ...]:
    """The answers that make sense for a nudge about anything at this moment."""
    if nudge.state != NudgeState.SENT:
        return ()
    if about.enquiry is not None and is_about_enquiry(nudge) and nudge.step in POLICY:
        return answers_to(nudge, about.enquiry, organisation, now)
    theirs = () if nudge.step in NEWS_ONLY else _BESIDE.get(nudge.subject, ())
    if nudge.step in _ASKS_OFFICER:
        theirs = (Answer.ON_IT,)
    may_wait = nudge.step not in (Step.STOPPED, Step.FACTS_ANSWERED) and latest_of(nudge, about, organisation, now)
    return (*theirs, *((Answer.HALF_AN_HOUR, Answer.SNOOZE) if may_wait else ()), Answer.WHY)


def in_menu(nudge: Nudge, about: AskedAbout, organisation: Organisation, now: datetime) -> tuple[Answer, ...]:
    """What stands in the menu of a nudge that has buttons of its own."""
    offered = every_answer(nudge, about, organisation, now)
    has_button = nudge.subject in (Subject.TASK, Subject.SIGN_OFF)  # that gives it to somebody else
    return tuple(one for one in _IN_MENU if one in offered and not (has_button and one == Answer.NOT_MINE))


def _finishing(nudge: Nudge, enquiry: Enquiry, organisation: Organisation) -> tuple[Answer, ...]:
    step = Step(nudge.step)
    if step in SERVICE_STEPS | STILL_LEAD_STEPS:
        first = Answer.STILL if step == Step.STILL_LEAD else Answer.HAVE_IT
        call = () if organisation.is_press_office(nudge.person) else (Answer.CALL,)
        return (first, *call, *_deputy(nudge, enquiry, organisation), Answer.SOMEONE)
    if step in CLAIM_STEPS or (enquiry.status == Status.NEW and step in DEADLINE_STEPS):
        return (Answer.TAKE, Answer.ASSIGN)
    if step == Step.STILL_OFFICER:
        return (Answer.STILL, Answer.ASSIGN)
    if step in ANSWERED_BY:
        return (Answer.RESPOND, Answer.ASSIGN)
    if step == Step.DRAFT_DUE:
        return (Answer.DRAFT, Answer.ASSIGN)
    return (Answer.CLOSE,) if step == Step.NOT_CLOSED else (Answer.ASSIGN,)


def _deputy(nudge: Nudge, enquiry: Enquiry, organisation: Organisation) -> tuple[Answer, ...]:
    """Handing on is offered to those in the chain who have a deputy after them."""
    in_chain = nudge.person in chain_of(enquiry, organisation)
    return (Answer.DEPUTY,) if in_chain and next_deputy(enquiry, organisation, nudge.person) else ()


def _turned_down(nudge: Nudge, enquiry: Enquiry) -> tuple[Answer, ...]:
    """Whoever has not said that it is theirs can say that it is not."""
    step = Step(nudge.step)
    unclaimed = step in (CLAIM_STEPS - {Step.HEAD_UNCLAIMED}) and enquiry.status == Status.NEW
    return (Answer.NOT_MINE,) if step in SERVICE_STEPS or unclaimed else ()
