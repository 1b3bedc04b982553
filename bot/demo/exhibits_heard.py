"""Who has been heard of, and stories beside enquiries, in the gallery."""

from datetime import datetime, timedelta

from bot.demo.exhibit import Built
from bot.messages import balance as balance_messages
from bot.messages import fairness as fairness_messages
from bot.rules.balance import balance, quarters
from bot.rules.fairness import fairness
from storage.organisation import Organisation
from storage.story_counts import CameIn, ToldOnce

WEEKS = (1, 2, 6, 9, 15, 17, 30, 34)


def build(told: Organisation, now: datetime) -> Built:
    """A year of good news, and of questions."""
    areas = list(told.service_areas)
    stories = [
        ToldOnce((now - timedelta(weeks=weeks)).date(), areas[at % (len(areas) - 1)], "the night team")
        for at, weeks in enumerate(WEEKS)
    ]
    asked = [CameIn(now - timedelta(days=9 * at), areas[at % len(areas)]) for at in range(30)]
    today = now.date()
    yield "heard: who has not been heard of", fairness_messages.answer(fairness(stories, told, today))
    yield "heard: no services yet", fairness_messages.answer(fairness([], _bare(told), today))
    yield "heard: stories beside enquiries", balance_messages.answer(balance(stories, asked, told, quarters(today)))
    yield "heard: nothing to count", balance_messages.answer(balance([], [], told, quarters(today, 1)))


def _bare(told: Organisation) -> Organisation:
    return Organisation(name=told.name)
