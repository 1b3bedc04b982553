"""Triggers, and the views that the app has opened before people: modal stacks and home tabs."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sandbox.people.state import Value, Values, carried_over, values_of
from sandbox.records import Json
from sandbox.stored_blocks import as_stored
from sandbox.workspace import Workspace

TRIGGER_LIFE = timedelta(seconds=3)
STACK_LIMIT = 3


class ViewRefused(Exception):  # noqa: N818 - Slack's refusal, not a fault of ours
    """Slack would refuse this; `error` is its word for it, `messages` its further sentences."""

    def __init__(self, error: str, *messages: str) -> None:
        super().__init__(error)
        self.error, self.messages = error, list(messages)


@dataclass
class Trigger:
    person_id: str
    made: datetime
    view_id: str | None
    """The view in which the person acted, if it was in one."""
    used: bool = False


class Triggers:
    """Trigger ids: each good once, within three seconds on the sandbox's clock."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._given: dict[str, Trigger] = {}

    def issue(self, person_id: str, *, view_id: str | None = None) -> str:
        now = self._workspace.clock.now()
        serial = len(self._given) + 1_000_000_000_000
        trigger_id = f"{serial}.{int(now.timestamp())}.{secrets.token_hex(16)}"
        self._given[trigger_id] = Trigger(person_id, now, view_id)
        return trigger_id

    def take(self, trigger_id: str) -> Trigger:
        """Use a trigger up. Raises `ViewRefused` as Slack does for unknown, spent and stale ones."""
        trigger = self._given.get(trigger_id)
        if trigger is None:
            raise ViewRefused("invalid_trigger_id")
        if trigger.used:
            raise ViewRefused("exchanged_trigger_id")
        if self._workspace.clock.now() - trigger.made > TRIGGER_LIFE:
            raise ViewRefused("expired_trigger_id")
        trigger.used = True
        return trigger


@dataclass
class StoredView:
    """A view as Slack holds it for one person, with what that person has put into it so far."""

    id: str
    person_id: str
    payload: Json
    """What the app sent, as stored (ids and defaults filled in)."""
    hash: str
    root_id: str
    previous_id: str | None = None
    typed: dict[tuple[str, str], Value] = field(default_factory=dict)
    """(block_id, action_id) to what the person entered there, shaped as in state.values; the people's side writes it."""
    errors: dict[str, str] = field(default_factory=dict)
    """Sentences shown at blocks after a refused submission."""
    notice: str = ""
    """Slack's own words shown across the view, such as a time-out."""

    @property
    def kind(self) -> str:
        return str(self.payload["type"])

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.payload["blocks"]
        return blocks


class Views:
    """Every open modal stack (at most three high, one a person) and every published home."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._stacks: dict[str, list[StoredView]] = {}
        self._homes: dict[str, StoredView] = {}

    # -- looking

    def stack(self, person_id: str) -> list[StoredView]:
        """A person's modals, the lowest first."""
        return list(self._stacks.get(person_id, ()))

    def top(self, person_id: str) -> StoredView | None:
        """The modal that a person has before them."""
        stack = self._stacks.get(person_id)
        return stack[-1] if stack else None

    def home(self, person_id: str) -> StoredView | None:
        return self._homes.get(person_id)

    def find(self, *, view_id: str | None = None, external_id: str | None = None) -> StoredView | None:
        return next(
            (
                view
                for view in self._all()
                if (view_id and view.id == view_id) or (external_id and view.payload["external_id"] == external_id)
            ),
            None,
        )

    def _all(self) -> list[StoredView]:
        return [view for stack in self._stacks.values() for view in stack] + list(self._homes.values())

    # -- changing

    def open(self, person_id: str, payload: Json) -> StoredView:
        """Put a new modal before a person; one that was open goes away without a word."""
        self._refuse_duplicate(payload)
        view = self._new(person_id, payload)
        self._stacks[person_id] = [view]
        self._workspace.changes.bump()
        return view

    def push(self, person_id: str, payload: Json, *, from_view: str | None) -> StoredView:
        """Put a modal on top of the one in which the person acted."""
        origin = self.find(view_id=from_view) if from_view else self.top(person_id)
        if origin is None:
            raise ViewRefused("not_found")
        if origin.kind != payload["type"]:
            raise ViewRefused(
                "invalid_arguments",
                "must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]",
            )
        self._refuse_duplicate(payload)
        stack = self._stacks[person_id]
        if len(stack) >= STACK_LIMIT:
            raise ViewRefused("push_limit_reached")
        view = self._new(person_id, payload, below=stack[-1])
        stack.append(view)
        self._workspace.changes.bump()
        return view

    def update(self, view: StoredView, payload: Json, *, given_hash: str | None = None) -> StoredView:
        """Change a view in place. What was entered stays where block_id and action_id are the same."""
        if given_hash and given_hash != view.hash:
            raise ViewRefused("hash_conflict")
        if payload["type"] != view.kind:
            raise ViewRefused(
                "invalid_arguments", "must match the `type` of the existing view [json-pointer:/view/type]"
            )
        self._refuse_duplicate(payload, but=view)
        before = view.blocks
        view.payload, view.hash = self._stored(payload), self._new_hash()
        view.typed = carried_over(before, view.typed, view.blocks)
        view.errors, view.notice = {}, ""
        self._workspace.changes.bump()
        return view

    def publish(self, person_id: str, payload: Json, *, given_hash: str | None = None) -> StoredView:
        """Set a person's home tab."""
        existing = self._homes.get(person_id)
        if existing:
            return self.update(existing, payload, given_hash=given_hash)
        self._refuse_duplicate(payload)
        self._homes[person_id] = self._new(person_id, payload)
        self._workspace.changes.bump()
        return self._homes[person_id]

    def close(self, view: StoredView) -> None:
        """Take a modal and whatever lies on it away; the one beneath comes back."""
        stack = self._stacks.get(view.person_id, [])
        if view in stack:
            del stack[stack.index(view) :]
        self._workspace.changes.bump()

    def clear(self, person_id: str) -> None:
        """Take all of a person's modals away."""
        self._stacks.pop(person_id, None)
        self._workspace.changes.bump()

    # -- making

    def _new(self, person_id: str, payload: Json, below: StoredView | None = None) -> StoredView:
        view_id = self._workspace.new_id("V")
        return StoredView(
            id=view_id,
            person_id=person_id,
            payload=self._stored(payload),
            hash=self._new_hash(),
            root_id=below.root_id if below else view_id,
            previous_id=below.id if below else None,
        )

    def _stored(self, payload: Json) -> Json:
        stored: Json = {"private_metadata": "", "callback_id": "", "external_id": "", "close": None, "submit": None}
        stored |= {"clear_on_close": False, "notify_on_close": False, **payload}
        texts = {
            key: {"emoji": True, **stored[key]}
            for key in ("title", "submit", "close")
            if isinstance(stored.get(key), dict)
        }
        return {**stored, **texts, "blocks": as_stored(payload["blocks"], self._workspace.short_id)}

    def _new_hash(self) -> str:
        return f"{int(self._workspace.clock.now().timestamp())}.{secrets.token_hex(4)}"

    def _refuse_duplicate(self, payload: Json, but: StoredView | None = None) -> None:
        external_id = payload.get("external_id")
        if external_id and self.find(external_id=external_id) not in (None, but):
            raise ViewRefused("duplicate_external_id")


def view_json(view: StoredView, workspace: Workspace, values: Values | None = None) -> Json:
    """The view as the app receives it; `values` go into its state instead of what the person has entered."""
    app = workspace.app
    entered = values_of(view.blocks, view.typed) if values is None else values
    return {
        **view.payload,
        "id": view.id,
        "team_id": workspace.team.id,
        "state": {"values": entered},
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id,
        "app_id": app.id if app else "",
        "app_installed_team_id": workspace.team.id,
        "bot_id": app.bot_id if app else "",
    }
