"""Lines: keep one, read one, use one, take one out of use; the list of them all."""

from typing import Any

from bot.desk import lines, reading
from bot.messages import line_form, line_page
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.form_checks import day_in
from bot.rules.lines import LineForm
from bot.rules.reasons import Reason, Refused
from bot.rules.sign_off import approved
from bot.rules.working_time import local
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form, page


def asked_for_lines(call: Call) -> bool:
    """`/media-enquiry lines`: the list; False where the words are something else."""
    if call.words.casefold() != "lines":
        return False
    open_form(call, lambda: _list(call, 0))
    return True


def ask_lines(call: Call) -> None:
    """Lines, in App Home."""
    open_form(call, lambda: _list(call, 0))


def turn(call: Call) -> None:
    """Back, or More: another page of the list, in its place."""
    start, shown = int(call.value), str(call.view["id"])
    call.ack()
    call.later(lambda: call.update(shown, _list(call, start)), trouble.say_afterwards(call))


def _list(call: Call, start: int) -> dict[str, Any]:
    found = lines.page_of(call.desk, person=call.person, start=start)
    now = call.desk.clock.now()
    return line_page.list_view(found.lines, found.uses, found.count, found.start, call.desk.organisation, now)


def read(call: Call) -> None:
    """Read it: from the list, or from the page of the enquiry that it may be used in."""
    from_page = call.view.get("callback_id") == View.ENQUIRY_OPEN
    about = int(call.metadata) if from_page else None
    open_form(call, lambda: _line(call, int(call.value), about))


def _line(call: Call, line_id: int, about: int | None) -> dict[str, Any]:
    found = lines.open_line(call.desk, line_id, person=call.person, enquiry_id=about)
    reference = found.origin.reference if found.origin else ""
    told, now = call.desk.organisation, call.desk.clock.now()
    return line_page.line_view(found.line, found.uses, reference, found.about, call.person, told, now, found.looked)


def use_from_page(call: Call) -> None:
    """Use this line: one press on the enquiry's page."""
    enquiry = lines.use(call.desk, int(call.value), int(call.metadata), person=call.person)
    done(call, enquiry.id)


def use(call: Call) -> None:
    """Use this line, after reading it."""
    line_id, about = _carried(call)
    if about is None:
        raise Refused(Reason.NOT_FOUND)
    lines.use(call.desk, line_id, about, person=call.person)
    done(call, about)


def _carried(call: Call) -> tuple[int, int | None]:
    """The line that a page shows, and the enquiry it was opened from, if any."""
    line_id, _, about = call.metadata.partition(":")
    return int(line_id), int(about) if about else None


def retire(call: Call) -> None:
    """Take out of use: the line says so, and what lies under it is drawn anew."""
    line_id, about = _carried(call)
    lines.retire(call.desk, line_id, person=call.person)
    _draw_anew(call, line_id, about, str(call.view["id"]))


def _draw_anew(call: Call, line_id: int, about: int | None, shown: str) -> None:
    """The line that is `shown`, and the page or the list that it was opened from."""
    under = call.view_underneath
    call.ack()

    def draw_anew() -> None:
        call.update(shown, _line(call, line_id, about))
        if under and under != shown:
            call.update(under, page(call, about) if about else _list(call, 0))

    call.later(draw_anew, trouble.unheard)


def ask_review(call: Call) -> None:
    """Still right: the words once more, and the next day to look at them."""
    line_id, _ = _carried(call)
    shown = f"{call.metadata}:{call.view['id']}"
    open_form(call, lambda: _review_form(call, line_id, shown))


def _review_form(call: Call, line_id: int, shown: str) -> dict[str, Any]:
    line = lines.line_to_review(call.desk, line_id, person=call.person)
    today = local(call.desk.organisation.calendar, call.desk.clock.now()).date()
    return line_form.review_view(line, today, shown)


def review(call: Call) -> None:
    """It is still right: the line says so, and what lies under it is drawn anew."""
    line_id, _, rest = call.metadata.partition(":")
    about, _, shown = rest.partition(":")
    lines.review(call.desk, int(line_id), day_in(call.typed(Field.REVIEW_ON)), person=call.person)
    _draw_anew(call, int(line_id), int(about) if about else None, shown)


def ask_keep(call: Call) -> None:
    """Keep as a line: the form."""
    open_form(call, lambda: _keep_form(call))


def _keep_form(call: Call) -> dict[str, Any]:
    desk = call.desk
    brief = reading.brief_to_work_on(desk, int(call.value), Deed.KEEP_LINE, person=call.person)
    statement = approved(brief)
    if statement is None:
        raise Refused(Reason.NOT_APPROVED)
    today = local(desk.organisation.calendar, desk.clock.now()).date()
    return line_form.keep_view(brief.enquiry, statement, desk.organisation, today)


def keep(call: Call) -> None:
    """The form came back."""
    form = LineForm(
        topic=call.typed(Field.LINE_TOPIC),
        service_area=call.typed(Field.SERVICE_AREA),
        review_on=call.typed(Field.REVIEW_ON),
    )
    lines.keep(call.desk, int(call.metadata), form, form_id=str(call.view["id"]), person=call.person)
    done(call, int(call.metadata))


ROUTES = [
    Route(Kind.ACTION, Action.LINES, ask_lines),
    Route(Kind.ACTION, Action.LINES_BACK, turn),
    Route(Kind.ACTION, Action.LINES_MORE, turn),
    Route(Kind.ACTION, Action.LINE_OPEN, read),
    Route(Kind.ACTION, Action.LINE_USE, use_from_page),
    Route(Kind.ACTION, Action.LINE_RETIRE, retire),
    Route(Kind.ACTION, Action.LINE_REVIEW, ask_review),
    Route(Kind.SUBMISSION, View.LINE_REVIEW, review),
    Route(Kind.ACTION, Action.LINE_KEEP, ask_keep),
    Route(Kind.SUBMISSION, View.LINE_KEEP, keep),
    Route(Kind.SUBMISSION, View.LINE, use),
]
