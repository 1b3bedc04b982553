"""Reading a message of the intake channel: does it tell of a journalist, or of something good? It can always say why.

No statistics: it adds up what the table says of the words it finds, and gives back the signs that spoke for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.rules.intake_outlets import outlet_in
from bot.rules.intake_table import ENOUGH, LOOKS, OUTLET_WEIGHS, Look, Reads, Sign

ANCHORS = frozenset({Sign.OUTLET, Sign.REPORTER, Sign.CREW, Sign.PAPERS, Sign.PRESS_REQUEST})
"""An enquiry has someone from the press in it, or is about to be published and wants our words."""

MOST_READ = 4_000  # characters; what comes after has no say


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message reads like, and why: the signs, the weightiest first. `outlet` is the outlet it names, as written."""

    reads: Reads
    because: tuple[Sign, ...] = ()
    outlet: str = ""


def read(words: str) -> Reading:
    """Read a message, as people see it: without Slack's marks."""
    words = words[:MOST_READ]
    outlet = outlet_in(words)
    enquiry = _weigh(LOOKS[Reads.ENQUIRY], words)
    if outlet:
        enquiry[Sign.OUTLET] = OUTLET_WEIGHS
    if sum(enquiry.values()) >= ENOUGH[Reads.ENQUIRY] and _has_press_in_it(enquiry):
        return Reading(Reads.ENQUIRY, _spoken_for(enquiry), outlet)
    story = _weigh(LOOKS[Reads.STORY], words)
    if sum(story.values()) >= ENOUGH[Reads.STORY]:
        return Reading(Reads.STORY, _spoken_for(story))
    return Reading(Reads.NEITHER)


def _weigh(looks: Iterable[Look], words: str) -> dict[Sign, int]:
    """Each sign that is there, with its heaviest match."""
    found: dict[Sign, int] = {}
    for look in looks:
        if look.pattern.search(words) and abs(look.weight) > abs(found.get(look.sign, 0)):
            found[look.sign] = look.weight
    return found


def _has_press_in_it(found: dict[Sign, int]) -> bool:
    return not ANCHORS.isdisjoint(found) or {Sign.COMMENT, Sign.PUBLISHING} <= found.keys()


def _spoken_for(found: dict[Sign, int]) -> tuple[Sign, ...]:
    order = list(Sign)
    return tuple(
        sorted((sign for sign, weight in found.items() if weight > 0), key=lambda one: (-found[one], order.index(one)))
    )
