"""Small pieces of text: escaping, cutting, telling the time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.mrkdwn import (
    channel,
    countdown,
    cut,
    escape,
    in_words,
    inline,
    isolate,
    listed,
    mention,
    moment,
    plain_cut,
    telephone,
    time_left,
)
from sandbox.people.mrkdwn import read_mrkdwn, read_plain
from tests.messages.samples import T0, reader

SUMMER = datetime(2026, 7, 3, 15, 5, tzinfo=UTC)


def test_escape_takes_the_power_out_of_three_characters() -> None:
    assert escape("<!channel> & <https://a|b>") == "&lt;!channel&gt; &amp; &lt;https://a|b&gt;"


def test_cut_ends_in_an_ellipsis_and_keeps_the_limit() -> None:
    assert cut("one two three", 8) == "one two…"
    assert cut("exactly 10", 10) == "exactly 10"


def test_a_cut_never_leaves_half_an_entity() -> None:
    assert inline("a&&&&", 8) == "a&amp;…"
    assert plain_cut("&lt;&lt;", 8) == "&lt…"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (130, "2 hours 10 minutes left"),
        (60, "1 hour left"),
        (1, "1 minute left"),
        (0.5, "less than a minute left"),
        (-0.5, "passed just now"),
        (-5, "passed 5 minutes ago"),
        (-61, "passed 1 hour 1 minute ago"),
        (51 * 60, "2 days 3 hours left"),
        (48 * 60 + 20, "2 days left"),
    ],
)
def test_time_left_in_words(minutes: float, said: str) -> None:
    assert time_left(T0 + timedelta(minutes=minutes), T0) == said


def test_no_deadline_has_no_time_left() -> None:
    assert time_left(None, T0) == "no deadline given"


def test_a_moment_is_the_readers_own_time_and_falls_back_to_the_organisations() -> None:
    assert moment(SUMMER, "Europe/London") == ("<!date^1783091100^{date_long_pretty} at {time}|Friday 3 July at 16:05>")
    assert in_words(T0, "Europe/London") == "Wednesday 2 December at 09:30"


def test_the_countdown_is_counted_by_the_reader_so_it_never_goes_stale() -> None:
    said = countdown(T0 + timedelta(hours=2), T0)
    assert said == f"<!date^{int(T0.timestamp()) + 7200}^{{ago}}|2 hours left>"
    assert read_mrkdwn(said, reader(T0 + timedelta(hours=1))) == "in 1 hour"


def test_only_a_slack_id_is_a_mention_or_a_channel() -> None:
    assert mention("U0SOCIAL") == "<@U0SOCIAL>"
    assert mention("U0> <!channel>") == "U0&gt; &lt;!channel&gt;"
    assert channel("C0TRIAGE") == "<#C0TRIAGE>"
    assert channel("C0TRIAGE|x> <!here") == "C0TRIAGE|x&gt; &lt;!here"


def test_a_number_can_be_rung_with_a_tap() -> None:
    assert telephone("0161 496 0100") == "<tel:01614960100|0161 496 0100>"
    assert telephone("ask | <!here>") == "ask / &lt;!here&gt;"


def test_names_are_listed_as_one_says_them() -> None:
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]


def test_an_override_cannot_turn_its_surroundings() -> None:
    assert isolate("plain") == "plain"
    assert isolate("\u202egro.cbb") == "\u2068\u202egro.cbb\u2069"
    assert isolate("a\u2069\u2067b") == "\u2068a\u2067b\u2069\u2069"
    assert isolate("\u05d0\n\u05d1") == "\u2068\u05d0\u2069\n\u2068\u05d1\u2069"


@given(st.text(max_size=80), st.integers(min_value=10, max_value=90))
def test_nothing_made_safe_is_longer_than_allowed_or_holds_a_bracket(text: str, limit: int) -> None:
    made = inline(text, limit)
    assert len(made) <= limit
    assert "<" not in made
    assert ">" not in made
    assert len(plain_cut(text, limit)) <= limit


@given(st.text(alphabet="&<>;abltgmp*_:", max_size=60))
def test_plain_text_is_read_as_it_was_typed(text: str) -> None:
    assert read_plain(plain_cut(text)) == text
