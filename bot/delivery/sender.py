"""Sending one delivery of one lane: claim it, render it from the records as they are after the claim, send it, write down what happened."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.delivery import files, looking, picture_looks, reactions
from bot.delivery.doors import WHISPERED
from bot.delivery.pace import Pace
from bot.delivery.reach import Reach
from bot.delivery.refused_pictures import without_pictures
from bot.delivery.render import Rendered, render
from bot.delivery.timing import Timing
from bot.desk import delivered
from bot.desk import doors as doors_desk
from bot.desk.work import Desk, nothing
from bot.messages.message import Files, Message, Whisper
from bot.slack_errors import (
    NETWORK_ERRORS,
    CannotEdit,
    EverythingWrong,
    Gone,
    Hold,
    MessageWrong,
    PlaceWrong,
    TryAgain,
    understand,
)
from storage.delivery import Delivery, Standing, forget_standing, mark_dropped, mark_taken_over, mark_waiting, standing
from storage.kinds import DeliveryKind
from storage.lanes import claim_next, release_lane, renew_lane, sending_in_lane

log = logging.getLogger("close_ties.delivery")

UNSURE = "unsure: "  # how an error begins after which the message may be in Slack all the same
SHARED = frozenset({DeliveryKind.DIGEST_MAIL, DeliveryKind.BALANCE, DeliveryKind.EASY_PAGE})
"""Files."""

NOT_LOOKED_FOR = SHARED | {DeliveryKind.HOME}
"""Drawn anew where they are, or found by their files."""

UPDATE_TEXT_LIMIT = 4000  # chat.update refuses a longer text, chat.postMessage does not


@dataclass(frozen=True, slots=True)
class Rest:
    """Leave this lane alone for so many seconds. `everything`: nothing can be sent to anyone for so long."""

    seconds: float = 0.0
    everything: str = ""


@dataclass(slots=True)
class Sender:
    """Sends what waits in a lane, one delivery at a time. Leases and pauses go by the machine's own time, never the desk's clock."""

    desk: Desk
    client: WebClient
    holder: str
    pace: Pace = field(default_factory=Pace)
    timing: Timing = field(default_factory=Timing)
    reached: Callable[[str], None] = nothing
    wall: Callable[[], datetime] = lambda: datetime.now(UTC)
    _reach: Reach = field(init=False)

    def __post_init__(self) -> None:
        self._reach = Reach(self.client)

    def one(self, lane: str) -> Rest | None:
        """Send the next delivery of a lane that we hold. None: the lane is empty (or another's), and given back."""
        self.reached("lane leased")
        now = self.wall()
        with self.desk.database.write() as session:
            if not renew_lane(session, lane, self.holder, now, self.timing.lease):
                return None
            left_over = sending_in_lane(session, lane)
            delivery = left_over or claim_next(session, lane, now)
            if delivery is None:
                release_lane(session, lane, self.holder)
                return None
        self.reached("claimed")
        if left_over is not None:
            return self._take_over(left_over, now)
        return self._send(delivery, now)

    def _take_over(self, delivery: Delivery, now: datetime) -> Rest:
        """Left by a crash between "Slack has it" and "we know": wait out the request that may be under way, then look before sending."""
        over = (delivery.claimed_at or now) + timedelta(seconds=self.timing.request)
        if over > now:
            return Rest((over - now).total_seconds())
        self._write(lambda session: mark_taken_over(session, delivery.id, now))
        delivery.error = _kept(delivery, UNSURE + "left by a crash")
        return self._send(delivery, now)

    def _send(self, delivery: Delivery, claimed_at: datetime) -> Rest:
        with self.desk.database.read() as session:
            stands = standing(session, delivery.key)
            thread = standing(session, delivery.thread_key) if delivery.thread_key else None
        if delivery.thread_key and thread is None:
            return self._nothing_to_say(delivery)  # the card it belongs under never came to stand in Slack
        if delivery.kind in WHISPERED and delivery.error.startswith(UNSURE):
            return self._not_shown(delivery, delivery.error)  # nobody can look whether it was seen
        if stands is None and delivery.error.startswith(UNSURE) and delivery.kind not in NOT_LOOKED_FOR:
            known = self._look(delivery, thread)
            if known is not None:
                return known
        try:
            picture_looks.look(self.client, self.desk, delivery)
            reactions.look(self.client, self.desk, delivery)
        except (SlackApiError, *NETWORK_ERRORS) as error:
            return self._trouble(delivery, "looking", error, None)
        said = render(self.desk, delivery)
        if said is None:
            return self._nothing_to_say(delivery)
        method = _method(said, stands)
        if method == "chat.postMessage" and self._reach.is_switched_off(delivery.lane):
            delivered.cannot_be_delivered(self.desk, delivery.id, "user_disabled", self.wall())
            return Rest()
        wait = self.pace.take(method, urgent=delivery.urgent)
        if wait > 0:
            return self._again(delivery, wait, delivery.error)
        if self.wall() - claimed_at > self.timing.safe_to_send:
            return Rest()  # all this took so long that another may hold the lane by now: whoever does looks first
        began = self.pace.monotonic()
        try:
            channel, ts = self._call(delivery, said, stands, thread)
        except (SlackApiError, *NETWORK_ERRORS) as error:
            return self._trouble(delivery, method, error, said)
        answered = self.pace.monotonic()
        self.reached("slack has it")
        delivered.sent(self.desk, delivery.id, channel, ts, self.wall())
        return Rest(self.pace.rest_after(began, answered) if method == "chat.postMessage" else 0.0)

    def _not_shown(self, delivery: Delivery, error: str) -> Rest:
        """What one person would have seen in a channel is never tried again: it may be on their screen."""
        doors_desk.not_shown(self.desk, delivery.id, error, self.wall())
        return Rest()

    def _nothing_to_say(self, delivery: Delivery) -> Rest:
        self._write(lambda session: mark_dropped(session, delivery.id, self.wall()))
        return Rest()

    def _look(self, delivery: Delivery, thread: Standing | None) -> Rest | None:
        """See whether Slack has it already; None: it has not, so send it. Looked for before rendering, since what stands stands."""
        try:
            found = looking.find(self.client, delivery, thread.ts if thread else None)
        except (SlackApiError, *NETWORK_ERRORS) as error:
            return self._trouble(delivery, "conversations.history", error, None)
        if found is None:
            return None
        delivered.found(self.desk, delivery.id, *found, self.wall())
        return Rest()

    def _call(
        self, delivery: Delivery, said: Rendered, stands: Standing | None, thread: Standing | None
    ) -> tuple[str, str]:
        if isinstance(said, dict):
            self.client.views_publish(user_id=delivery.lane, view=said)
            return "", ""
        if isinstance(said, Files):
            unsure = delivery.error.startswith(UNSURE)
            return files.share(self.client, delivery, said, stands, thread, unsure=unsure)
        if isinstance(said, Whisper):
            self.client.chat_postEphemeral(
                channel=delivery.lane,
                user=said.person,
                text=said.message.text,
                blocks=said.message.blocks,
                thread_ts=said.thread_ts or None,
            )
            return "", ""
        if stands is not None:
            self.client.chat_update(
                channel=stands.channel, ts=stands.ts, text=said.text[:UPDATE_TEXT_LIMIT], blocks=said.blocks
            )
            return stands.channel, stands.ts
        answer: dict[str, Any] = self.client.chat_postMessage(
            channel=delivery.lane,
            text=said.text,
            blocks=said.blocks,
            thread_ts=thread.ts if thread else None,
            metadata=looking.mark_of(delivery),
            unfurl_links=False,
            unfurl_media=False,
        ).data  # type: ignore[assignment]  # a dict, but for files
        return str(answer["channel"]), str(answer["ts"])

    def _trouble(self, delivery: Delivery, method: str, error: Exception, said: Rendered | None) -> Rest:
        trouble = understand(error)
        if not isinstance(trouble, Hold):
            log.warning("delivery %s (%s) met trouble: %s", delivery.id, delivery.kind, trouble)
        match trouble:
            case EverythingWrong(error=name) if delivery.kind in SHARED and name in files.NO_RIGHT:
                delivered.cannot_be_delivered(self.desk, delivery.id, name, self.wall())
                return Rest()
            case Hold(seconds=seconds):
                self.pace.hold(method, seconds)
                return self._again(delivery, seconds, delivery.error)
            case EverythingWrong(error=name):
                return Rest(self._again(delivery, self.timing.refused, name).seconds, everything=name)
            case TryAgain() | Gone() | CannotEdit() | MessageWrong() | PlaceWrong() if delivery.kind in WHISPERED:
                return self._not_shown(delivery, trouble.error)
            case TryAgain(error=name, silence=True):
                return self._again(delivery, self.timing.pause_after_silence(delivery.attempts), UNSURE + name)
            case TryAgain(error=name):
                return self._again(delivery, self.timing.pause(delivery.attempts), UNSURE + name)
            case Gone(error=name):
                gone = delivery.key if method == "chat.update" else delivery.thread_key
                self._write(lambda session: forget_standing(session, gone))
                return self._again(delivery, 0.0, name)
            case CannotEdit(error=name):
                return self._leave_as_it_is(delivery, name)
            case MessageWrong(error=name) if isinstance(said, Message) and said.blocks:
                fewer = without_pictures(said, error)
                return self._instead(delivery, fewer or Message(said.text), name)
            case PlaceWrong(error=name) | MessageWrong(error=name):
                delivered.cannot_be_delivered(self.desk, delivery.id, name, self.wall())
                return Rest()

    def _instead(self, delivery: Delivery, said: Message, error: str) -> Rest:
        """Slack will not take it as it is: without its pictures, or as the plain sentence, it goes all the same. The log keeps why."""
        with self.desk.database.read() as session:
            stands = standing(session, delivery.key)
            thread = standing(session, delivery.thread_key) if delivery.thread_key else None
        method = "chat.update" if stands else "chat.postMessage"
        try:
            channel, ts = self._call(delivery, said, stands, thread)
        except (SlackApiError, *NETWORK_ERRORS) as again:
            return self._trouble(delivery, method, again, said)
        how = "without a picture" if said.blocks else "as its plain sentence"
        log.error(
            "delivery %s (%s) went %s, since Slack refused its blocks: %s", delivery.id, delivery.kind, how, error
        )
        delivered.sent(self.desk, delivery.id, channel, ts, self.wall())
        return Rest(self.pace.channel_rest)

    def _leave_as_it_is(self, delivery: Delivery, error: str) -> Rest:
        log.warning("delivery %s (%s) cannot be edited: %s", delivery.id, delivery.kind, error)
        self._write(lambda session: mark_dropped(session, delivery.id, self.wall()))
        return Rest()

    def _again(self, delivery: Delivery, seconds: float, error: str) -> Rest:
        not_before = self.wall() + timedelta(seconds=seconds)
        self._write(lambda session: mark_waiting(session, delivery.id, not_before, _kept(delivery, error)))
        return Rest(seconds)

    def _write(self, job: Callable[[Any], None]) -> None:
        with self.desk.database.write() as session:
            job(session)


def _method(said: Rendered, stands: Standing | None) -> str:
    if isinstance(said, dict):
        return "views.publish"
    if isinstance(said, Whisper):
        return "chat.postEphemeral"
    if isinstance(said, Files):
        return files.METHOD
    return "chat.update" if stands else "chat.postMessage"


def _kept(delivery: Delivery, error: str) -> str:
    """The error to write down. Once it may be in Slack, that stays true until somebody has looked, whatever goes wrong meanwhile."""
    return UNSURE + error if delivery.error.startswith(UNSURE) and not error.startswith(UNSURE) else error
