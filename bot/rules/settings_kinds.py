"""What the settings have in common: their kinds, and a form as it comes back. Every value is a text; people are ids with commas."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.rules.form_checks import Problems
from bot.rules.reasons import Reason, Refused
from storage.organisation import Organisation, Person


class SettingsKind(StrEnum):
    """Each small form of the settings."""

    OFFICE = "office"  # name, nation and time zone
    HOURS = "hours"
    CLOSURES = "closures"
    CHANNELS = "channels"
    NUMBERS = "numbers"
    TEAM = "team"  # who holds which role
    AREA = "area"
    PERSON = "person"
    OWN = "own"  # one's own hours and number, set by oneself
    NUDGE = "nudge"  # one step of nudging
    CAPS = "caps"
    DIGEST = "digest"
    SHARING = "sharing"
    KEEPING = "keeping"


Values = Mapping[str, str]
"""What stands in a form, by field."""

YES = "yes"
"""A box that is ticked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsForm:
    """A form as typed. `seen`: a mark of what each field held when it was opened. `names`: what Slack calls people who are new to us."""

    kind: SettingsKind
    key: str = ""  # the service area, the person or the step; "" for a new one
    typed: Values = field(default_factory=dict)
    seen: Values = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Put:
    """What a form is put into: the organisation, and where its problems go."""

    organisation: Organisation
    key: str
    values: Values
    names: Mapping[str, str]
    problems: Problems

    def people(self, name: str) -> tuple[str, ...]:
        """The people in a field, in their order, each once."""
        return people_in(self.values.get(name, ""))

    def one(self, name: str) -> str | None:
        """The one person in a field."""
        return self.values.get(name) or None

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self.values.get(name) == YES

    def count(self, name: str, most: int, standing: int) -> int:
        """The whole number in a field, 1 up to the most that is allowed; what stands, with a problem noted, where it is none."""
        typed = self.values[name].strip()
        if not (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= most):
            self.problems.add(name, Refused(Reason.NUMBER_BETWEEN, least="1", limit=str(most)))
            return standing
        return int(typed)

    def with_known(self, ids: Iterable[str | None]) -> Organisation:
        """The organisation, with everybody known whom Slack has told us the name of."""
        known = self.organisation.people
        new = {
            one: Person(id=one, name=self.names[one]) for one in ids if one and one not in known and one in self.names
        }
        return replace(self.organisation, people={**known, **new}) if new else self.organisation


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of form: what it shows of the organisation, and the organisation with what was typed in it."""

    shown: Callable[[Organisation, str], dict[str, str]]
    put: Callable[[Put], tuple[Organisation, str]]  # and the key that it has from now on


def people_in(value: str) -> tuple[str, ...]:
    """The people in a value."""
    return tuple(dict.fromkeys(one for one in value.split(",") if one))


def written(people: Iterable[str | None]) -> str:
    """People as one value."""
    return ",".join(person for person in people if person)


def box(ticked: bool) -> str:
    """A box as a value."""
    return YES if ticked else ""
