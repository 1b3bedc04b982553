"""Pictures for the demo's good news: drawn here point by point, so that nobody is a photograph of somebody. The same each time."""

import math
import random
import struct
import zlib
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from itertools import chain

WIDTH, HEIGHT, LIGHTS = 400, 225, 40
GLOW = 26  # how far a light shines
Colour = tuple[int, int, int]
LOAVES = ((95, 150, 78, 40), (305, 152, 80, 42), (200, 172, 92, 46))
"""Middle and half of the width and height of each, the nearest last."""
FLOOR = 186
BOOKS: tuple[Colour, ...] = (
    (178, 58, 60),
    (214, 122, 52),
    (226, 178, 66),
    (112, 150, 76),
    (54, 128, 118),
    (62, 116, 166),
    (74, 82, 148),
    (128, 78, 138),
    (186, 92, 124),
)


def garden_at_night() -> bytes:
    """Dark sky, darker trees, and lights that glow."""
    chance = random.Random(40)  # noqa: S311 - a drawing, no secret
    lights = [(chance.uniform(0, WIDTH), chance.uniform(HEIGHT * 0.3, HEIGHT * 0.85)) for _ in range(LIGHTS)]
    glow = _glow_of(lights)
    return _png(lambda x, y: _garden(x, y, glow.get((x, y), 0.0)))


def loaves_on_a_table() -> bytes:
    """Three round loaves, cut on top, on a wooden table in the morning."""
    return _png(_kitchen)


def nine_books() -> bytes:
    """Thin books of nine colours on a shelf."""
    return _png(_shelf)


def _png(at: Callable[[int, int], Colour]) -> bytes:
    rows = b"".join(b"\0" + bytes(chain.from_iterable(at(x, y) for x in range(WIDTH))) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _garden(x: int, y: int, glow: float) -> Colour:
    """The colour of one point: the sky or a tree before it, and what shines there, 0 to 1."""
    down = y / HEIGHT
    sky: Colour = (18 + int(20 * down), 24 + int(22 * down), 58 + int(38 * down))
    colour = sky if y < _trees(x) else (10, 24 + int(12 * down), 26)
    if not glow:
        return colour
    return (
        int(colour[0] + (255 - colour[0]) * glow),
        int(colour[1] + (205 - colour[1]) * glow),
        int(colour[2] + (110 - colour[2]) * glow),
    )


@cache
def _trees(x: int) -> float:
    """How far down the sky reaches there."""
    return HEIGHT * (0.55 + 0.1 * math.sin(x / 37) + 0.06 * math.sin(x / 11))


def _glow_of(lights: list[tuple[float, float]]) -> dict[tuple[int, int], float]:
    """How much shines at each point that a light reaches, 0 to 1."""
    glow: defaultdict[tuple[int, int], float] = defaultdict(float)
    for at, height in lights:
        for x in range(int(at) - GLOW, int(at) + GLOW + 2):
            for y in range(int(height) - GLOW, int(height) + GLOW + 2):
                if (away := (x - at) ** 2 + (y - height) ** 2) < GLOW**2:
                    glow[x, y] += math.exp(-away / 60)
    return {point: min(shines, 1.0) for point, shines in glow.items()}


def _kitchen(x: int, y: int) -> Colour:
    """The nearest loaf, else its shadow on the table, else the wall with the light from the left."""
    for at, low, wide, high in reversed(LOAVES):
        if abs(x - at) < wide and abs(y - low) < high and (crust := _loaf(x, y, at, low, wide, high)):
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


def _shelf(x: int, y: int) -> Colour:
    """A book with its label, else the shelf they stand on, else the wall."""
    if y >= FLOOR:
        return (186, 140, 98) if y < FLOOR + 5 else (158, 114, 76)
    book, across = divmod(x - 38, 36)
    if not (0 <= book < len(BOOKS) and across < 33 and y > 64 + 7 * (book * 5 % 4)):
        return (236, 229, 216)
    if 8 < across < 25 and 100 < y < 124:
        return (250, 246, 236) if y % 8 else (196, 188, 174)
    red, green, blue = BOOKS[book]
    shade = 34 if across < 4 else 0
    return (red - shade, green - shade, blue - shade)


def _away(x: int, y: int, at: int, low: int, wide: int, high: int) -> float:
    """How far from the middle of an ellipse: 1 is its edge."""
    return ((x - at) / wide) ** 2 + ((y - low) / high) ** 2
