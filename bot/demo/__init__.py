"""A fictional council and a day in its life, played against the sandbox. Only the command line imports this."""

from pathlib import Path

HERE = Path(__file__).parent
WORKSPACE = HERE / "workspace.toml"
"""Its Slack workspace: thirteen people and their channels."""
ORGANISATION = HERE / "northbank.toml"
"""Its organisation file: who leads what, who is the press office."""
