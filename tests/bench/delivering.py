"""How soon it stands in Slack: one card in a quiet hour, and five hundred messages at Slack's pace."""

from datetime import UTC, datetime, timedelta

from bot.demo import WORKSPACE
from sandbox import SandboxClock, load_workspace
from sandbox.limits import MINUTE, Limits
from sandbox.records import Channel, ChannelKind
from sandbox.traffic import Exchange
from sandbox.workspace import Workspace
from storage.delivery import Delivery, queue
from storage.kinds import DeliveryKind, Subject
from tests.bench.figures import Part, Target, Times
from tests.bench.load import Deeds, all_at_once
from tests.bench.stage import BOT, SLACK_ANSWERS_IN, Process, Waits, process

CARDS = 8
TRIAGE = "C0PRESSDESK"
CHANNELS = 50
EACH = 10
FIRST = 250  # of the messages: before the minute's budget is spent
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def cards(bot: Process, deeds: Deeds) -> Part:
    """One enquiry at a time, each when the one before is all told."""
    taken = []
    _until_told(bot)
    for _ in range(CARDS):
        before = len(bot.slack.log.calls("chat.postMessage"))
        all_at_once(bot.slack, [deeds.submission()])
        taken.append(_until_card(bot, before))
        _until_told(bot)
    times = Times("commit to the card in the channel", tuple(taken))
    rows = [times.row(), {"what": "Slack's own part of it", "p50 ms": SLACK_ANSWERS_IN}]
    return Part("From the commit to the card", f"A quiet hour; Slack's API answers in {SLACK_ANSWERS_IN} ms.", rows)


def _until_card(bot: Process, before: int) -> float:
    waits = Waits(20, bot)
    while not (found := [call for call in bot.slack.log.calls("chat.postMessage")[before:] if _to_triage(call)]):
        waits()
    submitted = [exchange for exchange in bot.slack.log if exchange.name == "view_submission"][-1]
    acked = submitted.at + timedelta(milliseconds=submitted.milliseconds)
    return (found[0].at - acked).total_seconds() * 1000


def _to_triage(call: Exchange) -> bool:
    return bool(call.payload.get("channel") == TRIAGE)


def _until_told(bot: Process) -> None:
    """Until Slack has heard nothing new for longer than a channel rests."""
    waits, heard, quiet_since = Waits(60, bot), -1, datetime.now(UTC)
    while datetime.now(UTC) - quiet_since < timedelta(seconds=1.6):
        if len(bot.slack.log.calls()) != heard:
            heard, quiet_since = len(bot.slack.log.calls()), datetime.now(UTC)
        waits(0.05)


def flood() -> Part:
    """Five hundred messages to fifty channels, with Slack's limits on."""
    with process(BOT, _wide_workspace()) as bot:
        _until_told(bot)
        bot.slack.log.clear()
        _queue(bot)
        waits = Waits(120, bot)
        while len(arrived := _arrived(bot)) < CHANNELS * EACH:
            waits(0.1)
        refused = sum(not call.answer["ok"] for call in bot.slack.log.calls("chat.postMessage"))
        return _told(arrived, refused, bot.slack.limits)


def _told(arrived: list[datetime], refused: int, limits: Limits) -> Part:
    least = least_seconds(CHANNELS * EACH, limits)
    whole, first = _seconds(arrived), _seconds(arrived[:FIRST])
    at_first = least_seconds(FIRST, limits)
    note = (
        f"From the first to the last; the least is what {limits.seconds_between_messages:g} s between two messages to a channel "
        f"and {limits.messages_a_minute} messages a minute in all allow."
    )
    part = Part(f"{CHANNELS * EACH} messages to {CHANNELS} channels at Slack's pace", note)
    part.rows = [
        {
            "what": f"all {CHANNELS * EACH}",
            "seconds": round(whole, 2),
            "least": least,
            "ratio": round(whole / least, 3),
        },
        {
            "what": f"the first {FIRST}, while only the channels' pace matters",
            "seconds": round(first, 2),
            "least": at_first,
            "ratio": round(first / at_first, 3),
        },
    ]
    part.targets = [
        Target(f"{CHANNELS * EACH} messages told", whole, "s", 1.2, "the least that both limits allow", least),
        Target("refused with 429", float(refused), "messages", 0.0),
    ]
    return part


def least_seconds(messages: int, limits: Limits) -> float:
    """The least time between the first and the last arrival that both of Slack's limits allow."""
    at: list[float] = []
    for number in range(messages):
        by_channel = number // CHANNELS * limits.seconds_between_messages
        by_minute = at[number - limits.messages_a_minute] + MINUTE if number >= limits.messages_a_minute else 0.0
        at.append(max(by_channel, by_minute))
    return at[-1]


def _seconds(arrived: list[datetime]) -> float:
    return (arrived[-1] - arrived[0]).total_seconds()


def _arrived(bot: Process) -> list[datetime]:
    """When each message came to Slack, the first one first."""
    ours = set(_channels())
    posts = [
        call
        for call in bot.slack.log.calls("chat.postMessage")
        if call.answer["ok"] and call.payload["channel"] in ours
    ]
    return sorted(call.at - timedelta(milliseconds=call.milliseconds) for call in posts)


def _wide_workspace() -> Workspace:
    workspace = load_workspace(WORKSPACE, clock=SandboxClock())
    for name in _channels():
        workspace.add_channel(Channel(id=name, name=name.lower(), kind=ChannelKind.PUBLIC))
    return workspace


def _channels() -> list[str]:
    return [f"C0BENCH{number:02d}" for number in range(CHANNELS)]


def _queue(bot: Process) -> None:
    for name in _channels():
        bot.slack.on_loop(bot.slack.workspace.join, bot.slack.workspace.channel(name), bot.slack.core.app.bot_user_id)
    with bot.database.write() as session:
        queue(session, [_delivery(name, number) for number in range(EACH) for name in _channels()])


def _delivery(channel: str, number: int) -> Delivery:
    return Delivery(
        kind=DeliveryKind.REPLY,
        key=f"bench:{channel}:{number}",
        lane=channel,
        subject=Subject.PERSON,
        subject_id=0,
        created_at=LONG_AGO,
        not_before=LONG_AGO,
        detail="greeting",
    )
