"""Never a case file: what could tell who someone is is caught as it is typed, and nothing typed is lost."""

from sqlalchemy import select

from storage.audit import AuditEntry, entries_of
from storage.kinds import Subject
from tests.journeys.council import ENQUIRY, STORY, Council

DROP_IN = "Is the drop-in at 14 Acacia Road, NB4 7QT, to close?"


def test_a_number_is_refused_beside_its_field_and_everything_stays(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(**{**ENQUIRY, "question": "About Mosaic ID 998877?", "journalist": "Sam Poole"}).submit()
    assert form.errors == {
        "question": "Please take this out: Mosaic ID 998877. It looks like a case number. "
        "Nobody needs it here: our own reference is enough.",
        "journalist": "Please add the journalist's phone number or e-mail address, so that we can get back to them.",
    }
    assert form.values["outlet"] == ENQUIRY["outlet"]
    form.fill(question="About a family?", journalist=ENQUIRY["journalist"]).submit()
    assert not form.is_open
    assert council.enquiry().question == "About a family?"


def test_an_address_is_let_through_by_a_tick_and_the_trail_says_so(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(**{**ENQUIRY, "question": DROP_IN}).submit()
    assert (form.is_open, form.trouble, form.errors) == (True, "", {})
    assert "“14 Acacia Road” and “NB4 7QT”: is this a public building" in form.text
    assert {field: form.values[field] for field in ENQUIRY} == {**ENQUIRY, "question": DROP_IN}

    form.submit()  # without a word: it says where the answer goes
    assert form.errors == {"may_stay": "Please tick what can stay, or take the words out of what you wrote."}

    form.fill(may_stay="It is a public building and nobody lives there").submit()
    assert not form.is_open, form.errors
    assert council.enquiry().question == DROP_IN
    assert council.trail() == [("Amara", "recorded"), ("Amara", "kept_as_typed")]
    with council.database.read() as session:
        kept = entries_of(session, Subject.ENQUIRY, 1)[-1].details
    assert kept == {"kinds": ["address", "postcode"]}


def test_without_a_tick_the_words_come_out_and_nothing_is_said_of_it(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(**{**ENQUIRY, "question": DROP_IN}).submit()
    form.fill(question="Is the drop-in in Acacia Road to close?").submit()
    assert not form.is_open
    assert council.trail() == [("Amara", "recorded")]


def test_another_address_is_another_question(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(**{**ENQUIRY, "question": DROP_IN}).submit()
    form.fill(may_stay="It is a public building and nobody lives there", question=f"{DROP_IN} And 3 Mill Lane?")
    form.submit()
    assert form.is_open
    assert "“3 Mill Lane”: is this a public building" in form.text


def test_a_name_is_asked_about_in_a_private_service_area_and_the_journalists_own_is_not(council: Council) -> None:
    tomasz = council.person("tomasz")
    tomasz.types("/media-enquiry")
    asked = "Sam Poole asks Helen Brooks: why was Jordan Smith moved?"
    form = tomasz.form.fill(**{**ENQUIRY, "question": asked}).submit()
    assert "“Jordan Smith”: is this someone we support?" in form.text
    assert "“Sam Poole”" not in form.text
    form.fill(may_stay="I have looked: the name can stay").submit()
    council.until_quiet()
    assert not form.is_open
    assert council.trail()[:2] == [("Tomasz", "recorded"), ("Tomasz", "kept_as_typed")]
    assert "Jordan Smith" not in council.standing() + council.ever_sent()


def test_the_same_name_is_no_question_elsewhere(council: Council) -> None:
    council.raises("amara", question="Why was Jordan Smith given the prize?")
    assert council.trail() == [("Amara", "recorded")]


def test_a_school_beside_a_child_is_asked_about_in_a_story(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    told = "A boy at St Mary's Primary planted the garden."
    form = amara.form.fill(**{**STORY, "what_happened": told}).submit()
    assert "“St Mary's Primary”: beside a child" in form.text
    form.fill(may_stay="I have looked: the school can stay").submit()
    council.until_quiet()
    assert council.story().what_happened == told
    assert council.trail(1, Subject.STORY)[:2] == [("Amara", "sent_in"), ("Amara", "kept_as_typed")]


def test_no_audit_entry_holds_what_was_typed_about_it(council: Council) -> None:
    test_a_name_is_asked_about_in_a_private_service_area_and_the_journalists_own_is_not(council)
    with council.database.read() as session:
        kept = [one for one in session.scalars(select(AuditEntry)) if one.action == "kept_as_typed"]
        assert [one.details for one in kept] == [{"kinds": ["name"]}]
