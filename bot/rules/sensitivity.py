"""Who may see an enquiry's words. Restricted means private, not urgent: the words leave no room but the form."""

from collections.abc import Iterable

from bot.rules.involved import around, is_left_out
from storage.enquiry import Enquiry
from storage.kinds import Mark, Role
from storage.organisation import Organisation


def starts_restricted(organisation: Organisation, service_area_key: str, marks: Iterable[str] = ()) -> bool:
    """Any mark ("not sure" included), an area listed as restricted, or an area we do not know: privacy is the safe guess."""
    if any(True for _ in marks):
        return True
    area = organisation.service_areas.get(service_area_key)
    return area is None or area.restricted


def restricted_with(enquiry: Enquiry, marks: Iterable[str]) -> bool:
    """Whether it is restricted once these marks are on it. A mark never opens what was closed."""
    return enquiry.restricted or any(True for _ in marks)


def standing_marks(enquiry: Enquiry) -> tuple[str, ...]:
    """The marks that keep it restricted whoever asks. "Not sure" is a question, and the press office answers it."""
    return tuple(mark for mark in enquiry.marks if mark != Mark.NOT_SURE)


def readers(enquiry: Enquiry, organisation: Organisation) -> frozenset[str]:
    """Everyone who may read its words: press office, lead and deputies, approvers, legal, and the person who raised it.

    The monitoring officer too where it is political. Nobody who is left out of it, whatever else they are.
    """
    left = around(organisation, enquiry)
    people = {enquiry.raised_by}
    for role in (Role.PRESS_OFFICER, Role.HEAD_OF_COMMS, Role.APPROVER, Role.LEGAL):
        people.update(left.holders(role))
    if enquiry.political:
        people.update(left.holders(Role.MONITORING_OFFICER))
    people.update(chain_of(enquiry, organisation))
    return frozenset(people.difference(enquiry.excluded))


def chain_of(enquiry: Enquiry, organisation: Organisation) -> tuple[str, ...]:
    """The lead and the deputies who answer for it, in the order they are asked. Nobody who is left out."""
    area = organisation.service_areas.get(enquiry.service_area)
    of_area = (area.lead, *area.deputies) if area else ()
    chain = dict.fromkeys(person for person in (*of_area, enquiry.lead) if person)
    return tuple(person for person in chain if not is_left_out(person, enquiry))


def may_read(person: str, enquiry: Enquiry, organisation: Organisation) -> bool:
    """Whether this person may read its words."""
    return person in readers(enquiry, organisation)
