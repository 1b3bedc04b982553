"""The form of *Can I share this?*: which of three, the words, where, and at most six questions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.messages.enquiry_form import area_choices
from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import moment
from bot.messages.parts import (
    MOST_INITIAL,
    Block,
    Element,
    asked,
    choice,
    context,
    growing,
    menu,
    modal,
    one_of,
    quoted,
    radio,
    section,
    writing,
)
from bot.messages.people import area_of
from bot.messages.wording import forms
from bot.messages.wording import sharing as words
from bot.rules.share_form import ShareForm
from bot.rules.share_rules import ASKED, Question
from bot.rules.share_times import answer_due
from storage.kinds import ShareKind
from storage.organisation import Organisation

WHOLE = "-"
"""The value of the choice that it is about no single service."""

GROWS = {Question.PERSON: Action.SHARE_PERSON, Question.CHILD: Action.SHARE_CHILD}
"""Questions whose answer makes the form ask another."""


def view(organisation: Organisation, person: str, filled: ShareForm, now: datetime, over: str = "") -> dict[str, Any]:
    """The form with what is filled in so far. Drawn anew, each block keeps its id, and Slack what was typed.

    `over` is what found no room in the box and stands above it.
    """
    over = over or (filled.words[MOST_INITIAL - 1 :] if len(filled.words) > MOST_INITIAL else "")
    kind = filled.share_kind
    change = kind == ShareKind.CHANGE
    blocks = [
        section(words.INTRO),
        growing(asked(Field.SHARE_KIND, words.KIND, _chosen(kind)), Action.SHARE_KIND),
        *([section(words.OVERFLOW), quoted(over)] if over else []),
        asked(Field.SHARE_WORDS, words.WORDS[kind], writing(lines=True, initial=filled.words), hint=words.WORDS_HINT),
        *(_area(organisation, person, filled) if change else _place(kind, filled)),
        *_questions(kind, filled),
        *([section(_promise(kind, organisation, now))] if change else []),
        context(words.FREE),
    ]
    submit = words.SUBMIT_CHANGE if change else words.SUBMIT
    return modal(View.SHARE, words.TITLE, blocks, submit=submit, close=forms.CANCEL, metadata=filled.source_link)


def _promise(kind: ShareKind, organisation: Organisation, now: datetime) -> str:
    due = answer_due(kind, organisation, now)
    return words.CHANGE_NOTE.format(moment=moment(due, organisation.calendar.zone))


def _chosen(kind: ShareKind) -> Element:
    kinds = [choice(words.KINDS[one], one) for one in ShareKind]
    return radio(kinds, one_of(kinds, kind))


def _place(kind: ShareKind, filled: ShareForm) -> list[Block]:
    return [asked(Field.SHARE_PLACE, words.PLACE[kind], writing(initial=filled.place), hint=words.PLACE_HINT[kind])]


def _area(organisation: Organisation, person: str, filled: ShareForm) -> list[Block]:
    """Which service an idea is about decides who owns it."""
    choices = [choice(words.AREA_ALL, WHOLE), *area_choices(organisation)]
    own = area_of(organisation, person)
    wanted = filled.service_area or (own.key if own else WHOLE)
    first = one_of(choices, wanted) or choices[0]
    return [asked(Field.SHARE_AREA, words.AREA, menu(choices, forms.CHOOSE, first))]


def _questions(kind: ShareKind, filled: ShareForm) -> list[Block]:
    """Whether they have agreed is asked only where someone is in it."""
    someone = any(filled.answers.get(one) for one in GROWS)
    return [_question(one, filled) for one in ASKED[kind] if one != Question.AGREED or someone]


def _question(question: Question, filled: ShareForm) -> Block:
    answers = yes_or_no()
    known = filled.answers.get(question)
    first = None if known is None else answers[0 if known else 1]
    block = asked(Field(f"share_{question}"), words.QUESTION[question], radio(answers, first))
    return growing(block, GROWS[question]) if question in GROWS else block


def yes_or_no() -> Sequence[Element]:
    """The two answers."""
    return [choice(words.YES, "yes"), choice(words.NO, "no")]
