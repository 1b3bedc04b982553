"""`close-ties enquiries story|export`: one enquiry's whole story, and many enquiries as a table."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desks import BOT, ForWhom, Restricted, Why, desk_or_end, reason_or_end, reference_or_end
from bot.cli.endings import HOLES, end, said
from bot.desk.work import Desk, Work, verb
from bot.keeping.heads import present_head
from bot.keeping.story import Story, blacked_out, tell
from bot.keeping.story_html import as_html
from bot.keeping.story_json import as_json
from bot.rules.reasons import Refused
from storage.brief import Brief, read_brief
from storage.kinds import Subject

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
    reference: Annotated[str, typer.Argument(metavar="ME-0042")],
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
    with desk_or_end() as desk:
        told = _tell_or_end(desk, enquiry_id, restricted, details)
    if redact:
        told = blacked_out(told)
    to.write_text(as_html(told) if form is StoryFormat.HTML else as_json(told), encoding="utf-8")
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
