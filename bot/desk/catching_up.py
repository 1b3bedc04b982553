"""What has to be read afterwards, because it may have been written while nobody listened: the threads of cards, and direct messages."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.desk import doors, thread_notes, told
from bot.desk.doors import Written
from bot.desk.work import Desk
from bot.rules.thread_notes import Seen
from bot.rules.working_time import local, moment, working_day_before
from storage.delivery import direct_channels, standing
from storage.enquiry import closed_since, open_enquiries
from storage.thread_note import note_read, notes_standing_outside, read_until

LISTENED = "listened"
"""The one place whose reading is written down: until when everything that was written has reached us."""

MARGIN = timedelta(minutes=1)
"""What was under way when the connection broke may not have reached us, though we were listening."""

MOST_THREADS = 1_000
CLOSED_LATELY = timedelta(days=7)
"""For so long after an enquiry was closed its thread is read too: it is where people go on writing."""
LATELY = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Thread:
    """The thread of an enquiry's card."""

    enquiry_id: int
    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A message that its author was asked to remove, outside such a thread."""

    note_id: int
    channel: str
    ts: str
    thread_ts: str


def listened_until(desk: Desk) -> datetime | None:
    """From when on something may have been missed; None: this is the first start, and nothing was."""
    with desk.database.read() as session:
        read = read_until(session, LISTENED)
        return read.at - MARGIN if read else None


def note_listening(desk: Desk, at: datetime) -> None:
    """Everything written before this moment has reached us."""
    with desk.database.write() as session:
        note_read(session, LISTENED, f"{at.timestamp():.6f}", at)


def threads(desk: Desk) -> list[Thread]:
    """The threads of all open enquiries, the next deadline first, and of those that were closed lately."""
    channels = (desk.organisation.restricted_channel, desk.organisation.triage_channel)
    with desk.database.read() as session:
        found = []
        lately = closed_since(session, desk.clock.now() - CLOSED_LATELY, MOST_THREADS)
        for enquiry in [*open_enquiries(session, limit=MOST_THREADS), *lately]:
            for channel in dict.fromkeys(channels):
                card = standing(session, f"card:enquiry:{enquiry.id}:{channel}") if channel else None
                if card is not None:
                    found.append(Thread(enquiry.id, card.channel, card.ts))
        return found


def worth_answering_since(desk: Desk, since: datetime) -> datetime:
    """From when on what was written in a channel is answered: whoever wrote before the last working day has gone on without us."""
    calendar = desk.organisation.calendar
    now = local(calendar, desk.clock.now())
    day = working_day_before(calendar, now.date() - timedelta(days=1))
    return max(since, moment(calendar, day, now.time()))


def elsewhere(desk: Desk) -> list[Elsewhere]:
    """Messages outside these threads that were to be removed, and stood when last heard of."""
    with desk.database.read() as session:
        found = notes_standing_outside(session)
        return [Elsewhere(one.id, one.channel, one.ts, one.thread_ts) for one in found]


def known_direct_channels(desk: Desk) -> list[str]:
    """The direct messages in which we have said something lately."""
    with desk.database.read() as session:
        return direct_channels(session, desk.clock.now() - LATELY)


def told_directly(desk: Desk, message: Seen) -> None:
    """A direct message that may have been missed. One that was answered is not answered again."""
    told.directly(desk, _written(message))


def _written(message: Seen) -> Written:
    return Written(message.author, message.text, message.channel, message.ts, message.thread_ts, message.pictures)


def told_in_a_channel(desk: Desk, message: Seen, bot: str) -> None:
    """A message in a channel that may have been missed: about an enquiry, to us, or in the intake channel. `bot` is our own id."""
    if thread_notes.heard(desk, message):
        return
    written = _written(message)
    if f"<@{bot}>" in message.text:
        doors.mentioned_meanwhile(desk, written)
    elif message.channel == desk.organisation.intake_channel and not message.thread_ts and message.text.strip():
        doors.noticed(desk, written)
