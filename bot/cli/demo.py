"""`close-ties demo`: the bot at work in a Slack that runs on this machine."""

import socket
import sys
import tempfile
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.cli.endings import WRONG, end, print_line, until_told
from bot.cli.logs import log_to_stderr
from bot.cli.sandbox import need_sandbox, ready_line, wait_for_ever
from bot.config import environment
from storage.migrate import AlreadyRunning, NewerDatabase, run_lock

if TYPE_CHECKING:
    from bot.demo.keeping import Kept

USUAL_PORT = 8765
PORTS_TRIED = 50
FIRST = "amara.okafor"

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON line when it is ready, and stay.")]
Once = Annotated[bool, typer.Option("--once", help="Play a day in the terminal, keep nothing, and end.")]
Data = Annotated[Path, typer.Option(help="Where the council is kept between two starts.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Forget what was kept, and begin anew.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Open no browser.")]
DemoPort = Annotated[int, typer.Option(min=0, max=65535, help="Where it listens on 127.0.0.1; 0 picks a free port.")]

console = Console(highlight=False, soft_wrap=True)


def demo(
    as_json: AsJson = False,
    port: DemoPort = USUAL_PORT,
    once: Once = False,
    data: Data = Path("demo-data"),
    fresh: Fresh = False,
    no_browser: NoBrowser = False,
) -> None:
    """A fictional council in a Slack on this machine: be anyone in it, in your browser. What happens there is kept."""
    need_sandbox()
    log_to_stderr("WARNING")
    if once:
        _a_day()
        return
    from bot.demo.keeping import Kept  # noqa: PLC0415 - the sandbox is an extra

    data.mkdir(parents=True, exist_ok=True)
    with until_told(), _alone(kept := Kept(data)):
        if fresh:
            kept.clear()
        _council(kept, _free_port(port, quiet=as_json), as_json=as_json, browser=not (as_json or no_browser))


def _a_day() -> None:
    """The whole way once, told in the terminal."""
    from bot.demo.day import play  # noqa: PLC0415 - the sandbox is an extra
    from bot.demo.stage import set_up  # noqa: PLC0415
    from bot.demo.telling import Teller  # noqa: PLC0415
    from sandbox.people.refusals import NothingLikeIt  # noqa: PLC0415

    with (
        until_told(),
        tempfile.TemporaryDirectory(prefix="close-ties-") as folder,
        set_up(Path(folder)) as stage,
    ):
        console.print(f"Slack runs at {stage.slack.url}; the bot is connected to it.")
        try:
            play(stage, Teller(Console(highlight=False)))
        except NothingLikeIt as missing:
            end(1, "The day did not go as it should.", [str(missing)])


def _council(kept: "Kept", port: int, *, as_json: bool, browser: bool) -> None:
    """The council, until it is told to stop."""
    from bot.demo.stage import set_up_kept  # noqa: PLC0415 - the sandbox is an extra
    from sandbox.saving import NotASavedWorkspace  # noqa: PLC0415

    try:
        with set_up_kept(kept, port=port, told=_say_nothing if as_json else console.print) as stage:
            if as_json:
                print_line(ready_line(stage.slack))
            else:
                _welcome(stage.slack.url, kept.folder)
            if browser and _has_screen(sys.platform, environment()):
                webbrowser.open(f"{stage.slack.url}/?as={FIRST}")
            wait_for_ever()
    except (NotASavedWorkspace, NewerDatabase) as refused:
        end(WRONG, f"What was kept in {kept.folder} cannot be used.", [str(refused), "Begin anew with --fresh."])


def _welcome(url: str, folder: Path) -> None:
    console.print(f"\n[bold]Northbank Council is open: {url}[/bold]\n")
    console.print(
        f"Be anyone in it; “Guided tour” at the top of the page leads through it in nine steps. For two people at once, open\n"
        f"{url}/?as=amara.okafor and {url}/?as=priya.nair side by side.\n"
        f"It is kept in {folder}/ for next time; --fresh begins anew. Ctrl-C ends it.",
        markup=False,
    )


def _say_nothing(_words: str) -> None:
    pass


@contextmanager
def _alone(kept: "Kept") -> Iterator[None]:
    """One demo at a time keeps a council."""
    try:
        with run_lock(kept.database):
            yield
    except AlreadyRunning:
        end(
            WRONG,
            f"The demo runs already, and keeps its council in {kept.folder}.",
            ["Give this one another folder: --data DIR."],
        )


def _free_port(wanted: int, *, quiet: bool = False) -> int:
    """The port wanted, or else the next one that is free, said plainly."""
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        try:
            with socket.create_server(("127.0.0.1", port)):
                pass
        except OSError:
            continue
        if port != wanted and not quiet:
            console.print(f"Port {wanted} is in use, so this is on port {port}.")
        return port
    return end(
        WRONG, f"Port {wanted} is in use, and so are those after it.", ["Name another: --port NUMBER, or 0 for any."]
    )


def _has_screen(platform: str, env: Mapping[str, str]) -> bool:
    """Whether a browser could be seen by anybody; in a terminal without a screen it would only get in the way."""
    if env.get("CI"):
        return False
    return platform in ("darwin", "win32") or any(
        env.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    )
