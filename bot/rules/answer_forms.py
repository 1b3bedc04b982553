"""The short forms of answering a nudge: ring me, give it to someone else, it is not mine."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.rules.deadlines import read_deadline
from bot.rules.form_checks import Problems, stripped
from bot.rules.reasons import Reason, Refused
from bot.rules.spoken_time import tidy
from bot.rules.working_forms import has_left
from storage.enquiry import Enquiry
from storage.organisation import Organisation

NUMBER, WHEN = "call_number", "call_when"
PERSON, NOTE, WHOSE = "hand_person", "hand_note", "whose"
MOST_NUMBER, MOST_NOTE = 40, 1_500
AT_ONCE = frozenset({"", "now", "asap", "as soon as you can", "as soon as possible", "any time", "anytime", "whenever"})


@dataclass(frozen=True, slots=True)
class CallForm:
    """The number to ring, and when: "" is as soon as they can."""

    number: str
    when: str = ""


def check_call(form: CallForm, now: datetime, organisation: Organisation) -> tuple[CallForm, datetime | None]:
    """The form as it can be kept, and the moment to ring at (None: as soon as they can). Raises `FormRefused`."""
    tidy_form, problems, at = stripped(form), Problems(), None
    problems.need({NUMBER: tidy_form.number})
    problems.limit({NUMBER: tidy_form.number}, {NUMBER: MOST_NUMBER})
    if not _is_number(tidy_form.number):
        problems.add(NUMBER, Refused(Reason.NOT_A_NUMBER))
    try:
        at = _call_at(tidy_form.when, now, organisation)
    except Refused as refused:
        problems.add(WHEN, refused)
    problems.refuse()
    return tidy_form, at


def _call_at(words: str, now: datetime, organisation: Organisation) -> datetime | None:
    if tidy(words) in AT_ONCE:
        return None
    try:
        return read_deadline(words, now, organisation.calendar)
    except Refused as refused:
        if refused.reason == Reason.DEADLINE_PASSED:
            raise
        raise Refused(Reason.TIME_NOT_UNDERSTOOD) from None


def _is_number(number: str) -> bool:
    """An extension of three digits, or a whole number; nothing else stands beside it but the word for an extension."""
    digits = re.sub(r"\D", "", number)
    return (
        3 <= len(digits) <= 20
        and re.fullmatch(r"[\d+() .\-/]*(?:(?:ext?|extension|x)[. ]*\d*)?", number, re.IGNORECASE) is not None
    )


@dataclass(frozen=True, slots=True)
class HandForm:
    """To whom, and what they should know."""

    to: str
    note: str = ""


def check_hand(form: HandForm, person: str, enquiry: Enquiry, organisation: Organisation) -> HandForm:
    """The form as it can be kept. Raises `FormRefused`."""
    tidy_form, problems = stripped(form), Problems()
    problems.need({PERSON: tidy_form.to})
    problems.limit({NOTE: tidy_form.note}, {NOTE: MOST_NOTE})
    problems.keep_private({NOTE: tidy_form.note})
    refused = cannot_be_given(tidy_form.to, person, enquiry, organisation) if tidy_form.to else None
    if refused:
        problems.add(PERSON, refused)
    problems.refuse()
    return tidy_form


def cannot_be_given(to: str, person: str, enquiry: Enquiry, organisation: Organisation) -> Refused | None:
    """Why someone cannot be given an enquiry of their colleague's; None where they can."""
    if to == person:
        return Refused(Reason.TO_YOURSELF)
    if to not in organisation.people:
        return Refused(Reason.NOT_KNOWN_HERE, by=to)
    if to in enquiry.excluded or to in enquiry.named:
        return Refused(Reason.CANNOT_BE_ASKED, by=to)
    return Refused(Reason.HAS_LEFT, by=to) if has_left(to, organisation) else None
