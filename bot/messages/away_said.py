"""What is said back to whoever wrote that they are away."""

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.parts import actions, button, context, section
from bot.messages.people import name
from bot.messages.summary_parts import day_name
from bot.messages.wording import absences as words
from bot.rules.absence_words import Heard
from storage.organisation import Organisation


def asked(understood: Heard, value: str, organisation: Organisation) -> Message:
    """Is that right? Nothing is noted yet."""
    text = words.SAID_ASK.format(days=_days(understood), deputy=_deputy(understood, organisation))
    yes = [button(Action.AWAY_YES, words.SAID_YES, value, style="primary")] if _is_whole(understood) else []
    change = button(Action.AWAY, words.SAID_CHANGE if yes else words.SAID_OPEN, value)
    return Message(text, [section(text), *actions([*yes, change])])


def noted(understood: Heard, value: str, organisation: Organisation) -> Message:
    """It is noted: what it means, and the way to put it right."""
    text = words.SAID_NOTED.format(days=_days(understood), deputy=_deputy(understood, organisation))
    row = [
        button(Action.AWAY_HELD, words.SAID_HELD, value),
        button(Action.AWAY, words.SAID_CHANGE, value),
        button(Action.AWAY_BACK, words.SAID_NOT_AWAY, value),
    ]
    return Message(f"{text} {words.SAID_MEANS}", [section(text), context(words.SAID_MEANS), *actions(row)])


def _is_whole(understood: Heard) -> bool:
    return understood.starts_on is not None and understood.ends_on is not None


def _days(understood: Heard) -> str:
    starts, ends = understood.starts_on, understood.ends_on
    if starts is not None and starts == ends:
        return words.SAID_ON.format(day=day_name(starts))
    parts = [(words.SAID_FROM, starts), (words.SAID_UNTIL, ends)]
    said = " ".join(pattern.format(day=day_name(day)) for pattern, day in parts if day is not None)
    return said if _is_whole(understood) else f"{said}, {words.SAID_NO_END if starts else words.SAID_NO_START}"


def _deputy(understood: Heard, organisation: Organisation) -> str:
    if understood.deputy:
        return words.SAID_DEPUTY.format(deputy=name(organisation, understood.deputy))
    return words.SAID_NO_DEPUTY
