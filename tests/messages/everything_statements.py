"""Every message and form about a statement, its fact checks and its sign-off, around one foreign text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.messages import enquiry_card, sign_off_form, sign_off_nudge, statement_check, statement_form
from bot.messages.message import Message
from bot.messages.page_reader import Reader
from bot.rules.deeds import Deed
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import CheckState, Mark, NudgeState, Role, SignOffPart, SignOffState, Status, Step, Subject, Terms
from storage.line import Line
from storage.organisation import Organisation
from storage.statement import FactCheck, SignOff, Statement
from tests.messages.samples import DEPUTY, HEAD, LEAD, OFFICER, SOCIAL_WORKER, T0, enquiry, entry, nudge, page

SIGN_OFF_STEPS = (
    Step.SIGN_OFF,
    Step.SIGN_OFF_AGAIN,
    Step.SIGN_OFF_LATE,
    Step.CHANGE_ASKED,
    Step.STOPPED,
    Step.READY_TO_SEND,
    Step.NEEDS_MORE,
)
FACT_STEPS = (Step.FACT_CHECK, Step.FACT_CHECK_AGAIN, Step.FACT_CHECK_LATE, Step.FACTS_ANSWERED)
HOWS = (
    "approved",
    "change_asked",
    "sign_off_handed_on",
    "sign_off_waived",
    "approval_voided",
    "drafted",
    "sign_off_asked",
    "facts_checked",
    "responded",
    "closed",
    "more_added",
    "",
)


def statement(words: str, version: int = 1, **changes: Any) -> Statement:
    """One version of the words."""
    facts: dict[str, Any] = {"drafted_by": OFFICER, "drafted_at": T0, "note": words, **changes}
    made = Statement(enquiry_id=42, version=version, words=words, **facts)
    made.id = version
    return made


def sign_off(
    person: str, part: SignOffPart = SignOffPart.LEAD, state: SignOffState = SignOffState.ASKED, **changes: Any
) -> SignOff:
    """One person's yes that is asked for the second version."""
    answered = state not in (SignOffState.ASKED, SignOffState.WAITING)
    facts: dict[str, Any] = {
        "statement_id": 2,
        "asked_by": OFFICER,
        "asked_at": T0,
        "due_at": T0 + timedelta(hours=1),
        "answered_at": T0 if answered else None,
    }
    made = SignOff(enquiry_id=42, person=person, part=part, state=state, **{**facts, **changes})
    made.id = 10 + list(SignOffPart).index(part)
    return made


def fact_check(words: str, state: CheckState = CheckState.ASKED, person: str = SOCIAL_WORKER) -> FactCheck:
    """Someone is asked whether the facts are right."""
    made = FactCheck(
        enquiry_id=42,
        statement_id=2,
        person=person,
        asked_by=OFFICER,
        asked_at=T0,
        due_at=T0 + timedelta(minutes=30),
        state=state,
        answered_at=None if state == CheckState.ASKED else T0,
        note=words if state == CheckState.WRONG else "",
    )
    made.id = 5
    return made


def about(words: str, status: Status, *, restricted: bool, **changes: Any) -> Enquiry:
    """An enquiry of which every text is the foreign one."""
    facts: dict[str, Any] = {
        "outlet": words,
        "journalist": words,
        "question": words,
        "restricted": restricted,
        "status": status,
        "officer": OFFICER,
        "statement_id": 2,
        "marks": [Mark.COURT.value] if restricted else [],
    }
    return enquiry(**{**facts, **changes})


def _line(words: str, *, private: bool) -> Line:
    facts: dict[str, Any] = {"review_on": T0.date(), "kept_by": OFFICER, "kept_at": T0, "restricted": private}
    made = Line(topic=words, service_area="adults", words=words, **facts)
    made.id = 3
    return made


def briefs(words: str, *, restricted: bool) -> Iterator[Brief]:
    """With a first version only, with two, and with every answer that can be given."""
    versions = (statement(words), statement(f"{words} {words}", 2))
    yield Brief(enquiry=about(words, Status.IN_PROGRESS, restricted=restricted), statements=versions[:1])
    stop = entry(Deed.VOID_APPROVAL, actor=LEAD, details={"why": words})
    stopped = about(words, Status.IN_PROGRESS, restricted=restricted)
    yield Brief(enquiry=stopped, statements=versions, entries=(stop,), fact_checks=(fact_check(words),))
    for private in (False, True):
        taken = statement(words, from_line=3)
        kept = _line(words, private=private)
        yield Brief(
            enquiry=about(words, Status.IN_PROGRESS, restricted=restricted), statements=(taken,), taken_from=kept
        )
    again = about(words, Status.IN_PROGRESS, restricted=restricted, responded_at=T0)
    spent = sign_off(LEAD, SignOffPart.LEAD, SignOffState.VOIDED)
    yield Brief(enquiry=again, statements=versions, sign_offs=(spent,), entries=(entry(Deed.REOPEN, actor=LEAD),))
    waiting = about(words, Status.AWAITING_SIGN_OFF, restricted=restricted)
    yield Brief(enquiry=waiting, statements=versions, sign_offs=(sign_off(LEAD),))
    for state in SignOffState:
        status = Status.READY if state in (SignOffState.APPROVED, SignOffState.WAIVED) else Status.AWAITING_SIGN_OFF
        yield Brief(
            enquiry=about(words, status, restricted=restricted),
            statements=versions,
            sign_offs=(
                sign_off(LEAD, SignOffPart.LEAD, state, why=words),
                sign_off(HEAD, SignOffPart.SECOND, SignOffState.APPROVED),
                sign_off(DEPUTY, SignOffPart.LEGAL, state, for_whom="U0UNKNOWN"),
            ),
            fact_checks=tuple(fact_check(words, each) for each in CheckState),
        )


def messages(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """The cards, and what each person is asked and told."""
    for restricted in (False, True):
        for brief in briefs(words, restricted=restricted):
            yield "card", enquiry_card.card(brief.enquiry, told, T0, brief)
            yield "restricted card", enquiry_card.restricted_card(brief.enquiry, told, T0, brief)
            for one in brief.sign_offs:
                yield from _sign_off_nudges(one, brief, told)
            for check in brief.fact_checks:
                yield from _fact_nudges(check, brief, told)


def _sign_off_nudges(one: SignOff, brief: Brief, told: Organisation) -> Iterator[tuple[str, Message]]:
    for step in SIGN_OFF_STEPS:
        person = one.person if step in SIGN_OFF_STEPS[:2] else OFFICER
        for late in (False, True):
            sent = nudge(step, person, subject=Subject.SIGN_OFF, late=late, urgent=late)
            yield f"{step} {one.part} {one.state}", sign_off_nudge.sign_off(sent, one, brief, told, T0)
    for how in HOWS:
        for by in (one.person, OFFICER):
            settled = nudge(Step.SIGN_OFF, one.person, subject=Subject.SIGN_OFF, **_settled(how, by))
            yield f"settled {how} {one.state}", sign_off_nudge.sign_off(settled, one, brief, told, T0)


def _fact_nudges(check: FactCheck, brief: Brief, told: Organisation) -> Iterator[tuple[str, Message]]:
    for step in FACT_STEPS:
        sent = nudge(step, check.person, subject=Subject.FACT_CHECK)
        yield f"{step} {check.state}", sign_off_nudge.facts(sent, check, brief, told, T0)
    for how in HOWS:
        settled = nudge(Step.FACT_CHECK, check.person, subject=Subject.FACT_CHECK, **_settled(how, check.person))
        yield f"settled facts {how}", sign_off_nudge.facts(settled, check, brief, told, T0)


def _settled(how: str, by: str) -> dict[str, Any]:
    return {"state": NudgeState.SETTLED, "settled_by": by if how else None, "settled_how": how, "settled_at": T0}


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every form and page."""
    told = _with_lawyer(told)
    for restricted in (False, True):
        for brief in briefs(words, restricted=restricted):
            yield from _views_of(brief, told)
    reader = Reader(OFFICER, told, T0)
    none_yet = Brief(enquiry=about(words, Status.IN_PROGRESS, restricted=False))
    yield "first draft", statement_form.draft_view(none_yet, reader)
    yield "no words yet", page(none_yet.enquiry, told)
    meanwhile = Brief(enquiry=none_yet.enquiry, statements=(statement(words), statement(words, 2)))
    drafting = statement_form.draft_view(meanwhile, reader, [words, "", words], words)
    yield "someone else's version", drafting
    yield "more room", statement_form.with_more_room(drafting)
    yield "all room", statement_form.with_more_room(statement_form.with_more_room(drafting))
    yield "stop", sign_off_form.stop_view(42)
    yield "sure", sign_off_form.sure_view("42:10:2", "yes", "ME-0042", "2")
    for not_plain in (False, True):
        yield "change", sign_off_form.change_view(42, 10, not_plain=not_plain)


def _with_lawyer(told: Organisation) -> Organisation:
    """The same organisation, its deputy from legal."""
    return replace(told, roles={**told.roles, Role.LEGAL: (DEPUTY,)})


def _views_of(brief: Brief, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    reader, latest = Reader(OFFICER, told, T0), brief.statements[-1]
    yield "draft", statement_form.draft_view(brief, reader)
    yield "read", statement_form.read_view(latest, brief, reader)
    yield "ask", sign_off_form.ask_view(brief, latest, reader, [LEAD, HEAD], T0)
    yield "ask facts", statement_check.ask_view(brief, latest, reader, None, T0)
    around: dict[str, Any] = {
        "statements": brief.statements,
        "sign_offs": brief.sign_offs,
        "fact_checks": brief.fact_checks,
    }
    for person in (OFFICER, LEAD, SOCIAL_WORKER, DEPUTY):
        yield f"page for {person}", page(brief.enquiry, told, brief.entries, person, **around)
    for one in brief.sign_offs:
        for terms in Terms:
            brief.enquiry.terms = terms
            yield f"review {one.part}", sign_off_form.review_view(one, brief, latest, Reader(one.person, told, T0))
        yield "waive", sign_off_form.waive_view(one)
    for check in brief.fact_checks:
        yield "check", statement_check.check_view(check, brief, latest)
