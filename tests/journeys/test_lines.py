"""Lines: an approved statement is kept, offered when somebody asks the like again, used in one press, looked at again, retired."""

from datetime import date, datetime

from sqlalchemy import select

from bot.desk import lines, summaries
from storage.involved import Involved
from storage.kinds import Part, Status, Subject
from storage.line import Line, LineUse, get_line
from storage.statement import statements_of
from tests.journeys.approving import approve_words, form_of, page_says
from tests.journeys.council import LONDON, Council

WORDS = "Elm House stays open. Nobody who lives there has to move, and no garden is being sold."
AGAIN = "Is it right that the garden of Elm House is sold and the house closes?"
PRIVATE = {"outlet": "Courier on Sunday", "question": "They ask whether Larkfield was inspected before the fire."}
PRIVATE_WORDS = "Larkfield was inspected in June, and we have published what the inspectors found about the fire doors."

FROM_LINE = "These words come from a kept line: Elm House and its garden staying open. To be looked at again by 4 September 2026."


def keep_line(council: Council, topic: str = "Elm House and its garden staying open", **answers: str) -> None:
    """Priya keeps the approved words of the first enquiry."""
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    approve_words(council, WORDS, "shirin")
    council.card().press("Open")
    form_of(council, "priya", "ME-0001").press("Keep as a line")
    form = form_of(council, "priya", "Keep: ME-0001")
    assert (form.values["service_area"], form.values["review_on"]) == ("adults", "2026-09-04")
    form.fill(line_topic=topic, **answers).submit()
    council.until_quiet()


def line(council: Council, number: int = 1) -> Line:
    with council.database.read() as session:
        found = get_line(session, number)
    assert found is not None
    return found


def asked_again(council: Council, question: str = AGAIN) -> None:
    """Another journalist asks the like, and Priya takes it."""
    council.raises("amara", outlet="Radio Northbank", question=question, deadline="none given")
    council.card("ME-0002").press("I'll take it")
    council.until_quiet()


def test_an_approved_statement_is_kept_and_offered_when_the_like_is_asked(either_council: Council) -> None:
    council = either_council
    keep_line(council)
    kept = line(council)
    assert (kept.topic, kept.service_area, kept.words, kept.review_on, kept.restricted) == (
        "Elm House and its garden staying open",
        "adults",
        WORDS,
        date(2026, 9, 4),
        False,
    )
    page_says(council, "priya", "These words are kept as a line.")
    assert council.timeline()[-1] == "Priya Nair kept the statement of ME-0001 as a line."
    council.person("priya").form.close()

    council.raises("amara", outlet="Radio Northbank", question=AGAIN, deadline="none given")
    offer = "A line may fit: Elm House and its garden staying open. Press Open to read it."
    assert offer in council.card("ME-0002").readable.splitlines()
    assert "A line may fit: Elm House and its garden staying open." in council.card("ME-0002").sentence
    council.card("ME-0002").press("I'll take it")
    council.until_quiet()
    council.card("ME-0002").press("Open")
    page = page_says(council, "priya", "Words that may fit")
    first = page.index("Words that may fit")
    assert page[first : first + 7] == [
        "Words that may fit",
        "Elm House and its garden staying open",
        WORDS,
        "Both mention “garden”, “Elm”, “House” and “sold”.",
        "To be looked at again by 4 September 2026.",
        "Use this line",
        "Read it",
    ]

    council.person("priya").form.press("Use this line")
    council.until_quiet()
    page_says(council, "priya", FROM_LINE)
    with council.database.read() as session:
        versions = statements_of(session, 2)
        uses = list(session.scalars(select(LineUse)))
    assert [(one.version, one.words, one.from_line) for one in versions] == [(1, WORDS, 1)]
    assert [(one.line_id, one.enquiry_id, one.used_by) for one in uses] == [(1, 2, council.person("priya").id)]
    assert offer not in council.card("ME-0002").readable
    assert council.trail(1, Subject.LINE) == [("Priya", "line_kept"), ("Priya", "line_used")]
    assert council.slack.log.problems() == []


def test_whoever_signs_off_reads_that_the_words_come_from_a_line(council: Council) -> None:
    its_words_are_used(council)
    council.card("ME-0002").press("Ask for sign-off")
    form = form_of(council, "priya", "Sign-off ME-0002")
    assert FROM_LINE in form.text
    form.submit()
    council.until_quiet()
    council.person("shirin").inbox.last.press("Open to approve")
    assert FROM_LINE in form_of(council, "shirin", "Sign-off ME-0002").text
    council.person("shirin").form.close()
    council.card("ME-0002").press("Open")
    form_of(council, "priya", "ME-0002").press("Write a new version")
    form_of(council, "priya", "Statement for ME-0002").fill(words_1=f"{WORDS} For good.").submit()
    council.until_quiet()
    assert FROM_LINE not in "\n".join(page_says(council, "priya", "For good."))


def test_what_is_asked_about_something_else_is_offered_no_line(council: Council) -> None:
    keep_line(council)
    council.person("priya").form.close()
    asked_again(council, "How many social workers have left this year?")
    assert "A line may fit" not in council.card("ME-0002").readable


def answer_second(council: Council, words: str) -> dict[str, str]:
    council.card("ME-0002").press("Open")
    form_of(council, "priya", "ME-0002").press("Record the response")
    form = form_of(council, "priya", "Response: ME-0002")
    assert form.values["response"] == words
    form.submit()
    council.until_quiet()
    return form.errors if form.is_open else {}


def use_it(council: Council) -> None:
    council.card("ME-0002").press("Open")
    page_says(council, "priya", "Words that may fit")
    council.person("priya").form.press("Use this line")
    council.until_quiet()
    council.person("priya").form.close()


def its_words_are_used(council: Council) -> None:
    """A line is kept, the like is asked again, and its words are taken for the answer."""
    keep_line(council)
    council.person("priya").form.close()
    asked_again(council)
    use_it(council)


def test_a_line_in_date_may_go_as_it_is(council: Council) -> None:
    its_words_are_used(council)
    assert answer_second(council, WORDS) == {}
    assert (council.enquiry(2).status, council.enquiry(2).response) == (Status.RESPONDED, WORDS)


def test_a_line_past_its_review_date_says_so_and_needs_sign_off(council: Council) -> None:
    keep_line(council)
    council.person("priya").form.close()
    council.move_to(datetime(2026, 9, 7, 10, 0, tzinfo=LONDON))
    council.until_quiet()
    asked_again(council)
    council.card("ME-0002").press("Open")
    page_says(
        council,
        "priya",
        "It was due for another look by 4 September 2026: please check that it is still true. It needs sign-off before it goes.",
    )
    council.person("priya").form.close()
    use_it(council)
    assert answer_second(council, WORDS) == {
        "response": "This line was due for another look some time ago. Please get it signed off before it goes."
    }


def test_a_line_that_is_due_is_looked_at_again_and_may_go_as_it_is(either_council: Council) -> None:
    council = either_council
    keep_line(council)
    council.person("priya").form.close()
    with council.database.write() as session:
        session.add(
            Line(
                topic="A first in the list by its name",
                service_area="adults",
                words=WORDS,
                review_on=date(2027, 1, 4),
                kept_by=council.person("priya").id,
                kept_at=council.slack.clock.now(),
            )
        )
    council.move_to(datetime(2026, 9, 7, 10, 0, tzinfo=LONDON))
    summaries.tick(council.bot.desk)
    council.until_quiet()
    due = "One kept line is due for another look. It stands first in the list: type /media-enquiry lines."
    told = council.person("priya").in_channel("press-desk").messages[-1]
    assert due in told.readable.splitlines()
    assert due in told.sentence

    asked_again(council)
    priya = council.person("priya")
    priya.types("/media-enquiry lines")
    listed = form_of(council, "priya", "Lines")
    assert [said for said in listed.text.splitlines() if said.startswith(("Elm", "A first"))] == [
        "Elm House and its garden staying open",
        "A first in the list by its name",
    ]
    listed.press("Read it")
    form_of(council, "priya", "Line").press("Still right")
    form = form_of(council, "priya", "Look at it again")
    assert WORDS in form.text
    assert form.values["review_on"] == "2027-03-07"
    wrong = form.fill(review_on="2026-09-07").submit()
    assert wrong.errors == {"review_on": "That date has already passed. Please give a later one."}
    wrong.fill(review_on="2027-03-05").submit()
    council.until(lambda: "Looked at again by Priya Nair" in priya.form.text, "the line says who looked at it")
    assert "To be looked at again by 5 March 2027." in priya.form.text
    assert line(council).review_on == date(2027, 3, 5)
    assert council.trail(1, Subject.LINE)[-1] == ("Priya", "line_reviewed")
    priya.form.close()
    council.until(lambda: "5 March 2027" in priya.form.text, "the list underneath has the new day")
    priya.form.close()

    use_it(council)
    assert answer_second(council, WORDS) == {}
    council.advance(minutes=6)
    summaries.tick(council.bot.desk)
    council.until_quiet()
    told = next(one for one in priya.in_channel("press-desk").messages if one.ts == told.ts)
    assert "due for another look" not in told.readable


def test_a_line_taken_out_of_use_meanwhile_is_not_looked_at(council: Council) -> None:
    keep_line(council)
    council.person("priya").form.close()
    priya = council.person("priya")
    priya.types("/media-enquiry lines")
    form_of(council, "priya", "Lines").press("Read it")
    form_of(council, "priya", "Line").press("Still right")
    form = form_of(council, "priya", "Look at it again")
    lines.retire(council.bot.desk, 1, person=council.person("helen").id)
    still = form.submit()
    assert "has taken this line out of use" in f"{still.errors} {still.trouble} {still.text}"
    assert line(council).review_on == date(2026, 9, 4)


def test_what_is_not_approved_cannot_be_kept(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    approve_words(council, WORDS)
    council.card().press("Open")
    form = form_of(council, "priya", "ME-0001")
    assert "Keep as a line" not in form.buttons


def test_a_line_needs_a_day_ahead_but_not_too_far(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    approve_words(council, WORDS, "shirin")
    council.card().press("Open")
    form_of(council, "priya", "ME-0001").press("Keep as a line")
    form = form_of(council, "priya", "Keep: ME-0001").fill(line_topic="Elm House", review_on="2026-03-04").submit()
    assert form.errors == {"review_on": "That date has already passed. Please give a later one."}
    form = form.fill(review_on="2029-03-04").submit()
    assert form.errors == {
        "review_on": "Please choose a day within the next two years: what was true then is looked at again by that day."
    }


def keep_private_line(council: Council) -> None:
    """Dewi keeps the approved words of a private enquiry, the first."""
    council.raises("tomasz", **PRIVATE)
    council.card(channel="press-restricted", reader="dewi").press("I'll take it")
    council.until_quiet()
    approve_words(council, PRIVATE_WORDS, "marcus", "joan", officer="dewi")
    council.card(channel="press-restricted", reader="dewi").press("Open")
    form_of(council, "dewi", "ME-0001").press("Keep as a line")
    form_of(council, "dewi", "Keep: ME-0001").fill(line_topic="Larkfield's inspection and its fire doors").submit()
    council.until_quiet()
    council.person("dewi").form.close()


def test_a_private_line_is_read_by_those_allowed_and_written_down(council: Council) -> None:
    keep_private_line(council)
    council.raises("tomasz", outlet="The Northern Eye", question="Was Larkfield inspected, and were there fire doors?")
    council.card("ME-0002", channel="press-restricted", reader="dewi").press("I'll take it")
    council.until_quiet()
    council.card("ME-0002", channel="press-restricted", reader="dewi").press("Open")
    page = page_says(council, "dewi", "A line from another private enquiry may fit. Opening it is written down.")
    assert [words for words in ("fire doors.", "June") if any(words in said for said in page)] == []
    council.person("dewi").form.press("Read it")
    form = form_of(council, "dewi", "Line")
    assert PRIVATE_WORDS in form.text
    assert "It needs its own sign-off here, as every private answer does." in form.text
    form.submit()
    council.until_quiet()
    with council.database.read() as session:
        assert [one.from_line for one in statements_of(session, 2)] == [1]
    assert council.trail(1, Subject.LINE) == [("Dewi", "line_kept"), ("Dewi", "opened"), ("Dewi", "line_used")]
    everything = council.standing() + council.ever_sent()
    assert [words for words in (PRIVATE_WORDS, "inspection", "fire doors") if words in everything] == []

    council.card("ME-0002", reader="dewi").press("Open")
    for reader in ("tomasz", "joan"):  # may read the enquiry; not the line
        council.person(reader).home.open()
    council.until_quiet()
    assert "Larkfield" not in council.standing()


def test_the_list_of_lines_is_for_the_press_office(council: Council) -> None:
    keep_private_line(council)
    priya = council.person("priya")
    priya.types("/media-enquiry lines")
    form = form_of(council, "priya", "Lines")
    assert form.text.splitlines() == [
        "Lines",
        "Approved words, kept for another time. Open an enquiry to use one.",
        "Larkfield's inspection and its fire doors",
        "Read it",
        "Children's social care. To be looked at again by 4 September 2026. Not used yet.",
        "Private. That you saw it has been written down.",
        "Close",
    ]
    assert council.trail(1, Subject.LINE) == [("Dewi", "line_kept"), ("Priya", "opened")]
    form.press("Read it")
    read = form_of(council, "priya", "Line")
    read.press("Take out of use")
    council.until(lambda: "It has been taken out of use." in priya.form.text, "the line says that it is out of use")
    assert council.trail(1, Subject.LINE)[-2:] == [("Priya", "line_retired"), ("Priya", "opened")]
    read.close()
    council.until(lambda: "No lines yet." in priya.form.text, "the list is empty")

    council.person("amara").types("/media-enquiry lines")
    assert council.private_word("amara").startswith("Only the press office can do this.")


def test_a_line_from_an_enquiry_that_becomes_private_is_offered_no_more(council: Council) -> None:
    keep_line(council)
    council.person("priya").form.close()
    asked_again(council)
    assert "A line may fit" in council.card("ME-0002").readable
    council.person("amara").inbox.messages[0].press("Add more")
    form_of(council, "amara", "Add more: ME-0001").fill(marks=["court"]).submit()
    council.until_quiet()
    assert line(council).restricted
    assert "A line may fit" not in council.card("ME-0002").readable
    assert "Elm House and its garden" not in council.standing()


def test_many_lines_are_turned_over_by_the_page(council: Council) -> None:
    at = council.slack.clock.now()
    with council.database.write() as session:
        for number in range(23):
            session.add(
                Line(
                    topic=f"Topic {number:02}",
                    service_area="adults",
                    words=WORDS,
                    review_on=date(2026, 9, 4),
                    kept_by=council.person("priya").id,
                    kept_at=at,
                )
            )
    council.person("priya").types("/media-enquiry lines")
    form = form_of(council, "priya", "Lines")
    assert "Lines 1 to 10 of 23" in form.text
    assert "Back" not in form.buttons
    form.press("More")
    page_says(council, "priya", "Lines 11 to 20 of 23")
    form.press("More")
    page = page_says(council, "priya", "Lines 21 to 23 of 23")
    assert [one for one in page if one.startswith("Topic")] == ["Topic 20", "Topic 21", "Topic 22"]
    assert "More" not in form.buttons
    form.press("Back")
    page_says(council, "priya", "Lines 11 to 20 of 23")


def test_whoever_was_left_out_does_not_read_what_came_of_it(council: Council) -> None:
    keep_private_line(council)
    with council.database.write() as session:
        session.add(
            Involved(
                enquiry_id=1,
                person=council.person("priya").id,
                part=Part.EXCLUDED,
                added_by=council.person("helen").id,
                added_at=council.slack.clock.now(),
            )
        )
    council.person("priya").types("/media-enquiry lines")
    assert "No lines yet." in form_of(council, "priya", "Lines").text
    assert council.trail(1, Subject.LINE) == [("Dewi", "line_kept")]


def test_an_answer_taken_from_a_line_can_be_changed_first(council: Council) -> None:
    """A line is a beginning: other words than its own are nobody's approved ones, and go as any simple answer does."""
    its_words_are_used(council)
    council.card("ME-0002").press("Open")
    form_of(council, "priya", "ME-0002").press("Record the response")
    form_of(council, "priya", "Response: ME-0002").fill(response="Elm House stays open.").submit()
    council.until_quiet()
    assert council.enquiry(2).response == "Elm House stays open."
