"""The weeks before an election: set by the head of communications, shown on what comes in, and what is political waits."""

from storage.kinds import Subject, TaskKind, TaskState
from storage.pre_election import PreElection
from tests.journeys.council import Council
from tests.journeys.test_may_be_named import task_of
from tests.journeys.test_statements import approves, asks, claimed, drafts

NOTE = "Pre-election period until Thursday 7 May 2026."


def set_period(council: Council, starts: str = "2026-03-02", ends: str = "2026-05-07", words: str = "") -> None:
    """By the word after the command."""
    helen = council.person("helen")
    helen.types("/media-enquiry pre-election")
    form = helen.form.fill(election_starts=starts, election_ends=ends, election_guidance=words).submit()
    assert not form.is_open, form.errors
    council.until_quiet()


def test_what_comes_in_carries_the_guidance_on_every_surface(council: Council) -> None:
    set_period(council, words="Facts only, please.")
    council.raises()
    assert f"{NOTE} Facts only, please." in council.card().readable
    assert f"{NOTE} Facts only, please." in council.said_to("amara")[0]
    council.sends_in()
    assert any(
        NOTE in one.readable
        for one in council.person("priya").in_channel("press-desk").messages
        if "GN-0001" in one.readable
    )
    council.person("priya").home.open()
    council.until_quiet()
    assert "Pre-election period: Monday 2 March 2026 to Thursday 7 May 2026" in council.person("priya").home.readable
    with council.database.read() as session:
        assert session.query(PreElection).count() == 1
    assert council.trail(0, Subject.ORGANISATION)[-1] == ("Helen", "pre_election_set")


def test_only_the_head_sets_it_and_the_dates_have_to_make_sense(council: Council) -> None:
    council.person("priya").types("/media-enquiry pre-election", channel="general")
    assert council.private_word("priya", "general") == "Only the head of communications can set this."
    helen = council.person("helen")
    helen.types("/media-enquiry pre-election")
    form = helen.form.fill(election_starts="2026-05-07", election_ends="2026-03-02").submit()
    assert form.errors == {"election_ends": "It would end before it starts. Please give a later last day."}
    form = helen.form.fill(election_starts="2026-01-02", election_ends="2026-02-02").submit()
    assert form.errors == {"election_ends": "That date has already passed. Please give a later one."}
    form = helen.form.fill(election_starts="2026-03-02", election_ends="2026-12-02").submit()
    assert form.errors == {"election_ends": "That is longer than a hundred days. Please look at the dates again."}


def test_taken_back_it_is_gone_from_what_came_in(council: Council) -> None:
    set_period(council)
    council.raises()
    helen = council.person("helen")
    helen.types("/media-enquiry pre-election")
    helen.form.press("Take back")
    council.until(lambda: "No period is set now." in helen.form.text, "nothing is set any more")
    council.card().press("I'll take it")
    council.until_quiet()
    assert NOTE not in council.card().readable
    assert council.trail(0, Subject.ORGANISATION)[-1] == ("Helen", "pre_election_lifted")


def test_what_is_political_waits_for_the_monitoring_officer(council: Council) -> None:
    set_period(council)
    council.raises()
    priya = council.person("priya")
    council.card().press("I'll take it")
    council.until_quiet()
    council.card().press("Open")
    priya.form.press("It is political")
    council.until(lambda: "It is noted as political" in priya.form.text, "the page says so")
    council.until_quiet()
    priya.form.close()
    task = task_of(council, TaskKind.MONITORING_OFFICER)
    assert task.owner == council.person("helen").id
    assert "Please ask your monitoring officer to look at it before anything goes." in council.said_to("helen")[-1]

    record_response(council)
    assert "the monitoring officer has to see it first" in " ".join(priya.form.errors.values())
    priya.form.close(everything=True)
    council.person("helen").inbox.last.press("Done")
    council.until_quiet()
    assert task_of(council, TaskKind.MONITORING_OFFICER).state == TaskState.DONE
    record_response(council)
    council.until_quiet()
    assert str(council.enquiry().status) == "responded"


def test_approved_words_wait_for_the_monitoring_officer_and_the_officer_hears_when_they_can_go(
    council: Council,
) -> None:
    set_period(council)
    claimed(council)
    priya = council.person("priya")
    council.card().press("Open")
    priya.form.press("It is political")
    council.until(lambda: "It is noted as political" in priya.form.text, "the page says so")
    priya.form.close()
    council.until_quiet()
    drafts(council, "The home stays open.")
    asks(council)
    approves(council, "shirin")

    waits = priya.inbox.wait_for(lambda message: "has every yes it needs" in message.readable)
    assert "Please do not send it yet: an election is near and it is political" in waits.sentence
    assert list(waits.buttons) == ["Open"]
    assert "the monitoring officer looks at it before it goes" in council.card().readable
    council.card().press("Record the response")
    council.until(lambda: priya.form.title == "Response: ME-0001", "the form of the response")
    assert "Please do not send it yet" in priya.form.text
    priya.form.close()

    asked = council.person("helen").inbox.wait_for(lambda message: "monitoring officer" in message.readable)
    asked.press("Done")
    council.until_quiet()
    assert council.said_to("priya")[-1].startswith("ME-0001 is ready: version 1 has every yes it needs. Please send it")
    assert not any("Please do not send it yet" in said for said in council.said_to("priya"))
    assert "ready to send" in council.card().readable
    assert "It is noted as political. The monitoring officer has seen it." in council.card().readable
    record_response(council)
    council.until_quiet()


def record_response(council: Council) -> None:
    priya = council.person("priya")
    council.card().press("Open")
    priya.form.press("Record the response")
    council.until(lambda: priya.form.title == "Response: ME-0001", "the form of the response")
    priya.form.fill(response="The home stays open.").submit()


def test_the_monitoring_officer_of_the_file_is_asked_and_may_read_it(council: Council) -> None:
    council.change_organisation(
        lambda text: text.replace(
            'administrators = ["helen"]', 'administrators = ["helen"]\nmonitoring_officers = ["yusuf"]'
        )
    )
    set_period(council)
    council.raises("tomasz")
    council.person("tomasz").inbox.messages[0].press("Add more")
    council.person("tomasz").form.fill(political=["political"]).submit()
    council.until_quiet()
    yusuf = council.person("yusuf")
    assert "this is political and an election is near" in council.said_to("yusuf")[-1]
    yusuf.types("/media-enquiry ME-0001", channel="general")
    assert yusuf.form.title == "ME-0001"
