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
