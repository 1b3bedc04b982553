"""The forms of an answer: the words in their boxes, the people concerned, what was published, what was learnt."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.coverage_asking import decide_coverage, plan_coverage
from bot.rules.coverage_form import CoverageForm, check_coverage, check_learnt, is_link
from bot.rules.nudging import Later, Moot, PlannedNudge, Send
from bot.rules.reasons import FormRefused, Reason
from bot.rules.response_form import ResponseForm, check_response, in_boxes
from storage.kinds import Status, Step, Told
from tests.rules.northbank import OFFICER, OTHER_OFFICER, at, enquiry, nudge, organisation

NOW = at("2026-11-25 10:00")
TODAY = date(2026, 11, 25)
PIECE = CoverageForm("https://echo.example/elm-house", "Elm House stays", "2026-11-24", "fair", "yes")


def reasons(refused: FormRefused) -> dict[str, Reason]:
    return {field: one.reason for field, one in refused.problems.items()}


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({}, {"family_told": Reason.MISSING}),
        ({"family_told": "perhaps"}, {"family_told": Reason.MISSING}),
        ({"family_told": Told.NO}, {"family_not_told_because": Reason.MISSING}),
        ({"family_told": Told.YES}, {"family_told_by": Reason.MISSING, "family_wish": Reason.MISSING}),
        (
            {"family_told": Told.YES, "family_told_by": "Mrs Smith", "family_wish": "Quiet."},
            {"family_told_by": Reason.MISSING},
        ),
        (
            {"family_told": Told.NO, "family_not_told_because": "NHS number 943 476 5919"},
            {"family_not_told_because": Reason.PERSONAL_DATA},
        ),
    ],
)
def test_a_private_answer_says_whether_the_people_concerned_were_told(
    answers: dict[str, Any], found: dict[str, Reason]
) -> None:
    with pytest.raises(FormRefused) as refused:
        check_response(ResponseForm("No.", **answers), NOW, restricted=True)
    assert reasons(refused.value) == found


def test_answers_that_belong_to_another_choice_are_left_out() -> None:
    every = ResponseForm(
        "No.", family_told_by="social_worker", family_wish=" Quiet. ", family_not_told_because="They are away."
    )
    told = check_response(replace(every, family_told=Told.YES), NOW, restricted=True)
    assert (told.family_told_by, told.family_wish, told.family_not_told_because) == ("social_worker", "Quiet.", "")
    untold = check_response(replace(every, family_told=Told.NO), NOW, restricted=True)
    assert (untold.family_told_by, untold.family_wish, untold.family_not_told_because) == ("", "", "They are away.")
    nobody = check_response(replace(every, family_told=Told.NOBODY_CONCERNED), NOW, restricted=True)
    assert (nobody.family_told_by, nobody.family_wish, nobody.family_not_told_because) == ("", "", "")
    assert check_response(replace(every, family_told=Told.YES), NOW) == ResponseForm("No.")


def test_boxes_are_one_text_and_each_has_its_limit() -> None:
    assert check_response(ResponseForm(" One. ", more=(" Two. ", "")), NOW).words == "One.\n\nTwo."
    with pytest.raises(FormRefused) as refused:
        check_response(ResponseForm("x", more=("x" * 3001, "x")), NOW)
    assert reasons(refused.value) == {"response_2": Reason.TOO_LONG}


def test_a_way_that_no_form_offers_is_asked_for_again() -> None:
    with pytest.raises(FormRefused) as refused:
        check_response(ResponseForm("No.", way="pigeon"), NOW)
    assert reasons(refused.value) == {"response_way": Reason.MISSING}


@given(st.lists(st.text("ab c.\n", min_size=1, max_size=900), max_size=16))
def test_a_long_text_is_cut_into_boxes_that_say_the_same(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)[:14_000]
    boxes = in_boxes(text)
    if " " in text and max((len(word) for word in text.split()), default=0) < 1_000:
        assert "\n\n".join(boxes).split() == text.split()
    assert len(boxes) <= 5
    assert all(len(box) <= 3_000 for box in boxes[:-1])


def test_a_text_is_cut_between_paragraphs() -> None:
    assert in_boxes(f"{'a' * 2_000}\n\n{'b ' * 600}\n\nc") == ["a" * 2_000, f"{'b ' * 600}\n\nc"]
    assert in_boxes("short") == ["short"]


@pytest.mark.parametrize(
    "link",
    [
        "https://echo.example/elm-house?page=2#top",
        "http://bbc.co.uk/news/1",
        "https://xn--bcher-kva.example/",
        "https://echo.example:8443/a(b)",
    ],
)
def test_a_web_address_is_a_link(link: str) -> None:
    assert is_link(link)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "echo.example/elm-house",
        "ftp://echo.example/a",
        "javascript:alert(1)",
        "https://",
        "https://echo",
        "https://me:secret@echo.example/",
        "https://echo.example/a b",
        "https://echo.example/a|b",
        "https://echo.example/<!channel>",
        "https://[echo.example/",
        "https://echo.example/\u202e",
    ],
)
def test_what_is_no_link(link: str) -> None:
    assert not is_link(link)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"link": "", "title": ""}, {"coverage_link": Reason.LINK_OR_HEADLINE}),
        ({"link": "page 4"}, {"coverage_link": Reason.NOT_A_LINK}),
        ({"link": f"https://echo.example/{'a' * 2_000}"}, {"coverage_link": Reason.TOO_LONG}),
        ({"title": "x" * 301}, {"coverage_title": Reason.TOO_LONG}),
        ({"published_on": ""}, {"published_on": Reason.MISSING}),
        ({"published_on": "2026-11-26"}, {"published_on": Reason.DAY_AHEAD}),
        ({"tone": "rude"}, {"tone": Reason.MISSING}),
        ({"our_words": ""}, {"our_words": Reason.MISSING}),
    ],
)
def test_what_a_published_piece_needs(changes: dict[str, str], found: dict[str, Reason]) -> None:
    with pytest.raises(FormRefused) as refused:
        check_coverage(replace(PIECE, **changes), TODAY)
    assert reasons(refused.value) == found


def test_what_was_broadcast_has_a_name_and_no_address() -> None:
    piece = replace(PIECE, link="", title="BBC Radio Northbank, the six o'clock news")
    assert check_coverage(piece, TODAY) == piece


def test_a_piece_of_today_without_a_headline_will_do() -> None:
    piece = replace(PIECE, title="", published_on="2026-11-25")
    assert check_coverage(replace(piece, link=f" {piece.link} "), TODAY) == piece


def test_what_was_learnt_is_text_within_its_limit() -> None:
    assert check_learnt(" Ring first. ") == "Ring first."
    assert check_learnt(" ") == ""
    with pytest.raises(FormRefused) as refused:
        check_learnt("x" * 3001)
    assert reasons(refused.value) == {"learnt": Reason.TOO_LONG}


def test_coverage_is_asked_for_two_working_days_on_in_office_hours() -> None:
    answered = enquiry(status=Status.RESPONDED, officer=OTHER_OFFICER)
    friday_evening = at("2026-11-27 18:30")
    assert plan_coverage(answered, organisation(), friday_evening) == [
        PlannedNudge(Step.COVERAGE, OTHER_OFFICER, at("2026-12-02 09:00"))
    ]
    unclaimed = enquiry(status=Status.RESPONDED)
    assert [one.person for one in plan_coverage(unclaimed, organisation(), NOW, 2)] == [OFFICER]


@pytest.mark.parametrize(
    ("status", "moment", "decision"),
    [
        (Status.RESPONDED, "2026-11-27 09:59", Later(at("2026-11-27 10:00"))),
        (Status.RESPONDED, "2026-11-27 10:00", Send()),
        (Status.RESPONDED, "2026-11-27 10:11", Send(late=True)),
        (Status.RESPONDED, "2026-11-27 17:30", Later(at("2026-11-30 09:00"))),
        (Status.CLOSED, "2026-11-27 10:00", Moot("closed")),
        (Status.IN_PROGRESS, "2026-11-27 10:00", Moot("in_progress")),  # reopened
    ],
)
def test_what_becomes_of_the_question(status: Status, moment: str, decision: object) -> None:
    asked = nudge(Step.COVERAGE, OFFICER, at("2026-11-27 10:00"))
    assert decide_coverage(asked, enquiry(status=status, officer=OFFICER), organisation(), at(moment)) == decision
