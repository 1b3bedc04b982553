"""Slash commands and shortcuts: what a person starts without a message or form in hand."""

from __future__ import annotations

import re

from sandbox.core import Core
from sandbox.delivery.dispatcher import Dispatcher
from sandbox.delivery.envelope import Ack, NoAck
from sandbox.delivery.payloads import Origin, Place
from sandbox.people.eyes import Eyes
from sandbox.people.refusals import NotPossible
from sandbox.records import Channel, ChannelKind, Json, Person
from sandbox.response_urls import AnswerRefused, ResponseUrl, ResponseUrls
from sandbox.shapes import message_json

TROUBLE = "We had some trouble connecting. Try again?"
"""What Slack says when the app does not answer a form, a button or a shortcut in time."""

_COMMAND_ERRORS = {
    "timeout": "operation_timeout",
    "http_timeout": "operation_timeout",
    "connection_failed": "dispatch_failed",
    "http_error": "http_service_error",
}
_NAME = re.compile(r"(?<!\S)([@#])([\w.-]*\w)")


class Commands:
    """Sends commands and shortcuts, and tells what the person saw."""

    def __init__(self, core: Core, dispatcher: Dispatcher, urls: ResponseUrls, eyes: Eyes) -> None:
        self._core, self._dispatcher, self._urls, self._eyes = core, dispatcher, urls, eyes

    async def command(self, who: str, text: str, channel: str | None = None) -> Json:
        """Type a slash command. `shown` is what the person saw at once; `failed` says whether that is Slack's own error."""
        person = self._eyes.person(who)
        place = self._eyes.place(person, channel)
        name, _, words = text.strip().partition(" ")
        known = self._core.manifest.commands.get(name)
        if known is None:
            return _failed(
                f"{name} is not a valid command. In Slack, all messages that start with the “/” character "
                "are interpreted as commands."
            )
        words = self._escaped(words.strip()) if known.should_escape else words.strip()
        url = self._urls.new(person.id, place.id, family="commands")
        trigger = self._core.triggers.issue(person.id)
        payload = self._dispatcher.payloads.command(name, words, person, place_of(place), trigger, url)
        try:
            ack = await self._dispatcher.ask("slash_commands", payload, answers=True)
        except NoAck as silence:
            return _failed(f'{name} failed with the error "{_COMMAND_ERRORS[silence.reason]}"')
        return self._shown(person, place, name, ack)

    def _shown(self, person: Person, place: Channel, name: str, ack: Ack) -> Json:
        """An ack with words in it is a message, for the person alone unless it says otherwise."""
        if not (ack.body.get("text") or ack.body.get("blocks") or ack.body.get("attachments")):
            return {"shown": "", "failed": False, "message": None}
        here = ResponseUrl(person.id, place.id, self._core.clock.now())
        try:
            message = self._urls.answer(here, {key: value for key, value in ack.body.items() if "original" not in key})
        except AnswerRefused as refused:
            ack.object_to(f"{refused.error} {'; '.join(refused.problems)}".strip())
            return _failed(f'{name} failed with the error "{refused.error}"')
        seen = self._eyes.seen(person, message) if message else None
        return {"shown": seen["readable"] if seen else "", "failed": False, "message": seen}

    async def shortcut(self, who: str, callback_id: str, channel: str | None = None, ts: str | None = None) -> Json:
        """Use a global shortcut, or with `channel` and `ts` one from that message's menu."""
        person = self._eyes.person(who)
        known = self._core.manifest.shortcuts.get(callback_id)
        kind = "message" if ts else "global"
        if known is None or known.kind != kind:
            offered = [each.callback_id for each in self._core.manifest.shortcuts.values() if each.kind == kind]
            raise NotPossible(f"There is no {kind} shortcut {callback_id!r}; there is {', '.join(offered) or 'none'}.")
        payload = self._message_shortcut(person, callback_id, channel, ts) if ts else self._global(person, callback_id)
        try:
            await self._dispatcher.ask("interactive", payload)
        except NoAck:
            return {"shown": TROUBLE}
        return {"shown": ""}

    def _global(self, person: Person, callback_id: str) -> Json:
        now, trigger = self._core.workspace.new_ts(), self._core.triggers.issue(person.id)
        return self._dispatcher.payloads.global_shortcut(callback_id, person, trigger, now)

    def _message_shortcut(self, person: Person, callback_id: str, channel: str | None, ts: str) -> Json:
        place = self._eyes.place(person, channel)
        message = self._eyes.message(person, place, ts)
        if message.ephemeral:
            raise NotPossible("A message that only one person sees has no shortcuts.")
        url = self._urls.new(person.id, place.id, message.ts, family="app")
        origin = Origin(place_of(place), message_json(message, self._core.workspace), url)
        now, trigger = self._core.workspace.new_ts(), self._core.triggers.issue(person.id)
        return self._dispatcher.payloads.message_shortcut(callback_id, person, origin, trigger, now)

    def _escaped(self, words: str) -> str:
        """With `should_escape`, names of people and channels become `<@U..|name>` and `<#C..|name>`."""
        return _NAME.sub(lambda found: self._mention(found[1], found[2]) or found[0], words)

    def _mention(self, sign: str, name: str) -> str | None:
        try:
            found = self._core.workspace.person(name) if sign == "@" else self._core.workspace.channel(name)
        except LookupError:
            return None
        return f"<{sign}{found.id}|{found.name}>"


def place_of(channel: Channel) -> Place:
    """A conversation as interactive payloads name it: only public channels go by their own name."""
    other = {ChannelKind.IM: "directmessage", ChannelKind.PRIVATE: "privategroup"}
    return Place(channel.id, other.get(channel.kind, channel.name))


def _failed(words: str) -> Json:
    return {"shown": words, "failed": True, "message": None}
