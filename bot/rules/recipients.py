"""Whom a step of nudging asks, looked up at the moment it is asked."""

from collections.abc import Iterable
from datetime import datetime

from bot.rules.involved import asked_around
from bot.rules.nudge_policy import POLICY, Asked
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import is_working
from storage.enquiry import Enquiry
from storage.kinds import Role, Step
from storage.organisation import Organisation, ServiceArea
from storage.story import StoryIdea


def first_lead(organisation: Organisation, service_area_key: str) -> str | None:
    """Who answers for a service area at first: its lead, or its first deputy where it has none."""
    area = organisation.service_areas.get(service_area_key)
    return _first((area.lead, *area.deputies)) if area else None


def officer_on_duty(organisation: Organisation, service_area_key: str, at: datetime) -> str | None:
    """In office hours the service area's press officer, outside them the one on call; failing both, the head, then any officer."""
    named = _press_officer(organisation.service_areas.get(service_area_key))
    working = is_working(organisation.calendar, at)
    nearest = (named,) if working else (organisation.on_call, named)
    return _first(
        (*nearest, organisation.head_of_comms, *organisation.holders(Role.PRESS_OFFICER), organisation.on_call)
    )


def recipient_of(step: Step, enquiry: Enquiry, organisation: Organisation, at: datetime) -> str | None:
    """Who is asked at this step now; None when there is nobody to ask. Never someone who is left out, or who may be named."""
    organisation = asked_around(organisation, enquiry)
    match POLICY[step].asked:
        case Asked.OFFICER:
            return enquiry.officer or officer_on_duty(organisation, enquiry.service_area, at)
        case Asked.LEAD:
            return lead_of(enquiry, organisation) or organisation.head_of_comms
        case Asked.DEPUTY:
            return next_deputy(enquiry, organisation)
        case Asked.HEAD:
            return organisation.head_of_comms
        case Asked.RAISER:
            return enquiry.raised_by


def lead_of(enquiry: Enquiry, organisation: Organisation) -> str | None:
    """Who answers for it now: the lead, or the deputy it was handed to."""
    return enquiry.lead or first_lead(asked_around(organisation, enquiry), enquiry.service_area)


def next_deputy(enquiry: Enquiry, organisation: Organisation, person: str | None = None) -> str | None:
    """The deputy after `person` (after whoever answers for it now, when none is given), never someone already passed over."""
    area = asked_around(organisation, enquiry).service_areas.get(enquiry.service_area)
    if area is None:
        return None
    passed = {person, lead_of(enquiry, organisation)}
    places = [place for place, deputy in enumerate(area.deputies) if deputy in passed]
    later = area.deputies[max(places) + 1 :] if places else area.deputies
    return _first(deputy for deputy in later if deputy != area.lead)


def hand_on(enquiry: Enquiry, organisation: Organisation, person: str) -> str:
    """The deputy to whom `person` hands it. Raises `Refused` with NO_DEPUTY when there is no one further down the chain."""
    deputy = next_deputy(enquiry, organisation, person)
    if deputy is None:
        raise Refused(Reason.NO_DEPUTY)
    return deputy


def story_recipient_of(step: Step, story: StoryIdea, organisation: Organisation) -> str | None:
    """The press officer of the story's service area, or the head of communications for the second asking."""
    if step == Step.STORY_HEAD:
        return organisation.head_of_comms
    named = _press_officer(organisation.service_areas.get(story.service_area))
    return _first((story.officer, named, organisation.head_of_comms, *organisation.holders(Role.PRESS_OFFICER)))


def _press_officer(area: ServiceArea | None) -> str | None:
    return area.press_officer if area else None


def _first(people: Iterable[str | None]) -> str | None:
    return next((person for person in people if person), None)
