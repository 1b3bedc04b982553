"""Words that could tell who someone is: what to take out, a form that asks once whether they may stay, and a word to who wrote them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.messages.ids import Action, Field
from bot.messages.message import Message
from bot.messages.mrkdwn import channel, cut, listed
from bot.messages.parts import Block, Element, actions, asked, boxes, button, choice, quoted, section
from bot.messages.wording import privacy as words
from bot.rules.privacy import Finding, Kind
from bot.rules.privacy.looked import BOX, Box, box_value
from storage.organisation import Organisation

MOST_QUOTED = 10
_KEPT_KEYS = (
    "type",
    "callback_id",
    "title",
    "submit",
    "close",
    "private_metadata",
    "clear_on_close",
    "notify_on_close",
)


def take_out(said: str, kinds: Iterable[Kind]) -> str:
    """The sentence beside a field: `said` are the words to take out, safe already."""
    kinds = list(kinds)
    return words.TAKE_OUT.format(words=said, what=_looks_like(kinds), instead=_instead(kinds)).strip()


def about_message(
    kinds: Collection[Kind],
    *,
    at: datetime,
    place: str,
    link: str,
    organisation: Organisation,
    about: int = 0,
    note: int = 0,
) -> Message:
    """A private word to someone whose message holds personal details. It has none of them in it.

    `place` is the channel's Slack id, `link` the message's permalink, `about` the id of the enquiry in whose thread it stands, and
    `note` that of the message where it can be said that nobody lives at the address.
    """
    time = f"{at.astimezone(ZoneInfo(organisation.calendar.zone)):%H:%M}"
    kinds = list(kinds)
    said = words.MESSAGE.format(what=_looks_like(kinds), time=time, place=channel(place), instead=_instead(kinds))
    said = f"{said} {words.OR_PUBLIC}" if note else said
    opening = {**button(Action.OWN_MESSAGE, words.OPEN_MESSAGE, about, time), "url": link}
    public = [button(Action.NOTE_PUBLIC, words.PUBLIC, f"{about}:{note}", time)] if note else []
    return Message(said, [section(said), *actions([opening, *public])])


def _looks_like(kinds: list[Kind]) -> str:
    return listed([words.LOOKS_LIKE[kind] for kind in kinds]) or words.SOMETHING


def _instead(kinds: list[Kind]) -> str:
    return " ".join(dict.fromkeys(words.INSTEAD[kind] for kind in kinds))


def asking(view: Mapping[str, Any], found: Mapping[str, tuple[Finding, ...]]) -> dict[str, Any]:
    """The same form, asking below the first field concerned whether these may stay. What was typed stays: no id is changed."""
    blocks = [block for block in view["blocks"] if block.get("block_id") not in (Field.MAY_STAY, Field.MAY_STAY_WORDS)]
    place = next((at for at, block in enumerate(blocks, 1) if block.get("block_id") in found), len(blocks))
    by_box = _by_box(found)
    asks = [quoted(_question(by_box)) | {"block_id": Field.MAY_STAY_WORDS}, _tick(by_box)]
    return same_form(view, [*blocks[:place], *asks, *blocks[place:]])


def same_form(view: Mapping[str, Any], blocks: list[Block]) -> dict[str, Any]:
    """A form as Slack holds it, to be drawn again with these blocks."""
    kept = {key: view[key] for key in _KEPT_KEYS if view.get(key) is not None}
    return {**kept, "blocks": blocks}


def _by_box(found: Mapping[str, tuple[Finding, ...]]) -> dict[Box, list[Finding]]:
    by_box: dict[Box, list[Finding]] = {}
    for each in (one for several in found.values() for one in several):
        by_box.setdefault(BOX[each.kind], []).append(each)
    return by_box


def _question(by_box: Mapping[Box, list[Finding]]) -> str:
    asks = [words.ASK[box].format(words=_quoted_words(found)) for box, found in by_box.items()]
    return "\n".join([words.ASK_INTRO, *asks])


def _quoted_words(found: list[Finding]) -> str:
    several = list(dict.fromkeys(f"“{cut(each.words, 60)}”" for each in found))[:MOST_QUOTED]
    return listed(several)


def _tick(by_box: Mapping[Box, list[Finding]]) -> Block:
    """Optional, since taking the words out is the other answer."""
    choices: list[Element] = [choice(words.BOX[box], box_value(box, found)) for box, found in by_box.items()]
    return asked(Field.MAY_STAY, words.MAY_STAY, boxes(choices), optional=True)
