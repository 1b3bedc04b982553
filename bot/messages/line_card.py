"""What a card says of lines: that one may fit, by its topic. Only open lines come to a card, and only to an open enquiry's."""

from datetime import datetime

from bot.messages.card_shown import Shown
from bot.messages.mrkdwn import inline
from bot.messages.parts import quoted_context
from bot.messages.wording import lines as words
from bot.rules.lines import fitting
from storage.brief import Brief
from storage.organisation import Organisation


def part(brief: Brief, _organisation: Organisation, _now: datetime) -> Shown:
    """The best fit."""
    fits = [fit for fit in fitting(brief.enquiry, brief.lines) if not fit.line.restricted]
    if brief.enquiry.restricted or not fits:
        return Shown()
    topic = fits[0].line.topic
    return Shown([quoted_context(words.CARD.format(topic=topic))], words.CARD_SPOKEN.format(topic=inline(topic, 150)))
