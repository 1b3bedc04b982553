"""`close-ties enquiries story|export`: one enquiry's whole story, and many enquiries as a table."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from bot.cli.desks import BOT, ForWhom, Restricted, Why, desk_or_end, login, reason_or_end, reference_or_end
from bot.cli.endings import HOLES, WRONG, end, said, writable_or_end, writing_or_end
from bot.desk.work import Desk, Work, verb
from bot.keeping.heads import present_head
from bot.keeping.papers import private_file, write_privately
from bot.keeping.sheets import Format, NotInstalled, check_installed, write
from bot.keeping.story import Story, blacked_out, tell
from bot.keeping.story_html import as_html
from bot.keeping.story_json import as_json
from bot.keeping.table import COLUMNS, Row, Wanted, count, note_export, note_restricted, rows
from bot.rules.reasons import Refused
from storage.brief import Brief, read_brief
from storage.kinds import Status, Subject
from storage.naming import looks_like_slack_id

commands = typer.Typer(help="Enquiries on paper: one's whole story, or many as a table.", no_args_is_help=True)


class StoryFormat(StrEnum):
    """What a story is written as."""

    HTML = "html"
    JSON = "json"


AsFormat = Annotated[StoryFormat, typer.Option("--format", help="A page to read and print, or JSON.")]
To = Annotated[Path, typer.Option("--to", metavar="FILE", help="Where to write it.")]
Redact = Annotated[bool, typer.Option("--redact", help="Black out what is marked, with the reason of each at the end.")]


@commands.command("story")
def story(
    reference: Annotated[str, typer.Argument(metavar="ME-0042", help="Which enquiry.")],
    to: To,
    for_whom: ForWhom,
    why: Why,
    form: AsFormat = StoryFormat.HTML,
    redact: Redact = False,
    restricted: Restricted = False,
) -> None:
    """Write an enquiry's whole story, for an inquiry or a request for information. What may need blacking out is marked."""
    _, enquiry_id = reference_or_end(reference, only=Subject.ENQUIRY)
    details = {**reason_or_end(for_whom, why), "format": form.value, "redacted": redact}
    writable_or_end(to)
    with desk_or_end() as desk:
        told = _tell_or_end(desk, enquiry_id, restricted, details)
    if redact:
        told = blacked_out(told)
    with writing_or_end(to):
        write_privately(to, as_html(told) if form is StoryFormat.HTML else as_json(told))
    marked = len(told.redactions)
    said.print(
        f"{told.reference} is written to {to}. Marked: {marked}, {'blacked out' if redact else 'left as they are'}.",
        markup=False,
    )


def _tell_or_end(desk: Desk, enquiry_id: int, restricted: bool, details: dict[str, object]) -> Story:
    try:
        brief = _read(desk, enquiry_id, restricted, details)
    except Refused:
        end(HOLES, f"There is no ME-{enquiry_id:04d}.")
    if brief is None:
        end(
            HOLES,
            f"ME-{enquiry_id:04d} is restricted. If that is meant, say --restricted too; it goes into the audit trail.",
        )
    with desk.database.read() as session:
        head = present_head(session)
    return tell(
        brief, desk.organisation, head, now=desk.clock.now(), for_whom=str(details["for"]), why=str(details["why"])
    )


@verb
def _read(work: Work, enquiry_id: int, restricted: bool, details: dict[str, object]) -> Brief | None:
    """The brief, once the trail says for whom; None for a restricted one where that was not said."""
    enquiry = work.enquiry(enquiry_id)
    allowed = restricted or not enquiry.restricted
    work.audit(BOT, "story_exported" if allowed else "turned_away", Subject.ENQUIRY, enquiry_id, details)
    return read_brief(work.session, enquiry) if allowed else None


From = Annotated[str, typer.Option("--from", metavar="DATE", help="Raised on this day or later: 2026-03-04.")]
Until = Annotated[str, typer.Option("--to", metavar="DATE", help="Raised on this day or earlier.")]
OnlyStatus = Annotated[Status | None, typer.Option("--status", help="In this state.", show_default=False)]
Area = Annotated[str, typer.Option("--service-area", metavar="KEY", help="Of this service area, by its key.")]
Officer = Annotated[str, typer.Option("--officer", metavar="WHO", help="This press officer's: a Slack id or a name.")]
ToFile = Annotated[Path, typer.Option("--to-file", metavar="FILE", help="Where to write it.")]
AsTable = Annotated[Format, typer.Option("--format", help="What to write.")]


@commands.command("export")
def export(
    to_file: ToFile,
    form: AsTable = Format.CSV,
    since: From = "",
    until: Until = "",
    status: OnlyStatus = None,
    service_area: Area = "",
    officer: Officer = "",
    restricted: Restricted = False,
    for_whom: ForWhom = "",
    why: Why = "",
) -> None:
    """Write enquiries as a table. Of restricted ones only reference, dates, service area and state, unless --restricted."""
    details = reason_or_end(for_whom, why) if restricted else {"login": login(), "for": for_whom, "why": why}
    _installed_or_end(form)
    first, last = _days_or_end(since, until)
    writable_or_end(to_file)
    with desk_or_end() as desk:
        wanted = Wanted(
            since=first,
            until=last,
            status=status,
            service_area=_area_or_end(desk, service_area),
            officer=_officer_or_end(desk, officer),
        )
        total = count(desk, wanted)
        details |= {**wanted.said(), "format": form.value, "restricted": restricted, "count": total}
        note_export(desk, details)
        with writing_or_end(to_file), private_file(to_file) as file:
            found = rows(desk, wanted, words=restricted, first=lambda ids: note_restricted(desk, ids, details))
            write(form, file, COLUMNS, _told(found, total))
    said.print(f"{total:,} {'enquiry' if total == 1 else 'enquiries'} written to {to_file}.", markup=False)


def _told(found: Iterator[Row], total: int) -> Iterator[Row]:
    """The rows, with a bar that shows how far it is."""
    with Progress(console=said, transient=True, disable=not said.is_terminal) as bar:
        task = bar.add_task("Writing", total=total)
        for one in found:
            yield one
            bar.advance(task)


def _installed_or_end(form: Format) -> None:
    try:
        check_installed(form)
    except NotInstalled as missing:
        end(WRONG, str(missing))


def _days_or_end(since: str, until: str) -> tuple[date | None, date | None]:
    first, last = _day_or_end(since), _day_or_end(until)
    if first and last and first > last:
        end(WRONG, f"--from {since} is after --to {until}: no day lies between them.")
    return first, last


def _day_or_end(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        end(WRONG, f"{written!r} is not a date: write it as 2026-03-04.")


def _area_or_end(desk: Desk, key: str) -> str:
    areas = desk.organisation.service_areas
    if key and key not in areas:
        known = f"There are: {', '.join(areas)}." if areas else "No organisation is loaded yet."
        end(WRONG, f"There is no service area {key!r}. {known}")
    return key


def _officer_or_end(desk: Desk, who: str) -> str:
    """The Slack id meant. Somebody who is not in the organisation file any more is known by the id alone."""
    if not who or looks_like_slack_id(who):
        return who
    named = [person.id for person in desk.organisation.people.values() if person.name.casefold() == who.casefold()]
    if len(named) != 1:
        end(
            WRONG,
            f"{len(named) or 'Nobody'} in the organisation file {'are' if named else 'is'} called {who!r}: give a Slack id.",
        )
    return named[0]
