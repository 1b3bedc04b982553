"""Hostile words typed into every field of every form, through real Slack traffic: shown as typed, pinging nobody, breaking nothing."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from storage.engine import Database
from tests.journeys.council import ENQUIRY, STORY, Council
from tests.withstand.shaken import card_of, form_of, shaken_council

HOSTILE = {
    "pings and fake links": "<!channel> <!here|x> <@U0EVIL> <!subteam^S0EVIL> @channel <https://evil.example|our bank> [bank](https://evil.example)",
    "fake dates and entities": "<!date^0^{date}^https://evil.example|soon> &lt;!channel&gt; &amp;lt; & AT&T {0} {who.__class__}",
    "marks and emoji": "*bold* _low_ ~gone~ `code` :fire: :+1::skin-tone-2: > quote 👩🏽‍🤝‍👩🏻👩🏽‍🤝‍👩🏻",
    "right to left": "\u202eevil\u202c \u2067\u05d0\u05d1\u2069 \u0645\u0631 \u202e unclosed",
}
OURS = re.compile(r"<(?:@U0[A-Z0-9]{6,}>|#C0[A-Z]+>|tel:[+\d]+\||!date\^\d+\^\{|https://slack\.com/archives/)")


@pytest.fixture(params=HOSTILE)
def words(request: pytest.FixtureRequest) -> str:
    """One hostile text after another."""
    return HOSTILE[str(request.param)]


def _objects(payload: Any) -> Iterator[dict[str, Any]]:
    """Every object in what the app sent, those that travel as JSON within a string included."""
    if isinstance(payload, str) and payload[:1] in ("{", "["):
        try:
            payload = json.loads(payload)
        except ValueError:
            return
    if isinstance(payload, dict):
        yield payload
        for value in payload.values():
            yield from _objects(value)
    elif isinstance(payload, list):
        for value in payload:
            yield from _objects(value)


def _read_as_marks(council: Council) -> list[str]:
    """Every text that the app sent, in calls, answers and private words, and that Slack reads for mentions, links and dates."""
    texts = []
    for exchange in council.slack.log:
        sent = exchange.answer if exchange.kind == "socket" else exchange.payload
        for one in _objects(sent):
            if one.get("type") == "mrkdwn" or ("text" in one and "type" not in one):
                texts.append(str(one["text"]))
            if one.get("type") == "plain_text":
                assert one.get("emoji") is False, one
    return texts


def _assert_harmless(council: Council) -> None:
    """Nothing that was sent mentions, links or dates anything but what we meant, and Slack found nothing wrong with any of it."""
    texts = _read_as_marks(council)
    assert len(texts) > 5
    for text in texts:
        assert [text[hit.start() :][:60] for hit in re.finditer("<", OURS.sub("", text))] == []
        assert "U0EVIL>" not in text
    assert [(each.name, each.problems) for each in council.slack.log.problems()] == []


def test_an_enquirys_whole_life(shaken: Council, words: str) -> None:
    typed = {"outlet": words, "journalist": f"{words} 020 7946 0000", "deadline": "none given", "question": words}
    form_of(shaken).fill(**typed).submit()
    shaken.until_quiet()
    card = card_of(shaken, "priya", "ME-0001")
    assert words in card.readable
    assert card.press("I'll take it") == ""

    shaken.person("amara").inbox.wait_for(lambda message: "ME-0001" in message.text).press("enquiry_more_button")
    more = dict.fromkeys(("how_it_came", "angle", "said_already", "links"), words)
    assert not shaken.person("amara").form.fill(**more).submit().is_open
    shaken.until_quiet()

    card_of(shaken, "priya", "ME-0001").press("Record the response")
    assert not shaken.person("priya").form.fill(response=words, response_to=words).submit().is_open
    shaken.until_quiet()
    answered = shaken.person("amara").inbox.wait_for(lambda message: words in message.readable)
    assert words in answered.readable

    card_of(shaken, "priya", "ME-0001").press("Close")
    assert not shaken.person("priya").form.fill(outcome="responded", outcome_note=words).submit().is_open
    shaken.until_quiet()

    enquiry = shaken.enquiry(1)
    kept = (
        enquiry.outlet,
        enquiry.question,
        enquiry.angle,
        enquiry.said_already,
        enquiry.response,
        enquiry.outcome_note,
    )
    assert set(kept) == {words}
    shaken.person("amara").home.open().wait_for(lambda said: "ME-0001" in said)
    _assert_harmless(shaken)


def test_a_restricted_enquiry_and_its_page(shaken: Council, words: str) -> None:
    typed = {"outlet": words, "journalist": f"{words} 020 7946 0000", "deadline": "none given", "question": words}
    form_of(shaken, "tomasz").fill(**typed).submit()
    shaken.until_quiet()
    card = next(one for one in shaken.person("priya").in_channel("press-restricted").messages if "ME-0001" in one.text)
    assert words not in card.readable
    card.press("Open")
    assert shaken.person("priya").form.text.count(words) >= 3
    _assert_harmless(shaken)


def test_a_story_idea(shaken: Council, words: str) -> None:
    shaken.person("amara").types("/story-idea")
    consent = {"recognisable": "agreed", "consent_who": words, "consent_how": words, "consent_uses": ["colleagues"]}
    form = shaken.person("amara").form
    form.fill(**{**STORY, **consent, "title": words, "what_happened": words, "credit": words, "why_it_matters": words})
    assert not form.submit().is_open, form.errors
    shaken.until_quiet()
    card = next(one for one in shaken.person("priya").in_channel("press-desk").messages if "GN-0001" in one.text)
    assert card.readable.count(words) >= 2
    card.press("Decline")
    assert not shaken.person("priya").form.fill(declined_because=words, suggestion=words).submit().is_open
    shaken.until_quiet()
    heard = shaken.person("amara").inbox.wait_for(lambda message: message.readable.count(words) >= 2)
    assert "GN-0001" in heard.text
    _assert_harmless(shaken)


def _words(text: str) -> set[str]:
    """The words of a text; commas and semicolons part the answers after a command, and so are not kept."""
    return set(re.split(r"[\s,;]+", text))


@pytest.mark.parametrize("command", ["/media-enquiry", "/story-idea"])
def test_words_after_a_command(shaken: Council, command: str, words: str) -> None:
    amara = shaken.person("amara")
    assert amara.types(f"{command} {words}") == ""
    held = " ".join(str(value) for value in amara.form.values.values())
    assert _words(words) <= _words(held)
    _assert_harmless(shaken)


@pytest.mark.parametrize("field", ["outlet", "journalist", "deadline", "question"])
def test_too_much_in_any_field_is_said_beside_it(shaken: Council, field: str) -> None:
    """Slack's own client holds a box to 3,000 characters; what it lets through and we cannot keep is answered at the field."""
    much = ("020 7946 0000 " * 300)[:3000] if field == "journalist" else "x" * 3_000
    form = form_of(shaken).fill(**{**ENQUIRY, field: much}).submit()
    if field == "question":
        assert not form.is_open
        shaken.until_quiet()
        assert shaken.enquiry(1).question == much
        assert "x" * 500 in card_of(shaken, "priya", "ME-0001").readable
    else:
        limit = 300 if field == "journalist" else 150
        assert form.errors == {field: f"This is longer than will fit. Please shorten it to {limit} characters."}
        assert form.values[field] == much
    _assert_no_trouble(shaken)


def _assert_no_trouble(council: Council) -> None:
    assert [(each.name, each.problems) for each in council.slack.log.problems()] == []


def test_3001_characters_after_the_command_are_all_there(shaken: Council) -> None:
    amara, much = shaken.person("amara"), "care home closure " * 170
    assert len(much) > 3_001
    assert amara.types(f"/media-enquiry {much}") == ""
    assert (
        " ".join(amara.form.text.split()).count("care home closure")
        + str(amara.form.values["question"]).count("care home closure")
        >= 170
    )
    _assert_no_trouble(shaken)


def test_what_no_database_keeps(database: Database) -> None:
    """Null characters and halves of characters, which no keyboard makes but a program can send."""
    with shaken_council(database) as council:
        typed = {**ENQUIRY, "outlet": "North\x00bank Echo", "question": "Is it \ud800true?\x00"}
        assert not form_of(council).fill(**typed).submit().is_open
        council.until_quiet()
        enquiry = council.enquiry(1)
        assert (enquiry.outlet, enquiry.question) == ("Northbank Echo", "Is it \ufffdtrue?")
        assert "Is it \ufffdtrue?" in card_of(council, "priya", "ME-0001").readable
        assert council.person("amara").types("/media-enquiry BBC, Sam\x00 Poole 020 7946 0000, \udfff") == ""
        assert council.person("amara").form.values["outlet"] == "BBC"
