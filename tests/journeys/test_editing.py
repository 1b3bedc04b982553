"""Changing an enquiry: who changed what, from what, to what; two people at once; a form left open while the enquiry moved on."""

from datetime import timedelta

from bot.desk import enquiries, working
from bot.rules.enquiry_form import CloseForm, MoreForm
from storage import audit
from storage.kinds import Subject, Terms
from tests.journeys.council import JOURNALIST, QUESTION, T0, Council
from tests.journeys.test_working import opened, presses

BBC = "BBC Northbank"


def edits(council: Council, who: str, channel: str = "press-desk") -> None:
    """Someone opens the form that changes the enquiry."""
    opened(council, who, channel=channel)
    presses(council, who, "Change details")


def details(council: Council) -> dict[str, object]:
    """What the trail keeps of the last thing done."""
    with council.database.read() as session:
        return audit.entries_of(session, Subject.ENQUIRY, 1)[-1].details or {}


def test_the_deadline_is_moved_and_everything_with_it(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    edits(council, "priya")
    form = council.person("priya").form
    assert form.values["deadline"] == "Wednesday 4 March 2026 at 16:00"

    form.fill(deadline="10am tomorrow", edit_because="They have more time.").submit()
    council.until_quiet()

    assert council.timeline()[-1].splitlines() == [
        "Priya Nair moved the deadline of ME-0001 from Today at 16:00 to Tomorrow at 10:00.",
        "The reason: They have more time.",
    ]
    assert details(council) == {
        "deadline": ["2026-03-04T16:00:00+00:00", "2026-03-05T10:00:00+00:00"],
        "because": "They have more time.",
    }
    council.move_to(T0.replace(hour=16, minute=30))
    council.until_quiet()
    assert [step for step, _ in council.asked() if step in ("officer_deadline", "officer_passed")] == []
    council.move_to((T0 + timedelta(days=1)).replace(hour=10, minute=1))
    council.until_quiet()
    assert [pair for pair in council.asked() if pair[0] in ("officer_passed", "head_passed")] == [
        ("officer_passed", "Priya"),
        ("head_passed", "Helen"),
    ]


def test_a_deadline_that_had_passed_is_watched_again(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    council.move_to(T0.replace(hour=16, minute=1))
    council.until_quiet()
    edits(council, "priya")
    council.person("priya").form.fill(deadline="5:30pm today").submit()
    council.until_quiet()
    assert council.said_to("priya")[-1] == (
        "ME-0001: You changed its details, Today at 16:01. Nothing more is needed from you."
    )
    council.move_to(T0.replace(hour=17, minute=31))
    council.until_quiet()
    assert [who for step, who in council.asked() if step == "officer_passed"] == ["Priya", "Priya"]


def test_another_service_means_another_lead_and_may_make_it_private(council: Council) -> None:
    council.raises("amara")
    council.person("shirin").inbox.last.press("I have it")
    council.until_quiet()
    edits(council, "priya")
    council.person("priya").form.fill(service_area="Children's social care").submit()
    council.until_quiet()

    enquiry = council.enquiry()
    assert (enquiry.service_area, enquiry.lead, enquiry.lead_acknowledged_by, enquiry.restricted) == (
        "children",
        council.person("shirin").id,  # a deputy there: who has it goes on having it
        council.person("shirin").id,
        True,
    )
    assert QUESTION not in council.standing()
    assert council.timeline(channel="press-restricted")[-1] == "Priya Nair changed ME-0001."


def test_a_new_lead_is_told(council: Council) -> None:
    council.raises("amara")
    edits(council, "priya")
    council.person("priya").form.fill(service_area="Fostering and adoption").submit()
    council.until_quiet()
    lead = council.organisation.service_areas["fostering"].lead
    assert lead is not None
    assert council.enquiry().lead == lead
    assert council.asked()[-1] == ("lead_new", council.name_of(lead))
    assert council.said_to("shirin") == [
        "ME-0001: Priya Nair changed its details, Today at 10:12. Nothing more is needed from you."
    ]


def test_words_are_changed_from_what_to_what(council: Council) -> None:
    council.raises("amara")
    edits(council, "priya")
    council.person("priya").form.fill(outlet=BBC, angle="Cuts").submit()
    council.until_quiet()
    line = council.card().thread[-1]
    assert line.sentence == (
        f"Priya Nair changed the outlet in ME-0001 from “Northbank Echo” to “{BBC}”. "
        "Priya Nair noted what the story may be in ME-0001: “Cuts”."
    )
    assert details(council) == {"outlet": ["Northbank Echo", BBC], "angle": ["", "Cuts"]}
    assert BBC in council.person("shirin").inbox.last.readable  # what stands with the lead says the right thing


def test_mistakes_are_said_at_their_field_and_nothing_is_changed(council: Council) -> None:
    council.raises("amara")
    edits(council, "priya")
    form = council.person("priya").form
    form.fill(outlet=" ", journalist="Sam", deadline="4am today", terms="embargoed").submit()
    assert form.errors == {
        "outlet": "Please fill this in.",
        "journalist": "Please add the journalist's phone number or e-mail address, so that we can get back to them.",
        "deadline": "That time has already passed. Please give one that lies ahead, or write: none given.",
        "embargo_until": "Please fill this in.",
    }
    assert council.enquiry().version == 1


def test_terms_are_shown_where_the_words_stand(council: Council) -> None:
    council.raises("amara")
    edits(council, "priya")
    until = int(T0.replace(hour=23, minute=0).timestamp())
    council.person("priya").form.fill(embargo_until=until).submit()
    council.until_quiet()
    assert council.enquiry().terms == Terms.EMBARGOED
    assert "Terms: under embargo: nothing of it is to be published before Today at 23:00" in council.card().readable
    assert "Terms: under embargo: nothing of it is to be published before Wednesday 4 March at 23:00." in (
        council.card().sentence
    )
    edits(council, "dewi")
    council.person("dewi").form.fill(terms="reportable").submit()
    council.until_quiet()
    assert (council.enquiry().terms, council.enquiry().embargo_until) == (Terms.REPORTABLE, None)


def test_of_two_at_once_the_second_sees_what_the_first_did_and_loses_nothing(either_council: Council) -> None:
    council = either_council
    council.raises("amara")
    edits(council, "priya")
    mine = council.person("priya").form.fill(outlet=BBC, said_already="Nothing yet.")
    edits(council, "dewi")
    council.person("dewi").form.fill(outlet="ITV", angle="Cuts", journalist="Ann Lee, 020 7946 0001").submit()
    council.until_quiet()

    assert mine.submit().is_open
    form = council.person("priya").form
    assert form.text.splitlines()[1:8] == [
        "While you had this open, something else was changed. What you typed is still here. Please look, and save again.",
        "Dewi Hughes changed the outlet. It says now:",
        "ITV",
        "Yours is in the box below: saving puts it in place of theirs.",
        "Dewi Hughes changed the journalist. It says now:",
        "Ann Lee, 020 7946 0001",
        "Dewi Hughes changed what the story may be. It says now:",
    ]
    assert (form.values["outlet"], form.values["journalist"], form.values["angle"], form.values["said_already"]) == (
        BBC,
        "Ann Lee, 020 7946 0001",
        "Cuts",
        "Nothing yet.",
    )
    assert council.enquiry().outlet == "ITV"

    form.submit()
    council.until_quiet()
    enquiry = council.enquiry()
    assert (enquiry.outlet, enquiry.journalist, enquiry.angle, enquiry.said_already) == (
        BBC,
        "Ann Lee, 020 7946 0001",
        "Cuts",
        "Nothing yet.",
    )
    assert details(council) == {"outlet": ["ITV", BBC], "said_already": ["", "Nothing yet."]}


def test_a_field_that_was_changed_twice_meanwhile_is_shown_twice(council: Council) -> None:
    """Each time the form takes what holds by then: Slack keeps what stood in a field, unless the field is a new one."""
    council.raises("amara")
    edits(council, "priya")
    council.person("priya").form.fill(said_already="Nothing yet.")
    for outlet in ("ITV", "Sky"):
        edits(council, "dewi")
        council.person("dewi").form.fill(outlet=outlet).submit()
        council.until_quiet()
        council.person("priya").form.submit()
        assert council.person("priya").form.values["outlet"] == outlet
    council.person("priya").form.submit()
    council.until_quiet()
    assert (council.enquiry().outlet, council.enquiry().said_already) == ("Sky", "Nothing yet.")


def test_nothing_changed_is_nothing_told(council: Council) -> None:
    council.raises("amara")
    before = council.trail()
    edits(council, "priya")
    council.person("priya").form.submit()
    council.until_quiet()
    assert (council.trail(), council.enquiry().version) == (before, 1)


def test_a_form_left_open_while_it_was_closed_keeps_its_text(council: Council) -> None:
    council.raises("amara")
    edits(council, "priya")
    form = council.person("priya").form.fill(angle="Cuts")
    working.close(council.bot.desk, 1, CloseForm("declined"), person=council.person("dewi").id)
    council.until_quiet()
    form.submit()
    assert form.is_open
    assert form.errors == {
        "outlet": "Dewi Hughes has already closed this enquiry. If there is more to do, the press office can open it again."
    }
    assert form.values["angle"] == "Cuts"


def test_a_private_one_is_changed_without_a_word_in_its_thread(council: Council) -> None:
    council.raises("amara")
    enquiries.add_more(council.bot.desk, 1, MoreForm(marks=("police",)), person=council.person("amara").id)
    council.until_quiet()
    edits(council, "priya", channel="press-restricted")
    council.person("priya").form.fill(outlet=BBC, edit_because="The desk rang").submit()
    council.until_quiet()
    assert council.timeline(channel="press-restricted")[-1] == "Priya Nair changed ME-0001."
    assert [words for words in (BBC, "The desk rang") if words in council.ever_sent()] == []
    council.card(channel="press-restricted").press("Open")
    council.until(lambda: council.person("priya").has_form, "the page is open")
    assert f"from “Northbank Echo” to “{BBC}”. The reason: The desk rang" in council.person("priya").form.text
    assert JOURNALIST in council.person("priya").form.text
