"""Why a nudge about something else than the enquiry itself was sent: a yes, the facts, a thing to do, a call, a story."""

from collections.abc import Iterator
from datetime import datetime

from bot.rules.asked_about import AskedAbout, is_about_enquiry
from bot.rules.availability import why_not
from bot.rules.involved import asked_around
from bot.rules.nudge_policy import POLICY
from bot.rules.nudge_reasons import Because, Ground, grounds, late, why_now
from bot.rules.sign_off_times import OFFICER_STEPS, may_disturb
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.kinds import ShareKind, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk
from storage.statement import FactCheck, SignOff
from storage.story_told import TakeDown


def every_ground(nudge: Nudge, about: AskedAbout, organisation: Organisation) -> list[Ground]:
    """Why this nudge was sent, whatever it is about, as things stood at its moment."""
    enquiry, at = about.enquiry, nudge.sent_at or nudge.due_at
    if enquiry is None:
        return [*_beside_enquiries(nudge, about, organisation, at), *late(nudge)]
    if is_about_enquiry(nudge) and nudge.step in POLICY:
        return grounds(nudge, enquiry, organisation)
    whole = asked_around(organisation, enquiry)
    return [
        *_what_happened(nudge, about),
        *_not_there(nudge, about, enquiry, whole, at),
        *_why_you(nudge, about, enquiry),
        *why_now(nudge, enquiry, whole, at),
    ]


_HAPPENED: dict[Step, Because] = {
    Step.ASSIGNED: Because.GIVEN,
    Step.COVERAGE: Because.COVERAGE,
    Step.SIGN_OFF: Because.YES_ASKED,
    Step.SIGN_OFF_AGAIN: Because.YES_DUE,
    Step.SIGN_OFF_LATE: Because.NO_ANSWER,
    Step.FACT_CHECK: Because.FACTS_ASKED,
    Step.FACT_CHECK_AGAIN: Because.FACTS_DUE,
    Step.FACT_CHECK_LATE: Because.NO_ANSWER,
    Step.TASK: Because.TASK,
    Step.TASK_AGAIN: Because.TASK_OPEN,
    Step.CALL: Because.CALL_PROMISED,
    Step.CALL_AGAIN: Because.CALL_PROMISED,
}
_OFFICERS = OFFICER_STEPS | {Step.CALL, Step.CALL_AGAIN, Step.COVERAGE}
"""What goes to whoever deals with the enquiry, or is on duty."""


def _what_happened(nudge: Nudge, about: AskedAbout) -> Iterator[Ground]:
    because = _HAPPENED.get(Step(nudge.step), Because.NEWS)
    part, person = about.part, None
    if isinstance(part, SignOff | FactCheck):
        person = part.person if because == Because.NO_ANSWER else part.asked_by
    elif isinstance(part, CallRequest):
        person = part.person
    yield Ground(because=because, person=person)


def _not_there(
    nudge: Nudge, about: AskedAbout, enquiry: Enquiry, organisation: Organisation, at: datetime
) -> Iterator[Ground]:
    """Who would have been asked, or would deal with it, and is not there."""
    part, for_whom = about.part, _for_whom(nudge, about)
    if for_whom:
        missing: str | None = for_whom
    elif isinstance(part, SignOff | FactCheck) and nudge.step in (Step.SIGN_OFF_LATE, Step.FACT_CHECK_LATE):
        missing = part.person
    else:
        missing = enquiry.officer if nudge.step in _OFFICERS else None
    if missing is None or missing == nudge.person:
        return
    reason = why_not(organisation, missing, at, urgent=may_disturb(enquiry, organisation, at))
    if reason is not None:
        yield Ground(because=Because.NOT_THERE, person=missing, until=reason.until, why=reason.why)


def _why_you(nudge: Nudge, about: AskedAbout, enquiry: Enquiry) -> Iterator[Ground]:
    for_whom = _for_whom(nudge, about)
    if for_whom:
        yield Ground(because=Because.IN_PLACE, person=for_whom)
    elif nudge.person == enquiry.officer:
        yield Ground(because=Because.WITH_YOU)
    elif nudge.step in _OFFICERS:
        yield Ground(because=Because.PRESS_OFFICE)


def _for_whom(nudge: Nudge, about: AskedAbout) -> str | None:
    """In whose place they are asked for a yes."""
    part = about.part
    return part.for_whom if isinstance(part, SignOff) and nudge.person == part.person else None


def _beside_enquiries(nudge: Nudge, about: AskedAbout, organisation: Organisation, at: datetime) -> Iterator[Ground]:
    if isinstance(about.part, TakeDown):
        yield from _take_down(nudge, about.part)
    elif isinstance(about.record, ShareAsk):
        yield from _share(nudge, about.record, organisation, at)
    elif isinstance(about.record, JointItem):
        yield from _rule(nudge, about.record, organisation, at)
    else:
        yield from _story(nudge)
        yield Ground(because=Because.STORIES)


def _take_down(nudge: Nudge, one: TakeDown) -> Iterator[Ground]:
    yield Ground(because=Because.COMES_DOWN)
    if nudge.step == Step.TAKE_DOWN_HEAD:
        yield Ground(because=Because.STILL_STANDS, person=one.owner)
        yield Ground(because=Because.HEAD)
    else:
        yield Ground(because=Because.TOLD_THERE)


def _share(nudge: Nudge, ask: ShareAsk, organisation: Organisation, at: datetime) -> Iterator[Ground]:
    """Who waits, since when that is too long, and for whom they are asked."""
    is_change = ask.kind == ShareKind.CHANGE
    yield Ground(because=Because.CHANGE_WAITS if is_change else Because.SHARE_WAITS, person=ask.asked_by)
    if ask.due_at is not None and ask.due_at <= at:
        yield Ground(because=Because.ANSWER_LATE, until=ask.due_at)
    if nudge.person == ask.owner:
        yield Ground(because=Because.YOURS)
        return
    absent = why_not(organisation, ask.owner, at) if ask.owner else None
    if absent is not None:
        yield Ground(because=Because.NOT_THERE, person=ask.owner, until=absent.until, why=absent.why)
    yield Ground(because=_of_comms(nudge, organisation))


def _rule(nudge: Nudge, item: JointItem, organisation: Organisation, at: datetime) -> Iterator[Ground]:
    yield Ground(because=Because.RULE_WAITS)
    if item.due_at <= at:
        yield Ground(because=Because.ANSWER_LATE, until=item.due_at)
    in_group = nudge.step == Step.JOINT_NEW and nudge.person in organisation.joint_group
    yield Ground(because=Because.JOINT_GROUP if in_group else _of_comms(nudge, organisation))


def _of_comms(nudge: Nudge, organisation: Organisation) -> Because:
    return Because.HEAD if nudge.person == organisation.head_of_comms else Because.PRESS_OFFICE


_STORY: dict[Step, Because] = {
    Step.STORY_ANSWER: Because.STORY_WAITS,
    Step.STORY_HEAD: Because.STORY_STILL_WAITS,
    Step.STORY_CONSENT: Because.CONSENT_ENDS,
    Step.STORY_CONSENT_LAST: Because.CONSENT_ENDS,
    Step.STORY_UNTOLD: Because.STORY_UNTOLD,
    Step.STORY_QUESTION_OPEN: Because.STORY_UNANSWERED,
    Step.STORY_CHANGE_OF_MIND: Because.STORY_HELD,
}


def _story(nudge: Nudge) -> Iterator[Ground]:
    because = _STORY.get(Step(nudge.step))
    if because is not None:
        yield Ground(because=because)
