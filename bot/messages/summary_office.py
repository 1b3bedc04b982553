"""The press office's summaries: in the morning and through the day what waits, in the evening what stays open over night."""

from collections.abc import Sequence
from datetime import datetime

from bot.messages.ids import Action
from bot.messages.message import Message, within
from bot.messages.mrkdwn import listed
from bot.messages.parts import Block, button, context, header, section
from bot.messages.people import area_name, name
from bot.messages.summary_parts import MOST_LINES, When, day_name, left, on_call, over, shown, spoken
from bot.messages.wording import summaries as words
from bot.rules.summaries import Done, Evening, Line, Morning, WaitsFor
from bot.rules.working_time import local
from storage.organisation import Organisation

MOST_NAMED = 12  # references in one sentence
MOST_WAITS = 3  # of one enquiry: its page shows the rest


def morning(found: Morning, organisation: Organisation, now: datetime) -> Message:
    """What waits, the latest first; what was done today is struck; who is on call."""
    parts = ((words.OVERDUE, found.overdue), (words.DUE_TODAY, found.due_today), (words.LATER, found.later))
    title = _title(found)
    when, aloud = shown(organisation), spoken(organisation)
    notes = _notes(found)
    blocks = [
        section(f"*{title}*"),
        *(block for heading, lines in parts for block in _part(heading, lines, organisation, now)),
        *(section(one) for one in notes),
        *_done(found.done, organisation, when),
        section(on_call(found.on_call, organisation, when)),
        context(words.UP_TO_DATE),
    ]
    said = [title]
    for heading, lines in parts:
        said += [f"{heading}."] if lines else []
        said += [_line(one, organisation, now, aloud, aloud=True) for one in lines[:MOST_LINES]]
    said += [*notes, on_call(found.on_call, organisation, aloud)]
    return Message(within(said), blocks)


def _title(found: Morning) -> str:
    """How much there is, at a glance."""
    lines = ((words.COUNT_LATE, found.overdue), (words.COUNT_TODAY, found.due_today), (words.COUNT_LATER, found.later))
    counts = [pattern.format(count=len(some)) for pattern, some in lines if some]
    said = words.MORNING if counts else words.MORNING_NOTHING
    return said.format(day=day_name(found.day), counts=", ".join(counts))


def _notes(found: Morning) -> list[str]:
    notes = []
    if found.overnight:
        notes.append(words.OVERNIGHT.format(references=_some(found.overnight)))
    if found.stories:
        notes.append(words.STORIES_ONE if found.stories == 1 else words.STORIES.format(count=found.stories))
    if found.lines_due:
        notes.append(words.LINES_DUE_ONE if found.lines_due == 1 else words.LINES_DUE.format(count=found.lines_due))
    owed = ((said, getattr(found.owed, what)) for what, said in words.OWED.items())
    return [*notes, *(said.format(references=_some(references)) for said, references in owed if references)]


def _some(references: Sequence[str]) -> str:
    """The first of them by name."""
    more = [f"{len(references) - MOST_NAMED} more"] if len(references) > MOST_NAMED else []
    return listed([*references[:MOST_NAMED], *more])


def _part(heading: str, lines: Sequence[Line], organisation: Organisation, now: datetime) -> list[Block]:
    if not lines:
        return []
    rows = [_row(one, organisation, now) for one in lines[:MOST_LINES]]
    return [header(heading), *rows, *(context(one) for one in over(lines))]


def _row(line: Line, organisation: Organisation, now: datetime) -> Block:
    said = _line(line, organisation, now, shown(organisation))
    return section(said, button(Action.ENQUIRY_OPEN, words.OPEN, line.enquiry_id, line.reference))


def _line(line: Line, organisation: Organisation, now: datetime, when: When, *, aloud: bool = False) -> str:
    due = (words.LINE_PROMISED if line.promised else words.LINE_DUE).format(
        moment=when(line.due), left=left(line.due, now, aloud=aloud)
    )
    waits = [
        words.WAITS[one.what].format(person=_who(one.what, one.person, organisation)) for one in line.waits[:MOST_WAITS]
    ]
    private = [words.PRIVATE] if line.restricted else []
    reference = line.reference if aloud else f"*{line.reference}*"
    area = area_name(organisation, line.area)
    return words.LINE.format(reference=reference, area=area, due=due, waits=" ".join([*private, *waits])).strip()


def _who(what: WaitsFor, person: str | None, organisation: Organisation) -> str:
    return name(organisation, person, words.THE_LEAD) if what == WaitsFor.LEAD else name(organisation, person)


def _done(done: Sequence[Done], organisation: Organisation, when: When) -> list[Block]:
    if not done:
        return []
    lines = [f"~{_ended(one, organisation, when)}~" for one in done[:MOST_LINES]]
    return [header(words.DONE), section("\n".join(lines)), *(context(one) for one in over(done))]


def _ended(one: Done, organisation: Organisation, when: When) -> str:
    """By whom, where that is one of the press office: who raised something private is not named here."""
    if organisation.is_press_office(one.by):
        said = words.DONE_CLOSED if one.closed else words.DONE_ANSWERED
    else:
        said = words.DONE_CLOSED_NOBODY if one.closed else words.DONE_ANSWERED_NOBODY
    return said.format(reference=one.reference, who=name(organisation, one.by), moment=when(one.at))


def evening(found: Evening, organisation: Organisation, now: datetime) -> Message:
    """What stays open over night, and who is on call."""
    when, aloud = shown(organisation), spoken(organisation)
    blocks: list[Block] = [
        section(f"*{_stays(found, organisation, when)}*"),
        *(_row(one, organisation, now) for one in found.open[:MOST_LINES]),
        *(context(one) for one in over(found.open)),
        section(_over_night(found, organisation)),
    ]
    lines = [_line(one, organisation, now, aloud, aloud=True) for one in found.open[:MOST_LINES]]
    return Message(within([_stays(found, organisation, aloud), _over_night(found, organisation), *lines]), blocks)


def _is_long(found: Evening, organisation: Organisation) -> bool:
    """A weekend or a holiday, and not a night."""
    return (local(organisation.calendar, found.opens).date() - found.day).days > 1


def _stays(found: Evening, organisation: Organisation, when: When) -> str:
    one, several = (
        (words.EVENING_LONG_ONE, words.EVENING_LONG)
        if _is_long(found, organisation)
        else (words.EVENING_ONE, words.EVENING)
    )
    return (one if len(found.open) == 1 else several).format(count=len(found.open), opens=when(found.opens))


def _over_night(found: Evening, organisation: Organisation) -> str:
    long = _is_long(found, organisation)
    if found.on_call.person is None:
        return words.EVENING_LONG_NOBODY if long else words.EVENING_NOBODY
    said = words.EVENING_LONG_ON_CALL if long else words.EVENING_ON_CALL
    return said.format(who=name(organisation, found.on_call.person))
