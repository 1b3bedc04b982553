"""Two people decide about the same words in the same moment: one effect, and the second is told what the first did."""

from storage.kinds import SignOffState, Status
from tests.journeys.approving import ask_response, form_of
from tests.journeys.council import Council
from tests.journeys.test_sign_off import CHANGED
from tests.journeys.test_statements import FIRST, SECOND, approves, asks, claimed, drafts, sign_offs, versions
from tests.journeys.test_two_at_once import together


def with_two_approvers(council: Council) -> None:
    """Shirin and Helen are asked for their yes."""
    claimed(council)
    drafts(council, FIRST)
    asks(council, approvers=["shirin", "helen"])


def about_to_say_yes(council: Council, who: str) -> None:
    """Somebody has the last question before them: are you sure?"""
    council.person(who).inbox.last.press("Open to approve")
    form_of(council, who, "Sign-off ME-0001").fill(candour="yes").submit()
    form_of(council, who, "Are you sure?")


def test_both_say_yes(two_processes: Council) -> None:
    council = two_processes
    with_two_approvers(council)
    for who in ("shirin", "helen"):
        about_to_say_yes(council, who)
    together(council.person("shirin").form.submit, council.person("helen").form.submit)
    council.until_quiet()
    assert council.enquiry().status == Status.READY
    assert {state for _, _, state in sign_offs(council)} == {SignOffState.APPROVED}
    assert len([said for said in council.said_to("priya") if "has every yes it needs" in said]) == 1


def test_one_says_yes_and_the_other_asks_for_a_change(two_processes: Council) -> None:
    council = two_processes
    with_two_approvers(council)
    about_to_say_yes(council, "shirin")
    council.person("helen").inbox.last.press("Ask for a change")
    change = form_of(council, "helen", "Ask for a change").fill(change_wanted="Only this year.")
    yes = council.person("shirin").form
    together(yes.submit, change.submit)
    council.until_quiet()
    assert council.enquiry().status == Status.IN_PROGRESS, "a change that was asked for stands, whoever came first"
    assert ("Helen", "extra", SignOffState.CHANGE_ASKED) in sign_offs(council)
    if yes.is_open:
        assert yes.errors == {
            "approve_note": "Helen Brooks has asked for a change, so these words are not waiting for you any more. "
            "You will be asked again about the new ones."
        }
    else:
        assert ("Shirin", "lead", SignOffState.APPROVED) in sign_offs(council)


def test_one_stops_the_words_while_they_are_recorded_as_sent(two_processes: Council) -> None:
    council = two_processes
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    council.person("shirin").inbox.last.press("Stop: facts have changed")
    stop = form_of(council, "shirin", "Stop this statement").fill(stopped_because=CHANGED)
    record = ask_response(council, "priya")
    together(stop.submit, record.submit)
    council.until_quiet()
    if council.enquiry().responded_at is None:
        assert "Shirin Daryaei has stopped these words" in record.errors["response"]
        assert council.enquiry().status == Status.IN_PROGRESS
    else:
        assert "These words have already gone to the journalist" in stop.errors["stopped_because"]
        assert council.enquiry().status == Status.RESPONDED


def test_new_words_come_while_somebody_says_yes(two_processes: Council) -> None:
    council = two_processes
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    about_to_say_yes(council, "shirin")
    council.card().press("Open")
    form_of(council, "priya", "ME-0001").press("Write a new version")
    draft = form_of(council, "priya", "Statement for ME-0001").fill(words_1=SECOND)
    together(council.person("shirin").form.submit, draft.submit)
    council.until_quiet()
    assert versions(council) == [(1, FIRST), (2, SECOND)]
    assert council.enquiry().status == Status.IN_PROGRESS, "new words need a new yes"
    assert "Record the response" not in council.card().buttons


def test_two_press_officers_record_the_answer(two_processes: Council) -> None:
    council = two_processes
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    approves(council, "shirin")
    forms = {who: ask_response(council, who) for who in ("priya", "dewi")}
    together(*(form.submit for form in forms.values()))
    council.until_quiet()
    first = council.enquiry().responded_by or ""
    second = next(who for who in forms if council.person(who).id != first)
    assert forms[second].errors == {
        "response": f"{council.organisation.people[first].name} has already recorded the response. "
        "If something in it is wrong, the press office can correct it."
    }
    assert len([said for said in council.said_to("amara") if "We have answered" in said]) == 1
