"""A form (modal) in a person's hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.people.waiting import Stage


@dataclass
class Form:
    """An open form. It is read afresh at every look; once closed it keeps what was seen last."""

    stage: Stage
    reader: str
    seen: dict[str, Any]

    @property
    def title(self) -> str:
        return str(self._now()["title"])

    @property
    def text(self) -> str:
        """Everything that can be read, in order: title, blocks, and the words on its own buttons."""
        return str(self._now()["text"])

    @property
    def fields(self) -> dict[str, str]:
        """The label of each input, by block_id."""
        return dict(self._now()["fields"])

    @property
    def errors(self) -> dict[str, str]:
        """What stands in red beside the inputs, by block_id, after a refused submit."""
        return dict(self._now()["errors"])

    @property
    def trouble(self) -> str:
        """Slack's own words across the form when the app was silent or its answer was wrong."""
        return str(self._now()["trouble"])

    @property
    def values(self) -> dict[str, Any]:
        """What stands in each input now, by block_id, as plain words."""
        return dict(self._now()["plain"])

    @property
    def state(self) -> dict[str, dict[str, dict[str, Any]]]:
        """`state.values`, as Slack would send it."""
        return dict(self._now()["values"])

    @property
    def buttons(self) -> dict[str, str]:
        """The words on each button inside the form, and its action_id."""
        return dict(self._now()["buttons"])

    @property
    def blocks(self) -> list[dict[str, Any]]:
        return list(self._now()["blocks"])

    @property
    def is_open(self) -> bool:
        """Whether the person still has it, on top or under another one."""
        return self.stage.run(self.stage.actions.view_is_open(self.reader, self.seen["view_id"]))

    def fill(self, /, **answers: Any) -> Form:
        """Write and choose, by block_id: words, True or False, an option's value or text, a date, a list of files."""
        self.stage.run(self.stage.actions.fill(self.reader, answers, view_id=self.seen["view_id"]))
        return self

    def enters(self, block_id: str) -> Form:
        """Press Enter in a text input, which some inputs tell the app about."""
        self.stage.run(self.stage.actions.enter(self.reader, block_id))
        return self

    def press(self, button: str, value: Any = None) -> Form:
        """Press a button inside the form, or choose `value` in a menu that is no input."""
        self.stage.run(self.stage.actions.press(self.reader, button, value=value))
        return self

    def suggestions(self, block_id: str, typed: str) -> list[str]:
        """What a menu that asks the app offers for the words typed."""
        offered = self.stage.run(self.stage.actions.suggestions(self.reader, block_id, typed))
        return [option["text"]["text"] for option in offered]

    def submit(self) -> Form:
        """Send it. Afterwards look at `errors`, `trouble` and `is_open`."""
        self.stage.run(self.stage.actions.submit(self.reader, view_id=self.seen["view_id"]))
        return self

    def close(self, *, everything: bool = False) -> None:
        """Cancel this form; with `everything`, the x in the corner, which closes the whole pile."""
        self._now()
        self.stage.run(self.stage.actions.close(self.reader, everything=everything))

    def wait_until(self, right: Callable[[Form], bool]) -> Form:
        """Wait until `right` is true of this form."""
        return self.stage.until(
            lambda: self if right(self) else None,
            f"The form that {self.reader} waits for",
            lambda: f"There was:\n{self.text}\nerrors: {self.errors}",
        )

    def _now(self) -> dict[str, Any]:
        view = self.stage.run(self.stage.actions.view_as_seen(self.reader, self.seen["view_id"]))
        self.seen = view or self.seen | {"errors": {}, "trouble": ""}
        return self.seen
