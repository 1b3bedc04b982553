"""Legal holds: what is under one is neither deleted nor erased, whatever its period says."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.desk.work import Work, verb
from bot.keeping.references import written
from storage.enquiry import Enquiry
from storage.kinds import Subject
from storage.legal_hold import LegalHold, standing_holds
from storage.naming import Naming, everything_naming

PLACED, LIFTED = "hold_placed", "hold_lifted"
Marked = tuple[Subject, int]

_OWN = {
    "enquiry": Subject.ENQUIRY,
    "story_idea": Subject.STORY,
    "journalist": Subject.JOURNALIST,
    "share_ask": Subject.SHARE,
    "joint_item": Subject.JOINT,
}
_BELONGS = {"enquiry_id": Subject.ENQUIRY, "story_id": Subject.STORY}


@dataclass(frozen=True, slots=True)
class Held:
    """The records under a hold: by their reference, through a person they name, or through the enquiry they belong to; and the people."""

    records: frozenset[Marked]
    people: frozenset[str]  # in small letters

    def holds(self, subject: Subject, subject_id: int) -> bool:
        """Whether it has to stay."""
        return (subject, subject_id) in self.records


def held(session: Session) -> Held:
    """Everything that has to stay."""
    records: set[Marked] = set()
    for hold in standing_holds(session):
        if hold.person:
            records.update(
                record for naming in everything_naming(session, hold.person) for record in belongs_to(naming)
            )
        else:
            records.add((hold.subject, hold.subject_id))
    enquiries = [number for subject, number in records if subject == Subject.ENQUIRY]
    for start in range(0, len(enquiries), 500):
        some = Enquiry.id.in_(enquiries[start : start + 500])
        found = session.scalars(select(Enquiry.journalist_id).where(some, Enquiry.journalist_id.is_not(None)))
        records.update((Subject.JOURNALIST, number) for number in found if number)
    return Held(frozenset(records), held_people(session))


def held_people(session: Session) -> frozenset[str]:
    """Those under a hold, in small letters: nothing that is theirs alone goes."""
    return frozenset(hold.person.casefold() for hold in standing_holds(session) if hold.person)


def belongs_to(naming: Naming) -> list[Marked]:
    """What may be under a hold and is this row, or what the row is about."""
    if naming.table in _OWN:
        return [(_OWN[naming.table], int(naming.key["id"]))]
    if naming.table in ("audit_entry", "nudge") and naming.row["subject"] in _OWN.values():
        return [(Subject(naming.row["subject"]), int(naming.row["subject_id"]))]
    return [(subject, int(number)) for name, subject in _BELONGS.items() if (number := naming.row.get(name))]


@verb
def place(work: Work, on: Marked | str, *, by: str, why: str, details: dict[str, object]) -> LegalHold:
    """Place a hold on a record, or on what names a person."""
    subject, subject_id = (Subject.PERSON, 0) if isinstance(on, str) else on
    hold = LegalHold(
        subject=subject,
        subject_id=subject_id,
        person=on if isinstance(on, str) else "",
        reason=why,
        placed_by=by,
        placed_at=work.now,
    )
    work.session.add(hold)
    work.session.flush()
    work.audit("close-ties", PLACED, subject, subject_id, {**details, "hold": hold.id, "by": by, "why": why})
    return hold


@verb
def lift(work: Work, hold_id: int, *, by: str, why: str, details: dict[str, object]) -> LegalHold | None:
    """Lift a hold; None when there is none of this number that stands."""
    hold = work.session.get(LegalHold, hold_id, with_for_update=True, populate_existing=True)
    if hold is None or hold.lifted_at is not None:
        return None
    hold.lifted_by, hold.lifted_at = by, work.now
    work.audit("close-ties", LIFTED, hold.subject, hold.subject_id, {**details, "hold": hold.id, "by": by, "why": why})
    return hold


def what_it_is_on(hold: LegalHold) -> str:
    """ME-0042, or everything that names Sam Poole."""
    return f"everything that names {hold.person}" if hold.person else written(hold.subject, hold.subject_id)
