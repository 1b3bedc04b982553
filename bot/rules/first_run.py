"""The first steps of setting up, and which of them are done: seen from the organisation itself, so that a file does as well."""

from enum import StrEnum

from storage.kinds import Role
from storage.organisation import Organisation, ServiceArea


class Step(StrEnum):
    """The steps, in the order in which they are shown."""

    OFFICE = "office"
    CHANNELS = "channels"
    TEAM = "team"
    AREA = "area"
    NUMBERS = "numbers"


def done(organisation: Organisation) -> frozenset[Step]:
    """The steps that are done."""
    channels = (
        organisation.triage_channel,
        organisation.restricted_channel,
        organisation.intake_channel,
        organisation.good_news_channel,
    )
    has = {
        Step.OFFICE: bool(organisation.name),
        Step.CHANNELS: all(channels) and channels.count(organisation.restricted_channel) == 1,
        Step.TEAM: all(organisation.holders(role) for role in (Role.PRESS_OFFICER, Role.HEAD_OF_COMMS, Role.APPROVER)),
        Step.AREA: any(_has_chain(area) for area in organisation.service_areas.values()),
        Step.NUMBERS: bool(organisation.duty_phone),
    }
    return frozenset(step for step, is_done in has.items() if is_done)


def next_area(organisation: Organisation) -> str:
    """The service area to go on with: the first that wants something, else the first; "" where there is none yet."""
    areas = organisation.service_areas.values()
    wanting = (area for area in areas if not _has_chain(area))
    found = next(wanting, next(iter(areas), None))
    return found.key if found else ""


def _has_chain(area: ServiceArea) -> bool:
    return area.lead is not None and any(deputy != area.lead for deputy in area.deputies)
