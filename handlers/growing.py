"""A form that grows while someone fills it in: drawn anew before its answer is acknowledged.

Slack takes a new view in an answer to a submission only, so that what was chosen in a form is drawn by a call of its own. Made after the
acknowledgement, two answers given quickly could be drawn in the wrong order, and the form would ask what belongs to the first.
"""

from collections.abc import Callable
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.slack_errors import NETWORK_ERRORS
from handlers import trouble
from handlers.door import Call


def draw_then_answer(call: Call, make: Callable[[], dict[str, Any]]) -> None:
    """Draw the form, then acknowledge: Slack sends the next choice only afterwards. What could not be drawn is said."""
    try:
        call.update(str(call.view["id"]), make())
    except (SlackApiError, *NETWORK_ERRORS) as error:
        trouble.say_afterwards(call)(error)
    call.ack()
