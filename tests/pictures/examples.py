"""Four enquiries that nobody ever answers, and everything that the rules then do about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo import ORGANISATION
from bot.organisation.file import read_organisation_file
from bot.rules.nudge_policy import POLICY, Asked
from bot.rules.nudging import Send, answer_by, decide, plan_enquiry
from bot.rules.recipients import first_lead
from bot.rules.urgency import is_urgent
from storage.enquiry import Enquiry
from storage.kinds import Step, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation

LONDON = ZoneInfo("Europe/London")
ARRIVES = datetime(2026, 11, 18, 10, 15, tzinfo=LONDON)  # a Wednesday
AREA = "adults"


@dataclass(frozen=True, slots=True)
class Asking:
    """One nudge as it is sent."""

    at: datetime
    step: Step
    asked: Asked
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An enquiry and what is sent about it. `ends`: its deadline, or the promise where none was given."""

    file: str
    title: str
    arrives: datetime
    ends: datetime
    promised: bool
    urgent: bool
    asked: Sequence[Asking]


def northbank() -> Organisation:
    """The council of the demo."""
    return read_organisation_file(ORGANISATION)


def examples(organisation: Organisation) -> list[Example]:
    """A 45-minute, a 4-hour, a next-day and a no-deadline enquiry."""
    wednesday = ARRIVES.replace
    cases = (
        ("nudges-45-minutes", "Forty-five minutes", wednesday(hour=11, minute=0)),
        ("nudges-4-hours", "Four hours", wednesday(hour=14, minute=15)),
        ("nudges-next-day", "Until noon tomorrow", wednesday(day=19, hour=12, minute=0)),
        ("nudges-no-deadline", "No deadline", None),
    )
    return [_example(file, title, deadline, organisation) for file, title, deadline in cases]


def _example(file: str, title: str, deadline: datetime | None, organisation: Organisation) -> Example:
    enquiry = _enquiry(deadline, organisation)
    planned = plan_enquiry(enquiry, organisation, ARRIVES)
    asked = []
    for one in planned:
        nudge = Nudge(
            subject=Subject.ENQUIRY,
            subject_id=1,
            step=one.step,
            person=one.person,
            due_at=one.due_at,
            urgent=one.urgent,
        )
        if isinstance(decide(nudge, enquiry, organisation, one.due_at), Send):
            asked.append(Asking(one.due_at, one.step, POLICY[one.step].asked, one.person))
    return Example(
        file=file,
        title=title,
        arrives=ARRIVES,
        ends=answer_by(enquiry, organisation),
        promised=deadline is None,
        urgent=enquiry.urgent,
        asked=asked,
    )


def _enquiry(deadline: datetime | None, organisation: Organisation) -> Enquiry:
    enquiry = Enquiry(
        form_id="example",
        raised_by=next(one for one in organisation.people if organisation.people[one].service_area == AREA),
        raised_at=ARRIVES,
        outlet="Northbank Echo",
        journalist="Sam Poole",
        question="Is Elm House to close?",
        deadline=deadline,
        service_area=AREA,
        lead=first_lead(organisation, AREA),
        urgent=is_urgent(deadline, ARRIVES, organisation.calendar),
    )
    enquiry.id = 1
    return enquiry
