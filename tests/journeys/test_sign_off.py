"""Sign-off by two, by legal, in order, by a deputy, stopped, late and too late: each as the people in it see it."""

from datetime import datetime, timedelta

from storage.kinds import SignOffState, Status, Subject
from tests.journeys.approving import form_of
from tests.journeys.council import T0, Council
from tests.journeys.test_statements import FIRST, SECOND, approves, asks, claimed, drafts, sign_offs

PRIVATE_QUESTION = "They ask whether the council knew the family before the fire at Larkfield."
PRIVATE_WORDS = "We are sorry. We should have visited Larkfield sooner, and we did not."
CHANGED = "The family has moved to Seacombe."


def private_and_drafted(council: Council) -> None:
    """A children's enquiry with a court mark, taken and drafted by Dewi in the restricted channel."""
    council.raises("tomasz", outlet="Courier on Sunday", question=PRIVATE_QUESTION, deadline="4pm tomorrow")
    council.person("tomasz").inbox.last.press("Add more")
    form_of(council, "tomasz", "Add more: ME-0001").fill(marks=["court"]).submit()
    council.until_quiet()
    card = council.card(channel="press-restricted", reader="dewi")
    card.press("I'll take it")
    council.until_quiet()
    assert "Record the response" not in council.card(channel="press-restricted", reader="dewi").buttons
    council.card(channel="press-restricted", reader="dewi").press("Draft a statement")
    form_of(council, "dewi", "Statement for ME-0001").fill(words_1=PRIVATE_WORDS).submit()
    council.until_quiet()


def ask_private(council: Council, **answers: object) -> None:
    """Dewi asks for sign-off from the card in the restricted channel."""
    council.card(channel="press-restricted", reader="dewi").press("Ask for sign-off")
    form = form_of(council, "dewi", "Sign-off ME-0001").fill(**answers)
    assert "This one needs: a yes from the service, a yes from a second approver and a yes from legal." in form.text
    form.submit()
    council.until_quiet()


def test_a_private_one_needs_two_and_legal_and_not_a_word_of_it_is_posted(either_council: Council) -> None:
    council = either_council
    private_and_drafted(council)
    dewi, joan = council.person("dewi"), council.person("joan")

    ask_private(council, approvers=["marcus", "shirin"])
    assert dewi.form.errors == {"approvers": "This one needs a yes from legal: please add someone from legal."}
    dewi.form.fill(approvers=["marcus", "joan"]).submit()
    assert dewi.form.errors == {
        "approvers": "This one needs a yes from two different people: please add a second approver."
    }
    dewi.form.fill(approvers=["marcus", "shirin", "joan"]).submit()
    council.until_quiet()
    assert sign_offs(council) == [
        ("Marcus", "lead", SignOffState.ASKED),
        ("Shirin", "second", SignOffState.ASKED),
        ("Joan", "legal", SignOffState.ASKED),
    ]
    assert council.said_to("marcus")[-1].splitlines() == [
        "Dewi Hughes asks for your sign-off: the words for ME-0001, version 1.",
        "Please answer by: Tomorrow at 09:06",
        "Deadline: Tomorrow at 16:00 (in 1 day)",
        "You are asked because you answer for Children's social care.",
        "It is private: press the button to read the words. That you read them is written down.",
        "Open to approve",
        "Ask for a change",
        "Someone else, please",
    ]

    council.person("marcus").inbox.last.press("Open to approve")
    review = form_of(council, "marcus", "Sign-off ME-0001").text
    assert PRIVATE_WORDS in review
    assert PRIVATE_QUESTION in review
    assert "Terms: they may report it as said" in review
    council.person("marcus").form.fill(candour="yes").submit()
    form_of(council, "marcus", "Are you sure?").submit()
    council.until_quiet()
    joan.inbox.last.press("Open to approve")
    form_of(council, "joan", "Sign-off ME-0001").press("Legal is not needed")
    form_of(council, "joan", "Legal is not needed").fill(waived_because="The hearing is over.").submit()
    council.until_quiet()
    assert council.card(channel="press-restricted", reader="dewi").readable.splitlines()[5] == (
        "Statement: version 1, signed off by Marcus Bell; legal not needed, says Joan Whitfield; waiting for Shirin Daryaei."
    )
    approves(council, "shirin", "yes")

    assert council.enquiry().status == Status.READY
    standing, sent = council.standing(), council.ever_sent()
    hidden = (PRIVATE_WORDS, PRIVATE_QUESTION, "Larkfield", "Courier", "hearing")
    assert [words for words in hidden if words in standing or words in sent] == []
    assert council.trail()[-10:] == [
        ("Dewi", "drafted"),
        ("Dewi", "opened"),
        ("Dewi", "sign_off_asked"),
        ("Marcus", "opened"),
        ("Marcus", "approved"),
        ("Joan", "opened"),
        ("Joan", "opened"),
        ("Joan", "sign_off_waived"),
        ("Shirin", "opened"),
        ("Shirin", "approved"),
    ]
    assert council.slack.log.problems() == []


def test_one_after_the_other_and_a_deputy_in_place_of_the_first(either_council: Council) -> None:
    council = either_council
    claimed(council)
    drafts(council, FIRST)
    asks(council, approvers=["shirin", "helen"], in_order="in_order")
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.ASKED), ("Helen", "extra", SignOffState.WAITING)]
    before = council.said_to("helen")

    council.person("shirin").inbox.last.press("Hand to my deputy")
    council.until_quiet()
    assert (
        council.said_to("shirin")[-1]
        == "You handed the sign-off of ME-0001 on, Today at 10:12. Your deputy has been asked."
    )
    assert "You are asked in place of Shirin Daryaei." in council.said_to("joan")[-1]
    assert council.said_to("helen") == before

    approves(council, "joan")
    assert council.enquiry().status == Status.AWAITING_SIGN_OFF
    approves(council, "helen")
    assert council.enquiry().status == Status.READY
    assert "Statement: version 1, signed off by Helen Brooks and Joan Whitfield; ready to send." in (
        council.card().readable.replace("Joan Whitfield and Helen Brooks", "Helen Brooks and Joan Whitfield")
    )
    council.card().press("Open")
    page = form_of(council, "priya", "ME-0001").text
    assert "Joan Whitfield, for the service, in place of Shirin Daryaei, said yes, Today at 10:12" in page


def test_anyones_yes_is_enough_and_whoever_comes_second_is_told(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council, approvers=["shirin", "helen"], needs_all="any")
    helen = council.person("helen")
    helen.inbox.last.press("Open to approve")
    form_of(council, "helen", "Sign-off ME-0001").fill(candour="yes").submit()
    form_of(council, "helen", "Are you sure?")

    approves(council, "shirin")
    assert council.enquiry().status == Status.READY
    helen.form.submit()
    assert helen.form.errors == {
        "approve_note": "This is not waiting for you any more: there are newer words, or the matter has moved on. "
        "Nothing is needed from you."
    }
    assert council.said_to("helen")[-1] == (
        "Shirin Daryaei approved the words for ME-0001, version 1, Today at 10:12. Nothing more is needed from you."
    )


def test_stopped_until_the_words_have_gone(either_council: Council) -> None:
    council = either_council
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    shirin, priya = council.person("shirin"), council.person("priya")
    assert council.said_to("shirin")[-1].splitlines() == [
        (
            "You approved the words for ME-0001, version 1, Today at 10:12. "
            "Thank you. If the facts change before the words have gone, please stop them."
        ),
        "Stop: facts have changed",
    ]

    shirin.inbox.last.press("Stop: facts have changed")
    form_of(council, "shirin", "Stop this statement").fill(stopped_because=CHANGED).submit()
    council.until_quiet()

    assert council.enquiry().status == Status.IN_PROGRESS
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.VOIDED)]
    assert council.said_to("shirin")[-1] == (
        "You approved the words for ME-0001, version 1, Today at 10:12. That yes does not count any more."
    )
    assert council.said_to("priya")[-1].splitlines()[0] == (
        "ME-0001 has been stopped: the facts have changed. Version 1 does not go out. Please put the words right and ask again."
    )
    council.card().press("Open")
    assert CHANGED in form_of(council, "priya", "ME-0001").text
    priya.form.close()
    assert "Record the response" not in council.card().buttons

    drafts(council, SECOND)
    asks(council)
    approves(council, "shirin")
    assert council.enquiry().status == Status.READY


def test_a_late_answer_is_asked_for_again_then_the_officer_hears_and_closing_ends_it(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    due = datetime(2026, 3, 4, 13, 6, tzinfo=T0.tzinfo)

    council.move_to(due)
    council.until_quiet()
    assert council.said_to("shirin")[-1].splitlines()[0].removeprefix("Urgent: ") == (
        "The words for ME-0001 are waiting for your sign-off: version 1, asked by Priya Nair."
    )
    council.move_to(due + timedelta(hours=1))
    council.until_quiet()
    assert council.asked(1, Subject.SIGN_OFF) == [
        ("sign_off", "Shirin"),
        ("sign_off_again", "Shirin"),
        ("sign_off_late", "Priya"),
    ]
    late = [said for said in council.said_to("priya") if "has not answered yet" in said]
    assert late[0].splitlines()[0].removeprefix("Urgent: ") == (
        "Shirin Daryaei has not answered yet about the words for ME-0001. "
        "Please ring them: Shirin Daryaei on 01632 960 105, or ask someone else, such as Joan Whitfield."
    )

    council.card().press("Close")
    form_of(council, "priya", "Close: ME-0001").fill(outcome="withdrawn").submit()
    council.until_quiet()
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.VOIDED)]
    assert [said for said in council.said_to("shirin") if "Open to approve" in said] == []
    assert [said for said in council.said_to("priya") if "Ask someone else" in said] == []


def test_words_that_changed_while_they_were_read_are_not_approved(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    shirin = council.person("shirin")
    shirin.inbox.last.press("Open to approve")
    form_of(council, "shirin", "Sign-off ME-0001").fill(candour="yes").submit()
    form_of(council, "shirin", "Are you sure?")
    council.card().press("Open")
    form_of(council, "priya", "ME-0001").press("Write a new version")
    form_of(council, "priya", "Statement for ME-0001").fill(words_1=SECOND).submit()
    council.until_quiet()

    shirin.form.submit()
    assert list(shirin.form.errors) == ["approve_note"]
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.VOIDED)]
    assert (
        council.said_to("shirin")[-1]
        == "Priya Nair wrote newer words for ME-0001, Today at 10:12. Nothing more is needed from you."
    )


def test_nobody_signs_off_words_of_their_own_and_nobody_else_can_answer(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    council.card().press("Ask for sign-off")
    form = form_of(council, "priya", "Sign-off ME-0001").fill(approvers=["priya"]).submit()
    assert form.errors == {"approvers": "Priya Nair wrote these words, so someone else has to say yes to them."}
    form.fill(approvers=["shirin"]).submit()
    council.until_quiet()
    council.card(reader="dewi").press("Open")
    assert "Open to approve" not in form_of(council, "dewi", "ME-0001").buttons


def test_a_mark_that_comes_afterwards_needs_legals_yes_too(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    assert FIRST in council.standing()
    council.person("amara").inbox.messages[0].press("Add more")
    form_of(council, "amara", "Add more: ME-0001").fill(marks=["court"]).submit()
    council.until_quiet()

    assert council.enquiry().status == Status.IN_PROGRESS
    assert council.said_to("priya")[-1].splitlines()[0] == (
        "ME-0001 needs a yes from a second approver and a yes from legal now, since what we know about it has changed. "
        "Nothing can go out before. Please ask for it."
    )
    assert FIRST not in council.standing()


def test_a_yes_is_not_asked_for_after_the_deadline_or_for_a_time_that_is_over(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    council.card().press("Ask for sign-off")
    form = form_of(council, "priya", "Sign-off ME-0001")

    form.fill(answer_by=T0 - timedelta(hours=1)).submit()
    assert form.errors == {"answer_by": "That time has already passed. Please choose a later one."}
    form.fill(answer_by=T0.replace(hour=18, minute=0)).submit()
    assert form.errors == {
        "answer_by": "The journalist needs our answer by Wednesday 4 March at 16:00, so theirs has to come before. "
        "Please choose an earlier time."
    }


def test_a_yes_can_still_be_asked_for_when_the_deadline_is_all_but_there(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    council.move_to(T0.replace(hour=15, minute=55))
    council.until_quiet()
    council.card().press("Ask for sign-off")
    form_of(council, "priya", "Sign-off ME-0001").submit()
    council.until_quiet()
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.ASKED)]


def test_whoever_has_said_yes_can_stop_it_while_someone_else_wants_a_change(council: Council) -> None:
    private_and_drafted(council)
    ask_private(council, approvers=["marcus", "shirin", "joan"])
    approves(council, "marcus", "yes")
    shirin, marcus = council.person("shirin"), council.person("marcus")
    shirin.inbox.last.press("Ask for a change")
    form_of(council, "shirin", "Ask for a change").fill(change_wanted="Say when we knew.").submit()
    council.until_quiet()
    assert council.enquiry().status == Status.IN_PROGRESS

    marcus.inbox.last.press("Stop: facts have changed")
    form_of(council, "marcus", "Stop this statement").fill(stopped_because="The hearing has been moved.").submit()
    council.until_quiet()

    assert sign_offs(council)[0] == ("Marcus", "lead", SignOffState.VOIDED)
    assert council.said_to("dewi")[-1].splitlines()[0] == (
        "ME-0001 has been stopped: the facts have changed. Version 1 does not go out. Please put the words right and ask again."
    )
    assert council.said_to("shirin")[-1].splitlines()[0] == (
        "ME-0001 has been stopped: the facts have changed. The words of version 1 do not go out, and no yes to them counts any more. "
        "You will be asked again if you are needed."
    )
    assert "Stop: facts have changed" not in council.said_to("marcus")[-1]
