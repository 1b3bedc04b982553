"""What changed from one version of a text to the next, said so that it can be heard: sentences taken out, put in, or reworded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# SequenceMatcher is left to set aside words that come up all the time in very long sentences: without that a text of one
# word, repeated, takes a minute.

ALIKE = 0.5
"""Two sentences that share so much of their words are one sentence reworded."""

_SENTENCE = re.compile(r"[^.!?\n]*[.!?]+[”\"')\]]*|[^.!?\n]+")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `before` was taken out and `after` put in; an empty one of the two was not there. `within`: the sentence it is in."""

    before: str
    after: str
    within: str = ""


def changes(old: str, new: str) -> list[Change]:
    """From the old words to the new, in the order of the text. How lines are broken does not count."""
    before, after = sentences(old), sentences(new)
    found: list[Change] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        if kind != "equal":
            found += _replaced(before[start:end], after[new_start:new_end])
    return found


def sentences(text: str) -> list[str]:
    """A text sentence by sentence, blanks evened out."""
    return [" ".join(one.split()) for one in _SENTENCE.findall(text) if one.strip()]


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Sentence by sentence: reworded where it is much the same, otherwise out and in."""
    if len(before) == len(after) and all(_alike(*pair) for pair in zip(before, after, strict=True)):
        for old, new in zip(before, after, strict=True):
            yield from _reworded(old, new)
    else:
        yield Change(" ".join(before), " ".join(after))


def _alike(old: str, new: str) -> bool:
    return SequenceMatcher(None, old.split(), new.split()).ratio() >= ALIKE


def _reworded(old: str, new: str) -> Iterator[Change]:
    before, after = old.split(), new.split()
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        if kind != "equal":
            yield Change(" ".join(before[start:end]), " ".join(after[new_start:new_end]), within=new)
