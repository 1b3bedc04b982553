"""What the host of a sandbox may add to its page. The sandbox itself knows nothing of any app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sandbox.records import Json


@dataclass(frozen=True)
class Page:
    """A guided tour, faces, and payloads for the gallery; all of them optional."""

    tour: Json | None = None
    """{"title", "steps": [{"title", "text", "as", "do", "until": {"as", "where", "contains"}}]}; `where` is "inbox", "home",
    "form" or a channel's name."""
    faces: Mapping[str, str] = field(default_factory=dict)
    """SVG pictures by the name or id of a person; the app's bot too."""
    gallery: Mapping[str, Json] = field(default_factory=dict)
    """Payloads to be looked at, by name."""
