"""Pictures for the demo's good news: drawn here point by point, so that nobody is a photograph of somebody. The same each time."""

import math
import random
import struct
import zlib
from collections.abc import Callable, Iterator

WIDTH, HEIGHT, LIGHTS = 400, 225, 40
GLOW = 26  # how far a light shines
Colour = tuple[int, int, int]
LOAVES = ((95, 150, 78, 40), (305, 152, 80, 42), (200, 172, 92, 46))
"""Middle and half of the width and height of each, the nearest last."""


def garden_at_night() -> bytes:
    """Dark sky, darker trees, and lights that glow."""
    chance = random.Random(40)  # noqa: S311 - a drawing, no secret
    lights = [(chance.uniform(0, WIDTH), chance.uniform(HEIGHT * 0.3, HEIGHT * 0.85)) for _ in range(LIGHTS)]
    near = [[light for light in lights if abs(light[1] - y) < GLOW] for y in range(HEIGHT)]
    return _png(lambda x, y: _garden(x, y, near[y]))


def loaves_on_a_table() -> bytes:
    """Three round loaves, cut on top, on a wooden table in the morning."""
    return _png(_kitchen)


def _png(at: Callable[[int, int], Colour]) -> bytes:
    rows = b"".join(b"\0" + bytes(part for x in range(WIDTH) for part in at(x, y)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _garden(x: int, y: int, lights: list[tuple[float, float]]) -> Colour:
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
        if away < GLOW**2:
            yield math.exp(-away / 60)


def _kitchen(x: int, y: int) -> Colour:
    """The nearest loaf, else its shadow on the table, else the wall with the light from the left."""
    for loaf in reversed(LOAVES):
        if crust := _loaf(x, y, *loaf):
            return crust
    if y > 150:
        grain = int(6 * math.sin(y / 3 + 2 * math.sin(x / 60)))
        shade = 26 if any(_away(x, y, at, low + 22, wide + 14, 26) < 1 for at, low, wide, _ in LOAVES) else 0
        return (176 + grain - shade, 130 + grain - shade, 88 + grain - shade)
    light = max(0.0, 1 - math.hypot(x - 60, y - 20) / 320)
    return (226 + int(26 * light), 208 + int(34 * light), 184 + int(36 * light))


def _loaf(x: int, y: int, at: int, low: int, wide: int, high: int) -> Colour | None:
    away = _away(x, y, at, low, wide, high)
    if away >= 1:
        return None
    lit = 1 - 0.55 * away - 0.25 * (x - at) / wide - 0.3 * (y - low) / high
    if any(abs(y - low + high * 0.35 + (x - at - turn) * 0.25) < 3 for turn in (-30, 0, 30)) and away < 0.5:
        return (240, 214, 166)
    return (int(150 + 62 * lit), int(86 + 52 * lit), int(34 + 34 * lit))


def _away(x: int, y: int, at: int, low: int, wide: int, high: int) -> float:
    """How far from the middle of an ellipse: 1 is its edge."""
    return ((x - at) / wide) ** 2 + ((y - low) / high) ** 2
