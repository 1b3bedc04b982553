"""`close-ties stories balance|hold`: stories told beside enquiries on paper, and a change of mind that came by letter."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desks import Why, desk_or_end, login, reference_or_end
from bot.cli.endings import HOLES, WRONG, end, folder_or_end, said
from bot.desk import balance, changes_of_mind
from bot.keeping.papers import private_file
from bot.messages.balance_files import files
from bot.rules.reasons import Refused
from bot.rules.working_time import local
from storage.kinds import Subject

commands = typer.Typer(help="Good news: its numbers, and a story that is to be held.", no_args_is_help=True)

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
        with private_file(to / one.name) as file:
            file.write_bytes(one.content)
    said.print(f"Written: {' and '.join(str(to / one.name) for one in made)}.", markup=False)


@commands.command("hold")
def hold_story(
    reference: Annotated[str, typer.Argument(metavar="GN-0007", help="Which story.")],
    why: Why,
) -> None:
    """Somebody in a story may have changed their mind, and Slack is not at hand: it is told nowhere until that is clear."""
    _, story_id = reference_or_end(reference, only=Subject.STORY)
    reason = " ".join(why.split())
    if not reason:
        end(WRONG, 'Say --why TEXT, such as "a letter from the family": it goes into the audit trail.')
    with desk_or_end() as desk:
        try:
            story = changes_of_mind.heard_elsewhere(desk, story_id, {"login": login(), "why": reason})
        except Refused:
            end(HOLES, f"There is no {reference.upper()}.")
    if story.taken_out_at is not None:
        said.print(f"{story.reference} has been taken out already. Nothing more is needed.", markup=False)
        return
    said.print(
        f"{story.reference} is told nowhere from now on, until the press office says how it is. What was posted is edited as soon as "
        "Close Ties runs.",
        markup=False,
    )
