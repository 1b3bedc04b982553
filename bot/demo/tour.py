"""The guided tour: its words are in tour.toml, so that whoever writes them need not read Python."""

import tomllib
from typing import Any

from bot.demo import HERE


def tour() -> dict[str, Any]:
    """The tour as the sandbox's page takes it: a title, and steps that each end when something has really happened."""
    return tomllib.loads((HERE / "tour.toml").read_text(encoding="utf-8"))
