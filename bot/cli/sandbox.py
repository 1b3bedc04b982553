"""`close-ties sandbox`: a Slack workspace on this machine, by itself."""

import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot import manifest
from bot.cli.endings import WRONG, end, print_line, until_told
from bot.demo import WORKSPACE
from bot.keeping.papers import because

if TYPE_CHECKING:
    from sandbox import Sandbox, SandboxClock
    from sandbox.workspace import Workspace

Port = Annotated[int, typer.Option(min=0, max=65535, help="Where it listens on 127.0.0.1; 0 picks a free port.")]
ManifestFile = Annotated[
    Path | None, typer.Option("--manifest", help="The app's manifest; by default Close Ties' own.", show_default=False)
]
WorkspaceFile = Annotated[
    Path | None,
    typer.Option("--workspace", help="People and channels; by default the demo's council.", show_default=False),
]


def sandbox(port: Port = 0, manifest_file: ManifestFile = None, workspace: WorkspaceFile = None) -> None:
    """Run a Slack workspace on this machine and print one JSON line when it is ready. docs/sandbox.md tells how to drive it."""
    need_sandbox()
    from sandbox import Sandbox, SandboxClock  # noqa: PLC0415 - the sandbox is an extra

    description = manifest_or_end(manifest_file)
    people = workspace_or_end(workspace, clock := SandboxClock())
    with until_told(), Sandbox(people, description, clock=clock, port=port) as slack:
        print_line(ready_line(slack))
        wait_for_ever()


def need_sandbox() -> None:
    """End with a sentence where the extra is not installed."""
    try:
        import starlette  # noqa: F401, PLC0415 - only to see whether it is there
        import uvicorn  # noqa: F401, PLC0415
        import websockets  # noqa: F401, PLC0415
    except ModuleNotFoundError as missing:
        end(WRONG, "The sandbox is not installed.", [f"{missing.name} is missing: pip install 'close-ties[sandbox]'"])


def manifest_or_end(file: Path | None) -> dict[str, Any]:
    """A manifest that Slack would take; ours where no file is given."""
    from sandbox.manifest_rules import problems_in_manifest  # noqa: PLC0415 - the sandbox is an extra

    try:
        description = json.loads(file.read_text(encoding="utf-8")) if file else manifest.manifest()
    except (OSError, ValueError) as refused:
        end(WRONG, f"{file} cannot be read as a manifest.", [because(refused)])
    problems = problems_in_manifest(description)
    if problems:
        end(
            WRONG,
            f"Slack would not take {file or 'the manifest'}.",
            (f"{problem.pointer}: {problem.text}" for problem in problems),
        )
    return dict(description)


def workspace_or_end(file: Path | None, clock: "SandboxClock") -> "Workspace":
    """The workspace that a file describes; the demo's where none is given."""
    from sandbox.workspace_file import WorkspaceFileError, load_workspace  # noqa: PLC0415 - the sandbox is an extra

    try:
        return load_workspace(file or WORKSPACE, clock=clock)
    except (OSError, ValueError, WorkspaceFileError) as refused:
        end(WRONG, f"{file} cannot be read as a workspace.", [because(refused)])


def ready_line(slack: "Sandbox") -> str:
    """What a program needs to use the workspace, on one line."""
    return json.dumps(slack.addresses())


def wait_for_ever() -> None:
    """Nothing more to do until a signal comes."""
    threading.Event().wait()
