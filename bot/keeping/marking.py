"""What may need blacking out before an enquiry's story is given away, and why. Rules find it; a person decides."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.privacy import findings
from storage.brief import Brief
from storage.kinds import Role
from storage.organisation import Organisation

_A_DATE = r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./\-]\d{1,2}[./\-](?:\d{4}|\d\d))(?![\d\-])"
CONTACT = re.compile(rf"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w\-])(?!{_A_DATE})\+?\d[\d ()\-.]{{7,}}\d(?!\w)")
"""An e-mail address or a telephone number; a date, or digits within a longer word, are none."""

_MENTION = re.compile(r"<@[UW][A-Z0-9]{2,}(?:\|[^>]*)?>|(?<!\w)[UW](?=[A-Z]*\d)[A-Z0-9]{7,}(?!\w)")
_MARKS_CHANGED = re.compile(r"^marks: .+$", re.MULTILINE)


class Because(StrEnum):
    """Why something is marked."""

    INVOLVED = "involved"
    STAFF = "staff"
    SUPPORTED = "supported"
    CONTACT = "contact"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text that is marked."""

    start: int
    end: int
    because: Because


@dataclass(frozen=True, slots=True)
class Marker:
    """Knows whose names are marked in one enquiry: people involved, and staff below head of service."""

    involved: tuple[str, ...]
    staff: tuple[str, ...]

    def stretches(self, text: str) -> tuple[Stretch, ...]:
        """What is marked in a text, in order, never two over one another: the first reason counts."""
        kept: list[Stretch] = []
        for one in self._found(text):
            if all(one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
        return tuple(sorted(kept, key=lambda one: one.start))

    def _found(self, text: str) -> Iterator[Stretch]:
        yield from (Stretch(found.start(), found.end(), Because.SENSITIVE) for found in _MARKS_CHANGED.finditer(text))
        yield from _names(text, self.involved, Because.INVOLVED)
        yield from _names(text, self.staff, Because.STAFF)
        yield from (Stretch(match.start(), match.end(), Because.STAFF) for match in _MENTION.finditer(text))
        yield from (Stretch(found.start, found.end, Because.SUPPORTED) for found in findings(text))
        yield from (Stretch(match.start(), match.end(), Because.CONTACT) for match in CONTACT.finditer(text))


def marker_for(brief: Brief, organisation: Organisation) -> Marker:
    """The marker for one enquiry. A name is marked for being involved before it is marked for being staff."""
    senior = set(organisation.holders(Role.HEAD_OF_COMMS)) | set(organisation.holders(Role.APPROVER))
    senior |= {area.lead for area in organisation.service_areas.values() if area.lead}
    involved = {one.person for one in brief.involved} | set(brief.enquiry.excluded)
    staff = [person.name for person in organisation.people.values() if person.id not in senior]
    return Marker(tuple(person.name for person in organisation.people.values() if person.id in involved), tuple(staff))


def _names(text: str, names: Iterable[str], because: Because) -> Iterator[Stretch]:
    for name in names:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield Stretch(match.start(), match.end(), because)
