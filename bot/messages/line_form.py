"""The form that keeps an approved statement as a line."""

from datetime import date
from typing import Any

from bot.messages.enquiry_form import area_choices
from bot.messages.ids import Field, View
from bot.messages.parts import asked, context, day, header, menu, modal, one_of, pages, section, writing
from bot.messages.wording import forms
from bot.messages.wording import lines as words
from bot.rules.lines import first_review
from storage.enquiry import Enquiry
from storage.line import Line
from storage.organisation import Organisation
from storage.statement import Statement


def review_view(line: Line, today: date, metadata: str) -> dict[str, Any]:
    """A line looked at again: its words, and the next day for it."""
    blocks = [
        section(words.REVIEW_INTRO),
        header(line.topic),
        *pages(line.words),
        asked(Field.REVIEW_ON, words.REVIEW_ON, day(first_review(today)), hint=words.REVIEW_ON_HINT),
    ]
    return modal(
        View.LINE_REVIEW, words.REVIEW_TITLE, blocks, submit=words.REVIEW_SUBMIT, close=forms.CANCEL, metadata=metadata
    )


def keep_view(enquiry: Enquiry, statement: Statement, organisation: Organisation, today: date) -> dict[str, Any]:
    """What it is about, for which service, and when it is to be looked at again."""
    areas = area_choices(organisation)
    blocks = [
        section(words.KEEP_INTRO),
        *pages(statement.words),
        *([context(words.KEEP_PRIVATE)] if enquiry.restricted else []),
        asked(Field.LINE_TOPIC, words.TOPIC, writing(), hint=words.TOPIC_HINT),
        asked(Field.SERVICE_AREA, words.SERVICE_AREA, menu(areas, forms.CHOOSE, one_of(areas, enquiry.service_area))),
        asked(Field.REVIEW_ON, words.REVIEW_ON, day(first_review(today)), hint=words.REVIEW_ON_HINT),
    ]
    title = words.KEEP_TITLE.format(reference=enquiry.reference)
    about = str(enquiry.id)
    return modal(View.LINE_KEEP, title, blocks, submit=words.KEEP_SUBMIT, close=forms.CANCEL, metadata=about)
