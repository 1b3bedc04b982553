"""A strict Block Kit validator: refuses what Slack refuses, in Slack's words, pointing where Slack points.

Pure: payloads in, problems out. Whatever Slack's wording is not known for says so beside the rule.
"""

from sandbox.blockkit.blocks import MOST_BLOCKS, Surface, kinds_on
from sandbox.blockkit.problem import Problem
from sandbox.blockkit.validate import (
    message_error,
    message_too_long,
    problems_in_message,
    problems_in_options,
    problems_in_view,
    view_error,
    view_too_large,
)

__all__ = [
    "MOST_BLOCKS",
    "Problem",
    "Surface",
    "kinds_on",
    "message_error",
    "message_too_long",
    "problems_in_message",
    "problems_in_options",
    "problems_in_view",
    "view_error",
    "view_too_large",
]
