"""Northbank Council with short waits, and a look into Slack itself: what stands there, once, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from bot import manifest
from bot.app import Bot, build
from bot.delivery.sender import NOT_LOOKED_FOR
from bot.delivery.timing import Timing
from bot.demo import ORGANISATION, WORKSPACE
from bot.organisation.file import read_organisation_file
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.people.form import Form
from sandbox.people.seen import Message
from storage.delivery import Delivery
from storage.engine import Database
from storage.kinds import DeliveryState
from storage.organisation import save_organisation
from tests.journeys.council import ENQUIRY, T0, Council, settings_for, unhurried

ACK_SECONDS = (
    6.0  # Slack's three, doubled: how fast it is, is measured elsewhere, and a busy machine is no fault of the bot's
)
QUICK = Timing(request=1.0, lease=timedelta(seconds=2.5), first_pause=0.05, longest_pause=0.2, refused=0.2)
DESK = "C0PRESSDESK"


@contextmanager
def shaken_council(*databases: Database, timing: Timing = QUICK) -> Iterator[Council]:
    """The council at a moment that stands still; one process for each database that is given."""
    clock = SandboxClock(T0, flowing=False)
    organisation = read_organisation_file(ORGANISATION)
    with databases[0].write() as session:
        save_organisation(session, organisation)
    with (
        Sandbox(load_workspace(WORKSPACE, clock=clock), manifest.manifest(), clock=clock) as slack,
        ExitStack() as ends,
    ):
        slack.limits.on = False
        bots = []
        for database in databases:
            bot = build(settings_for(slack, database), database=database, clock=clock, pace=unhurried(), timing=timing)
            ends.callback(bot.stop)
            _begin(bot)
            bots.append(bot)
        slack.wait_for_app(len(bots))
        yield Council(slack, databases[0], bots, organisation)


def _begin(bot: Bot) -> None:
    bot.start()
    bot.connect()


@dataclass(frozen=True)
class Posted:
    """One message of the bot's as it stands in Slack."""

    channel: str
    ts: str
    random_id: str
    text: str
    in_thread: bool


def posted(slack: Sandbox) -> list[Posted]:
    """Every message that the bot posted through the outbox and that still stands, in Slack's own order."""

    def look() -> list[Posted]:
        found = [
            Posted(channel.id, message.ts, message.metadata["event_payload"]["id"], message.text, message.is_reply)
            for channel in slack.workspace.channels.values()
            for message in channel.messages.values()
            if message.metadata
        ]
        return sorted(found, key=lambda each: each.ts)

    return slack.on_loop(look)


def deliveries(database: Database) -> list[Delivery]:
    """All of the outbox, oldest first."""
    with database.read() as session:
        return list(session.scalars(select(Delivery).order_by(Delivery.id)))


def assert_each_once_and_in_order(council: Council) -> None:
    """Slack holds exactly one message for each thing that was to be said, and each channel's came in the order they were queued."""
    rows = deliveries(council.database)
    stands = posted(council.slack)
    by_random_id = {row.random_id: row for row in rows}
    assert {each.random_id for each in stands} <= by_random_id.keys()

    said = Counter(by_random_id[each.random_id].key for each in stands)
    wanted = {row.key for row in rows if row.state == DeliveryState.SENT and row.kind not in NOT_LOOKED_FOR}
    assert said == dict.fromkeys(wanted, 1)
    assert [(row.kind, row.error) for row in rows if row.state == DeliveryState.FAILED] == []
    assert_in_order([by_random_id[each.random_id] for each in stands])


def assert_in_order(rows: Sequence[Delivery]) -> None:
    """Within each lane, and among those equally urgent, what was queued first was posted first."""
    lanes: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for row in rows:
        lanes[row.lane, row.urgent].append(row.id)
    for lane, ids in lanes.items():
        assert ids == sorted(ids), lane


def cards(council: Council, reference: str) -> list[Posted]:
    """What the press desk's channel holds about an enquiry. A card may name another further down, as one like it."""
    return [
        each
        for each in posted(council.slack)
        if each.channel == DESK and reference in each.text.partition(". ")[0] and not each.in_thread
    ]


def form_of(council: Council, who: str = "amara") -> Form:
    """The form of an enquiry, open before this person."""
    person = council.person(who)
    assert person.types("/media-enquiry") == ""
    return person.form


def raise_enquiry(council: Council, who: str = "amara", **answers: str) -> Form:
    """Someone raises an enquiry; nobody waits for what is said of it."""
    return form_of(council, who).fill(**{**ENQUIRY, **answers}).submit()


def card_of(council: Council, who: str, reference: str) -> Message:
    """An enquiry's card as somebody in the press desk's channel sees it: what stands in the channel itself, not in a thread."""

    def there(messages: list[Message]) -> bool:
        return any(reference in message.text for message in messages)

    found = council.person(who).in_channel("press-desk").wait_until(there)
    return next(message for message in reversed(found) if reference in message.text)
