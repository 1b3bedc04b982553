"""From the first draft to the words that go out: drafted, checked, changed, signed off, stopped, signed off again, sent."""

from sqlalchemy import select

from storage.kinds import CheckState, SignOffState, Status, Subject
from storage.statement import FactCheck, SignOff, Statement
from tests.journeys.council import Council

FIRST = "Elm House stays open. Nobody will have to move."
SECOND = "Elm House stays open. Nobody will have to move this year."


def versions(council: Council) -> list[tuple[int, str]]:
    """Every version that is kept, with its words."""
    with council.database.read() as session:
        return [(one.version, one.words) for one in session.scalars(select(Statement).order_by(Statement.version))]


def sign_offs(council: Council) -> list[tuple[str, str, SignOffState]]:
    """Who is asked for what part, and how it stands, in the order of asking."""
    with council.database.read() as session:
        rows = list(session.scalars(select(SignOff).order_by(SignOff.id)))
    return [(council.name_of(one.person), str(one.part), SignOffState(one.state)) for one in rows]


def checks(council: Council) -> list[tuple[str, CheckState, str]]:
    """Who checked the facts, and what they said."""
    with council.database.read() as session:
        rows = list(session.scalars(select(FactCheck).order_by(FactCheck.id)))
    return [(council.name_of(one.person), CheckState(one.state), one.note) for one in rows]


def claimed(council: Council) -> None:
    """Amara has raised it, and Priya has taken it."""
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()


def drafts(council: Council, *words: str, who: str = "priya") -> None:
    """Someone writes a version from the card."""
    label = "Write a new version" if versions(council) else "Draft a statement"
    council.card(reader=who).press(label)
    person = council.person(who)
    person.form.fill(**{f"words_{at}": text for at, text in enumerate(words, 1)}).submit()
    council.until_quiet()


def asks(council: Council, who: str = "priya", **answers: object) -> None:
    """Someone asks for sign-off from the card, with the people whom the form suggests unless others are named."""
    council.card(reader=who).press("Ask for sign-off")
    form = council.person(who).form.fill(**answers).submit()
    assert not form.is_open, f"{form.errors} {form.trouble}"
    council.until_quiet()


def approves(council: Council, who: str, candour: str = "nothing_wrong") -> None:
    """Someone opens the words, answers the question of candour, and says yes twice."""
    person = council.person(who)
    person.inbox.last.press("Open to approve")
    person.form.fill(candour=candour).submit()
    person.form.submit()
    council.until_quiet()
    assert not person.has_form


def test_from_the_draft_to_the_words_that_go_out(either_council: Council) -> None:
    council = either_council
    claimed(council)
    assert list(council.card().buttons)[:3] == ["Draft a statement", "Record the response", "Close"]

    drafts(council, FIRST)
    assert versions(council) == [(1, FIRST)]
    assert "Statement: version 1 is drafted, nobody has been asked to sign it off yet." in council.card().readable

    asks(council)
    assert "Lead: Shirin Daryaei, not answered yet" in council.card().readable
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.ASKED)]
    assert council.enquiry().status == Status.AWAITING_SIGN_OFF
    assert council.said_to("shirin")[-1].splitlines() == [
        "Priya Nair asks for your sign-off: the words for ME-0001, version 1.",
        "Please answer by: Today at 13:06",
        "Deadline: Today at 16:00 (in 5 hours)",
        "Northbank Echo",
        "The journalist asks",
        "Is it true that Elm House is to close in the spring?",
        "The words to say yes to",
        FIRST,
        "You are asked because you answer for Adults' social care.",
        "Open to approve",
        "Ask for a change",
        "Hand to my deputy",
    ]

    approves(council, "shirin")
    assert council.enquiry().status == Status.READY
    assert "Statement: version 1, signed off by Shirin Daryaei; ready to send." in council.card().readable
    assert "Lead: Shirin Daryaei has it" in council.card().readable, (
        "whoever answers about the words is not asked if they know"
    )
    told = council.said_to("shirin")
    assert any(one.startswith("ME-0001: You took it on for the service, Today at 10:12.") for one in told)
    assert council.said_to("priya")[-1].splitlines()[0] == (
        "ME-0001 is ready: version 1 has every yes it needs. Please send it, then record the response."
    )
    assert council.trail()[-4:] == [
        ("Priya", "claimed"),
        ("Priya", "drafted"),
        ("Priya", "sign_off_asked"),
        ("Shirin", "approved"),
    ]
    assert council.slack.log.problems() == []


def test_a_change_is_asked_for_and_new_words_need_a_new_yes(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    asks(council)
    shirin = council.person("shirin")

    shirin.inbox.last.press("Open to approve")
    shirin.form.fill(candour="no").submit()
    assert "You said that it does not say plainly what went wrong." in shirin.form.text
    shirin.form.fill(change_wanted="Say that it is only safe this year.").submit()
    council.until_quiet()

    assert council.enquiry().status == Status.IN_PROGRESS
    assert sign_offs(council) == [("Shirin", "lead", SignOffState.CHANGE_ASKED)]
    assert council.said_to("priya")[-1].splitlines()[:3] == [
        "Shirin Daryaei asks for a change to the words for ME-0001, version 1.",
        "Deadline: Today at 16:00 (in 5 hours)",
        "Say that it is only safe this year.",
    ]

    assert list(council.card().buttons)[:2] == ["Write a new version", "Ask for sign-off"]
    priya = council.person("priya")
    council.card().press("Write a new version")
    council.until(lambda: priya.form.title == "Statement for ME-0001", "the boxes")
    assert "Say that it is only safe this year." in priya.form.text, "what is to change stands where it is written"
    priya.form.close()
    drafts(council, SECOND)
    assert versions(council) == [(1, FIRST), (2, SECOND)]
    council.card().press("Open")
    priya.form.press("What changed")
    council.until(lambda: priya.form.title == "Version 2", "the second version")
    assert "In the sentence “Nobody will have to move this year.”\nTaken out: “move.”\nPut in: “move this year.”" in (
        priya.form.text
    )


def test_the_facts_are_checked_apart_from_sign_off(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    priya, amara = council.person("priya"), council.person("amara")

    council.card().press("Open")
    priya.form.press("Ask for a fact check")
    council.until(lambda: priya.form.title == "Fact check ME-0001", "whom to ask")
    priya.form.submit()
    council.until_quiet()
    assert council.said_to("amara")[-1].splitlines() == [
        "Priya Nair asks you to check the facts for ME-0001, since you know this matter best. It is not a sign-off.",
        "Please answer by: Today at 11:12",
        "Deadline: Today at 16:00 (in 5 hours)",
        "You are asked because Priya Nair thinks that you know the facts.",
        "Open to check",
    ]

    amara.inbox.last.press("Open to check")
    assert FIRST in amara.form.text
    form = amara.form.fill(facts="wrong").submit()
    assert form.errors == {"facts_wrong": "Please fill this in."}
    form.fill(facts_wrong="Two people move in May.").submit()
    council.until_quiet()
    assert checks(council) == [("Amara", CheckState.WRONG, "Two people move in May.")]
    assert council.said_to("priya")[-1].splitlines()[:3] == [
        "Amara Okafor has checked the facts for ME-0001, version 1: something is wrong.",
        "Deadline: Today at 16:00 (in 5 hours)",
        "Two people move in May.",
    ]
    assert council.enquiry().status == Status.IN_PROGRESS
    assert council.asked(1, Subject.FACT_CHECK) == [("fact_check", "Amara"), ("facts_answered", "Priya")]


def test_someone_elses_version_is_shown_and_nothing_typed_is_lost(council: Council) -> None:
    claimed(council)
    drafts(council, FIRST)
    dewi, priya = council.person("dewi"), council.person("priya")
    council.card(reader="dewi").press("Write a new version")
    council.card(reader="priya").press("Write a new version")
    priya.form.fill(words_1=SECOND).submit()
    council.until_quiet()

    dewi.form.fill(words_1="Elm House is safe.", draft_note="Shorter.").submit()
    assert "Priya Nair has written version 2 meanwhile." in dewi.form.text
    assert SECOND in dewi.form.text
    assert dewi.form.values["words_1"] == "Elm House is safe."
    dewi.form.submit()
    council.until_quiet()
    assert versions(council) == [(1, FIRST), (2, SECOND), (3, "Elm House is safe.")]


def test_words_too_long_for_one_box_are_told_where_to_go_on(council: Council) -> None:
    claimed(council)
    priya = council.person("priya")
    council.card().press("Draft a statement")
    said = priya.form.text
    assert (
        "A box takes 3,000 characters. Longer? Go on in part 2 below, from a new paragraph; “More room” adds more, up to part 5. "
        "They are put together in this order." in said
    )
    assert "The words, part 2" in said
    long = "Elm House is safe. " * 280
    form = priya.form.fill(words_1=long).submit()
    assert form.errors == {
        "words_1": f"Please use 3000 characters or fewer (you have {len(long)})"
    }  # as Slack itself says
    assert form.values["words_1"] == long, "and nothing typed is lost"
    form.fill(words_1=long[:2_850], words_2=long[2_850:]).submit()
    council.until_quiet()
    assert versions(council) == [(1, f"{long[:2_850].strip()}\n\n{long[2_850:].strip()}")]


def test_a_long_statement_gets_more_room(council: Council) -> None:
    claimed(council)
    priya = council.person("priya")
    council.card().press("Draft a statement")
    priya.form.fill(words_1="One. " * 500, words_2="Two. " * 500)
    priya.form.press("More room")
    council.until(lambda: "words_3" in priya.form.fields, "the third box")
    assert priya.form.values["words_1"] == "One. " * 500
    priya.form.fill(words_3="Three.").submit()
    council.until_quiet()
    assert versions(council) == [(1, f"{('One. ' * 500).strip()}\n\n{('Two. ' * 500).strip()}\n\nThree.")]
