"""A workspace from a TOML file: its team, people, channels and groups."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_type_hints

from sandbox.clock import SandboxClock
from sandbox.records import Channel, ChannelKind, Person, Team, Usergroup, stable_id
from sandbox.workspace import Unknown, Workspace

_PERSON = ("id", "name", "real_name", "title", "email", "tz", "admin", "guest", "deactivated", "presence")
_CHANNEL = {
    "id": str,
    "name": str,
    "private": bool,
    "archived": bool,
    "shared": bool,
    "members": list,
    "bot": bool,
    "purpose": str,
    "topic": str,
}
_GROUP = {"id": str, "handle": str, "name": str, "members": list, "description": str}


class WorkspaceFileError(ValueError):
    """The file does not describe a workspace; the sentence says where and why."""


def load_workspace(source: Path | str | Mapping[str, Any], *, clock: SandboxClock | None = None) -> Workspace:
    """Read a workspace from a path, or from the same structure already parsed.

    Raises `WorkspaceFileError` for unknown or wrong fields and for members whom nobody described.
    """
    data = source if isinstance(source, Mapping) else tomllib.loads(Path(source).read_text(encoding="utf-8"))
    _check("the file", data, {"team": dict, "people": list, "channels": list, "usergroups": list})
    team = data.get("team", {})
    _check("[team]", team, {"id": str, "name": str, "domain": str}, required=("name", "domain"))
    workspace = Workspace(
        Team(id=team.get("id") or stable_id("T", team["domain"]), name=team["name"], domain=team["domain"]), clock=clock
    )
    for entry in data.get("people", ()):
        workspace.add_person(_person(entry))
    for entry in data.get("channels", ()):
        _add_channel(workspace, entry)
    for entry in data.get("usergroups", ()):
        _add_group(workspace, entry)
    return workspace


def _person(entry: Mapping[str, Any]) -> Person:
    hints = get_type_hints(Person)
    _check(
        f"person {entry.get('name', '?')}",
        entry,
        {field: hints[field] for field in _PERSON},
        required=("name", "real_name"),
    )
    if entry.get("presence", "active") not in ("active", "away"):
        raise WorkspaceFileError(f'person {entry["name"]}: presence is "active" or "away", not {entry["presence"]!r}.')
    return Person(**{"id": stable_id("U", entry["name"]), **entry})


def _add_channel(workspace: Workspace, entry: Mapping[str, Any]) -> None:
    where = f"channel {entry.get('name', '?')}"
    _check(where, entry, _CHANNEL, required=("name",))
    channel = Channel(
        id=entry.get("id") or stable_id("C", entry["name"]),
        name=entry["name"],
        kind=ChannelKind.PRIVATE if entry.get("private") else ChannelKind.PUBLIC,
        members=_members(workspace, entry, where),
        archived=entry.get("archived", False),
        shared=entry.get("shared", False),
        purpose=entry.get("purpose", ""),
        topic=entry.get("topic", ""),
    )
    workspace.add_channel(channel)
    if entry.get("bot"):
        workspace.awaiting_bot.append(channel.id)


def _add_group(workspace: Workspace, entry: Mapping[str, Any]) -> None:
    where = f"usergroup {entry.get('handle', '?')}"
    _check(where, entry, _GROUP, required=("handle", "name"))
    group = Usergroup(
        id=entry.get("id") or stable_id("S", entry["handle"]),
        handle=entry["handle"],
        name=entry["name"],
        members=_members(workspace, entry, where),
        description=entry.get("description", ""),
    )
    workspace.usergroups[group.id] = group


def _members(workspace: Workspace, entry: Mapping[str, Any], where: str) -> list[str]:
    try:
        people = [workspace.person(name) for name in entry.get("members", ())]
    except Unknown as unknown:
        raise WorkspaceFileError(f"{where}: {unknown}") from unknown
    return list(dict.fromkeys(person.id for person in people if not person.deactivated))


def _check(where: str, entry: object, fields: Mapping[str, type], required: tuple[str, ...] = ()) -> None:
    if not isinstance(entry, Mapping):
        raise WorkspaceFileError(f"{where}: a table is wanted here, not {entry!r}.")
    for name in required:
        if not entry.get(name):
            raise WorkspaceFileError(f"{where}: {name} is missing.")
    for name, value in entry.items():
        if name not in fields:
            raise WorkspaceFileError(f"{where}: {name} is not a field; known are {', '.join(fields)}.")
        if not isinstance(value, fields[name]):
            raise WorkspaceFileError(f"{where}: {name} should be a {fields[name].__name__}, not {value!r}.")
