"""Rendering what is about sharing: the card, what whoever asked hears, nudges, and rules that got in someone's way."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.work import Desk
from bot.messages import joint, share_card, share_news, share_nudge
from bot.messages.message import Message
from storage.delivery import Delivery
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import get_joint_item, get_share
from storage.story import get_story


def card(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    """The card in the comms channel."""
    ask = get_share(session, delivery.subject_id)
    return share_card.card(ask, desk.organisation) if ask else None


def news(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    """The answer, for whoever asked."""
    ask = get_share(session, delivery.subject_id)
    if ask is None:
        return None
    story = get_story(session, ask.story_id) if ask.story_id is not None else None
    return share_news.news(delivery.detail, ask, desk.organisation, story)


def joint_news(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    """A word to whoever a rule got in the way of."""
    item = get_joint_item(session, delivery.subject_id)
    return joint.news(delivery.detail, item, desk.organisation) if item else None


def nudge(session: Session, asked: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    """Somebody waits for our answer."""
    ask = get_share(session, asked.subject_id)
    return share_nudge.message(asked, ask, organisation, now) if ask else None


def joint_nudge(session: Session, asked: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    """The joint group owes an answer."""
    item = get_joint_item(session, asked.subject_id)
    return joint.nudge(asked, item, organisation, now) if item else None
