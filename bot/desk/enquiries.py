"""The verbs of an enquiry's words: record it, add to it, make it private, open it up again."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace

from bot.desk import doors, hiding, involved, left_out, pre_election, press, statement_needs, telling
from bot.desk.changing import change, plain
from bot.desk.planning import plan, replan
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.enquiry_form import (
    CheckedEnquiry,
    EnquiryForm,
    MoreForm,
    check_enquiry,
    check_more,
)
from bot.rules.involved import asked_around, check_leaving_out, without
from bot.rules.moves import check_unrestrict
from bot.rules.nudging import first_lead, plan_enquiry
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sensitivity import starts_restricted
from bot.rules.urgency import is_urgent
from storage.enquiry import Enquiry, enquiry_by_form
from storage.insert import insert_once
from storage.kinds import Subject


@verb
def record(
    work: Work, form: EnquiryForm, *, form_id: str, person: str, practice: bool = False, words_id: str = ""
) -> Enquiry:
    """Record an enquiry, once for each form. `practice`: nobody has asked; it goes the way of every enquiry and says what it is.
    `words_id`: of the words in a direct message that the form began with.

    The same form again (a second click, Slack's retry) gives the same enquiry; the same form with changed words (the answer was
    lost, the person corrected and sent again) amends it. Raises FormRefused, field by field.
    """
    area = form.service_area or home_area(work, person)
    journalist = press.with_known_number(work.session, form.outlet, form.journalist)
    form = replace(form, service_area=area, journalist=journalist)
    checked = check_enquiry(form, work.organisation, work.now)
    form = checked.form
    refused = check_leaving_out(form.excluded, person, work.organisation)
    if refused:
        raise FormRefused({"excluded": refused})
    enquiry = _new(work, checked, form_id, person)
    enquiry.practice = practice
    if not insert_once(work.session, enquiry, Enquiry.form_id):
        return _amend(work, checked, form_id=form_id, person=person)
    left_out.note_left_out(work, enquiry, enquiry.excluded, person)
    telling.show_card(work, enquiry)
    work.audit(
        person,
        "recorded",
        Subject.ENQUIRY,
        enquiry.id,
        {**_values(form), "deadline": plain(checked.deadline), "restricted": enquiry.restricted},
        line=telling.line(work, enquiry),
    )
    telling.news(work, enquiry, "recorded")
    if words_id:
        doors.sent(work, enquiry, words_id)
    if enquiry.restricted:
        hiding.ask_to_remove(work, enquiry)
    plan(work, Subject.ENQUIRY, enquiry.id, plan_enquiry(enquiry, work.organisation, work.now))
    return enquiry


def _new(work: Work, checked: CheckedEnquiry, form_id: str, person: str) -> Enquiry:
    form, organisation = checked.form, work.organisation
    return Enquiry(
        form_id=form_id,
        raised_by=person,
        raised_at=work.now,
        outlet=form.outlet,
        journalist=form.journalist,
        question=form.question,
        deadline=checked.deadline,
        deadline_words=form.deadline_words,
        service_area=form.service_area,
        links=form.link,
        restricted=starts_restricted(organisation, form.service_area, ()) or bool(form.excluded),
        urgent=is_urgent(checked.deadline, work.now, organisation.calendar),
        lead=first_lead(without(organisation, form.excluded), form.service_area),
        excluded=list(form.excluded),
        form_digest=fingerprint(form),
    )


def _amend(work: Work, checked: CheckedEnquiry, *, form_id: str, person: str) -> Enquiry:
    form = checked.form
    enquiry = enquiry_by_form(work.session, form_id, lock=True)
    if enquiry is None or enquiry.raised_by != person:
        raise Refused(Reason.NOT_YOURS)
    if enquiry.form_digest == fingerprint(form):
        return enquiry
    if not enquiry.is_open:
        raise Refused(Reason.ALREADY_CLOSED, by=enquiry.closed_by)
    changed = change(
        enquiry,
        {
            "outlet": form.outlet,
            "journalist": form.journalist,
            "question": form.question,
            "deadline": checked.deadline,
            "deadline_words": form.deadline_words,
            "service_area": form.service_area,
        },
    )
    enquiry.form_digest = fingerprint(form)
    enquiry.urgent = is_urgent(checked.deadline, work.now, work.organisation.calendar)
    if "service_area" in changed:
        enquiry.lead = first_lead(asked_around(work.organisation, enquiry), enquiry.service_area)
        if starts_restricted(work.organisation, enquiry.service_area):
            make_restricted(work, enquiry)
    others = set(enquiry.excluded) - left_out.put_there_by(work, enquiry, person)
    left_out.set_left_out(work, enquiry, [*sorted(others), *form.excluded], person)
    telling.show_again(work, Subject.ENQUIRY, enquiry.id)  # those who were asked are shown what is asked now
    telling.moved(work, enquiry, person, "amended", changed)
    replan(work, enquiry)
    return enquiry


@verb
def add_more(work: Work, enquiry_id: int, form: MoreForm, *, person: str) -> Enquiry:
    """Add what the short form did not ask: marks, how it came, the angle, what has been said already, links.

    A mark makes the enquiry restricted: every message already posted about it is rendered anew, without its text.
    """
    form = check_more(form)
    enquiry = work.enquiry(enquiry_id)
    check(Deed.ADD_MORE, person, work.organisation, enquiry)
    new_marks = set(form.marks) - set(enquiry.marks)
    if not enquiry.is_open and not new_marks:  # a mark makes it private, however late
        raise Refused(Reason.ALREADY_CLOSED, by=enquiry.closed_by)
    changed = change(
        enquiry,
        {
            "marks": sorted({*enquiry.marks, *form.marks}),
            "how_it_came": form.how_it_came,
            "angle": form.angle,
            "said_already": form.said_already,
            "links": form.links,
        },
    )
    if new_marks:
        make_restricted(work, enquiry)
        involved.ask_for_a_name(work, enquiry, person)
    if form.political is not None and pre_election.set_political(work, enquiry, form.political, person):
        changed["political"] = [not form.political, form.political]
    if changed:
        telling.moved(work, enquiry, person, "more_added", changed)
    return enquiry


def make_restricted(work: Work, enquiry: Enquiry) -> None:
    """From now on its text leaves no room but the form; what was posted is rendered anew, without it."""
    if not enquiry.restricted:
        enquiry.restricted = True
        hiding.hide(work, enquiry)
    statement_needs.look_again(work, enquiry)


@verb
def make_private(work: Work, enquiry_id: int, *, person: str) -> Enquiry:
    """A press officer makes it private, without a mark: a press, and nobody outside those allowed reads a word of it any more."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.RESTRICT, person, work.organisation, enquiry)
    if enquiry.restricted:
        return enquiry
    make_restricted(work, enquiry)
    enquiry.opened_up_by = enquiry.opened_up_at = None
    telling.moved(work, enquiry, person, Deed.RESTRICT)
    return enquiry


@verb
def open_up(work: Work, enquiry_id: int, *, person: str) -> Enquiry:
    """A press officer lifts the restriction of an enquiry that started restricted because of its service area alone."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.UNRESTRICT, person, work.organisation, enquiry)
    if not enquiry.restricted:
        return enquiry
    check_unrestrict(enquiry)
    enquiry.restricted = False
    enquiry.opened_up_by, enquiry.opened_up_at = person, work.now
    telling.moved(work, enquiry, person, Deed.UNRESTRICT)
    return enquiry


def home_area(work: Work, person: str) -> str:
    """The service area of a person's team, or "" where nobody told us."""
    known = work.organisation.people.get(person)
    return known.service_area if known else ""


def fingerprint(form: object) -> str:
    """Tells one submission of a form from a changed one."""
    return hashlib.sha256(json.dumps(_values(form), sort_keys=True, default=str).encode()).hexdigest()


def _values(form: object) -> dict[str, object]:
    names: Iterable[str] = form.__dataclass_fields__  # type: ignore[attr-defined]  # every form is a dataclass
    return {name: getattr(form, name) for name in names}
