"""Pages and forms around a question on sharing: the answer in place of the form, all of one, an answer to it, and one's own."""

from collections.abc import Sequence
from typing import Any

from bot.messages import share_answer
from bot.messages.ids import Action, Field, View
from bot.messages.message import Message, within
from bot.messages.mrkdwn import in_words, moment
from bot.messages.parts import (
    Block,
    actions,
    asked,
    button,
    context,
    header,
    modal,
    quoted,
    quoted_context,
    section,
    writing,
)
from bot.messages.people import name
from bot.messages.share_card import answering
from bot.messages.wording import forms
from bot.messages.wording import sharing as words
from bot.rules.share_form import Answered
from bot.rules.share_rules import ASKED
from storage.kinds import Light, ShareKind, ShareState
from storage.organisation import Organisation
from storage.share import ShareAsk

MOST_MINE = 15


def answered(ask: ShareAsk, organisation: Organisation) -> dict[str, Any]:
    """The answer, in place of the form that asked."""
    blocks = [*share_answer.shown(ask, organisation), *share_answer.button_row(ask), context(words.FREE)]
    return modal(View.SHARE_ANSWERED, words.TITLE, blocks)


def page(ask: ShareAsk, organisation: Organisation, person: str, *, answers: bool) -> dict[str, Any]:
    """All of one. `answers`: this person may answer it."""
    zone = organisation.calendar.zone
    asked_by = words.ASKED_BY.format(
        who=name(organisation, ask.asked_by), moment=moment(ask.asked_at, zone), kind=words.ASKED_KIND[ask.kind]
    )
    mine = person == ask.asked_by
    blocks = [
        section(asked_by),
        *share_answer.shown(ask, organisation),
        *_answers(ask),
        *([quoted_context(words.SOURCE.format(link=ask.source_link))] if ask.source_link else []),
        *(share_answer.button_row(ask) if mine else []),
        *actions(answering(ask) if answers and not mine and ask.state == ShareState.OPEN else []),
    ]
    return modal(View.SHARE_OPEN, words.PAGE_TITLE.format(reference=ask.reference), blocks)


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
    blocks = [
        asked(Field.SHARED_PLACE, words.SHARED_PLACE, writing(initial=ask.place)),
        asked(Field.SHARED_LINK, words.SHARED_LINK, writing(initial=ask.link), optional=True),
    ]
    submit = words.SHARED_SUBMIT
    return modal(View.SHARED, words.SHARED_TITLE, blocks, submit=submit, close=forms.CANCEL, metadata=str(ask.id))


def mine(asks: Sequence[ShareAsk], organisation: Organisation) -> Message:
    """What somebody asked, the latest first, each with its button."""
    if not asks:
        new = button(Action.NEW_SHARE, words.NEW, "new", style="primary")
        return Message(words.NONE, [section(words.NONE), *actions([new])])
    blocks = [section(f"*{words.MINE}*"), *(_line(one, organisation) for one in asks[:MOST_MINE])]
    said = [f"{words.MINE}:", *(_said(one, _state(one, organisation, spoken=True)) for one in asks[:MOST_MINE])]
    return Message(within(said).replace("*", ""), blocks)


def _line(ask: ShareAsk, organisation: Organisation) -> Block:
    opening = button(Action.SHARE_OPEN, words.OPEN, ask.id, ask.reference)
    return section(_said(ask, _state(ask, organisation, spoken=False)), opening)


def _said(ask: ShareAsk, state: str) -> str:
    return words.MINE_LINE.format(reference=ask.reference, kind=words.ASKED_KIND[ask.kind], state=f"{state}.")


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
