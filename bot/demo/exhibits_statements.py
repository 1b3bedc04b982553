"""Statements in the gallery: drafting one, having its facts checked, asking for a yes, and what each person is told."""

from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.exhibit import Built, ending, group
from bot.demo.specimens_desk import (
    STOP,
    around,
    cast_of,
    fact_check,
    of,
    sign_off,
    yeses,
)
from bot.messages import enquiry_card, enquiry_page, sign_off_form, sign_off_nudge, statement_check, statement_form
from bot.messages.page_reader import Reader
from bot.rules.deeds import Deed
from storage.brief import Brief
from storage.kinds import CheckState, NudgeState, SignOffState, Status, Step, Subject
from storage.organisation import Organisation
from storage.statement import SignOff

STATES = {
    SignOffState.ASKED: Status.AWAITING_SIGN_OFF,
    SignOffState.CHANGE_ASKED: Status.IN_PROGRESS,
    SignOffState.APPROVED: Status.READY,
}
LEFT = {"approved": SignOffState.APPROVED, "change_asked": SignOffState.CHANGE_ASKED}
ENDED = ("approved", "change_asked", "sign_off_handed_on", "approval_voided", "drafted", "responded", "closed")


def build(told: Organisation, now: datetime) -> Built:
    """Everything about statements."""
    for private in (False, True):
        yield from _cards(told, now, private)
        yield from _forms(told, now, private)
        yield from _asked(told, now, private)
        yield from _officer_hears(told, now, private)
        yield from _facts(told, now, private)


def _brief(told: Organisation, now: datetime, state: SignOffState, *, private: bool) -> Brief:
    one = of(told, now, STATES[state], private=private, claimed_at=now - timedelta(minutes=45))
    worker = cast_of(one, told).worker
    checked = (fact_check(one, worker, CheckState.CORRECT, now),)
    return around(one, now, sign_offs=yeses(one, told, now, state), fact_checks=checked)


def _drafting(told: Organisation, now: datetime, *, private: bool) -> Brief:
    return around(of(told, now, Status.IN_PROGRESS, private=private), now)


def _cards(told: Organisation, now: datetime, private: bool) -> Built:
    drawn = enquiry_card.restricted_card if private else enquiry_card.card
    drafted = _drafting(told, now, private=private)
    yield f"statements: card, drafted{ending(private=private)}", drawn(drafted.enquiry, told, now, drafted)
    for state in STATES:
        brief = _brief(told, now, state, private=private)
        yield f"statements: card, {state}{ending(private=private)}", drawn(brief.enquiry, told, now, brief)
        people = cast_of(brief.enquiry, told)
        for who, person in (("press officer", people.officer), ("lead", people.lead)):
            page = enquiry_page.view(brief, Reader(person, told, now))
            yield f"records: open {state} as {who}{ending(private=private)}", page


def _forms(told: Organisation, now: datetime, private: bool) -> Built:
    named, end = group("statements", private=private), ending(private=private)
    one = of(told, now, Status.IN_PROGRESS, private=private)
    people = cast_of(one, told)
    reader = Reader(people.officer, told, now)
    brief = _drafting(told, now, private=private)
    latest = brief.statements[-1]
    yield f"{named}: draft, the first{end}", statement_form.draft_view(Brief(enquiry=one), reader)
    yield f"{named}: draft, a new version{end}", statement_form.draft_view(brief, reader)
    yield f"{named}: read a version{end}", statement_form.read_view(latest, brief, reader)
    due = now + timedelta(hours=1)
    yield f"{named}: ask for sign-off{end}", sign_off_form.ask_view(brief, latest, reader, [people.lead], due)
    yield f"{named}: ask for a fact check{end}", statement_check.ask_view(brief, latest, reader, people.worker, due)
    asked = _brief(told, now, SignOffState.ASKED, private=private)
    for each in asked.sign_offs:
        view = sign_off_form.review_view(each, asked, latest, Reader(each.person, told, now))
        yield f"{named}: sign off, {each.part}{end}", view
    check = fact_check(brief.enquiry, people.worker, CheckState.ASKED, now)
    yield f"{named}: check the facts{end}", statement_check.check_view(check, brief, latest)
    if private:
        yield "statements: legal is not needed", sign_off_form.waive_view(asked.sign_offs[-1])
    else:
        yield from _short_forms(asked.sign_offs[0], brief)


def _short_forms(one: SignOff, brief: Brief) -> Built:
    number, reference = brief.enquiry.id, brief.enquiry.reference
    yield "statements: ask for a change", sign_off_form.change_view(number, one.id)
    yield "statements: ask for a change, not plain", sign_off_form.change_view(number, one.id, not_plain=True)
    yield "statements: are you sure", sign_off_form.sure_view(f"{number}:{one.id}:2", "yes", reference, "2")
    yield "statements: stop", sign_off_form.stop_view(number)


def _asked(told: Organisation, now: datetime, private: bool) -> Built:
    """The nudges to whoever is asked for a yes, and what is left of them."""
    brief = _brief(told, now, SignOffState.ASKED, private=private)
    one, end = brief.sign_offs[0], ending(private=private)
    for step in (Step.SIGN_OFF, Step.SIGN_OFF_AGAIN):
        sent = specimens.nudge(step, one.person, now, subject=Subject.SIGN_OFF)
        yield f"statements: nudge {step}{end}", sign_off_nudge.sign_off(sent, one, brief, told, now)
    deputy = sign_off(brief.enquiry, cast_of(brief.enquiry, told).deputy, SignOffState.ASKED, now, for_whom=one.person)
    sent = specimens.nudge(Step.SIGN_OFF, deputy.person, now, subject=Subject.SIGN_OFF)
    yield f"statements: nudge {Step.SIGN_OFF}, in place{end}", sign_off_nudge.sign_off(sent, deputy, brief, told, now)
    for how in ENDED:
        by = one.person if how in ENDED[:3] else brief.enquiry.officer
        over = {"state": NudgeState.SETTLED, "settled_by": by, "settled_how": how, "settled_at": now}
        done = specimens.nudge(Step.SIGN_OFF, one.person, now, subject=Subject.SIGN_OFF, **over)
        after = _brief(told, now, LEFT.get(how, SignOffState.ASKED), private=private)
        news = sign_off_nudge.sign_off(done, after.sign_offs[0], after, told, now)
        yield f"statements: settled sign_off, {how}{end}", news


def _officer_hears(told: Organisation, now: datetime, private: bool) -> Built:
    """What the press officer is told: late, a change, a stop, one more yes, ready."""
    end = ending(private=private)
    cases = {
        Step.SIGN_OFF_LATE: SignOffState.ASKED,
        Step.CHANGE_ASKED: SignOffState.CHANGE_ASKED,
        Step.NEEDS_MORE: SignOffState.APPROVED,
        Step.READY_TO_SEND: SignOffState.APPROVED,
    }
    for step, state in cases.items():
        brief = _brief(told, now, state, private=private)
        if step == Step.NEEDS_MORE and not private:
            continue  # only what is private needs more than the lead's
        if step == Step.NEEDS_MORE:
            brief = around(brief.enquiry, now, sign_offs=brief.sign_offs[:1])
        sent = specimens.nudge(step, brief.enquiry.officer or "", now, subject=Subject.SIGN_OFF)
        news = sign_off_nudge.sign_off(sent, brief.sign_offs[0], brief, told, now)
        yield f"statements: nudge {step}{end}", news
    brief = _brief(told, now, SignOffState.APPROVED, private=private)
    brief.enquiry.status = Status.IN_PROGRESS
    people = cast_of(brief.enquiry, told)
    stop = specimens.entry(Deed.VOID_APPROVAL, people.lead, now, why=STOP)
    stopped = around(brief.enquiry, now, (stop,), sign_offs=brief.sign_offs)
    for who, person in (("press officer", people.officer), ("deputy", people.deputy)):
        sent = specimens.nudge(Step.STOPPED, person, now, subject=Subject.SIGN_OFF)
        news = sign_off_nudge.sign_off(sent, brief.sign_offs[0], stopped, told, now)
        yield f"statements: nudge {Step.STOPPED}, {who}{end}", news
    yield f"records: open, answered and opened again{end}", _opened_again(told, now, private=private)


def _opened_again(told: Organisation, now: datetime, *, private: bool) -> dict[str, Any]:
    """Its words have gone, and nobody's yes is for another answer."""
    brief = _brief(told, now, SignOffState.APPROVED, private=private)
    brief.enquiry.status, brief.enquiry.responded_at = Status.IN_PROGRESS, now
    for one in brief.sign_offs:
        one.state, one.answered_at = SignOffState.VOIDED, now
    officer = cast_of(brief.enquiry, told).officer
    again = specimens.entry(Deed.REOPEN, officer, now)
    return enquiry_page.view(
        around(brief.enquiry, now, (again,), sign_offs=brief.sign_offs), Reader(officer, told, now)
    )


def _facts(told: Organisation, now: datetime, private: bool) -> Built:
    brief, end = _drafting(told, now, private=private), ending(private=private)
    people = cast_of(brief.enquiry, told)
    for step in (Step.FACT_CHECK, Step.FACT_CHECK_AGAIN, Step.FACT_CHECK_LATE):
        asked = fact_check(brief.enquiry, people.worker, CheckState.ASKED, now)
        sent = specimens.nudge(step, people.worker, now, subject=Subject.FACT_CHECK)
        yield f"statements: nudge {step}{end}", sign_off_nudge.facts(sent, asked, brief, told, now)
    for state in (CheckState.CORRECT, CheckState.WRONG):
        answered = fact_check(brief.enquiry, people.worker, state, now)
        sent = specimens.nudge(Step.FACTS_ANSWERED, people.officer, now, subject=Subject.FACT_CHECK)
        news = sign_off_nudge.facts(sent, answered, brief, told, now)
        yield f"statements: nudge {Step.FACTS_ANSWERED}, {state}{end}", news
