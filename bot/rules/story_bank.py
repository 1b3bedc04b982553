"""The story bank: what the words after /story-idea ask to see, who may see which story, and the themes that stories are kept under."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.reasons import Reason, Refused
from bot.rules.sharing import may_be_told
from storage.kinds import StoryStatus, Use
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea, reference_of
from storage.story_search import StoryScope


class Theme(StrEnum):
    """What a story is about, for those who look for one to offer."""

    HOME = "home"  # living at home, with help
    TOGETHER = "together"  # company, neighbours, clubs
    YOUNG = "young"
    CARERS = "carers"
    HEALTH = "health"
    LEARNING = "learning"
    ARTS = "arts"
    OUTDOORS = "outdoors"
    STAFF = "staff"
    CHANGE = "change"  # something that works better than before


class AskedStories(StrEnum):
    """What the words after /story-idea can ask to see."""

    LIST = "list"
    FIND = "find"
    PROMISE = "promise"
    FAIRNESS = "fairness"
    BALANCE = "balance"
    AGREEMENTS = "agreements"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class StoriesAsked:
    """What someone asks to see: for FIND the words, for LIST the service or theme it is narrowed to, for ONE the story's id."""

    asked: AskedStories
    words: str = ""
    story_id: int = 0


_REFERENCE = re.compile(r"gn[\s-]*0*(\d{1,9})", re.IGNORECASE)
_FIXED = {one.value: one for one in AskedStories if one not in (AskedStories.FIND, AskedStories.ONE)}


def read_stories_asked(typed: str) -> StoriesAsked | None:
    """What the words after the command ask to see; None where they are something else, such as a new idea's title."""
    words = " ".join(typed.split())
    if (asked := _FIXED.get(words.casefold())) is not None:
        return StoriesAsked(asked)
    if found := _REFERENCE.fullmatch(words):
        return StoriesAsked(AskedStories.ONE, story_id=int(found[1]))
    first, _, rest = words.partition(" ")
    begun = _NARROWED.get(first.casefold())
    return StoriesAsked(begun, words=rest) if begun is not None else None


_NARROWED = {"find": AskedStories.FIND, "list": AskedStories.LIST}


def narrowed(
    stories: Sequence[StoryIdea], words: str, organisation: Organisation, themes: Mapping[str, str]
) -> list[StoryIdea]:
    """Those of a service or a theme in whose name all these words stand. `themes`: each theme in words."""

    def named(story: StoryIdea) -> str:
        area = organisation.service_areas.get(story.service_area)
        return f"{area.name if area else ''} {themes.get(story.theme, '')}"

    return [story for story in stories if _all_in(words, named(story))]


def names_any(words: str, organisation: Organisation, themes: Mapping[str, str]) -> bool:
    """Whether there is such a service, such a theme, or the one within the other; else the words are a new idea's title."""
    services = [area.name for area in organisation.service_areas.values()]
    return any(_all_in(words, f"{service} {theme}") for service in services for theme in themes.values())


def _all_in(words: str, text: str) -> bool:
    return all(word in text.casefold() for word in words.casefold().split())


def story_scope(person: str, organisation: Organisation) -> StoryScope:
    """What someone may find: the press office, whatever was sent in; everyone, what they wrote and what was told."""
    return StoryScope(person, office=allowed(Deed.SEE_BANK, person, organisation))


def to_offer(
    stories: Sequence[StoryIdea], consents: Mapping[int, Sequence[Consent]], scope: StoryScope, today: date
) -> list[StoryIdea]:
    """What can be offered today: to a journalist or a councillor by the press office, and to colleagues what was told already."""
    use = Use.PRESS if scope.office else Use.COLLEAGUES
    return [
        story
        for story in stories
        if (scope.office or story.status == StoryStatus.TOLD)
        and may_be_told(story, consents.get(story.id, ()), use, today)
    ]


def to_see(
    stories: Sequence[StoryIdea],
    consents: Mapping[int, Sequence[Consent]],
    scope: StoryScope,
    mine: frozenset[int],
    today: date,
) -> list[StoryIdea]:
    """What this reader may be shown of what was found: their own, all of it for the press office, else what may be told today."""
    return [
        story
        for story in stories
        if scope.office or story.id in mine or may_be_told(story, consents.get(story.id, ()), Use.COLLEAGUES, today)
    ]


def no_such_story(story_id: int) -> Refused:
    """There is no story of this number: said with what helps to find it."""
    return Refused(Reason.NO_SUCH_STORY, reference=reference_of(story_id))
