"""Lists: what was asked after the command, answered privately, and the buttons that turn its pages."""

from typing import Any

from bot.desk import finding
from bot.messages import enquiry_page, list_answer
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.rules.finding import Asked, Question, read_question, reference_elsewhere
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form, reader_of


def asked_to_see(call: Call) -> bool:
    """Answer `list`, `mine`, `due today` and its like, `find` and a reference; False where the words are something else."""
    question = read_question(call.words)
    if question is None:
        return _belongs_elsewhere(call)
    if question.asked == Asked.ONE:
        open_form(call, lambda: _one(call, question.enquiry_id))
    elif question.asked == Asked.FIND and not question.words:
        call.answer(list_answer.find_what())
    else:
        call.answer(_answer(call, question))
    return True


def _one(call: Call, enquiry_id: int) -> dict[str, Any]:
    """The page of the one whose reference was typed. Raises Refused."""
    brief = finding.called(call.desk, enquiry_id, person=call.person)
    return enquiry_page.view(brief, reader_of(call))


def _belongs_elsewhere(call: Call) -> bool:
    """The reference of a story, or of a question about sharing."""
    reference = reference_elsewhere(call.words)
    if reference:
        call.answer(list_answer.elsewhere(reference))
    return bool(reference)


def _answer(call: Call, question: Question, start: int = 0, kept: str = "") -> Message:
    found = finding.page_of(call.desk, question, person=call.person, start=start, most=list_answer.MOST)
    if found.more and question.asked == Asked.FIND and not kept:
        kept = finding.keep_looked_for(call.desk, question.words, person=call.person)
    return list_answer.answer(question.asked, found, call.desk.organisation, call.desk.clock.now(), kept)


def turned(call: Call) -> None:
    """More, or Back: the list is drawn anew where it stands, from the records as they are now."""
    asked, start, kept = call.value.split(":")
    words = finding.looked_for(call.desk, kept, person=call.person) if kept else ""
    answer = _answer(call, Question(Asked(asked), words=words), int(start), kept)
    call.ack()
    call.later(lambda: call.replace(answer), trouble.say_afterwards(call))


ROUTES = [
    Route(Kind.ACTION, Action.LIST_MORE, turned),
    Route(Kind.ACTION, Action.LIST_BACK, turned),
]
