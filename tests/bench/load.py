"""The load: what people did once for real, done again many times, on a timetable or all at once."""

import asyncio
import copy
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import count

from sandbox import Sandbox
from sandbox.delivery.envelope import Ack
from tests.bench.stage import Json, Process

ANSWERS = {
    "outlet": "Northbank Echo",
    "journalist": "Sam Poole, 020 7946 0000",
    "deadline": "4pm tomorrow",
    "question": "Is it true that Elm House is to close in the spring, and where are its residents to go?",
}
CLAIM = "I'll take it"


@dataclass(frozen=True)
class Deeds:
    """What Slack sent when a person did it; each call makes it anew, as another person's or another record's."""

    submitted: Json
    claimed: Json
    _numbers: Iterator[int]

    def submission(self) -> Json:
        """The form of `/media-enquiry`, filled in and sent, never seen before."""
        payload = copy.deepcopy(self.submitted)
        payload["view"]["id"] = payload["view"]["root_view_id"] = f"V0BENCH{next(self._numbers):06d}"
        return payload

    def claim(self, enquiry_id: int) -> Json:
        """*I'll take it* on the card of an enquiry."""
        payload = copy.deepcopy(self.claimed)
        payload["actions"][0]["value"] = str(enquiry_id)
        return payload

    def put_away(self) -> Json:
        """A form that was put away: the bot's own listener that only acks."""
        kept = ("team", "user", "api_app_id", "token", "view")
        return {"type": "view_closed", "is_cleared": False, **{key: self.submitted[key] for key in kept}}


def learn(bot: Process) -> Deeds:
    """Play it once through the people of the workspace, and keep what Slack sent."""
    amara, priya = bot.slack.person("amara"), bot.slack.person("priya")
    amara.types("/media-enquiry")
    amara.form.fill(**ANSWERS).submit()
    card = priya.in_channel("press-desk").wait_for(lambda message: CLAIM in message.buttons)
    card.press(CLAIM)
    sent = {exchange.name: exchange.payload for exchange in bot.slack.log if exchange.kind == "socket"}
    return Deeds(sent["view_submission"], sent["block_actions"], count(1))


async def ask(slack: Sandbox, payload: Json) -> tuple[float, Json]:
    """Hand it to the app; milliseconds until its ack was here, and what the ack said."""
    ack: Ack = await slack.dispatcher.ask("interactive", payload, answers=True)
    assert ack.exchange is not None
    return ack.exchange.milliseconds, ack.body


@dataclass(frozen=True)
class Shot:
    """One request to one app; `heard` is given the milliseconds and the ack."""

    slack: Sandbox
    payload: Json
    heard: Callable[[float, Json], None]


def on_a_timetable(shots: Iterator[Shot], seconds_between: float) -> None:
    """Send one after the other at a fixed pace, whether the one before was answered or not, and wait for all answers."""
    under_way: list[tuple[Shot, Future[tuple[float, Json]]]] = []
    due = time.perf_counter()
    for shot in shots:
        time.sleep(max(0.0, due - time.perf_counter()))
        under_way.append((shot, asyncio.run_coroutine_threadsafe(ask(shot.slack, shot.payload), shot.slack.loop)))
        due += seconds_between
    for shot, future in under_way:
        shot.heard(*future.result())


def all_at_once(slack: Sandbox, payloads: list[Json]) -> list[tuple[float, Json]]:
    """Send them in the same moment."""

    async def burst() -> list[tuple[float, Json]]:
        return await asyncio.gather(*(ask(slack, payload) for payload in payloads))

    return slack.run(burst())
