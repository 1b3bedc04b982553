"""The form in which the head of communications sets the weeks before an election, and the line on their App Home."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import inline
from bot.messages.page_foi import in_full
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asked,
    asking_first,
    button,
    day,
    divider,
    modal,
    section,
    writing,
)
from bot.messages.wording import elections as words
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.pre_election import period_at
from storage.organisation import ElectionPeriod, Organisation

MOST_PERIODS = 10


def view(periods: Sequence[ElectionPeriod]) -> dict[str, Any]:
    """What is set, to take back; and a new period to set."""
    standing = [block for one in periods[:MOST_PERIODS] for block in _standing(one)]
    blocks = [
        section(words.INTRO),
        *(standing or [section(words.NONE_SET)]),
        divider(),
        asked(Field.ELECTION_STARTS, words.STARTS, day()),
        asked(Field.ELECTION_ENDS, words.ENDS, day(), hint=words.ENDS_HINT),
        asked(Field.ELECTION_GUIDANCE, words.WORDS, writing(lines=True), hint=words.WORDS_HINT, optional=True),
    ]
    return modal(View.PRE_ELECTION, words.TITLE, blocks, submit=words.SAVE, close=words.CLOSE)


def _standing(period: ElectionPeriod) -> list[Block]:
    dates = _dates(period)
    said = words.STANDING.format(**dates)
    guidance = f"\n{inline(period.guidance, 600)}" if period.guidance else ""
    lift = button(Action.PRE_ELECTION_LIFT, words.LIFT, period.id, f"{dates['starts']} to {dates['ends']}")
    text = words.LIFT_TEXT.format(**dates)
    return [
        section(f"{said}{guidance}"),
        *actions([asking_first(lift, words.LIFT_TITLE, text, words.LIFT_YES, words.LIFT_NO)]),
    ]


def _dates(period: ElectionPeriod) -> dict[str, str]:
    return {"starts": in_full(period.starts_on), "ends": in_full(period.ends_on)}


def home_button(person: str, organisation: Organisation) -> list[Element]:
    """For the head of communications' App Home."""
    if not allowed(Deed.SET_PRE_ELECTION, person, organisation):
        return []
    return [button(Action.PRE_ELECTION, words.HOME, "new")]


def home_note(organisation: Organisation, now: datetime) -> list[Block]:
    """For the press office's App Home: that such a period runs, and until when."""
    period = period_at(organisation, now)
    return [section(words.HOME_SET.format(**_dates(period)))] if period else []
