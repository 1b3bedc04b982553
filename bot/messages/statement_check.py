"""The forms of a fact check: whom to ask, and what they are asked."""

from datetime import datetime
from typing import Any

from bot.messages.enquiry_facts import deadline_line
from bot.messages.ids import Field, View
from bot.messages.page_reader import Reader
from bot.messages.parts import asked, choice, context, divider, modal, quoted, radio, section, writing
from bot.messages.sign_off_form import at_a_time, one_person
from bot.messages.statement_form import whole
from bot.messages.wording import forms
from bot.messages.wording import statements as words
from storage.brief import Brief
from storage.statement import FactCheck, Statement


def ask_view(
    brief: Brief, statement: Statement, reader: Reader, person: str | None, due_at: datetime
) -> dict[str, Any]:
    """Who knows the case, and until when."""
    enquiry = brief.enquiry
    blocks = [
        section(deadline_line(enquiry, reader.organisation, reader.now)),
        section(words.FACTS_ABOUT.format(version=statement.version)),
        asked(Field.CHECKER, words.CHECKER, one_person(person)),
        asked(Field.ANSWER_BY, words.ANSWER_BY, at_a_time(due_at), optional=True),
    ]
    title = words.FACTS_TITLE.format(reference=enquiry.reference)
    about = f"{enquiry.id}:{statement.version}"
    return modal(View.ASK_FACTS, title, blocks, submit=words.FACTS_SUBMIT, close=words.CANCEL, metadata=about)


def check_view(check: FactCheck, brief: Brief, statement: Statement) -> dict[str, Any]:
    """The words and the question: are the facts right?"""
    enquiry = brief.enquiry
    answers = [choice(words.FACTS_ARE_RIGHT, "right"), choice(words.FACTS_ARE_WRONG, "wrong")]
    blocks = [
        *([context(forms.OPEN_AUDITED)] if enquiry.restricted else []),
        section(words.CHECK_WHAT),
        section(words.READ_WORDS),
        *whole(statement.words),
        divider(),
        section(words.THEY_ASK),
        quoted(enquiry.question),
        asked(Field.FACTS, words.FACTS, radio(answers)),
        asked(Field.FACTS_WRONG, words.FACTS_WHAT, writing(lines=True), hint=words.FACTS_WHAT_HINT, optional=True),
    ]
    metadata = f"{enquiry.id}:{check.id}"
    return modal(
        View.CHECK_FACTS, words.CHECK_TITLE, blocks, submit=words.CHECK_SUBMIT, close=words.CANCEL, metadata=metadata
    )
