"""Watching a private enquiry: every word of it that people type is one of ours, so that it is found wherever it turns up."""

import json
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select

from bot.cli.logs import WithoutWords
from bot.messages.ids import Action, View
from bot.rules.sensitivity import may_read
from sandbox.people.form import Form
from sandbox.traffic import Exchange
from storage.audit import entries_of
from storage.delivery import Delivery
from storage.enquiry import get_enquiry
from storage.kinds import Subject
from tests.journeys.council import Council

SECRET = re.compile(r"zq[a-z]{5,}")  # longer than any id that Slack makes up
OPENS_A_VIEW = {"views.open", "views.push", "views.update"}
OWN_WORDS = {View.ENQUIRY, View.NOTE_MOVE, View.STORY}
"""Forms that give someone their own words back, before there is anything to read."""


def secrets(payload: object) -> list[str]:
    """The secret words in anything."""
    text = payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False, default=str)
    return sorted(set(SECRET.findall(text)))


@dataclass(frozen=True)
class Shown:
    """A view with secret words that someone was shown."""

    person: str
    view: str
    words: tuple[str, ...]


@dataclass
class Watch:
    """Everything the bot sends and writes down, looked at step by step."""

    council: Council
    logged: pytest.LogCaptureFixture
    seen: int = 0
    ways: set[tuple[str, str]] = field(default_factory=set)
    shown: list[Shown] = field(default_factory=list)
    said_of_errors: list[str] = field(default_factory=list)
    _triggers: dict[str, str] = field(default_factory=dict)
    _views: dict[str, str] = field(default_factory=dict)
    _unanswered: list[Exchange] = field(default_factory=list)

    def leaks(self) -> list[str]:
        """What has gone, since the last look, where no secret may go; and whom views with secrets were shown."""
        return [*self._sent(), *self._written_down(), *self._in_the_log()]

    # -- what was sent

    def _sent(self) -> Iterator[str]:
        again, self._unanswered = self._unanswered, []
        new = [one for one in self.council.slack.log if one.number > self.seen]
        self.seen = max([self.seen, *(one.number for one in new)])
        for one in [*again, *new]:
            if one.kind in {"socket", "http"}:
                yield from self._came_in(one)
            elif one.kind == "web_api" and one.name in OPENS_A_VIEW:
                self._note_view(one)
            elif secrets(one.payload):
                yield f"{one.kind} {one.name}: {secrets(one.payload)}"

    def _came_in(self, one: Exchange) -> Iterator[str]:
        """Something a person did: which way in it took, and what stood in the answer."""
        payload = one.payload
        person = payload.get("user_id") or (payload.get("user") or {}).get("id") or ""
        self._triggers[str(payload.get("trigger_id"))] = person
        self.ways |= set(ways_of(payload))
        if one.answer is None:
            self._unanswered.append(one)
        view = self._view_in(one.answer)
        if view is not None:
            self._show(person, view)
        elif secrets(one.answer or ""):
            yield f"the answer to {one.name}: {secrets(one.answer)}"

    @staticmethod
    def _view_in(answer: Any) -> dict[str, Any] | None:
        if not isinstance(answer, dict):
            return None
        held = answer.get("payload", answer)
        view = held.get("view") if isinstance(held, dict) else None
        return view if isinstance(view, dict) else None

    def _note_view(self, one: Exchange) -> None:
        asked = one.payload
        view = asked["view"] if isinstance(asked["view"], dict) else json.loads(asked["view"])
        person = self._triggers.get(str(asked.get("trigger_id"))) or self._views.get(str(asked.get("view_id")), "")
        answered = (one.answer or {}).get("view") or {}
        if answered.get("id"):
            self._views[str(answered["id"])] = person
        self._show(person, view)

    def _show(self, person: str, view: dict[str, Any]) -> None:
        words = tuple(secrets(view))
        if words and view["callback_id"] not in OWN_WORDS:
            self.shown.append(Shown(person, str(view["callback_id"]), words))

    # -- what was written down

    def _written_down(self) -> Iterator[str]:
        with self.council.database.read() as session:
            for row in session.scalars(select(Delivery)):
                held = [row.key, row.detail, row.error, row.thread_key]
                if secrets(held):
                    yield f"delivery {row.kind}: {secrets(held)}"

    def _in_the_log(self) -> Iterator[str]:
        for record in self.logged.records:
            record.exc_text = None  # what another formatter made of it
            said = WithoutWords().format(record)  # with its traceback
            self.said_of_errors += [said] if record.levelno >= logging.ERROR else []
            if secrets(said):
                yield f"log of {record.name}: {secrets(said)}"
        self.logged.clear()

    # -- who read

    def trespassers(self, number: int = 1) -> list[Shown]:
        """Views with secrets that went to someone who may not read the enquiry, or who did so without a trace."""
        with self.council.database.read() as session:
            enquiry = get_enquiry(session, number)
            traces = Counter(entry.actor for entry in entries_of(session, Subject.ENQUIRY, number))
        if enquiry is None:
            return self.shown  # nothing is recorded yet, so that there is nothing to read
        allowed = {one for one in self.council.organisation.people if may_read(one, enquiry, self.council.organisation)}
        return [one for one in self.shown if one.person not in allowed or not traces[one.person]]


def ways_of(payload: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Which ways in something took, named as the routes are."""
    match payload.get("type"):
        case "block_actions":
            yield from (("action", str(act["action_id"])) for act in payload["actions"])
        case "view_submission":
            yield "submission", str(payload["view"]["callback_id"])
        case "block_suggestion":
            yield "options", str(payload["action_id"])
        case "shortcut" | "message_action":
            yield "shortcut", str(payload["callback_id"])
        case "event_callback":
            yield "event", str(payload["event"]["type"])
        case _:
            if "command" in payload:
                yield "command", str(payload["command"])


@dataclass
class Walk:
    """People walking through an enquiry's life."""

    council: Council
    watch: Watch

    def quiet(self) -> None:
        self.council.until_quiet()

    def form(self, who: str, view: View) -> Form:
        """The form or page of this kind, once it lies before them."""
        person = self.council.person(who)

        def there() -> bool:
            return person.has_form and person.form.seen["callback_id"] == view

        self.council.until(there, f"{who} has {view} before them")
        return person.form

    def put_away(self, *people: str) -> None:
        for who in people:
            if self.council.person(who).has_form:
                self.council.person(who).form.close(everything=True)

    def card(self, number: int = 1, who: str = "dewi") -> Any:
        return self.council.card(f"ME-{number:04d}", channel="press-restricted", reader=who)

    def page(self, number: int = 1, who: str = "dewi") -> Form:
        """The enquiry's page, opened from its card by someone of the press office."""
        self.put_away(who)
        self.card(number, who).press("Open")
        return self.form(who, View.ENQUIRY_OPEN)

    def sends(self, who: str, view: View, **answers: Any) -> None:
        """Somebody fills in the form before them and sends it, and it is taken."""
        form = self.form(who, view).fill(**answers).submit()
        assert not form.errors, f"{view}: {form.errors}"
        assert not form.trouble, f"{view}: {form.trouble}"
        self.quiet()

    def by_page(self, action: str, view: View, *, number: int = 1, who: str = "dewi", **answers: Any) -> None:
        """A button of the page, and the form that it opens."""
        self.page(number, who).press(action)
        self.sends(who, view, **answers)
        self.put_away(who)

    def menu(self, who: str, answer: str) -> None:
        """An answer out of the menu of the newest message that offers it."""
        for message in reversed(self.council.person(who).inbox.messages):
            for value in re.findall(rf"'value': '({answer} \d+)'", str(message.seen["blocks"])):
                message.press(Action.NUDGE_MORE, value)
                self.quiet()
                return
        raise AssertionError(f"nothing before {who} offers {answer}")

    def nudged(self, who: str, action: str) -> None:
        """The newest message in someone's inbox that has this button: they press it."""
        messages = self.council.person(who).inbox.messages
        found = [one for one in messages if action in one.buttons.values()]
        assert found, f"nothing before {who} has {action}: {[one.readable for one in messages[-3:]]}"
        found[-1].press(action)
        self.quiet()
