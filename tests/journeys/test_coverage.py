"""What came of an answer: pieces with their links, nothing at all, what was learnt; and the quiet question two working days on."""

from datetime import date, datetime, timedelta

from storage.coverage import Coverage, coverage_of
from storage.kinds import Status, Tone
from tests.journeys.approving import ask_response, form_of, page_says
from tests.journeys.council import LONDON, T0, Council

LINK = "https://northbankecho.example/elm-house-stays"
PIECE = {
    "coverage_link": LINK,
    "coverage_title": "Elm House to stay open",
    "published_on": "2026-03-04",
    "tone": "fair",
    "our_words": "yes",
}
FRIDAY = datetime(2026, 3, 6, 10, 12, tzinfo=LONDON)
ASKED = (
    "ME-0001 has been answered, Wednesday 4 March at 10:12. If something was published, please note it. If nothing was, please say so. "
    "Northbank Echo. You are asked because it is with you."
)


def answered(council: Council, **answers: str) -> None:
    """An enquiry that Priya has answered, its page before her."""
    council.raises("amara", **answers)
    council.card().press("I'll take it")
    council.until_quiet()
    ask_response(council, "priya").fill(response="Elm House stays open.").submit()
    council.until_quiet()
    page_says(council, "priya", "What was published")


def note(council: Council, **changes: str) -> None:
    council.person("priya").form.press("Note a piece")
    form_of(council, "priya", "Published: ME-0001").fill(**{**PIECE, **changes}).submit()
    council.until_quiet()


def pieces(council: Council) -> list[Coverage]:
    with council.database.read() as session:
        return coverage_of(session, 1)


def test_pieces_are_noted_and_the_card_counts_them(either_council: Council) -> None:
    council = either_council
    answered(council)
    note(council)
    page = page_says(council, "priya", "Elm House to stay open")
    first = page.index("What was published")
    assert page[first : first + 7] == [
        "What was published",
        "Elm House to stay open",
        "4 March 2026. Fair. Our words were used.",
        "Read it",
        "Take off",
        "Note a piece",
        "What we learnt",
    ]
    assert [(one.link, one.title, one.published_on, one.tone, one.our_words) for one in pieces(council)] == [
        (LINK, "Elm House to stay open", date(2026, 3, 4), Tone.FAIR, True)
    ]
    assert "Published: one piece" in council.card().readable.splitlines()
    assert council.card().sentence.endswith(" The answer given: Elm House stays open. Published: one piece.")
    assert council.timeline()[-1] == "Priya Nair noted something published about ME-0001."

    note(council, coverage_link="https://bbc.example/north/1", coverage_title="", tone="critical", our_words="no")
    page_says(council, "priya", "https://bbc.example/north/1")
    assert "Published: 2 pieces" in council.card().readable.splitlines()


def test_a_link_has_to_be_one_and_a_day_cannot_lie_ahead(council: Council) -> None:
    answered(council)
    council.person("priya").form.press("Note a piece")
    form = form_of(council, "priya", "Published: ME-0001")
    form = form.fill(**{**PIECE, "coverage_link": "the Echo, page 4", "published_on": "2026-03-05"}).submit()
    assert form.errors == {
        "coverage_link": "Please paste the whole address of the page. It begins with https:// or http://.",
        "published_on": "That day has not come yet. Please give the day when it happened.",
    }
    form.fill(**PIECE).submit()
    council.until_quiet()
    page_says(council, "priya", "Elm House to stay open")
    council.person("priya").form.press("Note a piece")
    form = form_of(council, "priya", "Published: ME-0001").fill(**{**PIECE, "coverage_link": f"{LINK}/#top"}).submit()
    assert form.errors == {
        "coverage_link": "This piece is noted here already. If there is another, please paste its address."
    }
    assert len(pieces(council)) == 1


def test_what_was_printed_or_broadcast_has_no_address(council: Council) -> None:
    answered(council)
    council.person("priya").form.press("Note a piece")
    form = form_of(council, "priya", "Published: ME-0001")
    form = form.fill(**{**PIECE, "coverage_link": "", "coverage_title": ""}).submit()
    assert form.errors == {
        "coverage_link": "Please paste its address. For print, radio or television, please give its headline or the programme."
    }
    form.fill(coverage_title="BBC Radio Northbank, the six o'clock news").submit()
    council.until_quiet()
    page = page_says(council, "priya", "BBC Radio Northbank, the six o'clock news")
    assert "Read it" not in page
    note(council, coverage_link="", coverage_title="Northbank Echo, page 4")
    page_says(council, "priya", "Northbank Echo, page 4")
    assert [(one.link, one.title) for one in pieces(council)] == [
        ("", "BBC Radio Northbank, the six o'clock news"),
        ("", "Northbank Echo, page 4"),
    ]


def test_a_piece_noted_by_mistake_is_taken_off(council: Council) -> None:
    answered(council)
    note(council)
    page_says(council, "priya", "Elm House to stay open")
    council.person("priya").form.press("Take off")
    council.until_quiet()
    page_says(council, "priya", "Nothing is noted yet.")
    assert pieces(council) == []
    assert council.timeline()[-1] == "Priya Nair took a published piece off ME-0001."


def test_what_was_learnt_is_kept_on_the_page(council: Council) -> None:
    answered(council)
    council.person("priya").form.press("What we learnt")
    form_of(council, "priya", "Learnt: ME-0001").fill(learnt="Ring the manager before the newsroom.").submit()
    council.until_quiet()
    page_says(council, "priya", "Ring the manager before the newsroom.")
    assert council.enquiry().learnt == "Ring the manager before the newsroom."
    assert council.timeline()[-1] == "Priya Nair noted what we learnt from ME-0001."


def test_two_working_days_on_the_officer_is_asked_quietly(council: Council) -> None:
    answered(council)
    council.person("priya").form.close()
    council.move_to(FRIDAY - timedelta(minutes=1))
    council.until_quiet()
    assert ("coverage", "Priya") not in council.asked()
    council.move_to(FRIDAY)
    council.until_quiet()
    asked = council.person("priya").inbox.last
    assert asked.sentence == ASKED
    assert list(asked.buttons) == ["Note a piece", "Nothing was published", "Open"]

    asked.press("Note a piece")
    form_of(council, "priya", "Published: ME-0001").fill(**PIECE).submit()
    council.until_quiet()
    settled = council.person("priya").inbox.last
    assert settled.sentence == (
        "ME-0001: You noted what was published, Friday 6 March at 10:12. Nothing more is needed from you."
    )
    assert list(settled.buttons) == []


def test_nothing_was_published_is_an_answer_too(council: Council) -> None:
    answered(council)
    council.person("priya").form.close()
    council.move_to(FRIDAY)
    council.until_quiet()
    council.person("priya").inbox.last.press("Nothing was published")
    council.until_quiet()
    assert council.person("priya").inbox.last.sentence == (
        "ME-0001: You noted that nothing was published, Friday 6 March at 10:12. Nothing more is needed from you."
    )
    council.card().press("Open")
    page_says(council, "priya", "Nothing was published, as Priya Nair noted, Today at 10:12.")


def test_coverage_noted_before_then_asks_nobody(council: Council) -> None:
    answered(council)
    note(council)
    council.person("priya").form.close()
    council.move_to(FRIDAY + timedelta(days=3))
    council.until_quiet()
    assert ("coverage", "Priya") not in council.asked()


def test_closing_asks_nobody_either(council: Council) -> None:
    answered(council)
    council.person("priya").form.close()
    council.card().press("Close")
    form_of(council, "priya", "Close: ME-0001").submit()
    council.until_quiet()
    council.move_to(FRIDAY)
    council.until_quiet()
    assert council.enquiry().status == Status.CLOSED
    assert ("coverage", "Priya") not in council.asked()


def test_a_private_enquiry_is_asked_about_by_its_reference(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    ask_response(council, "priya").fill(response="Elm House stays open.").submit()
    council.until_quiet()
    council.person("amara").inbox.messages[0].press("Add more")
    form_of(council, "amara", "Add more: ME-0001").fill(marks=["police"]).submit()
    council.until_quiet()
    council.move_to(FRIDAY)
    council.until_quiet()
    assert council.person("priya").inbox.last.sentence == (
        "ME-0001 has been answered, Wednesday 4 March at 10:12. If something was published, please note it. "
        "If nothing was, please say so. You are asked because it is with you. It is private, so nothing of it is shown here."
    )


def test_an_office_that_is_shut_is_not_asked(council: Council) -> None:
    """Answered on a Thursday evening: the two working days begin on Friday morning."""
    council.move_to(T0.replace(day=5, hour=18))
    answered(council, deadline="none given")
    assert [one.due_at for one in council.nudges() if one.step == "coverage"] == [
        datetime(2026, 3, 10, 9, 0, tzinfo=LONDON)
    ]
