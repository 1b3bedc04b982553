"""Six years later: an enquiry's words go, everywhere that the bot has put them, and nobody is disturbed by it."""

import pytest

from bot.keeping.sweeping import due, sweep
from bot.rules.retention import Kept
from storage.enquiry import Enquiry
from storage.story import StoryIdea
from tests.journeys.council import QUESTION, STORY, T0, Council

ANSWER = "Elm House stays open, and no decision has been made."


def closed_enquiry(council: Council) -> None:
    council.raises("amara")
    priya = council.person("priya")
    council.card().press("I'll take it")
    council.until_quiet()
    council.card().press("Close")
    priya.form.fill(outcome="withdrawn", outcome_note=f"He rang back: {ANSWER}").submit()
    council.until_quiet()


def years_later(council: Council, years: int) -> int:
    """Time goes by, and what is due is let go; how many records went."""
    council.slack.clock.move_to(T0.replace(year=T0.year + years))
    desk = council.bot.desk
    gone = sweep(desk, [one for one in due(desk, desk.clock.now()) if one.kind != Kept.DELIVERIES])
    council.until_quiet()
    return gone


def test_six_years_later_every_message_about_it_says_that_its_words_are_gone(council: Council) -> None:
    closed_enquiry(council)
    before = council.standing()
    posted = sum(len(channel.messages) for channel in council.slack.workspace.channels.values())
    assert QUESTION in before

    years_later(council, 7)

    after = council.standing()
    for gone in (QUESTION, ANSWER, "Sam Poole", "Northbank Echo"):
        assert gone not in after
    assert council.card().readable == (
        "ME-0001: the words of this enquiry have been deleted, as they are after 6 years. It came in on 4 March 2026 about "
        "Adults' social care, and ended on 4 March 2026: the journalist withdrew it."
    )
    assert sum(len(channel.messages) for channel in council.slack.workspace.channels.values()) == posted
    assert council.enquiry().emptied_at is not None
    assert council.trail()[-1] == ("close-ties", "emptied")
    assert council.count(Enquiry) == 1


@pytest.mark.parametrize("years", [2, 7])
def test_an_enquiry_that_is_open_keeps_its_words(council: Council, years: int) -> None:
    council.raises("amara")
    years_later(council, years)

    assert council.enquiry().question == QUESTION


def test_a_story_that_was_declined_loses_its_words_after_three_years(council: Council) -> None:
    council.sends_in("amara")
    council.card("GN-0001").press("Decline")
    council.person("priya").form.fill(declined_because="Told last week.", suggestion="Try the autumn.").submit()
    council.until_quiet()
    years_later(council, 4)

    assert STORY["what_happened"] not in council.standing()
    assert council.card("GN-0001").readable == (
        "GN-0001: the words of this story idea have been deleted, as they are after 3 years. It came in on 4 March 2026 from "
        "Adults' social care."
    )
    assert council.count(StoryIdea) == 1
