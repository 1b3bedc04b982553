"""The guided tour, walked to its end: each step ends when the thing has really happened, and not before."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.demo.stage import Stage
from bot.demo.tour import tour
from bot.messages.ids import Action, Shortcut
from sandbox.people.seen import Message

STEPS = tour()["steps"]
DOC = Path(__file__).parents[2] / "docs" / "tour.md"
README = DOC.parents[1] / "README.md"


def a_reporter_has_just_rung(stage: Stage) -> None:
    amara = stage.slack.person("amara")
    amara.types("/media-enquiry", channel="general")
    question = "Is the Larkfield day centre going to close?"
    answers = {
        "outlet": "Northbank Echo",
        "journalist": "Sam Poole, 020 7946 0018",
        "deadline": "4pm today",
        "question": question,
    }
    form = amara.form.fill(**answers).submit()
    assert not form.is_open, form.errors


def a_press_officer_takes_it(stage: Stage) -> None:
    on_the_desk(stage, "Larkfield day centre", "I'll take it")


def the_head_of_service_has_it(stage: Stage) -> None:
    stage.slack.person("shirin").inbox.wait_for(lambda message: "I have it" in message.buttons).press("I have it")


def the_answer_and_the_end_of_it(stage: Stage) -> None:
    priya = stage.slack.person("priya")
    on_the_desk(stage, "Larkfield day centre", "Record the response")
    priya.form.fill(response="No. Larkfield stays open.").submit()
    on_the_desk(stage, "Larkfield stays open", "Close")
    priya.form.submit()


def something_good(stage: Stage) -> None:
    amara = stage.slack.person("amara")
    amara.uses_shortcut(Shortcut.STORY_IDEA)
    answers: dict[str, Any] = {
        "title": "A choir of forty",
        "what_happened": "They sing in the town hall, and Mrs K conducts.",
        "credit": "The choir",
        "consent_who": "Mrs K",
        "consent_how": "She told me on Tuesday.",
        "consent_uses": ["colleagues"],
    }
    form = amara.form.fill(recognisable="agreed", **answers, tell_colleagues=["yes"]).submit()
    assert not form.is_open, form.errors


def an_answer_from_a_person(stage: Stage) -> None:
    on_the_desk(stage, "A choir of forty", Action.STORY_PICK_UP)
    stage.wait_until_quiet()


def the_day_before(stage: Stage) -> None:
    moves_to(stage, weekday=3)
    on_the_desk(stage, "A choir of forty", "It can go as it is")


def friday_at_ten(stage: Stage) -> None:
    moves_to(stage, weekday=4)


def sharing_it_yourself(stage: Stage) -> None:
    amara = stage.slack.person("amara")
    amara.types("/can-i-share", channel="general")
    noes = dict.fromkeys(("person", "child", "court", "for_us", "colleague"), "no")
    answers = {f"share_{question}": said for question, said in noes.items()}
    form = amara.form.fill(share_words="Our choir sings on Saturday.", share_place="My own page", **answers).submit()
    assert form.errors == {}


def moves_to(stage: Stage, *, weekday: int) -> None:
    now = stage.slack.clock.now()
    day = now + timedelta(days=(weekday - now.weekday()) % 7)
    stage.slack.clock.move_to(day.replace(hour=10, minute=0, second=5))


WALKED: list[Callable[[Stage], None]] = [
    a_reporter_has_just_rung,
    a_press_officer_takes_it,
    the_head_of_service_has_it,
    the_answer_and_the_end_of_it,
    something_good,
    an_answer_from_a_person,
    the_day_before,
    friday_at_ten,
    sharing_it_yourself,
]


def on_the_desk(stage: Stage, words: str, button: str) -> None:
    desk = stage.slack.person("priya").in_channel("press-desk")
    desk.wait_for(
        lambda message: words in message.readable and button in [*message.buttons, *message.buttons.values()]
    ).press(button)


def has_happened(stage: Stage, until: dict[str, str]) -> Callable[[Message], bool]:
    assert until.keys() == {"as", "where", "contains"}
    return lambda message: until["contains"] in message.readable


@pytest.mark.timeout(240)
def test_each_step_ends_when_the_thing_has_really_happened(stage: Stage) -> None:
    stage.slack.people.timeout = 20
    assert len(STEPS) == len(WALKED) == 9
    for step, walk in zip(STEPS, WALKED, strict=True):
        until = step["until"]
        person = stage.slack.person(until["as"])
        place = person.inbox if until["where"] == "inbox" else person.in_channel(until["where"])
        before = [message.readable for message in place.messages if has_happened(stage, until)(message)]
        assert before == [], f"“{step['title']}” had ended before it began"
        walk(stage)
        place.wait_for(has_happened(stage, until))
    digest = stage.slack.person("tomasz").in_channel("good-news").last.readable
    assert "Nineteen people came to ask" in digest
    assert "A choir of forty" in digest


def test_every_step_tells_who_you_are_and_what_to_do() -> None:
    for step in STEPS:
        assert step.keys() == {"title", "text", "as", "at", "do", "until"}
        assert step["text"].startswith("You are ")
        assert len(step["text"]) + sum(map(len, step["do"])) < 520, (
            f"“{step['title']}” is a lot to read in a side panel"
        )


def test_the_document_is_the_same_tour() -> None:
    written = _plain(DOC.read_text(encoding="utf-8"))
    for number, step in enumerate(STEPS, 1):
        assert f"## {number}. {step['title']}" in written
        assert _plain(step["text"]) in written
        assert all(f"- {_plain(each)}" in written for each in step["do"])


def test_every_picture_of_the_document_is_there() -> None:
    written = DOC.read_text(encoding="utf-8")
    shown = {
        *re.findall(r"!\[[^\]]+\]\(pictures/([^)]+)\)", written),
        *re.findall(r'<img src="pictures/([^"]+)"[^>]* alt="[^"]+">', written),
    }
    there = {path.name for path in (DOC.parent / "pictures").iterdir()}
    assert len(shown) >= len(STEPS)
    assert shown - there == set()
    others = "".join(path.read_text(encoding="utf-8") for path in (README, *DOC.parent.glob("*.md")))
    assert {name for name in there - shown if name not in others} == set()


def _plain(words: str) -> str:
    return " ".join(words.split())
