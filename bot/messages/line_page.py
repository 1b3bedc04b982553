"""Lines to read: one with its words, and a page of them all."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.messages.ids import Action, View
from bot.messages.mrkdwn import moment
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asking_first,
    button,
    context,
    header,
    modal,
    pages,
    quoted,
    section,
)
from bot.messages.people import area_name, name
from bot.messages.wording import enquiries, forms
from bot.messages.wording import lines as words
from bot.rules.deeds import Deed
from bot.rules.lines import LINES_A_PAGE, can_use, is_stale
from bot.rules.moves import possible_deeds
from bot.rules.permissions import allowed
from storage.audit import AuditEntry
from storage.enquiry import Enquiry
from storage.line import Line, Uses
from storage.organisation import Organisation

MOST_TOPIC = 150


def on_day(day: date) -> str:
    """4 March 2027."""
    return f"{day.day} {day:%B %Y}"


def line_view(
    line: Line,
    uses: Uses | None,
    reference: str,
    about: Enquiry | None,
    person: str,
    organisation: Organisation,
    now: datetime,
    looked: AuditEntry | None = None,
) -> dict[str, Any]:
    """One line. `reference`: the enquiry in which it was approved; `about`: the enquiry it may be used in, if it was opened there;
    `looked`: when somebody last said that it is still right."""
    zone = organisation.calendar.zone
    facts = words.LINE_FACTS.format(
        area=area_name(organisation, line.service_area),
        who=name(organisation, line.kept_by),
        moment=moment(line.kept_at, zone),
    )
    origin = [words.LINE_FROM.format(reference=reference)] if reference else []
    again = (
        [words.REVIEWED.format(who=name(organisation, looked.actor), moment=moment(looked.at, zone))] if looked else []
    )
    blocks = [
        *([context(words.OPENED_PRIVATE)] if line.restricted else []),
        header(line.topic),
        *pages(line.words),
        context(" ".join([facts, *origin, *again, used(uses, zone)])),
        context(review(line, about, organisation, now)),
        *_what_to_do(line, person, organisation),
    ]
    usable = about is not None and can_use(line, about) and Deed.DRAFT in possible_deeds(about)
    offered = usable and allowed(Deed.USE_LINE, person, organisation, about)
    carried = f"{line.id}:{about.id if about else ''}"
    submit = words.USE if offered else ""
    return modal(View.LINE, words.LINE_TITLE, blocks, submit=submit, close=forms.CLOSE, metadata=carried)


def review(line: Line, about: Enquiry | None, organisation: Organisation, now: datetime) -> str:
    """When it is to be looked at again, and what that asks for in this enquiry."""
    if line.retired_at is not None:
        return words.RETIRED
    sentence = words.STALE if is_stale(line, organisation.calendar, now) else words.REVIEW_BY
    said = sentence.format(day=on_day(line.review_on))
    return f"{said} {words.SIGN_OFF_EACH_TIME}" if about is not None and about.restricted else said


def used(uses: Uses | None, zone: str) -> str:
    """How often it was used."""
    if uses is None:
        return words.NEVER_USED
    count = words.ONCE if uses.count == 1 else words.TIMES.format(count=uses.count)
    return words.USED.format(count=count, day=on_day(uses.last.astimezone(ZoneInfo(zone)).date()))


def _what_to_do(line: Line, person: str, organisation: Organisation) -> list[Block]:
    if line.retired_at is not None or not allowed(Deed.RETIRE_LINE, person, organisation):
        return []
    again = button(Action.LINE_REVIEW, words.REVIEW, line.id, line.topic)
    plain_button = button(Action.LINE_RETIRE, words.RETIRE, line.id, line.topic)
    asking = asking_first(plain_button, words.RETIRE_TITLE, words.RETIRE_TEXT, words.RETIRE_YES, words.RETIRE_NO)
    return actions([again, asking])


def list_view(
    lines: Sequence[Line], uses: Mapping[int, Uses], count: int, start: int, organisation: Organisation, now: datetime
) -> dict[str, Any]:
    """A page of the lines in use, each with the button that shows its words."""
    rows = [block for line in lines for block in _row(line, uses.get(line.id), organisation, now)]
    blocks = [
        section(words.LIST_INTRO if count else words.LIST_NONE),
        *rows,
        *_turning(len(lines), count, start),
    ]
    return modal(View.LINES, words.LIST_TITLE, blocks, close=forms.CLOSE, metadata=str(start))


def line_button(person: str, organisation: Organisation) -> list[Element]:
    """In App Home: the way to the list, for the press office."""
    if not allowed(Deed.READ_LINES, person, organisation):
        return []
    return [button(Action.LINES, words.LINES, "0")]


def _row(line: Line, uses: Uses | None, organisation: Organisation, now: datetime) -> list[Block]:
    read = button(Action.LINE_OPEN, words.READ, line.id, line.topic)
    facts = words.LIST_FACTS.format(
        area=area_name(organisation, line.service_area, enquiries.AREA_UNKNOWN),
        review=review(line, None, organisation, now),
        used=used(uses, organisation.calendar.zone),
    )
    private = [words.LIST_PRIVATE] if line.restricted else []
    return [
        quoted(line.topic, MOST_TOPIC, read),
        context(facts, *private),
    ]


def _turning(shown: int, count: int, start: int) -> list[Block]:
    if count <= shown and start == 0:
        return []
    where = words.LIST_SHOWN.format(first=start + 1, last=start + shown, count=count)
    back = button(Action.LINES_BACK, words.BACK, max(0, start - LINES_A_PAGE))
    more = button(Action.LINES_MORE, words.MORE, start + LINES_A_PAGE)
    return [
        context(where),
        *actions([*([back] if start else []), *([more] if start + shown < count else [])]),
    ]
