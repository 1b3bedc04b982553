"""Which line fits an enquiry, and why; who may read one; what using it asks for."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.rules.lines import (
    LineForm,
    check_line,
    check_line_fresh,
    check_use,
    first_review,
    fitting,
    is_stale,
    line_reader,
    may_read_line,
    offers_lines,
)
from bot.rules.reasons import FormRefused, Reason, Refused
from storage.brief import Brief
from storage.kinds import SignOffPart, SignOffState, Status
from storage.line import Line, LineReader
from storage.statement import SignOff, Statement
from tests.rules.northbank import CALENDAR, DIRECTOR, HEAD, LEAD, OFFICER, WORKER, at, enquiry, organisation

NOW = at("2026-11-25 10:00")


def line(number: int = 1, **changes: Any) -> Line:
    facts: dict[str, Any] = {
        "topic": "Elm House staying open",
        "service_area": "adults",
        "words": "Elm House stays open. No resident has to move.",
        "review_on": date(2027, 5, 25),
        "kept_by": OFFICER,
        "kept_at": at("2026-06-01 10:00"),
    }
    made = Line(**{**facts, **changes})
    made.id = number
    return made


@pytest.mark.parametrize(
    ("question", "shared"),
    [
        ("Is Elm House closing?", ("Elm", "House")),
        ("Will the residents of Elm House be moved out?", ("Elm", "House", "residents", "moved")),
        ("Do you open the house in the spring?", ("open", "house")),
    ],
)
def test_a_line_fits_by_the_words_that_both_hold(question: str, shared: tuple[str, ...]) -> None:
    kept = line()
    assert [(fit.line, fit.shared) for fit in fitting(enquiry(question=question), [kept])] == [(kept, shared)]


@pytest.mark.parametrize(
    "question",
    [
        "How many social workers have left this year?",
        "What do you say to the people who asked for support?",
        "Which house was it?",
        "",
    ],
)
def test_what_has_little_in_common_fits_nothing(question: str) -> None:
    assert fitting(enquiry(question=question), [line()]) == ()


def test_the_angle_counts_too() -> None:
    assert fitting(enquiry(question="Any comment?", angle="That Elm House closes"), [line()])


def test_the_best_come_first_and_no_more_than_three() -> None:
    question = "Is the garden of Elm House closing, and do residents move?"
    kept = [
        line(1, topic="Elm House"),
        line(2, topic="The garden of Elm House", words="It stays."),
        line(3, topic="Elm House and its residents moving"),
        line(4, topic="Elm House", words="It stays."),
    ]
    assert [fit.line.id for fit in fitting(enquiry(question=question), kept)] == [3, 2, 1]


@pytest.mark.parametrize(
    "changes",
    [
        {"service_area": "children"},
        {"restricted": True},
        {"retired_at": NOW, "retired_by": OFFICER},
    ],
)
def test_another_service_a_private_line_and_a_retired_one_are_not_offered(changes: dict[str, Any]) -> None:
    assert fitting(enquiry(), [line(**changes)]) == ()


def test_a_private_line_is_for_private_enquiries() -> None:
    private = line(restricted=True)
    assert [fit.line for fit in fitting(enquiry(restricted=True), [private])] == [private]
    with pytest.raises(Refused) as refused:
        check_use(private, enquiry())
    assert refused.value.reason == Reason.LINE_PRIVATE
    check_use(private, enquiry(restricted=True))


def test_a_retired_line_says_who_took_it_out_of_use() -> None:
    with pytest.raises(Refused) as refused:
        check_use(line(retired_at=NOW, retired_by=OFFICER), enquiry())
    assert (refused.value.reason, refused.value.facts) == (Reason.LINE_RETIRED, {"by": OFFICER})


@pytest.mark.parametrize(
    ("person", "reads"), [(OFFICER, True), (HEAD, True), (LEAD, True), (DIRECTOR, False), (WORKER, False)]
)
def test_the_press_office_and_the_services_lead_read_lines(person: str, reads: bool) -> None:
    assert may_read_line(person, line(), organisation()) is reads


def test_whose_private_lines_a_query_gives() -> None:
    assert line_reader(OFFICER, organisation()) == LineReader(OFFICER, None)
    assert line_reader(LEAD, organisation()) == LineReader(LEAD, ("adults", "children"))
    assert line_reader(WORKER, organisation()) == LineReader(WORKER, ())


def test_lines_are_offered_until_there_are_words() -> None:
    offered = [status for status in Status if offers_lines(enquiry(status=status), has_words=False)]
    assert offered == [Status.NEW, Status.IN_PROGRESS]
    assert not offers_lines(enquiry(), has_words=True)


@pytest.mark.parametrize(
    ("today", "review"),
    [
        (date(2026, 3, 4), date(2026, 9, 4)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
        (date(2026, 6, 15), date(2026, 12, 15)),
    ],
)
def test_the_review_date_is_half_a_year_on(today: date, review: date) -> None:
    assert first_review(today) == review


def test_a_line_is_stale_from_the_day_after_its_review_date() -> None:
    kept = line(review_on=date(2026, 11, 25))
    assert not is_stale(kept, CALENDAR, at("2026-11-25 23:59"))
    assert is_stale(kept, CALENDAR, at("2026-11-26 00:00"))


FORM = LineForm("Elm House", "adults", "2027-05-25")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"topic": " "}, {"line_topic": Reason.MISSING}),
        ({"topic": "x" * 151}, {"line_topic": Reason.TOO_LONG}),
        ({"topic": "The case of 943 476 5919"}, {"line_topic": Reason.PERSONAL_DATA}),
        ({"service_area": "roads"}, {"service_area": Reason.MISSING}),
        ({"review_on": ""}, {"review_on": Reason.MISSING}),
        ({"review_on": "2026-11-25"}, {"review_on": Reason.DATE_PASSED}),
        ({"review_on": "2028-11-27"}, {"review_on": Reason.REVIEW_TOO_FAR}),
    ],
)
def test_what_a_line_needs(changes: dict[str, str], found: dict[str, Reason]) -> None:
    with pytest.raises(FormRefused) as refused:
        check_line(replace(FORM, **changes), organisation(), NOW)
    assert {field: one.reason for field, one in refused.value.problems.items()} == found


def test_a_line_that_can_be_kept() -> None:
    assert check_line(replace(FORM, topic=" Elm House "), organisation(), NOW) == FORM


def used(words: str, *signs: SignOff) -> Brief:
    taken = Statement(enquiry_id=1, version=1, words=words, drafted_by=OFFICER, drafted_at=NOW, from_line=1)
    taken.id = 1
    return Brief(enquiry=enquiry(status=Status.IN_PROGRESS), statements=(taken,), sign_offs=signs)


def test_words_of_a_stale_line_wait_for_sign_off() -> None:
    stale = line(review_on=date(2026, 11, 1))
    yes = SignOff(
        enquiry_id=1,
        statement_id=1,
        person=LEAD,
        part=SignOffPart.LEAD,
        asked_by=OFFICER,
        state=SignOffState.APPROVED,
    )
    check_line_fresh(used(stale.words), stale.words, line(), organisation(), NOW)  # within its date
    check_line_fresh(used(stale.words, yes), stale.words, stale, organisation(), NOW)  # signed off
    check_line_fresh(used(stale.words), "Other words.", stale, organisation(), NOW)
    with pytest.raises(Refused) as refused:
        check_line_fresh(used(stale.words), stale.words.replace(". ", ".\n"), stale, organisation(), NOW)
    assert refused.value.reason == Reason.LINE_STALE
