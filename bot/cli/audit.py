"""`close-ties audit verify|show`: proof that the trail is whole, and what it says of one record."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot.cli.desks import BOT, ForWhom, Restricted, Why, desk_or_end, reason_or_end, reference_or_end
from bot.cli.endings import HOLES, WRONG, end, said, writable_or_end, writing_or_end
from bot.desk.work import Desk
from bot.keeping.heads import Head, NoHead, compare, head_from_file, head_from_hash, note, present_head
from bot.keeping.moments import on_paper
from bot.keeping.references import written
from bot.keeping.trail import Step, steps
from storage import audit
from storage.enquiry import get_enquiry
from storage.kinds import Subject
from storage.story import get_story

commands = typer.Typer(help="The audit trail: who did what, when, and proof that it is whole.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)

Expect = Annotated[str, typer.Option("--expect", metavar="HASH", help="A head's hash that was noted earlier.")]
From = Annotated[
    Path | None, typer.Option("--from", metavar="FILE", help="A head that --note wrote earlier.", show_default=False)
]
NoteTo = Annotated[
    Path | None,
    typer.Option("--note", metavar="FILE", help="Write the head to a file, if the trail holds.", show_default=False),
]


@commands.command()
def verify(expect: Expect = "", from_file: From = None, note_to: NoteTo = None) -> None:
    """Read the whole trail and say whether anything was altered or taken out. Exit code 1, and which entry, if so.

    Entries cut off its end can only be seen against a head noted earlier: keep one away from the database, and give it with
    --expect or --from.
    """
    noted = [*_noted_or_end(expect, from_file)]
    if note_to is not None:
        writable_or_end(note_to)
    with desk_or_end() as desk:
        problems = _problems(desk, noted)
        if problems:
            end(HOLES, "The audit trail does not hold.", problems)
        with desk.database.read() as session:
            head = present_head(session)
            ends = [audit.get_entry(session, number) for number in (1, head.entries)]
        _say_whole(desk, head, [entry for entry in ends if entry], compared=bool(noted))
    if note_to is not None:
        with writing_or_end(note_to):
            note(head, note_to)
        said.print(f"The head is written to {note_to}. Keep it away from this database.", markup=False)


@commands.command()
def show(
    reference: Annotated[str, typer.Argument(metavar="ME-0042", help="An enquiry, or a story (GN-0007).")],
    restricted: Restricted = False,
    for_whom: ForWhom = "",
    why: Why = "",
) -> None:
    """List what happened to an enquiry or a story: who, when, what, from what to what."""
    subject, subject_id = reference_or_end(reference)
    with desk_or_end() as desk:
        content = _may_show_content(desk, subject, subject_id, restricted, for_whom, why)
        with desk.database.read() as session:
            entries = audit.entries_of(session, subject, subject_id)
        console.print(_table(desk, written(subject, subject_id), steps(entries, desk.organisation, content=content)))
    if not content:
        said.print("It is restricted: its words are left out. To see them, add --restricted --for NAME --why TEXT.")


def _noted_or_end(expect: str, from_file: Path | None) -> list[Head]:
    try:
        heads = [head_from_hash(expect)] if expect else []
        return [*heads, *([head_from_file(from_file)] if from_file else [])]
    except NoHead as refused:
        end(WRONG, str(refused))


def _problems(desk: Desk, noted: list[Head]) -> list[str]:
    with desk.database.read() as session, Progress(console=said, transient=True, disable=not said.is_terminal) as bar:
        entries = present_head(session).entries
        task = bar.add_task("Reading the trail", total=entries)
        found = audit.verify(session, lambda read: bar.update(task, completed=read))
        return [*found, *filter(None, (compare(session, head) for head in noted))]


def _say_whole(desk: Desk, head: Head, ends: list[audit.AuditEntry], *, compared: bool) -> None:
    if not head.entries:
        console.print("The audit trail is empty.")
        return
    zone = desk.organisation.calendar.zone
    earlier = " It still holds what was noted earlier." if compared else ""
    console.print(f"The audit trail is whole: nothing was altered or taken out.{earlier}")
    console.print(f"Entries  {head.entries:,}")
    console.print(f"First    {on_paper(ends[0].at, zone)}")
    console.print(f"Last     {on_paper(ends[-1].at, zone)}")
    console.print(f"Head     {head.hash}", soft_wrap=True)
    console.print("Write the head down away from this database: it shows later that nothing was cut off the end.")


def _may_show_content(desk: Desk, subject: Subject, subject_id: int, restricted: bool, for_whom: str, why: str) -> bool:
    """Whether the words may be shown. A restricted enquiry's only when asked for, and then the trail says by whom."""
    with desk.database.read() as session:
        record = get_enquiry(session, subject_id) if subject == Subject.ENQUIRY else get_story(session, subject_id)
    if record is None:
        end(HOLES, f"There is no {written(subject, subject_id)}.")
    if not getattr(record, "restricted", False):
        return True
    if restricted:
        details = reason_or_end(for_whom, why)
        desk.run(lambda work: work.audit(BOT, "trail_shown", subject, subject_id, details))
    return restricted


def _table(desk: Desk, reference: str, shown: list[Step]) -> Table:
    table = Table("No.", "When", "Who", "What", "Details", title=f"The trail of {reference}", title_justify="left")
    for step in shown:
        details = "details deleted" if step.erased else "\n".join(step.changes)
        when = on_paper(step.at, desk.organisation.calendar.zone)
        table.add_row(str(step.number), when, step.who, step.what, details)
    return table
