"""*Can I share this?* in the gallery: the form, the three lights, the answers, the rules, and one that got in the way."""

from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.cast import cast
from bot.demo.exhibit import Built
from bot.messages import home, joint, share_card, share_form, share_news, share_nudge, share_page, share_rules_page
from bot.rules.share_form import Answered, ShareForm
from storage.home import Home
from storage.kinds import Light, ShareKind, ShareState, Step, Subject
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


def _ways(now: datetime, officer: str) -> dict[str, dict[str, Any]]:
    """What can become of a question."""
    amber = {"due_at": now + timedelta(hours=3), "owner": officer, "rules": ["for_us"], "answers": {"for_us": True}}
    done = {"state": ShareState.ANSWERED, "answered_by": officer, "answered_at": now, "rules": ["for_us"]}
    held = {"rules": ["person_not_asked"], "answers": {"person": True, "agreed": False}}
    return {
        "green": {"light": Light.GREEN, "state": ShareState.ANSWERED},
        "amber": amber,
        "amber, someone in it": {**amber, "answers": {"person": True, "agreed": True}, "rules": ["person_agreed"]},
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


def _answers(told: Organisation, now: datetime) -> Built:
    people = cast(told, "adults")
    asked = {called: ask(told, now, **facts) for called, facts in _ways(now, people.officer).items()}
    for called, one in asked.items():
        what = "told" if one.state == ShareState.TOLD else "asked"
        yield f"sharing: answer, {called}", share_news.news(what, one, told)
        if called not in {"green", "red"}:
            yield f"sharing: card, {called}", share_card.card(one, told)
    amber = asked["amber"]
    yield "sharing: answer in place of the form", share_page.answered(amber, told)
    yield "sharing: page", share_page.page(asked["amber, someone in it"], told, people.officer, answers=True)
    for how in Answered:
        yield f"sharing: answer form, {how}", share_page.answer_form(amber, told, how)
    yield "sharing: shared, form", share_page.shared_form(ask(told, now))
    stands = Home(asked=(amber, asked["yes, with changes"], asked["by itself"]))
    yield "sharing: home of whoever asked", home.view(people.worker, told, now, stands)
    owed = Home(owed=(amber, asked["amber, someone in it"]), has_role=True)
    yield "sharing: home of a press officer", home.view(people.officer, told, now, owed)
    yield "sharing: mine", share_page.mine(list(asked.values()), [_item(told, now)], told)
    yield "sharing: mine, none", share_page.mine([], [], told)
    change: dict[str, Any] = {"kind": ShareKind.CHANGE, "words": IDEA, "place": "", "answers": {}}
    idea = ask(told, now, **change, owner=people.lead, due_at=now + timedelta(days=7))
    yield "sharing: idea, sent", share_news.news("asked", idea, told)
    for step in share_nudge.ASK:
        asked_of = idea if step.startswith("change") else amber
        sent = specimens.nudge(step, people.officer, now, subject=Subject.SHARE)
        yield f"sharing: nudge {step}", share_nudge.message(sent, asked_of, told, now)


def _rules(told: Organisation, now: datetime) -> Built:
    people = cast(told, "adults")
    red = ask(told, now, light=Light.RED, state=ShareState.ANSWERED, rules=["person_not_asked"])
    yield "sharing: rules", share_rules_page.page(told)
    yield "sharing: rules, for the head of communications", share_rules_page.page(told, may_set=True)
    yield "sharing: why", share_rules_page.page(told, red)
    yield "sharing: rules, form", share_rules_page.set_form(told)
    yield "sharing: a rule in the way, form", share_rules_page.raise_form(told, red, now)
    item = _item(told, now)
    head = told.head_of_comms or ""
    for step in (Step.JOINT_NEW, Step.JOINT_HEAD):
        sent = specimens.nudge(step, head, now, subject=Subject.JOINT)
        yield f"sharing: joint group, nudge {step}", joint.nudge(sent, item, told, now)
    yield "sharing: a rule in the way, raised", joint.news("raised", item, told)
    yield "sharing: joint group, answer form", joint.answer_form(item)
    yield "sharing: a rule in the way, page", joint.page(item, told, item.raised_by, answers=False)
    yield "sharing: a rule in the way, page for the joint group", joint.page(item, told, head, answers=True)
    item.answer, item.answered_by, item.answered_at = REPLY, people.lead, now
    settled = specimens.nudge(Step.JOINT_NEW, head, now, subject=Subject.JOINT)
    yield "sharing: joint group, nudge answered", joint.nudge(settled, item, told, now)
    yield "sharing: a rule in the way, answered", joint.news("answered", item, told)
    yield "sharing: a rule in the way, page with the answer", joint.page(item, told, item.raised_by, answers=False)


def _item(told: Organisation, now: datetime) -> JointItem:
    """A rule that got in the way an hour ago, of the question about the garden club."""
    facts: dict[str, Any] = {"form_id": "V2", "rule": "for_us", "words": HOW, "share_id": 3}
    raised = now - timedelta(hours=1)
    made = JointItem(**facts, raised_by=cast(told, "adults").worker, raised_at=raised, due_at=now + timedelta(days=14))
    made.id = 2
    return made
