"""What words of one's own say of a good story: a title, what happened, and the service that they name."""

import re
from dataclasses import replace

from bot.rules.story_form import LIMITS, StoryForm
from storage.organisation import Organisation

EMPTY = StoryForm(title="", what_happened="", credit="", recognisable="")

_GREETING = re.compile(
    r"^(?:(?:hi|hello|hey|hiya|morning|good morning|afternoon|good afternoon|dear all)\b[^.!?\n]{0,30}?[,.!:\n]+\s*)+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_THANKS = re.compile(
    r"\b(?:thanks|thank you|well done|hats off|big up|kudos) to (?P<who>[^.!?\n]{3,150})", re.IGNORECASE
)
SHORTEST_TITLE = 12  # characters: less says nothing
LONGEST_TITLE = 100  # of a title that is made from words; a person may write a longer one


def story_in(words: str, organisation: Organisation) -> StoryForm:
    """The form with what could be understood. All the words are what happened, and nothing in them is left out."""
    return replace(
        EMPTY,
        title=_title(words),
        what_happened=words,
        credit=_credit(words),
        service_area=_area(words, organisation),
    )


def _title(words: str) -> str:
    """Their first sentence, where it is short enough to be one."""
    first = _SENTENCE.search(_GREETING.sub("", words.strip()))
    said = " ".join(first[0].split()).strip(" -–—*_~,;:") if first else ""
    if not SHORTEST_TITLE <= len(said) <= LONGEST_TITLE:
        return ""
    return said[0].upper() + said[1:]


def _credit(words: str) -> str:
    """Whom they thank."""
    thanked = _THANKS.search(words)
    return " ".join(thanked["who"].split())[: LIMITS["credit"]] if thanked else ""


def _area(words: str, organisation: Organisation) -> str:
    """The one service that they name; "" where they name none, or several."""
    folded = words.casefold().replace("\u2019", "'")
    named = [key for key, area in organisation.service_areas.items() if area.name.casefold() in folded]
    return named[0] if len(named) == 1 else ""
