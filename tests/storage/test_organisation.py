"""The organisation is one value: what is saved is what is read, and each load is a new version."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time

from storage.engine import Database, retrying
from storage.kinds import Reach, Role
from storage.organisation import (
    Organisation,
    Pause,
    Person,
    ServiceArea,
    WorkingCalendar,
    organisation_version,
    pause_of,
    read_organisation,
    save_organisation,
    set_pause,
)
from tests.storage.records import statements

NORTHBANK = Organisation(
    name="Northbank Council",
    triage_channel="C0TRIAGE",
    restricted_channel="C0CLOSED",
    intake_channel="C0INTAKE",
    good_news_channel="C0GOOD",
    comms_channel="C0COMMS",
    calendar=WorkingCalendar(
        zone="Europe/Belfast",
        nation="NIR",
        hours={"sat": (time(10, 30), time(12)), "mon": (time(8), time(18, 15))},
        closures=frozenset({date(2026, 12, 29), date(2026, 12, 28)}),
    ),
    digest_day="thu",
    digest_time=time(9, 45),
    preview_time=time(14, 30),
    digest_unapproved="wait",
    editions={"fostering": "C0FOSTER"},
    best_of=True,
    voices={"Night staff": ["night"]},
    promise_days=4,
    share_promise=3,
    share_turns_green=True,
    share_rules={"for_us": "green"},
    change_days=6,
    joint_group=("UPRIYA", "UALAN"),
    joint_days=12,
    good_news_reaction="tada",
    danger_number="0161 496 0000",
    duty_name="The press office",
    duty_phone="0161 496 0001",
    on_call="UPRIYA",
    retention={"notes": "1 year"},
    keeps_by_itself=True,
    being_set_up=True,
    foi_team="The information team",
    nudging={"lead_again": {"floor_minutes": 10}},
    people={
        "UPRIYA": Person(
            id="UPRIYA",
            name="Priya Shah",
            phone="0161 496 0002",
            service_area="adults",
            hours={"tue": (time(7, 30), time(13))},
            reach=Reach.PHONE,
        ),
        "UALAN": Person(id="UALAN", name="Alan O’Neill"),
    },
    service_areas={
        "children": ServiceArea(key="children", name="Children", lead="ULEAD", deputies=("U2", "U1"), restricted=True),
        "adults": ServiceArea(key="adults", name="Adults", press_officer="UPRIYA"),
    },
    roles={Role.PRESS_OFFICER: ("UPRIYA", "UALAN"), Role.HEAD_OF_COMMS: ("U-NOT-AMONG-THE-PEOPLE",)},
)


def test_what_is_saved_is_read_in_the_same_order(database: Database) -> None:
    assert _save(database, NORTHBANK) == 1
    found = _read(database)
    assert found == replace(NORTHBANK, version=1)
    assert found is not None
    assert list(found.people) == ["UPRIYA", "UALAN"]
    assert list(found.service_areas) == ["children", "adults"]
    assert list(found.calendar.hours) == ["sat", "mon"]
    assert {type(role) for role in found.roles} == {Role}


def test_no_field_is_left_at_its_default_in_this_test() -> None:
    """Or a field that is added later and not saved would go unseen."""
    plain = Organisation(name="")
    assert [
        each.name for each in fields(Organisation) if getattr(NORTHBANK, each.name) == getattr(plain, each.name)
    ] == [
        "version",
        "good_news_paused",
        "rung",
        "pre_election",
        "rota",
        "absences",
        "presence",
    ]  # the first counts, the others are set in Slack
    usual = WorkingCalendar()
    assert [
        each.name
        for each in fields(WorkingCalendar)
        if getattr(NORTHBANK.calendar, each.name) == getattr(usual, each.name)
    ] == []


def test_each_load_replaces_everything_and_is_a_new_version(database: Database) -> None:
    _save(database, NORTHBANK)
    smaller = Organisation(name="Southbank", people={"UALAN": Person(id="UALAN", name="Alan")})
    assert _save(database, smaller) == 2
    assert _read(database) == replace(smaller, version=2)


def test_before_anything_is_loaded_there_is_none(database: Database) -> None:
    assert _read(database) is None
    with database.read() as session:
        assert organisation_version(session) == 0


def test_a_session_that_read_it_before_sees_the_new_one(database: Database) -> None:
    _save(database, NORTHBANK)
    with database.read() as session:
        read_organisation(session)
        session.rollback()
        _save(database, replace(NORTHBANK, name="Northbank City Council"))
        assert read_organisation(session) == replace(NORTHBANK, name="Northbank City Council", version=2)
        assert organisation_version(session) == 2


def test_asking_for_the_version_is_one_statement(database: Database) -> None:
    with statements(database) as sent, database.read() as session:
        organisation_version(session)
    assert len(sent) == 1


def test_two_loads_at_once_are_two_versions(database: Database) -> None:
    with ThreadPoolExecutor(2) as threads:
        versions = threads.map(lambda _: retrying(lambda: _save(database, NORTHBANK)), range(2))
        assert sorted(versions) == [1, 2]


def test_a_role_named_twice_is_held_once(database: Database) -> None:
    _save(database, replace(NORTHBANK, roles={Role.LEGAL: ("UALAN", "UPRIYA", "UALAN")}))
    found = _read(database)
    assert found is not None
    assert found.roles == {Role.LEGAL: ("UALAN", "UPRIYA")}


def _save(database: Database, organisation: Organisation) -> int:
    with database.write() as session:
        return save_organisation(session, organisation)


def _read(database: Database) -> Organisation | None:
    with database.read() as session:
        return read_organisation(session)


def test_good_news_stays_paused_whatever_is_loaded_until_a_person_lets_it_go_on(database: Database) -> None:
    pause = Pause(by="UPRIYA", at=datetime(2026, 3, 5, 9, 30, tzinfo=UTC), why="A child has died.")
    with database.write() as session:
        save_organisation(session, NORTHBANK)
        set_pause(session, pause)
    with database.write() as session:
        save_organisation(session, NORTHBANK)
        read = read_organisation(session)
        assert read is not None
        assert (read.good_news_paused, read.version) == (pause, 3)
        assert pause_of(session) == pause
        set_pause(session, None)
    with database.read() as session:
        assert read_organisation(session) == replace(NORTHBANK, version=4)
        assert pause_of(session) is None
