"""Slack's error strings as classes, in one place: try again, hold a method, give up and tell someone.

Sources: the errors listed for each method in Slack's reference. What is not listed is taken to be about the one message, which is
then sent as its plain sentence: better a plain card than none.
"""

import http.client
import re
from dataclasses import dataclass
from urllib.error import URLError

from slack_sdk.errors import SlackApiError

EVERYTHING = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "missing_scope",
        "not_allowed_token_type",
        "no_permission",
        "ekm_access_denied",
        "team_access_not_granted",
    }
)
PLACE = frozenset(
    {
        "is_archived",
        "channel_not_found",
        "not_in_channel",
        "user_not_found",
        "users_not_found",
        "user_disabled",
        "user_is_bot",
        "cannot_dm_bot",
        "messages_tab_disabled",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "user_not_visible",
        "not_enabled",
    }
)
GONE = frozenset({"message_not_found", "thread_not_found"})
STANDS_AS_IT_IS = frozenset({"cant_update_message", "edit_window_closed"})
PASSING = frozenset({"internal_error", "fatal_error", "request_timeout", "service_unavailable", "team_added_to_org"})

_WORD = re.compile(r"[a-z0-9_.]+")  # how Slack writes an error

NETWORK_ERRORS = (URLError, http.client.HTTPException, TimeoutError, ConnectionError)
"""What slack_sdk lets through when Slack does not answer: time-outs, cut connections, half an answer."""


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Passing trouble. The message may be in Slack all the same, so look before sending it again.

    `silence`: no answer came in time, and Slack may still be at it.
    """

    error: str
    silence: bool = False


@dataclass(frozen=True, slots=True)
class Hold:
    """429: this method is held everywhere for so many seconds; nothing was done."""

    seconds: float


@dataclass(frozen=True, slots=True)
class EverythingWrong:
    """Nothing can be sent until an administrator mends it: fail nothing, pause all."""

    error: str


@dataclass(frozen=True, slots=True)
class MessageWrong:
    """Slack will not take this message as it is."""

    error: str


@dataclass(frozen=True, slots=True)
class PlaceWrong:
    """This channel or person cannot be written to."""

    error: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The message to edit is not there any more."""

    error: str


@dataclass(frozen=True, slots=True)
class CannotEdit:
    """The message stands, and Slack will not have it edited."""

    error: str


Trouble = TryAgain | Hold | EverythingWrong | MessageWrong | PlaceWrong | Gone | CannotEdit


def understand(error: Exception) -> Trouble:
    """What an error from Slack, or from the way there, means for what we send."""
    if not isinstance(error, SlackApiError):
        return TryAgain(type(error).__name__, silence=_timed_out(error))
    status = int(error.response.status_code)
    if status == 429:
        return Hold(float(error.response.headers.get("Retry-After", 1)))
    body = error.response.data if isinstance(error.response.data, dict) else {}
    said = str(body.get("error", ""))
    if not _WORD.fullmatch(said) or (status >= 400 and said not in EVERYTHING):
        return TryAgain(f"http_{status}")  # not Slack's own words: something on the way there answered
    if said in PASSING:
        return TryAgain(said)
    return _by_name(said)


def _timed_out(error: Exception) -> bool:
    return isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError)


def _by_name(said: str) -> Trouble:
    if said == "ratelimited":
        return Hold(1.0)
    if said in EVERYTHING:
        return EverythingWrong(said)
    if said in PLACE:
        return PlaceWrong(said)
    if said in GONE:
        return Gone(said)
    if said in STANDS_AS_IT_IS:
        return CannotEdit(said)
    return MessageWrong(said)
