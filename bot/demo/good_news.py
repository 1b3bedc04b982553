"""The week's good news at Northbank: a picture of the garden at night, and the preview as Priya leaves it."""

import math
import random
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.desk import digest_preview, digests
from bot.rules.digest_form import OpeningForm
from bot.rules.edit_form import mark_of
from storage.digest import open_digests

if TYPE_CHECKING:
    from bot.demo.stage import Stage

PICTURE = "garden-at-night.png"
PICTURE_WORDS = "A garden at night, with forty small lights hanging between the trees."
OPENING = "Two stories this week, and both began with somebody staying a little longer. Thank you for telling us."
WIDTH, HEIGHT, LIGHTS = 400, 225, 40
Colour = tuple[int, int, int]


def looked_at(stage: "Stage") -> None:
    """The preview has come: Priya gives it an opening and says that it can go."""
    desk, priya = stage.bot.desk, stage.slack.person("priya").id
    digests.tick(desk)
    stage.wait_until_quiet()
    with desk.database.read() as session:
        shown = open_digests(session)[-1]
    digest_preview.open_with(desk, shown.id, OpeningForm(opening=OPENING, seen=mark_of(shown.opening)), person=priya)
    digest_preview.approve(desk, shown.id, person=priya)
    stage.wait_until_quiet()


def garden_at_night() -> bytes:
    """A drawing as a PNG: dark sky, darker trees, and lights that glow. The same each time."""
    chance = random.Random(40)  # noqa: S311 - a drawing, no secret
    lights = [(chance.uniform(0, WIDTH), chance.uniform(HEIGHT * 0.3, HEIGHT * 0.85)) for _ in range(LIGHTS)]
    rows = b"".join(b"\0" + bytes(part for x in range(WIDTH) for part in _at(x, y, lights)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _at(x: int, y: int, lights: list[tuple[float, float]]) -> Colour:
    """The colour of one point: the sky or a tree before it, and what shines there."""
    down = y / HEIGHT
    ground = HEIGHT * (0.55 + 0.1 * math.sin(x / 37) + 0.06 * math.sin(x / 11))
    sky: Colour = (18 + int(20 * down), 24 + int(22 * down), 58 + int(38 * down))
    colour = sky if y < ground else (10, 24 + int(12 * down), 26)
    glow = min(sum(_glows(x, y, lights)), 1.0)
    return (
        int(colour[0] + (255 - colour[0]) * glow),
        int(colour[1] + (205 - colour[1]) * glow),
        int(colour[2] + (110 - colour[2]) * glow),
    )


def _glows(x: int, y: int, lights: list[tuple[float, float]]) -> Iterator[float]:
    for at, height in lights:
        away = (x - at) ** 2 + (y - height) ** 2
        if away < 700:
            yield math.exp(-away / 60)
