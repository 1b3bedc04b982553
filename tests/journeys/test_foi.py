"""A written question is treated as a freedom of information request: its date in law, and someone sees to the hand-over.
Where it is none after all, the same form takes it back.
"""

from datetime import date

from storage.kinds import Subject, TaskKind, TaskState
from storage.thread_note import notes_of
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


def treat_as_foi(council: Council) -> None:
    priya = council.person("priya")
    council.card().press("Open")
    priya.form.press("Treat as FOI")
    council.until(lambda: priya.form.title == "FOI: ME-0001", "the FOI form")
    assert "Is it none after all?" not in priya.form.text
    priya.form.fill(foi_received="2026-03-04", foi_handed_to="The information team").submit()
    council.until(lambda: "To be handed to: The information team" in priya.form.text, "the page says so")


def change_it(council: Council) -> None:
    priya = council.person("priya")
    priya.form.press("Change FOI details")
    council.until(lambda: priya.form.title == "FOI: ME-0001", "the FOI form")


NOT_ONE = "This is not a freedom of information request after all"


def test_it_is_none_after_all_and_the_page_says_who_said_so_and_why(either_council: Council) -> None:
    council = either_council
    council.raises()
    priya = council.person("priya")
    before = council.card().readable
    treat_as_foi(council)
    council.until_quiet()
    assert council.card().readable != before

    change_it(council)
    assert "Its dates are taken off, and nobody is asked to hand it over any more." in priya.form.text
    form = priya.form.fill(foi_not_because="He rang, and wants a quote.").submit()
    assert form.errors == {"foi_not": "Please tick this as well, or empty the box below."}
    form = priya.form.fill(foi_not=["not_one"], foi_not_because="").submit()
    assert form.errors == {"foi_not_because": "Please fill this in."}
    priya.form.fill(foi_not_because="He rang, and wants a quote.").submit()
    council.until_quiet()

    council.until(lambda: "Treat as FOI" in priya.form.buttons, "the page offers it anew")
    page = priya.form.text
    assert "Received: Wednesday" not in page
    assert "Priya Nair noted that ME-0001 is no freedom of information request after all." in page
    assert "He rang, and wants a quote." in page
    assert council.card().readable == before
    enquiry = council.enquiry()
    assert (enquiry.foi_received_on, enquiry.foi_handed_to, enquiry.foi_reference) == (None, "", "")
    assert task_of(council, TaskKind.FOI).state == TaskState.NOT_NEEDED
    assert council.trail()[-1] == ("Priya", "not_foi")
    with council.database.read() as session:
        assert [(one.author, one.words) for one in notes_of(session, 1)] == [(priya.id, "He rang, and wants a quote.")]
    council.advance(hours=30)
    council.until_quiet()
    assert "hand this over" not in "\n".join(council.said_to("priya"))


def test_where_it_has_been_handed_over_the_form_says_whom_to_tell(council: Council) -> None:
    council.raises()
    priya = council.person("priya")
    treat_as_foi(council)
    priya.form.press("Done")
    council.until(lambda: "Handed over" in priya.form.text, "it is handed over")
    change_it(council)
    assert "The information team has it already: please tell them too." in priya.form.text
    priya.form.fill(foi_not=["not_one"], foi_not_because="It was a complaint.").submit()
    council.until_quiet()
    assert council.enquiry().foi_handed_at is None

    council.until(lambda: "Treat as FOI" in priya.form.buttons, "the page offers it anew")
    priya.form.close()
    treat_as_foi(council)
    council.until_quiet()
    assert council.asked(2, Subject.TASK) == [("task", "Priya")]  # the hand-over is asked for anew
