"""Whether two stories tell of the same thing, by the words they share. Everyday words do not count, and one word alone says nothing.

The database finds which stories share a word at all; this decides which of them are worth showing, alike on both kinds of database. How
well it does on written pairs stands in docs/finding.md (`tests/rules/alike`).
"""

import re
from collections.abc import Iterable

from bot.rules.common_words import COMMON
from storage.search import words_in
from storage.story import StoryIdea

ENOUGH = 3
"""So many words in common, and the two are alike."""

FEW, OF_FEW = 2, 0.5
"""So many are enough where they are half of what the shorter one says: a title and a line say little."""

MOST_READ = 200
"""Words of a story that are looked at: its title and its beginning."""

MOST_SOUGHT = 16
SHORTEST = 3  # letters

_WORDS = """
    aged alone amazing autumn became began begin begins begun birthday boss bus carer carers centre centres charity class classes
    clients close club clubs court cousin cup dad dads daughter daughters dinner drive eat eight eighteen eleven ends enjoy
    fifteen fifty finally finished floor food forty forward fourteen friend friends fund garden's gets getting girl girls glad
    grandma granny group groups grow growing hall happy helped helping helps hill house house's houses hundred idea join joined
    kids lane learn learned learnt lodge lost love lovely lunch manager met mum mums neighbour neighbours nice nine nineteen
    ninety older parents party play played primary project proud resident residents road room saw school schools seven seventeen
    seventy short show shown side sister six sixteen sixty smile son space spent spring street students summer support supported
    supporting team's ten tenant tenants thirteen thirty town trip twelve twenty user users view village visit visitor visitors
    visits volunteer volunteers walk ward winter won wonderful young younger
"""
EVERYDAY = COMMON | frozenset(_WORDS.split())
"""Words of every second story in social care: sharing them says nothing."""

_ENDINGS = ("ings", "ing", "ers", "er", "ies", "es", "ed", "s", "e", "y")
_POSSESSIVE = re.compile(r"['’]s\b")


def telling_words(story: StoryIdea) -> list[str]:
    """The words that say what it is about, as they were typed, each once, those of the title first."""
    typed = _POSSESSIVE.sub("", f"{story.title} {story.what_happened}")
    return [word for word in words_in(typed, MOST_READ) if len(word) >= SHORTEST and word not in EVERYDAY]


def sought(story: StoryIdea) -> list[str]:
    """The words by which stories like it are looked for: the longest of them."""
    return sorted(telling_words(story), key=len, reverse=True)[:MOST_SOUGHT]


def most_alike(story: StoryIdea, others: Iterable[StoryIdea]) -> list[StoryIdea]:
    """Those of the others that tell of the same thing, what shares most with it first, the newest among equals."""
    mine = _stems(story)
    shared = [(len(mine & theirs), other) for other in others if is_alike(mine, theirs := _stems(other))]
    return [other for _, other in sorted(shared, key=lambda one: (-one[0], -one[1].id))]


def are_alike(one: StoryIdea, other: StoryIdea) -> bool:
    """Whether these two do."""
    return is_alike(_stems(one), _stems(other))


def is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of words have enough in common."""
    shared, shorter = len(one & other), min(len(one), len(other))
    return shared >= ENOUGH or (shared >= FEW and shared > OF_FEW * shorter)


def _stems(story: StoryIdea) -> frozenset[str]:
    return frozenset(_stem(word) for word in telling_words(story))


def _stem(word: str) -> str:
    """A word without its ending, so that planted and planting are one. Rough: it is only compared with others of its kind."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] else word
