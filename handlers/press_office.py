"""`/press-office`: who is there, the rota, and being away. What stands after it says which."""

from collections.abc import Callable

from bot.messages import help as help_messages
from bot.messages.ids import Command
from handlers import absence, digest, rota
from handlers.door import Call, Kind, Route
from handlers.subcommands import asks_for_help

SUBCOMMANDS: tuple[Callable[[Call], bool], ...] = (rota.asked_by_word, absence.asked_by_word, digest.asked_by_word)
"""What may stand after the command: each answers and says so, or leaves the words alone."""


def asked(call: Call) -> None:
    """/press-office, with or without a word after it."""
    if asks_for_help(call.words):
        call.answer(help_messages.command_help(Command.PRESS_OFFICE, call.desk.organisation, call.person))
    elif not any(answered(call) for answered in SUBCOMMANDS):
        call.answer(help_messages.unknown(Command.PRESS_OFFICE, call.words, call.desk.organisation, call.person))


ROUTES = [Route(Kind.COMMAND, Command.PRESS_OFFICE, asked)]
