"""Where something was shared, guessed from what was said in the question."""

import pytest

from bot.rules.share_places import told_as
from storage.kinds import ShareKind, Use
from storage.share import ShareAsk
from tests.journeys.council import T0

NAMED = [
    ("My own LinkedIn", Use.SOCIAL),
    ("the residents’ Facebook page", Use.SOCIAL),
    ("X and Bluesky", Use.SOCIAL),
    ("our WhatsApp group", Use.SOCIAL),
    ("The Northbank Echo", Use.PRESS),
    ("Coastline FM’s phone-in", Use.PRESS),
    ("a podcast for carers", Use.PRESS),
    ("our team meeting", Use.COLLEAGUES),
    ("the intranet", Use.COLLEAGUES),
    ("the noticeboard for staff", Use.COLLEAGUES),
    ("a leaflet in the hall", Use.WEBSITE),
    ("our website", Use.WEBSITE),
    ("Somewhere", Use.SOCIAL),
]


def asked(place: str, kind: ShareKind = ShareKind.SHARE, **answers: bool) -> ShareAsk:
    return ShareAsk(form_id="V1", kind=kind, asked_by="UA", asked_at=T0, words="W", place=place, answers=answers)


@pytest.mark.parametrize(("place", "use"), NAMED)
def test_words_name_a_use(place: str, use: Use) -> None:
    assert told_as(asked(place)) == use


def test_what_is_said_aloud_is_in_public_unless_the_place_says_otherwise() -> None:
    assert told_as(asked("A talk in May", ShareKind.SPEAK)) == Use.PRESS
    assert told_as(asked("The away day of our staff", ShareKind.SPEAK)) == Use.COLLEAGUES


def test_journalists_there_is_the_press_whatever_the_place() -> None:
    assert told_as(asked("Our team meeting", ShareKind.SPEAK, press=True)) == Use.PRESS
