"""Summaries in the gallery: a morning, an evening, a lead's day, a week; what is asked about stories; and records that were emptied."""

from datetime import datetime, timedelta

from bot.demo import specimens
from bot.demo.cast import Cast, cast
from bot.demo.exhibit import Built, ending
from bot.demo.specimens_desk import of
from bot.messages import emptied, enquiry_page, story_nudge, summary_lead, summary_office, summary_week
from bot.messages.page_reader import Reader
from bot.rules.summaries import Done, Evening, Line, Morning, OnCall, Wait, WaitsFor
from bot.rules.summary_lead import LeadDay, Needed, Needs, Settled
from bot.rules.summary_week import Row, Week
from storage.brief import Brief
from storage.kinds import NudgeState, Outcome, Recognisable, Status, Step, StoryStatus, Subject
from storage.organisation import Organisation
from storage.summaries import Owed

WAITS = (WaitsFor.TAKER, WaitsFor.LEAD, WaitsFor.YES, WaitsFor.FACTS, WaitsFor.WORDS, WaitsFor.SENDING)
DUE = [timedelta(hours=hours) for hours in (-1, 2, 3, 5, 24, 48)]
STORY_STEPS = {Step.STORY_CONSENT: 14, Step.STORY_CONSENT_LAST: 3, Step.STORY_UNTOLD: 300}
"""And how many days the consent behind the story has left."""
CLOSE_TIES = "close-ties"
"""Who did it, where the bot did it of its own."""

WORDLESS = ("outlet", "journalist", "question", "raised_by")


def build(told: Organisation, now: datetime) -> Built:
    """Every summary, every question about a story, and what stands where words were."""
    people = cast(told, "adults")
    yield from _office(people, told, now)
    yield from _leads(people, told, now)
    yield from _weeks(told, now)
    yield from _stories(people, told, now)
    yield from _emptied(people, told, now)


def _lines(people: Cast, now: datetime) -> tuple[Line, ...]:
    """An enquiry for each thing that one can wait for, and a private one."""
    asked = {WaitsFor.LEAD: people.lead, WaitsFor.YES: people.lead, WaitsFor.FACTS: people.worker}
    plain = tuple(
        Line(
            number,
            f"ME-{number:04d}",
            "adults",
            now + DUE[number - 41],
            what == WaitsFor.WORDS,
            False,
            (Wait(what, asked.get(what, people.officer)),),
        )
        for number, what in enumerate(WAITS, 41)
    )
    private = Line(
        47, "ME-0047", "children", now + timedelta(days=2), False, True, (Wait(WaitsFor.WITH, people.officer),)
    )
    return (*plain, private)


def _office(people: Cast, told: Organisation, now: datetime) -> Built:
    several, on_call = _lines(people, now), OnCall(person=people.officer, until=now + timedelta(days=5))
    morning = Morning(
        day=now.date(),
        overdue=several[:1],
        due_today=several[1:4],
        later=several[4:],
        overnight=("ME-0045", "ME-0046"),
        done=(Done("ME-0039", people.officer, now, False), Done("ME-0040", people.head, now, True)),
        stories=2,
        lines_due=2,
        owed=Owed(take_downs=("GN-0007",), shares=("SH-0003", "SH-0004")),
        on_call=on_call,
    )
    yield "summaries: the morning", summary_office.morning(morning, told, now)
    quiet = Morning(day=now.date(), on_call=on_call)
    yield "summaries: the morning, nothing open", summary_office.morning(quiet, told, now)
    nobody = Morning(day=now.date(), stories=1)
    yield "summaries: the morning, nobody on call", summary_office.morning(nobody, told, now)
    opens = now + timedelta(hours=22)
    evening = Evening(day=now.date(), open=several[2:], on_call=on_call, opens=opens)
    yield "summaries: the evening", summary_office.evening(evening, told, now)


def _leads(people: Cast, told: Organisation, now: datetime) -> Built:
    needed = tuple(
        Needed(what, number, f"ME-{number:04d}", now + timedelta(hours=number - 40), now - timedelta(hours=1))
        for number, what in enumerate(Needs, 41)
    )
    settled = (Settled("ME-0040", people.lead, now), Settled("ME-0039", people.officer, now))
    for name, found in (
        ("much", LeadDay(day=now.date(), needed=needed, settled=settled)),
        ("one thing", LeadDay(day=now.date(), needed=needed[:1])),
        ("all done", LeadDay(day=now.date(), needed=(), settled=settled)),
    ):
        yield f"summaries: a lead's day, {name}", summary_lead.message(found, people.lead, told, now)


def _weeks(told: Organisation, now: datetime) -> Built:
    starts, ends = now.date() - timedelta(days=9), now.date() - timedelta(days=3)
    own = (Row(Step.OFFICER_UNCLAIMED, "adults", 4), Row(Step.STORY_ANSWER, "fostering", None))
    theirs = (Row(Step.LEAD_AGAIN, "adults", 5), Row(Step.SIGN_OFF_AGAIN, "children", None))
    week = Week(starts=starts, ends=ends, own=own, services=theirs)
    yield "summaries: the week", summary_week.message(week, told)
    quiet = Week(starts=starts, ends=ends, own=(), services=())
    yield "summaries: the week, a quiet one", summary_week.message(quiet, told)


def _stories(people: Cast, told: Organisation, now: datetime) -> Built:
    idea = specimens.story(told, now, StoryStatus.PICKED_UP, recognisable=Recognisable.AGREED)
    agreed = [specimens.consent(told, now)]
    for step, days in STORY_STEPS.items():
        agreed[0].until = (now + timedelta(days=days)).date()
        sent = specimens.nudge(step, people.officer, now, subject=Subject.STORY)
        yield f"summaries: story nudge {step}", story_nudge.message(sent, idea, agreed, told, now)
        over = {"state": NudgeState.SETTLED, "settled_by": people.officer, "settled_how": "told", "settled_at": now}
        done = specimens.nudge(step, people.officer, now, subject=Subject.STORY, **over)
        yield f"summaries: settled story nudge {step}", story_nudge.message(done, idea, agreed, told, now)


def _emptied(people: Cast, told: Organisation, now: datetime) -> Built:
    """What stands where the words of a record have been deleted, its time being over."""
    gone = {
        **dict.fromkeys(WORDLESS, ""),
        "response": "",
        "response_to": "",
        "outcome_note": "",
        "deadline_words": "",
        "emptied_at": now,
    }
    for private in (False, True):
        one = of(told, now, Status.CLOSED, private=private, outcome=Outcome.RESPONDED, **gone)
        end = ending(private=private)
        yield f"emptied: card{end}", emptied.emptied(one, told)
        moves = (
            specimens.entry("recorded", people.worker, now),
            specimens.entry("emptied", CLOSE_TIES, now, after="6 years"),
        )
        page = enquiry_page.view(Brief(enquiry=one, entries=moves), Reader(people.officer, told, now))
        yield f"emptied: open{end}", page
    idea = specimens.story(
        told, now, StoryStatus.TOLD, title="", what_happened="", credit="", author="", emptied_at=now
    )
    yield "emptied: story card", emptied.emptied(idea, told)
