"""`close-ties organisation load|check|export`: the organisation as a file."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.asking_slack import once, slack_client
from bot.cli.databases import database_or_end
from bot.cli.endings import HOLES, WRONG, end, said, settings_or_end
from bot.config import Mode, Settings
from bot.organisation.file import OrganisationFileProblems, organisation_text, read_organisation_file
from bot.organisation.findings import Finding
from bot.organisation.holes import findings
from bot.organisation.slack_check import slack_findings
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


@commands.command()
def load(file: FileToRead) -> None:
    """Load the organisation from a file, in place of the one before. Holes are named, and do not stop it."""
    settings = settings_or_end(Mode.OFFLINE)
    organisation = _read_or_end(file)
    _say(findings(organisation))
    with database_or_end(settings) as database, database.write() as session:
        save_organisation(session, organisation)
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
    file.write_text(organisation_text(organisation), encoding="utf-8")
    said.print(f"{organisation.name} is written to {file}.", markup=False)


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
