"""Words typed after the command: sorted where they can be, and never dropped."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.typed_words import TypedEnquiry, read_words


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        (
            "BBC, Sam Poole 020 7946 0000, 4pm today, care home closure",
            TypedEnquiry("BBC", "Sam Poole 020 7946 0000", "4pm today", "care home closure"),
        ),
        (
            "BBC, Sam Poole, 4pm today, care home closure",
            TypedEnquiry("BBC", "Sam Poole", "4pm today", "care home closure"),
        ),
        (
            "Northbank Gazette; Jo Bell; 07700 900123; Friday, 4pm; is Elm House, the care home, closing?",
            TypedEnquiry(
                "Northbank Gazette", "Jo Bell, 07700 900123", "Friday, 4pm", "is Elm House, the care home, closing?"
            ),
        ),
        ("BBC, care home closure", TypedEnquiry("BBC", "", "", "care home closure")),
        ("BBC", TypedEnquiry("BBC")),
        ("Northbank Echo", TypedEnquiry("Northbank Echo")),
        ("The Gazette", TypedEnquiry("The Gazette")),
        ("Opening hours on Sunday", TypedEnquiry(question="Opening hours on Sunday")),
        ("care home closure", TypedEnquiry(question="care home closure")),
        ("Sam Poole sam@example.org, BBC, asap", TypedEnquiry("BBC", "Sam Poole sam@example.org", "asap")),
        ("Gazette, by 4, 1,200 beds to go", TypedEnquiry("Gazette", "", "by 4", "1,200 beds to go")),
        ("", TypedEnquiry()),
    ],
)
def test_words_are_sorted(text: str, typed: TypedEnquiry) -> None:
    assert read_words(text) == typed


PIECES = st.sampled_from(
    ["BBC", "Sam Poole", "020 7946 0000", "4pm today", "asap", "why?", "Elm House", "a@b.org", "<!channel>", "5"]
)


@given(st.lists(PIECES, max_size=7).map(", ".join) | st.text(max_size=60))
def test_no_word_is_dropped_and_none_is_added(text: str) -> None:
    typed = read_words(text)
    fields = (typed.outlet, typed.journalist, typed.deadline_words, typed.question)
    assert sorted(re.findall(r"[^\s,;]+", " ".join(fields))) == sorted(re.findall(r"[^\s,;]+", text))
