"""The workspace as people see it: a small Slack in the browser, served by the sandbox itself."""

from sandbox.page.host import Page

__all__ = ["Page"]
