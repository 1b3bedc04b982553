"""*Can I share this?* in the gallery: the form, the three lights, the answers, the rules, and one that got in the way."""

from datetime import datetime, timedelta
from typing import Any

from bot.demo.cast import cast
from bot.demo.exhibit import Built
from bot.messages import joint, share_card, share_form, share_news, share_nudge, share_page, share_rules_page
from bot.rules.share_form import Answered, ShareForm
from storage.kinds import Light, NudgeState, ShareKind, ShareState, Step, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk

WORDS = "Our garden club at Elm House won first prize at the county show. The residents grew every one of the pumpkins."
PLACE = "My own LinkedIn"
IDEA = "Let night staff write the daily notes on their phones: an hour more for people, every night."
HOW = "I could not share a photo of our own hall, with nobody in it, for two days."
REPLY = "You are right. Halls and gardens without people are fine from today."


def build(told: Organisation, now: datetime) -> Built:
    """Everything about sharing."""
    people = cast(told, "adults")
    for kind in ShareKind:
        filled = ShareForm(kind=kind.value, words="" if kind == ShareKind.CHANGE else WORDS)
        yield f"sharing: form, {kind}", share_form.view(told, people.worker, filled, now)
    grown = ShareForm(words=WORDS, place=PLACE, answers={"person": True})
    yield "sharing: form, someone is in it", share_form.view(told, people.worker, grown, now)
    yield from _answers(told, now)
    yield from _rules(told, now)


def ask(told: Organisation, now: datetime, **changes: Any) -> ShareAsk:
    """The garden club's prize, asked an hour ago."""
    people = cast(told, "adults")
    facts: dict[str, Any] = {
        "form_id": "V1",
        "kind": ShareKind.SHARE,
        "asked_by": people.worker,
        "asked_at": now - timedelta(hours=1),
        "words": WORDS,
        "place": PLACE,
        "service_area": "adults",
        "answers": {"person": False, "child": False, "court": False, "for_us": False, "colleague": False},
    }
    made = ShareAsk(**{**facts, **changes})
    made.id = 3
    return made


def _answers(told: Organisation, now: datetime) -> Built:
    people = cast(told, "adults")
    amber = {
        "due_at": now + timedelta(hours=3),
        "owner": people.officer,
        "rules": ["for_us"],
        "answers": {"for_us": True},
    }
    someone = {**amber, "answers": {"person": True, "agreed": True}, "rules": ["person_agreed"]}
    done = {"state": ShareState.ANSWERED, "answered_by": people.officer, "answered_at": now, "rules": ["for_us"]}
    held = {"rules": ["person_not_asked"], "answers": {"person": True, "agreed": False}}
    ways: dict[str, dict[str, Any]] = {
        "green": {"light": Light.GREEN, "state": ShareState.ANSWERED},
        "amber": amber,
        "amber, someone in it": someone,
        "red": {"light": Light.RED, "state": ShareState.ANSWERED, **held},
        "yes": {**done, "light": Light.GREEN},
        "yes, with changes": {**done, "light": Light.GREEN, "answer": "Please leave out the name of the home."},
        "not yet": {
            **done,
            "light": Light.RED,
            "answer": "The budget is voted on tomorrow.",
            "possible": "Share it on Thursday, after the vote.",
        },
        "by itself": {**done, "light": Light.GREEN, "answered_by": "close-ties", "by_itself": True},
        "shared": {"light": Light.GREEN, "state": ShareState.TOLD, "link": "https://northbank.example/prize"},
        "taken back": {**amber, "state": ShareState.TAKEN_BACK},
    }
    for called, facts in ways.items():
        one = ask(told, now, **facts)
        what = "told" if one.state == ShareState.TOLD else "asked"
        yield f"sharing: answer, {called}", share_news.news(what, one, told)
        if called not in {"green", "red"}:
            yield f"sharing: card, {called}", share_card.card(one, told)
    yield "sharing: answer in place of the form", share_page.answered(ask(told, now, **amber), told)
    yield "sharing: page", share_page.page(ask(told, now, **someone), told, people.officer, answers=True)
    for how in Answered:
        yield f"sharing: answer form, {how}", share_page.answer_form(ask(told, now, **amber), told, how)
    yield "sharing: shared, form", share_page.shared_form(ask(told, now))
    yield "sharing: mine", share_page.mine([ask(told, now, **facts) for facts in ways.values()], told)
    yield "sharing: mine, none", share_page.mine([], told)
    idea = ask(
        told,
        now,
        kind=ShareKind.CHANGE,
        words=IDEA,
        place="",
        answers={},
        owner=people.lead,
        due_at=now + timedelta(days=7),
    )
    yield "sharing: idea, sent", share_news.news("asked", idea, told)
    for step in share_nudge.ASK:
        asked_of = idea if step.startswith("change") else ask(told, now, **amber)
        yield f"sharing: nudge {step}", share_nudge.message(_nudge(step, people.officer, now), asked_of, told, now)


def _nudge(step: Step, person: str, now: datetime) -> Nudge:
    made = Nudge(subject=Subject.SHARE, subject_id=3, step=step, person=person, due_at=now, state=NudgeState.SENT)
    made.id = 9
    return made


def _rules(told: Organisation, now: datetime) -> Built:
    people = cast(told, "adults")
    red = ask(told, now, light=Light.RED, state=ShareState.ANSWERED, rules=["person_not_asked"])
    yield "sharing: rules", share_rules_page.page(told)
    yield "sharing: rules, for the head of communications", share_rules_page.page(told, may_set=True)
    yield "sharing: why", share_rules_page.page(told, red)
    yield "sharing: rules, form", share_rules_page.set_form(told)
    yield "sharing: a rule in the way, form", share_rules_page.raise_form(told, red, now)
    facts: dict[str, Any] = {"form_id": "V2", "rule": "for_us", "words": HOW, "raised_by": people.worker}
    item = JointItem(**facts, raised_at=now, due_at=now + timedelta(days=14))
    item.id = 2
    head = told.head_of_comms or ""
    for step in (Step.JOINT_NEW, Step.JOINT_HEAD):
        yield f"sharing: joint group, nudge {step}", joint.nudge(_nudge(step, head, now), item, told, now)
    yield "sharing: a rule in the way, raised", joint.news("raised", item, told)
    yield "sharing: joint group, answer form", joint.answer_form(item)
    item.answer, item.answered_by, item.answered_at = REPLY, people.worker, now
    yield "sharing: joint group, nudge answered", joint.nudge(_nudge(Step.JOINT_NEW, head, now), item, told, now)
    yield "sharing: a rule in the way, answered", joint.news("answered", item, told)
