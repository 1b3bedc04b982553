"""Asking Slack about the organisation from the command line: with patience, and saying plainly what it refuses."""

import itertools
import logging
from collections.abc import Callable, Iterable, Iterator
from time import sleep
from typing import TypeVar

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.cli.endings import WRONG, end
from bot.config import WHERE, Settings
from bot.slack_errors import NETWORK_ERRORS

T = TypeVar("T")

logger = logging.getLogger(__name__)

NO_ANSWER = (SlackClientError, *NETWORK_ERRORS)
"""What slack_sdk raises when Slack refuses, answers nonsense, or does not answer."""

_TOKEN_REFUSED = (
    "invalid_auth",
    "not_authed",
    "account_inactive",
    "token_revoked",
    "token_expired",
    "not_allowed_token_type",
)


def slack_client(settings: Settings) -> WebClient:
    """A client for reading only, so asking again after a refusal for haste is safe."""
    client = WebClient(token=settings.slack_bot_token, base_url=settings.slack_api_url, timeout=15)
    client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=5))
    return client


def patiently(question: Callable[[], T], *, wait: Callable[[float], object] = sleep) -> T:
    """Ask until Slack answers, with growing pauses: a bot that starts while Slack is down works once it is back.

    Ends the command with exit code 2 when Slack refuses the token or misses a scope, which waiting does not mend.
    """
    pauses = _pauses()
    while True:
        try:
            return question()
        except NO_ANSWER as refused:
            _end_if_hopeless(refused)
            pause = next(pauses)
            logger.warning("Slack does not answer yet (%s); asking again in %s s", _in_words(refused), pause)
        wait(pause)


def once(question: Callable[[], T]) -> T:
    """Ask once; ends the command with exit code 2 and a sentence when Slack does not answer."""
    try:
        return question()
    except NO_ANSWER as refused:
        _end_if_hopeless(refused)
        end(WRONG, f"Slack does not answer: {_in_words(refused)}.")


def _pauses() -> Iterator[float]:
    growing: Iterable[float] = (0.5, 1, 2, 5, 10)
    return itertools.chain(growing, itertools.repeat(30))


def _end_if_hopeless(refused: BaseException) -> None:
    if not isinstance(refused, SlackApiError):
        return
    error = refused.response.get("error")
    if error in _TOKEN_REFUSED:
        end(
            WRONG,
            "Slack does not take the bot's token.",
            [f"SLACK_BOT_TOKEN: Slack says {error}. {WHERE['slack_bot_token']}"],
        )
    if error == "missing_scope":
        needed = refused.response.get("needed", "?")
        end(
            WRONG,
            "The app lacks a permission in Slack.",
            [f"Add the scope {needed} (manifest.json has them all) and install it anew."],
        )


def _in_words(refused: BaseException) -> str:
    if isinstance(refused, SlackApiError):
        return str(refused.response.get("error", "an answer without an error"))
    return f"{type(refused).__name__}: {refused}"
