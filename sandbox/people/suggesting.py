"""Menus that ask the app what to offer while a person types (external selects)."""

from __future__ import annotations

from typing import Any

from sandbox.blockkit import problems_in_options
from sandbox.core import Core
from sandbox.delivery.dispatcher import Dispatcher
from sandbox.delivery.envelope import NoAck, Payload
from sandbox.people.answers import listed as as_list
from sandbox.people.answers import option_of
from sandbox.people.commands import place_of
from sandbox.people.state import MANY, Element, Value, field_of
from sandbox.records import Channel, Json, Message, Person
from sandbox.shapes import message_json
from sandbox.views import StoredView, view_json

ASKING = frozenset({"external_select", "multi_external_select"})
LEAST_LETTERS = 3
"""Letters that a menu waits for when it does not say `min_query_length`."""


class Suggesting:
    """Sends block_suggestion, and chooses among what the app offers."""

    def __init__(self, core: Core, dispatcher: Dispatcher) -> None:
        self._core, self._dispatcher = core, dispatcher
        self._shown: dict[tuple[str, ...], list[Json]] = {}

    def in_view(self, view: StoredView) -> Payload:
        """Where a menu in a form or on the home tab stands, as the payload says it."""
        return {"container": {"type": "view", "view_id": view.id}, "view": view_json(view, self._core.workspace)}

    def in_message(self, place: Channel, message: Message) -> Payload:
        """Where a menu in a message stands, as the payload says it."""
        spot = place_of(place)
        container = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": spot.id,
            "is_ephemeral": message.ephemeral,
        }
        held = {} if message.ephemeral else {"message": message_json(message, self._core.workspace)}
        return {"container": container, "channel": {"id": spot.id, "name": spot.name}, **held}

    async def chosen(self, person: Person, where: Payload, found: Element, plain: Any) -> Value:
        """The menu's value once the person has typed each of `plain` and taken what was offered. Raises NoSuchChoice."""
        wanted = [] if plain in (None, "") else as_list(plain)
        options = [await self._one(person, where, found, each) for each in wanted]
        held: Any = options if found.type in MANY else options[0] if options else None
        return {"type": found.type, field_of(found.type): held}

    async def _one(self, person: Person, where: Payload, found: Element, typed: Any) -> Json:
        """The option of that text or value, or the only one offered. What the menu shows already is taken without asking."""
        for option in self._shown.get(_spot(person, where, found), []):
            if typed in (option["value"], option["text"]["text"]):
                return option
        offered = await self.offered(person, where, found, str(typed))
        return offered[0] if len(offered) == 1 else option_of(offered, typed, found.label)

    async def listed(self, person: Person, where: Payload, found: Element, typed: str) -> list[Json]:
        """What the menu then shows: the options, each with the words above its group (`group`) where it is in one."""
        groups = await self._groups(person, where, found, typed)
        named = [(group["label"]["text"] if "label" in group else "", group["options"]) for group in groups]
        self._shown[_spot(person, where, found)] = [option for _, options in named for option in options]
        return [{**option, "group": name} if name else option for name, options in named for option in options]

    async def offered(self, person: Person, where: Payload, found: Element, typed: str) -> list[Json]:
        """What the app offers for what is typed. Too few letters, silence or a wrong answer: nothing."""
        return [option for group in await self._groups(person, where, found, typed) for option in group["options"]]

    async def _groups(self, person: Person, where: Payload, found: Element, typed: str) -> list[Json]:
        if len(typed) < found.element.get("min_query_length", LEAST_LETTERS):
            return []
        payload = self._dispatcher.payloads.suggestion(found.block_id, found.action_id, typed, person, where)
        try:
            ack = await self._dispatcher.ask("interactive", payload, answers=True)
        except NoAck:
            return []
        problems = problems_in_options(ack.body)
        for problem in problems:
            ack.object_to(problem.sentence)
        if problems:
            return []
        return ack.body.get("option_groups") or [{"options": ack.body.get("options") or []}]


def _spot(person: Person, where: Payload, found: Element) -> tuple[str, ...]:
    """One menu before one person: the same ids in another form or message are another menu."""
    container = where["container"]
    return person.id, container.get("view_id") or container["message_ts"], found.block_id, found.action_id
