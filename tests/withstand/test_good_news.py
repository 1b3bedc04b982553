"""What good news must withstand: far too much of it, every script, and what it came from gone or renamed."""

from typing import Any

import pytest

from bot.desk import stories
from bot.rules.story_form import StoryForm
from sandbox.people.seen import Message
from storage.kinds import Recognisable
from tests.journeys.council import Council
from tests.journeys.previewing import FRIDAY, THURSDAY, a_story, at, good_news, preview, settled, words_form
from tests.withstand.test_hostile_words import HOSTILE, _assert_harmless

MOST_BLOCKS = 50
SIXTY = [f"Story number {number} of sixty" for number in range(1, 61)]
LONG = "A very long story, told by someone with a lot to say. " * 55


@pytest.fixture
def council(shaken: Council) -> Council:
    """The council, with short waits."""
    return shaken


def picked_up(council: Council, titles: list[str]) -> None:
    """So many ideas, each answered: by the same verbs as the buttons, which would take minutes."""
    desk, amara, priya = council.bot.desk, council.person("amara").id, council.person("priya").id
    for number, title in enumerate(titles, start=1):
        form = StoryForm(
            title,
            LONG[:2_900] if number % 6 == 0 else "It went well, and people asked for more.",
            "Everyone on the day team",
            service_area="adults",
            recognisable=Recognisable.NOBODY,
            tell_colleagues=True,
        )
        stories.send_in(desk, form, form_id=f"sixty-{number}", person=amara)
        stories.pick_up(desk, number, person=priya)
    council.until_quiet(120)


def parts(council: Council) -> list[Message]:
    """The post and what flows into its thread."""
    (post,) = council.person("amara").in_channel("good-news").messages
    return [post, *post.thread]


def test_a_digest_with_sixty_stories(council: Council) -> None:
    picked_up(council, SIXTY)
    at(council, THURSDAY)
    at(council, FRIDAY)
    council.until_quiet(120)
    told = [line for part in parts(council) for line in part.readable.splitlines() if line in SIXTY]
    assert told == SIXTY, "each once, in their order"
    assert max(len(part.blocks) for part in parts(council)) <= MOST_BLOCKS
    assert {council.story(number).status for number in range(1, 61)} == {"told"}
    assert council.slack.log.problems() == []


@pytest.mark.parametrize("kind", HOSTILE)
def test_words_of_every_kind_through_the_preview_and_the_digest(council: Council, kind: str) -> None:
    words = HOSTILE[kind]
    typed = {"title": words[:150], "what_happened": words, "credit": words[:150], "why_it_matters": words}
    a_story(council, 1, who="amara", **typed)
    at(council, THURSDAY)
    assert words in preview(council).readable
    form = words_form(council, "priya", 1)
    assert form.values["digest_words"] == words
    assert not form.fill(digest_words=f"Now: {words}").submit().is_open, form.errors
    preview(council).press("Change the opening")
    assert not council.person("priya").form.fill(digest_opening=words).submit().is_open
    settled(council)
    at(council, FRIDAY)
    (post,) = good_news(council)
    assert post.count(words) >= 3
    assert f"Now: {words}" in post
    _assert_harmless(council)


def test_its_channel_has_another_name(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    _renamed(council, "kind-words")
    at(council, FRIDAY)
    (post,) = council.person("amara").in_channel("kind-words").messages
    assert "A garden for everyone" in post.readable
    assert council.story().status == "told"


def test_the_message_behind_an_idea_was_deleted(council: Council) -> None:
    amara = council.person("amara")
    message = amara.writes("We planted a garden at Elm House with the neighbours.", "general")
    council.person("callum").uses_shortcut("suggest_as_good_news", message)
    form = council.person("callum").form.fill(credit="The day team", recognisable="nobody", service_area="adults")
    assert not form.fill(tell_colleagues=["yes"]).submit().is_open, form.errors
    council.until_quiet()
    amara.deletes(message)
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    council.card("GN-0001").press("Open")
    assert "We planted a garden" in council.person("priya").form.text
    at(council, THURSDAY)
    at(council, FRIDAY)
    assert "We planted a garden at Elm House" in good_news(council)[0], "its words were sent in, and stay"
    assert council.slack.log.problems() == []


def test_what_is_no_picture_is_left_out_of_the_digest_and_the_story_is_told(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    story: dict[str, Any] = {"title": "A garden", "what_happened": "We planted it.", "credit": "The day team"}
    amara.form.fill(**story, recognisable="nobody", service_area="adults", tell_colleagues=["yes"]).press(
        "Add pictures"
    )
    files = [("minutes.heic", b"not one that Slack shows"), ("rose.png", b"\x89PNG")]
    amara.form.fill(photo=files, photo_words="\nA red rose").submit()
    council.until_quiet()
    council.card("GN-0001").press("Pick up")
    at(council, THURSDAY)
    at(council, FRIDAY)
    (post,) = council.person("amara").in_channel("good-news").messages
    assert "We planted it." in post.readable
    assert [block["alt_text"] for block in post.blocks if block["type"] == "image"] == ["A red rose"]


def _renamed(council: Council, name: str) -> None:
    def rename() -> None:
        council.slack.workspace.channel("good-news").name = name

    council.slack.on_loop(rename)
