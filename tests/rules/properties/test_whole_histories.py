"""The same histories with everything that is asked beside the enquiry itself: words to sign off, facts, things to do, promised calls."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from sqlalchemy import select

from bot.desk import calls, fact_checks, putting_off, sign_offs, statements, tasks, working
from bot.desk.work import Work
from bot.rules.answer_forms import CallForm
from bot.rules.nudge_policy import LEAD_STEPS
from bot.rules.statement_form import FactsForm, SignOffForm, StatementForm
from storage.base import Record
from storage.call_request import CallRequest
from storage.involved import Task
from storage.kinds import CheckState, NudgeState, SignOffState, Status, Subject, TaskKind, TaskState
from storage.nudge import Nudge
from storage.statement import FactCheck, SignOff
from tests.rules.northbank import DEPUTY, HEAD, LEAD, OFFICER, OTHER_OFFICER, SECOND
from tests.rules.properties.cases import tries
from tests.rules.properties.test_histories import LIFE, Histories

NUMBERS = st.integers(1, 3)
PARTS: dict[Subject, type[SignOff] | type[FactCheck] | type[Task] | type[CallRequest]] = {
    Subject.SIGN_OFF: SignOff,
    Subject.FACT_CHECK: FactCheck,
    Subject.TASK: Task,
    Subject.CALL: CallRequest,
}


class WholeHistories(Histories):
    """One office over some days, with all that belongs to its enquiries."""

    what = "histories with all that belongs to an enquiry"

    @rule(number=NUMBERS, approver=st.sampled_from([LEAD, DEPUTY, SECOND]))
    def a_yes_is_asked(self, number: int, approver: str) -> None:
        self._try(lambda: working.claim(self.desk, number, person=OFFICER))
        words = StatementForm((f"Elm House stays open, said {self.clock.now()}.",))
        form_id = f"W{self.clock.now().timestamp()}"
        self._try(lambda: statements.draft(self.desk, number, words, form_id=form_id, person=OFFICER))
        self._try(lambda: sign_offs.ask(self.desk, number, SignOffForm((approver,)), person=OFFICER))

    @rule(number=NUMBERS, checker=st.sampled_from([LEAD, OTHER_OFFICER]))
    def facts_are_to_be_checked(self, number: int, checker: str) -> None:
        self._try(lambda: fact_checks.ask(self.desk, number, FactsForm(checker), person=OFFICER))

    @rule(number=NUMBERS, owner=st.sampled_from([OFFICER, OTHER_OFFICER, HEAD]), kind=st.sampled_from(sorted(TaskKind)))
    def there_is_something_to_do(self, number: int, owner: str, kind: TaskKind) -> None:
        def make(work: Work) -> None:
            one = work.enquiry(number)
            if one.is_open and owner not in one.excluded:
                tasks.make(work, one, kind, by=OFFICER, owner=owner)

        self._try(lambda: self.desk.run(make))

    @rule(pick=st.integers(0, 9), when=st.sampled_from(["", "in half an hour", "tomorrow 10am"]))
    def a_lead_wants_to_be_rung(self, pick: int, when: str) -> None:
        asked = [one for one in self._nudges() if one.state == NudgeState.SENT and one.step in LEAD_STEPS]
        if asked:
            one = asked[pick % len(asked)]
            form = CallForm("07700 900123", when)
            self._try(lambda: calls.ask_for_call(self.desk, one.id, form, person=one.person))

    @rule(pick=st.integers(0, 19))
    def somebody_answers(self, pick: int) -> None:
        asked = [one for one in self._nudges() if one.state == NudgeState.SENT and one.subject in PARTS]
        if not asked:
            return
        one = asked[pick % len(asked)]
        if self._try(lambda: self._answer(one)):
            left = [each for each in self._of(one) if each.state in (NudgeState.PLANNED, NudgeState.SENT)]
            assert {each.step for each in left} <= {"facts_answered", "ready_to_send"}, left

    def _answer(self, one: Nudge) -> None:
        match one.subject:
            case Subject.SIGN_OFF:
                sign_offs.approve(self.desk, one.subject_id, candour="nothing_wrong", person=one.person)
            case Subject.FACT_CHECK:
                fact_checks.answer(self.desk, one.subject_id, right=True, person=one.person)
            case Subject.TASK:
                tasks.finish(self.desk, one.subject_id, person=one.person)
            case _:
                calls.call_made(self.desk, one.subject_id, person=OFFICER)

    @rule(pick=st.integers(0, 19))
    def somebody_says_that_they_are_on_it(self, pick: int) -> None:
        asked = [one for one in self._nudges() if one.state == NudgeState.SENT and one.subject in PARTS]
        if asked:
            one = asked[pick % len(asked)]
            self._try(lambda: putting_off.on_it(self.desk, one.id, person=one.person))

    # -- what holds

    @invariant()
    @precondition(lambda self: hasattr(self, "desk"))
    def whatever_waits_is_followed(self) -> None:
        """A thing to do and a call have a planned step until they are done; a yes and a check have been put to somebody, or will be."""
        over = {one.id for one in self._enquiries() if one.status in (Status.RESPONDED, Status.CLOSED)}
        for subject, record in PARTS.items():
            for one in self._all(record):
                if one.enquiry_id in over or not _waits(one):
                    continue
                states = {each.state for each in self._nudges() if (each.subject, each.subject_id) == (subject, one.id)}
                wanted = {NudgeState.PLANNED} if subject in (Subject.TASK, Subject.CALL) else _ALIVE
                assert states & wanted or _not_yet(one), one

    def _of(self, one: Nudge) -> list[Nudge]:
        return [each for each in self._nudges() if (each.subject, each.subject_id) == (one.subject, one.subject_id)]

    def _all(self, record: type[Record]) -> list[SignOff | FactCheck | Task | CallRequest]:
        with self.database.read() as session:
            return list(session.scalars(select(record)))


_ALIVE = {NudgeState.PLANNED, NudgeState.SENT}


def _waits(one: SignOff | FactCheck | Task | CallRequest) -> bool:
    if isinstance(one, SignOff):
        return one.state == SignOffState.ASKED
    if isinstance(one, FactCheck):
        return one.state == CheckState.ASKED
    return one.state == TaskState.OPEN if isinstance(one, Task) else one.done_at is None


def _not_yet(one: SignOff | FactCheck | Task | CallRequest) -> bool:
    """Whoever may be named is asked how they are once it has been answered."""
    return isinstance(one, Task) and one.kind == TaskKind.CHECK_IN and one.due_at is None


TestWholeHistories = WholeHistories.TestCase
TestWholeHistories.settings = settings(max_examples=tries(8), stateful_step_count=25, **LIFE)  # type: ignore[arg-type]  # by name


class LongWholeHistories(WholeHistories):
    """The same, for as long as it takes."""


TestLongWholeHistories = pytest.mark.timeout(0)(pytest.mark.soak(LongWholeHistories.TestCase))
TestLongWholeHistories.settings = settings(max_examples=250, stateful_step_count=60, **LIFE)  # type: ignore[arg-type]  # by name
