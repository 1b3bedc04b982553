"""A form's texts looked over before it is kept: what has to come out, what is asked about once, and what someone said may stay."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.rules.form_checks import to_take_out
from bot.rules.privacy import MUST_GO, Finding, Kind, findings, questions
from bot.rules.reasons import FormRefused, Refused


class Box(StrEnum):
    """The box that someone ticks: this may stay."""

    BUILDING = "building"
    SCHOOL = "school"
    NAME = "name"


BOX = {Kind.POSTCODE: Box.BUILDING, Kind.ADDRESS: Box.BUILDING, Kind.SCHOOL: Box.SCHOOL, Kind.NAME: Box.NAME}
MOST_MARKS = 15  # as many as the value of one box holds; what is left over is asked about next


class AskFirst(Exception):  # noqa: N818 - a question, not an error
    """All else is well, but someone has to say first whether these may stay. By field."""

    def __init__(self, asked: Mapping[str, tuple[Finding, ...]]) -> None:
        super().__init__(", ".join(asked))
        self.asked = asked


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen: `problems` by field, `asked` by field, and the kinds that were `kept` because someone said so."""

    problems: Mapping[str, Refused] = field(default_factory=dict)
    asked: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    kept: tuple[Kind, ...] = ()

    def check(self) -> None:
        """Raise `FormRefused` or `AskFirst` unless it may be kept as it is."""
        if self.problems:
            raise FormRefused(self.problems)
        if self.asked:
            raise AskFirst(self.asked)


NOTHING_SEEN = Looked()


def look(
    texts: Mapping[str, str],
    ticked: Iterable[str] = (),
    known_names: Collection[str] | None = None,
    of_the_press: Collection[str] = (),
) -> Looked:
    """Look over a form's texts by field. `ticked` are the values of the ticked boxes.

    `known_names` are the names that may be written where others are asked about: in a restricted enquiry. None: none is asked about;
    nor in the fields `of_the_press`.
    """
    marks = {mark for value in ticked for mark in value.split(".")[1:]}
    problems: dict[str, Refused] = {}
    asked: dict[str, tuple[Finding, ...]] = {}
    kept: dict[Kind, None] = {}
    for name, text in texts.items():
        names_asked = known_names is not None and name not in of_the_press
        found = (*findings(text), *questions(text, restricted=names_asked, known_names=known_names or ()))
        if must_go := [one for one in found if one.kind in MUST_GO]:
            problems[name] = to_take_out(must_go)
        may_stay = [one for one in found if one.kind not in MUST_GO]
        kept |= dict.fromkeys(one.kind for one in may_stay if mark_of(one) in marks)
        if left := tuple(one for one in may_stay if mark_of(one) not in marks):
            asked[name] = left
    return Looked(problems, asked, tuple(kept))


def mark_of(finding: Finding) -> str:
    """What stands for the words in a ticked box: the same words again may stay, others may not."""
    return hashlib.sha256(" ".join(finding.words.casefold().split()).encode()).hexdigest()[:8]


def box_value(box: Box, found: Iterable[Finding]) -> str:
    """The value of the box that lets these stay."""
    marks = dict.fromkeys(mark_of(one) for one in found)
    return ".".join([box.value, *list(marks)[:MOST_MARKS]])
