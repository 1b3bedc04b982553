"""Every message and view that can be built, around one foreign text: for tests that hold for all of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.messages import (
    enquiry_card,
    enquiry_form,
    enquiry_line,
    enquiry_news,
    errors,
    refusals,
    responses,
    story_card,
    story_form,
    story_line,
    story_news,
    story_page,
    warnings,
)
from bot.messages import (
    help as helping,
)
from bot.messages import (
    nudge as nudges,
)
from bot.messages.ids import Command
from bot.messages.message import Message
from bot.messages.wording import enquiries as enquiry_words
from bot.messages.wording import stories as story_words
from bot.rules.nudge_policy import ENQUIRY_STEPS, STORY_STEPS
from bot.rules.reasons import Reason, Refused
from bot.rules.typed_words import TypedEnquiry
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Mark, NudgeState, Outcome, Recognisable, Status, Step, StoryStatus, Subject
from storage.organisation import Organisation, Person
from storage.story import StoryIdea
from storage.story_brief import StoryBrief
from tests.messages import (
    everything_answers,
    everything_consents,
    everything_digest,
    everything_doors,
    everything_editions,
    everything_finding,
    everything_heard,
    everything_keeping,
    everything_lines,
    everything_nudges,
    everything_people,
    everything_press,
    everything_privacy,
    everything_responses,
    everything_rota,
    everything_sending,
    everything_settings,
    everything_sharing,
    everything_statements,
    everything_stories,
    everything_summaries,
    everything_threads,
    everything_working,
)
from tests.messages.samples import (
    DEPUTY,
    HEAD,
    LEAD,
    OFFICER,
    SOCIAL_WORKER,
    T0,
    consent,
    enquiry,
    entry,
    nudge,
    organisation,
    page,
    story,
    undelivered,
)

Built = Iterator[tuple[str, Message]]
Views = Iterator[tuple[str, dict[str, Any]]]

NEWS = ("recorded", "claimed", "lead_acknowledged", "responded", "closed")


def hostile_organisation(words: str) -> Organisation:
    """An organisation in which even names are foreign text."""
    plain = organisation()
    people = {person: Person(id=person, name=words, phone=words, service_area="adults") for person in plain.people}
    areas = {key: replace(area, name=words) for key, area in plain.service_areas.items()}
    told: dict[str, Any] = {"name": words, "danger_number": words, "duty_name": words, "duty_phone": words}
    return replace(plain, people=people, service_areas=areas, **told)


def enquiries_of(words: str, *, restricted: bool) -> Iterator[Enquiry]:
    """An enquiry in each of its states, every text of it the foreign one."""
    typed = ("outlet", "journalist", "question", "deadline_words", "how_it_came", "angle", "said_already", "links")
    for status in Status:
        done = status in (Status.RESPONDED, Status.CLOSED)
        yield enquiry(
            **_all(typed, words),
            restricted=restricted,
            urgent=True,
            status=status,
            deadline=None if status == Status.READY else T0 + timedelta(hours=2),
            officer=None if status == Status.NEW else OFFICER,
            marks=[mark.value for mark in Mark] if status == Status.IN_PROGRESS else [],
            response=words if done else "",
            response_to=words,
            responded_by=OFFICER if done else None,
            responded_at=T0 if done else None,
            outcome=Outcome.DUPLICATE if status == Status.CLOSED else None,
            outcome_note=words,
            closed_by=OFFICER,
            closed_at=T0 if status == Status.CLOSED else None,
        )


def _all(names: tuple[str, ...], words: str) -> dict[str, Any]:
    return dict.fromkeys(names, words)


def stories_of(words: str) -> Iterator[StoryIdea]:
    """A story idea in each of its states."""
    for status in StoryStatus:
        for recognisable in Recognisable:
            texts = _all(("title", "what_happened", "credit", "why_it_matters"), words)
            no: dict[str, Any] = (
                {"declined_because": words, "suggestion": words} if status == StoryStatus.DECLINED else {}
            )
            yield story(**texts, **no, status=status, recognisable=recognisable, officer=OFFICER, photos=["F0AAAAAAAA"])


def enquiry_messages(words: str, told: Organisation, *, restricted: bool) -> Built:
    """Every message about an enquiry."""
    for one in enquiries_of(words, restricted=restricted):
        yield f"card {one.status}", enquiry_card.card(one, told, T0)
        yield f"restricted card {one.status}", enquiry_card.restricted_card(one, told, T0)
        yield f"stub {one.status}", enquiry_card.stub(one, told, T0)
        for what in NEWS:
            yield f"news {what} {one.status}", enquiry_news.news(what, one, told, T0)
        for action in (*enquiry_words.LINE, "something new"):
            details = {"to": LEAD, "person": LEAD, "question": words}
            yield f"line {action} {one.status}", enquiry_line.line(entry(action, details=details), one, told)
        if one.status in (Status.NEW, Status.IN_PROGRESS):
            yield from _nudges(one, told)


def _nudges(one: Enquiry, told: Organisation) -> Built:
    for step in (*ENQUIRY_STEPS, *STORY_STEPS):
        if step in (Step.STORY_ANSWER, Step.STORY_HEAD):
            continue
        for person in (LEAD, DEPUTY, HEAD):
            for late in (False, True):
                sent = nudge(step, person, late=late, urgent=late)
                yield f"nudge {step} {person} {one.status}", nudges.message(sent, one, told, T0)
        for how in ("acknowledged", "handed_on", "claimed", "responded", "closed", ""):
            settled: dict[str, Any] = {
                "state": NudgeState.SETTLED,
                "settled_by": LEAD,
                "settled_how": how,
                "settled_at": T0,
            }
            yield f"settled {step} {how}", nudges.message(nudge(step, LEAD, **settled), one, told, T0)
            yield f"settled {step} {how}, another", nudges.message(nudge(step, HEAD, **settled), one, told, T0)


def story_messages(words: str, told: Organisation) -> Built:
    """Every message about a story idea."""
    several = list(stories_of(words))
    for one in several:
        for agreements in ([], [consent(who=words, how=words)]):
            yield f"story card {one.status} {one.recognisable}", story_card.card(one, agreements, told, T0)
        for what in story_words.NEWS:
            yield (
                f"story news {what}",
                story_news.news(what, one, told, one.author, link="https://slack.com/archives/C0GOODNEWS/p1"),
            )
        for action in story_words.LINE:
            yield (
                f"story line {action}",
                story_line.line(entry(action, details={"person": LEAD, "because": words}), one, told),
            )
        for step in (Step.STORY_ANSWER, Step.STORY_HEAD):
            yield f"nudge {step}", nudges.message(nudge(step, HEAD, late=True), one, told, T0)


def other_messages(words: str, told: Organisation) -> Built:
    """Help, refusals, mishaps."""
    for command in Command:
        yield f"help {command}", helping.command_help(command, told, HEAD)
        yield f"unknown {command}", helping.unknown(command, words, told, HEAD)
        yield f"form failed {command}", errors.form_failed("AB12", "0123abcd", told, command)
    yield "greeting", helping.greeting(told)
    yield "went wrong", errors.went_wrong("AB12", told)
    yield "cannot do", Message(errors.cannot_do("AB12", told))
    for subject in Subject:
        for lane in (LEAD, "C0TRIAGE", "D0DIRECT", words):
            yield f"undelivered {subject}", warnings.undelivered(undelivered("is_archived", lane, subject), told)
    for refused in refusals_about(words):
        yield f"refusal {refused.reason}", refusals.private(refused, told)


def refusals_about(words: str) -> Iterator[Refused]:
    """Every refusal, with the facts that rules give it."""
    for reason in Reason:
        for by in (LEAD, "U0UNKNOWN", None, words):
            facts = {
                "from": Status.NEW,
                "to": Status.CLOSED,
                "words": (words, words),
                "limit": 3000,
                "reference": words,
                "deadline": T0,
            }
            yield Refused(reason, by=by, marks=(Mark.COURT.value, Mark.POLICE.value), date=T0.date(), **facts)


def messages(words: str, told: Organisation) -> Built:
    """Every message there is."""
    for restricted in (False, True):
        yield from enquiry_messages(words, told, restricted=restricted)
        yield from everything_finding.finding_messages(told, list(enquiries_of(words, restricted=restricted)))
        yield from everything_press.press_messages(words, told, list(enquiries_of(words, restricted=restricted)))
    yield from story_messages(words, told)
    yield from other_messages(words, told)
    yield from everything_keeping.messages(words, told)
    yield from everything_doors.messages(words, told)
    yield from everything_answers.messages(words, told)
    yield from everything_people.messages(words, told)
    yield from everything_consents.messages(words, told)
    yield from everything_sending.messages(words, told)
    yield from everything_stories.messages(words, told)
    yield from everything_nudges.bundles(words, told)
    yield from everything_responses.messages(words, told)
    yield from everything_lines.messages(words, told)
    yield from everything_rota.messages(words, told)
    yield from everything_settings.messages(words, told)
    yield from everything_sharing.messages(words, told)
    yield from everything_statements.messages(words, told)
    yield from everything_summaries.messages(words, told)
    yield from everything_privacy.messages(told)
    yield from everything_threads.messages(words, told)
    yield from everything_working.messages(words, told)
    yield from everything_digest.messages(words, told)
    yield from everything_heard.messages(words, told)
    yield from everything_editions.messages(words, told)


def views(words: str, told: Organisation) -> Views:
    """Every form, page and home tab there is."""
    typed = TypedEnquiry(outlet=words, journalist=words, deadline_words=words, question=words)
    for person in (SOCIAL_WORKER, "U0UNKNOWN"):
        yield f"enquiry form {person}", enquiry_form.view(told, person, typed)
        began = enquiry_form.view(told, person, typed, link="https://slack.com/archives/C0INTAKE/p1772619120000100")
        yield f"enquiry form from a message {person}", began
        yield f"story form {person}", story_form.view(told, person, words)
    for restricted in (False, True):
        several = list(enquiries_of(words, restricted=restricted))
        for one in several:
            yield "more", enquiry_form.more_view(one, told)
            yield "respond", responses.respond_view(Brief(enquiry=one), told, T0)
            yield "close", responses.close_view(one)
            moves = [entry("claimed", details={"to": words})] * 60
            yield f"open {one.status}", page(one, told, moves)
        yield from everything_finding.homes(told, several, list(stories_of(words)))
        yield from everything_press.press_views(words, told, several)
    for idea in stories_of(words):
        yield "decline", story_form.decline_view(idea, told)
        yield (
            "open story",
            story_page.view(
                StoryBrief(story=idea, consents=(consent(who=words, how=words),) * 14),
                story_page.StoryReader(idea.author, told, T0),
            ),
        )
    yield from everything_doors.views(words, told)
    yield from everything_answers.views(words, told)
    yield from everything_people.views(words, told)
    yield from everything_consents.views(words, told)
    yield from everything_sending.views(words, told)
    yield from everything_stories.views(words, told)
    yield from everything_responses.views(words, told)
    yield from everything_lines.views(words, told)
    yield from everything_rota.views(words, told)
    yield from everything_settings.views(words, told)
    yield from everything_sharing.views(words, told)
    yield from everything_statements.views(words, told)
    yield from everything_privacy.views(words, told)
    yield from everything_threads.views(words, told)
    yield from everything_working.views(words, told)
    yield from everything_digest.views(words, told)
    yield from everything_heard.views(words, told)
    yield from everything_editions.views(words, told)
    yield from everything_keeping.views(words, told)


def objects(payload: object) -> Iterator[dict[str, Any]]:
    """Every object within a payload."""
    if isinstance(payload, dict):
        yield payload
        for value in payload.values():
            yield from objects(value)
    elif isinstance(payload, list):
        for value in payload:
            yield from objects(value)
