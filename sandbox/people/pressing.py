"""Pressing and choosing: buttons, menus and dates in messages, open forms and the home tab, and what menus suggest."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sandbox.core import Core
from sandbox.delivery.dispatcher import Dispatcher
from sandbox.delivery.envelope import NoAck, Payload
from sandbox.delivery.payloads import Origin
from sandbox.people.answers import answer, option_of
from sandbox.people.commands import TROUBLE, place_of
from sandbox.people.eyes import Eyes
from sandbox.people.mrkdwn import read_plain
from sandbox.people.refusals import NoSuchChoice, Unseen
from sandbox.people.state import Block, Element, Value, elements, field_of, values_of
from sandbox.people.suggesting import ASKING, Suggesting
from sandbox.records import Channel, Json, Message, Person
from sandbox.response_urls import ResponseUrls
from sandbox.shapes import message_json
from sandbox.views import StoredView, view_json

Typed = dict[tuple[str, str], Value]


class Pressing:
    """Sends block_actions and block_suggestion, and tells what the person saw."""

    def __init__(self, core: Core, dispatcher: Dispatcher, urls: ResponseUrls, eyes: Eyes) -> None:
        self._core, self._dispatcher, self._urls, self._eyes = core, dispatcher, urls, eyes
        self.suggesting = Suggesting(core, dispatcher)
        self._chosen_in_messages: dict[tuple[str, str, str], Typed] = defaultdict(dict)

    async def press(
        self,
        who: str,
        action: str,
        *,
        value: Any = None,
        channel: str | None = None,
        ts: str | None = None,
        home: bool = False,
        block_id: str | None = None,
    ) -> Json:
        """Press a button (by action_id or its words) or choose `value`: in a message, on the home tab, or in the form.

        Where several blocks hold the same action_id, `block_id` says which is meant; else the first is.
        """
        person = self._eyes.person(who)
        if ts is not None:
            place = self._eyes.place(person, channel)
            return await self._in_message(person, place, self._eyes.message(person, place, ts), action, value, block_id)
        view = self._view(person, home=home)
        return await self.in_view(person, view, pressed(view.blocks, action, block_id), value)

    async def suggestions(
        self,
        who: str,
        action: str,
        text: str,
        *,
        channel: str | None = None,
        ts: str | None = None,
        home: bool = False,
        block_id: str | None = None,
    ) -> Json:
        """What a menu that asks the app shows for the words typed: in a message, on the home tab, or in the form."""
        person = self._eyes.person(who)
        if ts is not None:
            place = self._eyes.place(person, channel)
            message = self._eyes.message(person, place, ts)
            blocks, where = message.blocks or [], self.suggesting.in_message(place, message)
        else:
            view = self._view(person, home=home)
            blocks, where = view.blocks, self.suggesting.in_view(view)
        return {"options": await self.suggesting.listed(person, where, pressed(blocks, action, block_id), text)}

    def _view(self, person: Person, *, home: bool) -> StoredView:
        view = self._core.views.home(person.id) if home else self._core.views.top(person.id)
        if view is None:
            raise Unseen(f"{person.real_name} has {'no home tab from this app' if home else 'no form open'}.")
        return view

    async def in_view(self, person: Person, view: StoredView, found: Element, value: Any) -> Json:
        """The same for an element that was found already, in a form or on the home tab."""
        if found.is_input and not found.block.get("dispatch_action"):
            raise NoSuchChoice(
                f"{found.label!r} is a field to fill, which tells the app nothing until the form is sent."
            )
        act = await self._act(person, self.suggesting.in_view(view), found, value)
        self._remember(view.typed, found, act)
        return await self.send_from_view(person, view, act)

    async def send_from_view(self, person: Person, view: StoredView, act: Payload) -> Json:
        """Tell the app of an action in a view."""
        trigger = self._core.triggers.issue(person.id, view_id=view.id)
        held = view_json(view, self._core.workspace)
        seen = await self._ask(self._dispatcher.payloads.view_action(self._stamped(act), person, held, trigger))
        view.notice = seen["shown"]
        return seen

    async def _in_message(
        self, person: Person, place: Channel, message: Message, action: str, value: Any, block_id: str | None
    ) -> Json:
        blocks = message.blocks or []
        found = pressed(blocks, action, block_id)
        act = await self._act(person, self.suggesting.in_message(place, message), found, value)
        typed = self._chosen_in_messages[(person.id, place.id, message.ts)]
        self._remember(typed, found, act)
        url = self._urls.new(person.id, place.id, message.ts)
        held, values = message_json(message, self._core.workspace), values_of(blocks, typed)
        origin = Origin(place_of(place), held, url, is_ephemeral=message.ephemeral, values=values)
        trigger = self._core.triggers.issue(person.id)
        return await self._ask(self._dispatcher.payloads.message_action(self._stamped(act), person, origin, trigger))

    async def _ask(self, payload: Payload) -> Json:
        try:
            await self._dispatcher.ask("interactive", payload)
        except NoAck:
            return {"shown": TROUBLE}
        return {"shown": ""}

    async def _act(self, person: Person, where: Payload, found: Element, value: Any) -> Payload:
        if found.type in ASKING:
            return action_of(found, await self.suggesting.chosen(person, where, found, value))
        if found.holds_a_value:
            return action_of(found, answer(found, value, person_id=self.person_id, channel_id=self.channel_id))
        return _pushed(found, value)

    def person_id(self, ref: str) -> str:
        """The id of a person that somebody picks from a list."""
        return self._core.workspace.person(ref).id

    def channel_id(self, ref: str) -> str:
        """The id of a channel that somebody picks from a list."""
        return self._core.workspace.channel(ref).id

    def _stamped(self, act: Payload) -> Payload:
        return {**act, "action_ts": self._core.workspace.new_ts()}

    @staticmethod
    def _remember(typed: Typed, found: Element, act: Payload) -> None:
        if found.holds_a_value:
            field = field_of(found.type)
            typed[(found.block_id, found.action_id)] = {"type": found.type, field: act[field]}


def pressed(blocks: list[Block], wanted: str, block_id: str | None = None) -> Element:
    """The element of that action_id, else the button with those words. Raises NoSuchChoice with all that is there."""
    found = [each for each in elements(blocks) if block_id in (None, each.block_id)]
    for each in found:
        if each.action_id == wanted:
            return each
    for each in found:
        if each.type == "button" and read_plain(each.element["text"]["text"]) == wanted:
            return each
    there = ", ".join(f"{each.label!r} ({each.action_id})" for each in found) or "nothing"
    raise NoSuchChoice(f"There is no {wanted!r} to press; there is {there}.")


def action_of(found: Element, value: Value) -> Payload:
    """A chosen or typed value as it stands in `actions` of block_actions."""
    placeholder = {"placeholder": found.element["placeholder"]} if "placeholder" in found.element else {}
    return {**value, "action_id": found.action_id, "block_id": found.block_id, **placeholder}


def _pushed(found: Element, value: Any) -> Payload:
    act: Payload = {"action_id": found.action_id, "block_id": found.block_id, "type": found.type}
    if found.type == "overflow":
        return act | {"selected_option": option_of(found.options(), value, found.label)}
    if found.type == "feedback_buttons":
        return act | _thumb(found, value)
    if found.type not in {"button", "icon_button"}:
        raise NoSuchChoice(f"{found.label!r} is a {found.type}, which tells the app nothing.")
    shown = {key: found.element[key] for key in ("text", "value", "style", "url", "confirm") if key in found.element}
    return act | shown


def _thumb(found: Element, value: Any) -> Payload:
    """The one of the two feedback buttons with that value or those words."""
    for button in (found.element["positive_button"], found.element["negative_button"]):
        if value in (button["value"], button["text"]["text"]):
            return {"text": button["text"], "value": button["value"]}
    raise NoSuchChoice(f"{found.label!r} has no button {value!r}.")
