"""Several nudges to one person: one message, each with its own buttons; a cap that delays and never drops."""

from datetime import datetime, timedelta

from bot.desk.planning import replan
from bot.desk.work import Work
from storage.kinds import NudgeState, Step
from storage.nudge import Nudge, get_nudge
from tests.journeys.council import LONDON, Council


def at(hour: int, minute: int = 0, day: int = 4) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LONDON)


def several(council: Council, count: int) -> None:
    """As many enquiries without a deadline, all raised in one minute."""
    for number in range(count):
        council.raises("amara", deadline="none given", question=f"Question {number} about the day centre?")


def test_what_comes_due_together_comes_in_one_message_and_each_part_is_settled_by_itself(
    either_council: Council,
) -> None:
    council = either_council
    several(council, 3)
    before = len(council.said_to("priya"))
    council.move_to(at(10, 42))
    council.until_quiet()

    assert len(council.said_to("priya")) == before + 1
    message = council.person("priya").inbox.last
    assert message.sentence == (
        "3 things are waiting for you. Nobody has taken ME-0001 yet. Please take it, or ask a colleague to. "
        "Nobody has taken ME-0002 yet. Please take it, or ask a colleague to. "
        "Nobody has taken ME-0003 yet. Please take it, or ask a colleague to."
    )
    assert "day centre" not in message.readable, "nobody's words stand in it"

    council.card("ME-0002").press("I'll take it")
    council.until_quiet()
    message = council.person("priya").inbox.messages[before]
    assert message.readable.splitlines()[0] == "2 things are waiting for you."
    assert "ME-0002: You took it, Today at 10:42." in message.readable
    assert len(council.said_to("priya")) == before + 1, "the rest of it stands"


def test_an_evening_of_many_arrives_in_one_message_in_the_morning(council: Council) -> None:
    council.move_to(at(20))
    for number in range(3):
        council.raises("amara", deadline="Friday 4pm", question=f"Question {number}?")
    assert council.said_to("priya") == []
    council.move_to(at(9, day=5))
    council.until_quiet()
    assert [words.splitlines()[0] for words in council.said_to("priya")] == ["3 things are waiting for you."]
    assert [words.splitlines()[0] for words in council.said_to("shirin")] == ["3 things are waiting for you."]
    assert len(council.asked(1)) == len(council.asked(3)) == 2


def test_a_snooze_holds_the_chain_back_and_then_everything_goes_on(council: Council) -> None:
    council.raises("amara", deadline="none given")
    [asked] = [one for one in council.nudges() if one.step == Step.LEAD_NEW]
    with council.database.write() as session:
        found = get_nudge(session, asked.id)
        assert found is not None
        found.snoozed_until = at(12)
    council.move_to(at(11, 50))
    council.until_quiet()
    assert [who for who in council.asked() if who[0] in {"lead_again", "deputy"}] == []
    assert ("head_unclaimed", "Helen") in council.asked(), "another chain goes on"
    council.move_to(at(12))
    council.until_quiet()
    assert ("lead_again", "Shirin") in council.asked()
    assert ("deputy", "Joan") not in council.asked(), "Shirin is asked first"
    council.move_to(at(12, 11))
    council.until_quiet()
    assert ("deputy", "Joan") in council.asked()


def test_past_the_days_cap_the_rest_waits_for_the_morning_and_none_is_lost(council: Council) -> None:
    council.raises("amara", deadline="none given")
    with council.database.write() as session:
        for number in range(100, 112):
            told = Nudge(
                subject=council.nudges()[0].subject,
                subject_id=number,
                step=Step.LEAD_NEW,
                person=council.person("shirin").id,
                due_at=at(9),
                state=NudgeState.SETTLED,
                sent_at=at(9),
            )
            session.add(told)
    council.move_to(at(10, 45))
    council.until_quiet()
    assert ("lead_again", "Shirin") not in council.asked()
    [waiting] = [one for one in council.nudges() if one.step == Step.LEAD_AGAIN]
    assert (waiting.state, waiting.due_at) == (NudgeState.PLANNED, at(9, day=5))
    council.move_to(at(9, day=5))
    council.until_quiet()
    assert ("lead_again", "Shirin") in council.asked()


def test_whoever_said_they_had_it_and_stays_silent_is_passed_over_kindly(council: Council) -> None:
    council.raises("amara")
    council.person("shirin").inbox.last.press("I have it")
    council.card().press("I'll take it")
    council.until_quiet()
    council.move_to(at(12, 40))
    council.until_quiet()
    assert council.asked()[2:] == [("still_on_it_lead", "Shirin"), ("still_on_it_officer", "Priya")]
    council.move_to(at(13, 30))
    council.until_quiet()
    assert council.asked()[4:] == [("lead_silent", "Joan"), ("officer_silent", "Helen")]
    assert council.enquiry().lead_acknowledged_by is None
    assert council.timeline()[-1] == "ME-0001 has been passed on to Joan Whitfield, since there was no answer."
    assert "this has been passed on to the next person of your service" in council.said_to("shirin")[-1]
    council.person("joan").inbox.last.press("I have it")
    council.until_quiet()
    assert council.enquiry().lead_acknowledged_by == council.person("joan").id


def test_a_deadline_that_moves_away_is_spoken_of_again_and_nothing_else(council: Council) -> None:
    council.raises("amara")
    council.move_to(at(16, 1))
    council.until_quiet()
    asked = council.asked()

    def move(work: Work) -> None:
        enquiry = work.enquiry(1)
        enquiry.deadline = at(16, day=5)
        replan(work, enquiry)

    council.bot.desk.run(move)
    council.until_quiet()
    assert council.asked() == asked
    council.move_to(at(16, day=5) + timedelta(minutes=1))
    council.until_quiet()
    after = [step for step, _ in council.asked()[len(asked) :]]
    assert set(after) <= {"officer_deadline", "deadline_soon", "officer_passed", "head_passed", "ready_unsent"}
    assert after[-2:] == ["officer_passed", "head_passed"]
