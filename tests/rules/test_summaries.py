"""What a summary holds: late before due, what came in over night, nobody who is left out, no small numbers, no author asked."""

from datetime import date, timedelta
from typing import Any

from bot.rules.nudging import Later, Moot, Send
from bot.rules.story_nudging import decide_any_story, plan_consent, plan_untold, story_follower
from bot.rules.summaries import Done, Wait, WaitsFor, came_in_overnight, evening, is_evening, morning, waits_of
from bot.rules.summary_lead import LeadDay, Needed, Needs, Settled, is_their_morning, is_worth_saying, lead_day, leads
from bot.rules.summary_week import Row, last_week, week
from storage.absence import Absence
from storage.enquiry import Enquiry
from storage.finding import Waiting
from storage.kinds import NudgeState, RotaKind, SignOffPart, Status, Step, StoryStatus, Subject
from storage.nudge import Nudge
from storage.organisation import Person
from storage.rota import Turn
from storage.statement import SignOff
from storage.story import Consent, StoryIdea
from tests.rules.northbank import (
    CALENDAR,
    DEPUTY,
    HEAD,
    LEAD,
    OFFICER,
    ONCALL,
    OTHER_OFFICER,
    SECOND,
    WORKER,
    at,
    enquiry,
    london,
    nudge,
    organisation,
    story,
)

NOW = at("2026-11-26 09:00")  # a Thursday


def numbered(number: int, **changes: Any) -> Enquiry:
    made = enquiry(**changes)
    made.id = number
    return made


def test_late_then_today_then_later_and_what_is_answered_is_left_out() -> None:
    several = [
        numbered(1, deadline=at("2026-11-27 12:00")),
        numbered(2, deadline=at("2026-11-26 16:00")),
        numbered(3, deadline=at("2026-11-25 16:00")),
        numbered(4, deadline=None, raised_at=at("2026-11-25 15:00")),  # promised for the 26th at 15:00
        numbered(5, status=Status.RESPONDED),
        numbered(6, status=Status.CLOSED),
    ]
    found = morning(several, [], [], organisation(), NOW, stories=2)
    assert [one.reference for one in found.overdue] == ["ME-0003"]
    assert [one.reference for one in found.due_today] == ["ME-0004", "ME-0002"]
    assert [one.promised for one in found.due_today] == [True, False]
    assert [one.reference for one in found.later] == ["ME-0001"]
    assert (found.day, found.stories, found.on_call.person) == (date(2026, 11, 26), 2, ONCALL)


def test_over_night_is_since_the_office_last_shut_weekends_and_closures_included() -> None:
    several = [
        numbered(number, raised_at=at(moment))
        for number, moment in enumerate(
            ("2026-11-27 16:59", "2026-11-27 17:00", "2026-11-29 03:00", "2026-11-30 08:59", "2026-11-30 09:00"), 1
        )
    ]
    assert came_in_overnight(several, CALENDAR, date(2026, 11, 30)) == ("ME-0002", "ME-0003", "ME-0004")
    assert came_in_overnight(several, CALENDAR, date(2026, 11, 29)) == ()


def test_who_waits_for_whom() -> None:
    asked = SignOff(enquiry_id=1, statement_id=1, person=HEAD, part=SignOffPart.LEAD, asked_by=OFFICER)
    new = numbered(1)
    assert waits_of(new, [], []) == (Wait(WaitsFor.TAKER), Wait(WaitsFor.LEAD, LEAD))
    had = numbered(1, officer=OFFICER, lead_acknowledged_by=LEAD, status=Status.IN_PROGRESS)
    assert waits_of(had, [], []) == (Wait(WaitsFor.WORDS, OFFICER),)
    assert waits_of(had, [asked], []) == (Wait(WaitsFor.YES, HEAD),)
    ready = numbered(1, officer=OFFICER, lead_acknowledged_by=LEAD, status=Status.READY)
    assert waits_of(ready, [], []) == (Wait(WaitsFor.SENDING, OFFICER),)


def test_of_a_private_one_only_whether_somebody_has_it() -> None:
    asked = SignOff(enquiry_id=1, statement_id=1, person=HEAD, part=SignOffPart.LEAD, asked_by=OFFICER)
    assert waits_of(numbered(1, restricted=True), [asked], []) == (Wait(WaitsFor.TAKER),)
    assert waits_of(numbered(1, restricted=True, officer=OFFICER), [asked], []) == (Wait(WaitsFor.WITH, OFFICER),)


def test_the_evening_looks_at_the_night_and_says_nothing_of_nothing() -> None:
    friday = at("2026-11-27 16:50")
    turn = Turn(
        id=1,
        kind=RotaKind.PRESS,
        person=OTHER_OFFICER,
        starts_at=at("2026-11-27 17:00"),
        ends_at=at("2026-11-30 09:00"),
    )
    house = organisation(rota=(turn,))
    found = evening([numbered(1)], [], [], house, friday)
    assert found is not None
    assert london(found.opens) == "2026-11-30 09:00"
    assert (found.on_call.person, found.on_call.until) == (OTHER_OFFICER, turn.ends_at)
    assert evening([numbered(1, status=Status.RESPONDED)], [], [], house, friday) is None
    assert [is_evening(CALENDAR, at(f"2026-11-27 {hour}")) for hour in ("16:44", "16:45", "16:59", "17:00")] == [
        False,
        True,
        True,
        False,
    ]
    assert not is_evening(CALENDAR, at("2026-11-28 16:50"))


def test_leads_are_told_at_the_start_of_their_own_day() -> None:
    assert leads(organisation()) == [LEAD, DEPUTY, SECOND]
    away = Absence(id=1, person=DEPUTY, starts_at=NOW - timedelta(days=1), ends_at=NOW + timedelta(days=1))
    late_hours = {"thu": (at("2026-11-26 10:00").time(), at("2026-11-26 14:00").time())}
    people = {**organisation().people, SECOND: Person(id=SECOND, name="Second", hours=late_hours)}
    house = organisation(absences=(away,), people=people)
    assert [is_their_morning(house, one, NOW) for one in (LEAD, DEPUTY, SECOND)] == [True, False, False]
    assert is_their_morning(house, SECOND, NOW + timedelta(hours=1))


def test_a_lead_sees_what_is_settled_and_nothing_of_what_they_are_left_out_of() -> None:
    def settled(number: int, **changes: Any) -> tuple[Nudge, Enquiry]:
        asked = nudge(Step.LEAD_NEW, LEAD, NOW, state=NudgeState.SETTLED, settled_by=DEPUTY, settled_at=NOW)
        return asked, numbered(number, **changes)

    waiting = Waiting(nudges=((nudge(Step.LEAD_NEW, LEAD, NOW, sent_at=at("2026-11-25 10:00")), numbered(3)),))
    found = lead_day(LEAD, waiting, [settled(1), settled(2, excluded=[LEAD]), settled(3)], organisation(), NOW)
    assert found.settled == (Settled("ME-0001", DEPUTY, NOW),)
    assert [(one.what, one.reference) for one in found.needed] == [(Needs.HAVE_IT, "ME-0003")]
    assert is_worth_saying(found, organisation())


def test_what_was_asked_this_morning_was_just_read() -> None:
    fresh = LeadDay(day=NOW.date(), needed=(Needed(Needs.YES, 1, "ME-0001", None, NOW),))
    assert not is_worth_saying(fresh, organisation())
    assert not is_worth_saying(LeadDay(day=NOW.date(), needed=()), organisation())


def test_a_week_counts_matters_hides_small_numbers_and_begins_with_ours() -> None:
    assert last_week(CALENDAR, at("2026-12-01 10:00")) == (date(2026, 11, 23), date(2026, 11, 29))
    sent: list[tuple[Nudge, Enquiry | StoryIdea]] = [
        *((nudge(Step.DEPUTY, DEPUTY, NOW), numbered(number)) for number in (1, 2, 2, 3)),
        *((nudge(Step.DEPUTY, DEPUTY, NOW), numbered(number, service_area="children")) for number in (4, 5)),
        *((nudge(Step.OFFICER_PASSED, OFFICER, NOW), numbered(number)) for number in (1, 2, 3, 4)),
        *((nudge(Step.RAISER_RING, WORKER, NOW), numbered(number)) for number in (1, 2, 3)),
        (nudge(Step.STORY_ANSWER, OFFICER, NOW), story(1)),
        (nudge(Step.HEAD_PASSED, HEAD, NOW), numbered(1)),  # said by the officer's own row
    ]
    found = week(date(2026, 11, 23), HEAD, sent, organisation())
    assert found.own == (
        Row(Step.RAISER_RING, "adults", 3),  # nobody took something urgent: ours too, and not the service's alone
        Row(Step.OFFICER_PASSED, "adults", 4),
        Row(Step.STORY_ANSWER, "adults", None),
    )
    assert found.services == (Row(Step.DEPUTY, "adults", 3), Row(Step.DEPUTY, "children", None))
    assert all(person not in repr(found) for person in organisation().people)


def test_a_week_counts_nothing_of_what_its_reader_is_left_out_of() -> None:
    sent = [(nudge(Step.DEPUTY, DEPUTY, NOW), numbered(number, excluded=[HEAD])) for number in (1, 2, 3)]
    assert week(date(2026, 11, 23), HEAD, sent, organisation()).services == ()


def consent(until: str, **changes: Any) -> Consent:
    whole = {
        "story_id": 1,
        "who": "Mr B",
        "recorded_by": WORKER,
        "recorded_at": NOW,
        "until": date.fromisoformat(until),
    }
    return Consent(**{**whole, **changes})


def test_a_consent_is_asked_about_twice_on_working_days() -> None:
    planned = plan_consent(story(), [consent("2027-01-20"), consent("2026-12-23")], organisation(), NOW)
    assert [(one.step, london(one.due_at), one.urgent) for one in planned] == [
        (Step.STORY_CONSENT, "2026-12-09 09:00", False),
        (Step.STORY_CONSENT_LAST, "2026-12-18 09:00", False),  # the 20th is a Sunday
    ]
    late = plan_consent(story(), [consent("2026-11-27")], organisation(), NOW)
    assert [(one.step, london(one.due_at)) for one in late] == [(Step.STORY_CONSENT_LAST, "2026-11-26 09:00")]
    assert plan_consent(story(), [consent("2026-11-25")], organisation(), NOW) == []
    assert plan_consent(story(), [consent("2026-12-23", withdrawn_at=NOW)], organisation(), NOW) == []


def test_a_picked_up_story_is_asked_about_after_four_weeks() -> None:
    assert plan_untold(story(), organisation(), NOW) == []
    picked = story(status=StoryStatus.PICKED_UP, officer=OTHER_OFFICER, answered_at=NOW)
    (planned,) = plan_untold(picked, organisation(), NOW)
    assert (planned.person, london(planned.due_at)) == (OTHER_OFFICER, "2026-12-24 09:00")


def test_the_author_is_never_asked() -> None:
    assert story_follower(story(author=OFFICER, officer=OFFICER), organisation(), NOW) == OTHER_OFFICER
    alone = organisation(roles={}, service_areas={})
    assert story_follower(story(author=OFFICER, officer=OFFICER), alone, NOW) is None


def test_what_becomes_of_a_storys_nudge() -> None:
    def asked(step: Step) -> Nudge:
        return Nudge(subject=Subject.STORY, subject_id=1, step=step, person=OFFICER, due_at=NOW)

    ends = [consent("2026-12-10")]
    told, declined = story(status=StoryStatus.TOLD), story(status=StoryStatus.DECLINED)
    house = organisation()
    assert decide_any_story(asked(Step.STORY_CONSENT), told, ends, house, NOW) == Send()
    assert decide_any_story(asked(Step.STORY_CONSENT), declined, ends, house, NOW) == Moot("declined")
    extended = decide_any_story(asked(Step.STORY_CONSENT), story(), [consent("2027-01-20")], house, NOW)
    assert extended == Later(at("2027-01-06 09:00"))
    assert decide_any_story(asked(Step.STORY_UNTOLD), told, [], house, NOW) == Moot("told")
    night = decide_any_story(asked(Step.STORY_CONSENT), told, ends, house, at("2026-11-26 22:00"))
    assert night == Later(at("2026-11-27 09:00"))


def test_done_is_plain() -> None:
    done = Done("ME-0001", OFFICER, NOW, closed=True)
    assert morning([], [], [], organisation(), NOW, done=[done]).done == (done,)
