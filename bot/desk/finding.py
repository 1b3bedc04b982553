"""Finding: lists, search and App Home, each as far as this reader may see. No list shows a restricted enquiry's text."""

from bot.desk import reading
from bot.desk.work import Desk, Work, verb
from bot.rules.finding import Asked, Question, due_between, scope_of
from bot.rules.reasons import Reason, Refused
from storage.brief import Brief
from storage.enquiry import reference_of
from storage.finding import Filters, Page, board, due, mine
from storage.notes import keep_words, kept_words
from storage.search import search

FIND = "find"
"""What kept words are for, when they are kept to turn a list's pages by."""


def page_of(desk: Desk, question: Question, *, person: str, start: int = 0, most: int) -> Page:
    """One page of what someone asks to see, as far as they may."""
    scope = scope_of(person, desk.organisation)
    with desk.database.read() as session:
        match question.asked:
            case Asked.MINE:
                return mine(session, scope, start=start, most=most)
            case Asked.DUE_TODAY | Asked.DUE_TOMORROW | Asked.DUE_THIS_WEEK:
                since, before = due_between(question.asked, desk.clock.now(), desk.organisation.calendar)
                return due(session, scope, before, since=since, start=start, most=most)
            case Asked.FIND:
                return search(session, question.words, scope, start=start, most=most)
            case _:
                return board(session, scope, Filters(), start=start, most=most)


def called(desk: Desk, enquiry_id: int, *, person: str) -> Brief:
    """All of an enquiry that someone asked for by its reference. Raises Refused; where there is none, the number may be wrong."""
    try:
        return reading.open_enquiry(desk, enquiry_id, person=person)
    except Refused as refused:
        if refused.reason != Reason.NOT_FOUND:
            raise
        raise Refused(Reason.NO_ENQUIRY_CALLED_SO, words=reference_of(enquiry_id)) from refused


@verb
def keep_looked_for(work: Work, words: str, *, person: str) -> str:
    """Keep the words someone looks for, to turn the pages by: a button may not carry them. Their id comes back."""
    return keep_words(work.session, person, FIND, words, work.now)


def looked_for(desk: Desk, words_id: str, *, person: str) -> str:
    """The words someone looked for. Raises Refused(NOT_FOUND) once they are forgotten."""
    with desk.database.read() as session:
        words = kept_words(session, words_id, person)
    if words is None:
        raise Refused(Reason.LIST_TOO_OLD)
    return words
