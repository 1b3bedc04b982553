"""Every message and view of the answer to a story and of the bank that can be built around one foreign text."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from typing import Any

from bot.messages import (
    enquiry_page,
    home,
    question_nudge,
    story_card,
    story_joining,
    story_line,
    story_list,
    story_news,
    story_page,
    story_question,
    story_told,
)
from bot.messages.message import Message
from bot.messages.page_reader import Reader
from bot.messages.story_reader import StoryReader
from bot.messages.wording import story_answers as words_for
from bot.rules.promise import Kept
from bot.rules.story_bank import AskedStories, Theme
from storage.brief import Brief
from storage.home import Home
from storage.kinds import NudgeState, Recognisable, Step, StoryStatus, Subject, Use
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import StoryQuestion
from storage.story_bank import StoryPage
from storage.story_brief import Beside, StoryBrief
from storage.story_told import Telling
from tests.messages.samples import HEAD, OFFICER, SOCIAL_WORKER, T0, consent, enquiry, entry, nudge, story

Built = Iterator[tuple[str, Message]]
Views = Iterator[tuple[str, dict[str, Any]]]


def one_story(words: str, **changes: Any) -> StoryIdea:
    """A story of that text."""
    return story(title=words, what_happened=words, credit=words, why_it_matters=words, **changes)


def question(words: str, number: int = 1, *, answered: bool = False, fresh: bool = False) -> StoryQuestion:
    """A question, and its answer."""
    facts: dict[str, Any] = {"answer": words, "answered_by": SOCIAL_WORKER, "answered_at": T0} if answered else {}
    made = StoryQuestion(story_id=7, question=words, asked_by=OFFICER, asked_at=T0, fresh=fresh, **facts)
    made.id = number
    return made


def telling(words: str, number: int = 1, **changes: Any) -> Telling:
    """It was told somewhere."""
    facts: dict[str, Any] = {"use": Use.PRESS, "place": words, "link": "https://northbank.example/news/a?b=c&d=e"}
    made = Telling(**{"story_id": 7, "told_on": T0.date(), "told_by": OFFICER, "noted_at": T0, **facts, **changes})
    made.id = number
    return made


def messages(words: str, told: Organisation) -> Built:
    """What those who wrote it and those who asked hear, the card's lines, and the lists."""
    one = one_story(words, officer=OFFICER)
    for answered, fresh in product((False, True), (False, True)):
        asked = question(words, answered=answered, fresh=fresh)
        yield f"question {answered} {fresh}", story_question.to_author(asked, one, told, one.author)
        yield f"question again {answered} {fresh}", story_question.to_author(asked, one, told, one.author, again=True)
        yield from _unanswered(asked, one, told)
    yield "question over", story_question.to_author(question(words), one, told, one.author, goes_on=False)
    declined = one_story(words, status=StoryStatus.DECLINED, declined_because=words, suggestion=words)
    yield "declined after all", story_news.news("declined_after_all", declined, told, one.author)
    for quietly in (False, True):
        asked = question(words, answered=True)
        yield f"answer {quietly}", story_question.to_officer(asked, one, told, quietly=quietly)
    yield "answer passed on", story_question.passed_on(question(words), one, told)
    yield "answer with details", story_question.not_passed_on(details=True)
    yield "answer not taken", story_question.not_passed_on(details=False)
    yield "is this your answer", story_question.is_it(question(words), one, "0a1b", told)
    for again in (False, True):
        yield f"told here {again}", story_told.news(one, telling(words), told, one.author, again=again)
    for what in story_joining.NEWS:
        yield f"story {what}", story_joining.news(what, one, story(8, title=words), told, one.author)
    for action in ("author_asked", "question_answered", "told_here"):
        yield f"line with words, {action}", story_line.line(entry(action), one, told, words)
    yield from _cards(words, told)
    yield from _lists(words, told)


def _unanswered(asked: StoryQuestion, one: StoryIdea, told: Organisation) -> Built:
    step = Step.STORY_QUESTION_OPEN
    for person, again in product((OFFICER, HEAD), (None, T0)):
        asked.asked_again_at = again
        waits = nudge(step, person, subject=Subject.QUESTION, late=person == HEAD)
        yield f"unanswered {person}", question_nudge.message(waits, asked, one, told, T0)
    for how in ("", *words_for.UNANSWERED_SETTLED):
        over = nudge(step, OFFICER, subject=Subject.QUESTION, state=NudgeState.SETTLED, settled_at=T0, settled_how=how)
        yield f"unanswered, settled {how}", question_nudge.message(over, asked, one, told, T0)


def _cards(words: str, told: Organisation) -> Built:
    alike = tuple(story(number, title=words) for number in (8, 9, 10))
    looked = {"second_look_by": HEAD, "second_look_at": T0, "officer": OFFICER}
    for status, seen in product((StoryStatus.NEW, StoryStatus.PICKED_UP, StoryStatus.TOLD), ({}, looked)):
        one = one_story(words, status=status, court=True, **seen)
        yield f"story card, second look, {status} {len(seen)}", story_card.card(one, [], told, T0, alike)


def _lists(words: str, told: Organisation) -> Built:
    many = tuple(one_story(words, number=number, theme=Theme.CARERS.value) for number in range(1, story_list.MOST + 1))
    ids = frozenset(one.id for one in many)
    for asked, office in product((AskedStories.LIST, AskedStories.FIND), (False, True)):
        middle = StoryPage(many, 10, more=True)
        shown = story_list.answer(asked, middle, told, office=office, readable=ids, kept="0a1b")
        yield f"stories {asked} {office}", shown
        none = story_list.answer(asked, StoryPage(), told, office=office, readable=frozenset())
        yield f"stories {asked} {office}, none", none
    yield "stories find what", story_list.find_what()
    narrow = story_list.answer(AskedStories.LIST, StoryPage(), told, office=True, readable=frozenset(), narrow=True)
    yield "stories of no such theme", narrow
    for number, kept in enumerate((Kept(), Kept(1), Kept(in_time=3, late=1, waiting=2, overdue=1, longest=9))):
        yield f"promise {number}", story_list.promise(kept, told)


def views(words: str, told: Organisation) -> Views:
    """The forms, and pages with all that there can be on them."""
    one = one_story(words)
    yield "ask author", story_question.ask_view(StoryBrief(story=one, authors=(HEAD, OFFICER)), told)
    yield "answer question", story_question.answer_view(question(words), one, told)
    yield "answer a question asked anew", story_question.answer_view(question(words, fresh=True), one, told)
    yield "tell here", story_told.tell_view(one, T0.date())
    for status, person in product((StoryStatus.NEW, StoryStatus.PICKED_UP, StoryStatus.TOLD), (OFFICER, one.author)):
        yield f"story page {status} {person}", story_page.view(_full(words, status), StoryReader(person, told, T0))
    nobody = StoryBrief(story=one_story(words, status=StoryStatus.TOLD, recognisable=Recognisable.NOBODY))
    yield "story page, nobody recognisable", story_page.view(nobody, StoryReader(OFFICER, told, T0))
    good_news = (Beside(one), Beside(one, asked=True), Beside(one, ready=True))
    beside = Brief(enquiry=enquiry(), good_news=good_news)
    waits = Home(unanswered=(one,), questions=((question(words), one),), has_role=True)
    yield "home with stories", home.view(OFFICER, told, T0, waits)
    yield "enquiry page with good news", enquiry_page.view(beside, Reader(OFFICER, told, T0))


def _full(words: str, status: StoryStatus) -> StoryBrief:
    one = one_story(words, status=status, recognisable=Recognisable.AGREED, about_child=True, theme=Theme.YOUNG.value)
    agreed = consent(who=words, how=words, recorded_at=T0 + timedelta(hours=1))
    asked = [question(words, number, answered=number % 2 == 0, fresh=number == 3) for number in range(1, 9)]
    return StoryBrief(
        story=one,
        consents=(agreed,),
        questions=tuple(asked),
        tellings=tuple(telling(words, number, ended_at=T0 if number == 1 else None) for number in range(1, 11)),
        told_before=tuple((telling(words, number), story(number, title=words)) for number in range(20, 26)),
        alike=tuple(story(number, title=words) for number in range(8, 13)),
    )
