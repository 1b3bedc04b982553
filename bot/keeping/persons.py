"""A person's data: everything that names them, to hand over or to erase. Staff are known by their Slack id, journalists by name."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import JSON, Text, delete, or_, select
from sqlalchemy.orm import Session

from bot.desk import leavers, telling
from bot.desk.work import Desk, Work, verb
from bot.keeping.holding import Marked, belongs_to, held
from bot.keeping.marking import CONTACT
from bot.keeping.references import written
from storage import keeping
from storage.audit import erase_details
from storage.base import Record
from storage.enquiry import Enquiry
from storage.held import held_by
from storage.kinds import ShareState, StoryStatus, Subject
from storage.legal_hold import holds_on_person
from storage.naming import ERASED, UNTOUCHED, Naming, everything_naming, looks_like_slack_id, replace_in
from storage.notes import KeptWords
from storage.organisation import Organisation
from storage.preference import Preference
from storage.share import ShareAsk
from storage.story import StoryIdea

THEIR_OWN = frozenset(
    {
        ("person", "id"),
        ("kept_words", "person"),
        ("preference", "person"),
        ("thread_note", "author"),
        ("story_idea", "author"),
        ("share_ask", "asked_by"),
        ("joint_item", "raised_by"),
        ("enquiry", "raised_by"),
        ("involved", "person"),
        ("journalist", "name"),
    }
)
"""Where a row is about the person, or holds what they wrote: it is handed over whole. Of others, only what names them."""

DATES = ("reference", "subject", "subject_id", "enquiry_id", "story_id", "version", "step", "state", "action")
PART = 200  # rows in one transaction


@dataclass(frozen=True, slots=True)
class Plan:
    """What erasing would do: rows by table, entries whose details go, where the id stays, and what they are asked for that is open."""

    rows: dict[str, int]
    details: int
    stays: dict[str, int]
    refusals: tuple[str, ...]
    asked: tuple[str, ...] = ()


def everything_about(session: Session, person: str, *, restricted: bool) -> dict[str, list[dict[str, Any]]]:
    """Every record that names a person, table by table. Of restricted ones the words are left out unless asked for."""
    private = set(session.scalars(select(Enquiry.id).where(Enquiry.restricted)))
    found: dict[str, list[dict[str, Any]]] = {}
    for naming in everything_naming(session, person):
        shut = not restricted and any(record in _marked(private) for record in belongs_to(naming)) if private else False
        found.setdefault(naming.table, []).append(_handed_over(naming, shut=shut))
    return found


def plan_erasure(session: Session, organisation: Organisation, person: str) -> Plan:
    """What would go, what stays, and what stands in the way."""
    rows: Counter[str] = Counter()
    stays: Counter[str] = Counter()
    details = 0
    under_hold: set[Marked] = set()
    kept = held(session)
    for naming in everything_naming(session, person):
        under_hold.update(record for record in belongs_to(naming) if kept.holds(*record))
        if naming.table == "audit_entry":
            details += "details" in naming.columns
            stays["audit_entry"] += "actor" in naming.columns
        elif naming.table in UNTOUCHED:
            stays[naming.table] += 1
        else:
            rows[naming.table] += 1
    refusals = (*_held(session, person, under_hold), *_at_work(session, organisation, person))
    asked = tuple(written(Subject.ENQUIRY, number) for number in held_by(session, {person}))
    return Plan(dict(rows), details, {table: count for table, count in stays.items() if count}, refusals, asked)


def _nobody(_: int) -> None:
    """Nobody wants to hear how far it is."""


def erase(desk: Desk, person: str, *, details: dict[str, object], told: Callable[[int], object] = _nobody) -> int:
    """Put a word that names nobody in the person's place everywhere; how many rows changed.

    What they are still asked for (words, facts, things to do) goes to the next first, or else nobody would answer it.
    A part at a time, so that nobody's button waits: broken off, it is simply begun again. `told` hears how many rows are done.
    """
    _pass_on(desk, person)
    pseudonym = f"former colleague {token_hex(4)}" if looks_like_slack_id(person) else ERASED
    with desk.database.read() as session:
        named = list(everything_naming(session, person))
        terms = [person, *_contacts(named)]
        by_contact = (one for term in terms[1:] for one in everything_naming(session, term))
        rows = {(one.table, *one.key.values()): one for one in (*by_contact, *named)}
        namings = [one for one in rows.values() if _can_be_erased(one)]
    for start in range(0, len(namings), PART):
        _erase_part(desk, namings[start : start + PART], terms, pseudonym)
        told(min(start + PART, len(namings)))
    _erased(desk, len(namings), details)
    return len(namings)


def _pass_on(desk: Desk, person: str) -> None:
    with desk.database.read() as session:
        asked = held_by(session, {person})
    for enquiry_id in asked:
        leavers.pass_on(desk, enquiry_id, {person})


@verb
def _erase_part(work: Work, namings: list[Naming], terms: list[str], pseudonym: str) -> None:
    about: set[Marked] = set()
    for naming in namings:
        about.update(belongs_to(naming))
        _erase_row(work.session, naming, terms, pseudonym)
    for subject, number in sorted(about):
        if subject in (Subject.ENQUIRY, Subject.STORY, Subject.SHARE, Subject.JOINT):
            telling.show_again(work, subject, number)


def _erase_row(session: Session, naming: Naming, terms: list[str], pseudonym: str) -> None:
    match naming.table:
        case "audit_entry":
            erase_details(session, naming.key["id"])
        case "journalist":
            keeping.delete_journalist(session, naming.key["id"])
        case "kept_words":
            session.execute(delete(KeptWords).where(KeptWords.id == naming.key["id"]))
        case "preference":
            session.execute(delete(Preference).where(Preference.person == naming.key["person"]))
        case _:
            replace_in(session, naming, terms, pseudonym, whole=("journalist",) if pseudonym == ERASED else ())


@verb
def _erased(work: Work, rows: int, details: dict[str, object]) -> None:
    """The trail says that somebody was erased, for whom and why; whom, it cannot say any more."""
    work.audit("close-ties", "person_erased", Subject.PERSON, 0, {**details, "rows": rows})


@verb
def note_export(work: Work, details: dict[str, object]) -> None:
    """The trail says that somebody's data was handed over. Whose is in the details, which go when they are erased."""
    work.audit("close-ties", "person_exported", Subject.PERSON, 0, details)


def _can_be_erased(naming: Naming) -> bool:
    if naming.table == "audit_entry":
        return "details" in naming.columns
    return naming.table not in UNTOUCHED


def _contacts(namings: Iterable[Naming]) -> list[str]:
    """The numbers and addresses that stand beside a journalist's name: they are theirs too."""
    fields = [
        str(naming.row[name])
        for naming in namings
        for name in ("contact", "journalist")
        if naming.table in ("journalist", "enquiry")
        and name in naming.row
        and ("name" in naming.columns or name in naming.columns)
    ]
    return list(dict.fromkeys(match.group().strip() for field in fields for match in CONTACT.finditer(field)))


def _held(session: Session, person: str, records: set[Marked]) -> Iterator[str]:
    holds = holds_on_person(session, person)
    if holds:
        yield f"A legal hold, placed by {holds[0].placed_by}, keeps everything that names {person}."
    elif records:
        names = ", ".join(written(*record) for record in sorted(records)[:10])
        yield f"A legal hold keeps what names {person} in {names}. Lift it first, or wait until it is."


def _at_work(session: Session, organisation: Organisation, person: str) -> Iterator[str]:
    """Someone who still has a part to play cannot be erased: who would be asked?"""
    areas = organisation.service_areas.values()
    in_chain = any(person in (area.lead, area.press_officer, *area.deputies) for area in areas)
    if person in organisation.people or in_chain or any(person in held for held in organisation.roles.values()):
        yield f"{person} is still in the organisation file. Take them out of it and load it first."
    theirs = or_(Enquiry.raised_by == person, Enquiry.officer == person, Enquiry.lead == person)
    open_enquiries = select(Enquiry.id).where(theirs, Enquiry.status != "closed").order_by(Enquiry.id).limit(10)
    waiting = (StoryStatus.NEW, StoryStatus.PICKED_UP)
    ideas = select(StoryIdea.id).where(or_(StoryIdea.author == person, StoryIdea.officer == person))
    open_ideas = ideas.where(StoryIdea.status.in_(waiting)).order_by(StoryIdea.id).limit(10)
    asked = or_(ShareAsk.asked_by == person, ShareAsk.owner == person)
    open_asks = select(ShareAsk.id).where(asked, ShareAsk.state == ShareState.OPEN).order_by(ShareAsk.id).limit(10)
    records = [written(Subject.ENQUIRY, number) for number in session.scalars(open_enquiries)]
    records += [written(Subject.STORY, number) for number in session.scalars(open_ideas)]
    records += [written(Subject.SHARE, number) for number in session.scalars(open_asks)]
    if records:
        yield f"{person} still has a part in what is open: {', '.join(records)}. Hand it over or close it first."


def _marked(private: set[int]) -> set[Marked]:
    return {(Subject.ENQUIRY, number) for number in private}


def _handed_over(naming: Naming, *, shut: bool) -> dict[str, Any]:
    whole = not shut and any((naming.table, column) in THEIR_OWN for column in naming.columns)
    named = set(naming.columns)
    shown = {}
    for name, value in naming.row.items():
        words = _holds_words(naming, name)
        dated = isinstance(value, date) or name in DATES or name in naming.key
        if dated or ((name in named or whole) and not (shut and words)):
            shown[name] = value.isoformat() if isinstance(value, datetime | date) else value
    if shut:
        shown["left_out"] = "the words: it is restricted"
    return shown


def _holds_words(naming: Naming, name: str) -> bool:
    """Whether a column is one of free text, or of values that may hold some."""
    return isinstance(Record.metadata.tables[naming.table].c[name].type, Text | JSON)
