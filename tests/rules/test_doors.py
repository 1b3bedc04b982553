"""Who may: sensitivity, permissions and moves."""

from datetime import timedelta

import pytest

from bot.rules.deeds import Deed
from bot.rules.moves import (
    MOVES,
    Move,
    check_acknowledge,
    check_answer,
    check_move,
    check_unrestrict,
    possible_deeds,
)
from bot.rules.permissions import RULES, allowed, check
from bot.rules.reasons import Reason, Refused
from bot.rules.sensitivity import may_read, readers, restricted_with, starts_restricted
from bot.rules.urgency import is_urgent
from storage.kinds import Mark, Outcome, Status, Step, StoryStatus
from tests.rules.northbank import (
    ADMIN,
    CALENDAR,
    DEPUTY,
    DIRECTOR,
    HEAD,
    LAWYER,
    LEAD,
    OFFICER,
    ONCALL,
    OTHER_OFFICER,
    SECOND,
    STRANGER,
    WORKER,
    at,
    enquiry,
    nudge,
    organisation,
    story,
)

EVERYBODY = (WORKER, LEAD, DEPUTY, SECOND, OFFICER, OTHER_OFFICER, ONCALL, HEAD, DIRECTOR, LAWYER, STRANGER, ADMIN)
PRESS_OFFICE = {OFFICER, OTHER_OFFICER, ONCALL, HEAD}


@pytest.mark.parametrize(
    ("raised", "deadline", "urgent"),
    [
        ("2026-11-25 09:30", "2026-11-25 13:30", True),
        ("2026-11-25 09:30", "2026-11-25 13:31", False),
        ("2026-11-25 18:00", "2026-11-26 11:59", True),
        ("2026-11-25 18:00", "2026-11-26 12:00", False),
        ("2026-11-27 18:00", "2026-11-30 11:00", True),  # Friday evening, Monday morning
        ("2026-11-27 16:00", "2026-11-30 11:00", False),  # in office hours
        ("2026-11-25 07:00", "2026-11-25 11:30", True),  # the next working day has not begun
        ("2026-12-24 18:00", "2026-12-29 11:00", True),
    ],
)
def test_urgent(raised: str, deadline: str, urgent: bool) -> None:
    assert is_urgent(at(deadline), at(raised), CALENDAR) is urgent


def test_without_a_deadline_nothing_is_urgent() -> None:
    assert is_urgent(None, at("2026-11-28 03:00"), CALENDAR) is False


@pytest.mark.parametrize(
    ("area", "marks", "restricted"),
    [
        ("adults", (), False),
        ("adults", ("not_sure",), True),
        ("adults", ("police",), True),
        ("children", (), True),
        ("", (), True),  # an area we do not know may be anyone's
        ("gone", (), True),
    ],
)
def test_what_starts_restricted(area: str, marks: tuple[str, ...], restricted: bool) -> None:
    assert starts_restricted(organisation(), area, marks) is restricted


def test_a_mark_restricts_later_and_never_opens() -> None:
    opened, closed = enquiry(), enquiry(restricted=True)
    assert [restricted_with(opened, ()), restricted_with(opened, ("court",)), restricted_with(closed, ())] == [
        False,
        True,
        True,
    ]


def test_readers_are_press_office_chain_approvers_legal_and_the_one_who_raised_it() -> None:
    expected = PRESS_OFFICE | {LEAD, DEPUTY, SECOND, DIRECTOR, LAWYER, WORKER}
    assert readers(enquiry(restricted=True), organisation()) == expected
    assert {person for person in EVERYBODY if may_read(person, enquiry(), organisation())} == expected


def test_another_areas_deputy_does_not_read() -> None:
    assert not may_read(SECOND, enquiry(service_area="children"), organisation())


def test_every_deed_has_a_rule() -> None:
    assert set(RULES) == set(Deed)


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        (Deed.CLAIM, Reason.NOT_PRESS_OFFICE),
        (Deed.READ, Reason.NOT_ALLOWED_TO_READ),
        (Deed.ACKNOWLEDGE, Reason.NOT_YOUR_NUDGE),
        (Deed.ADD_MORE, Reason.NOT_YOURS),
    ],
)
def test_a_refusal_says_why(deed: Deed, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        check(deed, STRANGER, organisation(), enquiry())
    assert refused.value.reason == reason


def test_a_nudge_belongs_to_the_person_it_was_sent_to() -> None:
    sent = nudge(Step.LEAD_NEW, LEAD, at("2026-11-25 09:30"))
    check(Deed.ACKNOWLEDGE, LEAD, organisation(), sent)
    assert not allowed(Deed.ACKNOWLEDGE, DEPUTY, organisation(), sent)


PASSED_ON = (Deed.ASSIGN, Deed.WITHDRAW)
"""What can be done with any enquiry that waits for an answer."""


def test_the_whole_table_of_moves() -> None:
    lives = {status: possible_deeds(enquiry(status=status)) for status in Status}
    assert lives == {
        Status.NEW: (Deed.CLAIM, Deed.CLOSE, *PASSED_ON),
        Status.IN_PROGRESS: (Deed.DRAFT, Deed.ASK_SIGN_OFF, Deed.VOID_APPROVAL, Deed.RESPOND, Deed.CLOSE, *PASSED_ON),
        Status.AWAITING_SIGN_OFF: (
            Deed.DRAFT,
            Deed.ASK_SIGN_OFF,
            Deed.ASK_CHANGE,
            Deed.APPROVE,
            Deed.VOID_APPROVAL,
            Deed.RESPOND,
            Deed.CLOSE,
            *PASSED_ON,
        ),
        Status.READY: (Deed.DRAFT, Deed.VOID_APPROVAL, Deed.RESPOND, Deed.CLOSE, *PASSED_ON),
        Status.RESPONDED: (Deed.CLOSE, Deed.ASSIGN),
        Status.CLOSED: (Deed.REOPEN, Deed.UNLINK),
    }


@pytest.mark.parametrize("move", MOVES)
def test_every_move_of_the_table_passes(move: Move) -> None:
    check_move(enquiry(status=move.start), move.end, deed=move.deed)


def refusal(status: Status, to: Status, *, deed: Deed | None = None, outcome: Outcome | None = None) -> Refused:
    whole = enquiry(status=status, officer=OFFICER, responded_by=OTHER_OFFICER, closed_by=HEAD)
    with pytest.raises(Refused) as refused:
        check_move(whole, to, deed=deed, outcome=outcome)
    return refused.value


@pytest.mark.parametrize(
    ("status", "to", "reason", "facts"),
    [
        (Status.IN_PROGRESS, Status.IN_PROGRESS, Reason.ALREADY_CLAIMED, {"by": OFFICER}),
        (Status.AWAITING_SIGN_OFF, Status.IN_PROGRESS, Reason.ALREADY_CLAIMED, {"by": OFFICER}),
        (Status.RESPONDED, Status.IN_PROGRESS, Reason.ALREADY_RESPONDED, {"by": OTHER_OFFICER}),
        (Status.CLOSED, Status.IN_PROGRESS, Reason.ALREADY_CLOSED, {"by": HEAD}),
        (Status.NEW, Status.RESPONDED, Reason.CLAIM_FIRST, {}),
        (Status.RESPONDED, Status.RESPONDED, Reason.ALREADY_RESPONDED, {"by": OTHER_OFFICER}),
        (Status.CLOSED, Status.RESPONDED, Reason.ALREADY_CLOSED, {"by": HEAD}),
        (Status.CLOSED, Status.CLOSED, Reason.ALREADY_CLOSED, {"by": HEAD}),
    ],
)
def test_a_move_that_is_not_in_the_table_says_what_happened(
    status: Status, to: Status, reason: Reason, facts: dict[str, str]
) -> None:
    refused = refusal(status, to)
    assert (refused.reason, dict(refused.facts)) == (reason, facts)


def test_what_nobody_did_first_says_what_is_possible() -> None:
    refused = refusal(Status.READY, Status.AWAITING_SIGN_OFF)
    assert refused.reason == Reason.MOVE_NOT_POSSIBLE
    assert dict(refused.facts) == {
        "from": Status.READY,
        "to": Status.AWAITING_SIGN_OFF,
        "possible": (Deed.DRAFT, Deed.VOID_APPROVAL, Deed.RESPOND, Deed.CLOSE, *PASSED_ON),
    }


def test_an_open_enquiry_cannot_be_reopened() -> None:
    assert refusal(Status.RESPONDED, Status.IN_PROGRESS, deed=Deed.REOPEN).reason == Reason.MOVE_NOT_POSSIBLE


def test_closing_as_responded_needs_a_response() -> None:
    assert refusal(Status.IN_PROGRESS, Status.CLOSED, outcome=Outcome.RESPONDED).reason == Reason.RESPOND_FIRST
    check_move(enquiry(status=Status.RESPONDED), Status.CLOSED, outcome=Outcome.RESPONDED)
    check_move(enquiry(status=Status.NEW), Status.CLOSED, outcome=Outcome.WITHDRAWN)


def test_moves_are_the_same_for_states_read_from_a_database_as_plain_words() -> None:
    stored = enquiry()
    vars(stored)["status"] = "in_progress"
    assert possible_deeds(stored) == (
        Deed.DRAFT,
        Deed.ASK_SIGN_OFF,
        Deed.VOID_APPROVAL,
        Deed.RESPOND,
        Deed.CLOSE,
        *PASSED_ON,
    )


def test_only_the_first_acknowledgement_counts() -> None:
    check_acknowledge(enquiry())
    with pytest.raises(Refused) as refused:
        check_acknowledge(enquiry(lead_acknowledged_by=DEPUTY))
    assert (refused.value.reason, dict(refused.value.facts)) == (Reason.ALREADY_ACKNOWLEDGED, {"by": DEPUTY})


def test_a_mark_that_someone_was_sure_of_keeps_it_restricted() -> None:
    check_unrestrict(enquiry(restricted=True, marks=[Mark.NOT_SURE.value]))
    with pytest.raises(Refused) as refused:
        check_unrestrict(enquiry(restricted=True, marks=["not_sure", "court"]))
    assert (refused.value.reason, dict(refused.value.facts)) == (Reason.MARKED_SENSITIVE, {"marks": ("court",)})


def test_a_story_is_answered_once() -> None:
    check_answer(story())
    with pytest.raises(Refused) as refused:
        check_answer(story(status=StoryStatus.DECLINED, officer=OFFICER))
    assert (refused.value.reason, dict(refused.value.facts)) == (Reason.ALREADY_ANSWERED, {"by": OFFICER})


def test_urgency_is_about_the_moment_it_was_raised() -> None:
    raised = at("2026-11-25 09:30")
    assert is_urgent(raised + timedelta(hours=4), raised, CALENDAR)
