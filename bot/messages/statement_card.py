"""The part of a card about the statement: who has signed it off and who is asked. Never a word of it, so it suits a private one too."""

from datetime import datetime

from bot.messages.card_shown import Shown
from bot.messages.parts import section
from bot.messages.statement_facts import standing
from bot.messages.wording import statements as words
from storage.brief import Brief
from storage.kinds import Status
from storage.organisation import Organisation


def part(brief: Brief, organisation: Organisation, _: datetime) -> Shown:
    """Until the answer has gone."""
    said = standing(brief, organisation)
    if not said or brief.enquiry.status in (Status.RESPONDED, Status.CLOSED):
        return Shown()
    return Shown([section(words.CARD.format(said=said))], words.SPOKEN_CARD.format(said=said))
