"""Pages and forms around a question on sharing: the answer in place of the form, all of one, an answer to it, and one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.messages import share_answer
from bot.messages.ids import Action, Field, View
from bot.messages.message import Message, within
from bot.messages.mrkdwn import in_words, moment
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asked,
    button,
    choice,
    context,
    header,
    modal,
    one_of,
    quoted,
    quoted_context,
    radio,
    section,
    writing,
)
from bot.messages.people import name, you_or
from bot.messages.share_card import answering, because, over
from bot.messages.wording import forms
from bot.messages.wording import sharing as words
from bot.rules.share_form import Answered
from bot.rules.share_places import told_as
from bot.rules.share_rules import ASKED
from storage.kinds import Light, ShareKind, ShareState, Use
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk

MOST_MINE = 15


def answered(ask: ShareAsk, organisation: Organisation) -> dict[str, Any]:
    """The answer, in place of the form that asked."""
    blocks = [*share_answer.shown(ask, organisation), *share_answer.button_row(ask), context(words.FREE)]
    return modal(View.SHARE_ANSWERED, words.TITLE, blocks)


def page(ask: ShareAsk, organisation: Organisation, person: str, *, answers: bool) -> dict[str, Any]:
    """All of one. `answers`: this person may answer it."""
    mine = person == ask.asked_by
    asked_by = words.ASKED_BY.format(
        who=you_or(organisation, ask.asked_by, person),
        moment=moment(ask.asked_at, organisation.calendar.zone),
        kind=words.ASKED_KIND[ask.kind],
    )
    blocks = [
        section(asked_by),
        *(share_answer.shown(ask, organisation) if mine else _shown_to(person, ask, organisation)),
        *_answers(ask),
        *([quoted_context(words.SOURCE.format(link=ask.source_link))] if ask.source_link else []),
        *(share_answer.button_row(ask) if mine else []),
        *actions(answering(ask) if answers and not mine and ask.state == ShareState.OPEN else []),
    ]
    return modal(View.SHARE_OPEN, words.PAGE_TITLE.format(reference=ask.reference), blocks)


def _shown_to(person: str, ask: ShareAsk, organisation: Organisation) -> list[Block]:
    """Where it stands, for somebody else than whoever asked: what is owed or was answered, the rules behind it, and the words."""
    return [
        section(_standing(person, ask, organisation)),
        *share_answer.said_back(ask),
        *([section(because(ask))] if ask.rules else []),
        *share_answer.their_words(ask),
    ]


def _standing(person: str, ask: ShareAsk, organisation: Organisation) -> str:
    if ask.state == ShareState.OPEN:
        owed = words.OWED_IDEA if ask.kind == ShareKind.CHANGE else words.OWED
        return owed.format(moment=moment(ask.due_at or ask.asked_at, organisation.calendar.zone))
    who, asker = you_or(organisation, ask.answered_by, person), name(organisation, ask.asked_by)
    return over(ask).format(reference=ask.reference, who=who, asker=asker)


def _answers(ask: ShareAsk) -> list[Block]:
    lines = [
        words.ANSWER_LINE.format(question=words.QUESTION[one], answer=words.YES if ask.answers[one] else words.NO)
        for one in ASKED[ask.kind]
        if one in ask.answers
    ]
    return [header(words.ANSWERS_HEAD), section("\n".join(lines))] if lines else []


def answer_form(ask: ShareAsk, organisation: Organisation, how: Answered) -> dict[str, Any]:
    """Yes with changes, not yet, or the answer to an idea."""
    title, label = {
        Answered.CHANGES: (words.CHANGES_TITLE, words.CHANGES_FIELD),
        Answered.NOT_YET: (words.NOT_YET_TITLE, words.NOT_YET_FIELD),
        Answered.REPLY: (words.REPLY_TITLE.format(reference=ask.reference), words.REPLY_FIELD),
    }[how]
    possible = (
        [asked(Field.SHARE_POSSIBLE, words.POSSIBLE_FIELD, writing(lines=True))] if how == Answered.NOT_YET else []
    )
    blocks = [
        section(words.ANSWER_INTRO.format(who=name(organisation, ask.asked_by))),
        quoted(ask.words),
        asked(Field.SHARE_ANSWER, label, writing(lines=True)),
        *possible,
    ]
    about = f"{ask.id} {how}"
    return modal(View.SHARE_ANSWER, title, blocks, submit=words.ANSWER_SUBMIT, close=forms.CANCEL, metadata=about)


def shared_form(ask: ShareAsk) -> dict[str, Any]:
    """Where it was shared."""
    places = [choice(words.SHARED_AS_CHOICE[use], use) for use in Use]
    closest = ask.told_as if ask.told_at else told_as(ask)
    blocks = [
        asked(Field.SHARED_PLACE, words.SHARED_PLACE, writing(initial=ask.place)),
        asked(Field.SHARED_AS, words.SHARED_AS, radio(places, one_of(places, closest))),
        asked(Field.SHARED_LINK, words.SHARED_LINK, writing(initial=ask.link), optional=True),
    ]
    submit, title = words.SHARED_SUBMIT, words.SHARED_TITLE.get(ask.kind, words.SHARED_TITLE[ShareKind.SHARE])
    return modal(View.SHARED, title, blocks, submit=submit, close=forms.CANCEL, metadata=str(ask.id))


def mine(asks: Sequence[ShareAsk], rules: Sequence[JointItem], organisation: Organisation) -> Message:
    """What somebody asked, and the rules that got in their way, the latest first, each with its button."""
    lines = [*(asked_line(one, organisation) for one in asks), *(_rule_line(one, organisation) for one in rules)]
    if not lines:
        new = button(Action.NEW_SHARE, words.NEW, "new", style="primary")
        return Message(words.NONE, [section(words.NONE), *actions([new])])
    latest = sorted(lines, key=lambda one: one.at, reverse=True)[:MOST_MINE]
    blocks = [section(f"*{words.MINE}*"), *(section(one.shown, one.opening) for one in latest)]
    return Message(within([f"{words.MINE}:", *(one.said for one in latest)]).replace("*", ""), blocks)


@dataclass(frozen=True, slots=True)
class Line:
    """One of them: when it came, how it is shown and said, and its button."""

    at: datetime
    shown: str
    said: str
    opening: Element


def asked_line(ask: ShareAsk, organisation: Organisation) -> Line:
    """One that somebody asked, in a line."""
    opening = button(Action.SHARE_OPEN, words.OPEN, ask.id, ask.reference)
    shown, said = (
        words.MINE_LINE.format(reference=ask.reference, kind=words.ASKED_KIND[ask.kind], state=f"{state}.")
        for state in (_state(ask, organisation, spoken=False), _state(ask, organisation, spoken=True))
    )
    return Line(ask.asked_at, shown, said, opening)


def _rule_line(item: JointItem, organisation: Organisation) -> Line:
    opening = button(Action.JOINT_OPEN, words.OPEN, item.id, item.reference)
    zone, answered = organisation.calendar.zone, item.answered_at is not None
    shown, said = (
        words.MINE_LINE.format(reference=item.reference, kind=words.MINE_RULE, state=f"{state}.")
        for state in (
            words.STATE_ANSWERED if answered else words.STATE_IDEA.format(moment=f(item.due_at, zone))
            for f in (moment, in_words)
        )
    )
    return Line(item.raised_at, shown, said, opening)


def _state(ask: ShareAsk, organisation: Organisation, *, spoken: bool) -> str:
    if ask.state == ShareState.OPEN:
        due, zone = ask.due_at or ask.asked_at, organisation.calendar.zone
        pattern = words.STATE_IDEA if ask.kind == ShareKind.CHANGE else words.STATE_OPEN
        return pattern.format(moment=in_words(due, zone) if spoken else moment(due, zone))
    if ask.state != ShareState.ANSWERED:
        return words.STATE_TOLD if ask.state == ShareState.TOLD else words.STATE_TAKEN_BACK
    if ask.kind == ShareKind.CHANGE:
        return words.STATE_ANSWERED
    return words.STATE_GREEN if ask.light == Light.GREEN else words.STATE_RED
