"""What the summaries have in common: moments shown or spoken, and that there is more."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from bot.messages.mrkdwn import countdown, in_words, moment, time_left
from bot.messages.people import name
from bot.messages.wording import summaries as words
from bot.rules.summaries import OnCall
from storage.organisation import Organisation

MOST_LINES = 6  # of each part: a summary is read standing up

When = Callable[[datetime], str]


def shown(organisation: Organisation) -> When:
    """A moment as each reader's own Slack writes it."""
    return lambda at: moment(at, organisation.calendar.zone)


def spoken(organisation: Organisation) -> When:
    """A moment in words."""
    return lambda at: in_words(at, organisation.calendar.zone)


def left(at: datetime, now: datetime, *, aloud: bool) -> str:
    """How long is left."""
    return time_left(at, now) if aloud else countdown(at, now)


def day_name(day: date) -> str:
    """Wednesday 4 March."""
    return f"{day:%A} {day.day} {day:%B}"


def on_call(found: OnCall, organisation: Organisation, when: When) -> str:
    """Who is on call for the press."""
    if found.person is None:
        return words.NOBODY_ON_CALL
    who = name(organisation, found.person)
    return (
        words.ON_CALL_UNTIL.format(who=who, moment=when(found.until)) if found.until else words.ON_CALL.format(who=who)
    )


def over(lines: Sequence[object]) -> list[str]:
    """That there are more than are shown."""
    return [words.MORE.format(count=len(lines) - MOST_LINES)] if len(lines) > MOST_LINES else []
