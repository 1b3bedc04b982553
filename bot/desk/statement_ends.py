"""Statements when something ends them: newer words, a stop, an answer, the end of the enquiry. What was asked for is taken back."""

from collections.abc import Collection

from bot.desk import telling
from bot.desk.planning import next_round, plan
from bot.desk.work import Work
from bot.rules.deeds import Deed
from bot.rules.nudge_policy import FACT_STEPS, SIGN_OFF_STEPS
from bot.rules.sign_off import GIVEN, OPEN
from bot.rules.sign_off_times import plan_news
from storage.enquiry import Enquiry
from storage.kinds import CheckState, SignOffState, Step, Subject
from storage.statement import FactCheck, SignOff, fact_checks_of, sign_offs_of


def end(work: Work, enquiry: Enquiry, deed: Deed, by: str) -> None:
    """Nothing is waited for any more: open sign-offs and fact checks are taken back, and every message about them says so."""
    if enquiry.statement_id is None:
        return
    take_back(work, sign_offs_of(work.session, enquiry.id), deed, by, steps=None)
    drop_checks(work, fact_checks_of(work.session, enquiry.id), deed, by, steps=None)


def take_back(
    work: Work,
    several: Collection[SignOff],
    deed: Deed,
    by: str,
    *,
    states: Collection[SignOffState] = OPEN,
    steps: Collection[Step] | None = SIGN_OFF_STEPS,
) -> None:
    """Sign-offs in these states do not count any more; whoever was asked is shown what happened."""
    for one in several:
        said_yes = one.state in GIVEN
        if one.state in states:
            one.state = SignOffState.VOIDED
        settle(work, Subject.SIGN_OFF, one.id, deed, by, steps)
        if said_yes:
            telling.show_again(
                work, Subject.SIGN_OFF, one.id
            )  # that it can be stopped, or that it does not count any more


def spend(work: Work, enquiry: Enquiry) -> None:
    """An answer has gone, and another may follow: every yes was for the first. Who gave it and when stays on record."""
    for one in sign_offs_of(work.session, enquiry.id):
        if one.state in GIVEN:
            one.state = SignOffState.VOIDED


def drop_checks(
    work: Work, several: Collection[FactCheck], deed: Deed, by: str, *, steps: Collection[Step] | None = FACT_STEPS
) -> None:
    """Fact checks that wait for an answer are not needed any more."""
    for check in several:
        if check.state == CheckState.ASKED:
            check.state = CheckState.DROPPED
        settle(work, Subject.FACT_CHECK, check.id, deed, by, steps)


def tell(work: Work, enquiry: Enquiry, one: SignOff, step: Step, person: str = "") -> None:
    """A word about somebody's yes, to this person or else to the press officer: a message that changes is not heard."""
    to = person or enquiry.officer or one.asked_by
    news = plan_news(step, to, enquiry, work.organisation, work.now, next_round(work, Subject.SIGN_OFF, one.id))
    plan(work, Subject.SIGN_OFF, one.id, [news])


def settle(
    work: Work, subject: Subject, subject_id: int, deed: Deed, by: str, steps: Collection[Step] | None = SIGN_OFF_STEPS
) -> None:
    """A deed settles nudges about a sign-off or a fact check: planned ones are dropped, those sent say what happened."""
    telling.close_requests(work, subject, subject_id, steps, by, deed.value)
