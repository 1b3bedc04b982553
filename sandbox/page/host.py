"""What the host of a sandbox may add to its page. The sandbox itself knows nothing of any app."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sandbox.page.moments import usual_moments
from sandbox.records import Json


@dataclass(frozen=True)
class Page:
    """A guided tour, faces, payloads for the gallery, moments for the clock; all of them optional."""

    tour: Json | None = None
    """{"title", "end", "steps": [{"title", "text", "as", "at", "do": [...], "until": {"as", "where", "contains"}}]}.

    `where` and `at` are "inbox", "home" or a channel's name, `where` also "form". A step ends when the words newly stand there.
    """
    faces: Mapping[str, str] = field(default_factory=dict)
    """SVG pictures by the name or id of a person; the app's bot too."""
    gallery: Mapping[str, Json] = field(default_factory=dict)
    """Payloads to be looked at, by name."""
    moments: Callable[[datetime], Mapping[str, datetime]] = usual_moments
    """Where the stage door may take the clock: from now, in the zone of whoever asks, words to the moments that they lead to."""
