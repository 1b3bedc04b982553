"""The table of commands. Tracebacks come without local variables, which may hold what people wrote."""

from importlib.metadata import version as installed_version
from typing import Any

import typer
from typer.core import TyperGroup

from bot import manifest
from bot.cli import audit, digest, enquiries, hold, keeping, organisation, person, rota, stories
from bot.cli.demo import demo
from bot.cli.endings import WRONG, end
from bot.cli.run import run
from bot.cli.sandbox import sandbox
from storage.engine import StorageUnavailable


class InPlainWords(TyperGroup):
    """What is wrong with an argument, said without the words of the library that found it."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as refused:
            refused.message = in_plain_words(refused.message)
            raise
        except StorageUnavailable as refused:
            end(WRONG, "The database cannot be reached (DATABASE_URL).", [str(refused)])


def in_plain_words(said: str) -> str:
    """ "Value error, 'pdf' is not one of 'csv'" -> "'pdf' is not one of 'csv'"."""
    for theirs, ours in THEIRS.items():
        said = said.replace(theirs, ours)
    return said


THEIRS = {
    "Value error, ": "",
    "Input should be a valid integer, unable to parse string as an integer": "it should be a whole number.",
    "Input should be a valid integer": "it should be a whole number",
    "Input should be less than or equal to": "it should be no more than",
    "Input should be greater than or equal to": "it should be no less than",
}

commands = typer.Typer(
    name="close-ties",
    cls=InPlainWords,
    help="Ties social care and the press office together, in Slack.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
commands.command()(run)
commands.command()(demo)
commands.command()(sandbox)
commands.add_typer(organisation.commands, name="organisation")
commands.add_typer(enquiries.commands, name="enquiries")
commands.add_typer(audit.commands, name="audit")
commands.add_typer(keeping.commands, name="keeping")
commands.add_typer(hold.commands, name="hold")
commands.add_typer(person.commands, name="person")
commands.add_typer(rota.commands, name="rota")
commands.add_typer(digest.commands, name="digest")
commands.add_typer(stories.commands, name="stories")


@commands.command("manifest")
def print_manifest() -> None:
    """Print the app's manifest, to import it in Slack."""
    typer.echo(manifest.as_json(), nl=False)


@commands.command()
def version() -> None:
    """Print the version."""
    typer.echo(installed_version("close-ties"))
