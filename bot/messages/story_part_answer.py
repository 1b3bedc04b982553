"""The part of a story's page with what the press office does next, and keeps it for: the buttons, the theme, the bank."""

from bot.messages.ids import Action
from bot.messages.mrkdwn import moment
from bot.messages.parts import Block, Element, actions, asking_first, button, choice, context, header, menu
from bot.messages.story_card import CARD_BUTTONS, buttons
from bot.messages.story_reader import StoryReader
from bot.messages.wording import story_answers, story_bank
from bot.rules.deeds import Deed
from bot.rules.story_answers import ASKED_ABOUT
from bot.rules.why_not_told import asked_afresh, is_fresh
from storage.kinds import Recognisable, StoryStatus
from storage.organisation import Organisation
from storage.story_brief import StoryBrief

_DEEDS = {
    Action.STORY_PICK_UP: Deed.PICK_UP,
    Action.STORY_ASK: Deed.ASK_AUTHOR,
    Action.STORY_DECLINE: Deed.DECLINE,
    Action.STORY_TELL: Deed.TELL_HERE,
}


def part(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    """What this reader may do next: the card's buttons, and once it was told, that it was told somewhere else too."""
    story = brief.story
    offered = [one for one in CARD_BUTTONS.get(story.status, ()) if reader.may(_DEEDS[one], brief)]
    if story.status == StoryStatus.TOLD and story.emptied_at is None and reader.may(Deed.TELL_HERE, brief):
        return actions([button(Action.STORY_TELL, story_answers.TELL_TOO, story.id, story.reference)])
    return actions(buttons(story, *offered))


def bank(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    """For another time: its theme, and using it beside a headline."""
    story = brief.story
    kept = story.status in ASKED_ABOUT - {StoryStatus.NEW} and story.emptied_at is None
    if not kept or not reader.may(Deed.SEE_BANK, brief):
        return []
    return [
        header(story_bank.BANK),
        *actions([_themes(brief), *_afresh(brief)]),
        *_how_fresh(brief, reader.organisation),
    ]


def _themes(brief: StoryBrief) -> Element:
    """A menu outside a form: its value names the story too."""
    story = brief.story
    choices = [choice(words, f"{story.id}:{theme}") for theme, words in story_bank.THEMES.items()]
    chosen = [one for one, theme in zip(choices, story_bank.THEMES, strict=True) if theme == story.theme]
    return {
        **menu(choices, story_bank.THEME_CHOOSE, chosen[0] if chosen else None),
        "action_id": Action.STORY_THEME,
    }


def _afresh(brief: StoryBrief) -> list[Element]:
    if brief.story.recognisable == Recognisable.NOBODY or _is_being_asked(brief):
        return []
    return [afresh_button(str(brief.story.id), brief.story.reference)]


def afresh_button(value: str, reference: str) -> Element:
    """Ask the people in it once more, before it stands beside a headline."""
    asking = button(Action.STORY_AFRESH, story_bank.AFRESH, value, reference)
    words = (story_bank.AFRESH_TITLE, story_bank.AFRESH_TEXT, story_bank.AFRESH_YES, story_bank.AFRESH_NO)
    return asking_first(asking, *words)


def _is_being_asked(brief: StoryBrief) -> bool:
    return asked_afresh(brief.questions) is not None and not is_fresh(brief.story, brief.consents, brief.questions)


def _how_fresh(brief: StoryBrief, organisation: Organisation) -> list[Block]:
    if brief.story.recognisable == Recognisable.NOBODY:
        return [context(story_bank.AFRESH_NOT_NEEDED)]
    since = asked_afresh(brief.questions)
    if since is None:
        return []
    said = story_bank.AFRESH_WAITS if _is_being_asked(brief) else story_bank.AFRESH_GIVEN
    return [context(said.format(moment=moment(since, organisation.calendar.zone)))]
