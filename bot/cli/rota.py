"""`close-ties rota import|check|export`: who is on call, as a file."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.cli.desks import BOT, desk_or_end, login
from bot.cli.endings import HOLES, WRONG, end, said, writing_or_end
from bot.desk.rota import import_turns, read
from bot.desk.rota_holes import lacking
from bot.keeping.papers import because
from bot.messages.rota_news import hole_words
from bot.rules.rota_file import RotaFileProblems, as_csv, turns_from

commands = typer.Typer(help="The rota: who is on call for the press, and who is duty lead.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True, markup=False)

FileToRead = Annotated[
    Path, typer.Argument(metavar="FILE.csv", help="Columns: kind (press or lead), person, service_area, from, to.")
]
FileToWrite = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE.csv]", help="Where to write it; printed where none is given.", show_default=False),
]


@commands.command("import")
def import_file(file: FileToRead) -> None:
    """Add the turns of a file to the rota. Those that are on it already are left as they are."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as refused:
        end(WRONG, f"{file} cannot be read: {because(refused)}.")
    except UnicodeDecodeError:
        end(WRONG, f"{file} cannot be read: it is not text in UTF-8. From Excel, save it as “CSV UTF-8”.")
    with desk_or_end() as desk:
        try:
            turns = turns_from(text, desk.organisation)
        except RotaFileProblems as refused:
            end(WRONG, f"{file} cannot be used as it is. Nothing was added.", refused.problems)
        added = import_turns(desk, turns, by=BOT, details={"login": login()})
    console.print(f"{_count(added)} added, {len(turns) - added} on the rota already.")


@commands.command()
def check() -> None:
    """Name what the week ahead lacks: hours with nobody, two people at once, people who are away or unknown. Exit code 1 if any."""
    with desk_or_end() as desk:
        organisation = desk.organisation
        holes = lacking(desk)
    sentences = [hole_words(hole, organisation, organisation.name_of) for hole in holes]
    if sentences:
        end(HOLES, "The rota for the week ahead needs a look.", sentences)
    if not organisation.rota:
        said.print("There are no turns on the rota yet.", markup=False)
        return
    said.print("The rota for the week ahead is complete: somebody is there at every hour.", markup=False)


@commands.command()
def export(file: FileToWrite = None) -> None:
    """Write the turns that are not over to a file, or print them."""
    with desk_or_end() as desk:
        turns, organisation = read(desk).turns, desk.organisation
    text = as_csv(turns, organisation)
    if file is None:
        typer.echo(text, nl=False)
        return
    with writing_or_end(file):
        file.write_text(text, encoding="utf-8")
    said.print(f"{_count(len(turns))} written to {file}.", markup=False)


def _count(turns: int) -> str:
    return "1 turn is" if turns == 1 else f"{turns} turns are"
