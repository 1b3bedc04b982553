"""The form that gives an enquiry to a press officer."""

from typing import Any

from bot.messages.ids import Field, View
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, Element, asked, choice, menu, modal, section, writing
from bot.messages.people import name
from bot.messages.wording import working as words
from bot.rules.working_forms import AssignForm, officers_for
from storage.enquiry import Enquiry


def assign_view(enquiry: Enquiry, reader: Reader, typed: AssignForm | None = None) -> dict[str, Any]:
    """Who has it, who is to have it, and a note to them. `typed`: somebody else has taken it while the form was open."""
    mine = enquiry.officer == reader.person
    title, submit = (
        (words.HAND_OVER_TITLE, words.HAND_OVER_SUBMIT) if mine else (words.ASSIGN_TITLE, words.ASSIGN_SUBMIT)
    )
    others = [one for one in officers_for(enquiry, reader.organisation) if one != enquiry.officer]
    choices = [choice(reader.organisation.name_of(one), one) for one in others]
    note = writing(lines=True, initial=typed.note if typed else "")
    asks: list[Block] = [
        asked(Field.OFFICER, words.OFFICER, menu(choices, words.CHOOSE, _first(choices, typed))),
        asked(Field.HAND_NOTE, words.HAND_NOTE, note, hint=words.HAND_NOTE_HINT, optional=True),
    ]
    return modal(
        View.ASSIGN,
        title.format(reference=enquiry.reference),
        [_standing(enquiry, reader, typed), *(asks if choices else [section(words.NOBODY_TO_GIVE_IT_TO)])],
        submit=submit if choices else "",
        close=words.CANCEL,
        metadata=f"{enquiry.id}:{enquiry.officer or ''}",
    )


def _first(choices: list[Element], typed: AssignForm | None) -> Element | None:
    return next((one for one in choices if typed and one["value"] == typed.officer), None)


def _standing(enquiry: Enquiry, reader: Reader, typed: AssignForm | None) -> Block:
    if not enquiry.officer:
        return section(words.NOBODY_HAS_IT)
    said = words.HAS_IT_NOW if typed else words.HAS_IT
    return section(said.format(officer=name(reader.organisation, enquiry.officer)))
