"""A Slack in a box: a strict workspace on this machine, for the demo and the tests. It knows nothing of the bot."""

from sandbox.clock import SandboxClock
from sandbox.server import Sandbox
from sandbox.workspace_file import WorkspaceFileError, load_workspace

__all__ = ["Sandbox", "SandboxClock", "WorkspaceFileError", "load_workspace"]
