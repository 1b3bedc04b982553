"""`close-ties stories balance`: stories told beside enquiries, as a picture and a table."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desks import desk_or_end, login
from bot.cli.endings import folder_or_end, said, writing_or_end
from bot.desk import balance
from bot.keeping.papers import private_file
from bot.messages.balance_files import files
from bot.rules.working_time import local

commands = typer.Typer(help="Good news in numbers.", no_args_is_help=True)

To = Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where to write the two files.")]
Count = Annotated[int, typer.Option("--quarters", min=1, max=20, help="How many quarters back, this one included.")]


@commands.command("balance")
def write_balance(to: To = Path(), quarters: Count = 4) -> None:
    """Write stories told beside enquiries, by service area and quarter: a picture (SVG) and a table (CSV)."""
    folder_or_end(to)
    with desk_or_end() as desk:
        cells = balance.noted(desk, quarters, {"login": login(), "quarters": quarters})
        day = local(desk.organisation.calendar, desk.clock.now()).date().isoformat()
    made = files(cells, day)
    for one in made:
        with writing_or_end(to / one.name), private_file(to / one.name) as file:
            file.write_bytes(one.content)
    said.print(f"Written: {' and '.join(str(to / one.name) for one in made)}.", markup=False)
