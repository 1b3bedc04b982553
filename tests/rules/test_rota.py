"""The rota's rules: turns in order, what is missing and what stands twice, and the file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.demo import ORGANISATION
from bot.organisation.file import read_organisation_file
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.rota import (
    Hole,
    TurnsForm,
    change_over,
    check_offer,
    check_take,
    check_turns,
    holes,
    pages,
    takers,
)
from bot.rules.rota_file import RotaFileProblems, as_csv, turns_from
from bot.rules.who import who
from storage.absence import Absence, Presence
from storage.kinds import RotaKind
from storage.organisation import Organisation
from storage.rota import Turn
from tests.rules.northbank import at, london

NORTHBANK = read_organisation_file(ORGANISATION)
NOW = at("2026-03-04 10:12")
PRIYA, DEWI, HELEN, SHIRIN, MARCUS, AMARA = (
    "U0PRIYA03",
    "U0DEWI004",
    "U0HELEN05",
    "U0SHIRIN7",
    "U0MARCUS6",
    "U0AMARA01",
)


def turn(person: str, starts: str, ends: str, kind: RotaKind = RotaKind.PRESS, area: str = "", number: int = 1) -> Turn:
    return Turn(id=number, kind=kind, person=person, starts_at=at(starts), ends_at=at(ends), service_area=area)


def with_turns(*turns: Turn, **changes: object) -> Organisation:
    ordered = tuple(sorted(turns, key=lambda one: one.starts_at))
    return replace(NORTHBANK, rota=ordered, **changes)  # type: ignore[arg-type]  # whatever the test says


def test_weeks_go_round_and_change_when_the_office_opens_also_when_the_clocks_change() -> None:
    form = TurnsForm(kind="press", people=(PRIYA, DEWI), starts="2026-03-23", length="week", count="3")
    made = check_turns(form, NORTHBANK, NOW)
    assert [(one.person, london(one.starts_at), london(one.ends_at)) for one in made] == [
        (PRIYA, "2026-03-23 09:00", "2026-03-30 09:00"),
        (DEWI, "2026-03-30 09:00", "2026-04-06 09:00"),
        (PRIYA, "2026-04-06 09:00", "2026-04-13 09:00"),
    ]
    assert made[0].ends_at - made[0].starts_at == timedelta(days=7, hours=-1)


def test_days_go_round_too_and_a_shut_day_changes_over_as_early_as_any() -> None:
    form = TurnsForm(kind="lead", people=(SHIRIN,), starts="2026-03-06", length="day", count="2", service_area="adults")
    made = check_turns(form, NORTHBANK, NOW)
    assert [(one.service_area, london(one.starts_at)) for one in made] == [
        ("adults", "2026-03-06 09:00"),
        ("adults", "2026-03-07 09:00"),
    ]
    assert london(change_over(NORTHBANK.calendar, date(2026, 3, 8))) == "2026-03-08 09:00"


def test_where_there_is_no_rota_nothing_is_missed() -> None:
    assert holes(NORTHBANK, NOW, NOW + timedelta(days=8)) == []


def found(organisation: Organisation) -> list[tuple[Hole, str, str, tuple[str, ...]]]:
    made = holes(organisation, NOW, at("2026-03-12 10:12"))
    return [(one.what, london(one.starts_at), london(one.ends_at), one.people) for one in made]


def test_gaps_and_doubles_are_found() -> None:
    organisation = with_turns(
        turn(PRIYA, "2026-03-02 09:00", "2026-03-06 09:00"),
        turn(DEWI, "2026-03-05 09:00", "2026-03-07 09:00"),
        turn(PRIYA, "2026-03-09 09:00", "2026-03-16 09:00"),
    )
    assert found(organisation) == [
        (Hole.DOUBLE, "2026-03-05 09:00", "2026-03-06 09:00", (PRIYA, DEWI)),
        (Hole.GAP, "2026-03-07 09:00", "2026-03-09 09:00", ()),
    ]


def test_a_lead_for_all_covers_each_service_and_one_for_a_service_covers_no_other() -> None:
    everyone = turn(SHIRIN, "2026-03-02 09:00", "2026-03-09 09:00", RotaKind.LEAD)
    children = turn(MARCUS, "2026-03-09 09:00", "2026-03-16 09:00", RotaKind.LEAD, "children")
    made = holes(with_turns(everyone, children), NOW, at("2026-03-12 10:12"))
    assert [(one.what, one.service_area, london(one.starts_at)) for one in made] == [(Hole.GAP, "", "2026-03-09 09:00")]


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"presence": {DEWI: Presence(deactivated=True)}}, Hole.LEFT),
        (
            {
                "absences": (
                    Absence(id=1, person=DEWI, starts_at=at("2026-03-05 00:00"), ends_at=at("2026-03-06 00:00")),
                )
            },
            Hole.AWAY,
        ),
        ({"people": {}, "roles": {}}, Hole.UNKNOWN),
    ],
)
def test_turns_that_nobody_will_take_are_found(changes: dict[str, object], what: Hole) -> None:
    organisation = with_turns(turn(DEWI, "2026-03-02 09:00", "2026-03-16 09:00"), **changes)
    assert [(one[0], one[3]) for one in found(organisation)] == [(what, (DEWI,))]


def test_whoever_is_away_and_has_someone_standing_in_is_no_hole() -> None:
    away = Absence(id=1, person=DEWI, starts_at=at("2026-03-05 00:00"), ends_at=at("2026-03-06 00:00"), deputy=PRIYA)
    organisation = with_turns(turn(DEWI, "2026-03-02 09:00", "2026-03-16 09:00"), absences=(away,))
    assert found(organisation) == []


def test_who_may_offer_and_take_a_turn() -> None:
    mine = turn(PRIYA, "2026-03-09 09:00", "2026-03-16 09:00")
    theirs = turn(DEWI, "2026-03-12 09:00", "2026-03-19 09:00", number=2)
    organisation = with_turns(mine, theirs)
    assert takers(mine, organisation, NOW) == [HELEN]
    check_offer(mine, PRIYA, HELEN, organisation, NOW)
    wrongs: tuple[tuple[Callable[[], None], Reason], ...] = (
        (lambda: check_offer(mine, DEWI, None, organisation, NOW), Reason.NOT_YOUR_ROTA_TURN),
        (lambda: check_offer(mine, PRIYA, AMARA, organisation, NOW), Reason.NOT_ON_ROTA),
        (lambda: check_take(mine, DEWI, organisation, NOW), Reason.ON_CALL_THEN),
        (lambda: check_take(mine, HELEN, organisation, at("2026-03-16 09:00")), Reason.TURN_OVER),
    )
    for wrong, reason in wrongs:
        with pytest.raises(Refused) as refused:
            wrong()
        assert refused.value.reason == reason


def test_pages_are_four_weeks_and_miss_nothing() -> None:
    turns = [
        turn(
            PRIYA, f"{NOW + timedelta(weeks=week):%Y-%m-%d} 09:00", f"{NOW + timedelta(weeks=week + 1):%Y-%m-%d} 09:00"
        )
        for week in range(10)
    ]
    made = pages(turns, NOW)
    assert [len(one) for one in made] == [5, 4, 1]
    assert [one for page in made for one in page] == turns


def test_who_is_there_says_who_stands_in() -> None:
    away = Absence(id=1, person=SHIRIN, starts_at=at("2026-03-04 00:00"), ends_at=at("2026-03-06 00:00"), deputy=MARCUS)
    organisation = with_turns(turn(DEWI, "2026-03-02 09:00", "2026-03-09 09:00"), absences=(away,))
    told = who(organisation, AMARA, NOW)
    assert (told.press, told.press_until, told.office) == (DEWI, at("2026-03-09 09:00"), (PRIYA, DEWI, HELEN))
    assert [(one.area.key, one.person, one.away) for one in told.leads] == [("adults", MARCUS, SHIRIN)]
    assert len(who(organisation, "U0NOBODY", NOW).leads) == 3


FILE = """kind,person,service_area,from,to
press,Dewi,,2026-03-09,2026-03-16
press,@priya.nair,,2026-03-16,2026-03-23 12:00
lead,U0SHIRIN7,adults,2026-03-09,2026-03-16
lead,Marcus Bell,Children's social care,2026-03-09,2026-03-16
"""


def test_a_file_becomes_turns_and_back() -> None:
    made = turns_from(FILE, NORTHBANK)
    assert [(one.kind, one.person, one.service_area, london(one.starts_at), london(one.ends_at)) for one in made] == [
        ("press", DEWI, "", "2026-03-09 09:00", "2026-03-16 09:00"),
        ("press", PRIYA, "", "2026-03-16 09:00", "2026-03-23 12:00"),
        ("lead", SHIRIN, "adults", "2026-03-09 09:00", "2026-03-16 09:00"),
        ("lead", MARCUS, "children", "2026-03-09 09:00", "2026-03-16 09:00"),
    ]
    kept = [
        Turn(
            id=number,
            kind=one.kind,
            person=one.person,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            service_area=one.service_area,
        )
        for number, one in enumerate(made)
    ]
    assert turns_from(as_csv(kept, NORTHBANK), NORTHBANK) == made


def test_a_file_as_a_british_spreadsheet_saves_it_means_the_same() -> None:
    plain = "kind,person,service_area,from,to\npress,Dewi,,2026-03-09,2026-04-01 17:00\n"
    saved = "\ufeffkind;person;service_area;from;to\r\npress;Dewi;;09/03/2026;01/04/2026 17:00\r\n"
    assert turns_from(saved, NORTHBANK) == turns_from(plain, NORTHBANK)


def problems(text: str) -> list[str]:
    with pytest.raises(RotaFileProblems) as refused:
        turns_from(text, NORTHBANK)
    return list(refused.value.problems)


def test_every_problem_is_named_at_once_with_its_line() -> None:
    assert problems("kind,who,from\n") == [
        "line 1: the column 'person' is missing.",
        "line 1: the column 'to' is missing.",
        "line 1: no column is called 'who'.",
    ]
    assert problems("kind,person,service_area,from,to\n") == ["line 2: there is no turn in it."]
    wrong = """kind,person,service_area,from,to
pres,Nobody,parks,9 March,2026-03-16
press,Amara,,2026-03-16,2026-03-09

lead,Marcus,children,2026-03-09,2026-03-16
lead,Marcus,children,2026-03-10,2026-03-11
"""
    assert problems(wrong) == [
        "line 2: kind is 'pres'; it is press (on call for the press) or lead (duty lead).",
        "line 2: nobody in the organisation is called 'Nobody'.",
        "line 2: there is no service area 'parks'.",
        "line 2: from is '9 March'; write it as 2026-03-09 or 2026-03-09 17:00.",
        "line 3: Amara Okafor does not take turns of this kind.",
        "line 3: it would end before it starts.",
        "line 6: the same person has this turn in line 5 already.",
    ]


def test_turns_that_are_all_over_are_refused() -> None:
    form = TurnsForm(kind="press", people=(PRIYA,), starts="2026-02-02", length="day", count="")
    with pytest.raises(FormRefused, match="date_passed"):
        check_turns(form, NORTHBANK, NOW)
