"""Every message and view about sharing that can be built around one foreign text."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from bot.messages import (
    home,
    home_asked,
    joint,
    share_card,
    share_form,
    share_news,
    share_nudge,
    share_page,
    share_rules_page,
)
from bot.messages.message import Message
from bot.rules.share_form import Answered, ShareForm
from bot.rules.share_rules import Question
from storage.home import Home
from storage.kinds import Light, ShareKind, ShareState, Step, Subject
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk
from tests.messages.samples import FOUR, HEAD, OFFICER, SOCIAL_WORKER, T0, nudge

Built = Iterator[tuple[str, Message]]
Views = Iterator[tuple[str, dict[str, Any]]]

STATES: dict[str, dict[str, Any]] = {
    "green": {"light": Light.GREEN, "state": ShareState.ANSWERED},
    "red": {"light": Light.RED, "state": ShareState.ANSWERED, "rules": ["person_not_asked", "court"]},
    "amber": {"due_at": FOUR, "rules": ["for_us", "child"], "owner": OFFICER},
    "yes": {"light": Light.GREEN, "state": ShareState.ANSWERED, "answered_by": OFFICER, "rules": ["for_us"]},
    "by itself": {"light": Light.GREEN, "state": ShareState.ANSWERED, "answered_by": "close-ties", "by_itself": True},
    "told": {"light": Light.GREEN, "state": ShareState.TOLD, "link": "https://northbank.example/a?b=c"},
    "a story": {"light": Light.GREEN, "state": ShareState.TOLD, "story_id": 7},
    "taken back": {"state": ShareState.TAKEN_BACK},
}


def ask(words: str, kind: ShareKind = ShareKind.SHARE, number: int = 3, **changes: Any) -> ShareAsk:
    """A question of that text."""
    facts: dict[str, Any] = {
        "form_id": "V1",
        "kind": kind,
        "asked_by": SOCIAL_WORKER,
        "asked_at": T0,
        "words": words,
        "place": words,
        "service_area": "adults",
        "answers": {"for_us": True},
    }
    made = ShareAsk(**{**facts, **changes})
    made.id = number
    return made


def asks(words: str) -> Iterator[tuple[str, ShareAsk]]:
    """One for each way it can stand."""
    for (state, facts), kind in product(STATES.items(), (ShareKind.SHARE, ShareKind.SPEAK)):
        yield f"{kind} {state}", ask(words, kind, **facts)
    for light in (Light.GREEN, Light.RED):
        said: dict[str, Any] = {
            "answered_by": OFFICER,
            "answer": words,
            "possible": words,
            "state": ShareState.ANSWERED,
        }
        yield f"share answered {light}", ask(words, light=light, **said)
    yield "change open", ask(words, ShareKind.CHANGE, due_at=FOUR, owner=HEAD)
    replied: dict[str, Any] = {"state": ShareState.ANSWERED, "answered_by": HEAD, "answer": words}
    yield "change answered", ask(words, ShareKind.CHANGE, **replied)
    yield "share someone in it", ask(words, answers={"person": True, "agreed": False}, rules=["person_not_asked"])


def item(words: str, **changes: Any) -> JointItem:
    """A rule that got in someone's way."""
    facts: dict[str, Any] = {"form_id": "V2", "rule": "for_us", "words": words, "raised_by": SOCIAL_WORKER}
    made = JointItem(**{**facts, "raised_at": T0, "due_at": FOUR, **changes})
    made.id = 2
    return made


def messages(words: str, told: Organisation) -> Built:
    """What whoever asked hears, the cards, the nudges, the lists."""
    everything = list(asks(words))
    for called, one in everything:
        yield f"share card, {called}", share_card.card(one, told)
        for what in ("asked", "answered", "told"):
            yield f"share news {what}, {called}", share_news.news(what, one, told)
        for step in share_nudge.ASK:
            late = nudge(step, OFFICER, subject=Subject.SHARE, late=step == Step.SHARE_HEAD)
            yield f"share nudge {step}, {called}", share_nudge.message(late, one, told, T0)
    yield (
        "share mine",
        share_page.mine(
            [one for _, one in everything],
            [item(words), item(words, answer=words, answered_by=HEAD, answered_at=T0)],
            told,
        ),
    )
    yield "share mine, none", share_page.mine([], [], told)
    answered = item(words, answer=words, answered_by=HEAD, answered_at=T0)
    for step, raised in product((Step.JOINT_NEW, Step.JOINT_HEAD), (item(words), answered)):
        asked_of = nudge(step, HEAD, subject=Subject.JOINT)
        yield f"joint nudge {step} {raised.answered_by}", joint.nudge(asked_of, raised, told, T0)
    yield "joint news raised", joint.news("raised", item(words), told)
    yield "joint news answered", joint.news("answered", answered, told)


def views(words: str, told: Organisation) -> Views:
    """The forms and pages."""
    someone = {Question.PERSON.value: True}
    for kind, answers in product(ShareKind, ({}, someone)):
        filled = ShareForm(kind=kind.value, words=words, place=words, answers=answers)
        yield f"share form {kind} {len(answers)}", share_form.view(told, SOCIAL_WORKER, filled, T0)
    for called, one in asks(words):
        yield f"share answered, {called}", share_page.answered(one, told)
        for person, answers_it in ((SOCIAL_WORKER, False), (OFFICER, True)):
            yield f"share page, {called}, {person}", share_page.page(one, told, person, answers=answers_it)
    asked = ask(words, rules=["for_us", "person_not_asked"])
    every = tuple(one for _, one in asks(words))
    yield "home with questions asked", home.view(SOCIAL_WORKER, told, T0, Home(asked=every))
    for number in range(0, len(every), home_asked.MOST):
        some = Home(asked=every[number : number + home_asked.MOST], owed=every, has_role=True)
        yield f"home with questions asked and owed, {number}", home.view(OFFICER, told, T0, some)
    for how in Answered:
        yield f"share answer form {how}", share_page.answer_form(asked, told, how)
    yield "shared form", share_page.shared_form(asked)
    for about, may_set in product((None, asked), (False, True)):
        yield f"share rules {about is None} {may_set}", share_rules_page.page(told, about, may_set=may_set)
        yield f"rule raise form {about is None} {may_set}", share_rules_page.raise_form(told, about, T0)
    yield "share rules form", share_rules_page.set_form(told)
    yield "rule answer form", joint.answer_form(item(words))
    rules = (item(words, share_id=3), item(words, share_id=3, answer=words, answered_by=HEAD, answered_at=T0))
    for reader, rule in product((SOCIAL_WORKER, HEAD), rules):
        yield f"rule page {reader} {rule.answered_at}", joint.page(rule, told, reader, answers=reader == HEAD)
