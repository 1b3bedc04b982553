"""Changing what is known of an enquiry. Two people may have the form open at once: neither's words are lost, neither's go unseen.

The form carries a mark of each value as it was when the form was opened. What the person left alone is not theirs to save; what
somebody else has changed since is shown to them first.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.rules.deadlines import read_deadline
from bot.rules.enquiry_form import LIMITS, can_be_reached
from bot.rules.form_checks import Problems
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.terms import settled_terms
from bot.rules.working_time import local
from storage.enquiry import Enquiry
from storage.kinds import Terms
from storage.organisation import Organisation, WorkingCalendar

BECAUSE = "edit_because"
NEEDED = ("outlet", "journalist", "question")
TEXTS = ("outlet", "journalist", "question", "how_it_came", "angle", "said_already", "links")
FIELDS = (
    "outlet",
    "journalist",
    "deadline",
    "question",
    "service_area",
    "terms",
    "embargo_until",
    "how_it_came",
    "angle",
    "said_already",
    "links",
)
NONE_GIVEN = "none given"
MARK_LENGTH = 10


@dataclass(frozen=True, slots=True)
class EditForm:
    """What stands in each field now, and a mark of what stood there when the form was opened. Fields that it did not have are absent."""

    typed: Mapping[str, str]
    opened: Mapping[str, str]
    because: str = ""

    def touched(self, name: str) -> bool:
        """Whether the person changed this field."""
        return name in self.typed and mark_of(self.typed[name]) != self.opened.get(name)


@dataclass(slots=True)
class Changes:
    """What is to be written, by the record's own names."""

    values: dict[str, Any] = field(default_factory=dict)
    because: str = ""


def values_of(enquiry: Enquiry, calendar: WorkingCalendar) -> dict[str, str]:
    """What the form shows of an enquiry, field by field, in words."""
    until = enquiry.embargo_until
    return {
        **{name: getattr(enquiry, name).strip() for name in TEXTS},
        "deadline": deadline_in_words(enquiry, calendar),
        "service_area": enquiry.service_area,
        "terms": enquiry.terms.value,
        "embargo_until": str(int(until.timestamp())) if until else "",
    }


def deadline_in_words(enquiry: Enquiry, calendar: WorkingCalendar) -> str:
    """The deadline so that it means the same whenever it is read: not "today"."""
    if enquiry.deadline is None:
        return enquiry.deadline_words.strip() or NONE_GIVEN
    at = local(calendar, enquiry.deadline)
    return f"{at:%A} {at.day} {at:%B} {at.year} at {at:%H:%M}"


def mark_of(value: str) -> str:
    """Tells one value from another without holding it."""
    return hashlib.sha256(value.strip().replace("\r\n", "\n").encode()).hexdigest()[:MARK_LENGTH]


def changed_meanwhile(form: EditForm, enquiry: Enquiry, calendar: WorkingCalendar) -> tuple[str, ...]:
    """The fields that someone else has changed since the form was opened, to something else than stands in it now."""
    now = values_of(enquiry, calendar)
    return tuple(
        name
        for name in FIELDS
        if name in form.typed
        and mark_of(now[name]) != form.opened.get(name)
        and mark_of(now[name]) != mark_of(form.typed[name])
    )


def check_edit(form: EditForm, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Changes:
    """What is to be written. Raises `FormRefused`: field by field, or with CHANGED_MEANWHILE at the first that someone else changed."""
    before = values_of(enquiry, organisation.calendar)
    wanted = {
        name: form.typed[name].strip()
        for name in FIELDS
        if form.touched(name) and mark_of(form.typed[name]) != mark_of(before[name])
    }
    because = form.because.strip()
    problems = Problems()
    _check_texts({name: wanted[name] for name in TEXTS if name in wanted}, because, problems)
    values: dict[str, Any] = {name: wanted[name] for name in TEXTS if name in wanted}
    _take_deadline(wanted, values, organisation, now, problems)
    _take_area(wanted, values, organisation, problems)
    _take_terms(form, wanted, values, enquiry, now, problems)
    problems.refuse()
    meanwhile = changed_meanwhile(form, enquiry, organisation.calendar) if values else ()
    if meanwhile:
        raise FormRefused({meanwhile[0]: Refused(Reason.CHANGED_MEANWHILE)})
    return Changes(values, because)


def _check_texts(wanted: Mapping[str, str], because: str, problems: Problems) -> None:
    problems.need({name: wanted[name] for name in NEEDED if name in wanted})
    problems.limit({**wanted, BECAUSE: because}, {**LIMITS, BECAUSE: 500})
    private = {name: words for name, words in wanted.items() if name != "journalist"}
    problems.keep_private({**private, BECAUSE: because})
    if wanted.get("journalist") and not can_be_reached(wanted["journalist"]):
        problems.add("journalist", Refused(Reason.NO_WAY_TO_REACH))


def _take_deadline(
    wanted: Mapping[str, str], values: dict[str, Any], organisation: Organisation, now: datetime, problems: Problems
) -> None:
    if "deadline" not in wanted:
        return
    words = wanted["deadline"]
    problems.limit({"deadline": words}, LIMITS)
    problems.keep_private({"deadline": words})
    if len(words) > LIMITS["deadline"]:
        return
    try:
        values["deadline"] = read_deadline(words, now, organisation.calendar)
        values["deadline_words"] = words
    except Refused as refused:
        problems.add("deadline", refused)


def _take_area(
    wanted: Mapping[str, str], values: dict[str, Any], organisation: Organisation, problems: Problems
) -> None:
    area = wanted.get("service_area")
    if area is None:
        return
    if area in organisation.service_areas:
        values["service_area"] = area
    else:
        problems.add("service_area", Refused(Reason.MISSING))


def _take_terms(
    form: EditForm,
    wanted: Mapping[str, str],
    values: dict[str, Any],
    enquiry: Enquiry,
    now: datetime,
    problems: Problems,
) -> None:
    if "terms" not in wanted and "embargo_until" not in wanted:
        return
    chosen = form.typed.get("embargo_until", "")
    until = datetime.fromtimestamp(int(chosen), UTC) if chosen else None
    kind = form.typed.get("terms") or Terms(enquiry.terms).value
    try:
        terms, until = settled_terms(kind, until, enquiry, now)
    except FormRefused as refused:
        for name, problem in refused.problems.items():
            problems.add(name, problem)
        return
    if terms != enquiry.terms:
        values["terms"] = terms
    if until != enquiry.embargo_until:
        values["embargo_until"] = until
