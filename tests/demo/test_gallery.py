"""What hangs in the demo's gallery: real payloads of every kind, about Northbank's own people, that Slack would take."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.demo import ORGANISATION
from bot.demo.exhibits import ENQUIRY_STEPS, exhibits
from bot.organisation.file import read_organisation_file
from sandbox.blockkit import problems_in_message, problems_in_view
from storage.kinds import Status, Step, StoryStatus

NORTHBANK = read_organisation_file(ORGANISATION)
HUNG = exhibits(NORTHBANK, datetime(2026, 11, 18, 10, 12, tzinfo=UTC))
SECRETS = ("Harbour Post", "Ffion Rees", "waited four months", "Four months is too long", "every complaint within")


def groups() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in HUNG:
        group, _, kind = name.partition(": ")
        found.setdefault(group, []).append(kind)
    return found


@pytest.mark.parametrize("name", HUNG)
def test_slack_would_take_it(name: str) -> None:
    payload = HUNG[name]
    found = problems_in_view(payload) if "type" in payload else problems_in_message(payload["blocks"])
    assert list(found) == []


def test_every_kind_hangs_there_in_its_group() -> None:
    hung = groups()
    first = ["cards", "news", "lines", "nudges", "stories", "digests", "heard", "editions", "forms"]
    assert list(hung)[: len(first)] == first
    assert {"records", "home", "refusals", "others"} <= set(hung)
    assert [f"{kind} {status}" for status in Status for kind in ("card", "restricted card", "stub")] == hung["cards"]
    assert {f"nudge {step}{which}" for step in ENQUIRY_STEPS for which in ("", ", private")} <= set(hung["nudges"])
    assert {f"story card {status}" for status in StoryStatus} <= set(hung["stories"])


def test_each_part_of_the_press_desk_has_its_group() -> None:
    rooms = ["statements", "answers", "agreed lines", "lists", "working", "replies", "people", "tasks", "doors"]
    rooms += ["rota", "away", "summaries", "emptied", "settings"]
    assert [group for group in groups() if group in rooms] == rooms


def test_every_question_that_the_bot_asks_hangs_there() -> None:
    hung = {word for kinds in groups().values() for kind in kinds for word in kind.replace(",", " ").split()}
    assert [step for step in Step if step not in hung] == []


def test_the_text_of_the_private_enquiry_stands_only_where_it_is_opened() -> None:
    shown = [name for name, payload in HUNG.items() if any(secret in _words(payload) for secret in SECRETS)]
    assert {"records: open new, private", "records: sign off, legal, private", "records: respond, private"} <= set(
        shown
    )
    assert [name for name in shown if not name.startswith("records: ") or "type" not in HUNG[name]] == []


def _words(payload: dict[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False)
