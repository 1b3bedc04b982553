"""What wants mending before it is needed: one message to the press office, which says what is mended as it is."""

from collections.abc import Sequence

from bot.messages.message import Message
from bot.messages.parts import Block, context, header, section
from bot.messages.settings_holes import mending, sentence
from bot.messages.wording import preflight as words
from bot.rules.holes import Hole
from storage.organisation import Organisation

MOST_SHOWN = 20


def message(told: Sequence[Hole], left: Sequence[Hole], organisation: Organisation) -> Message:
    """What was found in the morning; what is left of it has a button that opens the right form."""
    said = [sentence(hole, organisation) for hole in left]
    if not left:
        return Message(words.ALL_MENDED, [section(f"*{words.ALL_MENDED}*"), *_mended(told, left, organisation)])
    counted = words.ONE if len(left) == 1 else words.SEVERAL.format(count=len(left))
    more = [context(words.MORE.format(count=len(left) - MOST_SHOWN))] if len(left) > MOST_SHOWN else []
    rows = [section(one, mending(hole, organisation)) for one, hole in zip(said, left[:MOST_SHOWN], strict=False)]
    blocks = [header(words.TITLE), context(counted), *rows, *more, *_mended(told, left, organisation)]
    return Message(f"{words.TITLE}: {counted} {' '.join(said[:MOST_SHOWN])}", blocks)


def _mended(told: Sequence[Hole], left: Sequence[Hole], organisation: Organisation) -> list[Block]:
    done = [hole for hole in told if hole not in left]
    return [context(words.MENDED.format(what=sentence(hole, organisation))) for hole in done[:MOST_SHOWN]]
