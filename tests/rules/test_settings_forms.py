"""The settings' forms as rules: hours and days as people write them, short names, two at once, and what stays as usual."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.fairness import VOICES
from bot.rules.form_checks import Problems
from bot.rules.nudge_policy import ALWAYS, POLICY
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.settings_digest import voices_from, voices_written
from bot.rules.settings_forms import changed, marks, seen_again, shown
from bot.rules.settings_kinds import SettingsForm, SettingsKind
from bot.rules.settings_nudging import settable, times_of
from bot.rules.settings_office import hours_from, hours_written
from bot.rules.settings_people import key_from, without_area, without_person
from bot.rules.working_time import NAMES
from storage.kinds import Role
from tests.rules.northbank import ADMIN, HEAD, LEAD, organisation

COUNCIL = replace(organisation(), roles={**organisation().roles, Role.ADMINISTRATOR: (ADMIN,)})
NINE_TO_FIVE = (time(9), time(17))


def form(kind: SettingsKind, key: str = "", **typed: str) -> SettingsForm:
    """A form as it was opened now, with these fields changed."""
    stands = shown(kind, key, COUNCIL)
    return SettingsForm(kind=kind, key=key, typed={**stands, **typed}, seen=marks(stands))


def said(refused: FormRefused) -> dict[str, tuple[Reason, dict[str, object]]]:
    """What is wrong, field by field, and what it names."""
    return {field: (one.reason, dict(one.facts)) for field, one in refused.problems.items()}


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
    assert said(refused.value) == {"set_promise_days": (Reason.NUMBER_BETWEEN, {"least": "1", "limit": "10"})}
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
    theirs = replace(COUNCIL, duty_name="Theirs", danger_number="999")
    with pytest.raises(FormRefused) as refused:
        changed(mine, theirs)
    assert {field: one.reason for field, one in refused.value.problems.items()} == {
        "set_duty_name": Reason.CHANGED_MEANWHILE
    }
    again = replace(mine, seen=seen_again(mine, shown(SettingsKind.NUMBERS, "", theirs)))
    done = changed(again, theirs).organisation
    assert (done.duty_name, done.danger_number) == ("Mine", "999")


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


def test_whose_work_is_listened_for_as_people_write_it() -> None:
    problems = Problems()
    typed = " Night staff:  night,nights ,\n\nDrivers: minibus, the driver: Ahmed"
    assert voices_from(typed, "set_voices", problems) == {
        "Night staff": ["night", "nights"],
        "Drivers": ["minibus", "the driver: Ahmed"],
    }
    problems.refuse()


@pytest.mark.parametrize("line", ["Night staff", "Night staff: ,", ": night", "night, nights"])
def test_a_line_that_names_nobody_or_no_word_is_asked_about(line: str) -> None:
    with pytest.raises(FormRefused) as refused:
        changed(form(SettingsKind.DIGEST, set_voices=f"Drivers: minibus\n{line}"), COUNCIL)
    assert said(refused.value) == {"set_voices": (Reason.VOICE_NOT_UNDERSTOOD, {"words": line})}


def test_the_usual_voices_are_not_written_down_and_those_of_a_file_stay() -> None:
    drivers = changed(form(SettingsKind.DIGEST, set_voices="Drivers: minibus"), COUNCIL)
    assert drivers.organisation.voices == {"Drivers": ["minibus"]}
    assert drivers.changes == {"digest.voices": [voices_written(VOICES), "Drivers: minibus"]}
    for usual in ("", voices_written(VOICES)):
        stands = shown(SettingsKind.DIGEST, "", drivers.organisation)
        back = SettingsForm(kind=SettingsKind.DIGEST, typed={**stands, "set_voices": usual}, seen=marks(stands))
        assert changed(back, drivers.organisation).organisation.voices == {}
    odd = replace(COUNCIL, voices={"Night: staff": ["night, and day"]})
    stands = shown(SettingsKind.DIGEST, "", odd)
    other = SettingsForm(kind=SettingsKind.DIGEST, typed={**stands, "set_promise_days": "2"}, seen=marks(stands))
    assert changed(other, odd).organisation == replace(odd, promise_days=2)


def test_a_services_own_channel_for_its_good_news() -> None:
    own = changed(form(SettingsKind.AREA, "adults", set_edition_channel="C0OWN"), COUNCIL)
    assert own.organisation == replace(COUNCIL, editions={"adults": "C0OWN"})
    assert own.changes == {"area.adults.edition_channel": ["", "C0OWN"]}
    assert without_area(own.organisation, "adults").editions == {}
    stands = shown(SettingsKind.AREA, "adults", own.organisation)
    none = SettingsForm(
        kind=SettingsKind.AREA, key="adults", typed={**stands, "set_edition_channel": ""}, seen=marks(stands)
    )
    assert changed(none, own.organisation).organisation.editions == {}


@pytest.mark.parametrize(
    ("channel", "reason"), [("C0NEWS", Reason.TOLD_THERE_ALREADY), ("C0RESTRICTED", Reason.CHANNEL_TWICE)]
)
def test_it_is_not_where_all_of_it_is_told_and_not_among_private_enquiries(channel: str, reason: Reason) -> None:
    council = replace(COUNCIL, good_news_channel="C0NEWS", restricted_channel="C0RESTRICTED")
    with pytest.raises(FormRefused) as refused:
        changed(form(SettingsKind.AREA, "adults", set_edition_channel=channel), council)
    assert said(refused.value) == {"set_edition_channel": (reason, {})}


def test_private_enquiries_do_not_go_where_a_services_good_news_is_told() -> None:
    council = replace(COUNCIL, editions={"adults": "C0OWN"})
    with pytest.raises(FormRefused) as refused:
        changed(form(SettingsKind.CHANNELS, set_restricted_channel="C0OWN"), council)
    assert said(refused.value) == {"set_restricted_channel": (Reason.CHANNEL_TWICE, {})}
