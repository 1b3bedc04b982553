"""What a workspace is made of: its team, people, channels, messages, files and the app installed in it."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

Json = dict[str, Any]

SLACKBOT = "USLACKBOT"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def stable_id(prefix: str, name: str) -> str:
    """An id like U0AMARAOKQ7 that is always the same for the same name, and readable in a log."""
    readable = re.sub(r"[^A-Z0-9]", "", name.upper())[:6]
    digest = hashlib.sha256(f"{prefix}:{name}".encode()).digest()
    tail = "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[: 9 - len(readable)])
    return f"{prefix}0{readable}{tail}"


@dataclass
class Team:
    id: str
    name: str
    domain: str

    @property
    def url(self) -> str:
        return f"https://{self.domain}.slack.com/"


@dataclass
class Person:
    """Somebody (or some bot) with a place in the workspace."""

    id: str
    name: str
    real_name: str
    title: str = ""
    email: str = ""
    tz: str = "Europe/London"
    admin: bool = False
    guest: bool = False
    deactivated: bool = False
    presence: str = "active"
    bot_id: str | None = None
    app_id: str | None = None
    snoozed_until: datetime | None = None
    status_text: str = ""
    status_emoji: str = ""
    status_expiration: int = 0
    updated: int = 0

    @property
    def is_bot(self) -> bool:
        return self.bot_id is not None

    @property
    def is_human(self) -> bool:
        return self.bot_id is None and self.id != SLACKBOT


class ChannelKind(StrEnum):
    """The kinds of conversation, by the names that the Web API uses for `types`."""

    PUBLIC = "public_channel"
    PRIVATE = "private_channel"
    IM = "im"
    MPIM = "mpim"


@dataclass
class Message:
    """A message, or one person's ephemeral when `visible_to` is set."""

    ts: str
    channel_id: str
    text: str
    user_id: str | None = None
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    thread_ts: str | None = None
    subtype: str | None = None
    bot_id: str | None = None
    username: str | None = None
    icons: Json | None = None
    metadata: Json | None = None
    file_ids: list[str] = field(default_factory=list)
    edited: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    visible_to: str | None = None
    client_msg_id: str | None = None
    broadcast: bool = False
    inviter: str | None = None

    @property
    def ephemeral(self) -> bool:
        return self.visible_to is not None

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass
class Channel:
    """A channel, private channel, direct message or group message, with everything said in it."""

    id: str
    name: str
    kind: ChannelKind
    members: list[str] = field(default_factory=list)
    archived: bool = False
    shared: bool = False
    purpose: str = ""
    topic: str = ""
    creator: str = SLACKBOT
    created: int = 0
    messages: dict[str, Message] = field(default_factory=dict)
    replies: dict[str, list[str]] = field(default_factory=dict)
    last_read: dict[str, str] = field(default_factory=dict)
    """How far each person has read: the ts of a message, by person."""

    @property
    def is_im(self) -> bool:
        return self.kind is ChannelKind.IM

    @property
    def is_private(self) -> bool:
        return self.kind is not ChannelKind.PUBLIC

    @property
    def event_kind(self) -> str:
        """The `channel_type` of an event: channel, group, im or mpim."""
        return {"public_channel": "channel", "private_channel": "group"}.get(self.kind.value, self.kind.value)

    def other_than(self, person_id: str) -> str:
        """In a direct message, the member who is not this one."""
        return next((member for member in self.members if member != person_id), person_id)


@dataclass
class File:
    id: str
    name: str
    owner_id: str
    size: int
    title: str = ""
    content: bytes | None = None
    alt_text: str = ""
    created: int = 0
    shares: list[tuple[str, str]] = field(default_factory=list)
    """Where it was shared: (channel id, message ts)."""
    complete: bool = False
    in_form: bool = False
    """Put into a form of the app, which may look at it from then on."""


@dataclass
class Usergroup:
    id: str
    handle: str
    name: str
    members: list[str] = field(default_factory=list)
    description: str = ""
    disabled: bool = False


@dataclass
class App:
    """The app under test as the workspace knows it: its ids and its secrets."""

    id: str
    name: str
    bot_id: str
    bot_user_id: str
    bot_token: str
    app_token: str
    signing_secret: str
    verification_token: str


@dataclass(frozen=True)
class WorkspaceEvent:
    """Something that happened, shaped for the Events API, with whom and what it concerns."""

    event: Json
    channel_id: str | None = None
    person_id: str | None = None
