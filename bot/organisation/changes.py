"""What a load changes, key by key, for the audit trail. Telephone numbers are personal: that one changed is said, not what it was."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.organisation.file import tables_of
from storage.organisation import Organisation

UNSAID = ("phone", "duty_phone", "danger_number")


def changes(before: Organisation | None, after: Organisation) -> dict[str, Any]:
    """The keys of the organisation file whose values differ, each with what it was and what it is; None where there was nothing."""
    old = dict(_flat(tables_of(before))) if before else {}
    new = dict(_flat(tables_of(after)))
    keys = [*new, *(key for key in old if key not in new)]
    return {key: _change(key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)}


def _change(key: str, before: Any, after: Any) -> Any:
    return "changed" if key.rpartition(".")[2] in UNSAID else [before, after]


def _flat(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{path}{key}.")
        elif value not in (None, "", [], False):
            yield f"{path}{key}", [str(each) for each in value] if isinstance(value, list) else value
