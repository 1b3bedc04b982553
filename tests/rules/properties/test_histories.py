"""Random histories, lived through with the real engine: people answer, go away and come back, clocks jump, processes restart.

After every look each promise about nudges is checked against the ledger as it stands in the database.
"""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import func, select

from bot.desk import leading, nudging, working
from bot.desk.asked_about import about
from bot.desk.planning import plan, replan
from bot.desk.work import Desk, Work
from bot.rules.availability import at_work
from bot.rules.enquiry_form import CloseForm
from bot.rules.nudge_policy import CLAIM_STEPS, LEAD_STEPS
from bot.rules.nudging import plan_enquiry
from bot.rules.reasons import FormRefused, Refused
from bot.rules.urgency import is_urgent, speaks_at_once
from bot.rules.working_time import is_working
from sandbox import SandboxClock
from storage.absence import AbsenceRow
from storage.audit import AuditEntry
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Status, Step, Subject
from storage.migrate import upgrade
from storage.nudge import Nudge
from storage.organisation import WorkingCalendar, save_organisation, touch_organisation
from tests.rules.northbank import DEPUTY, HEAD, LEAD, OFFICER, ONCALL, OTHER_OFFICER, SECOND, enquiry, organisation
from tests.rules.properties.cases import tried, tries

OFFICERS = st.sampled_from([OFFICER, OTHER_OFFICER, ONCALL, HEAD])
PEOPLE = st.sampled_from([LEAD, DEPUTY, SECOND, OFFICER, OTHER_OFFICER, ONCALL, HEAD])
STARTS = st.sampled_from(
    ["2026-03-27 15:00", "2026-04-02 11:00", "2026-10-23 16:30", "2026-11-25 09:30", "2026-12-24 10:00"]
)
ZONES = st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe"])
MIGRATED: list[Path] = []


def migrated() -> Path:
    """A migrated file to copy, made once."""
    if not MIGRATED:
        file = Path(tempfile.mkdtemp(prefix="close-ties-histories-")) / "migrated.db"
        database = Database(f"sqlite:///{file}")
        upgrade(database)
        database.dispose()
        MIGRATED.append(file)
    return MIGRATED[0]


class Histories(RuleBasedStateMachine):
    """One office over some days."""

    what = "histories"

    @initialize(start=STARTS, zone=ZONES)
    def opens(self, start: str, zone: str) -> None:
        """An organisation, an empty database, and a clock."""
        tried(self.what)
        self.folder = Path(tempfile.mkdtemp(prefix="close-ties-history-"))
        shutil.copy(migrated(), self.folder / "history.db")
        self.database = Database(f"sqlite:///{self.folder / 'history.db'}")
        began = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        self.clock = SandboxClock(began, flowing=False)
        with self.database.write() as session:
            save_organisation(session, organisation(calendar=WorkingCalendar(zone=zone)))
        self.restarts()

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.dispose()
            shutil.rmtree(self.folder)

    @rule()
    def restarts(self) -> None:
        """A new process on the same database."""
        self.desk = Desk(self.database, self.clock)
        self.desk.refresh()

    # -- what people do

    @rule(
        minutes=st.none() | st.integers(5, 5_000),
        excluded=st.lists(st.sampled_from([LEAD, DEPUTY, OFFICER]), max_size=1),
        restricted=st.booleans(),
    )
    def a_journalist_rings(self, minutes: int | None, excluded: list[str], restricted: bool) -> None:
        now, house = self.clock.now(), self.desk.organisation
        deadline = None if minutes is None else now + timedelta(minutes=minutes)

        def record(work: Work) -> None:
            one = enquiry(
                form_id=f"V{now.timestamp()}{self._count(Enquiry)}",
                raised_at=now,
                deadline=deadline,
                urgent=is_urgent(deadline, now, house.calendar),
                restricted=restricted,
                excluded=excluded,
                lead=next(one for one in (LEAD, DEPUTY, SECOND) if one not in excluded),
            )
            work.session.add(one)
            work.session.flush()
            plan(work, Subject.ENQUIRY, one.id, plan_enquiry(one, house, now))

        if self._count(Enquiry) < 4:
            self.desk.run(record)

    @rule(person=OFFICERS, number=st.integers(1, 3))
    def someone_takes_it(self, person: str, number: int) -> None:
        if self._try(lambda: working.claim(self.desk, number, person=person)):
            assert not self._planned(number, CLAIM_STEPS)

    @rule(pick=st.integers(0, 9), hands_on=st.booleans())
    def a_lead_answers(self, pick: int, hands_on: bool) -> None:
        asked = [one for one in self._nudges() if one.state == NudgeState.SENT and one.step in LEAD_STEPS]
        if not asked:
            return
        one = asked[pick % len(asked)]
        verb = leading.hand_on if hands_on else leading.acknowledge
        if self._try(lambda: verb(self.desk, one.id, person=one.person)) and not hands_on:
            assert not self._planned(one.subject_id, LEAD_STEPS)

    @rule(number=st.integers(1, 3), person=OFFICERS)
    def it_is_closed(self, number: int, person: str) -> None:
        form = CloseForm(outcome="no_comment_needed", note="It went away.")
        if self._try(lambda: working.close(self.desk, number, form, person=person)):
            left = [one for one in self._nudges(number) if one.state in (NudgeState.PLANNED, NudgeState.SENT)]
            assert left == []

    @rule(number=st.integers(1, 3), minutes=st.integers(10, 4_000))
    def the_deadline_moves(self, number: int, minutes: int) -> None:
        before = {(one.step, one.round) for one in self._nudges(number) if one.sent_at}

        def move(work: Work) -> None:
            one = work.enquiry(number)
            one.deadline = work.now + timedelta(minutes=minutes)
            one.urgent = is_urgent(one.deadline, work.now, work.organisation.calendar)
            replan(work, one)

        if self._try(lambda: self.desk.run(move)):
            assert before <= {(one.step, one.round) for one in self._nudges(number) if one.sent_at}

    @rule(pick=st.integers(0, 9), minutes=st.sampled_from([15, 30, 60, 300]))
    def somebody_snoozes(self, pick: int, minutes: int) -> None:
        asked = [one for one in self._nudges() if one.state == NudgeState.SENT]
        if not asked:
            return
        with self.database.write() as session:
            one = session.get(Nudge, asked[pick % len(asked)].id)
            assert one is not None
            one.snoozed_until = self.clock.now() + timedelta(minutes=minutes)

    @rule(person=PEOPLE, hours=st.integers(1, 90), deputy=st.none() | PEOPLE)
    def somebody_goes_away(self, person: str, hours: int, deputy: str | None) -> None:
        now = self.clock.now()
        with self.database.write() as session:
            ends = now + timedelta(hours=hours)
            session.add(
                AbsenceRow(person=person, starts_at=now, ends_at=ends, made_by=person, made_at=now, deputy=deputy)
            )
            touch_organisation(session)
        self.desk.refresh()

    # -- time

    @rule(minutes=st.sampled_from([1, 5, 16, 45, 240, 900, 4_000]))
    def time_goes_by(self, minutes: int) -> None:
        self.clock.advance(60 * minutes)
        self._look()

    @rule(minutes=st.integers(20, 300))
    def a_stretch_of_office_life(self, minutes: int) -> None:
        for _ in range(0, minutes, 20):
            self.clock.advance(60 * 20)
            self._look()

    @rule(minutes=st.integers(1, 60))
    def the_clock_is_put_back(self, minutes: int) -> None:
        self.clock.advance(-60 * minutes)
        self._look()

    def _look(self) -> None:
        """The tick; looked at once more at the same moment nothing happens, and declining leaves no trace."""
        before = {one.id for one in self._nudges() if one.sent_at}
        while nudging.tick(self.desk):
            pass
        told = [one for one in self._nudges() if one.sent_at and one.id not in before]
        for one in told:
            self._disturbs_nobody(one)
        trace = self._trace()
        assert nudging.tick(self.desk) == 0
        assert self._trace() == trace

    def _disturbs_nobody(self, one: Nudge) -> None:
        now, house = self.clock.now(), self.desk.organisation
        about, step = self._about(one), Step(one.step)
        if one.urgent or speaks_at_once(step, about, house, now) or one.due_at > now:
            return
        assert is_working(house.calendar, now) or at_work(house, one.person, now), (one, now)

    # -- what holds

    @invariant()
    @precondition(lambda self: hasattr(self, "desk"))
    def nobody_is_forgotten(self) -> None:
        for one in self._enquiries():
            if one.status == Status.CLOSED:
                continue
            planned = [each for each in self._nudges(one.id) if each.state == NudgeState.PLANNED]
            assert planned or one.officer or one.lead_acknowledged_by, one.reference

    @invariant()
    @precondition(lambda self: hasattr(self, "desk"))
    def nobody_is_asked_twice_or_who_is_left_out(self) -> None:
        told = [one for one in self._nudges() if one.sent_at]
        steps = [(one.subject, one.subject_id, one.step, one.round) for one in told]
        assert len(steps) == len(set(steps)), "one person for each step and round"
        assert [one for one in told if one.person in self._about(one).excluded] == []

    def _about(self, one: Nudge) -> Enquiry:
        """The enquiry that a nudge is about, or that what it is about belongs to."""
        with self.database.read() as session:
            found = about(session, one, self.desk.organisation)
        assert found is not None and found.enquiry is not None
        return found.enquiry

    def _try(self, deed: object) -> bool:
        """Whether it could be done; being refused is part of life."""
        try:
            deed()  # type: ignore[operator]  # a deed is called without anything
        except (Refused, FormRefused):
            return False
        return True

    def _planned(self, number: int, steps: frozenset[Step]) -> list[Nudge]:
        return [one for one in self._nudges(number) if one.state == NudgeState.PLANNED and one.step in steps]

    def _nudges(self, number: int | None = None) -> list[Nudge]:
        with self.database.read() as session:
            found = session.scalars(select(Nudge).order_by(Nudge.id)).all()
        return [one for one in found if number is None or (one.subject, one.subject_id) == (Subject.ENQUIRY, number)]

    def _enquiries(self) -> list[Enquiry]:
        with self.database.read() as session:
            return list(session.scalars(select(Enquiry)))

    def _count(self, record: type[Enquiry] | type[AuditEntry]) -> int:
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(record)) or 0

    def _trace(self) -> tuple[int, object]:
        rows = [(one.id, one.state, one.due_at, one.sent_at) for one in self._nudges()]
        return self._count(AuditEntry), rows


LIFE = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}

TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=tries(12), stateful_step_count=25, **LIFE)  # type: ignore[arg-type]  # by name


class LongHistories(Histories):
    """The same, for as long as it takes."""


TestLongHistories = pytest.mark.timeout(0)(pytest.mark.soak(LongHistories.TestCase))
TestLongHistories.settings = settings(max_examples=400, stateful_step_count=60, **LIFE)  # type: ignore[arg-type]  # by name
