"""What people write in Slack about an enquiry: kept as its timeline while it stands, and a private word where it should not stand.

Slack's events come more than once, and in any order: a message is one note, a later edit wins, and what is deleted stays deleted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.desk import notes, public_buildings, telling
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.privacy import findings
from bot.rules.sensitivity import may_read
from bot.rules.thread_notes import ENOUGH_UNNAMED, Seen, kept_words, may_tell, references, tells
from bot.rules.understanding_text import plain_words
from bot.rules.working_forms import NOTE_WORDS, check_words
from storage.delivery import Delivery, card_at, sent_about
from storage.enquiry import Enquiry, get_enquiry, open_enquiries
from storage.kinds import DeliveryKind, Subject
from storage.thread_note import ThreadNote, get_note, note_at, note_of_form, notes_in_thread

MOST_OPEN = 1_000

# -- what Slack tells us


def heard(desk: Desk, message: Seen) -> bool:
    """A message was written. True: it stands in the thread of a card, and is part of that enquiry's timeline."""
    enquiry_id = _card_above(desk, message.channel, message.thread_ts)
    if enquiry_id is None:
        _look_for_private(desk, message)
        return False
    _keep(desk, enquiry_id, message)
    return True


def changed(desk: Desk, message: Seen) -> None:
    """A message was edited. One that we know is followed; one that we missed is heard now."""
    enquiry_id = _enquiry_of_note(desk, message.channel, message.ts)
    if enquiry_id is None:
        heard(desk, message)
    else:
        _keep(desk, enquiry_id, message)


def gone(desk: Desk, message: Seen) -> None:
    """A message was deleted. Its words go; that there was one stays."""
    enquiry_id = _enquiry_of_note(desk, message.channel, message.ts)
    if enquiry_id is None:
        enquiry_id = _card_above(desk, message.channel, message.thread_ts)
    if enquiry_id is not None:
        _forget(desk, enquiry_id, message)


def _card_above(desk: Desk, channel: str, thread_ts: str) -> int | None:
    told = desk.organisation
    if not thread_ts or channel not in {told.triage_channel, told.restricted_channel}:
        return None  # most messages are not in such a thread, and touch no database
    with desk.database.read() as session:
        return card_at(session, channel, thread_ts)


def _enquiry_of_note(desk: Desk, channel: str, ts: str) -> int | None:
    with desk.database.read() as session:
        note = note_at(session, channel, ts)
        return note.enquiry_id if note else None


def _look_for_private(desk: Desk, message: Seen) -> None:
    """Elsewhere, only a message that names an enquiry, or the press, is looked at."""
    if not message.channel.startswith("D") and may_tell(message.text):
        _overheard(desk, message)


# -- keeping it


@verb
def _keep(work: Work, enquiry_id: int, message: Seen) -> None:
    keep(work, work.enquiry(enquiry_id), message)


def keep(work: Work, enquiry: Enquiry, message: Seen, *, outside: bool = False, stands: bool = False) -> None:
    """Write down a message as it is now, within a verb that holds its enquiry. `stands`: someone said that it is gone, and it is not."""
    note = note_at(work.session, message.channel, message.ts)
    if note is None:
        note = _new(work, enquiry, message, outside=outside)
    elif (stands and note.deleted_at is not None) or _is_news(note, message):
        _take_over(note, message, kept_words(message, work.organisation))
    else:
        return
    _have_a_word(work, enquiry, note, message)


def _new(work: Work, enquiry: Enquiry, message: Seen, *, outside: bool) -> ThreadNote:
    note = ThreadNote(
        enquiry_id=enquiry.id,
        channel=message.channel,
        ts=message.ts,
        author=message.author,
        words=kept_words(message, work.organisation),
        posted_at=message.posted_at,
        edited_at=message.edited_at,
        files=[dict(one) for one in message.files],
        thread_ts=message.thread_ts,
        outside=outside,
    )
    work.session.add(note)
    work.session.flush()
    return note


def _is_news(note: ThreadNote, message: Seen) -> bool:
    """Whether this is an edit newer than what is kept. A link that unfolds is no edit; what is gone is not edited any more.

    Of what was written elsewhere "gone" may mean that the words were taken out of it: they can come back.
    """
    if message.edited_at is None or (note.deleted_at is not None and not note.outside):
        return False
    return note.edited_at is None or message.edited_at >= note.edited_at


def _take_over(note: ThreadNote, message: Seen, words: str) -> None:
    note.words, note.files, note.edited_at = words, [dict(one) for one in message.files], message.edited_at
    note.author, note.deleted_at = message.author, None


@verb
def _forget(work: Work, enquiry_id: int, message: Seen) -> None:
    enquiry = work.enquiry(enquiry_id)
    note = note_at(work.session, message.channel, message.ts)
    if note is None:  # deleted before we heard of it: what may still come of it comes too late
        note = _new(work, enquiry, message, outside=False)
    take_off(work, note)


def take_off(work: Work, note: ThreadNote) -> None:
    """Its words go, and whoever was asked to remove it sees that it is done."""
    if note.deleted_at is None:
        about = {note.enquiry_id, *references(note.words)}
        note.words, note.files, note.deleted_at = "", [], work.now
        _tick_off(work, note, about)


@verb
def _overheard(work: Work, message: Seen) -> None:
    """Words about a private enquiry, written where others read them: kept track of, so that their author can be helped."""
    for enquiry_id in references(message.text) or _recognised(work, message):
        enquiry = get_enquiry(work.session, enquiry_id, lock=True)
        if enquiry is not None and enquiry.restricted and tells(message.text, enquiry):
            keep(work, enquiry, message, outside=True)
            return


def _recognised(work: Work, message: Seen) -> list[int]:
    """The open private enquiries that these words tell of without naming them, among those that their author knows of: nobody else is
    to learn from us that there is one."""
    return [
        one.id
        for one in open_enquiries(work.session, limit=MOST_OPEN)
        if one.restricted
        and may_read(message.author, one, work.organisation)
        and tells(message.text, one, ENOUGH_UNNAMED)
    ]


# -- a private word to its author


def _have_a_word(work: Work, enquiry: Enquiry, note: ThreadNote, message: Seen) -> None:
    """Told to remove it where it is private; otherwise to take someone's details out, and thanked when they have."""
    private = _told_of(work, enquiry, note, message)
    if private is not None:
        note.warned = True
        ask_to_remove(work, private, note.author, note.id, note.id)
        return
    if note.outside:
        take_off(work, note)  # nothing private is left in it
        return
    found = public_buildings.asked_about(work, note).of(findings(plain_words(message.text)))
    if found.kinds or note.warned:
        note.warned = True
        public_buildings.tell(work, note, found)


def _told_of(work: Work, enquiry: Enquiry, note: ThreadNote, message: Seen) -> Enquiry | None:
    """The private enquiry that a message is about, if it is about one."""
    if enquiry.restricted and (not note.outside or tells(message.text, enquiry)):
        return enquiry
    others = (get_enquiry(work.session, one) for one in references(message.text) if one != enquiry.id)
    return next((one for one in others if one and one.restricted and tells(message.text, one)), None)


def ask_to_remove(work: Work, enquiry: Enquiry, author: str, first: int, last: int) -> None:
    """Ask someone to remove what they wrote about a private enquiry: their notes from the first to the last of these ids."""
    work.deliver(
        DeliveryKind.REMOVE,
        key=f"remove:{enquiry.id}:{first}-{last}:{author}",
        lane=author,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        detail=f"{first}-{last}",
        urgent=True,
    )


def _tick_off(work: Work, note: ThreadNote, enquiry_ids: Iterable[int]) -> None:
    for enquiry_id in sorted(enquiry_ids):
        for sent in sent_about(work.session, Subject.ENQUIRY, enquiry_id):
            if _asks_about(sent, note):
                telling.again(work, sent)


def _asks_about(sent: Delivery, note: ThreadNote) -> bool:
    if sent.kind == DeliveryKind.TAKE_OUT:
        return sent.key == public_buildings.word_key(note)
    return sent.kind == DeliveryKind.REMOVE and sent.lane == note.author and note.id in asked_notes(sent)


def asked_notes(sent: Delivery) -> range:
    """The ids of the notes that someone was asked to remove."""
    first, _, last = sent.detail.partition("-")
    return range(int(first), int(last) + 1)


# -- its author's answers


@verb
def says_removed(work: Work, note_id: int, *, person: str) -> None:
    """Its author says that it is gone. Slack tells us too; where it stands after all, the next reading of its thread finds it."""
    note = public_buildings.own_note(work, note_id, person)
    work.enquiry(note.enquiry_id)
    take_off(work, note)


@verb
def to_move(work: Work, enquiry_id: int, note_id: int, *, person: str) -> tuple[Enquiry, ThreadNote]:
    """What somebody wrote in Slack, for the form that puts it into the enquiry. Raises Refused."""
    return _to_move(work, enquiry_id, note_id, person)


@verb
def move(
    work: Work, enquiry_id: int, note_id: int, words: str, *, form_id: str, person: str
) -> tuple[Enquiry, ThreadNote]:
    """Put it into the enquiry as a note; the message in Slack is still its author's to delete. Raises FormRefused."""
    words = check_words(NOTE_WORDS, words)
    enquiry, written = _to_move(work, enquiry_id, note_id, person)
    if note_of_form(work.session, form_id) is None:
        kept = notes.keep(work, enquiry, words, person, form_id)
        telling.moved(work, enquiry, person, Deed.NOTE, {"note": kept.id})
    if not written.outside and written.enquiry_id == enquiry.id:
        written.words = ""  # they are in the note now
    return enquiry, written


def _to_move(work: Work, enquiry_id: int, note_id: int, person: str) -> tuple[Enquiry, ThreadNote]:
    enquiry = work.enquiry(enquiry_id)
    check(Deed.NOTE, person, work.organisation, enquiry)
    return enquiry, public_buildings.own_note(work, note_id, person)


# -- reading afterwards what was missed


@dataclass(frozen=True, slots=True)
class Known:
    """What was kept of a thread before it was read anew: the notes that stand, and those that are gone."""

    standing: frozenset[int]
    gone: frozenset[int]


def known_of(desk: Desk, channel: str, thread_ts: str) -> Known:
    """To be looked up before Slack is asked: what comes meanwhile is none of the reading's business."""
    with desk.database.read() as session:
        kept = notes_in_thread(session, channel, thread_ts)
    return Known(
        frozenset(one.id for one in kept if one.deleted_at is None),
        frozenset(one.id for one in kept if one.deleted_at is not None),
    )


@verb
def found_gone(work: Work, note_id: int) -> None:
    """A message is not there any more."""
    note = get_note(work.session, note_id)
    if note is not None:
        work.enquiry(note.enquiry_id)
        take_off(work, note)


@verb
def bring_up_to_date(
    work: Work, enquiry_id: int, channel: str, thread_ts: str, messages: Sequence[Seen], known: Known
) -> None:
    """A whole thread as Slack has it: what was missed is kept, what was edited is taken over, what is not there is gone."""
    enquiry = work.enquiry(enquiry_id)
    there = {message.ts: message for message in messages}
    for note in notes_in_thread(work.session, channel, thread_ts):
        message = there.pop(note.ts, None)
        if message is not None:
            keep(work, enquiry, message, stands=note.id in known.gone)
        elif note.id in known.standing:
            take_off(work, note)
    for message in there.values():
        keep(work, enquiry, message)
