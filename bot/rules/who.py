"""Who is there now, for one person: who is on call, who is in the press office, who leads the services that are theirs."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.availability import absence_at, first_there, on_call, those_there
from bot.rules.rota import on_rota
from bot.rules.working_time import is_working, next_opening
from storage.kinds import RotaKind
from storage.organisation import Organisation, ServiceArea


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaLead:
    """Who can be asked about a service; `away`: its lead, where that is someone else."""

    area: ServiceArea
    person: str | None
    away: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Everything that `who` tells. `press_until`: when that turn ends. `opens`: when the office opens next."""

    press: str | None
    press_until: datetime | None
    office: tuple[str, ...]
    opens: datetime
    leads: tuple[AreaLead, ...]


def who(organisation: Organisation, person: str, now: datetime) -> Who:
    """Who is there at a moment: of the asker's own service, or of all of them where none is known."""
    known = organisation.people.get(person)
    own = organisation.service_areas.get(known.service_area) if known else None
    areas = [own] if own else list(organisation.service_areas.values())
    press = on_call(organisation, RotaKind.PRESS, now)
    open_ = is_working(organisation.calendar, now)
    office = those_there(organisation, on_rota(organisation, RotaKind.PRESS), now) if open_ else []
    return Who(
        press=press,
        press_until=_until(organisation, press, now),
        office=tuple(office),
        opens=next_opening(organisation.calendar, now),
        leads=tuple(_lead(organisation, area, now) for area in areas),
    )


def _until(organisation: Organisation, press: str | None, now: datetime) -> datetime | None:
    turns = [one for one in organisation.rota if one.kind == RotaKind.PRESS and one.starts_at <= now < one.ends_at]
    return turns[0].ends_at if turns and press is not None else None


def _lead(organisation: Organisation, area: ServiceArea, now: datetime) -> AreaLead:
    on_duty = on_call(organisation, RotaKind.LEAD, now, area.key)
    person = on_duty or first_there(organisation, [area.lead, *area.deputies], now, urgent=True)
    away = area.lead if area.lead and area.lead != person and absence_at(organisation, area.lead, now) else None
    return AreaLead(area=area, person=person, away=away)
