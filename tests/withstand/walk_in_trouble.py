"""A private enquiry's life as steps: something of ours breaks while it holds its words, and the error says them aloud."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from bot.delivery import render
from bot.desk import notes, reading
from bot.messages.ids import Action, View
from storage.kinds import DeliveryKind
from tests.withstand.walk import Walk
from tests.withstand.walk_to_the_words import RAISED

REFERENCE = re.compile(r"\b[0-9A-F]{8}\b")


class BreaksError(Exception):
    """It says what somebody typed, as errors do."""


@contextmanager
def breaking(place: object, name: str) -> Iterator[None]:
    """What is called here breaks, first for one reason and then for another, and both say what they held."""

    def breaks(*_: object, **__: object) -> None:
        try:
            dict[str, str]()[RAISED["question"]]
        except KeyError as error:
            raise BreaksError(f"could not convert {RAISED['journalist']!r}") from error

    with patch.object(place, name, breaks):
        yield


def a_form_breaks(walk: Walk) -> None:
    """The verb raises with the words in hand: red at the field, the words still in it, and a reference."""
    walk.page().press(Action.ENQUIRY_NOTE)
    with breaking(notes, "keep"):
        form = walk.form("dewi", View.NOTE).fill(note_words="The zqnoted").submit()
        (said,) = form.errors.values()
        assert form.values["note_words"] == "The zqnoted"
    in_the_log(walk, said)
    walk.put_away("dewi")


def a_page_breaks(walk: Walk) -> None:
    """What is read for the page breaks after the press was answered: a private sentence, and a reference."""
    walk.put_away("dewi")
    with breaking(reading, "read_brief"):
        walk.card().press("Open")
        said = walk.council.private_word("dewi", "press-restricted")
    in_the_log(walk, said)


def a_message_breaks(walk: Walk) -> None:
    """A message cannot be made: it is set aside, nobody is told what stands in it, and the log says where it broke."""
    kind = DeliveryKind.RESTRICTED_CARD
    walk.page().press(Action.ENQUIRY_NOTE)
    with patch.dict(render.RENDERERS, {kind: _breaks}):
        walk.sends("dewi", View.NOTE, note_words="Another zqnoted")
        walk.quiet()
    walk.put_away("dewi")
    walk.watch.leaks()
    assert any("could not be made" in one and "BreaksError" in one for one in walk.watch.said_of_errors)
    walk.watch.said_of_errors.clear()


def _breaks(*_: object) -> None:
    raise BreaksError(f"could not convert {RAISED['journalist']!r}")


def in_the_log(walk: Walk, said: str) -> None:
    """The log has the traceback of it under the reference that was said, and both errors by their kind."""
    (reference,) = REFERENCE.findall(said)
    assert walk.watch.leaks() == []
    found = [one for one in walk.watch.said_of_errors if reference in one]
    assert len(found) == 1, walk.watch.said_of_errors
    assert "KeyError\nwhich led to:\n" in found[0]
    assert found[0].endswith("walk_in_trouble.BreaksError")
    assert "in breaks" in found[0]
    walk.watch.said_of_errors.clear()
