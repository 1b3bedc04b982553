"""What holds for every enquiry, organisation and moment, found by asking the rules alone."""

from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.rules.availability import Absent, at_work, available, on_call, why_not, with_stand_ins
from bot.rules.bundling import held_until, next_morning
from bot.rules.involved import asked_around
from bot.rules.nudge_policy import ALWAYS, POLICY, Asked
from bot.rules.nudging import Later, Moot, Send, answer_by, decide, plan_enquiry, recipient
from bot.rules.recipients import lead_of, recipient_of, service_chain
from bot.rules.urgency import SLEEPS, WAKES, speaks_at_once
from bot.rules.working_time import is_working, local
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, RotaKind, Step, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from tests.rules.northbank import HEAD, nudge
from tests.rules.properties.cases import tried, tries
from tests.rules.properties.worlds import matters

Matter = tuple[Enquiry, Organisation, datetime]
STEPS = st.sampled_from(list(POLICY))
SLOWLY = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}


@given(matters(), STEPS)
@settings(max_examples=tries(80), **SLOWLY)  # type: ignore[arg-type]  # settings by name
def test_deciding_leaves_no_trace_and_never_looks_back(matter: Matter, step: Step) -> None:
    tried("deciding")
    one, house, now = matter
    asked = nudge(step, "UOLD", now - timedelta(minutes=5))
    before = dict(vars(asked)), dict(vars(one))
    decision = decide(asked, one, house, now)
    after = dict(vars(asked)), dict(vars(one))
    assert [{k: v for k, v in each.items() if k[0] != "_"} for each in after] == [
        {k: v for k, v in each.items() if k[0] != "_"} for each in before
    ]
    assert decision == decide(asked, one, house, now)
    if isinstance(decision, Later):
        assert decision.due_at > now


@given(matters(), STEPS)
@settings(max_examples=tries(80), **SLOWLY)  # type: ignore[arg-type]  # settings by name
def test_what_can_wait_disturbs_nobody(matter: Matter, step: Step) -> None:
    tried("office hours")
    one, house, now = matter
    asked = nudge(step, "UOLD", now)
    if decide(asked, one, house, now) != Send() or speaks_at_once(step, one, house, now):
        return
    person = recipient(asked, one, house, now)
    assert person is not None
    assert step == Step.RAISER_RING or is_working(house.calendar, now) or at_work(house, person, now)


TO_THE_HEAD = st.sampled_from([step for step, rule in POLICY.items() if rule.asked == Asked.HEAD])


@given(matters(), TO_THE_HEAD)
@settings(max_examples=tries(80), **SLOWLY)  # type: ignore[arg-type]  # settings by name
def test_at_night_nobody_is_woken_only_because_they_are_the_head(matter: Matter, step: Step) -> None:
    tried("head at night")
    one, house, now = matter
    by_day = WAKES <= local(house.calendar, now).time() < SLEEPS
    if by_day or decide(nudge(step, "UOLD", now, urgent=True), one, house, now) != Send():
        return
    person = recipient(nudge(step, "UOLD", now), one, house, now)
    assert person is not None
    on_duty = {on_call(house, kind, now, one.service_area) for kind in RotaKind}
    theirs = {one.officer, one.lead_acknowledged_by, *service_chain(one, house, now)}
    assert person != HEAD or at_work(house, person, now) or person in on_duty | theirs


@given(matters(), STEPS)
@settings(max_examples=tries(80), **SLOWLY)  # type: ignore[arg-type]  # settings by name
def test_whoever_is_left_out_is_never_asked(matter: Matter, step: Step) -> None:
    tried("left out")
    one, house, now = matter
    assert recipient_of(step, one, house, now) not in one.excluded
    assert all(each.person not in one.excluded for each in plan_enquiry(one, house, now))


@given(matters())
@settings(max_examples=tries(80), **SLOWLY)  # type: ignore[arg-type]  # settings by name
def test_the_chain_never_skips_anyone_who_is_there(matter: Matter) -> None:
    tried("chain")
    one, house, now = matter
    around = asked_around(house, one)
    asked_before = {lead_of(one, around)}
    for step in (Step.LEAD_AGAIN, Step.DEPUTY, Step.SECOND_DEPUTY):
        urgent = speaks_at_once(step, one, around, now)
        chain = list(with_stand_ins(around, service_chain(one, house, now, urgent=urgent), now))
        asked = recipient_of(step, one, house, now)
        earlier = chain[: chain.index(asked)] if asked in chain else chain
        skipped = [person for person in earlier if available(around, person, now, urgent=urgent)]
        if step == Step.LEAD_AGAIN and chain:
            ring = why_not(around, chain[0], now, urgent=urgent)
            assert skipped == [] or (ring is not None and ring.why == Absent.RING)
        assert set(skipped) <= asked_before or step == Step.LEAD_AGAIN
        asked_before |= {asked}


@given(matters())
@settings(max_examples=tries(40), **SLOWLY)  # type: ignore[arg-type]  # settings by name
def test_whatever_is_planned_comes_to_an_end(matter: Matter) -> None:
    """Asked again whenever it says so, each nudge is sent, or is needless, and none is put off for ever."""
    tried("ends")
    one, house, _ = matter
    for each in plan_enquiry(one, house, one.raised_at):
        if each.step == Step.NOT_CLOSED:
            continue  # waits for the answer, a working day at a time
        row, now = nudge(each.step, each.person, each.due_at, urgent=each.urgent), each.due_at
        for _ in range(800):
            decision = decide(row, one, house, now)
            if isinstance(decision, Send | Moot):
                break
            row.due_at = now = decision.due_at
        assert isinstance(decision, Send | Moot), (each, now, answer_by(one, house))


@given(matters())
@settings(max_examples=tries(60), **SLOWLY)  # type: ignore[arg-type]  # settings by name
def test_what_cannot_be_switched_off_is_planned(matter: Matter) -> None:
    tried("never off")
    one, house, _ = matter
    planned = plan_enquiry(one, house, one.raised_at)
    assert [each.due_at for each in planned] == sorted(each.due_at for each in planned)
    assert len({each.step for each in planned}) == len(planned)
    assert all(each.due_at >= one.raised_at for each in planned)
    steps = {each.step for each in planned}
    assert Step.OFFICER_PASSED in steps
    assert Step.OFFICER_NEW in steps or one.officer is not None
    assert Step.LEAD_NEW in steps or one.lead_acknowledged_by is not None
    assert {Step.OFFICER_PASSED, Step.OFFICER_NEW, Step.LEAD_NEW} <= ALWAYS


@given(matters(), st.integers(0, 20), st.integers(0, 5), st.none() | st.integers(-60, 600))
@settings(max_examples=tries(60), **SLOWLY)  # type: ignore[arg-type]  # settings by name
def test_caps_and_snoozes_delay_and_never_drop(matter: Matter, told: int, rounds: int, snooze: int | None) -> None:
    tried("caps")
    _, house, now = matter
    asked = nudge(Step.LEAD_AGAIN, "ULEAD", now)
    asked.id = 1
    ledger = [asked, *(_sent(number, now, None) for number in range(2, 2 + rounds))]
    if snooze is not None:
        ledger.append(_sent(99, now - timedelta(days=3), now + timedelta(minutes=snooze)))
    until = held_until(asked, "ULEAD", ledger, told, house, now)
    if until is None:
        assert snooze is None or snooze <= 0
        return
    assert until > now
    again = held_until(asked, "ULEAD", ledger, 0, house, until)
    assert again is None or again > until
    morning = next_morning(house, "ULEAD", until)
    assert held_until(asked, "ULEAD", ledger, 0, house, max(morning, now + timedelta(hours=11))) is None


def _sent(number: int, at: datetime, snoozed_until: datetime | None) -> Nudge:
    row = Nudge(
        subject=Subject.ENQUIRY,
        subject_id=1,
        step=Step.LEAD_AGAIN,
        person="ULEAD",
        due_at=at,
        sent_at=at,
        round=number,
        snoozed_until=snoozed_until,
        state=NudgeState.SENT,
    )
    row.id = number
    return row
