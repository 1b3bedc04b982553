"""Why a person could not do or see what was asked: for the driver to raise, and for /control to answer with."""

from __future__ import annotations


class NotPossible(Exception):  # noqa: N818 - named as a story would name it
    """The person cannot do this in Slack. The message says why, and what was there instead."""


class Unseen(NotPossible):
    """The person cannot see this channel, message or form."""


class NoSuchChoice(NotPossible):
    """The person asks for something that is not offered to them."""


class NothingLikeIt(NotPossible):
    """What was waited for did not come in time. The message shows what was there instead."""
