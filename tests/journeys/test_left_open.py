"""A form left open for an hour while the enquiry moved on: it says what happened, and everything typed is still there."""

import pytest

from bot.desk import statements, working
from bot.rules.enquiry_form import CloseForm
from bot.rules.statement_form import StatementForm
from tests.journeys.council import Council
from tests.journeys.test_working import opened, presses

TYPED = "These are the words I have written for an hour."
CLOSED = "Helen Brooks has already closed this enquiry. If there is more to do, the press office can open it again."

FORMS = [
    ("Record the response", "response", "response"),
    ("Draft a statement", "words_1", "words_1"),
    ("Add more", "angle", "marks"),
    ("Change details", "angle", "outlet"),
    ("Close the enquiry", "outcome_note", "outcome"),
    ("Link to another", "other_reference", "link_kind"),
    ("Hand it over", "hand_note", "officer"),
]


@pytest.mark.parametrize(("button", "box", "first"), FORMS, ids=[button for button, _, _ in FORMS])
def test_it_was_closed_meanwhile(council: Council, button: str, box: str, first: str) -> None:
    council.raises("amara")
    council.raises("amara", outlet="BBC Northbank")
    council.card("ME-0001: ").press("I'll take it")
    council.until_quiet()
    opened(council, "priya", "ME-0001: ")
    presses(council, "priya", button)
    answers = {
        "Close the enquiry": {"outcome": "declined"},
        "Link to another": {"link_kind": "duplicate", "other_reference": "ME-0002"},
        "Hand it over": {"officer": "Dewi Hughes"},
    }
    form = council.person("priya").form.fill(**{box: TYPED, **answers.get(button, {})})
    council.advance(hours=1)
    working.close(council.bot.desk, 1, CloseForm("withdrawn"), person=council.person("helen").id)
    council.until_quiet()
    typed = form.values[box]
    before = council.trail()

    form.submit()
    assert form.is_open
    assert form.errors == {first: CLOSED}
    assert form.values[box] == typed
    assert council.trail() == before


def test_the_words_were_signed_off_and_changed_meanwhile(council: Council) -> None:
    """Somebody else has written a version: the form shows it, and keeps these words."""
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    opened(council, "priya")
    presses(council, "priya", "Draft a statement")
    form = council.person("priya").form.fill(words_1=TYPED)
    dewi = council.person("dewi").id
    statements.draft(council.bot.desk, 1, StatementForm(("Elm House stays open.",)), form_id="V7", person=dewi)
    council.until_quiet()
    form.submit()
    form = council.person("priya").form
    assert form.values["words_1"] == TYPED
    assert "Elm House stays open." in form.text
