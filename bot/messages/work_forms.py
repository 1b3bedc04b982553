"""The short forms of working an enquiry: a note, opening it again, taking it back."""

from typing import Any

from bot.messages.ids import Field, View
from bot.messages.page_reader import Reader
from bot.messages.parts import asked, context, modal, section, writing
from bot.messages.people import name
from bot.messages.wording import working as words
from bot.rules.edit_form import NONE_GIVEN
from bot.rules.working_forms import officers_for
from storage.enquiry import Enquiry


def note_view(enquiry: Enquiry) -> dict[str, Any]:
    """A note for those who may read the enquiry."""
    box = asked(Field.NOTE_WORDS, words.NOTE, writing(lines=True), hint=words.NOTE_HINT)
    title = words.NOTE_TITLE.format(reference=enquiry.reference)
    return modal(View.NOTE, title, [box], submit=words.SAVE, close=words.CANCEL, metadata=str(enquiry.id))


def reopen_view(enquiry: Enquiry, reader: Reader) -> dict[str, Any]:
    """Why, and until when an answer is needed now."""
    still = enquiry.officer in officers_for(enquiry, reader.organisation)
    officer = enquiry.officer if still else reader.person
    blocks = [
        section(words.REOPEN_INTRO.format(officer=name(reader.organisation, officer))),
        *([context(words.REOPEN_ANSWERED)] if enquiry.responded_at else []),
        asked(Field.REOPENED_BECAUSE, words.REOPENED_BECAUSE, writing(lines=True), hint=words.REOPENED_BECAUSE_HINT),
        asked(Field.DEADLINE, words.REOPENED_DEADLINE, writing(initial=NONE_GIVEN), hint=words.DEADLINE_HINT),
    ]
    title = words.REOPEN_TITLE.format(reference=enquiry.reference)
    return modal(View.REOPEN, title, blocks, submit=words.REOPEN_SUBMIT, close=words.CANCEL, metadata=str(enquiry.id))


def withdraw_view(enquiry: Enquiry) -> dict[str, Any]:
    """Why the person who raised it takes it back."""
    box = writing(lines=True)
    blocks = [
        section(words.WITHDRAW_INTRO),
        asked(Field.WITHDRAWN_BECAUSE, words.WITHDRAWN_BECAUSE, box, hint=words.WITHDRAWN_BECAUSE_HINT),
    ]
    title = words.WITHDRAW_TITLE.format(reference=enquiry.reference)
    about = str(enquiry.id)
    return modal(View.WITHDRAW, title, blocks, submit=words.WITHDRAW_SUBMIT, close=words.CANCEL, metadata=about)
