"""Sign-off: whose yes is needed, who can give it, when words are approved, and what may be sent."""

from typing import Any

import pytest

from bot.rules.deeds import Deed
from bot.rules.form_checks import LONG
from bot.rules.nudging import Later, Moot, Send
from bot.rules.permissions import allowed
from bot.rules.reasons import Reason, Refused
from bot.rules.sign_off import (
    approved,
    check_sending,
    deputies_for,
    fit_again,
    may_go_straight,
    may_stop,
    needed,
    parts_for,
    suggested,
)
from bot.rules.sign_off_times import AskedYes, decide_sign_off, facts_due, plan_sign_off, sign_off_due
from bot.rules.statement_changes import Change, changes
from bot.rules.statement_form import StatementForm, boxes_for
from storage.brief import Brief
from storage.kinds import Mark, SignOffPart, SignOffState, Status, Step
from storage.statement import FactCheck, SignOff, Statement
from tests.rules.northbank import (
    DEPUTY,
    DIRECTOR,
    HEAD,
    LAWYER,
    LEAD,
    OFFICER,
    SECOND,
    STRANGER,
    WORKER,
    at,
    enquiry,
    london,
    nudge,
    organisation,
)

NOW = at("2026-11-25 10:00")
WORDS = "Elm House stays open.\n\nNobody has to move."


def statement(version: int = 1, words: str = WORDS, **changes: Any) -> Statement:
    made = Statement(
        **{"enquiry_id": 1, "version": version, "words": words, "drafted_by": OFFICER, "drafted_at": NOW, **changes}
    )
    made.id = version
    return made


def asked(person: str, part: SignOffPart, state: SignOffState = SignOffState.APPROVED, **changes: Any) -> SignOff:
    made = SignOff(
        **{
            "enquiry_id": 1,
            "statement_id": 1,
            "person": person,
            "part": part,
            "asked_by": OFFICER,
            "state": state,
            **changes,
        }
    )
    made.id = 7
    return made


def brief(*sign_offs: SignOff, statements: tuple[Statement, ...] = (), **changes: Any) -> Brief:
    facts: dict[str, Any] = {"officer": OFFICER, "status": Status.AWAITING_SIGN_OFF, **changes}
    return Brief(enquiry=enquiry(**facts), statements=statements or (statement(),), sign_offs=sign_offs)


LEADS, SECONDS = asked(LEAD, SignOffPart.LEAD), asked(DIRECTOR, SignOffPart.SECOND)
LEGALS, EXTRAS = asked(LAWYER, SignOffPart.LEGAL), asked(WORKER, SignOffPart.EXTRA)
COURT: dict[str, Any] = {"restricted": True, "marks": [Mark.COURT.value]}


def test_two_for_a_private_one_and_legal_where_a_court_is_marked() -> None:
    assert needed(enquiry()) == ()
    assert needed(enquiry(restricted=True)) == (SignOffPart.LEAD, SignOffPart.SECOND)
    assert needed(enquiry(**COURT)) == (SignOffPart.LEAD, SignOffPart.SECOND, SignOffPart.LEGAL)


@pytest.mark.parametrize(
    ("given", "facts", "is_approved"),
    [
        ((), {}, False),
        ((LEADS,), {}, True),
        ((EXTRAS,), {}, True),
        ((LEADS, asked(HEAD, SignOffPart.EXTRA, SignOffState.ASKED)), {}, False),
        ((asked(LEAD, SignOffPart.LEAD, SignOffState.HANDED_ON), asked(DEPUTY, SignOffPart.LEAD)), {}, True),
        ((LEADS, asked(HEAD, SignOffPart.EXTRA, SignOffState.CHANGE_ASKED)), {}, False),
        ((LEADS, asked(HEAD, SignOffPart.EXTRA, SignOffState.VOIDED)), {}, True),
        ((LEADS,), {"restricted": True}, False),
        ((LEADS, SECONDS), {"restricted": True}, True),
        ((LEADS, SECONDS), COURT, False),
        ((LEADS, SECONDS, LEGALS), COURT, True),
        ((LEADS, SECONDS, asked(LAWYER, SignOffPart.LEGAL, SignOffState.WAIVED)), COURT, True),
        ((LEADS, SECONDS, asked(LAWYER, SignOffPart.LEGAL, SignOffState.ASKED)), COURT, False),
    ],
)
def test_approved_with_every_yes_that_is_needed(
    given: tuple[SignOff, ...], facts: dict[str, Any], is_approved: bool
) -> None:
    whole = brief(*given, **facts)
    assert approved(whole) == (whole.statements[0] if is_approved else None)


def test_anyones_yes_is_enough_where_it_was_so_chosen_but_never_for_a_compulsory_part() -> None:
    any_one = (statement(needs_all=False),)
    waits = asked(HEAD, SignOffPart.EXTRA, SignOffState.ASKED)
    assert approved(brief(LEADS, waits, statements=any_one)) == any_one[0]
    assert approved(brief(LEADS, waits, statements=any_one, restricted=True)) is None


def test_a_yes_never_counts_for_another_version() -> None:
    assert approved(brief(LEADS, statements=(statement(), statement(2, "Other words.")))) is None


def test_who_is_suggested() -> None:
    told = organisation()
    assert suggested(brief(), told) == (LEAD,)
    assert suggested(brief(restricted=True), told) == (LEAD, DIRECTOR)
    assert suggested(brief(**COURT), told) == (LEAD, DIRECTOR, LAWYER)
    assert suggested(brief(restricted=True, excluded=[LEAD, DIRECTOR]), told) == (DEPUTY, HEAD)
    assert suggested(brief(statements=(statement(drafted_by=LEAD),)), told) == (DEPUTY,)


def refusal(people: tuple[str, ...], whole: Brief) -> Reason:
    with pytest.raises(Refused) as refused:
        parts_for(people, whole, organisation())
    return refused.value.reason


def test_who_is_asked_for_what() -> None:
    told = organisation()
    assert parts_for((HEAD, LAWYER, LEAD), brief(), told) == {
        HEAD: SignOffPart.EXTRA,
        LAWYER: SignOffPart.LEGAL,
        LEAD: SignOffPart.LEAD,
    }
    assert parts_for((LAWYER, DIRECTOR, LEAD), brief(**COURT), told) == {
        LAWYER: SignOffPart.LEGAL,
        DIRECTOR: SignOffPart.SECOND,
        LEAD: SignOffPart.LEAD,
    }


@pytest.mark.parametrize(
    ("people", "facts", "reason"),
    [
        ((), {}, Reason.MISSING),
        ((OFFICER,), {}, Reason.OWN_WORDS),
        ((LEAD,), {"excluded": [LEAD]}, Reason.CANNOT_BE_ASKED),
        ((STRANGER,), {"restricted": True}, Reason.CANNOT_BE_ASKED),
        ((DIRECTOR, HEAD), {"restricted": True}, Reason.NEEDS_LEAD),
        ((LEAD,), {"restricted": True}, Reason.NEEDS_SECOND),
        ((LEAD, DIRECTOR), COURT, Reason.NEEDS_LEGAL),
        ((LEAD, LAWYER), COURT, Reason.NEEDS_SECOND),  # one lawyer is not two people
    ],
)
def test_what_is_missing_is_said(people: tuple[str, ...], facts: dict[str, Any], reason: Reason) -> None:
    assert refusal(people, brief(**facts)) == reason


def test_a_deputy_is_somebody_who_has_not_been_asked() -> None:
    told, waits = organisation(), asked(LEAD, SignOffPart.LEAD, SignOffState.ASKED)
    assert deputies_for(waits, brief(waits), told)[0] == DEPUTY
    assert deputies_for(waits, brief(waits, asked(DEPUTY, SignOffPart.EXTRA, SignOffState.ASKED)), told)[0] == SECOND
    assert deputies_for(waits, brief(waits, excluded=[DEPUTY]), told)[0] == SECOND
    extra = asked(WORKER, SignOffPart.EXTRA, SignOffState.ASKED)
    assert deputies_for(extra, brief(extra), told) == []


@pytest.mark.parametrize(
    ("person", "part", "others", "facts", "counts_for"),
    [
        (LEAD, SignOffPart.LEAD, (), {"restricted": True}, SignOffPart.LEAD),
        (STRANGER, SignOffPart.LEAD, (), {"restricted": True}, SignOffPart.EXTRA),
        (DIRECTOR, SignOffPart.LEAD, (), {"restricted": True}, SignOffPart.SECOND),
        (DIRECTOR, SignOffPart.LEAD, (asked(HEAD, SignOffPart.SECOND),), {"restricted": True}, SignOffPart.EXTRA),
        (DIRECTOR, SignOffPart.LEAD, (), {}, SignOffPart.EXTRA),
        (LAWYER, SignOffPart.LEGAL, (), COURT, SignOffPart.LEGAL),
    ],
)
def test_a_yes_counts_for_a_part_that_its_giver_can_fill(
    person: str, part: SignOffPart, others: tuple[SignOff, ...], facts: dict[str, Any], counts_for: SignOffPart
) -> None:
    """As after a move to another service: whoever led the first does not answer for the second."""
    given = asked(person, part)
    fit_again([given, *others], enquiry(lead=None, **facts), organisation())
    assert given.part == counts_for


def test_a_simple_answer_goes_straight_and_nothing_else_does() -> None:
    assert may_go_straight(Brief(enquiry=enquiry()))
    assert not may_go_straight(Brief(enquiry=enquiry(restricted=True)))
    assert not may_go_straight(Brief(enquiry=enquiry(marks=[Mark.POLICE.value])))
    assert may_go_straight(Brief(enquiry=enquiry(marks=[Mark.NOT_SURE.value])))
    assert not may_go_straight(brief(asked(LEAD, SignOffPart.LEAD, SignOffState.VOIDED)))


def sending(whole: Brief, words: str, person: str = OFFICER, because: str = "") -> Reason | None:
    try:
        check_sending(whole, words, organisation(), person=person, override_because=because)
    except Refused as refused:
        return refused.reason
    return None


def test_nothing_is_sent_but_the_approved_words() -> None:
    whole = brief(LEADS)
    assert sending(whole, "Elm House stays open. Nobody has to  move.\n") is None
    assert sending(whole, "Elm House stays open. Nobody has to go.") == Reason.NOT_THE_APPROVED_WORDS
    assert sending(brief(asked(LEAD, SignOffPart.LEAD, SignOffState.ASKED)), WORDS) == Reason.NOT_SIGNED_OFF
    assert sending(Brief(enquiry=enquiry(restricted=True)), WORDS) == Reason.NOT_SIGNED_OFF
    assert sending(Brief(enquiry=enquiry()), "Yes, at nine.") is None


def test_the_head_of_communications_overrides_with_a_reason_but_never_legals_part() -> None:
    whole = brief(LEADS)
    assert sending(whole, "Other words.", HEAD) == Reason.NOT_THE_APPROVED_WORDS
    assert sending(whole, "Other words.", OFFICER, "In a hurry") == Reason.ONLY_HEAD_OVERRIDES
    assert sending(whole, "Other words.", HEAD, "In a hurry") is None
    assert sending(brief(LEADS, **COURT), WORDS, HEAD, "In a hurry") == Reason.LEGAL_FIRST
    assert sending(brief(LEGALS, **COURT), WORDS, HEAD, "In a hurry") is None
    assert sending(brief(LEGALS, **COURT), "Other words.", HEAD, "In a hurry") == Reason.LEGAL_FIRST
    waived = asked(LAWYER, SignOffPart.LEGAL, SignOffState.WAIVED)
    assert sending(brief(waived, **COURT), "Other words.", HEAD, "In a hurry") is None


def test_who_can_stop_it() -> None:
    told = organisation()
    check = FactCheck(enquiry_id=1, statement_id=1, person=WORKER, asked_by=OFFICER, asked_at=NOW, due_at=NOW)
    whole = Brief(enquiry=enquiry(), statements=(statement(),), sign_offs=(SECONDS,), fact_checks=(check,))
    everybody = (WORKER, LEAD, DEPUTY, OFFICER, DIRECTOR, HEAD, LAWYER, STRANGER)
    assert {person for person in everybody if may_stop(person, whole, told)} == set(everybody) - {LAWYER, STRANGER}
    left_out = Brief(enquiry=enquiry(excluded=[DIRECTOR]), statements=(statement(),), sign_offs=(SECONDS,))
    assert not may_stop(DIRECTOR, left_out, told)


def test_only_the_person_who_was_asked_answers_and_only_legal_waives() -> None:
    told = organisation()
    for deed in (Deed.APPROVE, Deed.ASK_CHANGE, Deed.PASS_ON):
        assert allowed(deed, LEAD, told, LEADS)
        assert not allowed(deed, DIRECTOR, told, LEADS)
    assert allowed(Deed.WAIVE, LAWYER, told, LEGALS)
    assert not allowed(Deed.WAIVE, LEAD, told, LEADS)


def test_half_the_time_left_ten_minutes_at_least_and_a_working_day_at_most() -> None:
    told = organisation()
    due = {
        deadline: london(sign_off_due(enquiry(deadline=at(deadline), urgent=urgent), told, NOW))
        for deadline, urgent in (
            ("2026-11-25 16:00", False),
            ("2026-11-25 10:10", True),
            ("2026-11-25 12:00", True),
            ("2027-01-25 10:00", False),
        )
    }
    assert due == {
        "2026-11-25 16:00": "2026-11-25 13:00",
        "2026-11-25 10:10": "2026-11-25 10:10",
        "2026-11-25 12:00": "2026-11-25 11:00",
        "2027-01-25 10:00": "2026-11-26 10:00",
    }
    assert london(facts_due(enquiry(deadline=at("2026-11-25 16:00")), told, NOW)) == "2026-11-25 11:00"
    assert london(facts_due(enquiry(deadline=at("2026-11-25 11:00"), urgent=True), told, NOW)) == "2026-11-25 10:30"


def test_the_approver_now_and_when_it_is_due_then_the_officer() -> None:
    one = asked(LEAD, SignOffPart.LEAD, SignOffState.ASKED, due_at=at("2026-11-25 13:00"))
    about = enquiry(deadline=at("2026-11-25 17:00"), officer=OFFICER)
    planned = plan_sign_off(one, about, organisation(), NOW)
    assert [(each.step, each.person, london(each.due_at)) for each in planned] == [
        (Step.SIGN_OFF, LEAD, "2026-11-25 10:00"),
        (Step.SIGN_OFF_AGAIN, LEAD, "2026-11-25 13:00"),
        (Step.SIGN_OFF_LATE, OFFICER, "2026-11-25 14:00"),
    ]


def test_a_nudge_waits_for_the_office_goes_or_is_not_needed_any_more() -> None:
    told = organisation()
    about = enquiry(deadline=at("2026-11-27 16:00"), raised_at=NOW)
    one = asked(LEAD, SignOffPart.LEAD, SignOffState.ASKED)
    again = nudge(Step.SIGN_OFF_AGAIN, LEAD, at("2026-11-25 18:00"))

    def becomes(state: SignOffState, moment: str, status: Status = Status.AWAITING_SIGN_OFF) -> object:
        one.state, about.status = state, status
        return decide_sign_off(again, AskedYes(about, one), told, at(moment))

    assert becomes(SignOffState.ASKED, "2026-11-25 19:00") == Later(at("2026-11-26 09:00"))
    assert becomes(SignOffState.ASKED, "2026-11-26 09:00") == Send(late=True)
    assert becomes(SignOffState.APPROVED, "2026-11-26 09:00") == Moot("approved")
    assert becomes(SignOffState.ASKED, "2026-11-26 09:00", Status.CLOSED) == Moot("closed")
    about.excluded = [LEAD]
    assert becomes(SignOffState.ASKED, "2026-11-26 09:00") == Moot("excluded")


def test_what_changed_is_said_in_words() -> None:
    old = "We are sorry. The home stays open. Ring us on Monday."
    new = "We are sorry. The home stays open until May. Ring us on Monday. Thank you."
    assert changes(old, new) == [
        Change("open.", "open until May.", within="The home stays open until May."),
        Change("", "Thank you."),
    ]
    assert changes("One thing.", "Quite another matter altogether!") == [
        Change("One thing.", "Quite another matter altogether!")
    ]
    assert changes("One.\n\nTwo.", "One. Two.") == []


def test_a_long_statement_goes_back_into_its_boxes() -> None:
    words = StatementForm(words=("a" * 2_999, "", "b" * LONG, "c\n\nd")).whole
    assert boxes_for(words) == ("a" * 2_999, "b" * LONG, "c\n\nd")
    assert StatementForm(words=boxes_for(words)).whole == words


def test_boxes_of_a_long_text_have_room_to_write_in() -> None:
    """A full box would take not a word more. Nothing is parted that was together, and as many boxes are used as there are."""
    words = "\n\n".join(letter * 1_000 for letter in "abcde")
    assert [len(box) for box in boxes_for(words)] == [2_002, 2_002, 1_000]
    assert StatementForm(words=boxes_for(words)).whole == words
    fullest = "\n\n".join(letter * 1_450 for letter in "abcdefghij")
    assert [len(box) for box in boxes_for(fullest)] == [2_902] * 5
