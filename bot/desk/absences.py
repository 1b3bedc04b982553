"""The verbs of being away: saying so, handing over what one holds, being back, and hearing what happened meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from bot.desk import answers, rota_holes, sign_offs, tasks, telling, working
from bot.desk.work import Desk, Work, verb
from bot.rules.absences import AwayForm, CheckedAway, check_away
from bot.rules.answer_forms import HandForm
from bot.rules.availability import at_work
from bot.rules.reasons import Reason, Refused
from bot.rules.working_forms import AssignForm
from storage.absence import AbsenceRow, absence_of, absences_from, get_absence, untold
from storage.enquiry import Enquiry
from storage.finding import Waiting, waiting_for
from storage.kinds import DeliveryKind, Subject
from storage.meanwhile import Meanwhile, led_by, meanwhile_of
from storage.organisation import touch_organisation

Away = AbsenceRow
"""An absence as handlers pass it on, who do not know storage."""


class What(StrEnum):
    """What someone may hold."""

    HELD = "held"  # an enquiry they deal with as press officer
    LED = "led"  # one whose lead they are asked to be
    LEADING = "leading"  # one of which they have said, as lead, that they have it: handed over on its page
    TASK = "task"
    SIGNED = "signed"  # their yes is asked for


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that someone holds; `number` is what the verb that hands it over wants."""

    what: What
    number: int
    enquiry: Enquiry


def go(desk: Desk, form: AwayForm, *, person: str) -> AbsenceRow:
    """Someone is away from a day to a day. What they said before for the same days is replaced. Raises FormRefused."""
    row = _go(desk, form, person)
    desk.refresh()
    return row


@verb
def _go(work: Work, form: AwayForm, person: str) -> AbsenceRow:
    checked = check_away(form, person, work.organisation, work.now)
    standing = [one for one in absences_from(work.session, work.now) if one.person == person and _meet(one, checked)]
    for one in standing:
        if (one.ends_at, one.deputy) == (checked.ends_at, checked.deputy) and one.starts_at <= checked.starts_at:
            return one  # the same form twice
    for one in standing:
        one.ended_at = one.told_at = work.now
    row = AbsenceRow(
        person=person,
        starts_at=min([checked.starts_at, *(one.starts_at for one in standing if one.starts_at <= work.now)]),
        ends_at=checked.ends_at,
        made_by=person,
        made_at=min([work.now, *(one.made_at for one in standing if one.starts_at <= work.now)]),
        deputy=checked.deputy,
    )
    work.session.add(row)
    work.session.flush()
    details: dict[str, object] = {"from": row.starts_at.isoformat(), "until": row.ends_at.isoformat()}
    _changed(work, row, "went_away", {**details, "deputy": row.deputy})
    return row


def _meet(one: AbsenceRow, checked: CheckedAway) -> bool:
    return one.starts_at < checked.ends_at and checked.starts_at < one.ends_at


def _changed(work: Work, row: AbsenceRow, action: str, details: dict[str, object]) -> None:
    touch_organisation(work.session)
    work.audit(row.person, action, Subject.PERSON, 0, {"absence": row.id, **details})
    telling.show_home_again(work, row.person)
    rota_holes.show_holes_again(work)


def back(desk: Desk, *, person: str) -> bool:
    """They are here again, or will not be away after all. Whether they were noted as away."""
    was_away = _back(desk, person)
    desk.refresh()
    return was_away


@verb
def _back(work: Work, person: str) -> bool:
    row = absence_of(work.session, person, work.now)
    if row is None:
        return False
    row.ended_at = work.now
    if row.starts_at <= work.now:
        _tell(work, row)
    else:
        row.told_at = work.now  # they never went
    _changed(work, row, "came_back", {})
    return True


def standing(desk: Desk, *, person: str) -> AbsenceRow | None:
    """The absence that holds for someone now, or the next one."""
    with desk.database.read() as session:
        return absence_of(session, person, desk.clock.now())


# -- what they hold


def held(desk: Desk, *, person: str) -> list[Matter]:
    """What is with someone now and would wait for them."""
    with desk.database.read() as session:
        return _matters(waiting_for(session, person), led_by(session, person))


def _matters(waiting: Waiting, led: list[Enquiry]) -> list[Matter]:
    return [
        *(Matter(What.HELD, enquiry.id, enquiry) for enquiry in waiting.held),
        *(Matter(What.LED, nudge.id, enquiry) for nudge, enquiry in waiting.nudges),
        *(Matter(What.LEADING, enquiry.id, enquiry) for enquiry in led if enquiry not in waiting.held),
        *(Matter(What.SIGNED, one.id, enquiry) for one, enquiry in waiting.sign_offs),
        *(Matter(What.TASK, one.id, enquiry) for one, enquiry in waiting.tasks),
    ]


def hand_over(desk: Desk, what: What, number: int, *, person: str) -> None:
    """Give one matter to whoever stands in. Each is the verb that the matter has anyway. Raises Refused, FormRefused."""
    deputy = _deputy(desk, person)
    match what:
        case What.HELD:
            working.assign(desk, number, AssignForm(officer=deputy, before=person), person=person)
        case What.LED:
            answers.hand_to(desk, number, HandForm(to=deputy), person=person)
        case What.LEADING:
            raise Refused(Reason.NO_DEPUTY)  # its page has the button, and no list of ours
        case What.SIGNED:
            sign_offs.hand_on(desk, number, person=person)
        case What.TASK:
            tasks.hand_on(desk, number, deputy, person=person)


def _deputy(desk: Desk, person: str) -> str:
    row = standing(desk, person=person)
    if row is None or row.deputy is None:
        raise Refused(Reason.NO_DEPUTY)
    return row.deputy


# -- back again


def tick(desk: Desk) -> int:
    """Whoever is back, and at work, is told in one message what happened meanwhile; how many were."""
    now, organisation = desk.clock.now(), desk.organisation
    with desk.database.read() as session:
        rows = [one for one in untold(session, now) if at_work(organisation, one.person, now)]
    for one in rows:
        _tell_once(desk, one.id)
    return len(rows)


@verb
def _tell_once(work: Work, absence_id: int) -> None:
    row = get_absence(work.session, absence_id, lock=True)
    if row is not None and row.told_at is None:
        _tell(work, row)
        telling.show_home_again(work, row.person)


def _tell(work: Work, row: AbsenceRow) -> None:
    row.told_at = work.now
    work.deliver(
        DeliveryKind.ABSENCE,
        key=f"absence:{row.id}",
        lane=row.person,
        subject=Subject.PERSON,
        subject_id=0,
        detail=str(row.id),
    )


def what_happened(session: Session, row: AbsenceRow, now: datetime) -> Meanwhile:
    """What concerns someone and happened from when they said that they would be away until they were back."""
    return meanwhile_of(session, row.person, row.made_at, min(row.ended_at or row.ends_at, now))
