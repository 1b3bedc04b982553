"""The person who raised an enquiry follows it, adds to it, and can take it back: their own, and nothing else."""

from bot.desk import notes, working
from bot.rules.reasons import Reason
from storage.kinds import Outcome, Status
from tests.journeys.council import QUESTION, Council
from tests.journeys.test_links import answers
from tests.journeys.test_who_may import refusal
from tests.journeys.test_working import presses

ERROR = "It was sent twice."


def follows(council: Council, who: str) -> None:
    """Someone opens their own enquiry by its reference."""
    council.person(who).types("/media-enquiry ME-0001")
    council.until(lambda: council.person(who).has_form, "the page is open")


def test_they_follow_it_and_are_offered_what_is_theirs(council: Council) -> None:
    council.raises("amara")
    follows(council, "amara")
    form = council.person("amara").form
    assert QUESTION in form.text
    assert list(form.buttons) == ["Add more", "Add a note", "Take it back"]


def test_they_add_a_note(council: Council) -> None:
    council.raises("amara")
    follows(council, "amara")
    presses(council, "amara", "Add a note")
    council.person("amara").form.fill(note_words="He rang again, from the car park.").submit()
    council.until_quiet()
    assert "He rang again, from the car park." in council.person("amara").form.text
    assert council.timeline()[-1] == "Amara Okafor added a note to ME-0001."


def test_they_take_it_back_with_the_reason_and_the_press_office_hears(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    follows(council, "amara")
    presses(council, "amara", "Take it back")
    form = council.person("amara").form
    assert form.fill(withdrawn_because=" ").submit().errors == {"withdrawn_because": "Please fill this in."}
    form.fill(withdrawn_because=ERROR).submit()
    council.until_quiet()

    enquiry = council.enquiry()
    assert (enquiry.status, enquiry.outcome, enquiry.outcome_note) == (Status.CLOSED, Outcome.TAKEN_BACK, ERROR)
    assert council.said_to("priya")[-1].splitlines() == [
        "Amara Okafor, who raised ME-0001, has taken it back. Nothing more is needed from you.",
        ERROR,
    ]
    assert council.said_to("amara")[-1] == "You took back ME-0001. The press office knows."
    assert council.timeline()[-1] == "Amara Okafor, who raised ME-0001, took it back."
    assert "Nothing more is needed from you." in council.said_to("shirin")[-1]
    council.advance(hours=8)
    council.until_quiet()
    assert [step for step, _ in council.asked() if "passed" in step] == []


def test_of_a_private_one_the_reason_is_not_posted(council: Council) -> None:
    council.raises("tomasz")
    council.card(channel="press-restricted").press("I'll take it")
    council.until_quiet()
    working.withdraw(council.bot.desk, 1, ERROR, person=council.person("tomasz").id)
    council.until_quiet()
    assert ERROR not in council.ever_sent()
    assert council.said_to("priya")[-1].splitlines()[0] == (
        "Tomasz Zieliński, who raised ME-0001, has taken it back. Nothing more is needed from you."
    )


def test_an_answered_one_is_not_taken_back(council: Council) -> None:
    council.raises("amara")
    answers(council, 1)
    follows(council, "amara")
    assert "Take it back" not in council.person("amara").form.buttons
    assert refusal(lambda: working.withdraw(council.bot.desk, 1, ERROR, person=council.person("amara").id)) == (
        Reason.ALREADY_RESPONDED
    )


def test_nobody_elses(council: Council) -> None:
    council.raises("amara")
    desk, ibrahim = council.bot.desk, council.person("ibrahim").id
    assert refusal(lambda: working.withdraw(desk, 1, ERROR, person=ibrahim)) == Reason.NOT_YOURS
    assert refusal(lambda: notes.write_note(desk, 1, "?", form_id="V9", person=ibrahim)) == Reason.NOT_ALLOWED_TO_READ
    assert council.enquiry().status == Status.NEW
