"""The short forms of working an enquiry: a note, whom to give it to, why it is reopened or taken back, and what it hangs together with."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.rules.deadlines import read_deadline
from bot.rules.form_checks import LONG, Problems, stripped
from bot.rules.reasons import FormRefused, Reason, Refused
from storage.enquiry import Enquiry
from storage.kinds import LinkKind, Role
from storage.organisation import Organisation, WorkingCalendar

NOTE_WORDS = "note_words"
WITHDRAWN_BECAUSE = "withdrawn_because"
SAME_STORY = LinkKind.SAME_STORY.value
_SHORT = 1_500


def check_words(field: str, words: str, limit: int = LONG) -> str:
    """Words that have to be given. Raises `FormRefused`."""
    problems, tidy = Problems(), words.strip()
    problems.need({field: tidy})
    problems.limit({field: tidy}, {field: limit})
    problems.keep_private({field: tidy})
    problems.refuse()
    return tidy


@dataclass(frozen=True, slots=True)
class AssignForm:
    """Who is to have it, what they should know, and who had it when the form was opened."""

    officer: str
    note: str = ""
    before: str = ""


def check_assign(form: AssignForm, enquiry: Enquiry, organisation: Organisation) -> AssignForm:
    """The form as it can be kept. Raises `FormRefused`."""
    tidy = stripped(form)
    problems = Problems()
    problems.need({"officer": tidy.officer})
    problems.limit({"hand_note": tidy.note}, {"hand_note": _SHORT})
    problems.keep_private({"hand_note": tidy.note})
    if tidy.officer:
        refused = _cannot_have_it(tidy.officer, enquiry, organisation)
        if refused:
            problems.add("officer", refused)
    problems.refuse()
    return tidy


def officers_for(enquiry: Enquiry, organisation: Organisation) -> tuple[str, ...]:
    """Who can be given an enquiry: the press office, without whoever is part of the matter or has left."""
    return tuple(one for one in press_office(organisation) if _cannot_have_it(one, enquiry, organisation) is None)


def press_office(organisation: Organisation) -> tuple[str, ...]:
    """Press officers, then the head of communications."""
    return tuple(dict.fromkeys((*organisation.holders(Role.PRESS_OFFICER), *organisation.holders(Role.HEAD_OF_COMMS))))


def _cannot_have_it(person: str, enquiry: Enquiry, organisation: Organisation) -> Refused | None:
    if not organisation.is_press_office(person):
        return Refused(Reason.NOT_AN_OFFICER, by=person)
    if person in enquiry.excluded or person in enquiry.named:
        return Refused(Reason.CANNOT_BE_ASKED, by=person)
    if has_left(person, organisation):
        return Refused(Reason.HAS_LEFT, by=person)
    return None


def has_left(person: str, organisation: Organisation) -> bool:
    """Whether Slack shows their account as closed."""
    shown = organisation.presence.get(person)
    return shown is not None and shown.deactivated


def leavers(organisation: Organisation) -> frozenset[str]:
    """Everyone whose account Slack shows as closed."""
    return frozenset(person for person in organisation.presence if has_left(person, organisation))


@dataclass(frozen=True, slots=True)
class ReopenForm:
    """Why a closed enquiry is opened again, and until when an answer is needed now."""

    because: str
    deadline_words: str = ""


def check_reopen(form: ReopenForm, now: datetime, calendar: WorkingCalendar) -> tuple[ReopenForm, datetime | None]:
    """The form as it can be kept, and its deadline. Raises `FormRefused`."""
    tidy = stripped(form)
    problems = Problems()
    words = {"reopened_because": tidy.because, "deadline": tidy.deadline_words}
    problems.need({"reopened_because": tidy.because})
    problems.limit(words, {"reopened_because": _SHORT, "deadline": 150})
    problems.keep_private(words)
    deadline = None
    if len(tidy.deadline_words) <= 150:
        try:
            deadline = read_deadline(tidy.deadline_words, now, calendar)
        except Refused as refused:
            problems.add("deadline", refused)
    problems.refuse()
    return tidy, deadline


@dataclass(frozen=True, slots=True)
class LinkForm:
    """With which enquiry it hangs together, and how. One of those shown, or a reference that was typed."""

    kind: str
    chosen: str = ""
    typed: str = ""


def check_link(form: LinkForm, other_id: int | None, enquiry: Enquiry, linked: Collection[int]) -> LinkKind:
    """How the two hang together. `other_id` None: no enquiry that this person can see is meant. Raises `FormRefused`."""
    field = "other_reference" if form.typed.strip() or not form.chosen else "other_chosen"
    if form.kind not in set(LinkKind):
        raise FormRefused({"link_kind": Refused(Reason.MISSING)})
    reason = None
    if not form.typed.strip() and not form.chosen:
        reason = Reason.MISSING
    elif other_id is None:
        reason = Reason.NO_SUCH_ENQUIRY
    elif other_id == enquiry.id:
        reason = Reason.ITSELF
    elif other_id in linked and form.kind == LinkKind.SAME_STORY:
        reason = Reason.LINKED_ALREADY
    if reason:
        raise FormRefused({field: Refused(reason)})
    return LinkKind(form.kind)
