"""The weeks before an election: set and taken back by the head of communications; what is political asks for the monitoring officer."""

from bot.desk import tasks, telling
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.pre_election import (
    CheckedPeriod,
    PeriodForm,
    check_period,
    monitoring_officer,
    needs_monitoring_officer,
)
from bot.rules.reasons import Reason, Refused
from storage.enquiry import Enquiry
from storage.involved import tasks_of
from storage.kinds import Subject, TaskKind, TaskState
from storage.organisation import ElectionPeriod, touch_organisation
from storage.pre_election import PreElection, get_period, standing_periods


def standing(desk: Desk, *, person: str) -> tuple[ElectionPeriod, ...]:
    """The periods that stand, for the form of the head of communications. Raises Refused."""
    check(Deed.SET_PRE_ELECTION, person, desk.organisation)
    return desk.refresh().pre_election


@verb
def set_period(work: Work, form: PeriodForm, *, person: str) -> None:
    """Set a period. The same dates again change its words. The organisation is to be read again after it. Raises FormRefused."""
    check(Deed.SET_PRE_ELECTION, person, work.organisation)
    checked = check_period(form, work.organisation, work.now)
    period = _same_dates(work, checked)
    if period is None:
        period = PreElection(
            starts_on=checked.starts_on,
            ends_on=checked.ends_on,
            set_by=person,
            set_at=work.now,
            guidance=checked.guidance,
        )
        work.session.add(period)
    elif period.guidance == checked.guidance:
        return  # the same form twice
    period.guidance = checked.guidance
    touch_organisation(work.session)
    dates = {"starts_on": checked.starts_on.isoformat(), "ends_on": checked.ends_on.isoformat()}
    work.audit(person, Deed.SET_PRE_ELECTION, Subject.ORGANISATION, 0, {**dates, "guidance": checked.guidance})


def _same_dates(work: Work, checked: CheckedPeriod) -> PreElection | None:
    dates = (checked.starts_on, checked.ends_on)
    return next((one for one in standing_periods(work.session) if (one.starts_on, one.ends_on) == dates), None)


@verb
def lift(work: Work, period_id: int, *, person: str) -> None:
    """Take a period back: nothing follows from it any more, and what was raised in it asks nobody."""
    check(Deed.SET_PRE_ELECTION, person, work.organisation)
    period = get_period(work.session, period_id)
    if period is None:
        raise Refused(Reason.NOT_FOUND)
    if period.lifted_at is not None:
        return  # the same press twice
    period.lifted_at = work.now
    touch_organisation(work.session)
    dates: dict[str, object] = {"starts_on": period.starts_on.isoformat(), "ends_on": period.ends_on.isoformat()}
    work.audit(person, "pre_election_lifted", Subject.ORGANISATION, 0, dates)


@verb
def mark_political(work: Work, enquiry_id: int, *, political: bool, person: str) -> Enquiry:
    """It is about a candidate, a party or something contested in the election, or it is not after all."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.MARK_POLITICAL, person, work.organisation, enquiry)
    if set_political(work, enquiry, political, person):
        telling.moved(work, enquiry, person, Deed.MARK_POLITICAL, {"political": political})
    return enquiry


def set_political(work: Work, enquiry: Enquiry, political: bool, by: str) -> bool:
    """Note it; in a pre-election period the monitoring officer is asked. Whether anything changed."""
    if enquiry.political == political:
        return False
    enquiry.political = political
    if needs_monitoring_officer(enquiry, work.organisation):
        owner = monitoring_officer(enquiry, work.organisation)
        tasks.make(work, enquiry, TaskKind.MONITORING_OFFICER, by=by, owner=owner)
    elif not political:
        _ask_nobody(work, enquiry, by)
    return True


def _ask_nobody(work: Work, enquiry: Enquiry, by: str) -> None:
    for task in tasks_of(work.session, enquiry.id):
        if task.kind == TaskKind.MONITORING_OFFICER and task.state == TaskState.OPEN:
            tasks.settle(work, enquiry, task, TaskState.NOT_NEEDED, by)
