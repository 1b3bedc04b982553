"""Nudging: who is asked when, until someone has it; nobody twice for the same step, and nobody at night for what can wait."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.delivery import Lane
from storage.kinds import NudgeState, Step
from storage.lanes import release_lane
from tests.journeys.council import ENQUIRY, LONDON, QUESTION, T0, Council

ON_ARRIVAL = [("officer_new", "Priya"), ("lead_new", "Shirin")]


def at(hour: int, minute: int = 0, day: int = 4) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LONDON)


def first_lines(council: Council, name: str) -> list[str]:
    return [words.splitlines()[0] for words in council.said_to(name)]


def test_nobody_answers_and_one_after_another_is_asked_once(either_council: Council) -> None:
    council = either_council
    council.raises("amara")
    seen = {}
    for moment in (
        at(10, 40),
        at(10, 50),
        at(11),
        at(11, 25),
        at(11, 45),
        at(12, 35),
        at(14, 55),
        at(15, 5),
        at(16, 1),
    ):
        before = len(council.asked())
        council.move_to(moment)
        council.look()  # looking twice asks nobody twice
        council.until_quiet()
        seen[f"{moment:%H:%M}"] = council.asked()[before:]
    assert council.asked()[:2] == ON_ARRIVAL
    assert seen == {
        "10:40": [],
        "10:50": [("officer_unclaimed", "Priya")],
        "11:00": [("lead_again", "Shirin")],
        "11:25": [("head_unclaimed", "Helen")],
        "11:45": [("deputy", "Joan")],
        "12:35": [("head_unacknowledged", "Helen")],
        "14:55": [],
        "15:05": [("officer_deadline", "Priya")],
        "16:01": [("officer_passed", "Priya"), ("head_passed", "Helen")],
    }
    council.move_to(at(16, day=6))
    council.until_quiet()
    assert len(council.asked()) == 10, "a deadline that has passed is said once"

    assert first_lines(council, "shirin") == [
        (
            "A journalist has been in touch about Adults' social care: ME-0001. Please say that you have it, so that the press "
            "office knows who to talk to."
        ),
        "ME-0001 still needs you. Please say that you have it, or hand it to your deputy.",
    ]
    assert first_lines(council, "joan") == [
        (
            "Shirin Daryaei has not been free to answer about ME-0001. Please say that you have it, so that the press office "
            "knows who to talk to."
        )
    ]
    assert first_lines(council, "helen") == [
        "Nobody in the press office has taken ME-0001 yet. Please take it, or give it to someone.",
        (
            "Nobody from Adults' social care has been free to answer about ME-0001. Please ring them: Shirin Daryaei on "
            "01632 960 105 and Joan Whitfield on 01632 960 106."
        ),
        "The deadline for ME-0001 has passed, and nobody had taken it. Please take it, or give it to someone.",
    ]
    assert first_lines(council, "priya") == [
        "A journalist has been in touch: ME-0001. Please take it, or ask a colleague to.",
        "Nobody has taken ME-0001 yet. Please take it, or ask a colleague to.",
        "ME-0001 is due soon, and nobody has taken it. Please take it, or ask a colleague to.",
        "The deadline for ME-0001 has passed, and nobody had taken it. Please ring the journalist, and take it.",
    ]
    assert len(council.said_to("amara")) == 1, "the person who raised it is not troubled with our chasing"
    assert "You are asked because you are a deputy for Adults' social care." in council.said_to("joan")[0]
    assert council.trail()[0] == ("Amara", "recorded")
    assert set(council.trail()[1:]) == {("close-ties", "nudged")}
    council.card()


def test_the_deputy_says_i_have_it_and_every_other_copy_says_so(council: Council) -> None:
    council.raises("amara")
    council.move_to(at(11, 45))
    council.until_quiet()

    council.person("joan").inbox.last.press("I have it")
    council.until_quiet()

    assert (
        council.said_to("shirin")
        == ["ME-0001: Joan Whitfield took it on for the service, Today at 11:45. Nothing more is needed from you."] * 2
    )
    assert council.said_to("joan") == [
        (
            "ME-0001: You took it on for the service, Today at 11:45. The press office knows that you have it and will come to "
            "you about the words."
        )
    ]
    assert "Lead: Joan Whitfield has it" in council.card().readable
    assert "Joan Whitfield knows about ME-0001 now and is helping the press office with it." in council.said_to("amara")
    council.move_to(at(15, 5))
    council.until_quiet()
    assert [who for who in council.asked() if who[0] in {"head_unacknowledged", "lead_again"}] == [
        ("lead_again", "Shirin")
    ]


def test_hand_to_my_deputy_settles_my_copies_and_asks_the_deputy_at_once(council: Council) -> None:
    council.raises("amara")
    council.move_to(at(10, 58))
    council.until_quiet()
    assert len(council.said_to("shirin")) == 2

    council.person("shirin").inbox.messages[0].press("Hand to my deputy")
    council.until_quiet()

    assert (
        council.said_to("shirin")
        == ["ME-0001: You handed it on, Today at 10:58. Your deputy is asked in your place."] * 2
    )
    assert first_lines(council, "joan") == [
        (
            "ME-0001 has been handed to you: a journalist has been in touch about Adults' social care. Please say that you have "
            "it, so that the press office knows who to talk to."
        )
    ]
    assert list(council.person("joan").inbox.last.buttons) == ["I have it", "Call me", "Open"], (
        "there is no deputy after Joan"
    )
    assert "Lead: Joan Whitfield, not answered yet" in council.card().readable
    assert council.timeline()[-1] == "Shirin Daryaei handed ME-0001 on to Joan Whitfield."

    council.person("joan").inbox.last.press("I have it")
    council.until_quiet()
    assert "Lead: Joan Whitfield has it" in council.card().readable


def test_ill_take_it_from_the_nudge_is_as_good_as_from_the_card(council: Council) -> None:
    council.raises("amara")
    council.person("priya").inbox.last.press("I'll take it")
    council.until_quiet()
    assert council.enquiry().officer == council.person("priya").id
    assert "Press officer: Priya Nair" in council.card().readable


def test_the_head_takes_it_when_nobody_else_has(council: Council) -> None:
    council.raises("amara")
    council.move_to(at(11, 25))
    council.until_quiet()
    council.person("helen").inbox.last.press("I'll take it")
    council.until_quiet()
    assert (
        council.said_to("priya")
        == ["ME-0001: Helen Brooks took it, Today at 11:25. Nothing more is needed from you."] * 2
    )
    council.move_to(at(15, 5))
    council.until_quiet()
    assert council.asked()[-1] == ("officer_deadline", "Helen"), "the deadline is hers now"


def test_the_answer_can_be_recorded_from_the_deadline_nudge(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.move_to(at(15, 5))
    council.until_quiet()
    council.person("priya").inbox.last.press("Record the response")
    council.person("priya").form.fill(response="Elm House stays open.").submit()
    council.until_quiet()
    assert council.said_to("priya")[-1] == (
        "ME-0001: You recorded the response, Today at 15:05. Nothing more is needed from you."
    )
    council.move_to(at(17, 5))
    council.until_quiet()
    assert [step for step, _ in council.asked() if step.endswith("passed")] == []


def test_urgent_and_nobody_has_it_after_ten_minutes_the_person_who_raised_it_is_told_to_ring(council: Council) -> None:
    council.raises("amara", deadline="12:30 today")
    assert (
        "This one is urgent. If nobody has come back to you within ten minutes, ring Priya Nair on 01632 960 100."
        in (council.said_to("amara")[0])
    )
    council.advance(minutes=9)
    council.until_quiet()
    assert len(council.said_to("amara")) == 1
    council.advance(minutes=1)
    council.until_quiet()
    assert first_lines(council, "amara")[1:] == [
        "Urgent: Nobody has been able to pick up ME-0001 yet. Please ring Priya Nair on 01632 960 100 now."
    ]
    council.card().press("I'll take it")
    council.until_quiet()
    assert council.said_to("amara")[1:] == [
        "ME-0001: Priya Nair took it, Today at 10:22. Nothing more is needed from you.",
        "Priya Nair in the press office has ME-0001 now, and will deal with the journalist.",
    ]


def test_urgent_and_someone_has_it_the_person_who_raised_it_need_not_ring(council: Council) -> None:
    council.raises("amara", deadline="12:30 today")
    council.person("shirin").inbox.last.press("I have it")
    council.advance(minutes=15)
    council.until_quiet()
    assert [words for words in council.said_to("amara") if "Please ring" in words] == []


NIGHT = at(20, 15)


def test_out_of_hours_what_can_wait_waits_for_the_morning(council: Council) -> None:
    council.move_to(NIGHT)
    council.raises("amara", deadline="Friday 4pm")
    assert council.asked() == []
    assert council.said_to("amara")[0].splitlines()[0] == (
        "Thank you. Your enquiry is ME-0001. Priya Nair and Shirin Daryaei will be told when the office opens, Tomorrow at 09:00. "
        "If it cannot wait until then, ring Priya Nair on 01632 960 100."
    )
    council.move_to(at(8, 59, day=5))
    council.until_quiet()
    assert council.asked() == []
    council.move_to(at(9, 0, day=5))
    council.until_quiet()
    assert council.asked() == ON_ARRIVAL
    assert "This comes late" not in council.said_to("shirin")[0]
    assert QUESTION in council.card().readable, "the card stands from the start: it wakes nobody"


def test_out_of_hours_what_is_urgent_does_not_wait(council: Council) -> None:
    council.move_to(NIGHT)
    council.raises("tomasz", deadline="9am tomorrow", question="Did you know the family?")
    assert council.asked() == [("officer_new", "Priya"), ("lead_new", "Marcus")], "Priya is on call, not Dewi"
    assert council.said_to("tomasz")[0].splitlines()[0] == (
        "Thank you. Your enquiry is ME-0001. We have told Priya Nair and Marcus Bell."
    )
    assert "You are asked because you are on call." in council.said_to("priya")[0]


def test_out_of_hours_a_private_one_that_can_wait_gives_one_notice(council: Council) -> None:
    council.move_to(NIGHT)
    council.raises("tomasz", deadline="Friday 4pm")
    council.move_to(at(23, 30))
    council.until_quiet()
    assert council.asked() == [("officer_new", "Priya")]
    assert council.said_to("tomasz")[0].splitlines()[0] == (
        "Thank you. Your enquiry is ME-0001. We have told Priya Nair. "
        "Marcus Bell will be told when the office opens, Tomorrow at 09:00. "
        "If it cannot wait until then, ring Priya Nair on 01632 960 100."
    )


def test_what_fell_due_while_the_bot_was_away_is_said_late_and_says_so(council: Council) -> None:
    council.raises("amara")
    council.move_to(at(11, 30))  # an hour and more in which nobody looked
    council.until_quiet()
    assert council.asked()[2:] == [
        ("officer_unclaimed", "Priya"),
        ("lead_again", "Shirin"),
        ("head_unclaimed", "Helen"),
    ]
    assert "This comes late: it was due Today at 10:46, while I was away." in council.said_to("priya")[1]
    assert "This comes late: it was due Today at 10:55, while I was away." in council.said_to("shirin")[1]
    assert "This comes late" not in council.said_to("helen")[0], "eight minutes are not late"
    assert {one.late for one in council.nudges() if one.state == NudgeState.SENT} == {True, False}


@pytest.mark.parametrize("deed", ["claimed and acknowledged", "closed"])
def test_what_is_dealt_with_meanwhile_is_never_asked(council: Council, deed: str) -> None:
    council.raises("amara")
    if deed == "closed":
        council.card().press("Close")
        council.person("priya").form.fill(outcome="no_comment_needed").submit()
    else:
        council.card().press("I'll take it")
        council.person("shirin").inbox.last.press("I have it")
    council.until_quiet()
    council.move_to(at(14, 30))
    council.until_quiet()
    follow = [] if deed == "closed" else [("still_on_it_lead", "Shirin"), ("draft_due", "Priya")]
    assert council.asked()[2:] == follow, "whoever has it is asked how it goes, and nothing else"


def test_a_corrected_deadline_moves_what_is_still_to_come(council: Council) -> None:
    """Sent again with an earlier deadline: the reminder before it comes earlier too."""
    amara = council.person("amara")
    amara.types("/media-enquiry BBC, Sam Poole 020 7946 0000, 4pm today, care home closure")
    form = amara.form
    council.loses_the_next_answer()
    form.submit()
    council.slack_is_patient_again()
    form.fill(deadline="3pm today").submit()
    council.until_quiet()
    due = {str(one.step): one.due_at for one in council.nudges() if one.state == NudgeState.PLANNED}
    assert due["officer_deadline"] == at(14)
    assert due["officer_passed"] == due["head_passed"] == at(15)


def test_two_processes_ask_nobody_twice(two_processes: Council) -> None:
    council = two_processes
    council.raises("amara")
    for step in range(1, 12):
        council.move_to(T0 + timedelta(minutes=40 * step))
        council.until_quiet()
    steps = council.asked()
    assert len(steps) == len(set(steps)) == 10
    assert len(council.said_to("helen")) == 3
    assert len(council.said_to("shirin")) == 2


def test_what_was_taken_from_its_card_while_the_message_still_waited_is_not_said_at_all(council: Council) -> None:
    """As after a crash that left a person's lane to a process that is gone, while their channel's was free."""
    priya = council.person("priya")
    with council.database.write() as session:
        held = datetime.now(UTC) + timedelta(minutes=5)
        session.add(Lane(name=priya.id, holder="a process that is gone", leased_until=held))
    council.person("amara").types("/media-enquiry")
    assert not council.person("amara").form.fill(**ENQUIRY).submit().is_open
    priya.in_channel("press-desk").wait_for(lambda message: "I'll take it" in message.buttons).press("I'll take it")
    council.until(lambda: council.enquiry().officer == priya.id, "she has it")
    with council.database.write() as session:
        release_lane(session, priya.id, "a process that is gone")
    council.until_quiet()
    assert council.said_to("priya") == []
    [first] = [one for one in council.nudges() if one.step == Step.OFFICER_NEW]
    assert (first.state, first.settled_how) == (NudgeState.SETTLED, "claimed")
