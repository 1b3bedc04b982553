"""After an outage: of several nudges that fell due for one person, the last is said, and it says all."""

from datetime import datetime

from bot.rules.nudging import Send, decide, merged, plan_enquiry
from storage.absence import Presence
from storage.enquiry import Enquiry
from storage.kinds import Step
from storage.nudge import Nudge
from tests.rules.northbank import DEPUTY, HEAD, LEAD, OFFICER, SECOND, at, enquiry, nudge, organisation

RAISED = "2026-11-25 09:30"  # due at 16:30 on the same day


def planned_for(one: Enquiry) -> list[Nudge]:
    """Every nudge planned for an enquiry, as rows, in the order they fall due."""
    rows = [nudge(each.step, each.person, each.due_at) for each in plan_enquiry(one, organisation(), at(RAISED))]
    for number, row in enumerate(rows, start=1):
        row.id = number
    return rows


def said_at(moment: datetime, one: Enquiry) -> dict[str, list[str]]:
    """Who is told what when the bot comes back at this moment."""
    rows = planned_for(one)
    told: dict[str, list[str]] = {}
    for row in rows:
        sends = isinstance(decide(row, one, organisation(), moment), Send)
        if sends and not merged(row, rows, one, organisation(), moment):
            told.setdefault(row.person, []).append(str(row.step))
    return told


def test_an_afternoon_away_gives_each_person_one_message() -> None:
    assert said_at(at("2026-11-25 15:00"), enquiry()) == {
        LEAD: ["lead_again"],
        DEPUTY: ["deputy"],
        SECOND: ["second_deputy"],
        OFFICER: ["officer_unclaimed"],
        HEAD: ["head_unacknowledged"],
    }


def test_past_the_deadline_the_officer_and_the_head_hear_only_that() -> None:
    told = said_at(at("2026-11-25 16:45"), enquiry())
    assert told[OFFICER] == ["officer_passed"]
    assert told[HEAD] == ["head_passed"]


def test_what_is_moot_by_then_does_not_swallow_what_is_not() -> None:
    claimed = enquiry(officer=OFFICER, status="in_progress")
    assert said_at(at("2026-11-25 15:00"), claimed)[LEAD] == ["lead_again"]
    assert said_at(at("2026-11-25 15:00"), claimed)[OFFICER] == ["draft_due"], "nobody asks any more who takes it"


def test_nobody_is_asked_the_same_thing_twice_at_once() -> None:
    """The lead was busy until eleven: of what came due for them meanwhile the last is said, though none of it is late."""
    busy = organisation(presence={LEAD: Presence(quiet_until=at("2026-11-25 10:24"))})
    first, again = (nudge(step, LEAD, at("2026-11-25 10:23")) for step in (Step.LEAD_NEW, Step.LEAD_AGAIN))
    first.id, again.id = 1, 2
    now = at("2026-11-25 10:24")
    assert merged(first, [first, again], enquiry(), busy, now)
    assert not merged(again, [first, again], enquiry(), busy, now)
    officer = nudge(Step.OFFICER_UNCLAIMED, OFFICER, at("2026-11-25 10:23"))
    officer.id = 3
    assert not merged(officer, [first, again, officer], enquiry(), busy, now)
