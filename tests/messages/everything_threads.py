"""Every word about messages that should not stand where they stand, and pages with a timeline, around one foreign text."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.messages import doors, thread_remove
from bot.messages.message import Message
from storage.kinds import Status
from storage.organisation import Organisation
from storage.thread_note import ThreadNote
from tests.messages.samples import DEPUTY, OFFICER, SOCIAL_WORKER, T0, enquiry, entry, page

FILE = {
    "id": "F0LETTER1",
    "name": "letter.pdf",
    "permalink": "https://northbank.slack.com/files/U0OFFICER/F0LETTER1/letter.pdf",
}


def note(number: int = 1, words: str = "I ring them at noon.", **changes: Any) -> ThreadNote:
    """What a press officer wrote in the thread of the card."""
    facts: dict[str, Any] = {
        "enquiry_id": 42,
        "channel": "C0TRIAGE",
        "ts": f"1796203800.{number:06d}",
        "thread_ts": "1796203800.000000",
        "author": OFFICER,
        "words": words,
        "posted_at": T0 + timedelta(minutes=number),
    }
    made = ThreadNote(**{**facts, **changes})
    made.id = number
    return made


def notes_of(words: str) -> list[ThreadNote]:
    """One of each: as written, edited, with files, deleted, by the form, elsewhere, by someone we do not know."""
    files = [FILE, {"id": "F1", "name": words, "permalink": ""}, {"id": "F2", "name": "", "permalink": ""}] * 4
    return [
        note(1, words),
        note(2, words, edited_at=T0 + timedelta(hours=1)),
        note(3, "", files=files),
        note(4, words, files=files),
        note(5, "", deleted_at=T0),
        note(6, words, channel="", ts="V9", thread_ts="", author=SOCIAL_WORKER),
        note(7, words, thread_ts="", outside=True),
        note(8, words, author="U0UNKNOWN"),
        note(9, "", thread_ts="", outside=True, author=SOCIAL_WORKER),
    ]


def messages(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """To someone who wrote one message, several, or more than can be listed; standing, gone, and not private any more."""
    one_by_one = [one for one in notes_of(words) if one.channel]
    many = [note(number, words, author=DEPUTY) for number in range(1, 21)]
    for restricted in (True, False):
        private = enquiry(restricted=restricted, question=words, outlet=words)
        for listed in (*([one] for one in one_by_one), many):
            yield f"remove {len(listed)}", thread_remove.message(private, listed, told)
        half = [note(1, words), note(2, "", deleted_at=T0), note(3, words)]
        yield "remove, some gone", thread_remove.message(private, half, told)
        yield "remove, one left", thread_remove.message(private, half[:2], told)
        yield "remove, all gone", thread_remove.message(private, [half[1], half[1]], told)
    yield "forgotten", doors.forgotten()
    yield "sent", doors.sent("ME-0042")
    yield "put aside", doors.put_aside(7)
    yield "thrown away", doors.thrown_away()
    yield "can stay", thread_remove.can_stay(note(1, words), told)
    yield "taken out", thread_remove.taken_out(note(1, words), told)


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """The form that moves it, what follows, and pages with much written about an enquiry."""
    private = enquiry(restricted=True)
    yield "move", thread_remove.move_view(private, note(1, words))
    yield "moved", thread_remove.moved_view(private, note(1, words))
    for restricted in (False, True):
        about = enquiry(status=Status.IN_PROGRESS, restricted=restricted)
        moves = [entry("claimed"), entry("noted"), entry("opened")]
        yield "timeline", page(about, told, moves, notes=tuple(notes_of(words)))
        yield "long timeline", page(about, told, moves * 30, notes=tuple(note(one, words) for one in range(1, 80)))
