"""Rendering the digest: the post and its thread, the preview, what is said around it. Consent is looked at again each time."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk import digest_looks
from bot.desk import digest_telling as told
from bot.desk.digest_reading import private_since, shown_in
from bot.desk.work import Desk
from bot.messages import digest as messages
from bot.messages import digest_notes, digest_preview
from bot.messages.digest_preview import Shown
from bot.messages.message import Message
from bot.rules.digest import holds_back
from bot.rules.digest_text import WholeDigest
from bot.rules.links import link_to
from storage.delivery import Delivery, standing
from storage.digest import Digest, digest_of_story, get_digest, stories_of_digest
from storage.kinds import DeliveryKind, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import StoryIdea, get_story
from storage.story_told import tellings_of

LOOKED_AT_AGAIN = frozenset(
    {
        DeliveryKind.DIGEST,
        DeliveryKind.DIGEST_PART,
        DeliveryKind.DIGEST_PREVIEW,
        DeliveryKind.DIGEST_PREVIEW_PART,
    }
)
"""Kinds that tell stories: who agreed is asked again at the moment of sending."""


def looked_at_again(desk: Desk, delivery: Delivery) -> Message | None:
    """What tells stories, with nobody in it who does not agree just now."""
    whole = digest_looks.look_again(desk, delivery.subject_id)
    organisation, now = desk.refresh(), desk.clock.now()
    with desk.database.read() as session:
        digest = get_digest(session, delivery.subject_id)
        if whole is None or digest is None:
            return None
        stands = standing(session, delivery.key) is not None
        if delivery.kind in (DeliveryKind.DIGEST, DeliveryKind.DIGEST_PART):
            return _told(delivery, digest, whole, organisation, stands=stands)
        shown = _shown(session, digest, whole, organisation, now)
    if delivery.kind == DeliveryKind.DIGEST_PREVIEW:
        return digest_preview.preview(shown, organisation) if whole.stories or stands else None
    number = int(delivery.detail)
    return digest_preview.part(shown, number) if stands or messages.stories_on(whole, number) else None


def _told(
    delivery: Delivery, digest: Digest, whole: WholeDigest, organisation: Organisation, *, stands: bool
) -> Message | None:
    number = int(delivery.detail) if delivery.kind == DeliveryKind.DIGEST_PART else 0
    if digest.state != "posted" or not (stands or messages.stories_on(whole, number)):
        return None
    return messages.part(whole, number) if number else messages.post(whole, organisation)


def _shown(session: Session, digest: Digest, whole: WholeDigest, organisation: Organisation, now: datetime) -> Shown:
    private_at = private_since(session, digest, organisation)
    why = holds_back(digest, organisation, private_at) if digest.state == "preview" else None
    post = standing(session, told.post_key(digest.id))
    link = link_to(post.channel, post.ts) if post else ""
    return Shown(digest=digest, whole=whole, why=why, due=now >= digest.due_at, link=link)


def note(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    """A note to the comms team: about one digest, or about all good news."""
    organisation = desk.organisation
    what, *details = delivery.detail.split(" ")
    if delivery.subject == Subject.ORGANISATION:
        organisation = desk.refresh()
        return (
            digest_notes.paused(int(details[0]), organisation)
            if what == "paused"
            else digest_notes.resumed(details[1], organisation)
        )
    digest = get_digest(session, delivery.subject_id)
    if digest is None:
        return None
    match what:
        case "none_yet":
            asked, stories = _asked(session, digest.id, organisation), len(shown_in(session, digest.id))
            return digest_notes.none_yet(digest, asked, organisation, stories=stories)
        case "empty":
            return digest_notes.empty(organisation)
        case "missed":
            return digest_notes.missed(digest, organisation)
        case "place":
            story = get_story(session, int(details[0]))
            placed = digest_of_story(session, int(details[0])) == digest.id
            return digest_notes.place_of(story, digest, there=placed, back=details[1] == "back") if story else None
        case _:
            return digest_notes.waits(what, digest, organisation)


def _asked(session: Session, digest_id: int, organisation: Organisation) -> list[str]:
    """The leads who were asked for a story for this one."""
    leads = dict.fromkeys(area.lead for area in organisation.service_areas.values() if area.lead)
    asked = told.asked_for_a_story(session, digest_id, list(leads))
    return [lead for lead in leads if lead in asked]


def ask(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    """A lead is asked for a story."""
    digest = get_digest(session, delivery.subject_id)
    area = desk.organisation.service_areas.get(delivery.detail)
    return digest_notes.ask_lead(digest, area, desk.organisation) if digest and area else None


def nudge(session: Session, asked: Nudge, organisation: Organisation, _: datetime) -> Message | None:
    """Someone is asked whether it can go."""
    digest = get_digest(session, asked.subject_id)
    if digest is None:
        return None
    preview = standing(session, told.preview_key(digest.id))
    return digest_notes.nudge(asked, digest, link_to(preview.channel, preview.ts) if preview else "", organisation)


def contributors_news(desk: Desk, session: Session, delivery: Delivery) -> Message | None:
    """To someone who wrote a story: that it will be in a digest, or how it was met there."""
    what, _, number = delivery.detail.partition(" ")
    digest, story = get_digest(session, int(number)), get_story(session, delivery.subject_id)
    if digest is None or story is None:
        return None
    if what == "liked":
        return digest_notes.liked(story, digest)
    there = _is_or_was_in(session, story, digest)
    if not there and standing(session, delivery.key) is None:
        return None
    return digest_notes.soon(story, digest, desk.organisation, there=there)


def _is_or_was_in(session: Session, story: StoryIdea, digest: Digest) -> bool:
    """In it, or in it when it was posted: what was taken out since has been told all the same."""
    if story.id in {one.id for one in stories_of_digest(session, digest.id)}:
        return digest.posted_at is not None or story.held_at is None
    stood = [one for one in tellings_of(session, story.id) if one.digest_id == digest.id]
    posted = digest.posted_at
    return posted is not None and any(one.ended_at is None or one.ended_at >= posted for one in stood)


NEWS = frozenset({"soon", "liked"})
"""What is told to contributors about a digest, by the first word of the delivery's detail."""
