"""The bot's own messages and views for the gallery: one of each kind, built for Northbank as the bot builds them."""

from datetime import datetime
from typing import Any

from bot.demo import (
    exhibits_answers,
    exhibits_consents,
    exhibits_digest,
    exhibits_doors,
    exhibits_editions,
    exhibits_finding,
    exhibits_heard,
    exhibits_lines,
    exhibits_people,
    exhibits_replies,
    exhibits_rota,
    exhibits_sending,
    exhibits_settings,
    exhibits_sharing,
    exhibits_statements,
    exhibits_stories,
    exhibits_summaries,
    exhibits_working,
    specimens,
)
from bot.demo.exhibit import Built
from bot.messages import (
    enquiry_card,
    enquiry_form,
    enquiry_line,
    enquiry_news,
    enquiry_page,
    errors,
    help,  # noqa: A004 - the room of that name
    home,
    known_asker,
    refusals,
    responses,
    story_card,
    story_form,
    story_line,
    story_news,
    story_page,
    warnings,
)
from bot.messages import nudge as nudges
from bot.messages.enquiry_page import Reader
from bot.messages.ids import Command
from bot.messages.message import Message
from bot.messages.wording import enquiries as enquiry_words
from bot.messages.wording import stories as story_words
from bot.rules.known_asker import Known, KnownAsker
from bot.rules.reasons import Reason, Refused
from bot.rules.typed_words import TypedEnquiry
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.finding import Page, Waiting
from storage.home import Home
from storage.kinds import NudgeState, Recognisable, Status, Step, StoryStatus
from storage.organisation import Organisation
from storage.story_brief import StoryBrief

NEWS = {
    "recorded": Status.NEW,
    "claimed": Status.IN_PROGRESS,
    "lead_acknowledged": Status.IN_PROGRESS,
    "responded": Status.RESPONDED,
    "closed": Status.CLOSED,
}
ENQUIRY_STEPS = {
    Step.OFFICER_NEW: "officer",
    Step.LEAD_NEW: "lead",
    Step.OFFICER_UNCLAIMED: "officer",
    Step.HEAD_UNCLAIMED: "head",
    Step.STILL_UNTAKEN: "officer",
    Step.LEAD_AGAIN: "lead",
    Step.DEPUTY: "deputy",
    Step.HEAD_UNACKNOWLEDGED: "head",
    Step.RAISER_RING: "raiser",
    Step.OFFICER_DEADLINE: "officer",
    Step.OFFICER_PASSED: "officer",
    Step.HEAD_PASSED: "head",
    Step.SECOND_DEPUTY: "deputy",
    Step.STILL_LEAD: "lead",
    Step.LEAD_SILENT: "deputy",
    Step.STILL_OFFICER: "officer",
    Step.OFFICER_SILENT: "head",
    Step.DRAFT_DUE: "officer",
    Step.READY_UNSENT: "officer",
    Step.DEADLINE_SOON: "officer",
    Step.NOT_CLOSED: "officer",
}
"""Each step of nudging about an enquiry, and whom it asks."""
NEW_STILL = (
    Step.OFFICER_NEW,
    Step.LEAD_NEW,
    Step.OFFICER_UNCLAIMED,
    Step.HEAD_UNCLAIMED,
    Step.STILL_UNTAKEN,
    Step.RAISER_RING,
    Step.HEAD_UNACKNOWLEDGED,
)
BY_THEN = {**dict.fromkeys(NEW_STILL, Status.NEW), Step.READY_UNSENT: Status.READY, Step.NOT_CLOSED: Status.RESPONDED}
"""Where the enquiry stands when that is asked; in progress where nothing else is said."""
MORE = (
    exhibits_statements.build,
    exhibits_answers.build,
    exhibits_lines.build,
    exhibits_finding.build,
    exhibits_working.build,
    exhibits_replies.build,
    exhibits_people.build,
    exhibits_consents.build,
    exhibits_sending.build,
    exhibits_stories.build,
    exhibits_doors.build,
    exhibits_rota.build,
    exhibits_summaries.build,
    exhibits_settings.build,
    exhibits_sharing.build,
)
"""What hangs beside the first enquiry and the first story: a room for each part of the press desk."""
LINK = "https://northbank.slack.com/archives/C0GOODNEWS/p1"


def exhibits(organisation: Organisation, now: datetime) -> dict[str, dict[str, Any]]:
    """Payloads by `group: name`, as the page's gallery takes them."""
    return {name: _payload(built) for name, built in _everything(organisation, now)}


def _payload(built: Message | dict[str, Any]) -> dict[str, Any]:
    return {"text": built.text, "blocks": built.blocks} if isinstance(built, Message) else built


def _everything(organisation: Organisation, now: datetime) -> Built:
    for build in (
        _cards,
        _news,
        _lines,
        _nudges,
        _stories,
        exhibits_digest.build,
        exhibits_heard.build,
        exhibits_editions.build,
        _forms,
        _records,
        _homes,
        *MORE,
        _refusals,
        _others,
    ):
        yield from build(organisation, now)


def _cards(told: Organisation, now: datetime) -> Built:
    for status in Status:
        plain, private = _both(told, now, status)
        yield f"cards: card {status}", enquiry_card.card(plain, told, now)
        yield f"cards: restricted card {status}", enquiry_card.restricted_card(private, told, now)
        yield f"cards: stub {status}", enquiry_card.stub(private, told, now)


def _both(told: Organisation, now: datetime, status: Status) -> tuple[Enquiry, Enquiry]:
    return specimens.enquiry(told, now, status), specimens.private_enquiry(told, now, status)


def _news(told: Organisation, now: datetime) -> Built:
    for what, status in NEWS.items():
        plain, private = _both(told, now, status)
        arrival = [specimens.nudge(step, _asked(step, plain, told), now) for step in (Step.OFFICER_NEW, Step.LEAD_NEW)]
        yield f"news: news {what}", enquiry_news.news(what, plain, told, now, arrival)
        yield f"news: news {what}, private", enquiry_news.news(what, private, told, now, arrival)


def _lines(told: Organisation, now: datetime) -> Built:
    one = specimens.enquiry(told, now, Status.CLOSED)
    for action in enquiry_words.LINE:
        moved = specimens.entry(action, one.officer or "", now, to=one.lead, person=one.lead)
        yield f"lines: line {action}", enquiry_line.line(moved, one, told)


def _nudges(told: Organisation, now: datetime) -> Built:
    for step in ENQUIRY_STEPS:
        plain, private = _both(told, now, BY_THEN.get(step, Status.IN_PROGRESS))
        for kind, one in (("", plain), (", private", private)):
            asked = _asked(step, one, told)
            yield f"nudges: nudge {step}{kind}", nudges.message(specimens.nudge(step, asked, now), one, told, now)
    yield from _other_nudges(told, now)
    for step in specimens.STORY_STEPS:
        idea = specimens.story(told, now, StoryStatus.NEW)
        sent = specimens.nudge(step, told.head_of_comms or "", now)
        yield f"nudges: nudge {step}", nudges.message(sent, idea, told, now)


def _other_nudges(told: Organisation, now: datetime) -> Built:
    """One that comes late, and what is left of it once the matter is dealt with."""
    one = specimens.enquiry(told, now, Status.IN_PROGRESS)
    lead, deputy = one.lead or "", _asked(Step.DEPUTY, one, told)
    late = specimens.nudge(Step.LEAD_NEW, lead, now, late=True, urgent=True)
    yield "nudges: nudge lead_new, late", nudges.message(late, one, told, now)
    settled = {"state": NudgeState.SETTLED, "settled_by": lead, "settled_how": "acknowledged", "settled_at": now}
    for person, whose in ((lead, ""), (deputy, ", another")):
        copy = specimens.nudge(Step.LEAD_NEW, person, now, **settled)
        yield f"nudges: settled lead_new acknowledged{whose}", nudges.message(copy, one, told, now)


def _asked(step: Step, enquiry: Enquiry, told: Organisation) -> str:
    area = told.service_areas[enquiry.service_area]
    whom = {
        "officer": area.press_officer,
        "lead": area.lead,
        "deputy": area.deputies[0],
        "head": told.head_of_comms,
        "raiser": enquiry.raised_by,
    }
    return whom[ENQUIRY_STEPS[step]] or ""


def _stories(told: Organisation, now: datetime) -> Built:
    for status in StoryStatus:
        idea = specimens.story(told, now, status)
        yield f"stories: story card {status}", story_card.card(idea, [], told, now)
    agreed = specimens.story(told, now, StoryStatus.PICKED_UP, recognisable=Recognisable.AGREED)
    unasked = specimens.story(told, now, StoryStatus.NEW, recognisable=Recognisable.NOT_ASKED)
    yield "stories: story card, agreed", story_card.card(agreed, [specimens.consent(told, now)], told, now)
    yield "stories: story card, not asked yet", story_card.card(unasked, [], told, now)
    idea = specimens.story(told, now, StoryStatus.DECLINED)
    for what in story_words.NEWS:
        yield f"stories: story news {what}", story_news.news(what, idea, told, idea.author, link=LINK)
    for action in story_words.LINE:
        moved = specimens.entry(action, idea.officer or "", now, person=idea.author)
        yield f"stories: story line {action}", story_line.line(moved, idea, told)


def _forms(told: Organisation, now: datetime) -> Built:
    one = specimens.enquiry(told, now, Status.IN_PROGRESS)
    idea = specimens.story(told, now, StoryStatus.NEW)
    stranger = next(key for key, person in told.people.items() if not person.service_area)
    yield "forms: enquiry form", enquiry_form.view(told, one.raised_by, TypedEnquiry())
    known = KnownAsker(Known.JOURNALIST, 1, one.outlet, "Sam Poole", has_number=True)
    form = enquiry_form.view(told, one.raised_by, TypedEnquiry())
    yield "forms: enquiry form, with someone who has asked before", known_asker.filled(form, known)
    yield "forms: enquiry form, team not known", enquiry_form.view(told, stranger, TypedEnquiry())
    yield "forms: more", enquiry_form.more_view(one, told)
    yield "forms: respond", responses.respond_view(Brief(enquiry=one), told, now)
    yield "forms: close", responses.close_view(one)
    yield "forms: story form", story_form.view(told, idea.author)
    yield "forms: decline", story_form.decline_view(idea, told)


def _records(told: Organisation, now: datetime) -> Built:
    for status in (Status.NEW, Status.CLOSED):
        for one, kind in zip(_both(told, now, status), ("", ", private"), strict=True):
            officer = told.service_areas[one.service_area].press_officer or ""
            moves = (specimens.entry("recorded", one.raised_by, now), specimens.entry("claimed", officer, now))
            reader = Reader(officer, told, now)
            yield f"records: open {status}{kind}", enquiry_page.view(Brief(enquiry=one, entries=moves), reader)
    idea = specimens.story(told, now, StoryStatus.PICKED_UP, recognisable=Recognisable.AGREED)
    yield (
        "records: open story",
        story_page.view(
            StoryBrief(story=idea, consents=(specimens.consent(told, now),)),
            story_page.StoryReader(idea.author, told, now),
        ),
    )


def _homes(told: Organisation, now: datetime) -> Built:
    one = specimens.enquiry(told, now, Status.IN_PROGRESS)
    idea = specimens.story(told, now, StoryStatus.PICKED_UP)
    board = [*_both(told, now, Status.NEW), one]
    yield "home: home of a member of staff", home.view(one.raised_by, told, now, Home(mine=(one,), ideas=(idea,)))
    yield "home: home, nothing yet", home.view(one.raised_by, told, now, Home())
    held = Home(board=Page(tuple(board), count=len(board)), waiting=Waiting(held=(one,)), has_role=True)
    yield "home: home of a press officer", home.view(one.officer or "", told, now, held)


def _refusals(told: Organisation, now: datetime) -> Built:
    one = specimens.enquiry(told, now, Status.IN_PROGRESS)
    facts: dict[str, Any] = {
        "by": one.officer,
        "marks": ("court", "police"),
        "date": now.date(),
        "deadline": now,
        "from": Status.NEW,
        "to": Status.CLOSED,
        "words": ("the date of birth",),
        "limit": 3000,
        "reference": one.reference,
    }
    for reason in Reason:
        yield f"refusals: refusal {reason}", refusals.private(Refused(reason, **facts), told)


def _others(told: Organisation, now: datetime) -> Built:
    for command in Command:
        yield f"others: help {command}", help.command_help(command, told, told.head_of_comms or "")
        yield f"others: unknown {command}", help.unknown(command, "hello", told, "")
        yield f"others: form failed {command}", errors.form_failed("AB12", "0123abcd", told, command)
    yield "others: greeting", help.greeting(told)
    yield "others: went wrong", errors.went_wrong("AB12", told)
    yield "others: undelivered", warnings.undelivered(specimens.undelivered(told, now), told)
