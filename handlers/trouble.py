"""When the answer is no, or something broke: a plain sentence to the person, beside the field where there is one, with everything
typed still there; and for what broke, a reference in the sentence and the traceback in the log under the same reference.
"""

import logging
from collections.abc import Callable
from secrets import token_hex

from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError

from bot.desk.work import Unavailable
from bot.messages import errors, refusals
from bot.messages.message import Message
from bot.rules.reasons import FormRefused, Refused
from bot.slack_errors import NETWORK_ERRORS
from handlers.door import Call

log = logging.getLogger("close_ties.handlers")


def new_reference() -> str:
    """Eight letters and digits that a person can read out."""
    return token_hex(4).upper()


def answer(call: Call, error: BaseException) -> BoltResponse | None:
    """Answer a call that raised. What it answers is acknowledged: nobody is left with Slack's own time-out."""
    if call.body.get("type") == "view_submission":
        return call.ack(response_action="errors", errors=_beside(call, error))
    if call.body.get("type") == "block_suggestion":
        return call.ack(options=[])
    said = sentence(call, error)
    if "command" in call.body:
        return call.ack(said)
    if call.body.get("type") in {"block_actions", "shortcut", "message_action"}:
        call.later(lambda: call.say_privately(Message(text=said)), unheard)
    elif isinstance(error, Unavailable):
        # An event: left unanswered, Slack brings it again: at once, after a minute and after five.
        return BoltResponse(status=503)
    return call.ack()


def _beside(call: Call, error: BaseException) -> dict[str, str]:
    """What stands in red in the form: plain text, since Slack shows it letter by letter."""
    if isinstance(error, FormRefused):
        return _shown(call, refusals.beside_fields(error, call.desk.organisation))
    plain = refusals.at_field(error, call.desk.organisation) if isinstance(error, Refused) else sentence(call, error)
    return {call.first_field(): plain}


def _shown(call: Call, beside: dict[str, str]) -> dict[str, str]:
    """Slack takes errors only at inputs that the form has: one about anything else is said at the first field."""
    inputs = [block["block_id"] for block in call.view.get("blocks", []) if block.get("type") == "input"]
    shown = {field: said for field, said in beside.items() if field in inputs}
    others = " ".join(said for field, said in beside.items() if field not in inputs)
    if others and inputs:
        shown[inputs[0]] = f"{shown.get(inputs[0], '')} {others}".strip()
    return shown


def sentence(call: Call, error: BaseException) -> str:
    """What to say of an error. A refusal is kind and logs nothing; everything else gets a reference."""
    if isinstance(error, FormRefused):
        return " ".join(refusals.beside_fields(error, call.desk.organisation).values())
    if isinstance(error, Refused):
        return refusals.sentence(error, call.desk.organisation)
    reference = new_reference()
    log.error("reference %s: %s", reference, type(error).__name__, exc_info=error)
    if isinstance(error, Unavailable):
        typed = call.body.get("type") == "view_submission"
        return (errors.cannot_save if typed else errors.cannot_do)(reference, call.desk.organisation)
    return errors.went_wrong(reference, call.desk.organisation).text


def say_afterwards(call: Call) -> Callable[[BaseException], None]:
    """For what goes wrong after the answer: the person is told by a private sentence; if even that fails, the log has both."""

    def failed(error: BaseException) -> None:
        said = sentence(call, error)
        call.later(lambda: call.say_privately(Message(text=said)), unheard)

    return failed


def unheard(error: BaseException) -> None:
    """A private sentence that could not be said: Slack did not take it, or did not answer."""
    known = isinstance(error, (SlackApiError, *NETWORK_ERRORS))
    log.error("a private answer could not be given: %s", type(error).__name__, exc_info=None if known else error)
