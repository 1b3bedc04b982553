"""The answer to a story in the gallery: a question and its answer, telling it, a second look, two that are alike, and the bank."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.cast import cast
from bot.demo.exhibit import Built
from bot.messages import (
    enquiry_page,
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
from bot.messages.page_reader import Reader
from bot.messages.story_reader import StoryReader
from bot.messages.wording import story_answers as words
from bot.rules.promise import Kept
from bot.rules.story_bank import AskedStories, Theme
from storage.brief import Brief
from storage.kinds import NudgeState, Recognisable, Status, Step, StoryStatus, Subject, Use
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import StoryQuestion
from storage.story_bank import StoryPage
from storage.story_brief import Beside, StoryBrief
from storage.story_told import Telling

QUESTION = "Who had the idea with the jars? We would love to thank them."
ANSWER = "One of the residents, in January. She does not want to be named, but she is glad that you ask."


def build(told: Organisation, now: datetime) -> Built:
    """Everything around the answer, and the bank."""
    new, picked_up = (specimens.story(told, now, one) for one in (StoryStatus.NEW, StoryStatus.PICKED_UP))
    yield from _questions(told, now, new)
    yield from _told(told, now, picked_up)
    yield from _pages(told, now)
    other = specimens.another_story(told, now)
    no: dict[str, Any] = {"declined_because": "The book is not printed yet.", "suggestion": "Send it again in May."}
    declined = specimens.story(told, now, StoryStatus.DECLINED, **no)
    yield "stories: news declined after all", story_news.news("declined_after_all", declined, told, declined.author)
    for what in story_joining.NEWS:
        yield f"stories: news {what}", story_joining.news(what, picked_up, other, told, picked_up.author)
    yield "stories: card, with one like it", story_card.card(new, [], told, now, (other,))
    child = specimens.story(told, now, StoryStatus.PICKED_UP, about_child=True)
    yield "stories: card, a second look first", story_card.card(child, [], told, now)
    yield from _bank(told, now, picked_up, other)


def question(told: Organisation, now: datetime, *, answered: bool = False, fresh: bool = False) -> StoryQuestion:
    """What the press officer asked, two hours ago."""
    people = cast(told, "adults")
    facts: dict[str, Any] = {"answer": ANSWER, "answered_by": people.worker, "answered_at": now} if answered else {}
    words = "" if fresh else QUESTION
    asked_at = now - timedelta(hours=2)
    made = StoryQuestion(story_id=1, question=words, asked_by=people.officer, asked_at=asked_at, fresh=fresh, **facts)
    made.id = 1
    return made


def _questions(told: Organisation, now: datetime, story: StoryIdea) -> Built:
    open_, answered, fresh = question(told, now), question(told, now, answered=True), question(told, now, fresh=True)
    yield "stories: ask the author, form", story_question.ask_view(StoryBrief(story=story), told)
    yield "stories: answer, form", story_question.answer_view(open_, story, told)
    yield "stories: question", story_question.to_author(open_, story, told, story.author)
    yield "stories: question, asked anew for a headline", story_question.to_author(fresh, story, told, story.author)
    yield "stories: question, answered", story_question.to_author(answered, story, told, story.author)
    yield "stories: question, over", story_question.to_author(open_, story, told, story.author, goes_on=False)
    for quietly in (False, True):
        kept = ", kept back" if quietly else ""
        yield f"stories: answer{kept}", story_question.to_officer(answered, story, told, quietly=quietly)
    yield "stories: answer passed on", story_question.passed_on(answered, story, told)
    for details in (False, True):
        yield f"stories: answer not passed on, {details}", story_question.not_passed_on(details=details)
    for again in (open_, fresh):
        anew = ", anew for a headline" if again.fresh else ""
        yield (
            f"stories: question, asked once more{anew}",
            story_question.to_author(again, story, told, story.author, again=True),
        )
    yield from _unanswered(told, now, story)
    yield "stories: is this your answer", story_question.is_it(open_, story, "0a1b", told)
    moved = specimens.entry("question_answered", answered.answered_by or "", now)
    yield "stories: line with an answer", story_line.line(moved, story, told, ANSWER)


def _unanswered(told: Organisation, now: datetime, story: StoryIdea) -> Built:
    """Nobody has answered: whoever asked is told."""
    people = cast(told, "adults")
    waits, fresh, twice = question(told, now), question(told, now, fresh=True), question(told, now)
    twice.asked_again_at = now
    for name, one, person in (
        ("nobody has answered", waits, people.officer),
        ("nobody has answered, who asked is away", waits, people.head),
        ("nobody has answered, for a headline", fresh, people.officer),
        ("nobody has answered, asked twice", twice, people.officer),
    ):
        asked = specimens.nudge(Step.STORY_QUESTION_OPEN, person, now, subject=Subject.QUESTION)
        yield f"stories: asked {asked.step}, {name}", question_nudge.message(asked, one, story, told, now)
    for how in words.UNANSWERED_SETTLED:
        over: dict[str, Any] = {"state": NudgeState.SETTLED, "settled_at": now, "settled_how": how}
        settled = specimens.nudge(Step.STORY_QUESTION_OPEN, people.officer, now, subject=Subject.QUESTION, **over)
        yield f"stories: asked {settled.step}, {how}", question_nudge.message(settled, waits, story, told, now)


def telling(told: Organisation, now: datetime, story: StoryIdea) -> Telling:
    """It stands on the council's website."""
    made = Telling(
        story_id=story.id,
        use=Use.WEBSITE,
        told_on=now.date(),
        told_by=cast(told, "adults").officer,
        noted_at=now,
        place="the front page of our website",
        link="https://northbank.example/news/jars",
    )
    made.id = 1
    return made


def _told(told: Organisation, now: datetime, story: StoryIdea) -> Built:
    one = telling(told, now, story)
    yield "stories: tell it here, form", story_told.tell_view(story, now.date())
    yield "stories: news told here", story_told.news(story, one, told, story.author, again=False)
    yield "stories: news told here too", story_told.news(story, one, told, story.author, again=True)
    moved = specimens.entry("told_here", one.told_by, now)
    yield "stories: line with a place", story_line.line(moved, story, told, story_told.in_words(one))


def _pages(told: Organisation, now: datetime) -> Built:
    people = cast(told, "adults")
    agreed = {"recognisable": Recognisable.AGREED, "about_child": True, "theme": Theme.OUTDOORS.value}
    story = specimens.story(told, now, StoryStatus.TOLD, **agreed)
    other = specimens.another_story(told, now)
    brief = StoryBrief(
        story=story,
        consents=(specimens.consent(told, now),),
        questions=(question(told, now, answered=True), question(told, now, fresh=True)),
        tellings=(telling(told, now, story),),
        told_before=((telling(told, now, other), other),),
    )
    head = StoryReader(people.head, told, now)
    yield "records: open story, for the second pair of eyes", story_page.view(brief, head)
    new = specimens.story(told, now, StoryStatus.NEW)
    unanswered = StoryBrief(story=new, questions=(question(told, now),), alike=(other,))
    yield "records: open story, for the press office", story_page.view(unanswered, head)
    yield (
        "records: open story, a question to its author",
        story_page.view(unanswered, StoryReader(new.author, told, now)),
    )


def _bank(told: Organisation, now: datetime, *stories: StoryIdea) -> Built:
    many = StoryPage(stories, more=True)
    readable = frozenset({stories[0].id})
    for asked in (AskedStories.LIST, AskedStories.FIND):
        for office in (True, False):
            whose = "for the press office" if office else "for everyone"
            page = story_list.answer(asked, many, told, office=office, readable=readable, kept="0a1b")
            yield f"lists: stories {asked}, {whose}", page
            none = story_list.answer(asked, StoryPage(), told, office=office, readable=frozenset())
            yield f"lists: stories {asked}, {whose}, nothing", none
    yield "lists: stories, find what", story_list.find_what()
    narrow = story_list.answer(AskedStories.LIST, StoryPage(), told, office=True, readable=frozenset(), narrow=True)
    yield "lists: stories of one service or theme, nothing", narrow
    for name, kept in _kept():
        yield f"lists: promise, {name}", story_list.promise(kept, told)
    enquiry = specimens.enquiry(told, now, Status.IN_PROGRESS)
    rows = (Beside(stories[0]), Beside(stories[1], asked=True), Beside(stories[1], ready=True))
    beside = Brief(enquiry=enquiry, good_news=rows)
    yield (
        "records: open, with good news beside it",
        enquiry_page.view(beside, Reader(cast(told, "adults").officer, told, now)),
    )


def _kept() -> Iterator[tuple[str, Kept]]:
    yield "nothing yet", Kept()
    yield "kept", Kept(in_time=14, waiting=1)
    yield "not always kept", Kept(in_time=12, late=2, waiting=3, overdue=1, longest=5)
