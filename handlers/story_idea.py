"""`/story-idea`, and the answer to one: pick it up, or decline it kindly."""

from datetime import date
from typing import Any

from bot.desk import reading, stories
from bot.messages import help as help_messages
from bot.messages import story_form
from bot.messages.ids import Action, Command, Field, Shortcut, View
from bot.rules.deeds import Deed
from bot.rules.story_form import DeclineForm, StoryForm
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.opening import open_again, open_form
from handlers.subcommands import asks_for_help


def asked(call: Call) -> None:
    """/story-idea: open the form with the words that were typed, or say how it works."""
    words = call.words
    if asks_for_help(words):
        call.answer(help_messages.command_help(Command.STORY_IDEA, call.desk.organisation, call.person))
    else:
        open_form(call, Command.STORY_IDEA, words, _open)


def from_shortcut(call: Call) -> None:
    """The lightning button."""
    open_form(call, Command.STORY_IDEA, "", _open)


def _open(call: Call, words: str) -> None:
    call.open(story_form.view(call.desk.organisation, call.person, words))


def from_button(call: Call) -> None:
    """A button that opens the form, with the words that were kept if there are any."""
    call.ack()
    open_again(call, Command.STORY_IDEA, _open)


def submitted(call: Call) -> None:
    """The idea came back: kept first, and only then closed."""
    until = call.typed(Field.CONSENT_UNTIL)
    form = StoryForm(
        title=call.typed(Field.TITLE),
        what_happened=call.typed(Field.WHAT_HAPPENED),
        credit=call.typed(Field.CREDIT),
        why_it_matters=call.typed(Field.WHY_IT_MATTERS),
        service_area=call.typed(Field.SERVICE_AREA),
        recognisable=call.typed(Field.RECOGNISABLE),
        consent_who=call.typed(Field.CONSENT_WHO),
        consent_how=call.typed(Field.CONSENT_HOW),
        consent_uses=call.ticked(Field.CONSENT_USES),
        consent_until=date.fromisoformat(until) if until else None,
        tell_colleagues="yes" in call.ticked(Field.TELL_COLLEAGUES) or call.typed(Field.TELL_COLLEAGUES) == "yes",
        photos=call.files(Field.PHOTO),
    )
    stories.send_in(call.desk, form, form_id=str(call.view["id"]), person=call.person)
    call.ack()


def pick_up(call: Call) -> None:
    """Pick up."""
    stories.pick_up(call.desk, int(call.value), person=call.person)
    call.ack()


def ask_decline(call: Call) -> None:
    """Decline: the form that asks for the reason and a suggestion."""
    call.ack()
    call.later(lambda: call.open(_decline_form(call)), trouble.say_afterwards(call))


def _decline_form(call: Call) -> dict[str, Any]:
    story, _ = reading.story_to_answer(call.desk, int(call.value), Deed.DECLINE, person=call.person)
    return story_form.decline_view(story, call.desk.organisation)


def declined(call: Call) -> None:
    """The kind no came back, with its reason and suggestion."""
    form = DeclineForm(because=call.typed(Field.DECLINED_BECAUSE), suggestion=call.typed(Field.SUGGESTION))
    stories.decline(call.desk, int(call.metadata), form, person=call.person)
    call.ack()


ROUTES = [
    Route(Kind.COMMAND, Command.STORY_IDEA, asked),
    Route(Kind.SHORTCUT, Shortcut.STORY_IDEA, from_shortcut),
    Route(Kind.ACTION, Action.NEW_STORY, from_button),
    Route(Kind.SUBMISSION, View.STORY, submitted),
    Route(Kind.ACTION, Action.STORY_PICK_UP, pick_up),
    Route(Kind.ACTION, Action.STORY_DECLINE, ask_decline),
    Route(Kind.SUBMISSION, View.STORY_DECLINE, declined),
]
