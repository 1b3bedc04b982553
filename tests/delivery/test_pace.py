"""How long a channel rests: from when Slack had the message, as nearly as we can know it, and never too short."""

from dataclasses import dataclass

import pytest

from bot.delivery.pace import Pace


@dataclass
class Seconds:
    """A monotonic clock that a test sets."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def pace(seconds: Seconds) -> Pace:
    return Pace(monotonic=seconds, channel_rest=1.0)


def test_the_time_that_slack_always_takes_to_answer_is_not_waited_twice(pace: Pace, seconds: Seconds) -> None:
    seconds.now = 100.2
    assert pace.rest_after(began=100.0, answered=100.2) == pytest.approx(0.8)


def test_what_an_answer_takes_beyond_the_quickest_may_have_been_the_way_there(pace: Pace, seconds: Seconds) -> None:
    seconds.now = 110.5
    pace.rest_after(began=100.0, answered=100.2)
    assert pace.rest_after(began=110.0, answered=110.5) == pytest.approx(0.8)


def test_what_we_do_after_the_answer_counts_as_rest(pace: Pace, seconds: Seconds) -> None:
    seconds.now = 100.5
    assert pace.rest_after(began=100.0, answered=100.2) == pytest.approx(0.5)


def test_a_rest_that_is_over_is_none(pace: Pace, seconds: Seconds) -> None:
    seconds.now = 103.0
    assert pace.rest_after(began=100.0, answered=100.2) == 0.0
