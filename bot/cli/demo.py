"""`close-ties demo`: the bot at work in a Slack that runs on this machine."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.cli.endings import end, print_line, until_told
from bot.cli.logs import log_to_stderr
from bot.cli.sandbox import Port, need_sandbox, ready_line, wait_for_ever

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON line when it is ready, play nothing, and stay.")]
Once = Annotated[bool, typer.Option("--once", help="Play the day and end.")]
Data = Annotated[
    Path | None,
    typer.Option(help="Keep the database in this folder; by default it goes when the demo ends.", show_default=False),
]


def demo(as_json: AsJson = False, port: Port = 0, once: Once = False, data: Data = None) -> None:
    """Play a council's day against a Slack workspace on this machine, and stay, so that you can act in it yourself."""
    need_sandbox()
    from bot.demo.day import play  # noqa: PLC0415 - the sandbox is an extra
    from bot.demo.stage import set_up  # noqa: PLC0415
    from bot.demo.telling import Teller  # noqa: PLC0415
    from sandbox.people.refusals import NothingLikeIt  # noqa: PLC0415

    log_to_stderr("WARNING")
    console = Console(highlight=False)
    with until_told(), _folder(data) as folder, set_up(folder, port=port) as stage:
        if as_json:
            print_line(ready_line(stage.slack))
        else:
            console.print(f"Slack runs at {stage.slack.url}; the bot is connected to it.")
        if once or not as_json:
            try:
                play(stage, Teller(Console(quiet=True) if as_json else console))
            except NothingLikeIt as missing:
                end(1, "The day did not go as it should.", [str(missing)])
        if not once:
            if not as_json:
                _say_how_to_go_on(console, stage.slack.url)
            wait_for_ever()


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data is not None:
        data.mkdir(parents=True, exist_ok=True)
        yield data
        return
    with tempfile.TemporaryDirectory(prefix="close-ties-") as temporary:
        yield Path(temporary)


def _say_how_to_go_on(console: Console, url: str) -> None:
    console.print(
        "\nThe day is over, and the workspace stays. Act in it yourself (docs/sandbox.md has all calls):", markup=False
    )
    console.print(
        f"""
  curl -s {url}/control/command -d '{{"as": "amara", "channel": "general", "text": "/media-enquiry"}}'
  curl -s '{url}/control/form?as=amara'
  curl -s '{url}/control/channel?as=priya&channel=press-desk'
  curl -s {url}/control/clock -d '{{"advance": 3600}}'

Ctrl-C ends it.""",
        markup=False,
        soft_wrap=True,
    )
