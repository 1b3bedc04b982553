"""A question about a story: to those who wrote it, their answer to whoever asked, the forms, and the part of the page."""

from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.message import Message
from bot.messages.mrkdwn import inline, listed, moment
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
from bot.messages.people import name, you_or
from bot.messages.story_reader import StoryReader
from bot.messages.wording import forms, stories
from bot.messages.wording import story_answers as words
from bot.rules.deeds import Deed
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import StoryQuestion
from storage.story_brief import StoryBrief

MOST_QUESTIONS = 6
MOST_SAID = 1_500


def ask_view(brief: StoryBrief, organisation: Organisation) -> dict[str, Any]:
    """What would you like to know?"""
    authors = listed([name(organisation, one) for one in (brief.story.author, *brief.authors)])
    blocks = [
        section(words.ASK_INTRO.format(authors=authors)),
        quoted_context(brief.story.title),
        asked(Field.STORY_QUESTION, words.ASK_FIELD, writing(lines=True)),
    ]
    title = words.ASK_TITLE.format(reference=brief.story.reference)
    about = str(brief.story.id)
    return modal(View.STORY_ASK, title, blocks, submit=words.ASK_SUBMIT, close=forms.CANCEL, metadata=about)


def answer_view(question: StoryQuestion, story: StoryIdea, organisation: Organisation) -> dict[str, Any]:
    """What was asked, and room for the answer."""
    blocks = [
        section(words.ANSWER_INTRO.format(officer=name(organisation, question.asked_by))),
        quoted(_asks(question)),
        asked(Field.STORY_ANSWER, words.ANSWER_FIELD, writing(lines=True), hint=words.ANSWER_HINT),
    ]
    title = words.ANSWER_TITLE.format(reference=story.reference)
    about = str(question.id)
    return modal(View.STORY_ANSWER, title, blocks, submit=words.ANSWER_SUBMIT, close=forms.CANCEL, metadata=about)


def _asks(question: StoryQuestion) -> str:
    return words.AFRESH_WORDS if question.fresh else question.question


def to_author(
    question: StoryQuestion,
    story: StoryIdea,
    organisation: Organisation,
    reader: str,
    *,
    goes_on: bool = True,
    again: bool = False,
) -> Message:
    """The question, with the button to answer; once answered, by whom. `goes_on`: an answer is still wanted; `again`: asked once more."""
    who = {"officer": name(organisation, question.asked_by), "reference": story.reference}
    if question.answered_by:
        said = words.ANSWERED_BY.format(who=you_or(organisation, question.answered_by, reader))
    elif not goes_on:
        said = words.OVER.format(reference=story.reference)
    elif again:
        return _once_more(question, story, who)
    else:
        return _open(question, story, who)
    lead = words.ASKED_AFRESH if question.fresh else words.ASKED
    return Message(said, [section(lead.format(**who)), *_question(question), context(said)])


def _open(question: StoryQuestion, story: StoryIdea, who: dict[str, str]) -> Message:
    lead = words.ASKED_AFRESH if question.fresh else words.ASKED
    spoken = words.ASKED_AFRESH_SPOKEN if question.fresh else words.ASKED_SPOKEN
    answering = button(Action.STORY_ANSWER, words.ANSWER, question.id, story.reference, "primary")
    blocks = [section(lead.format(**who)), *_question(question), context(words.ASKED_HOW), *actions([answering])]
    return Message(spoken.format(**who, question=inline(question.question, MOST_SAID)), blocks)


def _once_more(question: StoryQuestion, story: StoryIdea, who: dict[str, str]) -> Message:
    """Shorter and gentler than the first time: they may have no answer."""
    lead = (words.ASKED_AFRESH_AGAIN if question.fresh else words.ASKED_AGAIN).format(**who)
    answering = button(Action.STORY_ANSWER, words.ANSWER, question.id, story.reference, "primary")
    spoken = " ".join(one for one in (lead, "" if question.fresh else inline(question.question, MOST_SAID)) if one)
    return Message(spoken, [section(lead), *_question(question), *actions([answering])])


def _question(question: StoryQuestion) -> list[Block]:
    return [] if question.fresh else [quoted(question.question)]


def to_officer(question: StoryQuestion, story: StoryIdea, organisation: Organisation, *, quietly: bool) -> Message:
    """The answer, for whoever asked; without its words (`quietly`) where those of the story are kept back."""
    facts = {"who": name(organisation, question.answered_by), "reference": story.reference}
    opening = actions([button(Action.STORY_OPEN, words.OPEN, story.id, story.reference)])
    if quietly:
        said = words.ANSWERED_KEPT_BACK.format(**facts)
        return Message(said, [section(said), *opening])
    spoken = words.ANSWERED_SPOKEN.format(**facts, answer=inline(question.answer, MOST_SAID))
    return Message(spoken, [section(words.ANSWERED.format(**facts)), quoted(question.answer), *opening])


def passed_on(question: StoryQuestion, story: StoryIdea, organisation: Organisation) -> Message:
    """To an author who replied in words: it has arrived."""
    said = words.PASSED_ON.format(officer=name(organisation, question.asked_by), reference=story.reference)
    return Message(said, [section(said)])


def is_it(question: StoryQuestion, story: StoryIdea, words_id: str, organisation: Organisation) -> Message:
    """To an author who wrote to us while a question waits: was that the answer? Their words are not repeated."""
    said = words.IS_IT.format(officer=name(organisation, question.asked_by), reference=story.reference)
    sending = button(Action.STORY_REPLY, words.SEND_IT, f"{question.id} {words_id}", story.reference, "primary")
    return Message(said, [section(said), *actions([sending])])


def not_passed_on(*, details: bool) -> Message:
    """To an author who replied in words that may not be kept. `details`: somebody's personal details seem to be in them."""
    said = words.NOT_PASSED_ON if details else words.NOT_TAKEN
    return Message(said, [section(said)])


def part(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    """What was asked about it, and answered; an author can answer here too."""
    latest = brief.questions[-MOST_QUESTIONS:]
    if not latest:
        return []
    return [header(words.QUESTIONS), *(block for one in latest for block in _asked_and_answered(one, brief, reader))]


def _asked_and_answered(question: StoryQuestion, brief: StoryBrief, reader: StoryReader) -> list[Block]:
    organisation, zone = reader.organisation, reader.organisation.calendar.zone
    when = moment(question.asked_at, zone)
    rows = [
        section(words.QUESTION_LINE.format(who=you_or(organisation, question.asked_by, reader.person), moment=when)),
        quoted(_asks(question)),
    ]
    if question.answered_at:
        when = moment(question.answered_at, zone)
        who = you_or(organisation, question.answered_by, reader.person, stories.SOMEONE)
        line = words.ANSWER_LINE.format(who=who, moment=when)
        return [*rows, section(line), quoted(question.answer)]
    if question.let_go_at is not None:
        return [*rows, context(words.GONE_ON_WITHOUT)]
    if not reader.may(Deed.ANSWER_QUESTION, brief):
        return [*rows, context(words.NO_ANSWER_YET)]
    return [*rows, *actions([button(Action.STORY_ANSWER, words.ANSWER, question.id, brief.story.reference)])]
