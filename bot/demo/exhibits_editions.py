"""Editions of the good news in the gallery: a service's own, a month's best, and choosing it."""

from datetime import datetime

from bot.demo import specimens
from bot.demo.exhibit import Built
from bot.messages import edition as messages
from bot.rules.digest_text import Placed, ToldStory, told_story
from storage.digest import DigestStory, Edition
from storage.kinds import StoryStatus
from storage.organisation import Organisation


def build(told: Organisation, now: datetime) -> Built:
    """Everything about them."""
    two = [specimens.story(told, now, StoryStatus.TOLD), specimens.another_story(told, now)]
    shown: list[ToldStory] = [told_story(Placed(one, DigestStory(digest_id=1, story_id=one.id)), told) for one in two]
    own, best = _edition(now, "adults"), _edition(now)
    yield "editions: a service's own", messages.post(own, shown[:1], told)
    yield "editions: a service's own, a story was taken out", messages.post(own, shown[:1], told, 1)
    yield "editions: nothing of it may stand any more", messages.post(own, [], told, 1)
    yield "editions: a month's best", messages.post(best, shown, told)
    link = "https://slack.com/archives/C0GOODNEWS/p1760000000000200"
    yield "editions: a story of yours is among them", messages.among_best(two[0], best, link, told)
    yield "editions: which were the best?", messages.question(_edition(now, state="asked"), 2, told)
    yield "editions: nothing left to choose from", messages.question(_edition(now, state="asked"), 0, told)
    yield "editions: the best are chosen", messages.question(best, 2, told)
    yield "editions: choosing the best", messages.choose_view(_edition(now, state="asked"), two)
    yield "editions: nothing to choose from", messages.choose_view(_edition(now, state="asked"), [])


def _edition(now: datetime, area: str = "", state: str = "posted") -> Edition:
    key = f"{now:%G-W%V}:{area}" if area else f"{now:%Y-%m}:best"
    made = Edition(key=key, channel="C0GOODNEWS", due_at=now, service_area=area, state=state)
    made.id = 1
    return made
