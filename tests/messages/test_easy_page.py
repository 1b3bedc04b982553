"""The easy words as a page to print: well made, one sentence to a line, and nothing of anybody in it."""

from dataclasses import replace

from bot.messages.easy_page import as_html, files
from bot.messages.html_page import LANGUAGE
from bot.messages.wording import easy_read as words
from tests.messages.samples import organisation, story
from tests.messages.test_digest_mail import read
from tests.messages.test_hostile_text import HOSTILE


def test_it_is_well_made_and_says_every_sentence_once_in_order() -> None:
    page = read(as_html(story(), organisation()))
    assert page.wrong == []
    said = [one for one in page.said if one in {line for _, line in words.LINES}]
    assert said == [line for _, line in words.LINES]
    assert [dict(attributes)["lang"] for tag, attributes in page.tags if tag == "html"] == [LANGUAGE]


def test_signs_are_not_read_aloud() -> None:
    signs = [
        attributes
        for tag, attributes in read(as_html(story(), organisation())).tags
        if attributes.get("class") == "sign"
    ]
    assert len(signs) == len(words.LINES)
    assert all(one["aria-hidden"] == "true" for one in signs)


def test_there_is_a_box_for_yes_for_no_and_for_each_use() -> None:
    said = read(as_html(story(), organisation())).said
    boxes = said[said.index(words.ANSWER_HOW) + 1 :]
    assert boxes[:2] == ["Yes", "No"]
    assert [one for one in boxes if one in words.PLACES.values()] == list(words.PLACES.values())


def test_it_holds_nothing_of_the_story_but_its_reference() -> None:
    one = story(title=HOSTILE, what_happened=HOSTILE, credit=HOSTILE)
    [file] = files(one, organisation()).files
    assert file.content == as_html(story(), organisation()).encode()
    assert one.reference in file.content.decode()


def test_the_organisations_name_cannot_be_markup() -> None:
    page = as_html(story(), replace(organisation(), name="<script>alert(1)</script> & Sons"))
    assert "<script>" not in page
    assert "From <script>alert(1)</script> & Sons" in read(page).said
