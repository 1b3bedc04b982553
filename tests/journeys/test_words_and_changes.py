"""An enquiry changes, or somebody cannot answer, while its words wait for a yes: who is told, what they are told, and what still counts."""

from datetime import datetime

from storage.kinds import SignOffState, Status, Subject
from tests.journeys.approving import ask_response, form_of, page_says
from tests.journeys.council import T0, Council
from tests.journeys.test_editing import edits
from tests.journeys.test_response import RESTRICTED, WORDS, private_and_ready
from tests.journeys.test_sign_off import CHANGED, ask_private, private_and_drafted
from tests.journeys.test_statements import FIRST, SECOND, approves, asks, claimed, drafts, sign_offs

NOON = T0.replace(hour=12, minute=0)


def changes(council: Council, **answers: object) -> None:
    """Priya changes something about the enquiry."""
    edits(council, "priya")
    form = council.person("priya").form.fill(**answers).submit()
    assert not form.is_open, f"{form.errors} {form.trouble}"
    council.until_quiet()


def stops(council: Council, who: str) -> None:
    """Whoever said yes says that the facts have changed."""
    council.person(who).inbox.last.press("Stop: facts have changed")
    form_of(council, who, "Stop this statement").fill(stopped_because=CHANGED).submit()
    council.until_quiet()


def due_at(council: Council, step: str) -> list[datetime]:
    """When those who are still to be told of a step are due."""
    return [one.due_at for one in council.nudges(1, Subject.SIGN_OFF) if one.step == step and one.state == "planned"]


def test_a_deadline_that_comes_nearer_asks_for_the_yes_sooner(either_council: Council) -> None:
    council = either_council
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    changes(council, deadline="noon today")

    before, now = council.said_to("shirin")[-2:]
    assert before == "Priya Nair moved the deadline of ME-0001, Today at 10:12. You are asked again, by a new time."
    assert now.splitlines()[:3] == [
        "Urgent: Priya Nair asks for your sign-off: the words for ME-0001, version 1.",
        "Please answer by: Today at 11:06",
        "Deadline: Today at 12:00 (in 1 hour)",
    ]
    assert all(at < NOON for at in [*due_at(council, "sign_off_again"), *due_at(council, "sign_off_late")])
    approves(council, "shirin")
    assert council.enquiry().status == Status.READY
    assert [said for said in council.said_to("shirin") if "Open to approve" in said] == []


def test_a_question_that_changes_stands_with_whoever_is_to_say_yes(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    changes(council, question="Does Elm House close next week?")
    asked = council.said_to("shirin")[-1].splitlines()
    assert "Does Elm House close next week?" in asked
    assert "Open to approve" in asked
    assert council.asked(1, Subject.SIGN_OFF) == [("sign_off", "Shirin")], "nobody is asked twice for that"


def test_whoever_has_said_yes_hears_of_another_question_and_other_terms(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    changes(council, outlet="Northbank Echo online")
    assert "You approved the words" in council.said_to("shirin")[-1], "an outlet's name is no reason to disturb anyone"
    changes(council, question="Was anyone hurt at Elm House?", terms="not_for_attribution")
    assert council.said_to("shirin")[-1].splitlines() == [
        (
            "You said yes to the words for ME-0001. Since then the press office has changed the question and the terms. If your yes "
            "still holds, nothing more is needed from you. If not, please press Open and stop the words there."
        ),
        "Open",
    ]
    council.person("shirin").inbox.last.press("Open")
    form_of(council, "shirin", "ME-0001").press("Stop: facts have changed")
    form_of(council, "shirin", "Stop this statement").fill(stopped_because=CHANGED).submit()
    council.until_quiet()
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.VOIDED)]


def test_facts_are_checked_by_the_new_deadline_too(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    council.card().press("Open")
    form_of(council, "priya", "ME-0001").press("Ask for a fact check")
    form_of(council, "priya", "Fact check ME-0001").submit()
    council.until_quiet()
    changes(council, deadline="11am today")
    before, now = council.said_to("amara")[-2:]
    assert before == "Priya Nair moved the deadline of ME-0001, Today at 10:12. You are asked again, by a new time."
    assert "Please answer by: Today at 10:36" in now.splitlines()


def test_the_yes_of_one_service_is_not_the_yes_of_another(either_council: Council) -> None:
    """Shirin answers for adults. Moved to fostering, it needs fostering's own yes; hers counts as the second approver's."""
    council = either_council
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    changes(council, service_area="Fostering and adoption")

    assert council.enquiry().status == Status.IN_PROGRESS
    assert sign_offs(council) == [("Shirin", "second", SignOffState.APPROVED)]
    assert council.said_to("priya")[-1].splitlines()[0].removeprefix("Urgent: ") == (
        "ME-0001 needs a yes from the service now, since what we know about it has changed. "
        "Nothing can go out before. Please ask for it."
    )
    council.person("priya").inbox.last.press("Ask for sign-off")
    form = form_of(council, "priya", "Sign-off ME-0001").fill(approvers=["shirin"]).submit()
    assert form.errors == {"approvers": "This one needs a yes from the service: please add its lead or a deputy."}
    form.fill(approvers=["shirin", "rosa"]).submit()
    council.until_quiet()
    approves(council, "rosa")
    assert council.enquiry().status == Status.READY


def test_what_was_stopped_is_not_recorded_and_the_officer_hears_why(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    form = ask_response(council, "priya")
    stops(council, "shirin")
    assert form.submit().errors == {
        "response": "Shirin Daryaei has stopped these words: the facts have changed. Please do not send them. If they have gone "
        "already, ring Shirin Daryaei and the head of communications now."
    }
    assert council.enquiry().responded_at is None


def test_whoever_stops_words_that_have_gone_is_told_whom_to_ring(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    council.person("shirin").inbox.last.press("Stop: facts have changed")
    form = form_of(council, "shirin", "Stop this statement").fill(stopped_because=CHANGED)
    ask_response(council, "priya").submit()
    council.until_quiet()
    assert form.submit().errors == {
        "stopped_because": "These words have already gone to the journalist, as Priya Nair recorded. Please ring the press office on "
        "01632 960 100 now and say what has changed: they can still put it right with the journalist."
    }


def test_whoever_said_yes_hears_that_other_words_went(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    ask_response(council, "helen").fill(response=SECOND, override_because="The minister spoke at noon.").submit()
    council.until_quiet()
    assert council.said_to("shirin")[-1].splitlines() == [
        (
            "You approved the words for ME-0001, version 1, Today at 10:12. Other words than these went to the journalist: "
            "Helen Brooks decided so. Press Open to read them, and why."
        ),
        "Open",
    ]
    assert council.timeline()[-1] == (
        "Helen Brooks recorded the response to ME-0001, in other words than the approved ones."
    )


def test_somebody_who_has_no_deputy_left_hands_it_back(either_council: Council) -> None:
    council = either_council
    private_and_drafted(council)
    ask_private(council)
    joan = council.person("joan")
    joan.inbox.last.press("Someone else, please")
    council.until_quiet()
    council.look()
    council.until_quiet()

    assert joan.inbox.last.readable == (
        "You asked for someone else to be asked about ME-0001, Today at 10:12. "
        "Thank you for saying so. The press officer has been asked to find somebody."
    )
    assert council.said_to("dewi")[-1].splitlines()[0] == (
        "Joan Whitfield cannot sign off the words for ME-0001. Please ask someone else, or ring them: "
        "Joan Whitfield on 01632 960 106."
    )
    council.card(channel="press-restricted", reader="dewi").press("Open")
    page = form_of(council, "dewi", "ME-0001")
    assert "Joan Whitfield, for legal, cannot, and somebody else is looked for" in page.text
    page.close()

    council.advance(minutes=5)
    council.person("dewi").inbox.last.press("Ask someone else")
    form = form_of(council, "dewi", "Sign-off ME-0001")
    assert set(form.values["approvers"]) == {council.person("marcus").id, council.person("shirin").id}
    assert form.submit().errors == {"approvers": "This one needs a yes from legal: please add someone from legal."}
    form.fill(approvers=["marcus", "shirin", "joan"]).submit()  # rung, and they can after all
    council.until_quiet()
    assert "Open to approve" in joan.inbox.last.buttons
    approves(council, "joan", "yes")
    assert ("Joan", "legal", SignOffState.APPROVED) in sign_offs(council)


def test_saving_new_words_says_first_whose_yes_it_ends(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council, approvers=["shirin", "helen"])
    approves(council, "shirin")
    council.card().press("Open")
    form_of(council, "priya", "ME-0001").press("Write a new version")
    assert (
        "Shirin Daryaei said yes to these words. They are with Helen Brooks for a yes. "
        "If you save others, that ends: new words need a new yes. Version 1 stays on the page."
    ) in form_of(council, "priya", "Statement for ME-0001").text


def test_whoever_is_asked_again_can_see_what_changed(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    council.person("shirin").inbox.last.press("Ask for a change")
    form_of(council, "shirin", "Ask for a change").fill(change_wanted="Only this year.").submit()
    council.until_quiet()
    drafts(council, SECOND)
    asks(council)
    council.person("shirin").inbox.last.press("Open to approve")
    form_of(council, "shirin", "Sign-off ME-0001").press("What changed")
    page = form_of(council, "shirin", "Version 2")
    assert "Taken out: “move.”\nPut in: “move this year.”" in page.text
    page.close(everything=True)

    council.card().press("Open")
    form_of(council, "priya", "ME-0001").press("Read version 1")
    assert (
        "Shirin Daryaei, for the service, asked for a change, Today at 10:12"
        in form_of(council, "priya", "Version 1").text.splitlines()
    )


def test_the_thread_says_who_approved_which_words_and_for_whom(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    council.person("shirin").inbox.last.press("Hand to my deputy")
    council.until_quiet()
    approves(council, "joan")
    assert council.timeline()[-4:] == [
        "Priya Nair drafted version 1 of the words for ME-0001.",
        "Priya Nair asked Shirin Daryaei to sign off version 1 of the words for ME-0001.",
        "Shirin Daryaei handed the sign-off of ME-0001 on to Joan Whitfield.",
        "Joan Whitfield approved version 1 of the words for ME-0001, in place of Shirin Daryaei.",
    ]


def test_whoever_gets_it_back_reads_why_it_was_opened_again(council: Council) -> None:
    claimed(council)
    council.card().press("Close")
    form_of(council, "priya", "Close: ME-0001").fill(outcome="withdrawn").submit()
    council.until_quiet()
    council.card(reader="dewi").press("Open")
    form_of(council, "dewi", "ME-0001").press("Open it again")
    form_of(council, "dewi", "Open ME-0001 again").fill(reopened_because="What about the staff?").submit()
    council.until_quiet()
    assert "Dewi Hughes says:\nWhat about the staff?" in council.said_to("priya")[-1]
    council.advance(days=1)
    council.card().press("Open")
    page = form_of(council, "priya", "ME-0001").text
    assert "Priya Nair closed ME-0001. The journalist withdrew it." in page


def test_what_is_not_possible_says_what_is(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    council.card(reader="dewi").press("Ask for sign-off")
    late = form_of(council, "dewi", "Sign-off ME-0001")
    asks(council)
    approves(council, "shirin")
    form = late.fill(approvers=["shirin", "helen"]).submit()
    assert form.errors == {
        "approvers": "That is not possible now. This enquiry stands at: Approved, not sent yet. "
        "What you can do: write words for it, record the response, close it."
    }
    assert council.enquiry().status == Status.READY


def test_nobody_asks_about_words_that_they_have_not_seen(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    council.card(reader="dewi").press("Ask for sign-off")
    late = form_of(council, "dewi", "Sign-off ME-0001")
    drafts(council, SECOND)
    assert late.submit().errors == {
        "approvers": "Priya Nair has written version 2 meanwhile. Please close this form, look at the new words on the page, and "
        "ask about those."
    }
    assert sign_offs(council) == []


def test_an_answer_given_before_it_was_opened_again_stays_on_the_page(council: Council) -> None:
    claimed(council)
    ask_response(council, "priya").fill(response=FIRST).submit()
    council.until_quiet()
    council.person("priya").form.close(everything=True)
    council.card().press("Close")
    form_of(council, "priya", "Close: ME-0001").submit()
    council.until_quiet()
    council.card().press("Open")
    form_of(council, "priya", "ME-0001").press("Open it again")
    form_of(council, "priya", "Open ME-0001 again").fill(reopened_because="Another question.").submit()
    council.until_quiet()
    council.person("priya").form.close(everything=True)
    ask_response(council, "priya").fill(response=SECOND).submit()
    council.until_quiet()
    page = page_says(council, "priya", "Answered before by Priya Nair, Today at 10:12")
    assert page[page.index("Answered before by Priya Nair, Today at 10:12") + 1] == FIRST
    assert page.count(SECOND) == 1


def closes_and_opens_again(council: Council, officer: str = "priya", channel: str = "press-desk", **ended: str) -> str:
    """It is closed, and opened again with a reason; what the form of opening it again said."""
    council.person(officer).form.close(everything=True)
    council.card(channel=channel, reader=officer).press("Close")
    form_of(council, officer, "Close: ME-0001").fill(**ended).submit()
    council.until_quiet()
    council.card(channel=channel, reader=officer).press("Open")
    form_of(council, officer, "ME-0001").press("Open it again")
    form = form_of(council, officer, "Open ME-0001 again")
    said = form.text
    form.fill(reopened_because="They ask about the staff.").submit()
    council.until_quiet()
    council.person(officer).form.close(everything=True)
    return said


def answers(council: Council, words: str = "", who: str = "priya", channel: str = "press-desk", **how: str) -> None:
    """What was sent is recorded."""
    form = ask_response(council, who, channel=channel)
    form = form.fill(**({"response": words} if words else {}), **how).submit()
    assert not form.errors
    council.until_quiet()


ANOTHER = "Another answer needs a new yes: ask for sign-off again, or write a new version."


def test_a_yes_for_words_that_have_gone_is_none_for_another_answer(either_council: Council) -> None:
    council = either_council
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    answers(council)
    said = closes_and_opens_again(council)
    assert "The answer that went stays on the page. If another one needs sign-off, it needs a new yes." in said

    council.card().press("Open")
    page = form_of(council, "priya", "ME-0001")
    assert ANOTHER in page.text
    assert "said yes, Today at 10:12; that does not count any more" in page.text
    assert "Record the response" not in page.buttons
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.VOIDED)]
    page.close(everything=True)

    for words in (FIRST, "Other words."):  # by the head, who is shown the form: without a reason they cannot either
        form = ask_response(council, "helen").fill(response=words).submit()
        assert form.errors == {
            "response": "An answer has gone since these words were written, and the enquiry was opened again. Another answer needs "
            "a new yes. Please ask for sign-off, or write a new version first."
        }
        council.person("helen").form.close(everything=True)

    asks(council)
    assert "Priya Nair asks for your sign-off: the words for ME-0001, version 1." in council.said_to("shirin")[-1]
    approves(council, "shirin")
    assert council.enquiry().status == Status.READY
    answers(council)
    assert council.enquiry().status == Status.RESPONDED


def test_after_opening_again_new_words_need_a_new_yes_as_ever(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    answers(council)
    closes_and_opens_again(council)
    drafts(council, SECOND)
    council.card().press("Open")
    page = form_of(council, "priya", "ME-0001")
    assert ANOTHER not in page.text
    assert "Record the response" not in page.buttons
    page.close(everything=True)
    asks(council)
    approves(council, "shirin")
    answers(council)
    assert council.enquiry().response == SECOND


def test_what_was_approved_and_has_not_gone_is_ready_again_and_can_be_stopped(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    council.card().press("Open")
    closes_and_opens_again(council, outcome="no_comment_needed")
    assert council.enquiry().status == Status.READY
    assert "signed off by Shirin Daryaei; ready to send" in council.card().readable
    stops(council, "shirin")
    assert council.enquiry().status == Status.IN_PROGRESS
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.VOIDED)]


def test_a_private_one_asks_about_the_family_anew_and_needs_both_again(council: Council) -> None:
    private_and_ready(council)
    told = {
        "family_told": "yes",
        "family_told_by": "social_worker",
        "family_wish": "That their street is not mentioned.",
    }
    answers(council, who="dewi", channel=RESTRICTED, **told)
    closes_and_opens_again(council, "dewi", RESTRICTED)
    assert [state for _, _, state in sign_offs(council)] == [SignOffState.VOIDED, SignOffState.VOIDED]
    form = ask_response(council, "helen", channel=RESTRICTED)
    assert "family_told" not in {field for field, value in form.values.items() if value}
    form = form.fill(response=WORDS, family_told="nobody_concerned").submit()
    assert list(form.errors) == ["response"]
