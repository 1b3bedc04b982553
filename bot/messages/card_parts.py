"""What features add to an enquiry's card, each a few lines and the sentence that says the same aloud.

`OPEN` is for the card that everyone in the triage channel reads; `PRIVATE` for the card in the restricted channel, where nothing
of the enquiry itself may stand: only who, when and how many.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.messages import (
    coverage_card,
    line_card,
    link_words,
    page_nudges,
    page_press,
    page_similar,
    page_tasks,
    pre_election_note,
    statement_card,
)
from bot.messages.card_shown import CardPart, Shown
from storage.brief import Brief
from storage.organisation import Organisation

OPEN: tuple[CardPart, ...] = (
    page_press.on_card,
    page_similar.on_card,
    link_words.card(names_outlets=True),
    line_card.part,
    statement_card.part,
    coverage_card.part,
    page_tasks.counted,
    page_nudges.on_card,
    pre_election_note.on_card,
)
PRIVATE: tuple[CardPart, ...] = (
    link_words.card(names_outlets=False),
    statement_card.part,
    coverage_card.part,
    page_tasks.counted,
    page_nudges.on_card,
    pre_election_note.on_card,
)


def shown(parts: Sequence[CardPart], brief: Brief, organisation: Organisation, now: datetime) -> Shown:
    """All parts as one."""
    each = [part(brief, organisation, now) for part in parts]
    blocks = [block for one in each for block in one.blocks]
    return Shown(blocks, "".join(f" {one.spoken}" for one in each if one.spoken))
