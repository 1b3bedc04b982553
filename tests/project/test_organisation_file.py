"""The organisation file: read, refused with every problem at once, and written back unchanged."""

import string
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo import ORGANISATION
from bot.organisation.file import (
    OrganisationFileProblems,
    organisation_from,
    organisation_text,
    read_organisation_file,
)
from bot.rules.retention import Kept
from storage.kinds import Reach, Role
from storage.organisation import Organisation, Person, ServiceArea, WorkingCalendar

SMALL = """
name = "Northbank"
[press_office]
officers = ["priya", "U0ELSEWHERE"]
head = "helen"
[people.priya]
slack = "U0PRIYA"
name = "Priya Nair"
phone = "01632 960 101"
[people.helen]
slack = "U0HELEN"
name = "Helen Brooks"
service_area = "adults"
[service_areas.adults]
name = "Adults' social care"
lead = "helen"
deputies = ["priya"]
[calendar]
nation = "WLS"
closures = [2026-12-29]
[calendar.hours]
mon = "9:00-17:30"
[digest]
day = "thu"
time = "9:30"
"""


def problems(text: str) -> list[str]:
    with pytest.raises(OrganisationFileProblems) as refused:
        organisation_from(text)
    return list(refused.value.problems)


def test_a_file_becomes_an_organisation() -> None:
    assert organisation_from(SMALL) == Organisation(
        name="Northbank",
        people={
            "U0PRIYA": Person(id="U0PRIYA", name="Priya Nair", phone="01632 960 101"),
            "U0HELEN": Person(id="U0HELEN", name="Helen Brooks", service_area="adults"),
        },
        service_areas={
            "adults": ServiceArea(key="adults", name="Adults' social care", lead="U0HELEN", deputies=("U0PRIYA",))
        },
        roles={Role.PRESS_OFFICER: ("U0PRIYA", "U0ELSEWHERE"), Role.HEAD_OF_COMMS: ("U0HELEN",)},
        calendar=WorkingCalendar(
            nation="WLS", hours={"mon": (time(9), time(17, 30))}, closures=frozenset({date(2026, 12, 29)})
        ),
        digest_day="thu",
        digest_time=time(9, 30),
    )


def test_what_is_left_out_has_a_plain_default() -> None:
    assert organisation_from('name = "Northbank"') == Organisation(name="Northbank")


def test_every_problem_is_named_at_once() -> None:
    assert problems(
        """
        nmae = "Northbank"
        [channels]
        triage = "#press-desk"
        leads = "C0LEADS"
        [calendar]
        zone = "Europe/Londn"
        nation = "UK"
        [calendar.hours]
        mon = "17:00-09:00"
        tue = "all day"
        monday = "09:00-17:00"
        [digest]
        time = "01:30"
        [people.priya]
        slack = "priya"
        """
    ) == [
        "name: field required.",
        "channels.triage: '#press-desk' is not a Slack channel id, which looks like C012AB3CD.",
        "channels.leads: no setting has this name.",
        "calendar.zone: 'Europe/Londn' is not a time zone; the United Kingdom's is \"Europe/London\".",
        "calendar.nation: input should be 'ENG', 'SCT', 'WLS' or 'NIR'.",
        "calendar.hours.mon: it should open before it closes.",
        'calendar.hours.tue: hours look like "09:00-17:00".',
        "calendar.hours.monday: input should be 'mon', 'tue', 'wed', 'thu', 'fri', 'sat' or 'sun'.",
        "digest.time: nothing can be set between 01:00 and 02:00, which the clocks skip or repeat.",
        "people.priya.slack: 'priya' is not a Slack member id, which looks like U012AB3CD.",
        "people.priya.name: field required.",
        "nmae: no setting has this name.",
    ]


def test_names_that_nobody_has_are_named_with_their_place() -> None:
    assert problems(
        """
        name = "Northbank"
        [press_office]
        officers = ["priya"]
        on_call = "dewi"
        [service_areas.adults]
        name = "Adults"
        lead = "jo"
        [people.amara]
        slack = "U0AMARA"
        name = "Amara"
        service_area = "childrens"
        [people.tomasz]
        slack = "U0AMARA"
        name = "Tomasz"
        """
    ) == [
        "people.amara.service_area: there is no [service_areas.childrens].",
        "people.tomasz.slack: U0AMARA is amara already.",
        "press_office.on_call: nobody under [people] is called 'dewi'.",
        "service_areas.adults.lead: nobody under [people] is called 'jo'.",
        "press_office.officers: nobody under [people] is called 'priya'.",
    ]


def test_text_that_is_not_toml_is_said_to_be_so() -> None:
    assert problems("name = ") == ["It is not TOML: Invalid value (at end of document)"]


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    missing = tmp_path / "our.toml"

    with pytest.raises(OrganisationFileProblems) as refused:
        read_organisation_file(missing)

    assert refused.value.problems == (f"{missing}: it cannot be read: No such file or directory",)


def test_people_are_called_by_their_first_name_where_that_is_enough() -> None:
    people = [
        Person(id="U01", name="Jo Bell"),
        Person(id="U02", name="Jo Ng"),
        Person(id="U03", name="Jo Ng"),
        Person(id="U04", name="李雷"),
    ]
    written = organisation_text(Organisation(name="N", people={person.id: person for person in people}))

    assert [line for line in written.splitlines() if line.startswith("[people")] == [
        "[people.jo]",
        "[people.jo-ng]",
        "[people.u03]",
        "[people.u04]",
    ]


def test_the_sample_council_comes_back_unchanged() -> None:
    council = read_organisation_file(ORGANISATION)

    assert organisation_from(organisation_text(replace(council, version=7))) == council


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
keys = st.text(string.ascii_lowercase + string.digits + "_-", min_size=1, max_size=8)
ids = st.text(string.ascii_uppercase + string.digits, min_size=2, max_size=8).map(lambda tail: f"U{tail}")
moments = st.times().map(lambda moment: moment.replace(microsecond=0))
spans = st.tuples(moments, moments).map(lambda pair: (min(pair), max(pair))).filter(lambda pair: pair[0] < pair[1])

minutes = st.integers(0, 60).map(float) | st.floats(0, 60, allow_nan=False)
changes_of_a_step = st.fixed_dictionaries(
    {}, optional={"share": st.floats(0, 1), "floor_minutes": minutes, "off": st.just(True), "rounds": st.integers(1, 9)}
)


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    people = draw(st.lists(ids, max_size=5, unique=True))
    somebody = st.sampled_from(people) if people else st.nothing()
    anybody = st.none() | somebody
    several = st.lists(somebody, unique=True, max_size=3).map(tuple) if people else st.just(())
    area_keys = draw(st.lists(keys, max_size=3, unique=True))
    teams = st.sampled_from(["", *area_keys])
    roles = {role: draw(several) for role in Role}
    roles[Role.HEAD_OF_COMMS] = roles[Role.HEAD_OF_COMMS][:1]
    return Organisation(
        name=draw(names),
        duty_name=draw(words),
        nudging=draw(st.dictionaries(st.sampled_from(("lead_again", "deputy", "*")), changes_of_a_step, max_size=2)),
        danger_number=draw(words),
        on_call=draw(anybody),
        people={
            each: Person(
                id=each,
                name=draw(names),
                phone=(phone := draw(words)),
                service_area=draw(teams),
                hours=draw(st.dictionaries(st.sampled_from(["mon", "wed", "sun"]), spans, max_size=2)),
                reach=draw(st.sampled_from(list(Reach))) if phone else Reach.SLACK,
            )
            for each in people
        },
        service_areas={
            key: ServiceArea(
                key=key,
                name=draw(names),
                lead=draw(anybody),
                deputies=draw(several),
                press_officer=draw(anybody),
                restricted=draw(st.booleans()),
            )
            for key in area_keys
        },
        roles={role: holders for role, holders in roles.items() if holders},
        calendar=WorkingCalendar(
            nation=draw(st.sampled_from(["ENG", "SCT", "WLS", "NIR"])),
            hours=draw(st.dictionaries(st.sampled_from(["mon", "tue", "sat"]), spans)),
            closures=frozenset(draw(st.lists(st.dates(), max_size=3))),
        ),
        retention=draw(st.dictionaries(st.sampled_from(list(map(str, Kept))), st.just("3 years"))),
        keeps_by_itself=draw(st.booleans()),
        digest_time=draw(moments.filter(lambda moment: moment.hour != 1)),
        preview_time=draw(moments.filter(lambda moment: moment.hour != 1)),
        promise_days=draw(st.integers(1, 10)),
        share_promise=draw(st.integers(1, 40)),
        share_turns_green=draw(st.booleans()),
        share_rules=draw(st.sampled_from([{}, {"for_us": "green"}, {"court": "amber", "press": "red"}])),
        change_days=draw(st.integers(1, 20)),
        joint_group=draw(several),
        joint_days=draw(st.integers(1, 60)),
        digest_unapproved=draw(st.sampled_from(["send", "wait"])),
        good_news_reaction=draw(st.sampled_from(["sparkles", "tada", ""])),
    )


@settings(deadline=None)  # how busy the machine is proves nothing about the file
@given(organisations())
def test_whatever_is_written_is_read_back_unchanged(organisation: Organisation) -> None:
    assert organisation_from(organisation_text(organisation)) == organisation


def test_how_long_things_are_kept_is_read_and_refused_in_words() -> None:
    text = 'name = "N"\n[retention]\nby_itself = true\n[retention.periods]\nnotes = "{}"\n'

    read = organisation_from(text.format("1  years"))
    assert (read.retention, read.keeps_by_itself) == ({"notes": "1 year"}, True)
    assert problems(text.format("for ever")) == [
        'retention.periods.notes: a period looks like "6 years" or "90 days", and is not nothing.'
    ]


def test_people_may_have_hours_of_their_own_and_be_rung() -> None:
    text = (
        SMALL
        + '[people.tom]\nslack = "U0TOM"\nname = "Tom"\nphone = "01632 960 190"\nreach = "phone"\nhours = {mon = "8:00-13:00"}\n'
    )

    tom = organisation_from(text).people["U0TOM"]
    assert (tom.hours, tom.reach) == ({"mon": (time(8), time(13))}, Reach.PHONE)
    assert organisation_from(organisation_text(organisation_from(text))) == organisation_from(text)


def test_hours_and_numbers_that_cannot_be_are_said_in_words() -> None:
    wrong = '[people.tom]\nslack = "U0TOM"\nname = "Tom"\n{}\n'

    assert problems(SMALL + wrong.format('hours = {mon = "13:00-08:00"}')) == [
        "people.tom.hours.mon: it should open before it closes."
    ]
    assert problems(SMALL + wrong.format('hours = {mon = "mornings"}')) == [
        'people.tom.hours.mon: hours look like "09:00-17:00".'
    ]
    assert problems(SMALL + wrong.format('reach = "phone"')) == [
        'people.tom: whoever wants to be rung needs a number under "phone".'
    ]
