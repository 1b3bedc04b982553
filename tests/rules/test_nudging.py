"""Nudging: who is asked, when, and what becomes of a nudge when its moment comes."""

from datetime import timedelta

import pytest

from bot.rules.deeds import Deed
from bot.rules.nudge_policy import CLAIM_STEPS, ENQUIRY_STEPS, FOLLOW_STEPS, LEAD_STEPS, LONG_AHEAD, POLICY, STORY_STEPS
from bot.rules.nudging import (
    Later,
    Moot,
    PlannedNudge,
    Send,
    answer_by,
    decide,
    decide_story,
    hand_on,
    plan_enquiry,
    plan_hand_on,
    plan_story,
    recipient,
    settled_steps,
    story_recipient,
)
from bot.rules.reasons import Reason, Refused
from bot.rules.recipients import first_lead, officer_on_duty
from bot.rules.urgency import is_urgent
from storage.enquiry import Enquiry
from storage.kinds import Role, Status, Step, StoryStatus, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation, ServiceArea
from tests.rules.northbank import (
    CALENDAR,
    DEPUTY,
    HEAD,
    LEAD,
    OFFICER,
    ONCALL,
    OTHER_OFFICER,
    SECOND,
    WORKER,
    at,
    enquiry,
    london,
    nudge,
    organisation,
    story,
)

Told = list[tuple[str, str, str, bool]]


def raised(at_: str, deadline: str | None, **changes: object) -> Enquiry:
    due = None if deadline is None else at(deadline)
    urgent = is_urgent(due, at(at_), CALENDAR)
    return enquiry(raised_at=at(at_), deadline=due, urgent=urgent, **changes)


def told(planned: list[PlannedNudge]) -> Told:
    return [(each.step.value, each.person, london(each.due_at), each.urgent) for each in planned]


def plan(whole: Enquiry, house: Organisation | None = None, *, follow: bool = False) -> Told:
    """What is planned, unless asked for without what waits until somebody has it."""
    planned = plan_enquiry(whole, house or organisation(), whole.raised_at)
    return told([one for one in planned if follow or one.step not in FOLLOW_STEPS])


def test_a_day_in_office_hours() -> None:
    assert plan(raised("2026-11-25 09:30", "2026-11-25 16:30"), follow=True) == [
        ("officer_new", OFFICER, "2026-11-25 09:30", False),
        ("lead_new", LEAD, "2026-11-25 09:30", False),
        ("officer_unclaimed", OFFICER, "2026-11-25 10:12", False),
        ("lead_again", LEAD, "2026-11-25 10:22", False),
        ("head_unclaimed", HEAD, "2026-11-25 10:54", False),
        ("deputy", DEPUTY, "2026-11-25 11:15", False),
        ("second_deputy", SECOND, "2026-11-25 11:46", False),
        ("head_unacknowledged", HEAD, "2026-11-25 12:18", False),
        ("still_on_it_lead", LEAD, "2026-11-25 12:18", False),
        ("still_on_it_officer", OFFICER, "2026-11-25 12:18", False),
        ("draft_due", OFFICER, "2026-11-25 14:30", False),
        ("ready_unsent", OFFICER, "2026-11-25 15:06", False),
        ("officer_deadline", OFFICER, "2026-11-25 15:30", False),
        ("deadline_soon", OFFICER, "2026-11-25 16:15", False),
        ("officer_passed", OFFICER, "2026-11-25 16:30", False),
        ("head_passed", HEAD, "2026-11-25 16:30", False),
        ("not_closed", OFFICER, "2026-11-30 16:30", False),
    ]


def test_an_urgent_night() -> None:
    assert plan(raised("2026-11-25 20:00", "2026-11-25 22:00")) == [
        ("officer_new", ONCALL, "2026-11-25 20:00", True),
        ("lead_new", LEAD, "2026-11-25 20:00", True),
        ("raiser_ring", WORKER, "2026-11-25 20:10", True),
        ("officer_unclaimed", ONCALL, "2026-11-25 20:12", True),
        ("lead_again", LEAD, "2026-11-25 20:15", True),
        ("head_unclaimed", HEAD, "2026-11-25 20:24", True),
        ("deputy", DEPUTY, "2026-11-25 20:30", True),
        ("second_deputy", SECOND, "2026-11-25 20:39", True),
        ("head_unacknowledged", HEAD, "2026-11-25 20:48", True),
        ("officer_deadline", ONCALL, "2026-11-25 21:00", True),
        ("ready_unsent", ONCALL, "2026-11-25 21:36", True),
        ("deadline_soon", ONCALL, "2026-11-25 21:45", True),
        ("officer_passed", ONCALL, "2026-11-25 22:00", True),
        ("head_passed", HEAD, "2026-11-26 08:00", True),
    ]


def test_what_is_not_urgent_waits_for_the_office_and_keeps_its_order_there() -> None:
    planned = plan(raised("2026-11-27 18:00", "2026-11-30 15:00"))
    assert planned[:4] == [
        ("officer_new", OFFICER, "2026-11-30 09:00", False),
        ("lead_new", LEAD, "2026-11-30 09:00", False),
        ("officer_unclaimed", OFFICER, "2026-11-30 09:36", False),
        ("lead_again", LEAD, "2026-11-30 09:45", False),
    ]
    assert planned[-1] == ("head_passed", HEAD, "2026-11-30 15:00", False)


def test_a_restricted_one_gives_one_notice_on_arrival_and_no_more() -> None:
    planned = plan(raised("2026-11-27 18:00", "2026-11-30 15:00", restricted=True))
    assert [(step, person, due) for step, person, due, _ in planned if due < "2026-11-30 09:00"] == [
        ("officer_new", ONCALL, "2026-11-27 18:00")
    ]


def test_restricted_means_private_not_slow() -> None:
    open_, restricted = (raised("2026-11-25 20:00", "2026-11-25 22:00", restricted=flag) for flag in (False, True))
    assert plan(open_) == plan(restricted)


def test_an_evening_deadline_does_not_wait_for_the_morning_after() -> None:
    """Raised half an hour before closing, due four and a half hours later: by the rule's letter not urgent, yet it cannot wait."""
    planned = plan(raised("2026-11-25 16:30", "2026-11-25 21:00"))
    assert [due for _, _, due, _ in planned if due > "2026-11-25 21:00"] == []
    assert ("officer_deadline", ONCALL, "2026-11-25 20:00", True) in planned


def test_before_a_monday_morning_deadline_the_officer_is_reminded_on_friday() -> None:
    planned = plan(raised("2026-11-26 10:00", "2026-11-30 09:30"))
    assert ("officer_deadline", OFFICER, "2026-11-27 16:30", False) in planned


def test_without_a_deadline_the_promise_is_one_working_day() -> None:
    whole = raised("2026-11-27 15:00", None)
    assert london(answer_by(whole, organisation())) == "2026-11-30 15:00"
    assert plan(whole)[-3:] == [
        ("officer_deadline", OFFICER, "2026-11-30 14:00", False),
        ("officer_passed", OFFICER, "2026-11-30 15:00", False),
        ("head_passed", HEAD, "2026-11-30 15:00", False),
    ]


def test_the_last_minutes() -> None:
    planned = plan(raised("2026-11-25 10:00", "2026-11-25 10:04"))
    assert [(step, due[-5:]) for step, _, due, _ in planned] == [
        ("officer_new", "10:00"),
        ("lead_new", "10:00"),
        ("officer_deadline", "10:02"),
        ("officer_passed", "10:04"),
        ("head_passed", "10:04"),
        ("officer_unclaimed", "10:05"),
        ("lead_again", "10:05"),
        ("raiser_ring", "10:10"),
        ("head_unclaimed", "10:10"),
        ("deputy", "10:10"),
        ("second_deputy", "10:12"),
        ("head_unacknowledged", "10:15"),
    ]


def area(**changes: object) -> Organisation:
    whole: dict[str, object] = {"key": "adults", "name": "Adults"}
    return organisation(service_areas={"adults": ServiceArea(**(whole | changes))})  # type: ignore[arg-type]  # a test's shorthand


def test_an_area_without_a_lead_asks_its_first_deputy_and_then_the_next() -> None:
    house = area(deputies=(DEPUTY, SECOND), press_officer=OFFICER)
    planned = plan(raised("2026-11-25 09:30", "2026-11-25 16:30", lead=None), house)
    asked = {step: person for step, person, _, _ in planned}
    assert first_lead(house, "adults") == DEPUTY
    assert (asked["lead_new"], asked["lead_again"], asked["deputy"]) == (DEPUTY, DEPUTY, SECOND)


def test_an_area_without_anyone_asks_the_head_once_at_each_step() -> None:
    planned = plan(raised("2026-11-25 09:30", "2026-11-25 16:30", lead=None), area())
    assert [(step, person) for step, person, _, _ in planned] == [
        ("officer_new", HEAD),
        ("lead_new", HEAD),
        ("officer_unclaimed", HEAD),
        ("lead_again", HEAD),
        ("draft_due", HEAD),
        ("ready_unsent", HEAD),
        ("officer_deadline", HEAD),
        ("deadline_soon", HEAD),
        ("officer_passed", HEAD),
    ]


def test_where_nobody_is_named_nobody_is_nudged() -> None:
    house = organisation(service_areas={}, roles={}, on_call=None)
    assert plan(raised("2026-11-25 09:30", "2026-11-25 16:30", lead=None), house) == []


def test_who_is_on_duty() -> None:
    day, night = at("2026-11-25 10:00"), at("2026-11-25 20:00")
    nobody_on_call = organisation(on_call=None)
    found = [
        officer_on_duty(organisation(), "adults", day),
        officer_on_duty(organisation(), "children", day),
        officer_on_duty(organisation(), "adults", night),
        officer_on_duty(nobody_on_call, "adults", night),
        officer_on_duty(organisation(), "gone", day),
        officer_on_duty(organisation(roles={Role.PRESS_OFFICER: (OTHER_OFFICER,)}), "gone", day),
    ]
    assert found == [OFFICER, OTHER_OFFICER, ONCALL, OFFICER, HEAD, OTHER_OFFICER]


def test_steps_already_dealt_with_are_not_planned_again() -> None:
    whole = raised("2026-11-25 09:30", "2026-11-25 16:30", officer=OTHER_OFFICER, lead_acknowledged_by=LEAD)
    assert [(step, person) for step, person, _, _ in plan(whole, follow=True)] == [
        ("still_on_it_lead", LEAD),
        ("still_on_it_officer", OTHER_OFFICER),
        ("draft_due", OTHER_OFFICER),
        ("ready_unsent", OTHER_OFFICER),
        ("officer_deadline", OTHER_OFFICER),
        ("deadline_soon", OTHER_OFFICER),
        ("officer_passed", OTHER_OFFICER),
        ("head_passed", HEAD),
        ("not_closed", OTHER_OFFICER),
    ]


def test_handing_on_goes_down_the_chain_and_ends() -> None:
    house, whole = organisation(), enquiry()
    assert hand_on(whole, house, LEAD) == DEPUTY
    whole.lead = DEPUTY
    assert hand_on(whole, house, DEPUTY) == SECOND
    whole.lead = SECOND
    for person in (LEAD, DEPUTY, SECOND):
        with pytest.raises(Refused) as refused:
            hand_on(whole, house, person)
        assert refused.value.reason == Reason.NO_DEPUTY


def test_the_chain_starts_anew_from_the_deputy() -> None:
    now = at("2026-11-25 10:30")
    planned = plan_hand_on(enquiry(lead=DEPUTY), organisation(), now, 2)
    assert [(each.step, each.person, london(each.due_at)[-5:], each.round) for each in planned] == [
        (Step.LEAD_NEW, DEPUTY, "10:30", 2),
        (Step.LEAD_AGAIN, DEPUTY, "11:15", 2),
        (Step.DEPUTY, SECOND, "12:00", 2),
        (Step.HEAD_UNACKNOWLEDGED, HEAD, "12:54", 2),
        (Step.STILL_LEAD, DEPUTY, "12:54", 2),
    ]


NOON = at("2026-11-25 12:00")


@pytest.mark.parametrize(
    ("step", "changes", "decision"),
    [
        (Step.LEAD_AGAIN, {}, Send()),
        (Step.LEAD_AGAIN, {"lead_acknowledged_by": DEPUTY}, Moot("acknowledged")),
        (Step.LEAD_AGAIN, {"officer": OFFICER}, Send()),
        (Step.HEAD_UNACKNOWLEDGED, {"lead_acknowledged_by": LEAD}, Moot("acknowledged")),
        (Step.OFFICER_UNCLAIMED, {"officer": OFFICER}, Moot("claimed")),
        (Step.HEAD_UNCLAIMED, {"officer": OFFICER}, Moot("claimed")),
        (Step.STILL_UNTAKEN, {"officer": OFFICER}, Moot("claimed")),
        (Step.RAISER_RING, {"officer": OFFICER}, Moot("claimed")),
        (Step.RAISER_RING, {"lead_acknowledged_by": LEAD}, Moot("acknowledged")),
        (Step.OFFICER_DEADLINE, {"officer": OFFICER, "lead_acknowledged_by": LEAD}, Send()),
        (Step.OFFICER_DEADLINE, {"status": Status.RESPONDED}, Moot("responded")),
        (Step.OFFICER_DEADLINE, {"deadline": NOON}, Moot("passed")),
        (Step.OFFICER_PASSED, {"status": Status.CLOSED}, Moot("closed")),
        (Step.HEAD_PASSED, {"officer": HEAD}, Moot("told_already")),
        (Step.DEPUTY, {"lead": SECOND}, Moot("nobody")),
    ],
)
def test_what_becomes_of_a_nudge(step: Step, changes: dict[str, object], decision: object) -> None:
    assert decide(nudge(step, LEAD, NOON), enquiry(**changes), organisation(), NOON) == decision


def test_a_nudge_that_is_not_due_yet_waits() -> None:
    assert decide(nudge(Step.LEAD_AGAIN, LEAD, NOON), enquiry(), organisation(), at("2026-11-25 11:00")) == Later(NOON)


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (10, False), (11, True)])
def test_what_fell_due_while_the_bot_was_away_says_that_it_is_late(minutes: int, late: bool) -> None:
    now = NOON + timedelta(minutes=minutes)
    assert decide(nudge(Step.LEAD_AGAIN, LEAD, NOON), enquiry(), organisation(), now) == Send(late)


def test_what_fell_due_while_the_bot_was_away_waits_for_the_office_unless_it_cannot() -> None:
    friday = nudge(Step.LEAD_AGAIN, LEAD, at("2026-11-27 16:50"))
    evening = at("2026-11-27 17:30")
    decisions = [
        decide(friday, enquiry(deadline=at(deadline)), organisation(), evening)
        for deadline in ("2026-12-01 12:00", "2026-11-28 10:00", "2026-11-27 21:00")
    ]
    assert decisions == [Later(at("2026-11-30 09:00")), Send(late=True), Send(late=True)]


def test_what_is_due_within_four_hours_does_not_wait_for_the_office_to_open() -> None:
    friday, monday = nudge(Step.OFFICER_DEADLINE, OFFICER, at("2026-11-27 16:30")), at("2026-11-30 08:00")
    decisions = [
        decide(friday, enquiry(deadline=at(deadline)), organisation(), monday)
        for deadline in ("2026-11-30 12:00", "2026-11-30 12:01")
    ]
    assert decisions == [Send(late=True), Later(at("2026-11-30 09:00"))]


def test_an_urgent_nudge_does_not_wait() -> None:
    night = at("2026-11-25 22:00")
    asked = nudge(Step.OFFICER_PASSED, ONCALL, night, urgent=True)
    assert decide(asked, enquiry(), organisation(), night) == Send()
    assert decide(nudge(Step.OFFICER_PASSED, ONCALL, night), enquiry(), organisation(), night) == Later(
        at("2026-11-26 09:00")
    )


def test_whoever_holds_it_by_then_is_asked() -> None:
    whole = enquiry(officer=OTHER_OFFICER, lead=DEPUTY)
    asked = [
        recipient(nudge(step, "UOLD", NOON), whole, organisation(), NOON)
        for step in (Step.OFFICER_DEADLINE, Step.LEAD_AGAIN, Step.DEPUTY, Step.HEAD_PASSED, Step.RAISER_RING)
    ]
    assert asked == [OTHER_OFFICER, DEPUTY, SECOND, HEAD, WORKER]


def test_what_a_deed_settles() -> None:
    nudged = {deed: settled_steps(deed) & ENQUIRY_STEPS for deed in Deed if settled_steps(deed) & ENQUIRY_STEPS}
    assert nudged[Deed.ACKNOWLEDGE] == LEAD_STEPS | {Step.LEAD_SILENT, Step.RAISER_RING}
    assert nudged[Deed.HAND_ON] == LEAD_STEPS | {Step.STILL_LEAD, Step.LEAD_SILENT}
    assert nudged[Deed.CLAIM] == CLAIM_STEPS | {Step.RAISER_RING}
    assert nudged[Deed.RESPOND] == ENQUIRY_STEPS - {Step.NOT_CLOSED}
    assert nudged[Deed.CLOSE] == nudged[Deed.WITHDRAW] == ENQUIRY_STEPS
    assert settled_steps(Deed.PICK_UP) == settled_steps(Deed.DECLINE) == STORY_STEPS


def test_every_share_meets_its_ceiling_within_what_is_counted() -> None:
    assert [step for step, rule in POLICY.items() if rule.share and LONG_AHEAD * rule.share < rule.ceiling] == []


def test_every_step_has_its_place() -> None:
    assert set(POLICY) == ENQUIRY_STEPS
    assert not ENQUIRY_STEPS & STORY_STEPS


def test_a_story_is_answered_within_three_working_days() -> None:
    sent_in = at("2026-11-26 10:00")
    assert told(plan_story(story(), organisation(), sent_in)) == [
        ("story_answer", OFFICER, "2026-12-01 10:00", False),
        ("story_head", HEAD, "2026-12-02 10:00", False),
    ]
    assert told(plan_story(story(service_area="gone"), organisation(), sent_in)) == [
        ("story_answer", HEAD, "2026-12-01 10:00", False)
    ]
    assert plan_story(story(status=StoryStatus.PICKED_UP), organisation(), sent_in) == []


def test_what_becomes_of_a_story_nudge() -> None:
    due = at("2026-12-01 10:00")
    asked = Nudge(subject=Subject.STORY, subject_id=1, step=Step.STORY_ANSWER, person=OFFICER, due_at=due)
    house = organisation()
    assert story_recipient(asked, story(), house) == OFFICER
    assert decide_story(asked, story(), house, due) == Send()
    assert decide_story(asked, story(), house, at("2026-12-01 18:00")) == Later(at("2026-12-02 09:00"))
    assert decide_story(asked, story(), house, at("2026-11-30 18:00")) == Later(due)
    assert decide_story(asked, story(status=StoryStatus.DECLINED), house, due) == Moot("declined")
    assert decide_story(asked, story(), organisation(roles={}, service_areas={}), due) == Moot("nobody")
