"""What is found and what is not, the answers that are possible, and what someone said may stay."""

import time

import pytest

from bot.rules.privacy import MUST_GO, PLACES, Finding, Kind, findings, personal_data, places, questions, refusals
from bot.rules.privacy.looked import AskFirst, Box, Looked, box_value, look
from bot.rules.reasons import FormRefused, Reason

NHS = "943 476 5919"


def test_a_finding_says_where_it_stands() -> None:
    text = f"A boy, dob 3/4/2012, {NHS}, of 14 Acacia Road, NB4 7QT."
    assert findings(text) == (
        Finding(Kind.BIRTH, "dob 3/4/2012", 7, 19),
        Finding(Kind.NHS_NUMBER, NHS, 21, 33),
        Finding(Kind.ADDRESS, "14 Acacia Road", 38, 52),
        Finding(Kind.POSTCODE, "NB4 7QT", 54, 61),
    )
    assert all(text[one.start : one.end] == one.words for one in findings(text))
    assert personal_data(text) == ("dob 3/4/2012", NHS, "14 Acacia Road", "NB4 7QT")


def test_an_address_may_be_a_public_buildings_and_the_rest_has_to_come_out() -> None:
    text = f"{NHS} of 14 Acacia Road"
    assert [one.kind for one in refusals(text)] == [Kind.NHS_NUMBER]
    assert [one.kind for one in places(text)] == [Kind.ADDRESS]
    assert not MUST_GO & PLACES


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ring 020 7946 0000 or 07700 900123, or +44 7700 900123.",
        "sam.poole@echo.example and https://echo.example/14-Acacia-Road/NB4-7QT/9434765919",
        "The hearing is on 14 July 2027, and we publish on 15/07/2027.",
        "See ME-0042, case ref ME-0042 and GN-0007.",
        "10 Downing Street",
        "2 High Court judges and 3 Crown Court trials",
        "On 3 March Station Road was closed; in 2019 Station Road was too.",
        "the M5 3rd lane, 4 6th formers and the B33 8th exit",
        "Elm House on Kingsway is 40 minutes drive from the road.",
    ],
)
def test_nothing_is_found(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Town Hall, Civic Square, Northbank NB1 1AA is where they film.", []),
        ("It goes to the Customer Service Centre, Market Street, NB2 4QT.", []),
        ("Our office is at 14 Mill Road.", []),
        ("Journalists are outside the 14 Mill Road offices.", []),
        ("A van is outside 3 Mill Lane, which is our main reception.", []),
        ("He was seen at the library. He lives at 14 Mill Road.", ["14 Mill Road"]),
        ("near the town hall, but they live at 14 Mill Road", ["14 Mill Road"]),
        ("The office rang 14 Mill Road.", ["14 Mill Road"]),
        ("Elm House, NB2 4QT", ["NB2 4QT"]),
    ],
)
def test_an_address_that_is_given_as_a_public_buildings_is_none_to_ask_about(text: str, found: list[str]) -> None:
    assert [one.words for one in findings(text)] == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "NHS number 999 653 2691",
            Kind.NHS_NUMBER,
        ),  # one digit is wrong, and its reader knows all the same whose it is
        ("National Insurance number QQ 12 34 56 C", Kind.INSURANCE_NUMBER),
    ],
)
def test_a_mistyped_number_is_believed_where_its_writer_says_what_it_is(text: str, kind: Kind) -> None:
    assert [one.kind for one in findings(text)] == [kind]
    assert findings(text.partition("number ")[2]) == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The boy at St Mary's Primary", ["St Mary's Primary"]),
        ("St Mary's Primary won a prize. A boy is ill.", []),
        ("The children of Park Primary sang", []),
        ("Jordan Smith rang", []),
    ],
)
def test_a_school_is_a_question_beside_a_child(text: str, asked: list[str]) -> None:
    assert [one.words for one in questions(text)] == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Jordan Smith rang", ["Jordan Smith"]),
        ("Sam Poole rang Helen Brooks", []),
        ("Mrs Brooks and Ms Ode met", ["Ode"]),
        ("Councillor Jane Smith and Dr Emma Wood agreed", []),
        ("George Street and Victoria Park are closed", []),
        ("his mother, Zyta, and the boy, Northbank says", ["Zyta"]),
    ],
)
def test_a_name_is_a_question_in_a_restricted_enquiry(text: str, asked: list[str]) -> None:
    known = ("Sam Poole, 020 7946 0000", "Helen Brooks", "Northbank Council")
    assert [one.words for one in questions(text, restricted=True, known_names=known)] == asked
    assert questions(text) == ()


def test_what_may_stay_is_asked_about_until_someone_says_so() -> None:
    texts = {"question": "Is 14 Acacia Road, NB4 7QT, to close?", "outlet": "Echo"}
    first = look(texts)
    assert first == Looked(asked={"question": findings(texts["question"])})
    with pytest.raises(AskFirst) as asked:
        first.check()
    assert asked.value.asked == first.asked

    ticked = box_value(Box.BUILDING, first.asked["question"])
    assert look(texts, [ticked]) == Looked(kept=(Kind.ADDRESS, Kind.POSTCODE))
    look(texts, [ticked]).check()


def test_a_tick_is_for_the_words_it_was_asked_for() -> None:
    ticked = box_value(Box.BUILDING, findings("14 Acacia Road"))
    assert look({"angle": "14  acacia road"}, [ticked]).kept == (Kind.ADDRESS,)
    assert [one.words for one in look({"angle": "14 Acacia Road, 15 Acacia Road"}, [ticked]).asked["angle"]] == [
        "15 Acacia Road"
    ]


def test_no_tick_lets_a_number_through() -> None:
    seen = look({"angle": NHS, "links": ""}, [box_value(Box.BUILDING, findings(NHS))])
    with pytest.raises(FormRefused) as refused:
        seen.check()
    problem = refused.value.problems["angle"]
    assert (problem.reason, dict(problem.facts)) == (
        Reason.PERSONAL_DATA,
        {"words": (NHS,), "kinds": (Kind.NHS_NUMBER,)},
    )


def test_names_are_not_asked_about_where_the_press_is_named() -> None:
    texts = {"outlet": "Jordan Smith Media", "question": "Jordan Smith?"}
    assert set(look(texts, known_names=(), of_the_press={"outlet"}).asked) == {"question"}
    assert look(texts).asked == {}


def test_a_ticked_boxs_value_fits_and_holds_no_words() -> None:
    many = [one for number in range(1, 40) for one in findings(f"{number} Acacia Road")]
    value = box_value(Box.BUILDING, many)
    assert len(value) == len("building") + 15 * 9
    assert "Acacia" not in value


@pytest.mark.parametrize(
    "piece",
    [
        "x",
        "a1",
        "1 ",
        "He ",
        "School A",
        "born ",
        "Aa ",
        "@",
        "a.a.",
        "A-",
        "case ",
        "Flat 1 ",
        "Mrs ",
        "12 Aa",
        "1-1-",
        "nhs no ",
        "Town Hall, Aa ",
        "Aa Cottage ",
        "one Aa ",
        "born first ",
        "999\n",
    ],
)
def test_whatever_is_typed_is_read_in_little_time(piece: str) -> None:
    """A bound that only a rule which tries every way round would break; the usual is a few thousandths of a second."""
    text = f"{piece * (6000 // len(piece))} School 1 Road"
    began = time.perf_counter()
    findings(text)
    questions(text, restricted=True)
    assert time.perf_counter() - began < 0.5
