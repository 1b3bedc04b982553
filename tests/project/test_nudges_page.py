"""docs/nudges.md says what the rules say now: its tables and pictures are compared to the letter."""

from pathlib import Path
from xml.etree import ElementTree as ET

from tests.pictures.examples import examples, northbank
from tests.pictures.page import PAGE, files
from tests.pictures.timeline import draw

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def test_the_page_and_its_pictures_are_those_of_the_rules() -> None:
    written = files((ROOT / PAGE).read_text(encoding="utf-8"))
    assert len(written) == 5
    old = [path for path, text in written.items() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert old == [], "write them anew with: make docs-pictures"


def test_each_picture_has_a_title_a_description_and_a_mark_for_each_nudge() -> None:
    organisation = northbank()
    for one in examples(organisation):
        picture = ET.fromstring(draw(one, organisation.calendar, "Said <aloud> & well."))
        title, said = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
        assert title is not None and title.text == one.title
        assert said is not None and said.text == "Said <aloud> & well."
        assert picture.get("role") == "img"
        assert picture.get("aria-labelledby") == f"{title.get('id')} {said.get('id')}"
        marks = picture.findall(f"{SVG}circle")
        assert len(marks) == len(one.asked) > 8
        width = float(picture.get("viewBox", "").split()[2])
        assert all(0 < float(mark.get("cx", 0)) < width for mark in marks)


def test_no_two_marks_of_a_picture_touch() -> None:
    organisation = northbank()
    for one in examples(organisation):
        picture = ET.fromstring(draw(one, organisation.calendar, ""))
        places = [(float(m.get("cx", 0)), float(m.get("cy", 0))) for m in picture.findall(f"{SVG}circle")]
        near = [(a, b) for a in places for b in places if a < b and abs(a[0] - b[0]) < 22 and abs(a[1] - b[1]) < 22]
        assert near == []
