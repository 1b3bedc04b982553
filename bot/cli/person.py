"""`close-ties person export|erase`: what names a person, to hand over or to erase."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from bot.cli.desks import ForWhom, Restricted, Why, desk_or_end, reason_or_end
from bot.cli.endings import HOLES, WRONG, end, said, writable_or_end, writing_or_end
from bot.desk.work import Desk
from bot.keeping.papers import write_privately
from bot.keeping.persons import Plan, erase, everything_about, note_export, plan_erasure
from storage.naming import looks_like_slack_id

commands = typer.Typer(help="A person's data: staff by Slack id, journalists by name.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True, markup=False)

Who = Annotated[str, typer.Argument(metavar="WHO", help='A Slack id (U012AB3CD), or a name ("Sam Poole").')]
To = Annotated[
    Path | None, typer.Option("--to", metavar="FILE", help="Where to write it; printed otherwise.", show_default=False)
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask again.")]

STAYS = {
    "audit_entry": "the trail keeps the Slack id as who did something; without a name beside it",
    "delivery": "the address of a message that stands in Slack; it goes when the words of its record go",
    "legal_hold": "a hold that names them",
}
SHORTEST = 3


@commands.command("export")
def export(who: Who, for_whom: ForWhom, why: Why, to: To = None, restricted: Restricted = False) -> None:
    """Everything that names a person, as JSON. Look through it before it is handed over: others are named in it too."""
    person = _person_or_end(who)
    details = reason_or_end(for_whom, why)
    if to is not None:
        writable_or_end(to)
    with desk_or_end() as desk:
        with desk.database.read() as session:
            found = everything_about(session, person, restricted=restricted)
        note_export(desk, {**details, "person": person, "restricted": restricted})
    text = json.dumps({"person": person, "records": found}, ensure_ascii=False, indent=2, default=str) + "\n"
    if to is None:
        typer.echo(text, nl=False)
        return
    with writing_or_end(to):
        write_privately(to, text)
    said.print(f"{_count(sum(map(len, found.values())))} written to {to}.", markup=False)


@commands.command("erase")
def erase_person(who: Who, for_whom: ForWhom, why: Why, yes: Yes = False) -> None:
    """Put a word that names nobody in a person's place everywhere. What would go is shown first, then you are asked."""
    person = _person_or_end(who)
    details = reason_or_end(for_whom, why)
    with desk_or_end() as desk:
        with desk.database.read() as session:
            plan = plan_erasure(session, desk.organisation, person)
        if plan.refusals:
            end(HOLES, "Nothing was erased.", plan.refusals)
        if not plan.rows and not plan.details:
            console.print(f"Nothing names {person}.")
            return
        _show(plan, person)
        if not yes and not typer.confirm("Erase all this? It cannot be undone"):
            console.print("Nothing was erased.")
            return
        gone = _erase(desk, person, details)
    console.print(f"{_count(gone)} erased. The audit trail says so, and still proves itself.")


def _erase(desk: Desk, person: str, details: dict[str, object]) -> int:
    with Progress(console=said, transient=True, disable=not said.is_terminal) as bar:
        task = bar.add_task("Erasing", total=None)
        return erase(desk, person, details=details, told=lambda done: bar.update(task, completed=done))


def _show(plan: Plan, person: str) -> None:
    console.print(f"What names {person}:")
    for table, count in sorted(plan.rows.items()):
        console.print(f"  {table.replace('_', ' ')}: {count:,}")
    if plan.details:
        console.print(f"  details in the audit trail: {plan.details:,}")
    if plan.asked:
        console.print(f"What they are asked for passes to the next: {', '.join(plan.asked)}.")
    for table, count in sorted(plan.stays.items()):
        console.print(f"What stays: {count:,} × {STAYS[table]}.")


def _person_or_end(who: str) -> str:
    person = " ".join(who.split())
    if len(person) < SHORTEST or not (looks_like_slack_id(person) or " " in person):
        end(WRONG, f"{who!r} could be anybody: give a Slack id (U012AB3CD), or a name in full.")
    return person


def _count(rows: int) -> str:
    return "1 record was" if rows == 1 else f"{rows:,} records were"
