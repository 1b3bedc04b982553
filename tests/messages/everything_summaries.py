"""Every summary, and what is asked about stories that are known: each way it can read."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.messages import story_nudge, summary_lead, summary_office, summary_week
from bot.messages.message import Message
from bot.rules.story_nudging import STORY_FOLLOW_STEPS
from bot.rules.summaries import Done, Evening, Line, Morning, OnCall, Wait, WaitsFor
from bot.rules.summary_lead import LeadDay, Needed, Needs, Settled
from bot.rules.summary_week import OF_SERVICES, OWN, Row, Week
from storage.kinds import NudgeState, Recognisable, Subject
from storage.organisation import Organisation
from storage.summaries import Owed
from tests.messages.samples import FOUR, LEAD, OFFICER, T0, consent, nudge, story

Built = Iterator[tuple[str, Message]]


def lines(count: int, *, restricted: bool = False, promised: bool = False) -> tuple[Line, ...]:
    waits = tuple(Wait(what, OFFICER) for what in WaitsFor)
    return tuple(
        Line(number, f"ME-{number:04d}", "adults", FOUR, promised, restricted, waits) for number in range(1, count + 1)
    )


def messages(words: str, told: Organisation) -> Built:
    """Everything that summaries say."""
    day = T0.date()
    nobody, until = OnCall(person=None), OnCall(person=OFFICER, until=FOUR)
    yield "summary: an empty morning", summary_office.morning(Morning(day=day, on_call=nobody), told, T0)
    for restricted in (False, True):
        whole = Morning(
            day=day,
            overdue=lines(1, restricted=restricted),
            due_today=lines(9, restricted=restricted),
            later=lines(30, restricted=restricted, promised=True),
            overnight=tuple(f"ME-{number:04d}" for number in range(1, 20)),
            done=tuple(Done("ME-0040", by, T0, closed) for by in (OFFICER, LEAD) for closed in (False, True)),
            stories=2,
            lines_due=2,
            owed=Owed(
                take_downs=("GN-0007",),
                shares=tuple(f"SH-{number:04d}" for number in range(1, 20)),
                changes=("SH-0020",),
                rules=("JG-0002", "JG-0003"),
                questions=("GN-0008",),
            ),
            on_call=until,
        )
        yield f"summary: morning, restricted {restricted}", summary_office.morning(whole, told, T0)
    yield (
        "summary: one story idea",
        summary_office.morning(Morning(day=day, stories=1, lines_due=1, on_call=until), told, T0),
    )
    for count, on_call in ((1, nobody), (12, until)):
        late = Evening(day=day, open=lines(count), on_call=on_call, opens=FOUR + timedelta(hours=17))
        yield f"summary: evening of {count}", summary_office.evening(late, told, T0)
    yield from _leads(told)
    yield from _weeks(told)
    yield from _stories(words, told)


def _leads(told: Organisation) -> Built:
    day = T0.date()
    needed = tuple(Needed(what, 42, "ME-0042", due, T0) for what in Needs for due in (None, FOUR))
    settled = tuple(Settled("ME-0041", by, T0) for by in (LEAD, OFFICER, None))
    for count in (0, 1, len(needed)):
        found = LeadDay(day=day, needed=needed[:count], settled=settled)
        yield f"summary: a lead's day, {count}", summary_lead.message(found, LEAD, told, T0)
    many = LeadDay(day=day, needed=needed * 3)
    yield "summary: a lead's day, many", summary_lead.message(many, LEAD, told, T0)


def _weeks(told: Organisation) -> Built:
    starts, ends = T0.date() - timedelta(days=9), T0.date() - timedelta(days=3)
    own = tuple(Row(step, area, count) for step in OWN for area, count in (("adults", None), ("children", 7)))
    services = tuple(Row(step, "adults", 3) for step in OF_SERVICES)
    yield "summary: a quiet week", summary_week.message(Week(starts=starts, ends=ends, own=(), services=()), told)
    yield "summary: a week", summary_week.message(Week(starts=starts, ends=ends, own=own, services=services), told)
    yield "summary: a week of ours", summary_week.message(Week(starts=starts, ends=ends, own=own, services=()), told)
    others = Week(starts=starts, ends=ends, own=(), services=services)
    yield "summary: a week of theirs", summary_week.message(others, told)


def _stories(words: str, told: Organisation) -> Built:
    for recognisable in (Recognisable.AGREED, Recognisable.NOT_ASKED):
        one = story(title=words, what_happened=words, credit=words, recognisable=recognisable)
        agreed = [consent(who=words, how=words, until=T0.date() + timedelta(days=14))]
        for step in sorted(STORY_FOLLOW_STEPS):
            for consents in (agreed, []):
                sent = nudge(step, OFFICER, subject=Subject.STORY, late=not consents)
                yield f"nudge {step}, {recognisable}", story_nudge.message(sent, one, consents, told, T0)
            for how in ("told", ""):
                over: dict[str, Any] = {
                    "state": NudgeState.SETTLED,
                    "settled_how": how,
                    "settled_at": T0,
                    "subject": Subject.STORY,
                }
                yield f"settled {step} {how}", story_nudge.message(nudge(step, OFFICER, **over), one, agreed, told, T0)
