"""A small organisation, its records, and how to read a message as its reader would."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.messages import enquiry_page
from bot.messages.message import Message
from sandbox.people.mrkdwn import Reader, read_notification
from sandbox.people.reading import readable, readable_view
from storage.audit import AuditEntry
from storage.brief import Brief
from storage.delivery import Delivery
from storage.digest import Digest
from storage.enquiry import Enquiry
from storage.kinds import DeliveryKind, NudgeState, Recognisable, Role, Step, Subject, Use
from storage.nudge import Nudge
from storage.organisation import Organisation, Person, ServiceArea
from storage.story import Consent, StoryIdea

T0 = datetime(2026, 12, 2, 9, 30, tzinfo=UTC)
"""A Wednesday morning."""

FOUR = datetime(2026, 12, 2, 16, 0, tzinfo=UTC)
SOCIAL_WORKER, OFFICER, HEAD, LEAD, DEPUTY = "U0SOCIAL", "U0OFFICER", "U0HEAD", "U0LEAD", "U0DEPUTY"

_PEOPLE = (
    Person(id=SOCIAL_WORKER, name="Meera Nair", service_area="adults"),
    Person(id=OFFICER, name="Ada Okoro"),
    Person(id=HEAD, name="Gwen Price", phone="0161 496 0001"),
    Person(id=LEAD, name="Priya Shah", phone="0161 496 0002"),
    Person(id=DEPUTY, name="Tom Reed"),
)


def organisation(**changes: Any) -> Organisation:
    """Northbank Council: two service areas, five people."""
    adults = ServiceArea(key="adults", name="Adults' social care", lead=LEAD, deputies=(DEPUTY,), press_officer=OFFICER)
    children = ServiceArea(key="children", name="Children's social care", lead=LEAD, restricted=True)
    plain: dict[str, Any] = {
        "name": "Northbank Council",
        "triage_channel": "C0TRIAGE",
        "restricted_channel": "C0PRIVATE",
        "good_news_channel": "C0GOODNEWS",
        "danger_number": "0161 496 0999",
        "duty_name": "Ada Okoro",
        "duty_phone": "0161 496 0100",
        "people": {person.id: person for person in _PEOPLE},
        "service_areas": {"adults": adults, "children": children},
        "roles": {Role.PRESS_OFFICER: (OFFICER,), Role.HEAD_OF_COMMS: (HEAD,)},
    }
    return Organisation(**{**plain, **changes})


def enquiry(number: int = 42, **changes: Any) -> Enquiry:
    """ME-0042: the BBC asks about a care home, by four this afternoon."""
    facts: dict[str, Any] = {
        "form_id": "V1",
        "raised_by": SOCIAL_WORKER,
        "raised_at": T0,
        "outlet": "BBC North",
        "journalist": "Sam Poole 020 7946 0000",
        "question": "Is Elm House closing?",
        "deadline": FOUR,
        "service_area": "adults",
        "lead": LEAD,
    }
    made = Enquiry(**{**facts, **changes})
    made.id = number
    return made


def page(
    about: Enquiry, told: Organisation, entries: Sequence[AuditEntry] = (), person: str = OFFICER, **around: Any
) -> dict[str, Any]:
    """The page of an enquiry as someone sees it, a press officer if nobody else is named."""
    brief = Brief(enquiry=about, entries=tuple(entries), **around)
    return enquiry_page.view(brief, enquiry_page.Reader(person, told, T0))


def nudge(step: Step, person: str, number: int = 7, **changes: Any) -> Nudge:
    """A nudge that has just been sent."""
    subject = Subject.STORY if step in (Step.STORY_ANSWER, Step.STORY_HEAD) else Subject.ENQUIRY
    facts: dict[str, Any] = {
        "subject": subject,
        "subject_id": 42,
        "step": step,
        "person": person,
        "due_at": T0,
        "state": NudgeState.SENT,
    }
    made = Nudge(**{**facts, **changes})
    made.id = number
    return made


def story(number: int = 7, **changes: Any) -> StoryIdea:
    """GN-0007: a garden, nobody to be recognised."""
    facts: dict[str, Any] = {
        "form_id": "V2",
        "author": SOCIAL_WORKER,
        "sent_in_at": T0,
        "title": "A garden for Elm House",
        "what_happened": "Tenants and staff built raised beds.",
        "credit": "The Elm House team",
        "service_area": "adults",
        "tell_colleagues_now": True,
    }
    made = StoryIdea(**{**facts, **changes})
    made.id = number
    return made


def consent(**changes: Any) -> Consent:
    """An agreement that stands."""
    facts: dict[str, Any] = {
        "story_id": 7,
        "who": "Mr B, tenant",
        "recorded_by": SOCIAL_WORKER,
        "recorded_at": T0,
        "uses": [Use.COLLEAGUES.value],
        "how": "In writing on 1 December",
    }
    return Consent(**{**facts, **changes})


def agreed(**changes: Any) -> StoryIdea:
    """A story in which someone can be recognised and has agreed."""
    return story(recognisable=Recognisable.AGREED, **changes)


def digest(**changes: Any) -> Digest:
    """The digest of the week."""
    made = Digest(**{"week": "2026-W49", "nominal_day": date(2026, 12, 4), "due_at": T0, **changes})
    made.id = 3
    return made


def entry(action: str, actor: str = OFFICER, details: dict[str, Any] | None = None) -> AuditEntry:
    """One line of the audit trail."""
    return AuditEntry(
        id=1,
        at=T0,
        actor=actor,
        action=action,
        subject=Subject.ENQUIRY,
        subject_id=42,
        digest="",
        previous="",
        hash="",
        details=details,
    )


def undelivered(error: str, lane: str = LEAD, subject: Subject = Subject.ENQUIRY) -> Delivery:
    """A nudge that did not arrive."""
    return Delivery(
        kind=DeliveryKind.NUDGE,
        key="nudge:7",
        lane=lane,
        subject=subject,
        subject_id=42,
        created_at=T0,
        not_before=T0,
        error=error,
    )


def reader(now: datetime = T0) -> Reader:
    """Someone in Britain who knows nobody's id."""
    return Reader(zone=ZoneInfo("Europe/London"), now=now)


def seen(message: Message) -> list[str]:
    """What stands on the screen, line by line."""
    return readable(message.blocks, reader()).split("\n")


def seen_in(view: dict[str, Any]) -> list[str]:
    """What stands in a form or on the home page, line by line."""
    return readable_view(view, reader()).split("\n")


def heard(message: Message) -> str:
    """What a notification or a screen reader says."""
    return read_notification(message.text, reader())


def words_of_buttons(message: Message) -> list[str]:
    """The buttons at the foot, by what they say."""
    return [
        element["text"]["text"]
        for block in message.blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if element["type"] == "button"
    ]
