"""Monday, to the head of communications: where last week's nudges had to go further, by step and service, never by person."""

from collections.abc import Sequence

from bot.messages.message import Message, within
from bot.messages.parts import Block, context, header, section
from bot.messages.people import area_name
from bot.messages.summary_parts import day_name
from bot.messages.wording import summaries as words
from bot.rules.summary_week import Row, Week
from storage.organisation import Organisation

MOST_ROWS = 20


def message(found: Week, organisation: Organisation) -> Message:
    """The comms team's own lateness first."""
    days = {"starts": day_name(found.starts), "ends": day_name(found.ends)}
    if not found.own and not found.services:
        quiet = words.WEEK_NOTHING.format(**days)
        return Message(quiet, [section(quiet)])
    title = words.WEEK.format(**days)
    own = _rows(found.own, organisation) or [words.WEEK_OWN_NOTHING]
    services = _rows(found.services, organisation) or [words.WEEK_SERVICES_NOTHING]
    blocks: list[Block] = [
        section(f"*{title}*"),
        header(words.WEEK_OWN),
        *(section(one) for one in own),
        header(words.WEEK_SERVICES),
        *(section(one) for one in services),
        context(words.WEEK_NOTE),
    ]
    return Message(within([title, *own, *services]), blocks)


def _rows(rows: Sequence[Row], organisation: Organisation) -> list[str]:
    """What happened often, each with its number; then in one list what happened so seldom that a number could point at somebody."""
    often = [_row(one, organisation) for one in rows if one.count is not None]
    seldom = [_seldom(one, organisation) for one in rows if one.count is None]
    shown = often[:MOST_ROWS]
    return [*shown, "\n".join([words.WEEK_RARE, *seldom[: MOST_ROWS - len(shown)]])] if seldom else shown


def _row(row: Row, organisation: Organisation) -> str:
    return words.WEEK_ROW.format(area=area_name(organisation, row.area), why=words.WHY[row.step], count=row.count)


def _seldom(row: Row, organisation: Organisation) -> str:
    return words.WEEK_RARE_ROW.format(area=area_name(organisation, row.area), why=words.WHY[row.step])
