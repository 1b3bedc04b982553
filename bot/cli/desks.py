"""The desk from the command line: the same verbs as in Slack, one transaction each, and who it is that types."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from bot.cli.databases import database_or_end, there_or_end
from bot.cli.endings import WRONG, end, settings_or_end
from bot.clock import SystemClock
from bot.config import Mode
from bot.desk.work import Desk
from bot.keeping.references import NoReference, read_reference
from storage.kinds import Subject

BOT = "close-ties"
"""The actor of what is done from the command line: nobody is signed in there. The entry's details name the person, and the login."""

NOT_ONE = {
    Subject.ENQUIRY: "an enquiry: their references look like ME-0042",
    Subject.STORY: "a story: their references look like GN-0007",
}

ForWhom = Annotated[str, typer.Option("--for", metavar="NAME", help="Who asks for it. It goes into the audit trail.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="What for. It goes into the audit trail.")]
Restricted = Annotated[
    bool, typer.Option("--restricted", help="Show what is restricted too. Say --for and --why; it goes into the trail.")
]


@contextmanager
def desk_or_end() -> Iterator[Desk]:
    """The desk on the database of the settings, with the organisation read. Ends the command when it cannot be used."""
    settings = settings_or_end(Mode.OFFLINE)
    there_or_end(settings)
    with database_or_end(settings) as database:
        desk = Desk(database, SystemClock())
        desk.refresh()
        yield desk


def login() -> str:
    """Who is signed in to the machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"


def reference_or_end(typed: str, *, only: Subject | None = None) -> tuple[Subject, int]:
    """The record that a reference means; exit code 2 and a sentence when it is none, or another kind."""
    try:
        subject, subject_id = read_reference(typed)
    except NoReference as refused:
        end(WRONG, str(refused))
    if only is not None and subject != only:
        end(WRONG, f"{typed} is not {NOT_ONE[only]}.")
    return subject, subject_id


def said_or_end(option: str, value: str) -> None:
    """Pass where there is something in it; else a sentence and exit code 2."""
    if not value.strip():
        end(WRONG, f"Say {option}: it goes into the audit trail.")


def reason_or_end(for_whom: str, why: str) -> dict[str, object]:
    """The details that say for whom and why; exit code 2 when either is missing."""
    missing = [name for name, value in (("--for NAME", for_whom), ("--why TEXT", why)) if not value.strip()]
    if missing:
        end(WRONG, f"Say {' and '.join(missing)}: it goes into the audit trail.")
    return {"for": for_whom.strip(), "why": why.strip(), "login": login()}
