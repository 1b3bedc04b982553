"""The same outlet and the same journalist are known however they are written."""

import pytest

from bot.rules.press import outlet_key, same_person, who_asks


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("The Northbank Echo", "northbank echo"),
        ("northbank  ECHO.", "northbank echo"),
        ("The", "the"),
        ("The i", "i"),
        ("Y Cymro / The Welshman", "y cymro the welshman"),
        ("B.B.C. North", "bbc north"),
        ("!!", "!!"),
    ],
)
def test_an_outlets_name_as_compared(written: str, key: str) -> None:
    assert outlet_key(written) == key


@pytest.mark.parametrize(
    ("written", "key", "name", "contact", "numbers"),
    [
        ("Sam Poole, 020 7946 0000", "sam poole", "Sam Poole", "020 7946 0000", {"+442079460000"}),
        ("Mr Sam POOLE on +44 (0)20 7946 0000", "sam poole", "Mr Sam POOLE", "+44 (0)20 7946 0000", {"+442079460000"}),
        ("Sam Poole <Sam.Poole@echo.example>", "sam poole", "Sam Poole", "Sam.Poole@echo.example", {"sam.poole@echo.example"}),
        ("Séan O’Brien (news desk) 07700 900123", "sean obrien", "Séan O’Brien (news desk)", "07700 900123", {"+447700900123"}),
        ("01632 960 222", "+441632960222", "", "01632 960 222", {"+441632960222"}),
        ("Sam Poole", "sam poole", "Sam Poole", "", set()),
    ],
)  # fmt: skip
def test_a_journalists_name_and_number_as_compared(
    written: str, key: str, name: str, contact: str, numbers: set[str]
) -> None:
    asker = who_asks("Echo", written)
    assert (asker.key, asker.name, asker.contact, asker.numbers) == (key, name, contact, frozenset(numbers))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Echo", "Sam Poole 020 7946 0000"), ("The Echo", "sam poole 01632 960 222"), True),
        (("Echo", "Sam Poole 020 7946 0000"), ("Echo", "Jo Reed 020 7946 0000"), False),  # a newsroom's number
        (("Echo", "Sam Poole 020 7946 0000"), ("Echo", "+44 20 7946 0000"), True),
        (("Echo", "Sam Poole 07700 900123"), ("BBC", "Sam Poole 07700900123"), True),
        (("Echo", "Sam Poole 07700 900123"), ("BBC", "Sam Poole 020 7946 0000"), False),  # a namesake
    ],
)
def test_who_is_the_same_person(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert same_person(who_asks(*one), who_asks(*other)) is same
