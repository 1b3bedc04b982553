"""Rendering what is said about consents: to those who wrote the story, whoever must take it down, and whoever told us of it."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.work import Desk
from bot.messages import consent_news
from bot.messages import take_down as take_down_messages
from bot.messages.easy_page import files
from bot.messages.message import Files, Message
from storage.delivery import Delivery
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import consents_of, get_story
from storage.story_told import get_take_down, get_telling


def word(_desk: Desk, session: Session, delivery: Delivery, _now: datetime) -> Message | None:
    """What became of a consent, or the easy words to ask for one."""
    story = get_story(session, delivery.subject_id)
    if story is None:
        return None
    return consent_news.news(delivery.detail.split()[0], story, consents_of(session, [story.id])[story.id])


def easy_page(desk: Desk, session: Session, delivery: Delivery, _now: datetime) -> Files | None:
    """The easy words as a page to print. It holds nothing of the story, so that it may stay whatever becomes of that."""
    story = get_story(session, int(delivery.detail))
    return files(story, desk.organisation) if story else None


def reply(session: Session, delivery: Delivery) -> Message | None:
    """The answer to "she has changed her mind about GN-0007"."""
    _, story_id, theirs = delivery.detail.split()
    story = get_story(session, int(story_id))
    return consent_news.reply(theirs, story) if story else None


def take_down(session: Session, nudge: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    """A nudge to take something down."""
    one = get_take_down(session, nudge.subject_id)
    story = get_story(session, one.story_id) if one else None
    if one is None or story is None:
        return None
    told = get_telling(session, one.telling_id) if one.telling_id else None
    return take_down_messages.message(nudge, one, told, story, organisation, now)
