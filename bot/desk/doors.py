"""What people tell the bot in their own words: by direct message, by a mention, in the intake channel. Answered once, and privately.

Their words are kept for two days, without anyone's details, and given back by an id: no message, button or delivery holds them.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.desk import reactions
from bot.desk.kept import Kept
from bot.desk.reactions import ASKS
from bot.desk.work import Desk, Work, verb
from bot.rules.intake import read
from bot.rules.intake_table import Reads
from bot.rules.understanding_text import heard
from storage.delivery import get_delivery, mark_failed, replies_to
from storage.enquiry import Enquiry
from storage.kinds import DeliveryKind, Subject
from storage.notes import first_sight, keep_words, kept_words
from storage.preference import prefer, preference
from storage.story import StoryIdea

HEARD = "heard"
"""How the detail of a reply begins that answers what somebody wrote; the words' id follows, and where it was written."""
SENT = "sent"
"""The same, once it has become an enquiry, whose id follows."""
SENT_STORY = "sent_story"
"""The same, once it has become a story idea."""
DRAFT_STORY, THROWN_STORY = "draft_story", "thrown_story"
"""The same, once it is put aside as a draft; and once that was thrown away."""
OFFERS = "offers"
"""The same, of one that says whether offers are on."""

OFF = "off"
WRITTEN = "written"
"""In place of the command, with words that came after none."""


@dataclass(frozen=True, slots=True)
class Written:
    """A message that somebody wrote, and where. `thread_ts` is "" outside a thread."""

    person: str
    text: str
    channel: str
    ts: str
    thread_ts: str = ""
    files: tuple[str, ...] = ()

    @property
    def event_id(self) -> str:
        """What it is known by, however it comes to us: as an event, as the same event again, or read afterwards."""
        return f"message:{self.channel}:{self.ts}"


@dataclass(frozen=True, slots=True)
class Whispered:
    """Whom a private message in a channel is for, what it answers, and where: a delivery's detail."""

    words_id: str
    person: str
    ts: str
    thread_ts: str = ""

    def written(self) -> str:
        """As a delivery's detail."""
        return f"{self.words_id} {self.person} {self.ts} {self.thread_ts}".strip()

    @classmethod
    def read(cls, detail: str) -> "Whispered":
        """From a delivery's detail."""
        return cls(*detail.split())

    def kept(self, channel: str) -> str:
        """What a button carries: the id of the words, and where they were written."""
        return f"{self.words_id} {channel} {self.ts} {self.thread_ts}".strip()


@verb
def told_directly(work: Work, written: Written, *, event_id: str) -> None:
    """A direct message: answered at once, and once however often Slack brings it."""
    if first_sight(work.session, event_id, work.now):
        _reply(work, written.person, event_id, f"{HEARD} {_keep(work, written)}")


@verb
def mentioned(work: Work, written: Written) -> None:
    """A mention of the bot in a channel: answered there once, however often it is edited, and only the one who wrote it sees it."""
    if first_sight(work.session, f"mention:{written.channel}:{written.ts}", work.now):
        _whisper(work, DeliveryKind.ANSWER, written)


@verb
def mentioned_meanwhile(work: Work, written: Written) -> None:
    """The same, read afterwards: answered by direct message, since what one person sees in a channel is gone with their next look."""
    if first_sight(work.session, f"mention:{written.channel}:{written.ts}", work.now):
        kept = Whispered(_keep(work, written), written.person, written.ts, written.thread_ts).kept(written.channel)
        _reply(work, written.person, f"mention:{written.channel}:{written.ts}", f"{HEARD} {kept}")


def noticed(desk: Desk, written: Written) -> None:
    """A message in the intake channel: where it reads like an enquiry or a story, its author is offered help, once and privately.

    Most read like neither, and touch no database.
    """
    reads = read(heard(written.text)).reads
    if reads != Reads.NEITHER:
        _offer(desk, written, reads)


@verb
def _offer(work: Work, written: Written, reads: Reads) -> None:
    if preference(work.session, written.person, _offers(reads)) == OFF:
        return
    if first_sight(work.session, f"intake:{written.channel}:{written.ts}", work.now):
        _whisper(work, DeliveryKind.OFFER, written)


def _whisper(work: Work, kind: DeliveryKind, written: Written) -> None:
    to = Whispered(_keep(work, written), written.person, written.ts, written.thread_ts)
    work.deliver(
        kind,
        key=f"{kind}:{written.channel}:{written.ts}",
        lane=written.channel,
        subject=Subject.PERSON,
        subject_id=0,
        detail=to.written(),
        urgent=True,
    )


def _keep(work: Work, written: Written) -> str:
    kept = Kept(heard(written.text), written.files)
    return keep_words(work.session, written.person, WRITTEN, kept.packed(), work.now)


def _reply(work: Work, person: str, event_id: str, detail: str) -> None:
    work.deliver(
        DeliveryKind.REPLY,
        key=f"reply:{event_id}",
        lane=person,
        subject=Subject.PERSON,
        subject_id=0,
        detail=detail,
        urgent=True,
    )


@verb
def not_shown(work: Work, delivery_id: int, error: str, at: datetime) -> None:
    """Something that one person was to see in a channel may not have been seen. An offer is let go; an answer goes as a direct message."""
    mark_failed(work.session, delivery_id, error, at)
    delivery = get_delivery(work.session, delivery_id)
    if delivery is not None and delivery.kind == DeliveryKind.ANSWER:
        to = Whispered.read(delivery.detail)
        _reply(work, to.person, delivery.key, f"{HEARD} {to.kept(delivery.lane)}")


@verb
def kept_of(work: Work, words_id: str, *, person: str) -> Kept:
    """What somebody wrote, for the form; without words when it has been forgotten, or is somebody else's."""
    return Kept.unpacked(kept_words(work.session, words_id, person) or "")


def sent(work: Work, enquiry: Enquiry, words_id: str) -> None:
    """What was told to us in a direct message is an enquiry now: our answer there does not ask for it a second time."""
    _say_sent(work, enquiry.raised_by, words_id, f"{SENT} {enquiry.id}")


def story_sent(work: Work, story: StoryIdea, words_id: str) -> None:
    """The same of a story idea, a draft before or not; and of a message that a colleague liked, whose writer we had asked."""
    _say_sent(work, story.author, words_id, f"{SENT_STORY} {story.id}", draft_of=story)
    reactions.became(work, story, words_id, reactions.SENT)


def story_put_aside(work: Work, story: StoryIdea, words_id: str) -> None:
    """What was told to us is a draft: our answer there leads to it, and does not begin another one."""
    _say_sent(work, story.author, words_id, f"{DRAFT_STORY} {story.id}")
    reactions.became(work, story, words_id, reactions.DRAFT)


def draft_thrown_away(work: Work, story: StoryIdea) -> None:
    """The draft is gone, and our answer says so."""
    _say_sent(work, story.author, "", f"{THROWN_STORY} {story.id}", draft_of=story)
    reactions.became(work, story, "", reactions.THROWN)


def _say_sent(work: Work, person: str, words_id: str, detail: str, *, draft_of: StoryIdea | None = None) -> None:
    drafted = [DRAFT_STORY, str(draft_of.id)] if draft_of else None
    for one in replies_to(work.session, person, DeliveryKind.REPLY):
        said = one.detail.split()[:2]
        if said == drafted or (words_id and said == [HEARD, words_id]):
            _reply(work, one.lane, one.key.removeprefix("reply:"), detail)


@verb
def never_offer(work: Work, reads: Reads, *, person: str) -> None:
    """This kind is not to be offered to them again."""
    prefer(work.session, person, _offers(reads), OFF, work.now)


@verb
def switch_offers(work: Work, *, on: bool, person: str, event_id: str) -> None:
    """Offers of every kind, on or off again, and a sentence that says so."""
    if first_sight(work.session, event_id, work.now):
        for offers in (_offers(Reads.ENQUIRY), _offers(Reads.STORY), ASKS):
            prefer(work.session, person, offers, "on" if on else OFF, work.now)
        _reply(work, person, event_id, f"{OFFERS} {'on' if on else OFF}")


def _offers(reads: Reads) -> str:
    return f"offers:{reads}"
