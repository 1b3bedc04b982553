"""`close-ties digest email`: a week's good news as files, for colleagues without Slack."""

import re
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desks import BOT, desk_or_end, login
from bot.cli.endings import HOLES, WRONG, end, folder_or_end, said, writing_or_end
from bot.desk import digest_mail
from bot.keeping.papers import write_privately
from bot.messages.digest_mail import as_html
from bot.messages.digest_mail_text import as_text
from bot.messages.wording import digest_mail as words

commands = typer.Typer(help="The weekly good news, for those without Slack.", no_args_is_help=True)

Week = Annotated[str, typer.Option("--week", metavar="2026-W47", help="Which week's; without it, the latest.")]
To = Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where to write the two files.")]
_WEEK = re.compile(r"\d{4}-W\d{2}")


@commands.command("email")
def email(week: Week = "", to: To = Path()) -> None:
    """Write a week's good news as a mail: one file of HTML and one of plain text. Who agrees is looked up again."""
    if week and not _WEEK.fullmatch(week.upper()):
        end(WRONG, f"{week!r} is not a week: write it as 2026-W47.")
    folder_or_end(to)
    with desk_or_end() as desk:
        made = digest_mail.mail_of_week(desk, week.upper(), {"by": BOT, "login": login()})
    if made is None:
        end(HOLES, f"There is no good news of {week.upper()}." if week else "There is no good news yet.")
    files = [
        (to / words.FILE.format(week=made.whole.week, kind=kind), write(made.whole, made.organisation, made.posted))
        for kind, write in (("html", as_html), ("txt", as_text))
    ]
    for file, text in files:
        with writing_or_end(file):
            write_privately(file, text)
    told = len(made.whole.stories)
    said.print(
        f"The good news of {made.whole.week}, {told} {'story' if told == 1 else 'stories'}: "
        f"{' and '.join(str(file) for file, _ in files)}.",
        markup=False,
    )
