"""App Home, for the press office: who has not been heard of for longest, and this quarter's stories beside its enquiries."""

from datetime import datetime

from bot.messages import balance as bars
from bot.messages.fairness import longest
from bot.messages.ids import Action
from bot.messages.mrkdwn import MOST_NAME, inline, listed
from bot.messages.parts import Block, actions, button, context, divider, header, preformatted, section
from bot.messages.wording import agreements
from bot.messages.wording import balance as words
from bot.rules.balance import balance, quarters
from bot.rules.fairness import fairness
from bot.rules.working_time import local
from storage.home import Home
from storage.organisation import Organisation


def blocks(home: Home, organisation: Organisation, now: datetime) -> list[Block]:
    """Nothing for someone who is not of the press office, and nothing before there is a service to speak of."""
    if home.board is None or not organisation.service_areas:
        return []
    today = local(organisation.calendar, now).date()
    this = quarters(today, 1)
    cells = balance((one for one in home.told if one.on >= this[0].first_day), home.came_in, organisation, this)
    return [
        divider(),
        header(words.HOME),
        *_silent([one.name for one in longest(fairness(home.told, organisation, today))]),
        section(f"{words.BALANCE} · {words.QUARTER_NOW.format(quarter=this[0].name)}"),
        context(words.KEY),
        preformatted(bars.home_bars(cells)),
        context(words.HOW_NOT),
        *actions(
            [
                button(Action.SEE_FAIRNESS, words.SEE_FAIRNESS, "fairness"),
                button(Action.SEE_BALANCE, words.SEE_BALANCE, "balance"),
                button(Action.SEE_AGREEMENTS, agreements.BUTTON, "agreements"),
            ]
        ),
    ]


def _silent(names: list[str]) -> list[Block]:
    said = listed([inline(name, MOST_NAME) for name in names])
    return [section(words.HOME_LONGEST.format(names=said))] if names else []
