"""What every form's check is made of: fields that are missing, too long, or hold a person's numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from bot.rules.privacy import Finding, refusals
from bot.rules.reasons import FormRefused, Reason, Refused

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FEWEST_DIGITS = 3  # 999, or an extension
LONG = 3000  # characters; what Slack's own input takes at most

_Form = TypeVar("_Form", bound="DataclassInstance")


def stripped(form: _Form) -> _Form:
    """The form with the blanks at the ends of its texts taken off."""
    texts = {each.name: getattr(form, each.name) for each in fields(form)}
    return replace(form, **{name: text.strip() for name, text in texts.items() if isinstance(text, str)})


def day_in(typed: str) -> date | None:
    """The day that a date's box holds, or None where none was chosen."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def to_take_out(found: Sequence[Finding]) -> Refused:
    """The refusal that names the words to take out, once each, and what they look like."""
    words = tuple(dict.fromkeys(each.words for each in found))
    return Refused(Reason.PERSONAL_DATA, words=words, kinds=tuple(dict.fromkeys(each.kind for each in found)))


class Problems:
    """Gathers a form's problems, the first at each field, and refuses the form when there are any."""

    def __init__(self) -> None:
        self._found: dict[str, Refused] = {}

    def add(self, field: str, problem: Refused) -> None:
        """Note a problem, unless the field has one already."""
        self._found.setdefault(field, problem)

    def need(self, fields: Mapping[str, str]) -> None:
        """These must hold something."""
        for field, value in fields.items():
            if not value:
                self.add(field, Refused(Reason.MISSING))

    def ring(self, fields: Mapping[str, str]) -> None:
        """Where these hold anything, it can be rung: others are told to."""
        for field, value in fields.items():
            if value and sum(one.isdigit() for one in value) < FEWEST_DIGITS:
                self.add(field, Refused(Reason.NOT_A_NUMBER))

    def limit(self, fields: Mapping[str, str], limits: Mapping[str, int]) -> None:
        """None may be longer than its limit, 3,000 characters where it has none."""
        for field, value in fields.items():
            limit = limits.get(field, LONG)
            if len(value) > limit:
                self.add(field, Refused(Reason.TOO_LONG, limit=limit))

    def keep_private(self, fields: Mapping[str, str]) -> None:
        """None may hold what would identify a person we support.

        What has another answer than "take it out" (an address that is a public building's, a school, a name) is asked about where
        the form is, before it comes here.
        """
        for field, value in fields.items():
            found = refusals(value)
            if found:
                self.add(field, to_take_out(found))

    def refuse(self) -> None:
        """Raise `FormRefused` if anything was found."""
        if self._found:
            raise FormRefused(dict(self._found))
