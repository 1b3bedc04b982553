"""Every form that can be sent in, with more than fits in each box, with blanks, and with signs that nobody can see: each mistake is
said beside a field that the form has, in a sentence, and nothing breaks.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import update

from bot.desk.work import Desk
from bot.messages.ids import View
from handlers.door import Kind
from handlers.routes import ROUTES
from storage.engine import Database
from storage.kinds import CheckState, SignOffPart, SignOffState, Status
from storage.statement import FactCheck, SignOff
from tests.handlers.pressing import everything_in, send_form
from tests.handlers.refused import REFUSED
from tests.keeping.full import desk_on, write_enquiry, write_story
from tests.messages.everything import hostile_organisation, views

PRIYA, HELEN, AMARA, JOAN = "U0PRIYA03", "U0HELEN05", "U0AMARA01", "U0JOAN008"
TOO_MUCH = "x" * 3_001
BLANK = " \n\t "
UNSEEN = "\x00\u200b\u2028\x0b\ud800"

SUBMITTED = {route.id: route for route in ROUTES if route.kind == Kind.SUBMISSION}
WHO = {
    View.PRE_ELECTION: HELEN,
    View.SETTINGS_FORM: HELEN,
    View.TURN_ADD: HELEN,
    View.WITHDRAW: AMARA,
    View.CHOOSE_TOLD: AMARA,
    View.CHECK_FACTS: AMARA,
    View.APPROVE_SURE: JOAN,
    View.ASK_CHANGE: JOAN,
    View.WAIVE: JOAN,
}

LET_BE = {
    View.RESPOND: {"family_not_told_because"},  # they were told: why not is neither asked nor kept
    View.RESPONSE_CORRECT: {"family_not_told_because"},
    View.DIGEST_WORDS: {"digest_words"},  # no digest holds this story here; its own journeys word one
    View.HAND_TO: {"hand_note"},  # asked of somebody else here; see test_nudge_answers
}
"""Boxes that may hold anything in the forms as they are sent here."""

ANSWERED_ANEW = {View.SETTINGS_FORM}
"""Forms that are drawn anew here, since what they show is not what holds; their own journeys send them as they are."""


@pytest.fixture
def desk(file_database: Database) -> Iterator[Desk]:
    """An enquiry in progress with everything around it, and a story."""
    made = desk_on(file_database)
    closed: dict[str, Any] = {"outcome": None, "closed_by": None, "closed_at": None, "excluded": []}
    write_enquiry(file_database, status=Status.IN_PROGRESS, **closed)
    write_story(file_database)
    with file_database.write() as session:  # legal is asked for their yes, and whoever knows the case for the facts
        session.execute(update(SignOff).values(state=SignOffState.ASKED, part=SignOffPart.LEGAL, person=JOAN))
        session.execute(update(FactCheck).values(state=CheckState.ASKED, statement_id=2))
    yield made


def forms() -> dict[str, dict[str, Any]]:
    """One of each form, as it opens."""
    found: dict[str, dict[str, Any]] = {}
    for _, view in views("Words", hostile_organisation("Words")):
        id_ = str(view.get("callback_id", ""))
        known = found.get(id_)
        if id_ in SUBMITTED and (known is None or len(view["blocks"]) > len(known["blocks"])):
            found[id_] = view
    return found


FORMS = forms()


def about(id_: str, view: dict[str, Any]) -> str:
    """What the form is about, among the records of these tests."""
    known = REFUSED.get(id_)
    return known.about if known and known.about != "1" else re.sub(r"\A\d+", "1", str(view["private_metadata"]))


def written(view: dict[str, Any]) -> list[str]:
    """The boxes of a form that are written in."""
    inputs = [block for block in view["blocks"] if block.get("type") == "input"]
    return [str(one["block_id"]) for one in inputs if one["element"]["type"] == "plain_text_input"]


WRITTEN = {id_: view for id_, view in FORMS.items() if written(view)}


def test_every_form_is_tried() -> None:
    assert set(FORMS) == set(SUBMITTED)


@pytest.mark.parametrize("words", [TOO_MUCH, BLANK, UNSEEN], ids=["too much", "blank", "unseen"])
@pytest.mark.parametrize("id_", sorted(WRITTEN))
def test_a_box_that_is_wrong_is_answered_at_a_field_of_the_form(desk: Desk, id_: str, words: str) -> None:
    view, route = WRITTEN[id_], SUBMITTED[id_]
    boxes = written(view)
    before = everything_in(desk.database)
    answered = send_form(desk, route, WHO.get(View(id_), PRIYA), view, dict.fromkeys(boxes, words), about(id_, view))
    (ack,) = answered.acks
    errors: dict[str, str] = ack.get("errors") or {}
    inputs = {str(block["block_id"]) for block in view["blocks"] if block.get("type") == "input"}
    assert set(errors) <= inputs
    assert [said for said in errors.values() if not said.strip().endswith((".", "?")) or "{" in said] == []
    if words == TOO_MUCH and View(id_) not in ANSWERED_ANEW:
        assert set(errors) >= set(boxes) - LET_BE.get(View(id_), set()), errors
    if errors:
        assert everything_in(desk.database) == before
