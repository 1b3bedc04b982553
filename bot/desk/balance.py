"""Who has been heard of, and stories beside enquiries: read for the press office, and sent to them as files when they ask."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.work import Desk, Work, verb
from bot.rules.balance import QUARTERS, Cell, balance, begins, quarters
from bot.rules.deeds import Deed
from bot.rules.fairness import Fairness, fairness, since_when
from bot.rules.permissions import check
from bot.rules.working_time import local
from storage.kinds import DeliveryKind, Subject
from storage.organisation import Organisation
from storage.story_counts import came_in_since, told_since


def heard(desk: Desk, *, person: str) -> Fairness:
    """Who has not been heard of for longest. Raises Refused."""
    check(Deed.SEE_BALANCE, person, desk.organisation)
    with desk.database.read() as session:
        return heard_in(session, desk.organisation, desk.clock.now())


def heard_in(session: Session, organisation: Organisation, now: datetime) -> Fairness:
    """The same, for those who are known to be allowed."""
    today = local(organisation.calendar, now).date()
    return fairness(told_since(session, since_when(today)), organisation, today)


def cells(desk: Desk, *, person: str, count: int = QUARTERS) -> list[Cell]:
    """Stories beside enquiries, for the latest quarters. Raises Refused."""
    check(Deed.SEE_BALANCE, person, desk.organisation)
    with desk.database.read() as session:
        return cells_in(session, desk.organisation, desk.clock.now(), count)


def cells_in(session: Session, organisation: Organisation, now: datetime, count: int = QUARTERS) -> list[Cell]:
    """The same, for those who are known to be allowed."""
    wanted = quarters(local(organisation.calendar, now).date(), count)
    told = told_since(session, wanted[0].first_day)
    return balance(told, came_in_since(session, begins(organisation, wanted[0])), organisation, wanted)


@verb
def ask_files(work: Work, *, person: str) -> None:
    """They would like the picture and the table. Raises Refused."""
    check(Deed.SEE_BALANCE, person, work.organisation)
    work.deliver(
        DeliveryKind.BALANCE,
        key=f"balance:{person}:{work.now.timestamp():.0f}",
        lane=person,
        subject=Subject.ORGANISATION,
        subject_id=0,
    )
    work.audit(person, Deed.SEE_BALANCE, Subject.ORGANISATION, 1)


@verb
def noted(work: Work, count: int, details: dict[str, object]) -> list[Cell]:
    """The same from the command line; the trail says who typed it."""
    work.audit("close-ties", Deed.SEE_BALANCE, Subject.ORGANISATION, 1, details)
    return cells_in(work.session, work.organisation, work.now, count)
