"""Whom a step of nudging asks, looked up at the moment it is asked: the first who should know and is there."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.rules.availability import Absent, first_there, on_call, those_there, why_not
from bot.rules.involved import asked_around
from bot.rules.nudge_policy import POLICY, Asked
from bot.rules.reasons import Reason, Refused
from bot.rules.urgency import speaks_at_once
from bot.rules.working_time import is_working
from storage.enquiry import Enquiry
from storage.kinds import Role, RotaKind, Step
from storage.organisation import Organisation, ServiceArea
from storage.story import StoryIdea


def first_lead(organisation: Organisation, service_area_key: str) -> str | None:
    """Who answers for a service area at first: its lead, or its first deputy where it has none."""
    area = organisation.service_areas.get(service_area_key)
    return _first((area.lead, *area.deputies)) if area else None


def officer_on_duty(
    organisation: Organisation, service_area_key: str, at: datetime, *, urgent: bool = False
) -> str | None:
    """In office hours the service area's press officer, outside them the one on call; failing both, the head, then any officer.

    Whoever is not there is passed over, and whoever they named stands in.
    """
    return first_there(organisation, _on_duty(organisation, service_area_key, at), at, urgent=urgent)


def _on_duty(organisation: Organisation, service_area_key: str, at: datetime) -> list[str]:
    named = _press_officer(organisation.service_areas.get(service_area_key))
    turn = on_call(organisation, RotaKind.PRESS, at)
    nearest = (named,) if is_working(organisation.calendar, at) else (turn, named)
    office = (organisation.head_of_comms, *organisation.holders(Role.PRESS_OFFICER), turn)
    return [one for one in dict.fromkeys((*nearest, *office)) if one]


def recipient_of(step: Step, enquiry: Enquiry, organisation: Organisation, at: datetime) -> str | None:
    """Who is asked at this step now; None when there is nobody to ask. Never someone who is left out, or who may be named."""
    organisation = asked_around(organisation, enquiry)
    urgent = speaks_at_once(step, enquiry, organisation, at)
    holder = _HOLDERS[step](enquiry) if step in _HOLDERS else None
    if holder is not None:
        return holder
    match POLICY[step].asked:
        case Asked.OFFICER:
            return officer_of(enquiry, organisation, at, urgent=urgent)
        case Asked.LEAD:
            return _lead(enquiry, organisation, at, urgent=urgent)
        case Asked.DEPUTY:
            return _first(_deputies(enquiry, organisation, at, urgent=urgent)) or _after_all(step, organisation, at)
        case Asked.SECOND_DEPUTY:
            return _first(_deputies(enquiry, organisation, at, urgent=urgent)[1:])
        case Asked.HEAD:
            return _head(enquiry, organisation, at, urgent=urgent)
        case Asked.RAISER:
            return enquiry.raised_by


_HOLDERS: dict[Step, Callable[[Enquiry], str | None]] = {
    Step.STILL_LEAD: lambda enquiry: enquiry.lead_acknowledged_by,
    Step.STILL_OFFICER: lambda enquiry: enquiry.officer,
}
"""Only whoever said that they have it can be asked whether they still have."""


def officer_of(enquiry: Enquiry, organisation: Organisation, at: datetime, *, urgent: bool = False) -> str | None:
    """The press officer who has it, while they are there; otherwise whoever is on duty.

    Whoever took something urgent is on duty for it until it is done.
    """
    organisation = asked_around(organisation, enquiry)
    holder = enquiry.officer
    if holder is not None:
        reason = why_not(organisation, holder, at, urgent=urgent)
        if reason is None or (urgent and reason.why == Absent.OFF):
            return holder
    candidates = ([holder] if holder else []) + _on_duty(organisation, enquiry.service_area, at)
    return first_there(organisation, candidates, at, urgent=urgent)


def lead_of(enquiry: Enquiry, organisation: Organisation) -> str | None:
    """Who answers for it now: the lead, or the deputy it was handed to."""
    return enquiry.lead or first_lead(asked_around(organisation, enquiry), enquiry.service_area)


def service_chain(enquiry: Enquiry, organisation: Organisation, at: datetime, *, urgent: bool = False) -> list[str]:
    """Those of the service who answer for it, in the order they are asked, there or not.

    From whoever has it now down to the last deputy. What is urgent out of hours goes to the duty lead first, where there is one.
    """
    organisation = asked_around(organisation, enquiry)
    area = organisation.service_areas.get(enquiry.service_area)
    lead = lead_of(enquiry, organisation)
    if area is None:
        return [lead] if lead else []
    duty = None
    if urgent and lead == area.lead and not is_working(organisation.calendar, at):
        duty = on_call(organisation, RotaKind.LEAD, at, area.key)
    return [one for one in dict.fromkeys((duty, lead, *_deputies_after(area, lead))) if one]


def _deputies_after(area: ServiceArea, *passed: str | None) -> list[str]:
    places = [place for place, deputy in enumerate(area.deputies) if deputy in passed]
    later = area.deputies[max(places) + 1 :] if places else area.deputies
    return [deputy for deputy in later if deputy != area.lead]


def _lead(enquiry: Enquiry, organisation: Organisation, at: datetime, *, urgent: bool) -> str | None:
    """The first of the service who is there. A lead who wants to be rung at night is not passed over: the officer rings."""
    chain = service_chain(enquiry, organisation, at, urgent=urgent)
    if chain:
        reason = why_not(organisation, chain[0], at, urgent=urgent)
        if reason is not None and reason.why == Absent.RING:
            return chain[0]
    there = those_there(organisation, chain, at, urgent=urgent)
    if there:
        return there[0]
    head = _head(enquiry, organisation, at, urgent=urgent)
    return first_there(organisation, [*chain, *([head] if head else [])], at, urgent=urgent)


def _deputies(enquiry: Enquiry, organisation: Organisation, at: datetime, *, urgent: bool) -> list[str]:
    """Those of the service who are there, after whoever is asked first."""
    asked = {_lead(enquiry, organisation, at, urgent=urgent), lead_of(enquiry, organisation)}
    chain = service_chain(enquiry, organisation, at, urgent=urgent)
    return [one for one in those_there(organisation, chain, at, urgent=urgent) if one not in asked]


def _after_all(step: Step, organisation: Organisation, at: datetime) -> str | None:
    """When the lead who had it stays silent and nobody else of the service is there, the head of communications is asked."""
    return first_there(organisation, organisation.holders(Role.HEAD_OF_COMMS), at) if step == Step.LEAD_SILENT else None


def _head(enquiry: Enquiry, organisation: Organisation, at: datetime, *, urgent: bool) -> str | None:
    """The head of communications; where there are several (or others stand in), one who is not the officer already asked."""
    officer = enquiry.officer or officer_on_duty(organisation, enquiry.service_area, at, urgent=urgent)
    heads = organisation.holders(Role.HEAD_OF_COMMS)
    return first_there(organisation, [*(one for one in heads if one != officer), *heads], at, urgent=urgent)


def next_deputy(enquiry: Enquiry, organisation: Organisation, person: str | None = None) -> str | None:
    """The deputy after `person` (after whoever answers for it now, when none is given), never someone already passed over."""
    area = asked_around(organisation, enquiry).service_areas.get(enquiry.service_area)
    return _first(_deputies_after(area, person, lead_of(enquiry, organisation))) if area else None


def hand_on(enquiry: Enquiry, organisation: Organisation, person: str) -> str:
    """The deputy to whom `person` hands it. Raises `Refused` with NO_DEPUTY when there is no one further down the chain."""
    deputy = next_deputy(enquiry, organisation, person)
    if deputy is None:
        raise Refused(Reason.NO_DEPUTY)
    return deputy


def story_recipient_of(
    step: Step, story: StoryIdea, organisation: Organisation, at: datetime | None = None
) -> str | None:
    """The press officer of the story's service area, or the head of communications for the second asking; at a moment, who is there."""
    heads = organisation.holders(Role.HEAD_OF_COMMS)
    named = _press_officer(organisation.service_areas.get(story.service_area))
    office = (story.officer, named, *heads, *organisation.holders(Role.PRESS_OFFICER))
    asked = heads[:1] if step == Step.STORY_HEAD else office
    return _first(asked) if at is None else first_there(organisation, asked, at)


def _press_officer(area: ServiceArea | None) -> str | None:
    return area.press_officer if area else None


def _first(people: Iterable[str | None]) -> str | None:
    return next((person for person in people if person), None)
