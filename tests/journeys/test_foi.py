"""A written question is treated as a freedom of information request: its date in law, and someone sees to the hand-over."""

from datetime import date

from storage.kinds import TaskKind
from tests.journeys.council import Council
from tests.journeys.test_may_be_named import task_of


def test_treated_as_foi_and_handed_over(council: Council) -> None:
    council.raises()
    priya = council.person("priya")
    council.card().press("Open")
    priya.form.press("Treat as FOI")
    council.until(lambda: priya.form.title == "FOI: ME-0001", "the FOI form")
    form = priya.form.fill(foi_received="2026-03-05", foi_handed_to="The information team").submit()
    assert form.errors == {"foi_received": "That day has not come yet. Please give the day when it happened."}
    priya.form.fill(foi_received="2026-03-04").submit()
    council.until_quiet()
    council.until(lambda: "Thursday 2 April 2026" in priya.form.text, "the page with the date in law")
    assert "Received: Wednesday 4 March 2026" in priya.form.text
    assert "To be handed to: The information team" in priya.form.text
    assert task_of(council, TaskKind.FOI).owner == priya.id
    priya.form.press("Done")
    council.until(lambda: "Handed over" in priya.form.text, "the page says that it is handed over")
    enquiry = council.enquiry()
    assert (enquiry.foi_received_on, enquiry.foi_handed_at) == (date(2026, 3, 4), council.slack.clock.now())
    assert council.trail() == [("Amara", "recorded"), ("Priya", "treated_as_foi"), ("Priya", "task_done")]
