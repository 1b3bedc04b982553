"""Stories after they came in: the comms team hears before a consent runs out, and of what was picked up and not told. The author never."""

from datetime import datetime, timedelta
from typing import Any

from storage.kinds import Subject
from tests.journeys.council import LONDON, T0, Council

AGREED: dict[str, Any] = {
    "recognisable": "agreed",
    "consent_who": "the tenant",
    "consent_how": "She told us, and has seen the words.",
    "consent_uses": ["website"],
    "consent_until": "2026-04-01",
}
FOLLOW = {"story_consent", "story_consent_last", "story_untold"}


def followed(council: Council) -> list[tuple[str, str]]:
    return [one for one in council.asked(1, Subject.STORY) if one[0] in FOLLOW]


def at(council: Council, moment: datetime) -> None:
    council.move_to(moment)
    council.until_quiet()


def test_a_consent_about_to_run_out(either_council: Council) -> None:
    council = either_council
    council.sends_in("ibrahim", **AGREED)
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    at(council, datetime(2026, 3, 18, 8, 59, tzinfo=LONDON))
    assert followed(council) == []
    at(council, datetime(2026, 3, 18, 9, 0, tzinfo=LONDON))
    assert followed(council) == [("story_consent", "Priya")]
    assert council.said_to("priya")[-1] == (
        "A consent behind GN-0001 runs out on Wednesday 1 April. Please tell the story before then, or ask whoever sent it in "
        "whether the person agrees for longer.\nA garden for everyone\n"
        "You are asked because you look after story ideas. Its author is not asked.\nAsk again\nRenewed\nLet it end\nOpen"
    )
    at(council, datetime(2026, 3, 28, 12, 0, tzinfo=LONDON))  # the 29th is a Sunday: asked on the Friday before
    assert followed(council) == [("story_consent", "Priya")]
    at(council, datetime(2026, 3, 30, 9, 0, tzinfo=LONDON))
    assert followed(council) == [("story_consent", "Priya"), ("story_consent_last", "Priya")]
    assert [one for one in council.said_to("ibrahim") if "consent" in one.lower()] == []


def test_picked_up_and_not_told_after_four_weeks_until_it_is(council: Council) -> None:
    council.sends_in(tell_colleagues=[])
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    at(council, T0 + timedelta(weeks=4) - timedelta(hours=2))  # the clocks have changed meanwhile
    assert followed(council) == []
    at(council, T0 + timedelta(weeks=4, hours=1))
    assert followed(council) == [("story_untold", "Priya")]
    assert council.said_to("priya")[-1].startswith("GN-0001 was picked up four weeks ago and has not been told yet.")


def test_what_was_told_is_not_asked_about(council: Council) -> None:
    council.sends_in()
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    at(council, datetime(2026, 3, 6, 10, 1, tzinfo=LONDON))
    at(council, T0 + timedelta(weeks=5))
    assert followed(council) == []
    assert council.story().status == "told"


def test_the_author_is_never_asked_even_where_they_are_of_the_press_office(council: Council) -> None:
    council.sends_in("priya", **AGREED)
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    at(council, datetime(2026, 3, 18, 9, 1, tzinfo=LONDON))
    assert [step for step, _ in followed(council)] == ["story_consent"]
    assert [who for _, who in followed(council)] == ["Dewi"]
