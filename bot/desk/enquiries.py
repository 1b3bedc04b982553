"""The verbs of an enquiry: record it, add to it, claim, acknowledge, hand on, respond, close, open it up."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.desk import involved, left_out, pre_election, statement_ends, tasks, telling
from bot.desk.planning import next_round, plan, replan
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.enquiry_form import (
    CheckedEnquiry,
    CloseForm,
    EnquiryForm,
    MoreForm,
    check_close,
    check_enquiry,
    check_more,
)
from bot.rules.involved import asked_around, check_leaving_out, check_may_deal, without
from bot.rules.moves import check_acknowledge, check_move, check_unrestrict
from bot.rules.nudging import first_lead, plan_enquiry, plan_hand_on
from bot.rules.nudging import hand_on as hand_on_to
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sensitivity import starts_restricted
from bot.rules.urgency import is_urgent
from storage.enquiry import Enquiry, enquiry_by_form
from storage.insert import insert_once
from storage.kinds import Outcome, Status, Subject
from storage.nudge import get_nudge, nudges_of


@verb
def record(work: Work, form: EnquiryForm, *, form_id: str, person: str) -> Enquiry:
    """Record an enquiry, once for each form.

    The same form again (a second click, Slack's retry) gives the same enquiry; the same form with changed words (the answer was
    lost, the person corrected and sent again) amends it. Raises FormRefused, field by field.
    """
    area = form.service_area or home_area(work, person)
    checked = check_enquiry(replace(form, service_area=area), work.organisation, work.now)
    form = checked.form
    refused = check_leaving_out(form.excluded, person, work.organisation)
    if refused:
        raise FormRefused({"excluded": refused})
    restricted = starts_restricted(work.organisation, area, ()) or bool(form.excluded)
    enquiry = Enquiry(
        form_id=form_id,
        raised_by=person,
        raised_at=work.now,
        outlet=form.outlet,
        journalist=form.journalist,
        question=form.question,
        deadline=checked.deadline,
        deadline_words=form.deadline_words,
        service_area=area,
        links=form.link,
        restricted=restricted,
        urgent=is_urgent(checked.deadline, work.now, work.organisation.calendar),
        lead=first_lead(without(work.organisation, form.excluded), area),
        excluded=list(form.excluded),
        form_digest=fingerprint(form),
    )
    if not insert_once(work.session, enquiry, Enquiry.form_id):
        return _amend(work, checked, form_id=form_id, person=person)
    left_out.note_left_out(work, enquiry, enquiry.excluded, person)
    telling.show_card(work, enquiry)
    work.audit(
        person,
        "recorded",
        Subject.ENQUIRY,
        enquiry.id,
        {**_values(form), "deadline": _iso(checked.deadline), "restricted": restricted},
        line=telling.line(work, enquiry),
    )
    telling.news(work, enquiry, "recorded")
    plan(work, Subject.ENQUIRY, enquiry.id, plan_enquiry(enquiry, work.organisation, work.now))
    return enquiry


def _amend(work: Work, checked: CheckedEnquiry, *, form_id: str, person: str) -> Enquiry:
    form = checked.form
    enquiry = enquiry_by_form(work.session, form_id, lock=True)
    if enquiry is None or enquiry.raised_by != person:
        raise Refused(Reason.NOT_YOURS)
    if enquiry.form_digest == fingerprint(form):
        return enquiry
    if not enquiry.is_open:
        raise Refused(Reason.ALREADY_CLOSED, by=enquiry.closed_by)
    changed = _change(
        enquiry,
        outlet=form.outlet,
        journalist=form.journalist,
        question=form.question,
        deadline=checked.deadline,
        deadline_words=form.deadline_words,
        service_area=form.service_area,
    )
    enquiry.form_digest = fingerprint(form)
    enquiry.urgent = is_urgent(checked.deadline, work.now, work.organisation.calendar)
    if "service_area" in changed:
        enquiry.lead = first_lead(asked_around(work.organisation, enquiry), enquiry.service_area)
        if starts_restricted(work.organisation, enquiry.service_area):
            _restrict(work, enquiry)
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
    changed = _change(
        enquiry,
        marks=sorted({*enquiry.marks, *form.marks}),
        how_it_came=form.how_it_came,
        angle=form.angle,
        said_already=form.said_already,
        links=form.links,
    )
    if new_marks:
        _restrict(work, enquiry)
        involved.ask_for_a_name(work, enquiry, person)
    if form.political is not None and pre_election.set_political(work, enquiry, form.political, person):
        changed["political"] = [not form.political, form.political]
    if changed:
        telling.moved(work, enquiry, person, "more_added", changed)
    return enquiry


def _restrict(work: Work, enquiry: Enquiry) -> None:
    """From now on its text leaves no room but the form; what was posted is rendered anew, without it."""
    if not enquiry.restricted:
        enquiry.restricted = True
        telling.hide(work, enquiry)


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


@verb
def claim(work: Work, enquiry_id: int, *, person: str) -> Enquiry:
    """A press officer takes it. The second of two people at once is told kindly who has it (Refused ALREADY_CLAIMED)."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.CLAIM, person, work.organisation, enquiry)
    if enquiry.officer == person and enquiry.status != Status.NEW:
        return enquiry  # the same press twice
    check_move(enquiry, Status.IN_PROGRESS)
    enquiry.status = Status.IN_PROGRESS
    enquiry.officer, enquiry.claimed_at = person, work.now
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.CLAIM, person)
    telling.moved(work, enquiry, person, "claimed")
    telling.news(work, enquiry, "claimed")
    return enquiry


@verb
def acknowledge(work: Work, nudge_id: int, *, person: str) -> Enquiry:
    """The lead (or whoever was nudged in their place) says "I have it"."""
    enquiry = _enquiry_of_nudge(work, nudge_id, person)
    if enquiry.lead_acknowledged_by == person:
        return enquiry
    check_acknowledge(enquiry)
    enquiry.lead = person
    enquiry.lead_acknowledged_by, enquiry.lead_acknowledged_at = person, work.now
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.ACKNOWLEDGE, person)
    telling.moved(work, enquiry, person, "acknowledged")
    telling.news(work, enquiry, "lead_acknowledged")
    return enquiry


@verb
def hand_on(work: Work, nudge_id: int, *, person: str) -> Enquiry:
    """The lead hands it to their deputy, who is nudged at once. Raises Refused(NO_DEPUTY) at the end of the chain."""
    enquiry = _enquiry_of_nudge(work, nudge_id, person)
    if enquiry.lead_acknowledged_by is None and enquiry.lead != person and _handed_on_by(work, enquiry, person):
        return enquiry  # the same press twice
    check_acknowledge(enquiry)
    deputy = hand_on_to(enquiry, work.organisation, person)
    enquiry.lead = deputy
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.HAND_ON, person)
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    plan(work, Subject.ENQUIRY, enquiry.id, plan_hand_on(enquiry, work.organisation, work.now, round_))
    telling.moved(work, enquiry, person, Deed.HAND_ON, {"to": deputy})
    return enquiry


def _handed_on_by(work: Work, enquiry: Enquiry, person: str) -> bool:
    return any(
        one.settled_by == person and one.settled_how == Deed.HAND_ON and one.person == person
        for one in nudges_of(work.session, Subject.ENQUIRY, enquiry.id)
    )


def _enquiry_of_nudge(work: Work, nudge_id: int, person: str) -> Enquiry:
    nudge = get_nudge(work.session, nudge_id)
    if nudge is None or nudge.subject != Subject.ENQUIRY:
        raise Refused(Reason.NOT_FOUND)
    if nudge.person != person:
        raise Refused(Reason.NOT_YOUR_NUDGE)
    enquiry = work.enquiry(nudge.subject_id)
    check_may_deal(Deed.ACKNOWLEDGE, person, enquiry)
    return enquiry


@verb
def close(work: Work, enquiry_id: int, form: CloseForm, *, person: str) -> Enquiry:
    """Close it with an outcome. Everything still planned for it is dropped. Raises FormRefused, field by field."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.CLOSE, person, work.organisation, enquiry)
    if enquiry.closed_by == person and enquiry.outcome == form.outcome:
        return enquiry
    form = check_close(form, enquiry)
    check_move(enquiry, Status.CLOSED)
    enquiry.status = Status.CLOSED
    enquiry.outcome, enquiry.outcome_note = Outcome(form.outcome), form.note
    enquiry.closed_by, enquiry.closed_at = person, work.now
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.CLOSE, person)
    tasks.start_check_ins(work, enquiry)
    statement_ends.end(work, enquiry, Deed.CLOSE, person)
    telling.moved(work, enquiry, person, "closed", {"outcome": str(form.outcome), "note": form.note})
    telling.news(work, enquiry, "closed")
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


def _change(enquiry: Enquiry, **values: object) -> dict[str, object]:
    changed: dict[str, object] = {}
    for name, value in values.items():
        before = getattr(enquiry, name)
        if before != value:
            changed[name] = [_plain(before), _plain(value)]
            setattr(enquiry, name, value)
    return changed


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
