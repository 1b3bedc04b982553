"""The jigsaw check on a story's page and card: what was told before from the same service, and who has looked at it too."""

from collections.abc import Sequence

from bot.messages.ids import Action
from bot.messages.mrkdwn import moment
from bot.messages.parts import Block, actions, asking_first, button, context, header, quoted_context, section
from bot.messages.people import name, you_or
from bot.messages.story_reader import StoryReader
from bot.messages.summary_parts import day_name
from bot.messages.wording import story_answers as words
from bot.rules.deeds import Deed
from bot.rules.jigsaw import has_second_look, needs_second_look
from bot.rules.story_answers import ASKED_ABOUT
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea
from storage.story_brief import StoryBrief
from storage.story_told import Telling


def part(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    """For the press office alone: the pieces side by side, and the button of whoever may be the second to look."""
    if not needs_second_look(brief.story, brief.consents) or not reader.may(Deed.LOOK_TOO, brief):
        return []
    return [
        header(words.JIGSAW),
        section(words.JIGSAW_WHY),
        *_told_before(brief),
        *(_who_looked(brief.story, reader) if has_second_look(brief.story) else _button(brief, reader)),
    ]


def _told_before(brief: StoryBrief) -> list[Block]:
    if not brief.told_before:
        return [context(words.JIGSAW_NONE)]
    return [quoted_context(_item(telling, story)) for telling, story in brief.told_before]


def _item(telling: Telling, story: StoryIdea) -> str:
    day = f"{day_name(telling.told_on)} {telling.told_on.year}"
    return words.JIGSAW_ITEM.format(reference=story.reference, title=story.title, place=telling.place, day=day)


def _who_looked(story: StoryIdea, reader: StoryReader) -> list[Block]:
    when = moment(story.second_look_at, reader.organisation.calendar.zone) if story.second_look_at else ""
    who = you_or(reader.organisation, story.second_look_by, reader.person)
    return [section(words.JIGSAW_DONE.format(who=who, moment=when))]


def _button(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    story = brief.story
    if reader.person in (story.officer, story.author, *brief.authors):
        return []
    looking = button(Action.STORY_LOOKED, words.LOOKED, story.id, story.reference, "primary")
    text = words.LOOKED_TEXT.format(reference=story.reference)
    return actions([asking_first(looking, words.LOOKED_TITLE, text, words.LOOKED_YES, words.LOOKED_NO)])


def on_card(story: StoryIdea, consents: Sequence[Consent], organisation: Organisation) -> str:
    """One line of the card while it is still to be told; "" where no second look is needed."""
    if not needs_second_look(story, consents) or story.status not in ASKED_ABOUT:
        return ""
    if has_second_look(story):
        return words.JIGSAW_CARD_DONE.format(who=name(organisation, story.second_look_by))
    return words.JIGSAW_CARD
