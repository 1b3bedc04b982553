"""A workspace kept in a file, so that the next start goes on where this one ended: same ids, same timestamps, same time of day.

Kept is what Slack would keep: people, channels, messages, files, groups, the installed app, home tabs. Not kept is what would not
outlive a restart of Slack's client either: open forms, triggers, response URLs, sockets, faults, and the log of the traffic.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sandbox.clock import SandboxClock
from sandbox.records import App, Channel, ChannelKind, File, Json, Message, Person, Team, Usergroup
from sandbox.workspace import Workspace

if TYPE_CHECKING:
    from sandbox.server import Sandbox

FORMAT = 1


class NotASavedWorkspace(ValueError):  # noqa: N818 - reads as what it is
    """The file holds no workspace that this version can read; the sentence says why."""


def save(slack: Sandbox, file: Path) -> None:
    """Write the workspace of a running sandbox, whole or not at all. Not to be called on its loop."""
    _write(slack.on_loop(as_json, slack), file)


def as_json(slack: Sandbox) -> Json:
    """Everything that is kept. To be called on the sandbox's loop."""
    workspace, views = slack.workspace, slack.core.views
    return {
        "format": FORMAT,
        "now": slack.clock.now().isoformat(),
        "counts": {"ts": workspace.last_ts, "serial": workspace.serial, "version": workspace.changes.version},
        "team": asdict(workspace.team),
        "app": asdict(workspace.app) if workspace.app else None,
        "people": [asdict(each) for each in workspace.people.values()],
        "channels": [asdict(each) for each in workspace.channels.values()],
        "files": [asdict(each) for each in workspace.files.values()],
        "usergroups": [asdict(each) for each in workspace.usergroups.values()],
        "homes": {each: home.payload for each in workspace.people if (home := views.home(each))},
    }


def load(file: Path) -> tuple[Workspace, Callable[[Sandbox], None]]:
    """The workspace, its clock where it was and running on, and what to do with the sandbox that it is given to, before it starts.

    Raises `NotASavedWorkspace`, and `OSError` when the file cannot be read.
    """
    try:
        saved = json.loads(file.read_text(encoding="utf-8"))
        if saved["format"] != FORMAT:
            raise NotASavedWorkspace(f"{file.name} was written by another version of the sandbox.")
        return _workspace(saved), lambda slack: _publish(slack, saved["homes"])
    except (ValueError, KeyError, TypeError) as wrong:
        if isinstance(wrong, NotASavedWorkspace):
            raise
        raise NotASavedWorkspace(f"{file.name} is damaged: {type(wrong).__name__}.") from wrong


def _workspace(saved: Json) -> Workspace:
    workspace = Workspace(Team(**saved["team"]), clock=SandboxClock(datetime.fromisoformat(saved["now"])))
    workspace.app = App(**saved["app"]) if saved["app"] else None
    workspace.people = {each["id"]: _person(each) for each in saved["people"]}
    workspace.channels = {each["id"]: _channel(each) for each in saved["channels"]}
    workspace.files = {each["id"]: _file(each) for each in saved["files"]}
    workspace.usergroups = {each["id"]: Usergroup(**each) for each in saved["usergroups"]}
    counts = saved["counts"]
    workspace.last_ts, workspace.serial = int(counts["ts"]), int(counts["serial"])
    workspace.changes.version = int(counts["version"]) + 1  # a page left open sees that something happened
    return workspace


def _publish(slack: Sandbox, homes: Json) -> None:
    for person, payload in homes.items():
        slack.core.views.publish(person, payload)


def _person(saved: Json) -> Person:
    snoozed = saved["snoozed_until"]
    return Person(**{**saved, "snoozed_until": datetime.fromisoformat(snoozed) if snoozed else None})


def _channel(saved: Json) -> Channel:
    messages = {ts: Message(**message) for ts, message in saved["messages"].items()}
    return Channel(**{**saved, "kind": ChannelKind(saved["kind"]), "messages": messages})


def _file(saved: Json) -> File:
    content = saved["content"]
    shares = [(channel, ts) for channel, ts in saved["shares"]]
    return File(**{**saved, "content": None if content is None else base64.b64decode(content), "shares": shares})


def _write(saved: Json, file: Path) -> None:
    beside = file.with_name(f"{file.name}.new")
    with beside.open("w", encoding="utf-8") as out:
        json.dump(saved, out, ensure_ascii=False, default=_plain)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)


def _plain(value: object) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(f"{type(value).__name__} cannot be kept.")
