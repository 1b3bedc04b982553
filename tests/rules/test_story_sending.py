"""Sending a story idea: what is understood of someone's words, whose line belongs to which picture, and whom a reaction asks."""

from dataclasses import replace

import pytest

from bot.rules.pictures import GOOD, MOST_BYTES, NOT_A_PICTURE, TOO_LARGE, pictures_in, state_of
from bot.rules.reactions import suggests
from bot.rules.reasons import FormRefused, Reason
from bot.rules.story_form import Carried, StoryForm, check_draft
from bot.rules.story_form import pictures_in as pictures_of_form
from bot.rules.story_understanding import story_in
from storage.kinds import Role
from storage.organisation import Organisation, ServiceArea

TOLD = Organisation(
    name="Northbank",
    triage_channel="C0TRIAGE",
    restricted_channel="C0PRIVATE",
    good_news_channel="C0GOODNEWS",
    service_areas={
        "adults": ServiceArea(key="adults", name="Adults' social care"),
        "fostering": ServiceArea(key="fostering", name="Fostering"),
    },
    roles={Role.PRESS_OFFICER: ("UPRIYA",)},
)
FORM = StoryForm(title="", what_happened="", credit="", recognisable="")


@pytest.mark.parametrize(
    ("words", "title", "credit", "area"),
    [
        ("We planted a garden today. It was fun", "We planted a garden today", "", ""),
        ("Hi all, we planted a garden! Thanks to the day team.", "We planted a garden", "the day team", ""),
        ("morning!\nfostering week went so well", "Fostering week went so well", "", "fostering"),
        (
            "Adults' social care and fostering danced together",
            "Adults' social care and fostering danced together",
            "",
            "",
        ),
        ("Great.", "", "", ""),
        ("word " * 60, "", "", ""),
        ("حديقة جديدة للجميع في المدينة. شكرا", "حديقة جديدة للجميع في المدينة", "", ""),
        ("", "", "", ""),
    ],
    ids=[
        "a sentence",
        "a greeting and thanks",
        "a service",
        "two services",
        "too short",
        "too long",
        "right to left",
        "nothing",
    ],
)
def test_what_is_understood(words: str, title: str, credit: str, area: str) -> None:
    found = story_in(words, TOLD)
    assert (found.title, found.credit, found.service_area) == (title, credit, area)
    assert (found.what_happened, found.recognisable) == (words, "")


@pytest.mark.parametrize(
    ("photos", "lines", "known", "expected"),
    [
        (("F1", "F2"), "a rose\na spade", {}, ["a rose", "a spade"]),
        (("F1", "F2"), "\na spade", {}, ["", "a spade"]),
        (("F1", "F2"), "1. a rose\n2) a spade", {}, ["a rose", "a spade"]),
        (("F1",), "2 people\nplant a rose", {}, ["2 people plant a rose"]),
        (("F2",), "a rose\na spade", {"F1": "a rose"}, ["a spade"]),  # F1 was taken out
        (("F2",), "a spade", {"F1": "a rose"}, ["a spade"]),
        (("F2",), "a rose", {"F1": "a rose"}, [""]),
        ((), "a rose", {}, []),
    ],
    ids=["each", "not the first", "numbered", "more lines", "gone with its line", "gone", "its line alone", "none"],
)
def test_each_line_belongs_to_its_picture(
    photos: tuple[str, ...], lines: str, known: dict[str, str], expected: list[str]
) -> None:
    form = replace(FORM, photos=photos, photo_words=lines, carried=Carried(files=("F1", "F2")))
    assert pictures_of_form(form, known) == tuple(zip(photos, expected, strict=True))


def test_what_a_form_carries_comes_back() -> None:
    carried = Carried(
        story_id=7, sent=True, channel="C1", ts="1.2", link="https://x", files=("F1",), grown=("pictures",)
    )
    assert Carried.read(carried.written()) == carried
    assert (Carried().written(), Carried.read(""), Carried.read('{"later": 1}')) == ("{}", Carried(), Carried())


def test_a_draft_lacks_what_it_likes_but_not_everything() -> None:
    assert check_draft(replace(FORM, credit=" The day team ")).credit == "The day team"
    assert check_draft(replace(FORM, photos=("F1",))).photos == ("F1",)
    with pytest.raises(FormRefused) as nothing:
        check_draft(replace(FORM, title="  ", photo_words="\n"))
    assert {field: one.reason for field, one in nothing.value.problems.items()} == {"title": Reason.MISSING}
    with pytest.raises(FormRefused) as too_many:
        check_draft(replace(FORM, photos=tuple(f"F{number}" for number in range(11))))
    assert {field: one.reason for field, one in too_many.value.problems.items()} == {"photo": Reason.TOO_MANY_PICTURES}


@pytest.mark.parametrize(
    ("reaction", "author", "channel", "asks"),
    [
        ("sparkles", "UAMARA", "C0ANY", True),
        ("sparkles::skin-tone-2", "UAMARA", "C0ANY", True),
        ("tada", "UAMARA", "C0ANY", False),
        ("sparkles", "UAMARA", "C0TRIAGE", False),
        ("sparkles", "UAMARA", "C0PRIVATE", False),
        ("sparkles", "UAMARA", "D0DIRECT", False),
        ("sparkles", "", "C0ANY", False),
        ("sparkles", "UPRIYA", "C0GOODNEWS", False),
        ("sparkles", "UAMARA", "C0GOODNEWS", True),
    ],
)
def test_whom_a_reaction_asks(reaction: str, author: str, channel: str, asks: bool) -> None:
    assert suggests(reaction, author, channel, TOLD) is asks
    assert not suggests(reaction, author, channel, replace(TOLD, good_news_reaction=""))


def test_which_files_are_pictures() -> None:
    assert [state_of("image/png", 1), state_of("image/png", MOST_BYTES + 1)] == [GOOD, TOO_LARGE]
    assert [state_of(kind, 1) for kind in ("image/heic", "text/plain", "")] == [NOT_A_PICTURE] * 3
    files = [{"id": "F1", "mimetype": "image/heic"}, {"id": "F2", "mimetype": "text/plain"}, {"id": "F3"}]
    assert pictures_in({"files": files}) == ("F1",)
    assert pictures_in({}) == ()
