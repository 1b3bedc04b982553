"""What wants mending before it is needed: one message to the press office, which says what is mended as it is."""

from collections.abc import Sequence

from bot.messages.message import Message
from bot.messages.parts import Block, context, header, section
from bot.messages.settings_holes import mending, sentence
from bot.messages.wording import preflight as words
from bot.rules.holes import Hole
from bot.rules.holes_ahead import by_what
from storage.organisation import Organisation

MOST_SHOWN = 20


def message(told: Sequence[Hole], left: Sequence[Hole], organisation: Organisation) -> Message:
    """What was found in the morning; what is left of it has a button that opens the right form."""
    things = by_what(left)
    said = [sentence(one, organisation) for one in things]
    if not left:
        return Message(words.ALL_MENDED, [section(f"*{words.ALL_MENDED}*"), *_mended(told, left, organisation)])
    counted = words.ONE if len(things) == 1 else words.SEVERAL.format(count=len(things))
    more = [context(words.MORE.format(count=len(things) - MOST_SHOWN))] if len(things) > MOST_SHOWN else []
    rows = [section(one, mending(alike[0], organisation)) for one, alike in zip(said, things, strict=True)][:MOST_SHOWN]
    blocks = [header(words.TITLE), context(counted), *rows, *more, *_mended(told, left, organisation)]
    return Message(f"{words.TITLE}: {counted} {' '.join(said[:MOST_SHOWN])}", blocks)


def _mended(told: Sequence[Hole], left: Sequence[Hole], organisation: Organisation) -> list[Block]:
    done = by_what(hole for hole in told if hole not in left)
    return [context(words.MENDED.format(what=sentence(alike, organisation))) for alike in done[:MOST_SHOWN]]
