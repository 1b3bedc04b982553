"""What its author says of an address in a thread: nobody lives there, so it can stay. Written down, as in a form."""

from bot.desk.work import Work, verb
from bot.rules.reasons import Reason, Refused
from bot.rules.take_out import TakeOut
from storage.delivery import latest_detail
from storage.kinds import DeliveryKind, Subject
from storage.thread_note import ThreadNote, get_note


def asked_about(work: Work, note: ThreadNote) -> TakeOut:
    """What its author was asked to take out when last we wrote to them."""
    detail = latest_detail(work.session, word_key(note))
    return TakeOut.read(detail) if detail else TakeOut(note.id)


def tell(work: Work, note: ThreadNote, found: TakeOut) -> None:
    """The word to its author, or the same brought up to date."""
    work.deliver(
        DeliveryKind.TAKE_OUT,
        key=word_key(note),
        lane=note.author,
        subject=Subject.ENQUIRY,
        subject_id=note.enquiry_id,
        detail=found.written(),
    )


def word_key(note: ThreadNote) -> str:
    """One word to the author of each message."""
    return f"take_out:{note.id}"


def own_note(work: Work, note_id: int, person: str) -> ThreadNote:
    """Somebody's own message, as it is kept. Raises Refused."""
    note = get_note(work.session, note_id)
    if note is None:
        raise Refused(Reason.NOT_FOUND)
    if note.author != person:
        raise Refused(Reason.NOT_YOURS)
    return note


@verb
def can_stay(work: Work, note_id: int, *, person: str) -> None:
    """This is a public building. The words themselves are kept nowhere: the same address may stay, another is pointed out."""
    enquiry = work.enquiry(own_note(work, note_id, person).enquiry_id)
    note = own_note(work, note_id, person)
    found = asked_about(work, note)
    if note.deleted_at is not None or not found.building:
        return
    after = found.let_stay()
    tell(work, note, after)
    kinds = [str(one) for one in found.kinds if one not in after.kinds]
    work.audit(person, "kept_as_typed", Subject.ENQUIRY, enquiry.id, {"kinds": kinds, "note": note.id})
