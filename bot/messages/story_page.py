"""The page that *Open* shows of a story idea: all of it, with the buttons for what this reader may do.

Each feature gives one part in a module of its own; `PARTS` is their order on the page.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.messages.ids import View
from bot.messages.mrkdwn import moment
from bot.messages.parts import Block, context, header, modal, pages, quoted, section
from bot.messages.story_card import answer, lines
from bot.messages.story_reader import StoryPart, StoryReader
from bot.messages.wording import house, stories
from bot.messages.wording.names import USE
from bot.rules.consent import has_ended
from bot.rules.working_time import local
from storage.kinds import Use
from storage.organisation import Organisation
from storage.story import Consent
from storage.story_brief import StoryBrief

__all__ = ["PARTS", "StoryPart", "StoryReader", "view"]

MOST_BLOCKS = 100
MOST_CONSENTS = 12


def view(brief: StoryBrief, reader: StoryReader) -> dict[str, Any]:
    """The page, within Slack's hundred blocks."""
    blocks = [block for part in PARTS for block in part(brief, reader)]
    return modal(View.STORY_OPEN, brief.story.reference, blocks[:MOST_BLOCKS], metadata=str(brief.story.id))


def _facts(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    story = brief.story
    return [
        header(story.title),
        section(lines(story, reader.organisation)),
        section(stories.WHAT_HAPPENED),
        *pages(story.what_happened),
        *pages(stories.CREDIT.format(credit=story.credit)),
        *(pages(stories.WHY.format(why=story.why_it_matters)) if story.why_it_matters else []),
    ]


def _agreements(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    return _consents(brief.consents, reader.organisation, reader.now)


def _answered(brief: StoryBrief, _reader: StoryReader) -> list[Block]:
    return answer(brief.story)


def _consents(consents: Sequence[Consent], organisation: Organisation, now: datetime) -> list[Block]:
    """Who has agreed to what, for the first dozen people."""
    shown = [block for consent in consents[:MOST_CONSENTS] for block in _consent(consent, organisation, now)]
    rest = len(consents) - MOST_CONSENTS
    more = [context(house.HOME_MORE.format(count=rest))] if rest > 0 else []
    return [section(stories.CONSENT), *shown, *more] if shown else []


def _consent(consent: Consent, organisation: Organisation, now: datetime) -> list[Block]:
    uses = ", ".join(USE[Use(use)] for use in consent.uses if use in set(Use))
    until = f"{consent.until.day} {consent.until:%B %Y}" if consent.until else stories.CONSENT_NO_END
    return [
        quoted(consent.who, 300),
        *([quoted(stories.CONSENT_HOW.format(how=consent.how), 400)] if consent.how else []),
        section(stories.CONSENT_USES.format(uses=uses, until=until)),
        *_no_longer(consent, organisation, now),
    ]


def _no_longer(consent: Consent, organisation: Organisation, now: datetime) -> list[Block]:
    if consent.withdrawn_at:
        when = moment(consent.withdrawn_at, organisation.calendar.zone)
        return [section(stories.CONSENT_WITHDRAWN.format(moment=when))]
    return [section(stories.CONSENT_RUN_OUT)] if has_ended(consent, local(organisation.calendar, now).date()) else []


PARTS: tuple[StoryPart, ...] = (_facts, _agreements, _answered)
"""The parts of the page, in their order."""
