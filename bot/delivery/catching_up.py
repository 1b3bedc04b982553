"""Reading in Slack what was written while nobody listened: at the start, and whenever the connection comes back.

It reads at Slack's pace and beside everything else. All that it finds is written down as if it had come by itself, so that it does
no harm to read something twice.
"""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.delivery.pace import Pace
from bot.delivery.timing import Timing
from bot.desk import catching_up, thread_notes
from bot.desk.work import Desk, Unavailable
from bot.rules.thread_notes import Seen, seen
from bot.slack_errors import NETWORK_ERRORS, EverythingWrong, Hold, TryAgain, understand

log = logging.getLogger("close_ties.catching_up")

LISTENING_NOTED_EVERY = 60.0  # seconds
TRIED_AGAIN_AFTER = 60.0
PAGE = 200
THREADS_BEGAN = timedelta(days=1)
DIRECT_THREADS_BEGAN = timedelta(days=14)
"""To the bot people answer in the thread of what it asked them, days later."""

Page = dict[str, Any]
Ask = Callable[..., Any]


class GivenUp(Exception):  # noqa: N818 - no error: it goes on later
    """Not now: we are stopping, or Slack refuses us altogether."""


@dataclass(slots=True)
class CatchingUp:
    """Start it, tell it when there is something to catch up with, stop it. `hears`: whether events reach us now. `user_id`: our own,
    known once we have started."""

    desk: Desk
    client: WebClient
    pace: Pace
    timing: Timing = Timing()  # noqa: RUF009 - a frozen value
    hears: Callable[[], bool] = lambda: True
    user_id: Callable[[], str] = lambda: ""
    _wanted: Event = field(default_factory=Event)
    _stopping: Event = field(default_factory=Event)
    _thread: Thread | None = None

    def start(self) -> None:
        """Begin to wait for something to do."""
        self._thread = Thread(target=self._run, name="catching-up", daemon=True)
        self._thread.start()

    def wanted(self) -> None:
        """Something may have been missed."""
        self._wanted.set()

    def stop(self) -> None:
        """Finish what is being asked, and go."""
        self._stopping.set()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        with ThreadPoolExecutor(1, "reading-back", self.desk.database.step_back) as reading:
            while not self._stopping.is_set():
                missed = self._wanted.wait(LISTENING_NOTED_EVERY)
                if self._stopping.is_set():
                    return
                error = reading.submit(self._catch_up if missed else self._listening).exception()
                if isinstance(error, GivenUp | Unavailable):
                    log.info("what was missed is read later: %s", error)
                    self._later(missed=missed)
                elif error is not None:
                    log.error("what was missed could not be read", exc_info=error)

    def _listening(self) -> None:
        if self.hears():
            catching_up.note_listening(self.desk, self.desk.clock.now())

    def _later(self, *, missed: bool) -> None:
        if missed and not self._stopping.wait(TRIED_AGAIN_AFTER):
            self._wanted.set()

    def _catch_up(self) -> None:
        self._wanted.clear()
        began = self.desk.clock.now()
        since = catching_up.listened_until(self.desk)
        if since is not None:
            self._direct_messages(since)
            self._channels(since)
        for thread in catching_up.threads(self.desk):
            self._read_thread(thread)
        for message in catching_up.elsewhere(self.desk):
            self._look_at(message)
        catching_up.note_listening(self.desk, began)

    def _read_thread(self, thread: catching_up.Thread) -> None:
        known = thread_notes.known_of(self.desk, thread.channel, thread.ts)
        messages = self._all(self.client.conversations_replies, thread.channel, ts=thread.ts)
        if messages is None:
            return
        there = self._written(messages, thread.channel)
        if there or known.standing:
            thread_notes.bring_up_to_date(self.desk, thread.enquiry_id, thread.channel, thread.ts, there, known)

    def _look_at(self, one: catching_up.Elsewhere) -> None:
        """One message, by itself: is it there, and as it was?"""
        only = {"oldest": one.ts, "latest": one.ts, "inclusive": True}
        ask = self.client.conversations_replies if one.thread_ts else self.client.conversations_history
        where = {"ts": one.thread_ts} if one.thread_ts else {}
        messages = self._all(ask, one.channel, **where, **only)
        if messages is None:
            return
        there = [message for message in self._written(messages, one.channel) if message.ts == one.ts]
        for message in there:
            thread_notes.changed(self.desk, message)
        if not there:
            thread_notes.found_gone(self.desk, one.note_id)

    def _direct_messages(self, since: datetime) -> None:
        for channel in self._direct_channels():
            for message in sorted(self._since(channel, since, DIRECT_THREADS_BEGAN), key=lambda each: each.ts):
                catching_up.told_directly(self.desk, message)

    def _channels(self, since: datetime) -> None:
        """What was written to us, or in the intake channel, as far as it is young enough to be answered."""
        since = catching_up.worth_answering_since(self.desk, since)
        for channel in self._our_channels():
            for message in sorted(self._since(channel, since, THREADS_BEGAN), key=lambda each: each.ts):
                catching_up.told_in_a_channel(self.desk, message, self.user_id())

    def _since(self, channel: str, since: datetime, began: timedelta) -> list[Seen]:
        """What was written in a channel after a moment, in threads too, unless they began longer before than that."""
        oldest = f"{since.timestamp():.6f}"
        about = self._all(self.client.conversations_history, channel, oldest=f"{(since - began).timestamp():.6f}")
        found = {message.ts: message for message in self._written(about or [], channel)}
        for parent in about or []:
            if str(parent.get("latest_reply") or "") > oldest:
                replies = self._all(self.client.conversations_replies, channel, ts=parent["ts"], oldest=oldest)
                found |= {message.ts: message for message in self._written(replies or [], channel)}
        return [message for message in found.values() if message.posted_at >= since]

    def _our_channels(self) -> list[str]:
        """The channels that we were invited to."""
        kinds = "public_channel,private_channel"
        ask = self.client.users_conversations
        listed = self._pages("users.conversations", ask, types=kinds, exclude_archived=True)
        return [str(channel["id"]) for page in listed or [] for channel in page["channels"]]

    def _direct_channels(self) -> list[str]:
        """All that Slack knows of; where it will not say, those in which we have said something."""
        listed = self._pages("conversations.list", self.client.conversations_list, types="im")
        if listed is None:
            return catching_up.known_direct_channels(self.desk)
        return [str(channel["id"]) for page in listed for channel in page["channels"]]

    # -- asking Slack

    def _written(self, messages: list[Page], channel: str) -> list[Seen]:
        return [one for one in (seen(message, channel) for message in messages) if one is not None]

    def _all(self, ask: Ask, channel: str, **about: Any) -> list[Page] | None:
        """All messages of a thread or a channel; None where it cannot be read."""
        method = "conversations.replies" if "ts" in about else "conversations.history"
        pages = self._pages(method, ask, channel=channel, **about)
        return None if pages is None else [message for page in pages for message in page["messages"]]

    def _pages(self, method: str, ask: Ask, **about: Any) -> list[Page] | None:
        try:
            return list(self._each_page(method, ask, **about))
        except SlackApiError as error:
            log.info("%s cannot be read: %s", about.get("channel", method), error.response.get("error"))
            return None

    def _each_page(self, method: str, ask: Ask, **about: Any) -> Iterator[Page]:
        cursor = ""
        while True:
            page = self._ask(method, ask, limit=PAGE, cursor=cursor, **about)
            yield page
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return

    def _ask(self, method: str, ask: Ask, **about: Any) -> Page:
        """One call, as often as it takes. Raises SlackApiError where the place itself is wrong, GivenUp where all is."""
        attempts = 0
        while True:
            self._rest(self.pace.take(method))
            attempts += 1
            try:
                page: Page = ask(**about).data
            except (SlackApiError, *NETWORK_ERRORS) as error:
                match understand(error):
                    case Hold(seconds=seconds):
                        self.pace.hold(method, seconds)
                    case TryAgain():
                        self._rest(self.timing.pause(attempts))
                    case EverythingWrong(error=name) if name != "missing_scope":
                        raise GivenUp(name) from error
                    case _:
                        raise
            else:
                return page

    def _rest(self, seconds: float) -> None:
        if self._stopping.wait(seconds):
            raise GivenUp("stopping")
