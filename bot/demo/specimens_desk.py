"""Records around the gallery's two enquiries: the words in the making, who is asked about them, and what was published."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.cast import Cast, cast
from storage.audit import AuditEntry
from storage.brief import Brief
from storage.coverage import Coverage
from storage.enquiry import Enquiry
from storage.kinds import CheckState, Role, SignOffPart, SignOffState, Status, Tone
from storage.organisation import Organisation
from storage.statement import FactCheck, SignOff, Statement

WORDS = (
    "Larkfield is a good place that some people are worried about.",
    "No. Larkfield stays open. We are asking everybody who uses it what they would like it to be, until the end of March.",
)
PRIVATE_WORDS = (
    "We try to answer every complaint within twenty working days.",
    specimens.PRIVATE_RESPONSE,
)
NOTE = "Says yes or no first, and until when people can have their say."
CHANGE = "Please say 31 March, not the end of March. People plan by it."
WRONG = "The Friday group meets at Larkfield too. They should be asked as well."
STOP = "The Friday group was told today that their room is needed. We have to speak with them first."


def of(organisation: Organisation, now: datetime, status: Status, *, private: bool, **changes: Any) -> Enquiry:
    """One of the two enquiries."""
    made = specimens.private_enquiry if private else specimens.enquiry
    return made(organisation, now, status, **changes)


def cast_of(enquiry: Enquiry, organisation: Organisation) -> Cast:
    """The people around it."""
    return cast(organisation, enquiry.service_area)


def versions(enquiry: Enquiry, now: datetime) -> tuple[Statement, Statement]:
    """The first try, and the second."""
    first, second = PRIVATE_WORDS if enquiry.restricted else WORDS
    return _statement(enquiry, 1, first, now - timedelta(minutes=30)), _statement(enquiry, 2, second, now, NOTE)


def _statement(enquiry: Enquiry, version: int, words: str, at: datetime, note: str = "") -> Statement:
    made = Statement(
        enquiry_id=enquiry.id,
        version=version,
        words=words,
        drafted_by=enquiry.officer or "",
        drafted_at=at,
        note=note,
    )
    made.id = version
    return made


def sign_off(enquiry: Enquiry, person: str, state: SignOffState, now: datetime, **changes: Any) -> SignOff:
    """One person's yes to the second version."""
    answered = state not in (SignOffState.ASKED, SignOffState.WAITING)
    facts: dict[str, Any] = {
        "part": SignOffPart.LEAD,
        "asked_by": enquiry.officer or "",
        "asked_at": now - timedelta(minutes=20),
        "due_at": now + timedelta(hours=1),
        "answered_at": now - timedelta(minutes=5) if answered else None,
        "why": CHANGE if state == SignOffState.CHANGE_ASKED else "",
    }
    made = SignOff(enquiry_id=enquiry.id, statement_id=2, person=person, state=state, **{**facts, **changes})
    made.id = 10 + list(SignOffPart).index(made.part)
    return made


def yeses(enquiry: Enquiry, organisation: Organisation, now: datetime, state: SignOffState) -> tuple[SignOff, ...]:
    """The lead's; for a private enquiry a second one's as well, and that of legal."""
    parts = [(cast_of(enquiry, organisation).lead, SignOffPart.LEAD)]
    if enquiry.restricted:
        approvers = organisation.holders(Role.APPROVER)
        parts += [(approvers[0], SignOffPart.SECOND), (approvers[1], SignOffPart.LEGAL)]
    made = [sign_off(enquiry, person, state, now, part=part) for person, part in parts]
    if state == SignOffState.CHANGE_ASKED:  # one person's word; whoever else was asked has not answered
        made[1:] = [sign_off(enquiry, person, SignOffState.VOIDED, now, part=part) for person, part in parts[1:]]
    return tuple(made)


def fact_check(enquiry: Enquiry, person: str, state: CheckState, now: datetime) -> FactCheck:
    """Whoever knows the case is asked whether the facts are right."""
    made = FactCheck(
        enquiry_id=enquiry.id,
        statement_id=2,
        person=person,
        asked_by=enquiry.officer or "",
        asked_at=now - timedelta(minutes=15),
        due_at=now + timedelta(minutes=30),
        state=state,
        answered_at=None if state == CheckState.ASKED else now,
        note=WRONG if state == CheckState.WRONG else "",
    )
    made.id = 5
    return made


def around(enquiry: Enquiry, now: datetime, entries: Sequence[AuditEntry] = (), **rest: Any) -> Brief:
    """The enquiry with both versions, and the rest."""
    enquiry.statement_id = 2
    return Brief(enquiry=enquiry, **{"statements": versions(enquiry, now), "entries": tuple(entries), **rest})


def piece(enquiry: Enquiry, now: datetime, number: int = 1, **changes: Any) -> Coverage:
    """What was published."""
    facts: dict[str, Any] = {
        "link": "https://northbank-echo.example/care/larkfield-stays",
        "published_on": now.date(),
        "tone": Tone.FAIR,
        "our_words": True,
        "added_by": enquiry.officer or "",
        "added_at": now,
        "title": "Larkfield stays, and asks what it should be",
    }
    made = Coverage(enquiry_id=enquiry.id, **{**facts, **changes})
    made.id = number
    return made
