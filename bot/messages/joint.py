"""A rule that got in someone's way: what the joint group is asked, its answer, and what whoever raised it hears."""

from datetime import datetime
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.message import Message, within
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.nudge_answers import beside, waiting
from bot.messages.nudge_late import late
from bot.messages.parts import actions, asked, button, context, modal, quoted, section, writing
from bot.messages.people import name
from bot.messages.wording import forms
from bot.messages.wording import sharing as words
from bot.rules.asked_about import AskedAbout
from storage.kinds import NudgeState, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import JointItem

MOST_SAID = 1_500


def rule_line(item: JointItem) -> str:
    """Which rule it is about."""
    return words.RAISED_RULE.format(rule=words.RULE.get(item.rule, words.RULE["other"]))


def nudge(asked_of: Nudge, item: JointItem, organisation: Organisation, now: datetime) -> Message:
    """One of the group is asked; once somebody has answered, it says so."""
    if asked_of.state in (NudgeState.SETTLED, NudgeState.MOOT) or item.answered_at is not None:
        who = name(organisation, item.answered_by)
        said = words.SETTLED if item.answered_by else words.SETTLED_OTHER
        text = said.format(reference=item.reference, who=who)
        return Message(text, [section(text)])
    zone = organisation.calendar.zone
    pattern = words.JOINT_ASK_HEAD if asked_of.step == Step.JOINT_HEAD else words.JOINT_ASK
    shown, said = (pattern.format(reference=item.reference, moment=f(item.due_at, zone)) for f in (moment, in_words))
    late_shown, late_said = late(asked_of, organisation)
    answering = button(Action.RULE_ANSWER, words.REPLY, item.id, item.reference, "primary")
    waits_shown, waits_said = waiting(asked_of, organisation, now)
    blocks = [
        section("\n".join([f"*{shown}*", *waits_shown])),
        section(rule_line(item)),
        quoted(item.words),
        *([context(*late_shown)] if late_shown else []),
        *actions([answering, *beside(asked_of, AskedAbout(item), organisation, now)]),
    ]
    return Message(within([said, *waits_said, rule_line(item), inline(item.words, MOST_SAID), *late_said]), blocks)


def news(what: str, item: JointItem, organisation: Organisation) -> Message:
    """To whoever raised it: it has arrived, or it is answered."""
    if what == "answered":
        said = words.RAISED_ANSWERED.format(who=name(organisation, item.answered_by), reference=item.reference)
        blocks = [section(said), quoted(item.answer), context(rule_line(item))]
        return Message(within([said.replace("*", ""), inline(item.answer, MOST_SAID), rule_line(item)]), blocks)
    zone = organisation.calendar.zone
    head = name(organisation, organisation.head_of_comms, words.THE_OFFICE)
    who = words.THE_GROUP if organisation.joint_group else f"{head[:1].upper()}{head[1:]}"
    shown, said = (
        words.RAISED.format(reference=item.reference, who=who, moment=f(item.due_at, zone)) for f in (moment, in_words)
    )
    blocks = [section(shown), context(rule_line(item)), quoted(item.words)]
    return Message(within([said.replace("*", ""), rule_line(item), inline(item.words, MOST_SAID)]), blocks)


def answer_form(item: JointItem) -> dict[str, Any]:
    """What becomes of the rule, and why."""
    blocks = [
        section(rule_line(item)),
        quoted(item.words),
        asked(Field.RULE_ANSWER, words.JOINT_FIELD, writing(lines=True), hint=words.JOINT_HINT),
    ]
    title = words.JOINT_TITLE.format(reference=item.reference)
    submit, about = words.JOINT_SUBMIT, str(item.id)
    return modal(View.RULE_ANSWER, title, blocks, submit=submit, close=forms.CANCEL, metadata=about)
