"""Forms in a person's hands: filling, sending, putting away."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from sandbox.core import Core
from sandbox.delivery.dispatcher import Dispatcher
from sandbox.delivery.envelope import NoAck
from sandbox.people import responses
from sandbox.people.answers import answer, listed
from sandbox.people.checks import refusals
from sandbox.people.commands import TROUBLE
from sandbox.people.eyes import Eyes
from sandbox.people.pressing import Pressing, action_of
from sandbox.people.refusals import NoSuchChoice, NotPossible, Unseen
from sandbox.people.state import Element, Value, elements, field_of, values_of
from sandbox.people.suggesting import ASKING
from sandbox.records import Json, Person
from sandbox.response_urls import ResponseUrls
from sandbox.shapes import file_json
from sandbox.views import StoredView, view_json

LARGEST_FILE = 10 * 1024 * 1024
_TEXT_INPUTS = {"plain_text_input", "email_text_input", "url_text_input", "number_input"}


class Filling:
    """What people do with an open form."""

    def __init__(self, core: Core, dispatcher: Dispatcher, urls: ResponseUrls, eyes: Eyes, pressing: Pressing) -> None:
        self._core, self._dispatcher, self._urls, self._eyes, self._pressing = core, dispatcher, urls, eyes, pressing

    async def form(self, who: str) -> Json | None:
        """The form on top, or None."""
        return self._eyes.form(self._eyes.person(who))

    async def view_as_seen(self, who: str, view_id: str) -> Json | None:
        """One form of the person's pile, or None once it is closed."""
        person = self._eyes.person(who)
        found = next((view for view in self._core.views.stack(person.id) if view.id == view_id), None)
        return self._eyes.form_seen(person, found) if found else None

    async def view_is_open(self, who: str, view_id: str) -> bool:
        """Whether the form is still in the person's pile."""
        return await self.view_as_seen(who, view_id) is not None

    async def fill(self, who: str, values: Mapping[str, Any], *, view_id: str | None = None) -> Json:
        """Write and choose, by block_id (or action_id). Fields that tell the app at once do so."""
        person = self._eyes.person(who)
        view = self._top(person, view_id)
        shown = ""
        for key, plain in values.items():
            found = _field(view, key)
            value = await self._value(person, view, found, plain)
            view.typed[(found.block_id, found.action_id)] = value
            view.errors.pop(found.block_id, None)
            self._core.workspace.changes.bump()
            if _tells_at_once(found):
                shown = (await self._pressing.send_from_view(person, view, action_of(found, value)))["shown"]
        return {"shown": shown, "form": self._eyes.form(person)}

    async def enter(self, who: str, block_id: str) -> Json:
        """Press Enter in a text input; it tells the app where the input asks for that."""
        person = self._eyes.person(who)
        view = self._top(person)
        found = _field(view, block_id)
        if not (found.block.get("dispatch_action") and "on_enter_pressed" in _triggers(found)):
            raise NotPossible(f"Enter does nothing in {found.label!r}.")
        value = values_of(view.blocks, view.typed)[found.block_id][found.action_id]
        return await self._pressing.send_from_view(person, view, action_of(found, value))

    async def suggestions(self, who: str, block_id: str, typed: str) -> list[Json]:
        """What a menu that asks the app offers for the words typed."""
        person = self._eyes.person(who)
        view = self._top(person)
        suggesting = self._pressing.suggesting
        return await suggesting.listed(person, suggesting.in_view(view), _field(view, block_id), typed)

    async def submit(self, who: str, *, view_id: str | None = None) -> Json:
        """Send the form. What Slack's client refuses is never sent; then the app has three seconds."""
        person = self._eyes.person(who)
        view = self._top(person, view_id)
        if not view.payload["submit"]:
            raise NotPossible(f"The form {self._title(view)!r} has nothing to submit.")
        values = values_of(view.blocks, view.typed)
        view.errors, view.notice = refusals(view.blocks, values), ""
        self._core.workspace.changes.bump()
        if not view.errors:
            view.notice = await self._send(person, view)
            self._core.workspace.changes.bump()
        return {"shown": view.notice, "form": self._eyes.form(person)}

    async def _send(self, person: Person, view: StoredView) -> str:
        held = view_json(view, self._core.workspace)
        trigger = self._core.triggers.issue(person.id, view_id=view.id)
        payload = self._dispatcher.payloads.submission(person, held, trigger, self._response_urls(person, view))
        try:
            ack = await self._dispatcher.ask("interactive", payload, answers=True)
        except NoAck:
            return TROUBLE
        try:
            responses.apply(self._core, view, ack.body)
        except responses.WrongAnswer as wrong:
            ack.object_to(str(wrong))
            return TROUBLE
        return ""

    async def close(self, who: str, *, everything: bool = False) -> Json:
        """Cancel the form on top; `everything` is the x in the corner. The app hears of it where the form asks for that."""
        person = self._eyes.person(who)
        view = self._top(person)
        everything = everything or bool(view.payload["clear_on_close"])
        told = self._core.views.stack(person.id)[0] if everything else view
        self._core.views.clear(person.id) if everything else self._core.views.close(view)
        if told.payload["notify_on_close"]:
            held = view_json(told, self._core.workspace)
            try:
                await self._dispatcher.ask(
                    "interactive", self._dispatcher.payloads.closed(person, held, is_cleared=everything)
                )
            except NoAck:
                return {"form": self._eyes.form(person)}  # the form is gone all the same, and the person sees nothing
        return {"form": self._eyes.form(person)}

    def _top(self, person: Person, view_id: str | None = None) -> StoredView:
        view = self._core.views.top(person.id)
        if view is None:
            raise Unseen(f"{person.real_name} has no form open.")
        if view_id not in (None, view.id):
            raise Unseen(f"That form is closed or covered; {person.real_name} has {self._title(view)!r} before them.")
        return view

    @staticmethod
    def _title(view: StoredView) -> str:
        return str(view.payload["title"]["text"])

    async def _value(self, person: Person, view: StoredView, found: Element, plain: Any) -> Value:
        if found.type in ASKING:
            suggesting = self._pressing.suggesting
            return await suggesting.chosen(person, suggesting.in_view(view), found, plain)
        if found.type == "file_input":
            plain = [self._uploaded(person, each) for each in listed(plain or [])]
        pressing = self._pressing
        return answer(found, plain, person_id=pressing.person_id, channel_id=pressing.channel_id)

    def _uploaded(self, person: Person, file: Any) -> Json:
        """A new file, or ({"id": ...}) one that the person has put into a form before."""
        held = self._core.workspace.files.get(str(file.get("id"))) if isinstance(file, Mapping) else None
        if held is not None and held.owner_id == person.id:
            return file_json(held, self._core.workspace)
        name, data = named_file(file)
        if len(data) > LARGEST_FILE:
            raise NotPossible(f"{name} is larger than the 10 MB that a form takes.")
        stored = self._core.workspace.add_file(name, person.id, len(data), data, complete=True, in_form=True)
        return file_json(stored, self._core.workspace)

    def _response_urls(self, person: Person, view: StoredView) -> list[Json]:
        """One for each chosen conversation whose menu asks for it."""
        given: list[Json] = []
        for found in elements(view.blocks):
            if found.is_input and found.element.get("response_url_enabled"):
                value = values_of(view.blocks, view.typed)[found.block_id][found.action_id]
                if channel := value[field_of(found.type)]:
                    place = {"block_id": found.block_id, "action_id": found.action_id, "channel_id": channel}
                    given.append({**place, "response_url": self._urls.new(person.id, channel, family="app")})
        return given


def named_file(file: Any) -> tuple[str, bytes]:
    """A file as (name, bytes), or from JSON as {name, base64}. Raises NoSuchChoice for anything else."""
    if isinstance(file, tuple) and len(file) == 2 and isinstance(file[1], bytes):
        return str(file[0]), file[1]
    if isinstance(file, Mapping) and isinstance(file.get("name"), str) and isinstance(file.get("base64"), str):
        try:
            return file["name"], base64.b64decode(file["base64"], validate=True)
        except ValueError as error:
            raise NoSuchChoice(f"base64 of {file['name']!r} is not base64: {error}") from error
    raise NoSuchChoice("a file is (name, bytes), or name and base64")


def _field(view: StoredView, key: str) -> Element:
    fields = [each for each in elements(view.blocks) if each.holds_a_value]
    for each in fields:
        if key in (each.block_id, each.action_id):
            return each
    there = ", ".join(f"{each.block_id} ({each.label})" for each in fields) or "no field"
    raise NoSuchChoice(f"The form has no field {key!r}; it has {there}.")


def _tells_at_once(found: Element) -> bool:
    """Outside input blocks every choice tells the app; inside them only with dispatch_action."""
    if not found.is_input:
        return True
    if not found.block.get("dispatch_action"):
        return False
    return found.type not in _TEXT_INPUTS or "on_character_entered" in _triggers(found)


def _triggers(found: Element) -> list[str]:
    config = found.element.get("dispatch_action_config") or {}
    return list(config.get("trigger_actions_on") or ["on_enter_pressed"])
