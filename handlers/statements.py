"""The buttons and forms of a statement: draft it, more room, read one version; and the fact check."""

from datetime import UTC, datetime
from typing import Any

from bot.desk import fact_checks, reading, statements
from bot.messages import statement_check, statement_form
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.fact_check import check_statement_to_check, suggested_checker
from bot.rules.reasons import FormRefused, Reason
from bot.rules.sign_off_times import facts_due
from bot.rules.statement_form import BOXES, FactsForm, StatementForm
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form, reader_of


def ids(call: Call) -> list[int]:
    """What a form carries: the enquiry's id first, then whatever else it is about."""
    return [int(part) for part in call.metadata.split(":") if part.isdigit()]


def about_words(call: Call) -> tuple[int, int]:
    """The enquiry and the version of its words that a form was opened for; 0 where an older form does not say."""
    enquiry_id, *version = ids(call)
    return enquiry_id, version[0] if version else 0


def by_when(call: Call) -> datetime | None:
    """The moment by which an answer is asked, if one was chosen."""
    seconds = call.moment(Field.ANSWER_BY)
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def ask_draft(call: Call) -> None:
    """Draft a statement: the form."""
    open_form(call, lambda: _draft_form(call))


def _draft_form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.DRAFT, person=call.person)
    return statement_form.draft_view(brief, reader_of(call))


def more_room(call: Call) -> None:
    """One box more in the open form."""
    call.ack()
    view = statement_form.with_more_room(call.view)
    call.later(lambda: call.update(str(call.view["id"]), view), trouble.unheard)


def drafted(call: Call) -> None:
    """The words came back. Someone else's version came first: the form stays, shows theirs, and keeps these."""
    enquiry_id, base = ids(call)
    words = tuple(call.typed(box) for box in BOXES)
    form = StatementForm(words=words, note=call.typed(Field.DRAFT_NOTE), base=base)
    try:
        statements.draft(call.desk, enquiry_id, form, form_id=str(call.view["id"]), person=call.person)
    except FormRefused as refused:
        if all(problem.reason != Reason.NEWER_VERSION for problem in refused.problems.values()):
            raise
        _show_theirs(call, enquiry_id, form)
    else:
        done(call, enquiry_id)


def _show_theirs(call: Call, enquiry_id: int, form: StatementForm) -> None:
    brief = reading.brief_to_work_on(call.desk, enquiry_id, Deed.DRAFT, person=call.person)
    used = max((at for at, box in enumerate(form.words, 1) if box.strip()), default=0)
    typed = form.words[:used]  # each in the box in which it was typed
    view = statement_form.draft_view(brief, reader_of(call), typed, form.note)
    call.ack(response_action="update", view=view)


def read_version(call: Call) -> None:
    """One version, and what changed in it."""
    open_form(call, lambda: _version_page(call))


def _version_page(call: Call) -> dict[str, Any]:
    statement, brief = statements.read(call.desk, int(call.value), person=call.person)
    return statement_form.read_view(statement, brief, reader_of(call))


def ask_facts(call: Call) -> None:
    """Ask for a fact check: the form."""
    open_form(call, lambda: _facts_form(call))


def _facts_form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.ASK_FACTS, person=call.person)
    statement, reader = check_statement_to_check(brief), reader_of(call)
    due_at = facts_due(brief.enquiry, reader.organisation, reader.now)
    person = suggested_checker(brief, reader.organisation)
    return statement_check.ask_view(brief, statement, reader, person, due_at)


def facts_asked(call: Call) -> None:
    """Whom to ask came back."""
    enquiry_id, version = about_words(call)
    form = FactsForm(person=call.typed(Field.CHECKER), due_at=by_when(call), version=version)
    fact_checks.ask(call.desk, enquiry_id, form, person=call.person)
    done(call, enquiry_id)


def open_facts(call: Call) -> None:
    """Open to check: the words and the question."""
    open_form(call, lambda: _check_form(call))


def _check_form(call: Call) -> dict[str, Any]:
    check, brief = fact_checks.review(call.desk, int(call.value), person=call.person)
    statement = next(one for one in brief.statements if one.id == check.statement_id)
    return statement_check.check_view(check, brief, statement)


def facts_checked(call: Call) -> None:
    """Right, or wrong and what."""
    _, check_id = ids(call)
    right = call.typed(Field.FACTS) == "right"
    fact_checks.answer(call.desk, check_id, right=right, note=call.typed(Field.FACTS_WRONG), person=call.person)
    call.ack(response_action="clear")


ROUTES = [
    Route(Kind.ACTION, Action.STATEMENT_DRAFT, ask_draft),
    Route(Kind.ACTION, Action.STATEMENT_MORE_ROOM, more_room),
    Route(Kind.ACTION, Action.STATEMENT_READ, read_version),
    Route(Kind.ACTION, Action.FACTS_ASK, ask_facts),
    Route(Kind.ACTION, Action.FACTS_OPEN, open_facts),
    Route(Kind.SUBMISSION, View.STATEMENT_DRAFT, drafted),
    Route(Kind.SUBMISSION, View.ASK_FACTS, facts_asked),
    Route(Kind.SUBMISSION, View.CHECK_FACTS, facts_checked),
]
