"""The council's rota: made by its head of communications before anything else happens."""

from datetime import datetime, timedelta

from bot.desk import rota
from bot.desk.work import Desk
from bot.rules.rota import TurnsForm
from storage.kinds import Role, RotaKind
from storage.organisation import Organisation

WEEKS_BEFORE, WEEKS = 2, 12


def make(desk: Desk, organisation: Organisation, opens: datetime) -> None:
    """Weeks on call for the press officers in turn, so that it is the first one's in the week in which the demo opens."""
    monday = (opens - timedelta(days=opens.weekday())).date()
    form = TurnsForm(
        kind=RotaKind.PRESS,
        people=organisation.holders(Role.PRESS_OFFICER),
        starts=(monday - timedelta(weeks=WEEKS_BEFORE)).isoformat(),
        length="week",
        count=str(WEEKS),
    )
    rota.add(desk, form, person=organisation.head_of_comms or "")
