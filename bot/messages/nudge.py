"""A nudge: asks one person to do one thing, says why, and once the matter is dealt with says so and loses its buttons."""

from datetime import datetime

from bot.messages import nudge_answers
from bot.messages.enquiry_facts import deadline_line, deadline_spoken
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.nudge_late import late
from bot.messages.parts import Block, Element, actions, button, context, quoted, section
from bot.messages.people import area_name, duty, name, promised, reachable
from bot.messages.wording import enquiries, nudges
from bot.rules import nudge_policy
from bot.rules.asked_about import AskedAbout
from bot.rules.availability import Absent, on_call, why_not
from bot.rules.involved import asked_around, is_left_out
from bot.rules.nudge_answers import answers_to
from bot.rules.recipients import lead_of
from bot.rules.sensitivity import chain_of
from bot.rules.sharing import is_kept_quiet
from bot.rules.urgency import is_hurried
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Role, RotaKind, Step
from storage.nudge import Nudge
from storage.organisation import Organisation, ServiceArea
from storage.story import StoryIdea
from storage.thread_note import ThreadNote

LEAD_STEPS = nudge_policy.LEAD_STEPS | nudge_policy.STILL_LEAD_STEPS

MOST_QUESTION = 1_500


def message(
    nudge: Nudge,
    subject: Enquiry | StoryIdea,
    organisation: Organisation,
    now: datetime,
    note: ThreadNote | None = None,
) -> Message:
    """The nudge as it stands now: asking, or settled. `note`: what whoever handed it on wrote for them."""
    if isinstance(subject, Enquiry) and is_left_out(nudge.person, subject):
        return dealt_with(nudge, subject.reference, organisation)
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT):
        return _settled(nudge, subject.reference, organisation)
    if isinstance(subject, StoryIdea):
        return _story(nudge, subject, organisation, now)
    return _enquiry(nudge, subject, organisation, now, note)


def _enquiry(nudge: Nudge, enquiry: Enquiry, whole: Organisation, now: datetime, note: ThreadNote | None) -> Message:
    organisation = asked_around(whole, enquiry)
    ask = _ask(nudge, enquiry, organisation)
    why = nudges.WHY["stand_in"] if _stands_in(nudge, whole, organisation) else _why(nudge, enquiry, organisation)
    urgent = nudges.URGENT if nudge.urgent or enquiry.urgent else ""
    late_shown, late_said = late(nudge, organisation)
    rings = _rings(nudge, enquiry, organisation)
    shown, said = ([], "") if _keeps_quiet(nudge, enquiry) else (_quoted(enquiry), _quoted_spoken(enquiry))
    waits_shown, waits_said = nudge_answers.waiting(nudge, organisation, now)
    practice = [enquiries.PRACTICE_PLAIN] if enquiry.practice else []
    note_shown, note_said = nudge_answers.note_with_it(note, enquiry, organisation)
    blocks = [
        section(f"*{urgent}{ask}*"),
        section("\n".join([deadline_line(enquiry, organisation, now), *waits_shown, *rings])),
        *shown,
        *note_shown,
        context(*late_shown, why, *([nudges.PRIVATE] if enquiry.restricted else []), *practice),
        *actions(_buttons(nudge, enquiry, organisation, now)),
    ]
    spoken = [f"{urgent}{ask}", f"{deadline_spoken(enquiry, organisation, now)}.", *waits_said, *rings, said]
    spoken += [*note_said, *late_said, why, *practice]
    return Message(" ".join(one for one in spoken if one), blocks)


def _rings(nudge: Nudge, enquiry: Enquiry, organisation: Organisation) -> list[str]:
    """Whom the officer is to ring: a lead who, outside their hours, wants to be rung and not written to."""
    at = nudge.sent_at or nudge.due_at
    lead = lead_of(enquiry, organisation)
    if nudge.step not in nudge_policy.CLAIM_STEPS or lead is None or enquiry.lead_acknowledged_by is not None:
        return []
    reason = why_not(organisation, lead, at, urgent=is_hurried(enquiry, organisation))
    if reason is None or reason.why != Absent.RING:
        return []
    return [nudges.RING_THEM.format(phones=reachable(organisation, [lead]))]


def _keeps_quiet(nudge: Nudge, enquiry: Enquiry) -> bool:
    """A restricted enquiry's words are never posted; the person who raised it knows them."""
    return enquiry.restricted or nudge.step == Step.RAISER_RING


def _quoted(enquiry: Enquiry) -> list[Block]:
    return [quoted(enquiry.outlet), quoted(enquiry.question, MOST_QUESTION)]


def _quoted_spoken(enquiry: Enquiry) -> str:
    return f"{inline(enquiry.outlet, 150)}: {inline(enquiry.question, MOST_QUESTION)}"


def _ask(nudge: Nudge, enquiry: Enquiry, organisation: Organisation) -> str:
    area = organisation.service_areas.get(enquiry.service_area)
    phones = reachable(organisation, chain_of(enquiry, organisation))
    handed_on = nudge.step == Step.LEAD_NEW and nudge.round > 1
    asks = nudges.ASK if enquiry.officer else {**nudges.ASK, **nudges.ASK_UNTAKEN}
    return (nudges.HANDED_TO_YOU if handed_on else asks[nudge.step]).format(
        reference=enquiry.reference,
        area=area_name(organisation, enquiry.service_area, nudges.AREA_UNKNOWN),
        lead=name(organisation, enquiry.lead or (area.lead if area else None), nudges.THE_LEAD),
        officer=name(organisation, enquiry.officer),
        phones=nudges.PHONES.format(phones=phones) if phones else "",
        duty=duty(organisation),
    )


def _stands_in(nudge: Nudge, whole: Organisation, organisation: Organisation) -> bool:
    """Whether they are asked as the head of communications without being it."""
    return nudge.person == organisation.head_of_comms and nudge.person not in whole.holders(Role.HEAD_OF_COMMS)


def _why(nudge: Nudge, enquiry: Enquiry, organisation: Organisation) -> str:
    return nudges.WHY[_place_of(nudge, enquiry, organisation)].format(
        area=area_name(organisation, enquiry.service_area, nudges.AREA_UNKNOWN)
    )


def _answers_for(person: str, area: ServiceArea | None) -> bool:
    return area is not None and person in (area.lead, *area.deputies)


def _place_of(nudge: Nudge, enquiry: Enquiry, organisation: Organisation) -> str:
    """What this person is to the enquiry, which is why they are asked."""
    area = organisation.service_areas.get(enquiry.service_area)
    places = (
        ("raiser", nudge.step == Step.RAISER_RING),
        ("said", nudge.step == Step.STILL_LEAD),
        ("lead", nudge.step in LEAD_STEPS and area is not None and nudge.person == area.lead),
        ("handed", nudge.step in LEAD_STEPS and nudge.person == enquiry.lead and not _answers_for(nudge.person, area)),
        ("deputy", nudge.step in LEAD_STEPS and nudge.person in chain_of(enquiry, organisation)),
        ("with_you", nudge.person == enquiry.officer),
        ("officer", area is not None and nudge.person == area.press_officer),
        ("on_call", nudge.person == on_call(organisation, RotaKind.PRESS, nudge.sent_at or nudge.due_at)),
        ("head", nudge.person == organisation.head_of_comms),
    )
    return next((place for place, holds in places if holds), "press_office")


def _buttons(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> list[Element]:
    """The buttons that finish the job; what is rarely wanted stands in a menu behind them. None for who raised it: they ring."""
    if nudge.step == Step.RAISER_RING:
        return []
    offered = answers_to(nudge, enquiry, organisation, now)
    opening = button(Action.NUDGE_OPEN, nudges.OPEN, nudge.id, enquiry.reference)
    return [*nudge_answers.buttons(offered, nudge, enquiry, now), opening, *nudge_answers.menu(offered, nudge)]


def _story(nudge: Nudge, story: StoryIdea, organisation: Organisation, now: datetime) -> Message:
    later = nudge_policy.STORY_HEAD_LATER if nudge.step == Step.STORY_HEAD else 0
    ask = nudges.ASK[nudge.step].format(reference=story.reference, days=promised(organisation, later))
    why = nudges.STORY_WHY[nudge.step]
    late_shown, late_said = late(nudge, organisation)
    kept_back = is_kept_quiet(story)
    about = story.reference
    waits_shown, waits_said = nudge_answers.waiting(nudge, organisation, now)
    blocks = [
        section("\n".join([f"*{ask}*", *waits_shown])),
        *([] if kept_back else [quoted(story.title)]),
        context(*late_shown, why),
        *actions(
            [
                button(Action.STORY_PICK_UP, nudges.PICK_UP, story.id, about, "primary"),
                button(Action.STORY_DECLINE, nudges.DECLINE, story.id, about),
                button(Action.STORY_OPEN, nudges.OPEN, story.id, about),
                *nudge_answers.beside(nudge, AskedAbout(story), organisation, now),
            ]
        ),
    ]
    title = "" if kept_back else f"{inline(story.title, 150)}."
    return Message(" ".join(one for one in (ask, title, *waits_said, *late_said, why) if one), blocks)


def dealt_with(nudge: Nudge, reference: str, organisation: Organisation) -> Message:
    """For someone who is left out of it since: that it is dealt with, and not a word of by whom."""
    at, zone = nudge.settled_at or nudge.due_at, organisation.calendar.zone
    said, shown = (nudges.SETTLED_OTHER.format(reference=reference, moment=f(at, zone)) for f in (in_words, moment))
    return Message(f"{said} {nudges.SETTLED_OTHERS}", [section(f"{shown} {nudges.SETTLED_OTHERS}")])


def _settled(nudge: Nudge, reference: str, organisation: Organisation) -> Message:
    """Who did what and when; no buttons."""
    zone = organisation.calendar.zone
    yours = nudge.settled_by == nudge.person
    after = nudges.SETTLED_OTHERS
    if yours:
        after = nudges.SETTLED_YOURS.get(nudge.settled_how, nudges.SETTLED_OTHERS)
    sentence = nudges.SETTLED.get(nudge.settled_how, nudges.SETTLED_OTHER) if nudge.settled_by else nudges.SETTLED_OTHER
    who = nudges.YOU if yours else name(organisation, nudge.settled_by)
    at = nudge.settled_at or nudge.due_at
    said, shown = (sentence.format(reference=reference, who=who, moment=f(at, zone)) for f in (in_words, moment))
    return Message(f"{said} {after}", [section(f"{shown} {after}")])
