"""Rendering: what a delivery says, made from the records as they are now. None: there is nothing to say any more."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.delivery import (
    answers,
    balance,
    consents,
    digest_mail,
    digests,
    doors,
    editions,
    involved,
    preflight,
    reactions,
    rota,
    shares,
    statements,
    stories,
    story_authors,
    summaries,
    threads,
    working,
)
from bot.desk import people, press
from bot.desk.away_said import AWAY
from bot.desk.changes_of_mind import HEARD as CONSENT_HEARD
from bot.desk.home import home_of
from bot.desk.story_replies import REPLIED
from bot.desk.work import Desk
from bot.messages import (
    coverage_nudge,
    enquiry_card,
    enquiry_line,
    enquiry_news,
    errors,
    home,
    nudge_bundle,
    response_news,
    story_nudge,
)
from bot.messages import (
    help as help_messages,
)
from bot.messages import (
    nudge as nudge_messages,
)
from bot.messages import (
    warnings as warning_messages,
)
from bot.messages.emptied import emptied
from bot.messages.ids import Command
from bot.messages.message import Files, Message, Whisper
from bot.rules.consent_ends import with_people
from bot.rules.involved import is_left_out
from bot.rules.story_nudging import STORY_FOLLOW_STEPS
from storage.audit import get_entry
from storage.brief import card_brief
from storage.delivery import Delivery, get_delivery, standing
from storage.enquiry import Enquiry, get_enquiry
from storage.finding import NOBODY_IN_PARTICULAR
from storage.keeping import is_emptied
from storage.kinds import DeliveryKind, NudgeState, Step, Subject
from storage.links import FOR
from storage.nudge import Nudge, bundle_of, nudges_of
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk, get_joint_item, get_share
from storage.story import StoryIdea, consents_of, get_story
from storage.story_told import tellings_of

Rendered = Message | Whisper | Files | dict[str, Any]
Renderer = Callable[[Desk, Session, Delivery, datetime], Rendered | None]


def render(desk: Desk, delivery: Delivery) -> Rendered | None:
    """The message (or the App Home view) that a delivery stands for, or None when there is nothing to say."""
    if delivery.kind in digests.LOOKED_AT_AGAIN:
        return digests.looked_at_again(desk, delivery)
    if delivery.kind == DeliveryKind.EDITION:
        return editions.looked_at_again(desk, delivery)
    if delivery.kind == DeliveryKind.HOME:
        return home.view(delivery.lane, desk.organisation, desk.clock.now(), home_of(desk, delivery.lane))
    with desk.database.read() as session:
        if is_emptied(session, delivery.subject, delivery.subject_id):
            return _emptied(desk, session, delivery)
        return RENDERERS[delivery.kind](desk, session, delivery, desk.clock.now())


def _emptied(desk: Desk, session: Session, delivery: Delivery) -> Message | None:
    """Its words were deleted: what stands says so, and nothing new is posted."""
    if standing(session, delivery.key) is None:
        return None
    record = EMPTIED[delivery.subject](session, delivery.subject_id)
    return emptied(record, desk.organisation) if record else None


EMPTIED: dict[Subject, Callable[[Session, int], Enquiry | StoryIdea | ShareAsk | JointItem | None]] = {
    Subject.ENQUIRY: get_enquiry,
    Subject.STORY: get_story,
    Subject.SHARE: get_share,
    Subject.JOINT: get_joint_item,
}
"""Records whose words go, and how each is found."""


def _enquiry(session: Session, delivery: Delivery) -> Enquiry | None:
    return get_enquiry(session, delivery.subject_id)


def _card(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    enquiry = _enquiry(session, delivery)
    if enquiry is None:
        return None
    if enquiry.restricted:
        return enquiry_card.stub(enquiry, desk.organisation, now)
    brief = press.around(session, card_brief(session, enquiry), NOBODY_IN_PARTICULAR, now)
    return enquiry_card.card(enquiry, desk.organisation, now, brief)


def _restricted_card(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    enquiry = _enquiry(session, delivery)
    if enquiry is None:
        return None
    return enquiry_card.restricted_card(enquiry, desk.organisation, now, card_brief(session, enquiry))


def _line(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    enquiry, entry = _enquiry(session, delivery), get_entry(session, int(delivery.detail))
    return enquiry_line.line(entry, enquiry, desk.organisation) if enquiry and entry else None


def _news(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    enquiry = _enquiry(session, delivery)
    if enquiry is None:
        return None
    what, twice, other_id = delivery.detail.partition(FOR)
    if twice:
        asked = get_enquiry(session, int(other_id))
        return response_news.asked_twice(what, asked, enquiry, desk.organisation) if asked else None
    if delivery.detail in response_news.NAMED:
        return response_news.named(delivery.detail, delivery.lane, enquiry, desk.organisation)
    nudges = nudges_of(session, Subject.ENQUIRY, enquiry.id) if delivery.detail == "recorded" else []
    return enquiry_news.news(delivery.detail, enquiry, desk.organisation, now, nudges)


def _nudge(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    several = bundle_of(session, int(delivery.detail))
    if not several or (standing(session, delivery.key) is None and _are_over(several)):
        return None  # settled before it was ever said
    said = [(one, NUDGES[one.subject](session, one, desk.organisation, now)) for one in several]
    parts = [(one, message) for one, message in said if message is not None]
    if several[0].bundled_with is None:
        return parts[0][1] if parts else None
    return nudge_bundle.together(parts) if parts else None


def _are_over(nudges: Sequence[Nudge]) -> bool:
    return all(one.state != NudgeState.SENT for one in nudges)


def _enquiry_nudge(session: Session, nudge: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    enquiry = get_enquiry(session, nudge.subject_id)
    if enquiry and is_left_out(nudge.person, enquiry):
        return nudge_messages.dealt_with(nudge, enquiry.reference, organisation)
    if enquiry and nudge.step == Step.ASSIGNED:
        return working.assigned(session, nudge, enquiry, organisation, now)
    if enquiry and nudge.step == Step.COVERAGE:
        return coverage_nudge.message(nudge, enquiry, organisation, now)
    note = answers.note_with(session, nudge)
    return nudge_messages.message(nudge, enquiry, organisation, now, note) if enquiry else None


def _story_nudge(session: Session, nudge: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    story = get_story(session, nudge.subject_id)
    if story and nudge.step in STORY_FOLLOW_STEPS:
        people, told = consents_of(session, [story.id])[story.id], tellings_of(session, story.id)
        return story_nudge.message(nudge, story, people, organisation, now, with_people(told))
    return nudge_messages.message(nudge, story, organisation, now) if story else None


NUDGES: dict[Subject, Callable[[Session, Nudge, Organisation, datetime], Message | None]] = {
    Subject.ENQUIRY: _enquiry_nudge,
    Subject.STORY: _story_nudge,
    Subject.SIGN_OFF: statements.sign_off,
    Subject.FACT_CHECK: statements.facts,
    Subject.TASK: involved.task,
    Subject.TAKE_DOWN: consents.take_down,
    Subject.QUESTION: stories.question_nudge,
    Subject.DIGEST: digests.nudge,
    Subject.CALL: answers.call_nudge,
    Subject.SHARE: shares.nudge,
    Subject.JOINT: shares.joint_nudge,
}
"""What a nudge says, by what it is about."""


def _reply(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    kind, *details = delivery.detail.split()
    if kind == answers.REPLIES:
        return answers.reply(desk, session, delivery, now)
    if kind == AWAY:
        return rota.said_away(desk, delivery)
    if kind == REPLIED:
        return stories.reply(desk, session, delivery)
    if kind == CONSENT_HEARD:
        return consents.reply(session, delivery)
    if kind in doors.REPLIES:
        return doors.reply(desk, session, delivery)
    if kind == people.FORM_FAILED:
        command, words_id, reference = details
        return errors.form_failed(reference, words_id, desk.organisation, Command(command))
    return help_messages.greeting(desk.organisation)


def _warning(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    failed = get_delivery(session, int(delivery.detail))
    return warning_messages.undelivered(failed, desk.organisation) if failed else None


RENDERERS: dict[DeliveryKind, Renderer] = {
    DeliveryKind.ENQUIRY_CARD: _card,
    DeliveryKind.RESTRICTED_CARD: _restricted_card,
    DeliveryKind.ENQUIRY_LINE: _line,
    DeliveryKind.ENQUIRY_NEWS: _news,
    DeliveryKind.NUDGE: _nudge,
    DeliveryKind.CALL: answers.asked_for_call,
    DeliveryKind.INVOLVED: involved.word,
    DeliveryKind.STORY_CARD: stories.card,
    DeliveryKind.STORY_LINE: stories.line,
    DeliveryKind.STORY_NEWS: stories.news,
    DeliveryKind.STORY_QUESTION: stories.question,
    DeliveryKind.CONSENT_NEWS: consents.word,
    DeliveryKind.EASY_PAGE: consents.easy_page,
    DeliveryKind.PICTURES: story_authors.pictures,
    DeliveryKind.REACTED: reactions.asked,
    DeliveryKind.SHARE_CARD: shares.card,
    DeliveryKind.SHARE_NEWS: shares.news,
    DeliveryKind.JOINT_NEWS: shares.joint_news,
    DeliveryKind.BALANCE: balance.sent,
    DeliveryKind.BEST_OF: editions.question,
    DeliveryKind.DIGEST_MAIL: digest_mail.files,
    DeliveryKind.DIGEST_NOTE: digests.note,
    DeliveryKind.DIGEST_ASK: digests.ask,
    DeliveryKind.REPLY: _reply,
    DeliveryKind.ANSWER: doors.answer,
    DeliveryKind.OFFER: doors.offer,
    DeliveryKind.WARNING: _warning,
    DeliveryKind.PREFLIGHT: preflight.found,
    DeliveryKind.TAKE_OUT: threads.take_out,
    DeliveryKind.REMOVE: threads.remove,
    DeliveryKind.ROTA: rota.word,
    DeliveryKind.SUMMARY: summaries.word,
    DeliveryKind.ABSENCE: rota.meanwhile,
}
