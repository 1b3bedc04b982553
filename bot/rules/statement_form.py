"""The forms of statements and sign-off: what was typed, and whether it can be kept as it is. Problems are named by the field's block id."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.form_checks import LONG, Problems, stripped
from bot.rules.reasons import FormRefused, Reason, Refused

BOXES = ("words_1", "words_2", "words_3", "words_4", "words_5")
"""A statement's boxes: Slack's own input takes 3,000 characters, a statement may be longer."""

PARAGRAPH = "\n\n"
WITH_ROOM = 2_500
"""How full a box is when words are opened to be changed: a full one would take not a word more."""

CANDOUR = ("yes", "nothing_wrong", "no")
"""Does this say plainly what went wrong, where something did? Yes; nothing went wrong here; no."""


@dataclass(frozen=True, slots=True)
class StatementForm:
    """The words, box by box, and a note to colleagues. `base` is the version that stood when the form was opened, 0 for none."""

    words: tuple[str, ...]
    note: str = ""
    base: int = 0

    @property
    def whole(self) -> str:
        """The boxes as one text, an empty line between them."""
        return PARAGRAPH.join(box.strip() for box in self.words if box.strip())


@dataclass(frozen=True, slots=True)
class SignOffForm:
    """Whom to ask, in what order, whether everyone's yes is needed, and until when; `due_at` None: the rules say.

    `version`: the words that stood when the form was opened; 0 where the form did not say.
    """

    people: tuple[str, ...]
    in_order: bool = False
    needs_all: bool = True
    due_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class FactsForm:
    """Whom to ask whether the facts are right, and until when; `due_at` None: the rules say. `version` as above."""

    person: str
    due_at: datetime | None = None
    version: int = 0


def check_statement(form: StatementForm) -> StatementForm:
    """The form as it can be kept. Raises `FormRefused`."""
    tidy = stripped(form)
    problems = Problems()
    problems.need({BOXES[0]: tidy.whole})
    typed = dict(zip(BOXES, tidy.words, strict=False)) | {"draft_note": tidy.note}
    problems.limit(typed, {})
    problems.keep_private(typed)
    problems.refuse()
    return tidy


def check_reason(field: str, reason: str) -> str:
    """Words that have to be given: what to change, why it was stopped. Raises `FormRefused`."""
    return check_note(field, reason, needed=True)


def check_note(field: str, note: str, *, needed: bool = False) -> str:
    """Words that may be given. Raises `FormRefused`."""
    problems, tidy = Problems(), note.strip()
    if needed:
        problems.need({field: tidy})
    problems.limit({field: tidy}, {field: LONG})
    problems.keep_private({field: tidy})
    problems.refuse()
    return tidy


def check_in_time(
    field: str, due_at: datetime | None, deadline: datetime | None, now: datetime, suggested: datetime
) -> None:
    """A time for a colleague to answer by lies ahead, and not after a deadline that has still to come, unless we suggest it since the
    deadline is so close. Raises `FormRefused`.
    """
    if due_at is None:
        return
    if due_at <= now:
        raise FormRefused({field: Refused(Reason.ANSWER_TIME_PASSED)})
    if deadline is not None and now < deadline < due_at > suggested:
        raise FormRefused({field: Refused(Reason.ANSWER_TOO_LATE, deadline=deadline)})


def check_candour(answer: str) -> str:
    """One of the three answers. Raises `FormRefused`."""
    if answer not in CANDOUR:
        raise FormRefused({"candour": Refused(Reason.MISSING)})
    return answer


def boxes_for(words: str) -> tuple[str, ...]:
    """A statement spread over few boxes, parted at its empty lines, with room to write in each where that can be."""
    roomy = _boxes(words, WITH_ROOM)
    return roomy if len(roomy) <= len(BOXES) else _boxes(words, LONG)


def _boxes(words: str, most: int) -> tuple[str, ...]:
    boxes: list[str] = []
    for paragraph in words.split(PARAGRAPH):
        for piece in _pieces(paragraph):
            if boxes and len(boxes[-1]) + len(PARAGRAPH) + len(piece) <= most:
                boxes[-1] = f"{boxes[-1]}{PARAGRAPH}{piece}"
            else:
                boxes.append(piece)
    return tuple(boxes)


def _pieces(paragraph: str) -> Sequence[str]:
    return [paragraph[start : start + LONG] for start in range(0, len(paragraph), LONG)] or [""]


def fingerprint_of(words: str) -> str:
    """SHA-256 of the words: the audit trail tells by it which words were approved, without holding them."""
    return hashlib.sha256(words.encode()).hexdigest()
