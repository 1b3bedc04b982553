"""The forms of an enquiry: what was typed, and whether it can be kept as it is. Problems are named by the field's block id."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.rules.deadlines import read_deadline
from bot.rules.form_checks import LONG, Problems, stripped
from bot.rules.reasons import Reason, Refused
from storage.enquiry import Enquiry
from storage.kinds import Mark, Outcome, Status
from storage.organisation import Organisation

LIMITS = {"outlet": 150, "journalist": 300, "deadline": 150, "how_it_came": 300, "response_to": 300}
SKEW = timedelta(minutes=2)  # a phone's clock runs ahead of ours

_EMAIL = re.compile(r"[^\s@<>(),;]+@[^\s@<>(),;]+\.[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class EnquiryForm:
    """The four answers that are enough to raise an enquiry, and the service area."""

    outlet: str
    journalist: str
    deadline_words: str
    question: str
    service_area: str = ""
    link: str = ""  # to the message that it was logged from
    excluded: tuple[str, ...] = ()  # who is not to hear of it, by Slack id


@dataclass(frozen=True, slots=True)
class CheckedEnquiry:
    """A form that can be kept: its words tidied at the ends, its deadline as a moment (None: none given)."""

    form: EnquiryForm
    deadline: datetime | None


@dataclass(frozen=True, slots=True)
class MoreForm:
    """What can be added later. `marks` holds values of `Mark`."""

    marks: tuple[str, ...] = ()
    how_it_came: str = ""
    angle: str = ""
    said_already: str = ""
    links: str = ""
    political: bool | None = None  # None: it was not asked


@dataclass(frozen=True, slots=True)
class CloseForm:
    """How it ended. `outcome` is a value of `Outcome`; a duplicate's note says of which enquiry."""

    outcome: str
    note: str = ""


def check_enquiry(form: EnquiryForm, organisation: Organisation, now: datetime) -> CheckedEnquiry:
    """The form as it can be kept. Raises `FormRefused`. The journalist's own telephone and e-mail are expected and kept."""
    tidy = stripped(form)
    problems = Problems()
    words = {
        "outlet": tidy.outlet,
        "journalist": tidy.journalist,
        "deadline": tidy.deadline_words,
        "question": tidy.question,
    }
    problems.need(words)
    problems.limit(words, LIMITS)
    problems.keep_private({field: words[field] for field in ("outlet", "deadline", "question")})
    if tidy.journalist and not can_be_reached(tidy.journalist):
        problems.add("journalist", Refused(Reason.NO_WAY_TO_REACH))
    if organisation.service_areas and tidy.service_area not in organisation.service_areas:
        problems.add("service_area", Refused(Reason.MISSING))
    deadline = _deadline(tidy, organisation, now, problems)
    problems.refuse()
    return CheckedEnquiry(tidy, deadline)


def _deadline(form: EnquiryForm, organisation: Organisation, now: datetime, problems: Problems) -> datetime | None:
    if len(form.deadline_words) > LIMITS["deadline"]:
        return None
    try:
        return read_deadline(form.deadline_words, now, organisation.calendar)
    except Refused as refused:
        problems.add("deadline", refused)
        return None


def can_be_reached(journalist: str) -> bool:
    """Whether a telephone number that could exist (British unless it says otherwise) or an e-mail address is in the words."""
    if _EMAIL.search(journalist):
        return True
    import phonenumbers  # noqa: PLC0415 - only a submitted form needs it

    return any(phonenumbers.PhoneNumberMatcher(journalist, "GB", leniency=phonenumbers.Leniency.POSSIBLE))


def check_more(form: MoreForm) -> MoreForm:
    """The form as it can be kept. Raises `FormRefused`, or ValueError for a mark that no form of ours offers."""
    tidy = stripped(replace(form, marks=tuple(Mark(mark).value for mark in form.marks)))
    words = {
        "how_it_came": tidy.how_it_came,
        "angle": tidy.angle,
        "said_already": tidy.said_already,
        "links": tidy.links,
    }
    problems = Problems()
    problems.limit(words, LIMITS)
    problems.keep_private(words)
    problems.refuse()
    return tidy


def check_close(form: CloseForm, enquiry: Enquiry | None = None) -> CloseForm:
    """The form as it can be kept. Raises `FormRefused`. With the enquiry, "responded" is refused until a response is recorded."""
    tidy = stripped(form)
    problems = Problems()
    if tidy.outcome not in set(Outcome):
        problems.add("outcome", Refused(Reason.MISSING))
    if enquiry is not None and tidy.outcome == Outcome.RESPONDED and enquiry.status != Status.RESPONDED:
        problems.add("outcome", Refused(Reason.RESPOND_FIRST))
    if tidy.outcome == Outcome.DUPLICATE and not tidy.note:
        problems.add("outcome_note", Refused(Reason.MISSING))
    problems.limit({"outcome_note": tidy.note}, {"outcome_note": LONG})
    problems.keep_private({"outcome_note": tidy.note})
    problems.refuse()
    return tidy
