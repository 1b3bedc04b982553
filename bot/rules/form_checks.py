"""What every form's check is made of: fields that are missing, too long, or hold a person's numbers."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

from bot.rules.privacy import personal_data
from bot.rules.reasons import FormRefused, Reason, Refused

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LONG = 3000  # characters; what Slack's own input takes at most

_Form = TypeVar("_Form", bound="DataclassInstance")


def stripped(form: _Form) -> _Form:
    """The form with the blanks at the ends of its texts taken off."""
    texts = {each.name: getattr(form, each.name) for each in fields(form)}
    return replace(form, **{name: text.strip() for name, text in texts.items() if isinstance(text, str)})


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

    def limit(self, fields: Mapping[str, str], limits: Mapping[str, int]) -> None:
        """None may be longer than its limit, 3,000 characters where it has none."""
        for field, value in fields.items():
            limit = limits.get(field, LONG)
            if len(value) > limit:
                self.add(field, Refused(Reason.TOO_LONG, limit=limit))

    def keep_private(self, fields: Mapping[str, str]) -> None:
        """None may hold a number that identifies a person we support."""
        for field, value in fields.items():
            words = personal_data(value)
            if words:
                self.add(field, Refused(Reason.PERSONAL_DATA, words=words))

    def refuse(self) -> None:
        """Raise `FormRefused` if anything was found."""
        if self._found:
            raise FormRefused(dict(self._found))
