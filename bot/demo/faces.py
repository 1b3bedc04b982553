"""The faces of Northbank: drawn here from a few plain shapes, so that nobody is a photograph of somebody."""

from dataclasses import dataclass

from bot.demo.hair import BEHIND, IN_FRONT

SKIN = {"light": "#f3cfb3", "fair": "#e8b48f", "olive": "#d29a6b", "brown": "#a96b43", "dark": "#74452b"}
SHADE = {"light": "#e2b391", "fair": "#d2976f", "olive": "#b77f51", "brown": "#8c5433", "dark": "#59331f"}
INK = "#2b2230"


@dataclass(frozen=True)
class Face:
    """What somebody looks like. Colours are `#rrggbb`; `hair` names a shape of `hair.py`."""

    skin: str
    hair: str
    hair_colour: str
    clothes: str
    ground: str
    glasses: bool = False
    beard: bool = False
    earrings: str = ""
    fringe: str = ""


FACES = {
    "amara.okafor": Face("dark", "afro", "#2a1c1a", "#e8a13c", "#fbe8c8", earrings="#e8c15a"),
    "tomasz.zielinski": Face("light", "short", "#8a5a34", "#4c7a8f", "#d8e8ee", beard=True),
    "priya.nair": Face("brown", "long", "#20181c", "#b0405f", "#f6d9df", earrings="#e8c15a"),
    "dewi.hughes": Face("light", "curly", "#a4502a", "#3f6b4d", "#dcecdc", glasses=True),
    "helen.brooks": Face("light", "bob", "#b9b2ad", "#4b3a6b", "#e3dcf0", glasses=True),
    "marcus.bell": Face("dark", "shaved", "#241a18", "#35507a", "#d6e0f0", beard=True),
    "shirin.daryaei": Face("olive", "bob", "#3a2420", "#1f7a78", "#d3ecea"),
    "joan.whitfield": Face("fair", "bun", "#8f8a88", "#5a5560", "#e9e4e0", glasses=True, earrings="#f4f1ec"),
    "rosa.lindqvist": Face("light", "plait", "#d9b15f", "#c9603f", "#fbe0d4"),
    "ibrahim.saleh": Face("brown", "short", "#1f1818", "#6d7f3a", "#e9edd2", beard=True),
    "grace.adeyemi": Face("dark", "headwrap", "#7d4fa0", "#d9813f", "#ece0f3", earrings="#e8c15a"),
    "callum.reid": Face("fair", "swept", "#c2803c", "#2f7fb0", "#d5e9f5"),
    "yusuf.karaca": Face("olive", "balding", "#4a3a34", "#7a4a4a", "#f0ded6", glasses=True),
}
"""By the names of `workspace.toml`."""


def faces() -> dict[str, str]:
    """SVG pictures by name, the bot's own among them."""
    return {**{name: drawn(face) for name, face in FACES.items()}, "close_ties": KNOT}


def drawn(face: Face) -> str:
    """One face as an SVG picture, square, to be shown at any size."""
    skin, shade = SKIN[face.skin], SHADE[face.skin]
    parts = [
        f'<rect width="96" height="96" fill="{face.ground}"/>',
        BEHIND.get(face.hair, "").format(hair=face.hair_colour),
        f'<path d="M12 100c2-20 17-27 36-27s34 7 36 27z" fill="{face.clothes}"/>',
        f'<path d="M39 60h18v13c0 6-18 6-18 0z" fill="{shade}"/>',
        '<path d="M36 75c5 7 19 7 24 0l-4-3c-3 4-13 4-16 0z" fill="#fff" opacity=".55"/>',
        f'<ellipse cx="27.5" cy="48" rx="4" ry="5.5" fill="{shade}"/><ellipse cx="68.5" cy="48" rx="4" ry="5.5" fill="{shade}"/>',
        f'<path d="M28 42c0-15 8-22 20-22s20 7 20 22c0 16-9 26-20 26S28 58 28 42z" fill="{skin}"/>',
        _beard(face) if face.beard else "",
        IN_FRONT.get(face.hair, "").format(hair=face.hair_colour),
        _features(shade, bearded=face.beard),
        _GLASSES if face.glasses else "",
        f'<circle cx="27" cy="55.5" r="2" fill="{face.earrings}"/><circle cx="69" cy="55.5" r="2" fill="{face.earrings}"/>'
        if face.earrings
        else "",
    ]
    return _picture("".join(parts))


def _features(shade: str, *, bearded: bool) -> str:
    lips = "#f6dcd0" if bearded else shade
    return (
        f'<g fill="{INK}"><circle cx="40" cy="45" r="2.3"/><circle cx="56" cy="45" r="2.3"/></g>'
        f'<g fill="none" stroke-linecap="round"><path d="M36 39.5q4-2.6 7.500M52.5 39.500q4-2.5 7.5 0" stroke="{INK}" stroke-width="0"/>'
        f'<path d="M36.5 39.500q3.5-2.4 7 0M52.5 39.500q3.5-2.4 7 0" stroke="{INK}" stroke-width="1.5" opacity=".75"/>'
        f'<path d="M48 47.500l-1.5 5q1.5 1 3 0" stroke="{shade}" stroke-width="1.6"/>'
        f'<path d="M42 57.500q6 5 12 0" stroke="{lips if bearded else INK}" stroke-width="1.9" opacity=".9"/></g>'
    )


def _beard(face: Face) -> str:
    return (
        f'<path d="M28.5 47c1.5 15 9 22.5 19.5 22.500S66 62 67.5 47c-3 6-6 7-10 6.5-6-.8-13-.8-19 0-4 .5-7-.5-10-6.500z" '
        f'fill="{face.hair_colour}"/>'
    )


_GLASSES = (
    f'<g fill="#fff" fill-opacity=".25" stroke="{INK}" stroke-width="1.6"><circle cx="40" cy="45.5" r="6"/>'
    '<circle cx="56" cy="45.5" r="6"/>'
    '<path d="M46 45q2-1.5 4 0M34 44.500l-6-1M62 44.500l6-1" fill="none"/></g>'
)


def _picture(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">{inside}</svg>'


KNOT = _picture(
    '<rect width="96" height="96" fill="#3b1f47"/>'
    '<g fill="none" stroke-width="9" stroke-linecap="round">'
    '<path d="M18 62c0-16 14-24 30-14s30 2 30-14" stroke="#f2b35e"/>'
    '<path d="M18 34c0 16 14 24 30 14s30-2 30 14" stroke="#7fd0c4"/>'
    '<path d="M40 51.500c3-2.5 5.5-3 8-3.5" stroke="#f2b35e"/></g>'
)
"""The bot: two threads, tied."""
