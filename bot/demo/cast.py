"""Who plays which part at Northbank in what the gallery shows, by service area."""

from dataclasses import dataclass

from storage.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Cast:
    """The people around one enquiry."""

    worker: str  # a member of staff, who raised it
    lead: str
    deputy: str
    officer: str
    head: str


def cast(organisation: Organisation, area: str) -> Cast:
    """Those of that service area."""
    service = organisation.service_areas[area]
    return Cast(
        worker=staff_of(area, organisation),
        lead=service.lead or "",
        deputy=service.deputies[0],
        officer=service.press_officer or "",
        head=organisation.head_of_comms or "",
    )


def staff_of(area: str, organisation: Organisation) -> str:
    """A member of staff of a service who leads nothing."""
    leads = {each.lead for each in organisation.service_areas.values()}
    return next(key for key, each in organisation.people.items() if each.service_area == area and key not in leads)
