"""Somebody has left the organisation while they had an enquiry, led its service, or were asked to sign it off."""

from bot.desk import leavers, sign_offs, statements, working
from bot.rules.statement_form import SignOffForm, StatementForm
from storage.kinds import Status, Subject
from tests.journeys.council import Council


def leaves(council: Council, name: str) -> None:
    """Their Slack account is closed, and the bot has heard and looked."""
    person, desk = council.person(name).id, council.bot.desk
    council.slack.on_loop(lambda: council.slack.workspace.deactivate(person))
    council.until(
        lambda: desk.refresh().presence[person].deactivated if person in desk.refresh().presence else False, "seen"
    )
    leavers.tick(desk)
    council.until_quiet()


def test_an_officers_enquiry_needs_someone_new_at_once(council: Council) -> None:
    council.raises("amara")
    council.card(reader="dewi").press("I'll take it")
    council.until_quiet()
    leaves(council, "dewi")

    enquiry = council.enquiry()
    assert (enquiry.status, enquiry.officer) == (Status.NEW, None)
    assert council.timeline()[-1] == "Dewi Hughes has left. Somebody else takes their part in ME-0001."
    assert "I'll take it" in council.card().buttons
    assert council.said_to("priya")[-1].splitlines()[0] == (
        "A journalist has been in touch: ME-0001. Please take it, or ask a colleague to."
    )
    before = council.trail()
    leavers.tick(council.bot.desk)
    assert council.trail() == before  # once


def test_with_words_under_way_it_is_with_the_next_officer(council: Council) -> None:
    council.raises("amara")
    desk, dewi = council.bot.desk, council.person("dewi").id
    working.claim(desk, 1, person=dewi)
    statements.draft(desk, 1, StatementForm(("Elm House stays open.",)), form_id="V7", person=dewi)
    sign_offs.ask(desk, 1, SignOffForm((council.person("shirin").id,)), person=dewi)
    council.until_quiet()
    leaves(council, "dewi")
    assert (council.enquiry().status, council.enquiry().officer) == (
        Status.AWAITING_SIGN_OFF,
        council.person("priya").id,
    )
    assert (
        council.said_to("priya")[-1].splitlines()[0]
        == "The press officer who had ME-0001 has left. It is with you now."
    )


def test_the_deputy_is_asked_in_a_leads_place(council: Council) -> None:
    council.raises("amara")
    council.person("shirin").inbox.last.press("I have it")
    council.until_quiet()
    leaves(council, "shirin")
    assert (council.enquiry().lead, council.enquiry().lead_acknowledged_by) == (council.person("joan").id, None)
    assert council.asked()[-1] == ("lead_new", "Joan")


def test_an_approver_who_has_left_is_replaced_by_the_press_officer(council: Council) -> None:
    council.raises("amara")
    desk, priya, joan = council.bot.desk, council.person("priya").id, council.person("joan").id
    working.claim(desk, 1, person=priya)
    statements.draft(desk, 1, StatementForm(("Elm House stays open.",)), form_id="V7", person=priya)
    sign_offs.ask(desk, 1, SignOffForm((joan,)), person=priya)
    council.until_quiet()
    leaves(council, "joan")

    assert council.enquiry().status == Status.IN_PROGRESS
    assert council.said_to("priya")[-1].splitlines()[0] == (
        "ME-0001: someone who was asked about this cannot take part any more. Please find somebody in their place."
    )
    assert [step for step, _ in council.asked(1, Subject.TASK)] == ["task"]
    council.card().press("Ask for sign-off")
    council.until(lambda: council.person("priya").has_form, "the form is open")
    form = council.person("priya").form.fill(approvers=["joan"]).submit()
    assert form.errors == {
        "approvers": "Joan Whitfield has left and cannot be reached here. Please choose someone else."
    }
    form.fill(approvers=["shirin"]).submit()
    council.until_quiet()
    assert council.enquiry().status == Status.AWAITING_SIGN_OFF


def test_a_yes_given_before_leaving_stands(council: Council) -> None:
    council.raises("amara")
    desk, priya, shirin = council.bot.desk, council.person("priya").id, council.person("shirin").id
    working.claim(desk, 1, person=priya)
    statements.draft(desk, 1, StatementForm(("Elm House stays open.",)), form_id="V7", person=priya)
    sign_offs.ask(desk, 1, SignOffForm((shirin,)), person=priya)
    sign_offs.approve(desk, 1, candour="yes", person=shirin)
    council.until_quiet()
    leaves(council, "shirin")
    assert council.enquiry().status == Status.READY
