"""Rendering the editions. Who agrees is asked again each time."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk import editions
from bot.desk.digest_telling import edition_key
from bot.desk.work import Desk, Work
from bot.messages import edition as messages
from bot.messages.message import Message
from bot.rules.links import link_to
from storage.delivery import Delivery, standing
from storage.edition import get_edition, taken_out_of_edition
from storage.story import get_story

BEST = "best"
"""What is told to contributors about a month's best: the first word of the delivery's detail."""


def looked_at_again(desk: Desk, delivery: Delivery) -> Message | None:
    """An edition with nobody in it who does not agree just now. One that holds nothing is not posted, and is emptied where it stands."""
    told = editions.look_again(desk, delivery.subject_id)
    organisation = desk.refresh()
    with desk.database.read() as session:
        edition = get_edition(session, delivery.subject_id)
        if told is None or edition is None or not (told or standing(session, delivery.key)):
            return None
        return messages.post(edition, told, organisation, taken_out_of_edition(session, edition.id))


def best_news(desk: Desk, session: Session, delivery: Delivery) -> Message | None:
    """To someone who wrote a story: it is among a month's best."""
    edition = get_edition(session, int(delivery.detail.partition(" ")[2]))
    story = get_story(session, delivery.subject_id)
    post = standing(session, edition_key(edition.id)) if edition else None
    if edition is None or story is None or post is None or story.id not in edition.story_ids:
        return None
    return messages.among_best(story, edition, link_to(post.channel, post.ts), desk.organisation)


def question(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """Which were the best of a month?"""
    edition = get_edition(session, delivery.subject_id)
    if edition is None:
        return None
    could_be = editions.could_be_best(Work(session, now, desk.organisation), edition)
    return messages.question(edition, len(could_be), desk.organisation)
