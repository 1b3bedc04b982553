"""`close-ties hold place|lift|list`: legal holds."""

from typing import Annotated

import typer
from rich.console import Console

from bot.cli.desks import desk_or_end, login, reference_or_end, said_or_end
from bot.cli.endings import HOLES, WRONG, end
from bot.desk.work import Desk
from bot.keeping.holding import Marked, lift, place, what_it_is_on
from bot.keeping.moments import on_paper
from bot.keeping.references import written
from storage.enquiry import get_enquiry
from storage.kinds import Subject
from storage.legal_hold import standing_holds
from storage.story import get_story

commands = typer.Typer(help="Legal holds: what is under one is neither deleted nor erased.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True, markup=False)

On = Annotated[str, typer.Argument(metavar="[ME-0042]", help="An enquiry or a story.", show_default=False)]
OnPerson = Annotated[
    str, typer.Option("--person", metavar="WHO", help="Or all that names a person: a Slack id or a name.")
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decided it; whoever is signed in otherwise.")]
Reason = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for the record.")]


@commands.command("place")
def place_hold(why: Reason, on: On = "", person: OnPerson = "", by: By = "") -> None:
    """Place a hold on an enquiry, a story, or on everything that names a person."""
    if bool(on.strip()) == bool(person.strip()):
        end(WRONG, "Say what it is on: a reference (ME-0042), or --person with a Slack id or a name.")
    said_or_end("--why TEXT", why)
    record = person.strip() or reference_or_end(on)
    with desk_or_end() as desk:
        if not isinstance(record, str):
            _there_or_end(desk, record)
        hold = place(desk, record, by=by or login(), why=why, details={"login": login()})
    console.print(f"Hold {hold.id} is placed on {what_it_is_on(hold)}: it stays until the hold is lifted.")


@commands.command("lift")
def lift_hold(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The hold's number.")], why: Reason, by: By = ""
) -> None:
    """Lift a hold by its number, as `hold list` shows it. From then on the periods apply again."""
    said_or_end("--why TEXT", why)
    with desk_or_end() as desk:
        hold = lift(desk, number, by=by or login(), why=why, details={"login": login()})
    if hold is None:
        end(HOLES, f"There is no hold {number} that stands.", ["See them all: close-ties hold list"])
    console.print(f"Hold {hold.id} on {what_it_is_on(hold)} is lifted.")


@commands.command("list")
def list_holds() -> None:
    """List the holds that stand."""
    with desk_or_end() as desk, desk.database.read() as session:
        holds = standing_holds(session)
        zone = desk.organisation.calendar.zone
    for hold in holds:
        when = on_paper(hold.placed_at, zone)
        console.print(f"{hold.id}  {what_it_is_on(hold)}: placed by {hold.placed_by} on {when}. {hold.reason}")
    if not holds:
        console.print("No hold stands.")


def _there_or_end(desk: Desk, record: Marked) -> None:
    subject, number = record
    with desk.database.read() as session:
        found = get_enquiry(session, number) if subject == Subject.ENQUIRY else get_story(session, number)
    if found is None:
        end(HOLES, f"There is no {written(subject, number)}.")
