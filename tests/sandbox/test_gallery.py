"""The gallery: a sample of every block and element, all of them sound, and the host's payloads before them."""

import json
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from sandbox import Sandbox
from sandbox.blockkit import kinds_on, problems_in_message, problems_in_view
from sandbox.page import Page
from sandbox.page.samples import SAMPLES
from sandbox.people.state import INITIAL, MANY, ONE
from sandbox.records import Json
from sandbox.workspace import Workspace

GIVEN: Json = {"A word": {"text": "Hello"}}
OTHERS_NOT_SHOWN = {"multi_external_select", "multi_conversations_select", "channels_select"}
"""Menus that differ from a sample that is shown in nothing but the number of choices or the kinds of channels."""


@pytest.fixture
def slack(workspace: Workspace, manifest: Json) -> Iterator[Sandbox]:
    with Sandbox(workspace, manifest, page=Page(gallery=GIVEN)) as slack:
        yield slack


def get(slack: Sandbox, path: str) -> bytes:
    with urllib.request.urlopen(f"{slack.url}{path}", timeout=10) as answer:
        return bytes(answer.read())


def kinds_in(payload: object) -> Iterator[str]:
    """Every `type` within a payload."""
    if isinstance(payload, dict):
        if isinstance(payload.get("type"), str):
            yield payload["type"]
        for value in payload.values():
            yield from kinds_in(value)
    elif isinstance(payload, list):
        for value in payload:
            yield from kinds_in(value)


def problems(payload: Json) -> list[Any]:
    return list(problems_in_view(payload) if "type" in payload else problems_in_message(payload["blocks"]))


def test_the_gallery_holds_what_the_host_gave_and_then_the_samples(slack: Sandbox) -> None:
    held = json.loads(get(slack, "/page/gallery.json"))
    assert [each["name"] for each in held["payloads"]] == ["A word", *SAMPLES]
    assert held["payloads"][0]["payload"] == GIVEN["A word"]
    assert {each["real_name"] for each in held["people"]} >= {"Amara Okafor", "Priya Nair"}
    assert [each["name"] for each in held["channels"]] == ["general", "press-office", "secret", "lobby", "attic"]
    assert b'src="/static/js/gallery.js"' in get(slack, "/gallery")


@pytest.mark.parametrize("name", SAMPLES)
def test_slack_would_take_every_sample(name: str) -> None:
    assert problems(SAMPLES[name]) == []


def test_every_kind_of_block_and_element_has_a_sample() -> None:
    shown = {kind for payload in SAMPLES.values() for kind in kinds_in(payload)}
    blocks = kinds_on("message") | kinds_on("modal") | kinds_on("home")
    assert (blocks | ONE.keys() | MANY.keys()) - shown == OTHERS_NOT_SHOWN


def test_the_page_knows_the_same_fields_as_the_people_that_are_driven(slack: Sandbox) -> None:
    """Where a value is kept, and what fills it, is written down twice: here in Python, and in the page."""
    script = get(slack, "/static/js/elements/spot.js").decode()
    for kind, field in {**ONE, **MANY}.items():
        assert f'  {kind}: ["{field}", "{INITIAL.get(field, "")}"],\n' in script
