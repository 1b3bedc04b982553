"""Answers to someone who asks how this works, types a word we do not know, or writes to the bot."""

from bot.messages.enquiry_form import before_anything
from bot.messages.home import start_buttons
from bot.messages.ids import Action, Command
from bot.messages.message import Message
from bot.messages.mrkdwn import MOST_NAME, inline
from bot.messages.parts import actions, button, quoted, section
from bot.messages.people import duty
from bot.messages.wording import doors, forms, house, rota, sharing
from bot.messages.wording import help as words
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from storage.organisation import Organisation


def command_help(command: Command, organisation: Organisation, person: str) -> Message:
    """What the command does, an example, what else this person may type after it, and who to ring."""
    about, afterwards = words.ABOUT[command], words.AFTERWARDS[command]
    ring = house.HOME_DUTY.format(duty=duty(organisation))
    more = _more(command, organisation, person)
    listed = "\n".join([afterwards, *(words.WORD.format(word=word, meaning=more[word]) for word in more)])
    named = "; ".join(f"{word}: {meaning}" for word, meaning in more.items())
    spoken = " ".join([about, afterwards, *([f"{named}."] if named else []), ring]).replace("*", "")
    return Message(spoken, [section(about), section(listed), section(ring), *actions([_button(command)])])


def _more(command: Command, organisation: Organisation, person: str) -> dict[str, str]:
    """The words after a command, and what each brings: only what this person may use."""
    if command == Command.STORY_IDEA:
        return words.STORIES
    if command == Command.PRESS_OFFICE:
        paused = words.GOOD_NEWS if allowed(Deed.PAUSE_GOOD_NEWS, person, organisation) else {}
        return {**words.PRESS_OFFICE, **paused}
    if command == Command.CAN_I_SHARE:
        return words.SHARES
    lines = words.LINES if allowed(Deed.READ_LINES, person, organisation) else {}
    election = words.PRE_ELECTION if allowed(Deed.SET_PRE_ELECTION, person, organisation) else {}
    return {**words.LOOK_UP, **lines, **election}


def unknown(command: Command, word: str, organisation: Organisation, person: str) -> Message:
    """A subcommand we do not know, answered kindly with what we do."""
    said = words.UNKNOWN.format(word=word, command=command)
    known = command_help(command, organisation, person)
    spoken = words.UNKNOWN.format(word=inline(word, 100), command=command)
    return Message(f"{spoken} {known.text}", [quoted(said, 300), *known.blocks])


def greeting(organisation: Organisation) -> Message:
    """The answer to a direct message: danger and a voice first, what to say to the journalist now, and the two doors."""
    hello = house.GREETING.format(organisation=inline(organisation.name, MOST_NAME))
    parts = [before_anything(organisation), f"{hello} {doors.GREETING_HOW}", forms.SAY_NOW]
    return Message(" ".join(parts), [*(section(part) for part in parts), *actions(start_buttons())])


def _button(command: Command) -> dict[str, object]:
    if command == Command.PRESS_OFFICE:
        return button(Action.ROTA, rota.SEE_ROTA, 0, rota.SEE_ROTA_ABOUT)
    if command == Command.STORY_IDEA:
        return button(Action.NEW_STORY, house.NEW_STORY, "new", style="primary")
    if command == Command.CAN_I_SHARE:
        return button(Action.NEW_SHARE, sharing.NEW, "new", style="primary")
    return button(Action.NEW_ENQUIRY, house.NEW_ENQUIRY, "new", style="primary")
