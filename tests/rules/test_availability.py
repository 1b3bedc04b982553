"""Who is there: hours, absences, what Slack shows, stand-ins and turns."""

from datetime import time

import pytest

from bot.rules.availability import Absent, NotThere, available, back_at, first_there, on_call, standing_in, why_not
from storage.absence import Absence, Presence
from storage.kinds import Reach, RotaKind
from storage.organisation import Organisation, Person
from storage.rota import Turn
from tests.rules.northbank import DEPUTY, HEAD, LEAD, OFFICER, ONCALL, OTHER_OFFICER, SECOND, at, organisation

DAY, NIGHT, MORNING = at("2026-11-25 10:00"), at("2026-11-25 20:00"), at("2026-11-26 09:00")


def away(person: str, deputy: str | None = None, number: int = 1) -> Absence:
    return Absence(
        id=number, person=person, starts_at=at("2026-11-24 09:00"), ends_at=at("2026-11-30 09:00"), deputy=deputy
    )


def turn(person: str, kind: RotaKind = RotaKind.PRESS, area: str = "", number: int = 1) -> Turn:
    starts, ends = at("2026-11-23 09:00"), at("2026-11-30 09:00")
    return Turn(id=number, kind=kind, person=person, starts_at=starts, ends_at=ends, service_area=area)


def with_person(person: Person) -> Organisation:
    return organisation(people={**organisation().people, person.id: person})


def test_in_office_hours_everyone_is_there_and_at_night_nobody() -> None:
    house = organisation()
    assert why_not(house, LEAD, DAY) is None
    assert why_not(house, LEAD, NIGHT) == NotThere(why=Absent.OFF, until=MORNING)
    assert available(house, "UNKNOWN", DAY)


def test_own_hours_come_before_the_offices() -> None:
    part_time = Person(id=LEAD, name="Lead", hours={"mon": (time(12), time(20)), "wed": (time(12), time(20))})
    house = with_person(part_time)
    assert why_not(house, LEAD, DAY) == NotThere(why=Absent.OFF, until=at("2026-11-25 12:00"))
    assert available(house, LEAD, at("2026-11-25 19:00"))
    assert back_at(house, LEAD, NIGHT) == at("2026-11-30 12:00")


def test_what_slack_shows() -> None:
    seen = {
        LEAD: Presence(deactivated=True),
        DEPUTY: Presence(quiet_until=at("2026-11-25 11:00")),
        SECOND: Presence(away=True),
        HEAD: Presence(away_until=at("2026-11-27 09:00"), away=True),
    }
    house = organisation(presence=seen)
    assert [why_not(house, person, DAY) for person in seen] == [
        NotThere(why=Absent.LEFT),
        NotThere(why=Absent.QUIET, until=at("2026-11-25 11:00")),
        NotThere(why=Absent.AWAY),
        NotThere(why=Absent.AWAY, until=at("2026-11-27 09:00")),
    ]
    assert available(house, DEPUTY, DAY, urgent=True), "what is urgent goes through"
    assert back_at(house, SECOND, DAY) is None


@pytest.mark.parametrize(
    ("person", "there"), [(ONCALL, True), (OFFICER, False), (LEAD, True), (HEAD, True), (DEPUTY, True)]
)
def test_urgent_at_night_wakes_whoever_is_on_call_and_leads_who_want_slack(person: str, there: bool) -> None:
    assert available(organisation(), person, NIGHT, urgent=True) is there


def test_a_lead_who_wants_to_be_rung_is_not_written_to_at_night() -> None:
    house = with_person(Person(id=LEAD, name="Lead", reach=Reach.PHONE))
    assert why_not(house, LEAD, NIGHT, urgent=True) == NotThere(why=Absent.RING, until=MORNING)
    assert available(house, LEAD, DAY, urgent=True)


def test_whoever_is_away_is_stood_in_for_by_whom_they_named_or_by_whom_that_one_named() -> None:
    house = organisation(absences=(away(LEAD, SECOND), away(SECOND, HEAD, 2)))
    assert standing_in(house, LEAD, DAY) == HEAD
    assert standing_in(house, LEAD, at("2026-11-30 09:00")) is None, "back again"
    round_ = organisation(absences=(away(LEAD, SECOND), away(SECOND, LEAD, 2)))
    assert standing_in(round_, LEAD, DAY) is None
    assert why_not(house, LEAD, DAY) == NotThere(why=Absent.AWAY, until=at("2026-11-30 09:00"), deputy=HEAD)


def test_the_first_who_is_there_or_back_within_the_hour_is_asked() -> None:
    def first(**changes: object) -> str | None:
        return first_there(organisation(**changes), (LEAD, DEPUTY, SECOND), DAY)

    assert first() == LEAD
    assert first(presence={LEAD: Presence(quiet_until=at("2026-11-25 11:00"))}) == LEAD
    assert first(presence={LEAD: Presence(quiet_until=at("2026-11-25 11:01"))}) == DEPUTY
    assert first(absences=(away(LEAD, SECOND),)) == SECOND
    assert first(absences=(away(LEAD), away(DEPUTY, number=2), away(SECOND, number=3))) == LEAD
    assert first(presence={one: Presence(deactivated=True) for one in (LEAD, DEPUTY, SECOND)}) is None


def test_whose_turn_it_is() -> None:
    rota = (turn(OTHER_OFFICER), turn(LEAD, RotaKind.LEAD, number=2), turn(SECOND, RotaKind.LEAD, "adults", 3))
    house = organisation(rota=rota)
    assert on_call(house, RotaKind.PRESS, NIGHT) == OTHER_OFFICER
    assert on_call(house, RotaKind.PRESS, at("2026-11-30 09:00")) == ONCALL, "without a turn the one who is named"
    assert on_call(house, RotaKind.LEAD, NIGHT, "adults") == SECOND
    assert on_call(house, RotaKind.LEAD, NIGHT, "children") == LEAD
    assert on_call(organisation(), RotaKind.LEAD, NIGHT) is None
    assert available(house, OTHER_OFFICER, NIGHT, urgent=True)
    assert not available(house, ONCALL, NIGHT, urgent=True), "it is somebody else's turn"
    swapped = organisation(rota=rota, absences=(away(OTHER_OFFICER, OFFICER),))
    assert on_call(swapped, RotaKind.PRESS, NIGHT) == OFFICER
    assert available(swapped, OFFICER, NIGHT, urgent=True)
