"""Why a nudge about something else than the enquiry itself was sent: a yes, the facts, a thing to do, a call, a story."""

from collections.abc import Iterator
from datetime import datetime

from bot.rules.asked_about import AskedAbout, is_about_enquiry
from bot.rules.availability import why_not
from bot.rules.involved import asked_around
from bot.rules.nudge_policy import POLICY
from bot.rules.nudge_reasons import Because, Ground, grounds, why_now
from bot.rules.sign_off_times import OFFICER_STEPS, may_disturb
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.kinds import Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.statement import FactCheck, SignOff


def every_ground(nudge: Nudge, about: AskedAbout, organisation: Organisation) -> list[Ground]:
    """Why this nudge was sent, whatever it is about, as things stood at its moment."""
    enquiry, at = about.enquiry, nudge.sent_at or nudge.due_at
    if enquiry is None:
        return [*_story(nudge), Ground(because=Because.STORIES), *_late(nudge)]
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
    part = about.part
    if isinstance(part, SignOff) and part.for_whom and nudge.person == part.person:
        missing: str | None = part.for_whom
    elif isinstance(part, SignOff | FactCheck) and nudge.step in (Step.SIGN_OFF_LATE, Step.FACT_CHECK_LATE):
        missing = part.person
    else:
        missing = enquiry.officer if nudge.step in (*OFFICER_STEPS, Step.CALL, Step.CALL_AGAIN, Step.COVERAGE) else None
    if missing is None or missing == nudge.person:
        return
    reason = why_not(organisation, missing, at, urgent=may_disturb(enquiry, organisation, at))
    if reason is not None:
        yield Ground(because=Because.NOT_THERE, person=missing, until=reason.until, why=reason.why)


def _why_you(nudge: Nudge, about: AskedAbout, enquiry: Enquiry) -> Iterator[Ground]:
    part = about.part
    if isinstance(part, SignOff) and part.for_whom and nudge.person == part.person:
        yield Ground(because=Because.IN_PLACE, person=part.for_whom)
    elif nudge.person == enquiry.officer:
        yield Ground(because=Because.WITH_YOU)
    elif nudge.step in (*OFFICER_STEPS, Step.CALL, Step.CALL_AGAIN, Step.COVERAGE):
        yield Ground(because=Because.PRESS_OFFICE)


_STORY: dict[Step, Because] = {
    Step.STORY_ANSWER: Because.STORY_WAITS,
    Step.STORY_HEAD: Because.STORY_STILL_WAITS,
    Step.STORY_CONSENT: Because.CONSENT_ENDS,
    Step.STORY_CONSENT_LAST: Because.CONSENT_ENDS,
    Step.STORY_UNTOLD: Because.STORY_UNTOLD,
}


def _story(nudge: Nudge) -> Iterator[Ground]:
    because = _STORY.get(Step(nudge.step))
    if because is not None:
        yield Ground(because=because)


def _late(nudge: Nudge) -> Iterator[Ground]:
    if nudge.late:
        yield Ground(because=Because.LATE, until=nudge.due_at)
