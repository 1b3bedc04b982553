"""The answer and what came of it: record what was sent, correct it, note what was published and what was learnt."""

from datetime import UTC, datetime
from typing import Any

from bot.desk import coverage, reading, responses
from bot.messages import coverage_form
from bot.messages import responses as forms
from bot.messages.ids import Action, Field, View
from bot.rules.coverage_form import CoverageForm
from bot.rules.deeds import Deed
from bot.rules.response_form import ResponseForm
from bot.rules.working_time import local
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form

MORE_BOXES = (Field.RESPONSE_2, Field.RESPONSE_3, Field.RESPONSE_4, Field.RESPONSE_5)


def ask_response(call: Call) -> None:
    """Record the response: the form."""
    open_form(call, lambda: _respond_form(call))


def _respond_form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.RESPOND, person=call.person)
    return forms.respond_view(brief, call.desk.organisation, call.desk.clock.now(), call.person)


def ask_correction(call: Call) -> None:
    """Correct the response: the form with what was recorded."""
    open_form(call, lambda: _correct_form(call))


def _correct_form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.CORRECT_RESPONSE, person=call.person)
    return forms.correct_view(brief, call.desk.organisation, call.desk.clock.now(), call.person)


def responded(call: Call) -> None:
    """The response came back."""
    responses.respond(call.desk, int(call.metadata), _typed(call), person=call.person)
    done(call, int(call.metadata))


def corrected(call: Call) -> None:
    """The correction came back."""
    responses.correct(call.desk, int(call.metadata), _typed(call), person=call.person)
    done(call, int(call.metadata))


def _typed(call: Call) -> ResponseForm:
    seconds = call.moment(Field.RESPONDED_AT)
    return ResponseForm(
        response=call.typed(Field.RESPONSE),
        response_to=call.typed(Field.RESPONSE_TO),
        responded_at=datetime.fromtimestamp(seconds, UTC) if seconds else None,
        way=call.typed(Field.RESPONSE_WAY),
        more=tuple(call.typed(field) for field in MORE_BOXES),
        family_told=call.typed(Field.FAMILY_TOLD),
        family_told_by=call.typed(Field.FAMILY_TOLD_BY),
        family_wish=call.typed(Field.FAMILY_WISH),
        family_not_told_because=call.typed(Field.FAMILY_NOT_TOLD_BECAUSE),
        override_because=call.typed(Field.OVERRIDE_BECAUSE),
    )


def ask_coverage(call: Call) -> None:
    """Note a piece: the form."""
    open_form(call, lambda: _coverage_form(call))


def _coverage_form(call: Call) -> dict[str, Any]:
    desk = call.desk
    enquiry = reading.enquiry_to_work_on(desk, int(call.value), Deed.RECORD_COVERAGE, person=call.person)
    return coverage_form.coverage_view(enquiry, local(desk.organisation.calendar, desk.clock.now()).date())


def covered(call: Call) -> None:
    """A published piece came back."""
    form = CoverageForm(
        link=call.typed(Field.COVERAGE_LINK),
        title=call.typed(Field.COVERAGE_TITLE),
        published_on=call.typed(Field.PUBLISHED_ON),
        tone=call.typed(Field.TONE),
        our_words=call.typed(Field.OUR_WORDS),
    )
    coverage.record(call.desk, int(call.metadata), form, form_id=str(call.view["id"]), person=call.person)
    done(call, int(call.metadata))


def take_off(call: Call) -> None:
    """Take a piece off."""
    enquiry = coverage.take_off(call.desk, int(call.value), person=call.person)
    done(call, enquiry.id)


def nothing_published(call: Call) -> None:
    """Nothing was published, pressed on the page or in the nudge."""
    coverage.nothing_published(call.desk, int(call.value), person=call.person)
    done(call, int(call.value))


def read_piece(call: Call) -> None:
    """A link: Slack has opened it already."""
    call.ack()


def ask_learnt(call: Call) -> None:
    """What we learnt: the form."""
    open_form(call, lambda: _learnt_form(call))


def _learnt_form(call: Call) -> dict[str, Any]:
    enquiry = reading.enquiry_to_work_on(call.desk, int(call.value), Deed.NOTE_LEARNT, person=call.person)
    return coverage_form.learnt_view(enquiry)


def learnt(call: Call) -> None:
    """What was learnt came back."""
    coverage.note_learnt(call.desk, int(call.metadata), call.typed(Field.LEARNT), person=call.person)
    done(call, int(call.metadata))


ROUTES = [
    Route(Kind.ACTION, Action.ENQUIRY_RESPOND, ask_response),
    Route(Kind.ACTION, Action.RESPONSE_CORRECT, ask_correction),
    Route(Kind.ACTION, Action.COVERAGE_NOTE, ask_coverage),
    Route(Kind.ACTION, Action.COVERAGE_TAKE_OFF, take_off),
    Route(Kind.ACTION, Action.COVERAGE_NONE, nothing_published),
    Route(Kind.ACTION, Action.COVERAGE_READ, read_piece),
    Route(Kind.ACTION, Action.LEARNT, ask_learnt),
    Route(Kind.SUBMISSION, View.RESPOND, responded),
    Route(Kind.SUBMISSION, View.RESPONSE_CORRECT, corrected),
    Route(Kind.SUBMISSION, View.COVERAGE, covered),
    Route(Kind.SUBMISSION, View.LEARNT, learnt),
]
