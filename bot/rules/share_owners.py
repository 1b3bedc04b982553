"""Who answers what was asked about sharing, and who looks at a rule that got in someone's way."""

from collections.abc import Iterator
from datetime import datetime

from bot.rules.availability import first_there
from storage.kinds import Role, ShareKind
from storage.organisation import Organisation, ServiceArea
from storage.share import ShareAsk


def may_answer(person: str, ask: ShareAsk, organisation: Organisation) -> bool:
    """The press office; for an idea for the organisation also whoever has it, and the service's lead and deputies."""
    if organisation.is_press_office(person):
        return True
    return ask.kind == ShareKind.CHANGE and person in (ask.owner, *_leads(_area(ask.service_area, organisation)))


def joint_members(organisation: Organisation) -> tuple[str, ...]:
    """The joint group; where none is set, the head of communications."""
    head = organisation.head_of_comms
    return organisation.joint_group or ((head,) if head else ())


def owner_of(kind: ShareKind, service_area: str, asker: str, organisation: Organisation) -> str | None:
    """Who owes the answer: the service's lead for what should change there, the press officer for the rest. Never who asked."""
    area = _area(service_area, organisation)
    officers, head = organisation.holders(Role.PRESS_OFFICER), organisation.head_of_comms
    if kind == ShareKind.CHANGE:
        candidates = (area.lead if area else None, head, *officers)
    else:
        candidates = (area.press_officer if area else None, *officers, head)
    return next((one for one in candidates if one and one != asker), None)


def asked_now(ask: ShareAsk, organisation: Organisation, at: datetime, *, head: bool = False) -> str | None:
    """Who is asked for the answer at a moment: whoever owes it, or else the next who is there. `head`: whoever leads the press office."""
    office = (*organisation.holders(Role.HEAD_OF_COMMS), *organisation.holders(Role.PRESS_OFFICER))
    next_ones = office if head else _after(ask, organisation)
    candidates = [one for one in next_ones if one and one != ask.asked_by]
    return first_there(organisation, dict.fromkeys(candidates), at)


def _after(ask: ShareAsk, organisation: Organisation) -> Iterator[str | None]:
    yield ask.owner
    if ask.kind == ShareKind.CHANGE:
        yield from _leads(_area(ask.service_area, organisation))
        yield from organisation.holders(Role.HEAD_OF_COMMS)
    yield from organisation.holders(Role.PRESS_OFFICER)
    yield from organisation.holders(Role.HEAD_OF_COMMS)


def _area(key: str, organisation: Organisation) -> ServiceArea | None:
    return organisation.service_areas.get(key)


def _leads(area: ServiceArea | None) -> tuple[str | None, ...]:
    return (area.lead, *area.deputies) if area else ()
