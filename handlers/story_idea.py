"""`/story-idea`: its form, and one's own ideas and drafts."""

from bot.desk import story_drafts
from bot.messages import help as help_messages
from bot.messages import story_drafts as own_lists
from bot.messages import story_form
from bot.messages.ids import Action, Command, Shortcut
from handlers.door import Call, Kind, Route
from handlers.opening import open_again, open_form
from handlers.story_bank import asked_to_see
from handlers.subcommands import asks_for_help

MINE, DRAFTS = "mine", "drafts"


def asked(call: Call) -> None:
    """/story-idea: open the form with the words that were typed, or say how it works."""
    words = call.words
    if asks_for_help(words):
        call.answer(help_messages.command_help(Command.STORY_IDEA, call.desk.organisation, call.person))
    elif words.casefold() in {MINE, DRAFTS}:
        _list_own(call, drafts=words.casefold() == DRAFTS)
    elif not asked_to_see(call):
        open_form(call, Command.STORY_IDEA, words, _open)


def _list_own(call: Call, *, drafts: bool) -> None:
    """Mine, or drafts: one's own alone, each with its button."""
    ideas = story_drafts.written_by(call.desk, call.person, drafts=drafts)
    call.answer(own_lists.mine(ideas, call.desk.organisation, drafts=drafts))


def from_shortcut(call: Call) -> None:
    """The lightning button."""
    open_form(call, Command.STORY_IDEA, "", _open)


def _open(call: Call, words: str) -> None:
    call.open(story_form.view(call.desk.organisation, call.person, words))


def from_button(call: Call) -> None:
    """A button that opens the form, with the words that were kept if there are any."""
    call.ack()
    open_again(call, Command.STORY_IDEA, _open)


ROUTES = [
    Route(Kind.COMMAND, Command.STORY_IDEA, asked),
    Route(Kind.SHORTCUT, Shortcut.STORY_IDEA, from_shortcut),
    Route(Kind.ACTION, Action.NEW_STORY, from_button),
]
