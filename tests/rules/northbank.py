"""A fictional council for the rules' tests: small, whole, and changed with keyword arguments."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from storage.enquiry import Enquiry
from storage.kinds import Role, Step, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation, Person, ServiceArea, WorkingCalendar
from storage.story import StoryIdea

LONDON = ZoneInfo("Europe/London")
CALENDAR = WorkingCalendar()
WORKER, LEAD, DEPUTY, SECOND, STRANGER = "UWORKER", "ULEAD", "UDEPUTY", "USECOND", "USTRANGER"
OFFICER, OTHER_OFFICER, ONCALL, HEAD = "UOFFICER", "UOTHER", "UONCALL", "UHEAD"
DIRECTOR, LAWYER, ADMIN = "UDIRECTOR", "ULAWYER", "UADMIN"


def at(text: str) -> datetime:
    """A London time, "2026-11-25 09:30", as a moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def london(moment: datetime) -> str:
    """The reverse of `at`."""
    return moment.astimezone(LONDON).strftime("%Y-%m-%d %H:%M")


def organisation(**changes: Any) -> Organisation:
    """Northbank, with no hole in it."""
    areas = (
        ServiceArea(key="adults", name="Adults", lead=LEAD, deputies=(DEPUTY, SECOND), press_officer=OFFICER),
        ServiceArea(
            key="children", name="Children", lead=LEAD, deputies=(DEPUTY,), press_officer=OTHER_OFFICER, restricted=True
        ),
    )
    whole: dict[str, Any] = {
        "name": "Northbank Council",
        "triage_channel": "C1",
        "restricted_channel": "C2",
        "intake_channel": "C3",
        "good_news_channel": "C4",
        "duty_name": "the duty press officer",
        "duty_phone": "020 7946 0100",
        "on_call": ONCALL,
        "joint_group": (HEAD, LEAD),
        "people": {
            id_: Person(id=id_, name=id_.title())
            for id_ in (WORKER, LEAD, DEPUTY, SECOND, OFFICER, OTHER_OFFICER, HEAD, ONCALL, DIRECTOR, LAWYER, ADMIN)
        },
        "service_areas": {area.key: area for area in areas},
        "roles": {
            Role.PRESS_OFFICER: (OFFICER, OTHER_OFFICER, ONCALL),
            Role.HEAD_OF_COMMS: (HEAD,),
            Role.APPROVER: (DIRECTOR,),
            Role.LEGAL: (LAWYER,),
            Role.ADMINISTRATOR: (ADMIN,),
        },
    }
    return Organisation(**(whole | changes))


def enquiry(**changes: Any) -> Enquiry:
    """An enquiry of the adults' services, raised on a Wednesday at 09:30, due at 16:30."""
    whole: dict[str, Any] = {
        "form_id": "V1",
        "raised_by": WORKER,
        "raised_at": at("2026-11-25 09:30"),
        "outlet": "BBC",
        "journalist": "Sam Poole 020 7946 0000",
        "question": "Is Elm House closing?",
        "deadline": at("2026-11-25 16:30"),
        "service_area": "adults",
        "lead": LEAD,
    }
    return Enquiry(**(whole | changes))


def nudge(step: Step, person: str, due_at: datetime, **changes: Any) -> Nudge:
    """A planned nudge about that enquiry."""
    return Nudge(subject=Subject.ENQUIRY, subject_id=1, step=step, person=person, due_at=due_at, **changes)


def story(number: int = 1, **changes: Any) -> StoryIdea:
    """A story idea in which nobody can be recognised."""
    whole: dict[str, Any] = {
        "form_id": f"V{number}",
        "author": WORKER,
        "sent_in_at": at("2026-11-25 09:30"),
        "title": "A garden for Elm House",
        "what_happened": "Residents and staff planted one together.",
        "credit": "The Elm House team",
        "service_area": "adults",
        "tell_colleagues_now": True,
    }
    made = StoryIdea(**(whole | changes))
    made.id = number
    return made
