"""The forms that record a response and close an enquiry."""

from datetime import datetime
from typing import Any

from bot.messages.enquiry_facts import deadline_line
from bot.messages.ids import Field, View
from bot.messages.parts import (
    Element,
    asked,
    choice,
    menu,
    modal,
    quoted,
    section,
    writing,
)
from bot.messages.wording import forms
from bot.messages.wording.names import OUTCOME
from storage.enquiry import Enquiry
from storage.kinds import Outcome, Status
from storage.organisation import Organisation


def respond_view(enquiry: Enquiry, organisation: Organisation, now: datetime) -> dict[str, Any]:
    """What was said to the journalist, to whom and when. The question stands above, to be answered."""
    when: Element = {"type": "datetimepicker", "initial_date_time": int(now.timestamp())}
    blocks = [
        section(deadline_line(enquiry, organisation, now)),
        section(forms.THEY_ASK),
        quoted(enquiry.question),
        asked(Field.RESPONSE, forms.RESPONSE, writing(lines=True), hint=forms.RESPONSE_HINT),
        asked(Field.RESPONSE_TO, forms.RESPONSE_TO, writing(initial=f"{enquiry.journalist}, {enquiry.outlet}")),
        asked(Field.RESPONDED_AT, forms.RESPONDED_AT, when, hint=forms.RESPONDED_AT_HINT, optional=True),
    ]
    title = forms.RESPOND_TITLE.format(reference=enquiry.reference)
    return modal(View.RESPOND, title, blocks, submit=forms.RESPOND_SUBMIT, close=forms.CANCEL, metadata=str(enquiry.id))


def close_view(enquiry: Enquiry) -> dict[str, Any]:
    """How it ended. "We answered" is offered where an answer is recorded, and only there."""
    answered = enquiry.status == Status.RESPONDED
    choices = [choice(OUTCOME[one], one) for one in Outcome if answered or one != Outcome.RESPONDED]
    ended = menu(choices, forms.CHOOSE, choices[0] if answered else None)
    blocks = [
        asked(Field.OUTCOME, forms.OUTCOME, ended),
        asked(Field.OUTCOME_NOTE, forms.OUTCOME_NOTE, writing(lines=True), hint=forms.OUTCOME_NOTE_HINT, optional=True),
    ]
    title = forms.CLOSE_TITLE.format(reference=enquiry.reference)
    return modal(View.CLOSE, title, blocks, submit=forms.CLOSE_SUBMIT, close=forms.CANCEL, metadata=str(enquiry.id))
