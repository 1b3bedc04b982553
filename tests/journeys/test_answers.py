"""Answers that finish the job: the buttons and the menu of a nudge, the call somebody asked for, and two who answer at once."""

from datetime import datetime

from sandbox.people.seen import Message
from storage.call_request import calls_of
from storage.kinds import NudgeState, Step
from tests.journeys.council import LONDON, Council


def at(hour: int, minute: int = 0, day: int = 4) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LONDON)


def nudge_to(council: Council, name: str) -> Message:
    return council.person(name).inbox.last


def choose(council: Council, name: str, answer: str, step: Step = Step.LEAD_NEW) -> str:
    """Choose something out of the menu of a nudge."""
    [nudge] = [one for one in council.nudges() if one.step == step and one.person == council.person(name).id]
    shown = nudge_to(council, name).press("nudge_more", f"{answer} {nudge.id}")
    council.until_quiet()
    return shown


def test_the_lead_reads_few_buttons_and_a_menu(council: Council) -> None:
    council.raises("amara")
    assert list(nudge_to(council, "shirin").buttons) == ["I have it", "Call me", "Hand to my deputy", "Open"]
    [row] = [block for block in nudge_to(council, "shirin").blocks if block["type"] == "actions"]
    menu = row["elements"][-1]
    assert [one["text"]["text"] for one in menu["options"]] == [
        "Hand to someone else",
        "Remind me in 30 minutes",
        "Remind me later…",
        "Not mine",
        "Why am I getting this?",
    ]
    [row] = [block for block in nudge_to(council, "priya").blocks if block["type"] == "actions"]
    assert [one["text"]["text"] for one in row["elements"][-1]["options"]] == [
        "Hand to a colleague",
        "Remind me in 30 minutes",
        "Remind me later…",
        "Not mine",
        "Why am I getting this?",
    ]


def test_a_snooze_is_kept_for_the_whole_chain_and_then_comes_back(either_council: Council) -> None:
    council = either_council
    council.raises("amara")
    choose(council, "shirin", "half_an_hour")
    assert "You will be reminded Today at 10:42." in nudge_to(council, "shirin").readable
    assert list(nudge_to(council, "shirin").buttons) == ["I have it", "Don't wait", "Open"]
    assert council.timeline()[-1] == "Shirin Daryaei will be reminded of ME-0001 a little later."
    told = len(council.said_to("shirin"))
    council.move_to(at(10, 41))
    council.until_quiet()
    assert len(council.said_to("shirin")) == told
    council.move_to(at(10, 42))
    council.until_quiet()
    assert len(council.said_to("shirin")) == told + 1
    assert nudge_to(council, "shirin").sentence.startswith("ME-0001 still needs you.")
    nudge_to(council, "shirin").press("I have it")
    council.until_quiet()
    assert all("I have it" not in one.buttons for one in council.person("shirin").inbox.messages)
    council.move_to(at(12))
    council.until_quiet()
    assert ("lead_again", "Shirin") in council.asked()
    assert ("deputy", "Joan") not in council.asked()


def test_why_is_said_to_them_alone(council: Council) -> None:
    council.raises("amara")
    choose(council, "shirin", "why")
    assert council.private_word("shirin") == (
        "A journalist has been in touch, and you are among those who hear first. You are asked because you lead Adults' social care."
    )


def test_call_me_tells_the_officer_the_number_and_when(either_council: Council) -> None:
    council = either_council
    council.raises("amara")
    nudge_to(council, "shirin").press("Call me")
    form = council.person("shirin").form
    assert form.values["call_number"] == "01632 960 105"
    assert form.fill(call_number="ask Amara").submit().errors == {
        "call_number": "Please give a number that can be rung, such as 07700 900123."
    }
    form = council.person("shirin").form
    assert not form.fill(call_number="07700 900123", call_when="3pm").submit().is_open
    council.until_quiet()
    word = nudge_to(council, "priya")
    assert word.sentence.startswith(
        "Shirin Daryaei would like to be rung about ME-0001 on 07700 900123, Wednesday 4 March at 15:00."
    )
    assert council.enquiry().lead_acknowledged_by == council.person("shirin").id, "nobody else is asked"
    assert council.timeline()[-1] == "Shirin Daryaei would like to be rung about ME-0001."
    word.press("I have rung")
    council.until_quiet()
    assert nudge_to(council, "priya").readable == "ME-0001: You rang Shirin Daryaei, Today at 10:12."
    with council.database.read() as session:
        [call] = calls_of(session, 1)
    assert (call.number, call.call_at, call.done_by) == ("07700 900123", at(15), council.person("priya").id)


def test_handed_to_somebody_else_they_are_asked_at_once_and_read_the_note(council: Council) -> None:
    council.raises("amara")
    choose(council, "shirin", "someone")
    form = council.person("shirin").form.fill(hand_person=council.person("marcus").id, hand_note="He ran Elm House.")
    assert not form.submit().is_open
    council.until_quiet()
    asked = nudge_to(council, "marcus")
    assert asked.readable.splitlines()[0].endswith(
        "Please say that you have it, so that the press office knows who to talk to."
    )
    assert "Shirin Daryaei says:\nHe ran Elm House." in asked.readable
    assert "You are asked because it was handed to you." in asked.readable
    assert (
        nudge_to(council, "shirin").readable
        == "ME-0001: You handed it to a colleague, Today at 10:12. They are asked in your place."
    )
    asked.press("I have it")
    council.until_quiet()
    assert council.enquiry().lead_acknowledged_by == council.person("marcus").id
    assert council.timeline()[-2] == "Shirin Daryaei handed ME-0001 to Marcus Bell."


def test_not_mine_asks_the_next_at_once_and_the_press_office_sees_it(council: Council) -> None:
    council.raises("amara")
    choose(council, "shirin", "not_mine")
    assert not council.person("shirin").form.submit().is_open
    council.until_quiet()
    assert council.asked()[-1] == ("lead_new", "Joan")
    assert council.timeline()[-1] == "Shirin Daryaei said that ME-0001 is for someone else. Joan Whitfield was asked."
    assert "Not mine" not in nudge_to(council, "shirin").readable
    choose(council, "priya", "not_mine", Step.OFFICER_NEW)
    assert not council.person("priya").form.submit().is_open
    council.until_quiet()
    assert council.asked()[-1] == ("head_unclaimed", "Helen")
    assert nudge_to(council, "helen").buttons["I'll take it"] == "nudge_claim"


def test_still_on_it_begins_the_wait_anew_and_nobody_else_is_asked(council: Council) -> None:
    council.raises("amara")
    nudge_to(council, "shirin").press("I have it")
    council.card().press("I'll take it")
    council.until_quiet()
    council.move_to(at(12, 40))
    council.until_quiet()
    nudge_to(council, "shirin").press("Still on it")
    council.until_quiet()
    assert nudge_to(council, "shirin").readable == (
        "ME-0001: You answered: still on it, Today at 12:40. Thank you. The press office knows."
    )
    council.move_to(at(13, 40))
    council.until_quiet()
    assert "lead_silent" not in [step for step, _ in council.asked()]
    assert council.enquiry().lead_acknowledged_by == council.person("shirin").id
    assert [step for step, who in council.asked() if who == "Shirin"].count("still_on_it_lead") == 1
    council.move_to(at(14, 30))
    council.until_quiet()
    assert [step for step, who in council.asked() if who == "Shirin"].count("still_on_it_lead") == 2


def test_too_late_for_the_deadline_it_cannot_wait_and_is_told_until_when_it_can(council: Council) -> None:
    council.raises("amara", deadline="11am today")
    choose(council, "shirin", "snooze")
    form = council.person("shirin").form
    assert "This can wait until Today at 10:48 at the latest" in form.text
    form = form.fill(snooze_until="10.55").submit()
    assert form.is_open
    assert (
        "That would be too late for the deadline. This can wait until Wednesday 4 March at 10:48 at the latest."
        in str(form.errors)
    )
    choose(council, "priya", "half_an_hour", Step.OFFICER_NEW)
    council.move_to(at(10, 41))
    council.until_quiet()
    assert [who for _, who in council.asked() if who == "Priya"] == ["Priya"], "what is urgent waits for a snooze too"


def test_two_at_once_one_wins_and_the_other_is_told_kindly(council: Council) -> None:
    council.raises("amara")
    council.move_to(at(11, 40))
    council.until_quiet()
    joan = council.person("joan").inbox.last
    stale = next(one for one in council.nudges() if one.step == Step.DEPUTY)
    assert stale.state == NudgeState.SENT
    nudge_to(council, "shirin").press("I have it")
    council.until_quiet()
    joan_now = council.person("joan").inbox.last
    assert joan.ts == joan_now.ts
    assert joan_now.buttons == {}
    assert (
        joan_now.readable
        == "ME-0001: Shirin Daryaei took it on for the service, Today at 11:40. Nothing more is needed from you."
    )


def test_the_page_and_the_card_show_both_and_who_was_asked(council: Council) -> None:
    council.raises("amara")
    assert "Asked: Priya Nair at 10:12 and Shirin Daryaei at 10:12" in council.card().readable
    nudge_to(council, "shirin").press("I have it")
    council.card().press("I'll take it")
    council.until_quiet()
    council.card().press("Open")
    page = council.person("priya").form.text
    assert "Press office: Priya Nair has it, since Today at 10:12." in page
    assert "Service: Shirin Daryaei has it, since Today at 10:12." in page
    assert "Shirin Daryaei was asked Today at 10:12." in page


def test_closed_meanwhile_nobody_need_be_rung(council: Council) -> None:
    council.raises("amara")
    nudge_to(council, "shirin").press("Call me")
    council.person("shirin").form.submit()
    council.until_quiet()
    assert list(nudge_to(council, "priya").buttons) == ["I have rung", "Open"]
    council.card().press("Close")
    council.person("priya").form.fill(outcome="declined").submit()
    council.until_quiet()
    word = next(one for one in council.person("priya").inbox.messages if "rung" in one.readable)
    assert word.buttons == {}
    assert word.readable == "ME-0001 is closed. Shirin Daryaei need not be rung about it any more."
