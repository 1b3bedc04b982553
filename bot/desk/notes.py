"""Notes: what someone who deals with an enquiry, or raised it, wants the others to know."""

from bot.desk import telling
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.working_forms import NOTE_WORDS, check_words
from storage.enquiry import Enquiry
from storage.thread_note import ThreadNote, note_of_form


@verb
def write_note(work: Work, enquiry_id: int, words: str, *, form_id: str, person: str) -> ThreadNote:
    """Keep a note, once for each form; those who may read the enquiry find it on its page. Raises FormRefused.

    Whoever holds the enquiry sees in its thread that there is one.
    """
    words = check_words(NOTE_WORDS, words)
    enquiry = work.enquiry(enquiry_id)
    check(Deed.NOTE, person, work.organisation, enquiry)
    known = note_of_form(work.session, form_id)
    if known is not None:
        known.words = words  # the same form twice; what was corrected meanwhile counts
        return known
    note = keep(work, enquiry, words, person, form_id)
    telling.moved(work, enquiry, person, Deed.NOTE, {"note": note.id})
    return note


def keep(work: Work, enquiry: Enquiry, words: str, author: str, form_id: str) -> ThreadNote:
    """Write a note within another verb, which has checked it."""
    note = ThreadNote(enquiry_id=enquiry.id, channel="", ts=form_id, author=author, words=words, posted_at=work.now)
    work.session.add(note)
    work.session.flush()
    return note


@verb
def may_write(work: Work, enquiry_id: int, *, person: str) -> Enquiry:
    """The enquiry, for the form of a note, for those who may write one. Opening it shows nothing of the enquiry."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.NOTE, person, work.organisation, enquiry)
    return enquiry
