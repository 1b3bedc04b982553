"""How far a private enquiry has come when a part of the walk begins: brought there by the verbs, with a secret in every box."""

from typing import Any

from bot.desk import enquiries, fact_checks, foi, involved, notes, press, responses, sign_offs, statements, working
from bot.rules.enquiry_form import MoreForm
from bot.rules.foi import FoiForm
from bot.rules.involved import TellForm
from bot.rules.response_form import ResponseForm
from bot.rules.statement_form import FactsForm, SignOffForm, StatementForm
from storage.kinds import Mark, Status
from tests.withstand.walk import Walk
from tests.withstand.walk_to_the_words import ALIKE, RAISED


def begun(walk: Walk) -> None:
    """Three that are alike, the first with everything that can be added to it, all of them Dewi's."""
    for answers in (RAISED, ALIKE, ALIKE):
        walk.council.raises("tomasz", **answers)
    desk, dewi = walk.council.bot.desk, walk.council.person("dewi").id
    marks = (str(Mark.COURT), str(Mark.NOT_SURE))
    more = MoreForm(
        marks, how_it_came="By zqhowcome", angle="The zqangle", said_already="The zqsaidso", links="zqlinks"
    )
    enquiries.add_more(desk, 1, more, person=dewi)
    for number in (1, 2, 3):
        working.claim(desk, number, person=dewi)
    notes.write_note(desk, 1, "The zqnoted", form_id="begun", person=dewi)
    assert all(walk.council.enquiry(number).restricted for number in (1, 2, 3))


def looked_after(walk: Walk) -> None:
    """The journalist is known, a colleague may be named, and it is treated as a request for information."""
    desk, dewi = walk.council.bot.desk, walk.council.person("dewi").id
    walk.council.until(lambda: walk.council.enquiry().journalist_id is not None, "the journalist is remembered")
    press.verify(desk, 1, "zqnewsroom 020 7946 0111", person=dewi)
    foi.treat_as_foi(desk, 1, FoiForm("2026-03-04", "To zqfoito", "zqfoiref"), person=dewi)
    involved.may_be_named(desk, 1, walk.council.person("grace").id, person=dewi)
    told = TellForm(people=(walk.council.person("callum").id,), because="Someone waits there: zqsafety")
    involved.tell_others(desk, 1, told, person=dewi)


def worded(walk: Walk) -> None:
    """There are words, whose facts were checked, and all three have said yes to them."""
    council, desk, dewi = walk.council, walk.council.bot.desk, walk.council.person("dewi").id
    first = StatementForm(words=("We are sorry: zqwordsa",), note="zqdraftnote")
    statements.draft(desk, 1, first, form_id="a", person=dewi)
    fact_checks.ask(desk, 1, FactsForm(person=council.person("tomasz").id), person=dewi)
    fact_checks.answer(desk, 1, right=False, note="No, it is zqfacts", person=council.person("tomasz").id)
    second = StatementForm(words=("We are sorry: zqwordsd",), note="zqdraftnote", base=1)
    statements.draft(desk, 1, second, form_id="b", person=dewi)
    people = tuple(council.person(who).id for who in ("marcus", "shirin", "joan"))
    sign_offs.ask(desk, 1, SignOffForm(people=people), person=dewi)
    for number, who in enumerate(people, 1):
        sign_offs.approve(desk, number, candour="yes", note="zqyesindeed", person=who)
    assert council.enquiry().status == Status.READY


def answered_already(walk: Walk) -> None:
    """The approved words went to the journalist."""
    facts: dict[str, Any] = {"family_told": "yes", "family_told_by": "social_worker", "family_wish": "Not the zqwished"}
    form = ResponseForm("We are sorry: zqwordsd", response_to="To zqreceiver", way="email", **facts)
    responses.respond(walk.council.bot.desk, 1, form, person=walk.council.person("dewi").id)
