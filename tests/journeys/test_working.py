"""Working an enquiry: it is given to someone, handed over with a note, made private, closed, and opened again."""

from datetime import timedelta

from bot.desk import enquiries
from bot.rules.enquiry_form import MoreForm
from storage.kinds import Status
from storage.thread_note import ThreadNote
from tests.journeys.council import QUESTION, T0, Council

NOTE = "Sam will take an e-mail; the manager is Ruth."


def opened(council: Council, who: str, reference: str = "ME-0001", channel: str = "press-desk") -> None:
    """Someone opens the page of an enquiry from its card; what they had open before is put away."""
    if council.person(who).has_form:
        council.person(who).form.close(everything=True)
    council.card(reference, channel=channel, reader=who).press("Open")
    council.until(lambda: council.person(who).has_form, "the page is open")


def presses(council: Council, who: str, button: str) -> None:
    """Someone presses a button of the page, and its form opens on top."""
    person = council.person(who)
    title = person.form.title
    person.form.press(button)
    council.until(lambda: person.form.title != title, f"the form of {button}")


def test_it_is_given_to_someone_with_a_note(council: Council) -> None:
    council.raises("amara")
    opened(council, "priya")
    presses(council, "priya", "Give it to someone")
    form = council.person("priya").form
    assert (form.title, form.text.splitlines()[1]) == ("Give ME-0001", "Nobody has it yet.")

    form.fill(officer="Dewi Hughes", hand_note=NOTE).submit()
    council.until_quiet()

    enquiry = council.enquiry()
    assert (enquiry.status, enquiry.officer) == (Status.IN_PROGRESS, council.person("dewi").id)
    assert council.said_to("dewi")[-1].splitlines() == [
        "Priya Nair has given you ME-0001.",
        "Deadline: Today at 16:00 (in 5 hours)",
        "Northbank Echo",
        QUESTION,
        "Priya Nair says:",
        NOTE,
        "You are asked because it is with you now.",
        "Open",
        "Hand it over",
    ]
    assert council.said_to("priya")[-1] == (
        "ME-0001: You gave it to a press officer, Today at 10:12. Nothing more is needed from you."
    )
    assert council.said_to("amara")[-1] == (
        "Dewi Hughes in the press office has ME-0001 now, and will deal with the journalist."
    )
    assert council.timeline()[-1] == "Priya Nair gave ME-0001 to Dewi Hughes."
    assert NOTE in council.person("priya").form.text  # the page underneath is drawn anew


def test_it_is_handed_over_and_the_first_one_hears_no_more(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    opened(council, "priya")
    presses(council, "priya", "Hand it over")
    council.person("priya").form.fill(officer="Dewi Hughes").submit()
    council.until_quiet()
    assert council.said_to("dewi")[-1].splitlines()[0] == "Priya Nair has handed ME-0001 over to you."
    assert council.timeline()[-1] == "Priya Nair handed ME-0001 over to Dewi Hughes."

    council.move_to(T0.replace(hour=15, minute=1))
    council.until_quiet()
    assert [who for step, who in council.asked() if step == "officer_deadline"] == ["Dewi"]


def test_a_private_enquirys_note_is_read_when_it_is_opened(council: Council) -> None:
    council.raises("tomasz")
    opened(council, "priya", channel="press-restricted")
    presses(council, "priya", "Give it to someone")
    council.person("priya").form.fill(officer="Dewi Hughes", hand_note=NOTE).submit()
    council.until_quiet()

    assert NOTE not in council.ever_sent()
    nudge = council.person("dewi").inbox.last
    assert nudge.readable.splitlines() == [
        "Priya Nair has given you ME-0001.",
        "Deadline: Today at 16:00 (in 5 hours)",
        "It is private, so nothing of it is shown here. Press Open to read it, and the note for you.",
        "You are asked because it is with you now.",
        "Open",
        "Hand it over",
    ]
    nudge.press("Open")
    council.until(lambda: council.person("dewi").has_form, "the page is open")
    assert NOTE in council.person("dewi").form.text


def test_who_has_it_meanwhile_is_said_in_the_form_and_the_note_stays(council: Council) -> None:
    council.raises("amara")
    opened(council, "priya")
    presses(council, "priya", "Give it to someone")
    form = council.person("priya").form.fill(officer="Helen Brooks", hand_note=NOTE)
    council.card(reader="dewi").press("I'll take it")
    council.until_quiet()

    form = form.submit()
    assert form.is_open
    form = council.person("priya").form
    assert form.text.splitlines()[1] == (
        "Dewi Hughes has taken it while this form was open. If someone else is to have it all the same, choose them and save."
    )
    assert form.values["hand_note"] == NOTE
    assert council.enquiry().officer == council.person("dewi").id
    form.fill(officer="Helen Brooks").submit()
    council.until_quiet()
    assert council.enquiry().officer == council.person("helen").id
    assert council.count(ThreadNote) == 1


def test_nobody_outside_the_press_office_can_be_given_it(council: Council) -> None:
    council.raises("amara")
    opened(council, "priya")
    presses(council, "priya", "Give it to someone")
    offered = council.person("priya").form.blocks[1]["element"]["options"]
    assert [one["text"]["text"] for one in offered] == ["Priya Nair", "Dewi Hughes", "Helen Brooks"]


def test_it_is_made_private_by_one_press(council: Council) -> None:
    council.raises("amara")
    opened(council, "priya")
    council.person("priya").form.press("Make private")
    council.until_quiet()
    assert council.enquiry().restricted
    assert QUESTION not in council.standing()
    assert council.timeline(channel="press-restricted")[-1] == "Priya Nair made ME-0001 private."


def test_a_closed_one_is_opened_again(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    council.card().press("Close")
    council.person("priya").form.fill(outcome="withdrawn").submit()
    council.until_quiet()
    council.advance(days=1)
    opened(council, "dewi")
    presses(council, "dewi", "Open it again")
    form = council.person("dewi").form
    assert form.fill(reopened_because=" ").submit().errors == {"reopened_because": "Please fill this in."}
    form.fill(reopened_because="They have come back.", deadline="3pm today").submit()
    council.until_quiet()

    enquiry = council.enquiry()
    assert (enquiry.status, enquiry.officer, enquiry.outcome, enquiry.closed_by) == (
        Status.IN_PROGRESS,
        council.person("priya").id,
        None,
        None,
    )
    assert enquiry.deadline == (T0 + timedelta(days=1)).replace(hour=15, minute=0)
    assert council.said_to("priya")[-1].splitlines()[0] == "Dewi Hughes has opened ME-0001 again. It is with you."
    assert council.said_to("amara")[-1] == "ME-0001 is open again. Priya Nair in the press office has it."
    assert council.timeline()[-1] == "Dewi Hughes reopened ME-0001."
    council.move_to((T0 + timedelta(days=1)).replace(hour=15, minute=1))
    council.until_quiet()
    assert [step for step, _ in council.asked() if step == "officer_passed"] == ["officer_passed"]

    council.card().press("Close")
    council.person("priya").form.fill(outcome="declined").submit()
    council.until_quiet()
    closings = [one for one in council.said_to("amara") if "is closed" in one]
    assert closings == [
        "ME-0001 is closed. The journalist withdrew it. Thank you for telling us.",
        "ME-0001 is closed. We declined to comment. Thank you for telling us.",
    ]


def test_what_is_closed_offers_nothing_but_opening_it_again(council: Council) -> None:
    council.raises("amara")
    card = council.card(reader="dewi")
    council.card().press("Close")
    council.person("priya").form.fill(outcome="declined").submit()
    council.until_quiet()
    opened(council, "dewi")
    assert list(council.person("dewi").form.buttons)[:4] == [
        "Add a note",
        "Link to another",
        "Make private",
        "Open it again",
    ]
    assert card.readable.splitlines()[-1] == "Open"


def test_what_is_private_already_is_not_made_private_again(council: Council) -> None:
    council.raises("amara")
    enquiries.add_more(council.bot.desk, 1, MoreForm(marks=("police",)), person=council.person("amara").id)
    council.until_quiet()
    opened(council, "priya", channel="press-restricted")
    assert "Make private" not in council.person("priya").form.buttons
