"""Nudges that have nothing to do with an enquiry: put off, explained, answered in words, bundled, and in the morning's summary."""

from storage.kinds import NudgeState, Step, Subject
from tests.journeys.consenting import a_story, at, london, seen_the_words, take_downs, told_on_the_website, withdrawn
from tests.journeys.council import Council
from tests.journeys.sharing import asks, kept
from tests.journeys.test_answers_in_words import said_back
from tests.journeys.test_summaries import at as morning_at
from tests.journeys.test_summaries import said


def choose(council: Council, who: str, subject: Subject, answer: str) -> None:
    """Somebody chooses out of the menu of the last nudge of a kind that they were sent."""
    [*_, nudge] = [
        one
        for one in council.nudges(1, subject)
        if one.person == council.person(who).id and one.state == NudgeState.SENT
    ]
    asked = council.person(who).inbox.wait_for(lambda one: f"{answer} {nudge.id}" in str(one.blocks))
    asked.press("nudge_more", f"{answer} {nudge.id}")
    council.until_quiet()


def why(council: Council, who: str, subject: Subject) -> str:
    """What somebody is told who asks why they were sent this. Nobody else sees it."""
    choose(council, who, subject, "why")
    return council.private_word(who)


def is_to_come_down(council: Council) -> None:
    a_story(council)
    seen_the_words(council)
    told_on_the_website(council)
    withdrawn(council)


def asked_for_an_answer(council: Council) -> None:
    """Half of the time has gone, and Priya is asked."""
    asks(council, share_for_us="yes")
    council.advance(hours=2)
    council.until_quiet()


def test_taking_down_can_wait_two_hours_and_is_done_in_words(either_council: Council) -> None:
    council = either_council
    is_to_come_down(council)
    priya = council.person("priya")
    assert why(council, "priya", Subject.TAKE_DOWN) == (
        "What stood behind this story has ended, and nobody has noted that it was taken down everywhere. "
        "You are asked because it is with you to take it down there."
    )
    priya.writes("in a meeting til 5pm tomorrow")
    assert said_back(council, "priya", "About GN-0001").startswith("About GN-0001: That would be too late")
    priya.writes("on it")
    assert said_back(council, "priya", "Thank you. I will ask about GN-0001 again")
    [waits] = [one for one in council.nudges(1, Subject.TAKE_DOWN) if one.snoozed_until]
    assert (waits.step, waits.state) == (Step.TAKE_DOWN, NudgeState.SENT)
    priya.writes("done")
    assert said_back(council, "priya", "Thank you. What there was") == (
        "Thank you. What there was to do for GN-0001 is noted as done."
    )
    assert [one.done_by for one in take_downs(council)] == [priya.id]


def test_a_take_down_is_never_taken_for_the_enquiry_of_the_same_number(council: Council) -> None:
    """Enquiry 1 has nothing to do with place 1: "done" is about what Priya was asked."""
    council.raises("amara")
    council.card("ME-0001").press("I'll take it")
    council.until_quiet()
    is_to_come_down(council)
    council.person("priya").writes("done")
    said_back(council, "priya", "Thank you. What there was to do for GN-0001")
    assert council.enquiry().status == "in_progress"
    assert [one.done_by for one in take_downs(council)] == [council.person("priya").id]


def test_the_head_hears_why_what_still_stands_comes_to_her(council: Council) -> None:
    is_to_come_down(council)
    at(council, london(5, 10, 14))
    assert why(council, "helen", Subject.TAKE_DOWN) == (
        "What stood behind this story has ended, and nobody has noted that it was taken down everywhere. "
        "Priya Nair had been asked to take it down, and a working day had gone by. "
        "You are asked because you head communications."
    )


def test_a_question_about_sharing_is_explained_and_put_off_until_before_it_is_due(either_council: Council) -> None:
    council = either_council
    asked_for_an_answer(council)
    assert why(council, "priya", Subject.SHARE) == (
        "Amara Okafor asked whether something may be shared or said, and waits for our answer. "
        "You are asked because the answer is with you."
    )
    council.person("priya").writes("in a meeting til 4.30")
    assert said_back(council, "priya", "About SH-0001").startswith("About SH-0001: That would be too late")
    choose(council, "priya", Subject.SHARE, "half_an_hour")
    council.advance(minutes=29)
    council.until_quiet()
    assert council.asked(1, Subject.SHARE) == [("share_answer", "Priya")]
    council.advance(minutes=2)
    council.until_quiet()
    assert council.asked(1, Subject.SHARE) == [("share_answer", "Priya"), ("share_answer", "Priya")]
    council.person("priya").inbox.last.press("Yes, go ahead")
    council.until_quiet()
    assert kept(council).answered_by == council.person("priya").id


def test_the_morning_names_what_else_waits(council: Council) -> None:
    is_to_come_down(council)
    asks(council, share_for_us="yes")
    asks(council, "tomasz", share_kind="change", share_words="The rota form takes an hour.")
    morning_at(council, london(4, 10, 30))
    [summary] = said(council)[-1:]
    assert "Still to be taken down where it was told: GN-0001." in summary
    assert "Asked about sharing, and waiting for our answer: SH-0001." in summary
    assert "Ideas for the organisation, waiting for an answer: SH-0002." in summary


def test_what_comes_due_together_is_one_message_each_part_with_its_answers(council: Council) -> None:
    asks(council, share_for_us="yes")
    asks(council, share_for_us="yes", share_words="Our choir sang in the cathedral.")
    before = len(council.said_to("priya"))
    council.advance(hours=2)
    council.until_quiet()
    [both] = council.person("priya").inbox.messages[before:]
    assert both.sentence.startswith("2 things are waiting for you.")
    rows = [block for block in both.blocks if block["type"] == "actions"]
    assert [[one.get("text", {}).get("text", "menu") for one in row["elements"]] for row in rows] == [
        ["Yes, go ahead", "Yes, with these changes", "Not yet", "Open", "menu"]
    ] * 2
    assert both.readable.count("Half of the time has gone. Can you answer?") == 2
