"""A rule that got in someone's way: what the joint group is asked, its answer, what whoever raised it hears, and its page."""

from datetime import datetime
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.message import Message, within
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.nudge_answers import beside, waiting
from bot.messages.nudge_late import late
from bot.messages.parts import Block, Element, actions, asked, button, context, divider, modal, quoted, section, writing
from bot.messages.people import name, you_or
from bot.messages.wording import forms
from bot.messages.wording import sharing as words
from bot.messages.wording.names import YOU
from bot.rules.asked_about import AskedAbout
from storage.kinds import NudgeState, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import JointItem, share_reference

MOST_SAID = 1_500


def rule_line(item: JointItem) -> str:
    """Which rule it is about."""
    return words.RAISED_RULE.format(rule=words.RULE.get(item.rule, words.RULE["other"]))


def nudge(asked_of: Nudge, item: JointItem, organisation: Organisation, now: datetime) -> Message:
    """One of the group is asked; once somebody has answered, it says so."""
    if asked_of.state in (NudgeState.SETTLED, NudgeState.MOOT) or item.answered_at is not None:
        who = you_or(organisation, item.answered_by, asked_of.person)
        said = words.SETTLED if item.answered_by else words.SETTLED_OTHER
        text = said.format(reference=item.reference, who=who)
        return Message(text, [section(text)])
    zone = organisation.calendar.zone
    pattern = words.JOINT_ASK_HEAD if asked_of.step == Step.JOINT_HEAD else words.JOINT_ASK
    shown, said = (pattern.format(reference=item.reference, moment=f(item.due_at, zone)) for f in (moment, in_words))
    late_shown, late_said = late(asked_of, organisation)
    waits_shown, waits_said = waiting(asked_of, organisation, now)
    blocks = [
        section("\n".join([f"*{shown}*", *waits_shown])),
        section(rule_line(item)),
        quoted(item.words),
        *([context(*late_shown)] if late_shown else []),
        *actions([_answering(item), *beside(asked_of, AskedAbout(item), organisation, now)]),
    ]
    return Message(within([said, *waits_said, rule_line(item), inline(item.words, MOST_SAID), *late_said]), blocks)


def news(what: str, item: JointItem, organisation: Organisation) -> Message:
    """To whoever raised it: it has arrived, or it is answered."""
    if what == "answered":
        said = words.RAISED_ANSWERED.format(
            who=_answered_by(item, organisation, item.raised_by), reference=item.reference
        )
        blocks = [section(said), quoted(item.answer), context(rule_line(item))]
        return Message(within([said.replace("*", ""), inline(item.answer, MOST_SAID), rule_line(item)]), blocks)
    if item.answered_at is not None:
        said = words.HAS_ITS_ANSWER.format(reference=item.reference)
        return Message(said.replace("*", ""), [section(said), context(rule_line(item)), quoted(item.words)])
    zone, who = organisation.calendar.zone, owed_by(organisation)
    shown, said = (
        words.RAISED.format(reference=item.reference, who=f"{who[:1].upper()}{who[1:]}", moment=f(item.due_at, zone))
        for f in (moment, in_words)
    )
    opening = button(Action.JOINT_OPEN, words.OPEN, item.id, item.reference)
    blocks = [section(shown), context(rule_line(item)), quoted(item.words), *actions([opening])]
    return Message(within([said.replace("*", ""), rule_line(item), inline(item.words, MOST_SAID)]), blocks)


def owed_by(organisation: Organisation) -> str:
    """Who owes the answer, in the middle of a sentence."""
    if organisation.joint_group:
        return words.THE_GROUP
    return name(organisation, organisation.head_of_comms, words.THE_OFFICE)


def _answered_by(item: JointItem, organisation: Organisation, reader: str) -> str:
    who = you_or(organisation, item.answered_by, reader)
    in_group = item.answered_by in organisation.joint_group and item.answered_by != reader
    return words.OF_THE_GROUP.format(who=who) if in_group else who


# -- its page


def page(item: JointItem, organisation: Organisation, reader: str, *, answers: bool) -> dict[str, Any]:
    """All of it, and where it stands. `answers`: this reader may answer it."""
    zone = organisation.calendar.zone
    who = YOU if reader == item.raised_by else words.SOMEBODY  # the group looks at the rule, not at who met it
    raised = words.RAISED_BY.format(who=who, moment=moment(item.raised_at, zone))
    blocks = [
        section(raised),
        section(rule_line(item)),
        section(words.JOINT_WORDS),
        quoted(item.words),
        *_about(item, reader),
        divider(),
        *_standing(item, organisation, reader),
        *(actions([_answering(item)]) if answers and item.answered_at is None else []),
    ]
    return modal(View.JOINT_OPEN, words.JOINT_PAGE_TITLE.format(reference=item.reference), blocks)


def _about(item: JointItem, reader: str) -> list[Block]:
    """For whoever raised it, the question that it came from: for anybody else it would say who they are."""
    if item.share_id is None or reader != item.raised_by:
        return []
    reference = share_reference(item.share_id)
    opening = button(Action.SHARE_OPEN, words.OPEN, item.share_id, reference)
    return [section(words.JOINT_ABOUT.format(reference=reference), opening)]


def _standing(item: JointItem, organisation: Organisation, reader: str) -> list[Block]:
    zone = organisation.calendar.zone
    if item.answered_at is None:
        return [section(words.JOINT_OWED.format(moment=moment(item.due_at, zone), who=owed_by(organisation)))]
    who = _answered_by(item, organisation, reader)
    return [section(words.JOINT_ANSWERED.format(who=who, moment=moment(item.answered_at, zone))), quoted(item.answer)]


def _answering(item: JointItem) -> Element:
    return button(Action.RULE_ANSWER, words.REPLY, item.id, item.reference, "primary")


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
