"""A few records of Northbank, made for the gallery alone: one enquiry that anybody may read of, one that is private, stories, a digest."""

from datetime import datetime, timedelta
from typing import Any

from bot.demo.cast import staff_of
from storage.audit import AuditEntry
from storage.delivery import Delivery
from storage.digest import Digest
from storage.enquiry import Enquiry
from storage.kinds import (
    DeliveryKind,
    Mark,
    NudgeState,
    Outcome,
    Recognisable,
    Status,
    Step,
    StoryStatus,
    Subject,
    Use,
)
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea

STORY_STEPS = (Step.STORY_ANSWER, Step.STORY_HEAD)
REPORTER = "Sam Poole, 020 7946 0018"
PRIVATE_RESPONSE = (
    "Four months is too long, and we are sorry. Nine in ten complaints are answered within twenty working days."
)
NUMBER = 42
STORY_NUMBER = 7


def enquiry(organisation: Organisation, now: datetime, status: Status, **changes: Any) -> Enquiry:
    """Larkfield: the enquiry of the tour, as far as `status`."""
    area = organisation.service_areas["adults"]
    claimed, answered = status != Status.NEW, status in (Status.RESPONDED, Status.CLOSED)
    facts: dict[str, Any] = {
        "form_id": "V1",
        "raised_by": staff_of("adults", organisation),
        "raised_at": now - timedelta(minutes=50),
        "outlet": "Northbank Echo",
        "journalist": REPORTER,
        "question": "Is the Larkfield day centre going to close?",
        "deadline": now + timedelta(hours=4),
        "deadline_words": "4pm today",
        "service_area": area.key,
        "urgent": True,
        "status": status,
        "lead": area.lead,
        "officer": area.press_officer if claimed else None,
        "claimed_at": now - timedelta(minutes=45) if claimed else None,
        "lead_acknowledged_by": area.lead if claimed else None,
        "lead_acknowledged_at": now - timedelta(minutes=40) if claimed else None,
    }
    made = Enquiry(
        **{**facts, **(_answer(area.press_officer, now) if answered else {}), **_end(status, now), **changes}
    )
    made.id = NUMBER
    return made


def _answer(officer: str | None, now: datetime) -> dict[str, Any]:
    return {
        "response": "No. Larkfield stays open. We are asking everybody who uses it what they would like it to be, until the end of March.",
        "response_to": REPORTER,
        "responded_by": officer,
        "responded_at": now - timedelta(minutes=10),
    }


def _end(status: Status, now: datetime) -> dict[str, Any]:
    ended = {"outcome": Outcome.RESPONDED, "outcome_note": "A fair piece on page four.", "closed_at": now}
    return ended if status == Status.CLOSED else {}


def private_enquiry(organisation: Organisation, now: datetime, status: Status, **changes: Any) -> Enquiry:
    """One of children's services, and so private from the start."""
    area = organisation.service_areas["children"]
    facts: dict[str, Any] = {
        "raised_by": staff_of("children", organisation),
        "outlet": "The Harbour Post",
        "journalist": "Ffion Rees, 020 7946 0377",
        "question": "A parent says that they waited four months for an answer to a complaint. Is that usual?",
        "deadline_words": "2pm",
        "service_area": area.key,
        "restricted": True,
        "marks": [Mark.IDENTIFIABLE.value] if status == Status.IN_PROGRESS else [],
        "lead": area.lead,
        "officer": area.press_officer if status != Status.NEW else None,
        "lead_acknowledged_by": area.lead if status != Status.NEW else None,
    }
    answered: dict[str, Any] = {
        "response": PRIVATE_RESPONSE,
        "response_to": facts["journalist"],
        "responded_by": area.press_officer,
    }
    done = answered if status in (Status.RESPONDED, Status.CLOSED) else {}
    note = {"outcome_note": "They will write about it on Friday."} if status == Status.CLOSED else {}
    return enquiry(organisation, now, status, **{**facts, **done, **note, **changes})


def story(organisation: Organisation, now: datetime, status: StoryStatus, **changes: Any) -> StoryIdea:
    """The garden of the night team."""
    answered = status != StoryStatus.NEW
    no: dict[str, Any] = {
        "declined_because": "We told a garden's story two weeks ago, and yours deserves a week to itself.",
        "suggestion": "Send it in again in spring, with a picture of the first flowers.",
    }
    facts: dict[str, Any] = {
        "form_id": "V2",
        "author": staff_of("adults", organisation),
        "sent_in_at": now - timedelta(days=1),
        "title": "The garden that glows",
        "what_happened": "The night team and residents of Elm House hung forty jars with lights in the garden. "
        "Those who cannot sleep now have somewhere to go, and company.",
        "credit": "the night team at Elm House",
        "why_it_matters": "Nobody has to be alone at four in the morning.",
        "service_area": "adults",
        "recognisable": Recognisable.NOBODY,
        "tell_colleagues_now": True,
        "status": status,
        "officer": organisation.service_areas["adults"].press_officer if answered else None,
    }
    made = StoryIdea(**{**facts, **(no if status == StoryStatus.DECLINED else {}), **changes})
    made.id = STORY_NUMBER
    return made


def another_story(organisation: Organisation, now: datetime) -> StoryIdea:
    """A second one for the digest, of another service."""
    changes = {
        "title": "Nineteen people came to ask",
        "what_happened": "Nineteen people came to our open evening for foster carers; four of them have asked for a form.",
        "credit": "Rosa and two of our foster carers",
        "service_area": "fostering",
    }
    made = story(organisation, now, StoryStatus.PICKED_UP, **changes)
    made.id = STORY_NUMBER + 1
    return made


def consent(organisation: Organisation, now: datetime) -> Consent:
    """Somebody in the story has agreed, for two uses."""
    return Consent(
        story_id=STORY_NUMBER,
        who="Mr B, resident",
        recorded_by=staff_of("adults", organisation),
        recorded_at=now - timedelta(days=1),
        uses=[Use.COLLEAGUES.value, Use.WEBSITE.value],
        how="In writing; he has read the words",
        until=(now + timedelta(days=365)).date(),
    )


def nudge(step: Step, person: str, now: datetime, **changes: Any) -> Nudge:
    """One that has just been sent."""
    subject = Subject.STORY if step in STORY_STEPS else Subject.ENQUIRY
    number = STORY_NUMBER if step in STORY_STEPS else NUMBER
    facts: dict[str, Any] = {"subject": subject, "state": NudgeState.SENT, "due_at": now}
    made = Nudge(subject_id=number, step=step, person=person, **{**facts, **changes})
    made.id = 1
    return made


def entry(action: str, actor: str, now: datetime, **details: Any) -> AuditEntry:
    """One move, as the timeline tells it."""
    return AuditEntry(
        id=1,
        at=now,
        actor=actor,
        action=action,
        subject=Subject.ENQUIRY,
        subject_id=NUMBER,
        digest="",
        previous="",
        hash="",
        details=details,
    )


def digest(now: datetime) -> Digest:
    """This week's."""
    made = Digest(week=now.strftime("%G-W%V"), nominal_day=now.date(), due_at=now)
    made.id = 1
    return made


def undelivered(organisation: Organisation, now: datetime) -> Delivery:
    """A card that could not be posted, its channel being archived."""
    return Delivery(
        kind=DeliveryKind.ENQUIRY_CARD,
        key=f"card:{NUMBER}",
        lane=organisation.triage_channel or "",
        subject=Subject.ENQUIRY,
        subject_id=NUMBER,
        created_at=now,
        not_before=now,
        error="is_archived",
    )
