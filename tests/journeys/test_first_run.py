"""From nothing: the bot has just been added, and a head of communications walks the first steps alone, in Slack."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import manifest
from bot.demo import WORKSPACE
from bot.organisation.file import organisation_from, organisation_text
from bot.rules.holes import HoleCode, holes
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.people.form import Form
from sandbox.people.seen import Home
from storage import audit
from storage.engine import Database
from storage.kinds import Role, Status, Subject
from storage.nudge import nudges_of
from storage.organisation import Organisation, read_organisation
from tests.journeys.council import T0, Council, started


@pytest.fixture
def bare(file_database: Database, tmp_path: Path) -> Iterator[Council]:
    """Northbank's workspace with the bot in its channels, and nothing in the database."""
    clock = SandboxClock(T0, flowing=False)
    with Sandbox(load_workspace(WORKSPACE, clock=clock), manifest.manifest(), clock=clock) as slack:
        slack.limits.on = False
        council = Council(slack, file_database, [], Organisation(name=""))
        council.bots.append(started(slack, file_database))
        try:
            yield council
        finally:
            council.bot.stop()


def _begins(council: Council, who: str = "helen") -> Form:
    person = council.person(who)
    person.home.open().wait_for(lambda words: "I've just been added to your workspace" in words).press(
        "Set up Close Ties"
    )
    council.until(lambda: _has_form(council, who), f"something opens for {who}")
    return person.form


def _has_form(council: Council, who: str) -> bool:
    person = council.person(who)
    return person.stage.run(person.stage.actions.form(person.name)) is not None


def _step(council: Council, words: str, title: str) -> Form:
    """The button beside a step on App Home, and the form that it opens."""
    helen = council.person("helen")
    council.until_quiet()
    home = helen.home.wait_for(lambda shown: words in shown)
    block = next(one for one in home.blocks if words in str(one.get("text", {}).get("text", "")))
    act = block["accessory"]["action_id"]
    helen.stage.run(helen.stage.actions.press(helen.name, act, home=True, block_id=block["block_id"]))
    council.until(lambda: _has_form(council, "helen") and helen.form.title == title, title)
    return helen.form


def _kept(council: Council) -> Organisation:
    with council.database.read() as session:
        found = read_organisation(session)
    assert found is not None
    return found


def test_six_steps_from_nothing_to_an_organisation(bare: Council) -> None:
    council = bare
    form = _begins(council)
    form.fill(set_name="Northbank Council", set_nation="SCT").submit()
    assert not form.is_open, form.errors
    helen, priya, shirin, joan = (council.person(name).id for name in ("helen", "priya", "shirin", "joan"))
    assert _kept(council).holders(Role.ADMINISTRATOR) == (helen,)
    assert ("U0HELEN05", "first_administrator") in council.trail(1, Subject.ORGANISATION)
    council.person("helen").home.wait_for(lambda words: "Setting up: 1 of 5 steps done" in words)

    form = _step(council, "Your channels", "Channels")
    form.fill(set_triage_channel="C0PRESSDESK").submit()
    needed = ("set_restricted_channel", "set_intake_channel", "set_good_news_channel")
    assert set(form.errors) == set(needed), "each is asked for at its field"
    assert form.values["set_triage_channel"] == "C0PRESSDESK", "what was chosen stands there still"
    form.fill(**dict(zip(needed, ("C0RESTRICTED", "C0INTAKE", "C0GOODNEWS"), strict=True))).submit()
    assert not form.is_open, form.errors

    form = _step(council, "Your press officers", "Roles")
    form.fill(set_officers=[priya], set_head=helen, set_approvers=[shirin, joan], set_on_call=priya).submit()
    assert not form.is_open, form.errors

    form = _step(council, "Your first service area", "Service area")
    assert "…" not in form.text, "nothing is cut off"
    form.fill(
        set_area_name="Adults' social care", set_lead=shirin, set_deputies=[joan], set_area_officer=priya
    ).submit()
    assert not form.is_open, form.errors

    form = _step(council, "The numbers to ring", "Numbers to ring")
    form.fill(set_duty_phone="ask Priya", set_danger_number="ask anybody").submit()
    assert form.errors == dict.fromkeys(
        ("set_duty_phone", "set_danger_number"), "Please give a number that can be rung, such as 07700 900123."
    )
    form.fill(set_duty_phone="01632 960 100", set_danger_number="").submit()
    assert not form.is_open, form.errors

    home = council.person("helen").home.wait_for(lambda words: "Setting up: 5 of 5 steps done" in words)
    _practises(council, home)
    home.press("We are done")
    council.person("helen").home.wait_for(lambda words: "Setting up" not in words)
    _erased(council)
    now = _kept(council)
    assert [hole.code for hole in holes(now) if not hole.is_note] == []
    assert organisation_from(organisation_text(now)) == replace(now, version=0)


def _practises(council: Council, home: Home) -> None:
    """A practice enquiry goes the way of every enquiry, and says what it is to everyone."""
    home.press("Send a practice enquiry")
    form = council.person("helen").form.fill(service_area="adults").submit()
    assert not form.is_open, form.errors
    council.until_quiet()
    assert "This is a practice. No journalist has been in touch." in council.card().readable
    assert council.asked() == [("officer_new", "U0PRIYA03"), ("lead_new", "U0SHIRIN7")]
    for who in ("priya", "shirin"):
        assert "This is a practice. No journalist has been in touch." in council.person(who).inbox.messages[-1].readable


def _erased(council: Council) -> None:
    """Nothing is left of it but that there was a practice, wherever it was shown."""
    over = "ME-0001 was a practice. It is over, and nothing is kept of it. Thank you for trying it."
    council.until_quiet()
    assert council.card().readable == over
    for who in ("helen", "priya", "shirin"):
        assert {one.readable for one in council.person(who).inbox.messages} == {over}
    enquiry = council.enquiry()
    assert (enquiry.status, enquiry.question, enquiry.outlet, enquiry.raised_by) == (Status.CLOSED, "", "", "")
    assert (enquiry.practice, enquiry.emptied_at) == (True, T0)
    with council.database.read() as session:
        assert nudges_of(session, Subject.ENQUIRY, enquiry.id) == []
        assert audit.verify(session) == []


def test_only_who_looks_after_the_workspace_begins_and_others_are_told_who(bare: Council) -> None:
    council = bare
    said = _begins(council, "priya")
    assert "someone who looks after this Slack workspace: an admin or an owner" in said.text
    with council.database.read() as session:
        assert read_organisation(session) is None


def test_two_who_begin_at_once_and_the_second_is_told_who_was_first(bare: Council) -> None:
    council = bare
    workspace = council.slack.workspace
    council.slack.on_loop(lambda: setattr(workspace.person("dewi"), "admin", True))
    helens, dewis = _begins(council), _begins(council, "dewi")
    assert not helens.fill(set_name="Northbank Council").submit().is_open
    dewis.fill(set_name="Northbank").submit()
    assert dewis.errors == {
        "set_name": "Only those who look after Close Ties can change its settings. Helen Brooks can help you."
    }
    assert _kept(council).name == "Northbank Council"


def test_an_organisation_without_anyone_to_look_after_it_says_so_to_the_press_office(council: Council) -> None:
    council.change_organisation(lambda text: text.replace('administrators = ["helen"]', "administrators = []"))
    assert [hole.code for hole in holes(council.bot.desk.organisation)] == [HoleCode.NO_ADMINISTRATOR]
    home = council.person("helen").home.open().wait_for(lambda words: "Nobody looks after Close Ties" in words)
    home.press("Set up Close Ties")
    council.until(lambda: _has_form(council, "helen"), "the form")
    form = council.person("helen").form.submit()
    assert not form.is_open
    assert _kept(council).holders(Role.ADMINISTRATOR) == (council.person("helen").id,)
