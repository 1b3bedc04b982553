"""Answers written to the bot: in a nudge's thread, or by themselves where it is clear which one is meant."""

from storage.kinds import Step
from storage.nudge import Nudge
from tests.journeys.council import Council
from tests.journeys.test_answers import at, nudge_to


def said_back(council: Council, name: str, begins: str) -> str:
    """The bot's answer, once it is there."""
    found = council.person(name).inbox.wait_for(lambda one: one.sentence.startswith(begins))
    council.until_quiet()
    return found.readable


def test_on_it_said_once_however_often_slack_brings_it(either_council: Council) -> None:
    council = either_council
    council.raises("amara")
    council.slack.faults.set("duplicate_event", times=1)
    council.person("shirin").writes("on it, thanks")
    assert said_back(council, "shirin", "Thank you.") == "Thank you. You have ME-0001, and the press office knows."
    assert council.enquiry().lead_acknowledged_by == council.person("shirin").id
    assert len([one for one in council.said_to("shirin") if one.startswith("Thank you. You have")]) == 1
    council.person("priya").writes("👍")
    assert said_back(council, "priya", "Thank you.") == "Thank you. ME-0001 is with you now."


def test_in_a_meeting_until_and_undo(council: Council) -> None:
    council.raises("amara")
    shirin = council.person("shirin")
    shirin.writes("in a meeting til 11.30")
    assert said_back(council, "shirin", "You will be reminded").splitlines()[0] == (
        "You will be reminded of ME-0001 Today at 11:30."
    )
    council.move_to(at(11, 29))
    council.until_quiet()
    assert "lead_again" not in [step for step, _ in council.asked()]
    nudge_to(council, "shirin").press("Undo")
    council.until_quiet()
    assert nudge_to(council, "shirin").readable == "ME-0001 does not wait any more."
    assert [one.snoozed_until for one in council.nudges() if one.step == Step.LEAD_NEW] == [None]


def test_too_long_a_meeting_is_answered_with_the_latest_time(council: Council) -> None:
    council.raises("amara")
    council.person("shirin").writes("in a meeting til 3.55")
    assert said_back(council, "shirin", "About ME-0001") == (
        "About ME-0001: That would be too late for the deadline. This can wait until Wednesday 4 March at 15:00 at the latest."
    )


def test_a_reply_in_the_thread_belongs_to_its_nudge(council: Council) -> None:
    council.raises("amara")
    council.raises("amara", question="And the day centre?")
    first = next(one for one in council.person("shirin").inbox.messages if "ME-0001" in one.readable)
    council.person("shirin").writes("ask my deputy", thread_ts=first.ts)
    assert (
        said_back(council, "shirin", "ME-0001 is handed on")
        == "ME-0001 is handed on: Joan Whitfield is asked in your place."
    )
    assert (council.enquiry(1).lead, council.enquiry(2).lead) == (
        council.person("joan").id,
        council.person("shirin").id,
    )
    council.person("shirin").writes("what is this about then", thread_ts=first.ts)
    assert said_back(council, "shirin", "I am not sure").startswith(
        "I am not sure how to take that, so nothing was done."
    )


def test_words_to_what_only_told_something_hear_that_nothing_waits(council: Council) -> None:
    council.raises("amara")
    with council.database.write() as session:
        told = session.query(Nudge).filter_by(step=Step.OFFICER_NEW).one()
        told.step = Step.FACTS_ANSWERED  # as once the facts have been checked
    council.person("priya").writes("why")
    assert said_back(council, "priya", "Thank you. Nothing") == (
        "Thank you. Nothing is waiting for an answer from you just now. For anything else, ring Priya Nair on 01632 960 100."
    )


def test_where_several_are_open_the_bot_asks_which(either_council: Council) -> None:
    council = either_council
    council.raises("amara")
    council.raises("amara", question="And the day centre?")
    council.person("shirin").writes("call me on 07700 900123 at 4")
    asked = council.person("shirin").inbox.wait_for(lambda one: one.sentence.startswith("Which of these"))
    assert asked.sentence == (
        "Which of these do you mean? ME-0001: someone to say that they have it. ME-0002: someone to say that they have it."
    )
    assert "07700" not in str(asked.blocks), "what was written is kept, and stands in no button"
    council.person("shirin").inbox.last.press("This one")
    council.until_quiet()
    assert council.enquiry(1).lead_acknowledged_by == council.person("shirin").id
    assert council.enquiry(2).lead_acknowledged_by is None
    assert said_back(council, "shirin", "The press office has been asked").startswith(
        "The press office has been asked to ring you about ME-0001 on 07700 900123"
    )


def test_nothing_waits_and_an_enquiry_is_still_an_enquiry(council: Council) -> None:
    council.person("shirin").writes("on it")
    assert said_back(council, "shirin", "Thank you. Nothing") == (
        "Thank you. Nothing is waiting for an answer from you just now. For anything else, ring Priya Nair on 01632 960 100."
    )
    council.person("shirin").writes(
        "the BBC just rang me about Elm House, they want an answer by 4. Sam Poole 020 7946 0000"
    )
    assert "What I understood" in said_back(council, "shirin", "Is anyone in danger")
