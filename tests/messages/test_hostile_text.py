"""Whatever people type is shown as typed: it pings nobody, links nowhere, turns nothing round and breaks no limit."""

import re
from typing import Any

import pytest

from bot.messages import enquiry_card, enquiry_news
from bot.messages.ids import Action, Field, View
from sandbox.blockkit import problems_in_message, problems_in_view
from sandbox.blockkit.validate import message_too_long, view_too_large
from storage.kinds import Status
from tests.messages.everything import hostile_organisation, messages, objects, views
from tests.messages.samples import OFFICER, T0, enquiry, organisation, page, seen, seen_in

HOSTILE = {
    "pings": "<!channel> <!here|x> <@U0EVIL> <!subteam^S0EVIL> @channel",
    "links": "<https://evil.example|our bank> <mailto:a@b.example|x> https://evil.example",
    "dates": "<!date^0^{date}^https://evil.example|soon>",
    "entities": "&lt;!channel&gt; &amp;lt; & AT&T",
    "marks": "*bold* _low_ ~gone~ `code` ```more``` > quote :fire: :+1::skin-tone-2:",
    "braces": "{reference} {0} {who.__class__} {} %s",
    "right to left": "\u202eevil\u202c \u2067\u05d0\u05d1\u2069 \u0645\u0631 \u2069\u2069 \u202e",
    "unclosed": "\u2067\u2068\u202b \u05d0\u05d1",
    "lines": "one\r\n\r\ntwo\u2028three\x0bfour\tfive\x00",
    "too long": "x" * 3_001,
    "long and escaped": "&<>" * 1_100,
    "long emoji": "👩🏽‍🤝‍👩🏻" * 500,
    "long right to left": "\u202e\u05d0" * 1_600,
    "far too long": "ab " * 2_500,
    "nearly nothing": " ",
}

PINGS = re.compile(
    r"<(?!(?:tel:[+\d]+\||!date\^\d+\^\{(?:date_long_pretty\} at \{time|ago)\}\||https://slack\.com/archives/|https://northbank\.slack\.com/files/|@U0|#[CD]0))"
)


@pytest.fixture(params=HOSTILE)
def words(request: pytest.FixtureRequest) -> str:
    """One hostile text after another."""
    return HOSTILE[str(request.param)]


def dangers(payload: object) -> list[str]:
    """What in a payload Slack would read as a ping, a link or an emoji of somebody else's making."""
    found = []
    for one in objects(payload):
        if one.get("type") == "plain_text" and one.get("emoji") is not False:
            found.append(f"emoji: {one['text'][:80]}")
        if one.get("type") == "mrkdwn":
            found += dangers_in(one["text"])
            if one.get("verbatim") is not True:
                found.append(f"not verbatim: {one['text'][:80]}")
    return found


def dangers_in(text: str) -> list[str]:
    """The same in one mrkdwn text."""
    found = [text[hit.start() : hit.start() + 80] for hit in PINGS.finditer(text)]
    if "U0EVIL" in text and "<@U0EVIL>" in text:
        found.append("a mention of somebody else's making")
    return found + turned(text)


def turned(text: str) -> list[str]:
    """The lines of a text in which an override or an isolate is left open at the end or closes one of ours."""
    return [line for line in text.splitlines() if not line.isascii() and not _closed(line)]


def _closed(line: str) -> bool:
    depth, loose = 0, 0
    for character in line:
        if character in "\u2066\u2067\u2068":
            depth += 1
        elif character == "\u2069":
            depth -= 1
        elif character in "\u202a\u202b\u202d\u202e" and depth == 0:
            loose += 1
        if depth < 0:
            return False
    return depth == 0 and loose == 0


def test_no_message_can_ping_link_or_break(words: str) -> None:
    told = hostile_organisation(words)
    wrong: list[tuple[str, object]] = []
    for name, message in messages(words, told):
        wrong += [(name, problem) for problem in problems_in_message(message.blocks)]
        wrong += [(name, danger) for danger in dangers(message.blocks) + dangers_in(message.text)]
        if message_too_long(message.blocks) or not 0 < len(message.text) <= 4_000:
            wrong.append((name, "too long"))
    assert wrong == []


def test_no_view_can_ping_link_or_break(words: str) -> None:
    told = hostile_organisation(words)
    wrong: list[tuple[str, object]] = []
    for name, view in views(words, told):
        wrong += [(name, problem) for problem in problems_in_view(view)]
        wrong += [(name, danger) for danger in dangers(view)]
        if view_too_large(view):
            wrong.append((name, "too large"))
    assert wrong == []


@pytest.mark.parametrize("name", ["pings", "links", "dates", "entities", "marks", "braces"])
def test_the_card_the_news_and_the_page_show_what_was_typed(name: str) -> None:
    typed = HOSTILE[name]
    told = enquiry(
        question=typed, journalist=typed, response=typed, responded_at=T0, responded_by=OFFICER, status=Status.RESPONDED
    )
    card = seen(enquiry_card.card(told, organisation(), T0))
    assert card.count(typed) == 2  # the question, the answer
    assert f"Journalist: {typed}" in card
    assert typed in seen(enquiry_news.news("responded", told, organisation(), T0))
    assert seen_in(page(told, organisation())).count(typed) == 3


def test_a_long_question_is_cut_in_the_card_and_whole_on_the_page() -> None:
    told = enquiry(question="word " * 599 + "end")
    card = seen(enquiry_card.card(told, organisation(), T0))
    assert "Cut here. Press Open to read it all." in card
    assert not any(line.endswith("end") for line in card)
    assert "".join(seen_in(page(told, organisation()))).count("end") == 1


def test_every_id_that_is_emitted_is_one_of_ours() -> None:
    payloads: list[Any] = [message.blocks for _, message in messages("x", organisation())]
    payloads += [view for _, view in views("x", organisation())]
    every = [one for payload in payloads for one in objects(payload)]
    emitted = {str(one["action_id"]) for one in every if "action_id" in one}
    assert emitted == {action.value for action in Action}
    assert {str(one["callback_id"]) for one in every if "callback_id" in one} == {view.value for view in View}
    assert {str(one["block_id"]) for one in every if "block_id" in one} == {field.value for field in Field}


def test_no_button_carries_words() -> None:
    values = {
        one["value"]
        for _, message in messages("secret words", organisation())
        for one in objects(message.blocks)
        if one.get("type") == "button"
    }
    without_words = re.compile(
        r"\d+(:\d+)?|\d+ [0-9a-f]+|(list|mine|due|find):\d+:[0-9a-f]*|(area|person|team|numbers|channels|hours):\w*"
        r"|([0-9a-f]+ )?C\w+( [\d.]+)+|noted( [\d-]{10}){2} U\w+ message:\w+:[\d.]+"  # where it was said, and days
    )
    assert {value for value in values if not without_words.fullmatch(value)} == {
        "new",
        "now",
        "0123abcd",
        "balance",
        "enquiry",
        "story",
    }


def test_a_button_about_a_record_says_which_to_those_who_only_hear_it() -> None:
    unnamed = {
        one["text"]["text"]
        for _, message in messages("x", organisation())
        for one in objects(message.blocks)
        if one.get("type") == "button" and "accessibility_label" not in one
    }
    doors = {"New media enquiry", "New story idea", "Can I share this?", "Open the form again"}
    ones_own = {
        "Yes, note it",
        "Change it",
        "What is with me",
        "I'm not away",
        "Open the form",
        "Send me this as files",
    }
    assert unnamed == doors | ones_own
