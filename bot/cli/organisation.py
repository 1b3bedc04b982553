"""`close-ties organisation load|check|export|go-live`: the organisation as a file."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.asking_slack import once, slack_client
from bot.cli.databases import database_or_end
from bot.cli.desks import BOT, login, said_or_end
from bot.cli.endings import HOLES, WRONG, end, said, settings_or_end, writing_or_end
from bot.clock import SystemClock
from bot.config import Mode, Settings
from bot.keeping.agreement import AGREED
from bot.organisation.changes import changes
from bot.organisation.file import OrganisationFileProblems, organisation_text, read_organisation_file
from bot.organisation.findings import Finding
from bot.organisation.holes import findings
from bot.organisation.slack_check import slack_findings
from storage import audit
from storage.kinds import Subject
from storage.organisation import Organisation, read_organisation, save_organisation

commands = typer.Typer(
    help="The organisation: service areas, leads, press officers, channels, hours.", no_args_is_help=True
)

FileToRead = Annotated[
    Path, typer.Argument(metavar="FILE.toml", help="The organisation, as docs/organisation.md explains.")
]
FileToWrite = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE.toml]", help="Where to write it; printed where none is given.", show_default=False),
]

Dpo = Annotated[str, typer.Option("--dpo", metavar="NAME", help="The data protection officer who agreed.")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day they agreed: 2026-03-04.")]


@commands.command()
def load(file: FileToRead) -> None:
    """Load the organisation from a file, in place of the one before. Holes are named, and do not stop it."""
    settings = settings_or_end(Mode.OFFLINE)
    organisation = _read_or_end(file)
    _say(findings(organisation))
    with database_or_end(settings) as database, database.write() as session:
        changed = changes(read_organisation(session), organisation)
        save_organisation(session, organisation)
        details = {"login": login(), "changes": changed}
        now = SystemClock().now()
        audit.append(
            session, at=now, actor=BOT, action="loaded", subject=Subject.ORGANISATION, subject_id=1, details=details
        )
    said.print(f"{organisation.name} is loaded.", markup=False)


@commands.command()
def check(file: FileToRead) -> None:
    """Name every hole in a file: no lead, no deputy, unknown people, channels without the bot ... Exit code 1 if any."""
    settings = settings_or_end(Mode.OFFLINE)
    organisation = _read_or_end(file)
    found = [*findings(organisation), *_asked_of_slack(organisation, settings)]
    if found:
        end(HOLES, f"{organisation.name}: {_count(found)}.", (finding.sentence for finding in found))
    said.print(f"{organisation.name}: no hole found.", markup=False)


@commands.command()
def export(file: FileToWrite = None) -> None:
    """Write the organisation that is loaded to a file, or print it."""
    settings = settings_or_end(Mode.OFFLINE)
    with database_or_end(settings) as database, database.read() as session:
        organisation = read_organisation(session)
    if organisation is None:
        end(HOLES, "No organisation is loaded yet.", ["Load one: close-ties organisation load FILE.toml"])
    if file is None:
        typer.echo(organisation_text(organisation), nl=False)
        return
    with writing_or_end(file):
        file.write_text(organisation_text(organisation), encoding="utf-8")
    said.print(f"{organisation.name} is written to {file}.", markup=False)


@commands.command("go-live")
def go_live(dpo: Dpo, on: On) -> None:
    """Record that the data protection officer agreed to going live. Until then `run` does not start against Slack itself."""
    agreed = _day_or_end(on)
    said_or_end("--dpo NAME", dpo)
    settings = settings_or_end(Mode.OFFLINE)
    now = SystemClock().now()
    if agreed > now.date():
        end(WRONG, f"{on} has not come yet: record it once they have agreed.")
    details = {"dpo": dpo.strip(), "on": agreed.isoformat(), "login": login()}
    with database_or_end(settings) as database, database.write() as session:
        audit.append(
            session, at=now, actor=BOT, action=AGREED, subject=Subject.ORGANISATION, subject_id=1, details=details
        )
    said.print(f"Recorded: {dpo.strip()} agreed on {agreed.isoformat()}. Close Ties may go live.", markup=False)


def _day_or_end(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        end(WRONG, f"{written!r} is not a date: write it as 2026-03-04.")


def _read_or_end(file: Path) -> Organisation:
    try:
        return read_organisation_file(file)
    except OrganisationFileProblems as refused:
        end(WRONG, f"{file} cannot be used as it is.", refused.problems)


def _asked_of_slack(organisation: Organisation, settings: Settings) -> list[Finding]:
    if not settings.slack_bot_token:
        said.print("Slack itself was not asked: SLACK_BOT_TOKEN is not set.")
        return []
    return once(lambda: slack_findings(organisation, slack_client(settings)))


def _say(found: list[Finding]) -> None:
    for finding in found:
        said.print(f"  • {finding.sentence}", markup=False)


def _count(found: list[Finding]) -> str:
    return "one thing wants putting right" if len(found) == 1 else f"{len(found)} things want putting right"
