"""Which pictures can be shown in Slack."""

from collections.abc import Mapping
from typing import Any

KINDS = frozenset({"image/png", "image/jpeg", "image/gif"})
MOST_BYTES = 10 * 1024 * 1024

GOOD, NOT_A_PICTURE, TOO_LARGE, GONE = "good", "not_a_picture", "too_large", "gone"


def state_of(kind: str, size: int) -> str:
    """What can be said of a file of this kind (as in "image/png") and size in bytes."""
    if kind not in KINDS:
        return NOT_A_PICTURE
    return TOO_LARGE if size > MOST_BYTES else GOOD


def pictures_in(message: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the pictures in a message as Slack gives it; other files are none of ours."""
    files = message.get("files") or []
    return tuple(str(one["id"]) for one in files if str(one.get("mimetype") or "").startswith("image/"))
