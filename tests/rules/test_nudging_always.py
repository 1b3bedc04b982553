"""What holds for every plan, whatever the enquiry and the hour: found by asking with many of them."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.nudge_policy import CLAIM_STEPS, ENQUIRY_STEPS, FOLLOW_STEPS, LEAD_STEPS, PASSED_STEPS
from bot.rules.nudging import Later, Moot, Send, answer_by, decide, plan_enquiry, recipient
from bot.rules.urgency import WAKES, is_urgent, lets_sleep
from bot.rules.working_time import is_working, local
from storage.enquiry import Enquiry
from storage.kinds import Step
from tests.rules.northbank import CALENDAR, enquiry, nudge, organisation

MOMENTS = st.integers(0, 730 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
WAITS = FOLLOW_STEPS | {Step.DRAFT_DUE, Step.READY_UNSENT}
SAID_BY_THE_DEADLINE = {
    Step.OFFICER_UNCLAIMED,
    Step.HEAD_UNCLAIMED,
    Step.STILL_UNTAKEN,
    Step.HEAD_UNACKNOWLEDGED,
    Step.OFFICER_DEADLINE,
    Step.RAISER_RING,
}
LEFT = st.none() | st.integers(1, 14 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


def made(now: datetime, left: timedelta | None, restricted: bool) -> Enquiry:
    deadline = None if left is None else now + left
    urgent = is_urgent(deadline, now, CALENDAR)
    return enquiry(raised_at=now, deadline=deadline, urgent=urgent, restricted=restricted)


@given(MOMENTS, LEFT, st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_plan_is_whole_orderly_and_lets_people_sleep(
    now: datetime, left: timedelta | None, restricted: bool
) -> None:
    whole, house = made(now, left, restricted), organisation()
    planned = plan_enquiry(whole, house, now)
    steps = [each.step for each in planned]
    assert planned == plan_enquiry(whole, house, now)
    assert len(steps) == len(set(steps))
    assert set(steps) >= (CLAIM_STEPS - {Step.STILL_UNTAKEN}) | LEAD_STEPS | PASSED_STEPS | {
        Step.OFFICER_DEADLINE,
        Step.NOT_CLOSED,
    }
    assert set(steps) <= ENQUIRY_STEPS - {Step.LEAD_SILENT, Step.OFFICER_SILENT}
    assert (Step.RAISER_RING in steps) == planned[0].urgent
    assert planned[0].urgent or Step.STILL_UNTAKEN not in steps
    assert [each.due_at for each in planned] == sorted(each.due_at for each in planned)
    assert all(each.due_at >= now for each in planned)
    disturbing = [each.step for each in planned if not each.urgent and not is_working(CALENDAR, each.due_at)]
    assert disturbing == (
        [Step.OFFICER_NEW] if restricted and not planned[0].urgent and not is_working(CALENDAR, now) else []
    )
    assert all(each.urgent for each in planned) or not whole.urgent


@given(MOMENTS, LEFT, st.booleans())
@settings(max_examples=100, deadline=None)
def test_every_planned_nudge_goes_out_when_its_moment_comes(
    now: datetime, left: timedelta | None, restricted: bool
) -> None:
    whole, house = made(now, left, restricted), organisation()
    for each in plan_enquiry(whole, house, now):
        asked = nudge(each.step, each.person, each.due_at, urgent=each.urgent)
        decision = decide(asked, whole, house, each.due_at)
        passes = each.step in SAID_BY_THE_DEADLINE or each.step in WAITS
        if passes and each.due_at >= answer_by(whole, house) and each.step != Step.NOT_CLOSED:
            assert decision == Moot("passed")
        elif each.step in WAITS:
            assert isinstance(decision, Later), "there is nobody to be asked yet"
        elif (awake := lets_sleep(each.step, whole, house, each.due_at)) > each.due_at:
            assert decision == Later(awake), "nobody is woken to be asked again"
            assert local(CALENDAR, awake).hour <= WAKES.hour
        else:
            assert decision == Send()
            assert recipient(asked, whole, house, each.due_at) == each.person


@given(MOMENTS, LEFT, st.integers(0, 20 * 24 * 60))
@settings(max_examples=150, deadline=None)
def test_whenever_it_is_asked_again_it_never_disturbs_what_can_wait(
    now: datetime, left: timedelta | None, minutes: int
) -> None:
    whole, house, later = made(now, left, False), organisation(), now + timedelta(minutes=minutes)
    for each in plan_enquiry(whole, house, now):
        decision = decide(nudge(each.step, each.person, each.due_at, urgent=each.urgent), whole, house, later)
        if isinstance(decision, Later):
            assert decision.due_at > later
        if isinstance(decision, Send) and not is_working(CALENDAR, later):
            assert each.urgent or (whole.deadline is not None and later < whole.deadline)
