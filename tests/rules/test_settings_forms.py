"""The settings' forms as rules: hours and days as people write them, short names, two at once, and what stays as usual."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.form_checks import Problems
from bot.rules.nudge_policy import ALWAYS, POLICY
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.settings_forms import changed, marks, seen_again, shown
from bot.rules.settings_kinds import SettingsForm, SettingsKind
from bot.rules.settings_nudging import settable, times_of
from bot.rules.settings_office import hours_from, hours_written
from bot.rules.settings_people import key_from, without_person
from bot.rules.working_time import NAMES
from storage.kinds import Role
from tests.rules.northbank import ADMIN, HEAD, LEAD, organisation

COUNCIL = replace(organisation(), roles={**organisation().roles, Role.ADMINISTRATOR: (ADMIN,)})
NINE_TO_FIVE = (time(9), time(17))


def form(kind: SettingsKind, key: str = "", **typed: str) -> SettingsForm:
    """A form as it was opened now, with these fields changed."""
    stands = shown(kind, key, COUNCIL)
    return SettingsForm(kind=kind, key=key, typed={**stands, **typed}, seen=marks(stands))


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Monday 09:00-17:00", ("mon",)),
        ("mon 9-17", ("mon",)),
        ("Mon 9-5", ("mon",)),
        ("mon-fri 9am to 5pm", ("mon", "tue", "wed", "thu", "fri")),
        ("Mon-Wed 9.00 to 17.00", ("mon", "tue", "wed")),
        ("tuesday to thursday: 9–17", ("tue", "wed", "thu")),
    ],
)
def test_hours_as_people_write_them(line: str, days: tuple[str, ...]) -> None:
    problems = Problems()
    assert hours_from(line, "set_hours", problems) == dict.fromkeys(days, NINE_TO_FIVE)
    problems.refuse()


@pytest.mark.parametrize("line", ["always", "Monday", "Monday 17-9", "Fri-Mon 9-17", "Monday 9-25", "Moonday 9"])
def test_hours_that_nobody_could_mean_are_asked_about(line: str) -> None:
    problems = Problems()
    hours_from(line, "set_hours", problems)
    with pytest.raises(FormRefused) as refused:
        problems.refuse()
    assert refused.value.problems["set_hours"].reason == Reason.HOURS_NOT_UNDERSTOOD


spans = st.tuples(st.times(), st.times()).map(
    lambda pair: (min(pair).replace(second=0, microsecond=0), max(pair).replace(second=0, microsecond=0))
)


@given(st.dictionaries(st.sampled_from(NAMES), spans.filter(lambda pair: pair[0] < pair[1])))
def test_hours_come_back_as_they_were_written(hours: dict[str, tuple[time, time]]) -> None:
    assert hours_from(hours_written(hours), "set_hours", Problems()) == hours


@pytest.mark.parametrize("typed", ["0", "11", "00015", "9999", "2.5", "-1", "two", "²"])
def test_a_promise_is_a_whole_number_of_days_within_its_bounds(typed: str) -> None:
    with pytest.raises(FormRefused) as refused:
        changed(form(SettingsKind.DIGEST, set_promise_days=typed), COUNCIL)
    assert refused.value.problems == {"set_promise_days": Refused(Reason.NUMBER_BETWEEN, least="1", limit="10")}
    assert changed(form(SettingsKind.DIGEST, set_promise_days=" 010 "), COUNCIL).organisation.promise_days == 10


def test_a_new_service_area_has_a_short_name_of_its_own() -> None:
    assert key_from("Housing", COUNCIL) == "housing"
    assert key_from("Adults' day services", COUNCIL) == "adults-day"
    assert key_from("Adults", COUNCIL) == "adults-2"
    assert key_from("Gwasanaethau plant", COUNCIL) == "gwasanaethau"
    assert key_from("儿童", COUNCIL) == "area"


def test_every_form_left_as_it_is_changes_nothing() -> None:
    about_one = (SettingsKind.NUDGE, SettingsKind.AREA, SettingsKind.PERSON, SettingsKind.OWN)
    kinds = [kind for kind in SettingsKind if kind not in about_one]
    forms = [
        *((kind, "") for kind in kinds),
        *((SettingsKind.NUDGE, step.value) for step in settable()),
        *((SettingsKind.AREA, key) for key in COUNCIL.service_areas),
        *((kind, person) for person in COUNCIL.people for kind in (SettingsKind.PERSON, SettingsKind.OWN)),
    ]
    for kind, key in forms:
        done = changed(form(kind, key), COUNCIL)
        assert (kind, key, done.organisation, done.changes) == (kind, key, COUNCIL, {})


def test_what_each_changed_is_kept_from_each() -> None:
    mine = form(SettingsKind.NUMBERS, set_duty_name="Mine")
    theirs = replace(COUNCIL, duty_phone="01632 960 999")
    done = changed(mine, theirs).organisation
    assert (done.duty_name, done.duty_phone) == ("Mine", "01632 960 999")


def test_what_both_changed_is_shown_first_and_then_the_second_holds() -> None:
    mine = form(SettingsKind.NUMBERS, set_duty_name="Mine")
    theirs = replace(COUNCIL, duty_name="Theirs", danger_number="1")
    with pytest.raises(FormRefused) as refused:
        changed(mine, theirs)
    assert {field: one.reason for field, one in refused.value.problems.items()} == {
        "set_duty_name": Reason.CHANGED_MEANWHILE
    }
    again = replace(mine, seen=seen_again(mine, shown(SettingsKind.NUMBERS, "", theirs)))
    done = changed(again, theirs).organisation
    assert (done.duty_name, done.danger_number) == ("Mine", "1")


def test_days_when_the_office_is_shut() -> None:
    done = changed(form(SettingsKind.CLOSURES, set_closures="29 December 2026\n30/12/2026\n2026-12-31"), COUNCIL)
    assert done.organisation.calendar.closures == {date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31)}


def test_what_is_put_back_to_usual_is_not_written_down() -> None:
    slower = changed(form(SettingsKind.NUDGE, "lead_again", set_share="20", set_off="yes"), COUNCIL).organisation
    assert slower.nudging == {"lead_again": {"share": 0.2, "off": True}}
    stands = shown(SettingsKind.NUDGE, "lead_again", slower)
    back = SettingsForm(
        kind=SettingsKind.NUDGE,
        key="lead_again",
        typed={**stands, "set_share": "12.5", "set_off": ""},
        seen=marks(stands),
    )
    assert changed(back, slower).organisation.nudging == {}


def test_what_must_never_be_forgotten_cannot_be_switched_off() -> None:
    assert [step for step in settable() if step in ALWAYS and not times_of(POLICY[step])] == []
    assert all("set_off" not in shown(SettingsKind.NUDGE, step.value, COUNCIL) for step in ALWAYS)


def test_nobody_goes_who_still_has_a_part() -> None:
    for person in (LEAD, HEAD, ADMIN):
        with pytest.raises(Refused):
            without_person(COUNCIL, person)
    assert "UWORKER" not in without_person(COUNCIL, "UWORKER").people
