"""A colleague has marked a message as good news: whoever wrote it is asked, privately and once, and nobody hears what they answer."""

from enum import StrEnum

from bot.desk.kept import Kept
from bot.desk.work import Desk, Work, verb
from bot.rules.reactions import suggests
from bot.rules.understanding_text import heard
from storage.delivery import ever_sent, replies_to
from storage.kinds import DeliveryKind, Subject
from storage.notes import change_words, first_sight, forget_words, keep_words, kept_words
from storage.preference import prefer, preference
from storage.story import StoryIdea

ASKS = "offers:reaction"
"""The preference that says whether someone is asked."""

OFF = "off"
SENT = "sent"
"""In place of an answer, once it has become a story idea, whose id follows."""
DRAFT, THROWN = "draft", "thrown"
"""The same, once it is put aside as a draft; and once that was thrown away."""
REACTION = "reaction"
"""In place of the command, with words that a message holds."""


class Answer(StrEnum):
    """What they said."""

    NO = "no"
    NEVER = "never"


def key_of(channel: str, ts: str) -> str:
    """One question for each message."""
    return f"reacted:{channel}:{ts}"


def reacted(desk: Desk, reaction: str, author: str, channel: str, ts: str) -> None:
    """A reaction on a message. Nearly all of them mean nothing to us, and touch no database."""
    if suggests(reaction, author, channel, desk.organisation):
        _ask(desk, author, channel, ts)


@verb
def _ask(work: Work, author: str, channel: str, ts: str) -> None:
    key = key_of(channel, ts)
    if preference(work.session, author, ASKS) == OFF or ever_sent(work.session, [key]):
        return
    if first_sight(work.session, key, work.now):
        words_id = keep_words(work.session, author, REACTION, "", work.now)
        _say(work, author, key, f"{words_id} {channel} {ts}")


def _say(work: Work, person: str, key: str, detail: str) -> None:
    work.deliver(
        DeliveryKind.REACTED,
        key=key,
        lane=person,
        subject=Subject.PERSON,
        subject_id=0,
        detail=detail,
    )


def not_read_yet(desk: Desk, words_id: str, person: str) -> bool:
    """Whether the message itself has still to be read."""
    with desk.database.read() as session:
        return kept_words(session, words_id, person) == ""


@verb
def found(work: Work, words_id: str, message: Kept | None) -> None:
    """What the message says, kept for its author alone. None: there is nothing to ask about."""
    if message is None:
        forget_words(work.session, words_id)
    else:
        said = Kept(heard(message.words) or " ", message.files, message.thread_ts)
        change_words(work.session, words_id, said.packed())


def became(work: Work, story: StoryIdea, words_id: str, what: str) -> None:
    """They said yes, and have sent it, put it aside, or thrown that away: the question says so in its place."""
    for one in replies_to(work.session, story.author, DeliveryKind.REACTED):
        of_this, channel, ts, *said = one.detail.split()
        if of_this == words_id or said == [DRAFT, str(story.id)]:
            _say(work, story.author, one.key, f"{of_this} {channel} {ts} {what} {story.id}")


@verb
def answered(work: Work, channel: str, ts: str, answer: Answer, *, person: str) -> None:
    """No thanks, or never again. The question says so in its place; nothing is recorded about the message."""
    key = key_of(channel, ts)
    asked = [one for one in replies_to(work.session, person, DeliveryKind.REACTED) if one.key == key]
    if not asked:
        return
    if answer == Answer.NEVER:
        prefer(work.session, person, ASKS, OFF, work.now)
    words_id = asked[-1].detail.split()[0]
    _say(work, person, key, f"{words_id} {channel} {ts} {answer}")
