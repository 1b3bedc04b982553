"""The answer to a story idea: picked up, asked about, told, looked at once more, joined with another, or kindly declined."""

from typing import Any

from bot.desk import reading, stories, story_answers, story_joining, story_questions, story_replies
from bot.messages import story_form, story_question, story_told
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.story_answers import TellForm
from bot.rules.story_form import DeclineForm
from bot.rules.working_time import local
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form
from handlers.story_page import done


def pick_up(call: Call) -> None:
    """Pick up."""
    story = stories.pick_up(call.desk, int(call.value), person=call.person)
    done(call, story.id)


def ask_decline(call: Call) -> None:
    """Decline: the form that asks for the reason and a suggestion."""
    open_form(call, lambda: _decline_form(call))


def _decline_form(call: Call) -> dict[str, Any]:
    story, _ = reading.story_to_answer(call.desk, int(call.value), Deed.DECLINE, person=call.person)
    return story_form.decline_view(story, call.desk.organisation)


def declined(call: Call) -> None:
    """The kind no came back, with its reason and suggestion."""
    form = DeclineForm(because=call.typed(Field.DECLINED_BECAUSE), suggestion=call.typed(Field.SUGGESTION))
    story_id, _, seen_with = call.metadata.partition(":")
    story = stories.decline(call.desk, int(story_id), form, seen_with=seen_with, person=call.person)
    done(call, story.id)


def ask_what(call: Call) -> None:
    """Ask the author: the form."""
    open_form(call, lambda: _ask_form(call))


def _ask_form(call: Call) -> dict[str, Any]:
    brief = story_answers.brief_to_work_on(call.desk, int(call.value), Deed.ASK_AUTHOR, person=call.person)
    return story_question.ask_view(brief, call.desk.organisation)


def asked(call: Call) -> None:
    """The question came back."""
    story_id, form_id = int(call.metadata), str(call.view["id"])
    story_answers.ask_author(call.desk, story_id, call.typed(Field.STORY_QUESTION), form_id=form_id, person=call.person)
    done(call, story_id)


def ask_answer(call: Call) -> None:
    """Answer: the form, for one of its authors."""
    open_form(call, lambda: _answer_form(call))


def _answer_form(call: Call) -> dict[str, Any]:
    question, story = story_answers.question_to_answer(call.desk, int(call.value), person=call.person)
    return story_question.answer_view(question, story, call.desk.organisation)


def answered(call: Call) -> None:
    """The answer came back."""
    question = story_answers.answer(call.desk, int(call.metadata), call.typed(Field.STORY_ANSWER), person=call.person)
    done(call, question.story_id)


def sent(call: Call) -> None:
    """Yes, send it: what was written to the bot was the answer."""
    question_id, words_id = call.value.split()
    story_replies.send(call.desk, int(question_id), words_id, person=call.person)
    call.ack()


def ask_once_more(call: Call) -> None:
    """Ask once more: its authors are, kindly."""
    story = story_questions.ask_once_more(call.desk, int(call.value), person=call.person)
    done(call, story.id)


def go_on_without(call: Call) -> None:
    """Go on without an answer."""
    story = story_questions.go_on_without(call.desk, int(call.value), person=call.person)
    done(call, story.id)


def ask_where(call: Call) -> None:
    """Tell it here: the form."""
    open_form(call, lambda: _tell_form(call))


def _tell_form(call: Call) -> dict[str, Any]:
    brief = story_answers.brief_to_work_on(call.desk, int(call.value), Deed.TELL_HERE, person=call.person)
    today = local(call.desk.organisation.calendar, call.desk.clock.now()).date()
    return story_told.tell_view(brief.story, today)


def told(call: Call) -> None:
    """Where it was told came back."""
    form = TellForm(
        use=call.typed(Field.TELL_USE),
        place=call.typed(Field.TELL_PLACE),
        told_on=call.typed(Field.TELL_DAY),
        link=call.typed(Field.TELL_LINK),
    )
    story_id, form_id = int(call.metadata), str(call.view["id"])
    story_answers.tell_here(call.desk, story_id, form, form_id=form_id, person=call.person)
    done(call, story_id)


def read_it(call: Call) -> None:
    """A link to where it was told: Slack has opened it."""
    call.ack()


def looked(call: Call) -> None:
    """I have looked."""
    story = story_answers.look_too(call.desk, int(call.value), person=call.person)
    done(call, story.id)


def join(call: Call) -> None:
    """Join with this one."""
    story_id, other_id = (int(one) for one in call.value.split(":"))
    story_joining.join(call.desk, story_id, other_id, person=call.person)
    done(call, story_id)


def themed(call: Call) -> None:
    """A theme was chosen in the menu."""
    story_id, theme = call.chosen.split(":")
    story_answers.set_theme(call.desk, int(story_id), theme, person=call.person)
    done(call, int(story_id))


ROUTES = [
    Route(Kind.ACTION, Action.STORY_PICK_UP, pick_up),
    Route(Kind.ACTION, Action.STORY_DECLINE, ask_decline),
    Route(Kind.SUBMISSION, View.STORY_DECLINE, declined),
    Route(Kind.ACTION, Action.STORY_ASK, ask_what),
    Route(Kind.SUBMISSION, View.STORY_ASK, asked),
    Route(Kind.ACTION, Action.STORY_ANSWER, ask_answer),
    Route(Kind.SUBMISSION, View.STORY_ANSWER, answered),
    Route(Kind.ACTION, Action.STORY_REPLY, sent),
    Route(Kind.ACTION, Action.STORY_ONCE_MORE, ask_once_more),
    Route(Kind.ACTION, Action.STORY_GO_ON, go_on_without),
    Route(Kind.ACTION, Action.STORY_TELL, ask_where),
    Route(Kind.SUBMISSION, View.STORY_TELL, told),
    Route(Kind.ACTION, Action.STORY_READ, read_it),
    Route(Kind.ACTION, Action.STORY_LOOKED, looked),
    Route(Kind.ACTION, Action.STORY_JOIN, join),
    Route(Kind.ACTION, Action.STORY_THEME, themed),
]
