"""Long texts set out in blocks: nothing is lost, and no word is broken where it can be helped."""

import pytest

from bot.messages.parts import in_pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("one two three four", ["one two", "three four"]),
        ("It is so. And that is it.", ["It is so.", "And that", "is it."]),
        ("one two\n\nthree", ["one two", "three"]),
        ("abcdefghijklmno", ["abcdefghij", "klmno"]),
    ],
)
def test_a_long_text_is_parted_where_a_reader_pauses(text: str, pieces: list[str]) -> None:
    assert in_pieces(text, 10) == pieces
    assert "".join("".join(pieces).split()) == "".join(text.split())
