"""Rendering what is about a story idea: its card, the lines of the card's thread, news and questions for those who wrote it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.delivery import digests, editions, story_authors
from bot.desk.digest_telling import post_key
from bot.desk.story_answers import ANSWERED
from bot.desk.story_bank import alike
from bot.desk.story_replies import ASKED, DETAILS, PASSED_ON
from bot.desk.work import Desk
from bot.messages import question_nudge as question_nudges
from bot.messages import story_card, story_joining, story_line, story_news, story_question, story_told
from bot.messages.message import Message
from bot.rules.links import link_to
from bot.rules.sharing import may_be_prepared
from bot.rules.story_questions import waits
from bot.rules.working_time import local
from storage.audit import AuditEntry, get_entry
from storage.delivery import Delivery, standing
from storage.digest import digest_of_story
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea, consents_of, get_story
from storage.story_around import get_question
from storage.story_search import StoryScope
from storage.story_told import get_telling, tellings_of

MOST_ALIKE = 3
EVERYONE_IN_COMMS = StoryScope(person="", office=True)
"""The scope of a card that the whole comms team reads. Of what it finds, what is kept back is not shown there."""


def card(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """The card in the comms channel, with what is like it."""
    story = get_story(session, delivery.subject_id)
    if story is None:
        return None
    consents = consents_of(session, [story.id])[story.id]
    likest = _alike(desk, session, story, now) if story.status in story_card.SHOWS_ALIKE else ()
    return story_card.card(story, consents, desk.organisation, now, likest)


def _alike(desk: Desk, session: Session, story: StoryIdea, now: datetime) -> Sequence[StoryIdea]:
    """What is like it and may be shown in a channel: nothing whose people have not agreed. Not beside one that is kept back itself."""
    found = [story, *alike(session, story, EVERYONE_IN_COMMS, 2 * MOST_ALIKE)]
    consents = consents_of(session, [one.id for one in found])
    openly = [one for one in found if _openly(desk, one, consents[one.id], now)]
    return openly[1 : MOST_ALIKE + 1] if openly[:1] == [story] else ()


def _openly(desk: Desk, story: StoryIdea, consents: Sequence[Consent], now: datetime) -> bool:
    return may_be_prepared(story, consents, local(desk.organisation.calendar, now).date())


def line(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """One move in the card's thread; with the words of a question or an answer, unless those of the story are kept back."""
    story, entry = get_story(session, delivery.subject_id), get_entry(session, int(delivery.detail))
    if story is None or entry is None:
        return None
    openly = _openly(desk, story, consents_of(session, [story.id])[story.id], now)
    return story_line.line(entry, story, desk.organisation, _words(session, entry) if openly else "")


def _words(session: Session, entry: AuditEntry) -> str:
    """What was asked, answered or told: read from where it is kept, so that what is deleted there is gone here too."""
    details = entry.details or {}
    asked = get_question(session, int(str(details["question"]))) if "question" in details else None
    if asked is not None:
        return asked.answer if entry.action == "question_answered" else asked.question
    told = get_telling(session, int(str(details["telling"]))) if "telling" in details else None
    return story_told.in_words(told) if told else ""


def news(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    """What happened, for someone who wrote it."""
    story = get_story(session, delivery.subject_id)
    if story is None:
        return None
    what, _colon, number = delivery.detail.partition(":")
    if what == "told_here":
        told, again = story_told.latest(tellings_of(session, story.id), int(number))
        return story_told.news(story, told, desk.organisation, delivery.lane, again=again) if told else None
    if what in story_joining.NEWS:
        other = get_story(session, int(number))
        return story_joining.news(what, story, other, desk.organisation, delivery.lane) if other else None
    if delivery.detail in story_authors.NEWS:
        return story_authors.news(desk, session, delivery)
    if delivery.detail.partition(" ")[0] == editions.BEST:
        return editions.best_news(desk, session, delivery)
    if delivery.detail.partition(" ")[0] in digests.NEWS:
        return digests.contributors_news(desk, session, delivery)
    digest_id = digest_of_story(session, story.id)
    post = standing(session, post_key(digest_id)) if digest_id is not None else None
    link = link_to(post.channel, post.ts) if post else ""
    return story_news.news(delivery.detail, story, desk.organisation, delivery.lane, link=link)


def question_nudge(session: Session, nudge: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    """A nudge about a question that nobody has answered."""
    asked = get_question(session, nudge.subject_id)
    story = get_story(session, asked.story_id) if asked else None
    return question_nudges.message(nudge, asked, story, organisation, now) if asked and story else None


def reply(desk: Desk, session: Session, delivery: Delivery) -> Message | None:
    """To an author who answered in words: what became of the answer, or whether it was one."""
    _, number, became, *words_id = delivery.detail.split()
    asked = get_question(session, int(number))
    story = get_story(session, asked.story_id) if asked else None
    if asked is None or story is None:
        return None
    if became == ASKED:
        return story_question.is_it(asked, story, words_id[0], desk.organisation)
    if became == PASSED_ON:
        return story_question.passed_on(asked, story, desk.organisation)
    return story_question.not_passed_on(details=became == DETAILS)


def question(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """A question for those who wrote it, or its answer for whoever asked."""
    number, *what = delivery.detail.split()
    asked, story = get_question(session, int(number)), get_story(session, delivery.subject_id)
    if asked is None or story is None:
        return None
    if what == [ANSWERED]:
        openly = _openly(desk, story, consents_of(session, [story.id])[story.id], now)
        return story_question.to_officer(asked, story, desk.organisation, quietly=not openly)
    goes_on, again = waits(asked, story), delivery.key.endswith(":again")
    return story_question.to_author(asked, story, desk.organisation, delivery.lane, goes_on=goes_on, again=again)
