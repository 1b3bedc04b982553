"""Exhibits: editions of the good news, and the question and form for a month's best, with words of any kind and length."""

from collections.abc import Iterator
from typing import Any

from bot.messages import edition as messages_of
from bot.messages.message import Message
from storage.digest import Edition
from storage.organisation import Organisation
from tests.messages.everything_digest import many
from tests.messages.samples import T0, story

Built = Iterator[tuple[str, Message]]
Views = Iterator[tuple[str, dict[str, Any]]]


def edition(area: str = "", state: str = "posted") -> Edition:
    """A service's own, or a month's best."""
    key = f"2026-W49:{area}" if area else "2026-11:best"
    made = Edition(key=key, channel="C0ADULTS", due_at=T0, service_area=area, state=state)
    made.id = 4
    return made


def messages(words: str, told: Organisation) -> Built:
    """What is posted, and what the comms team is asked."""
    for area in ("", "adults", "gone"):
        for count in (0, 1, 7, 8, 60):
            stories = many(words, count, told).stories
            for taken_out in (0, 1, 2):
                yield (
                    f"edition of {area}, {count}, {taken_out}",
                    messages_of.post(edition(area), stories, told, taken_out),
                )
    link = "https://slack.com/archives/C0GOODNEWS/p1772791205000100"
    yield "among the best", messages_of.among_best(story(1, title=words), edition(), link, told)
    for state in ("asked", "chosen", "posted"):
        for count in (0, 1, 12):
            yield f"best of, {state}, {count}", messages_of.question(edition(state=state), count, told)


def views(words: str, told: Organisation) -> Views:
    """The form to choose in."""
    for count in (0, 1, 120):
        could_be = [story(number, title=words) for number in range(1, count + 1)]
        yield f"best of {count}, {told.name}", messages_of.choose_view(edition(state="asked"), could_be)
