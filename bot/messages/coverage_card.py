"""What a card says of what was published: how much, never what."""

from datetime import datetime

from bot.messages.card_shown import Shown
from bot.messages.parts import section
from bot.messages.wording import responses as words
from storage.brief import Brief
from storage.organisation import Organisation


def part(brief: Brief, _organisation: Organisation, _now: datetime) -> Shown:
    """How many pieces are noted: a count, so it suits a private enquiry too."""
    if not brief.coverage:
        return Shown()
    count = words.ONE_PIECE if len(brief.coverage) == 1 else words.PIECES.format(count=len(brief.coverage))
    return Shown([section(words.CARD_COVERAGE.format(count=count))], words.CARD_COVERAGE_SPOKEN.format(count=count))
