"""A private enquiry is walked through its whole life, by every button and form there is, with a secret word in every box.

After each step, no secret may be in anything the bot has sent, written into a delivery or logged, but in a view before someone who may
read it, and who is in the trail. A way in that the walk does not take has to be named here, with the reason.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.messages.ids import Action, MessageShortcut, Shortcut, View
from handlers import press_office, rota, settings, story_idea
from handlers.door import Route
from handlers.routes import ROUTES
from storage.kinds import Mark, Status
from tests.journeys.council import Council
from tests.project.test_command_line import typed
from tests.withstand.walk import SECRET, Walk, Watch, secrets

INTAKE = "ask-the-press-office"
RANG = "A reporter from the zqoutlet just rang me, zqjournalist on 020 7946 0000. They want a comment on the zqquestion by noon tomorrow"
RAISED = {
    "outlet": "The zqoutlet",
    "journalist": "zqjournalist, 020 7946 0000",
    "deadline": "noon tomorrow",
    "question": "They ask about the zqquestion and what was done after the zqvisit.",
}
ALIKE = {**RAISED, "question": "Another one asks about the zqquestion, the zqvisit and the zqtopic."}
EVERYONE = ("amara", "tomasz", "priya", "dewi", "helen", "marcus", "shirin", "joan", "grace", "ibrahim")


def said(walk: Walk, who: str, words: str) -> bool:
    """Whether something said to someone holds these words."""
    return any(words in one for one in walk.council.said_to(who))


# -- before it is recorded


def told_the_bot(walk: Walk) -> None:
    tomasz = walk.council.person("tomasz")
    tomasz.writes(RANG)
    tomasz.inbox.wait_for(lambda message: Action.DOOR_ENQUIRY in message.buttons.values())
    walk.quiet()
    walk.nudged("tomasz", Action.DOOR_ENQUIRY)
    assert SECRET.search(str(walk.form("tomasz", View.ENQUIRY).values))
    walk.put_away("tomasz")


def mentioned_the_bot(walk: Walk) -> None:
    walk.council.person("tomasz").writes(f"@close_ties {RANG}", INTAKE)
    walk.council.person("tomasz").in_channel(INTAKE).wait_for(lambda message: message.ephemeral)
    walk.quiet()


def asked_in_the_intake_channel(walk: Walk) -> None:
    tomasz = walk.council.person("tomasz")
    for answer in (Action.OFFER_NOT_NOW, Action.OFFER_NEVER):
        tomasz.writes(f"Hello. {RANG}", INTAKE)
        offers = tomasz.in_channel(INTAKE)
        offers.wait_for(lambda message: Action.OFFER_NEVER in message.buttons.values()).press(answer)
        walk.quiet()


def forms_that_are_only_looked_at(walk: Walk) -> None:
    tomasz = walk.council.person("tomasz")
    tomasz.types("/media-enquiry zqoutlet, zqjournalist 020 7946 0000, noon tomorrow, zqquestion")
    walk.form("tomasz", View.ENQUIRY)
    walk.put_away("tomasz")
    tomasz.uses_shortcut(Shortcut.MEDIA_ENQUIRY)
    walk.form("tomasz", View.ENQUIRY)
    walk.put_away("tomasz")
    tomasz.home.open()
    walk.quiet()
    tomasz.home.press(Action.NEW_ENQUIRY)
    walk.form("tomasz", View.ENQUIRY)
    walk.put_away("tomasz")


def recorded_from_a_message(walk: Walk) -> None:
    tomasz = walk.council.person("tomasz")
    written = tomasz.writes(f"And again: {RANG}", INTAKE)
    tomasz.uses_shortcut(MessageShortcut.LOG, written)
    walk.sends("tomasz", View.ENQUIRY, **RAISED)
    assert walk.council.enquiry().restricted
    walk.nudged("tomasz", Action.OWN_MESSAGE)
    tomasz.deletes(written)
    walk.council.until(lambda: said(walk, "tomasz", "is gone"), "ticked off")


def a_second_one_resembles_it(walk: Walk) -> None:
    walk.council.raises("tomasz", **ALIKE)


# -- looked for and looked at


def everyone_looks(walk: Walk) -> None:
    council = walk.council
    for who in EVERYONE:
        walk.put_away(who)
        council.person(who).home.open()
        for words in ("list", "mine", "due today", "find zqquestion", "find zqoutlet"):
            council.person(who).types(f"/media-enquiry {words}", channel="general")
    walk.quiet()
    for who in ("dewi", "tomasz", "marcus"):
        council.person(who).types("/media-enquiry ME-0001", channel="general")
        walk.form(who, View.ENQUIRY_OPEN)
        walk.put_away(who)
    council.person("amara").types("/media-enquiry ME-0001", channel="general")
    walk.quiet()
    assert not council.person("amara").has_form


def the_board_is_narrowed(walk: Walk) -> None:
    home = walk.council.person("dewi").home
    home.press(Action.BOARD_AREA, value="children")
    walk.quiet()
    home.press(Action.BOARD_STATE, value="new")
    walk.quiet()
    home.press(Action.BOARD_OFFICER, value=walk.council.person("dewi").id)
    walk.quiet()


# -- taken, and those who answer for it


def the_lead_reads_it_and_has_it(walk: Walk) -> None:
    walk.nudged("marcus", Action.NUDGE_OPEN)
    walk.form("marcus", View.ENQUIRY_OPEN)
    walk.put_away("marcus")
    walk.nudged("marcus", Action.NUDGE_HAND_ON)  # of the second one, which is the newest
    walk.nudged("marcus", Action.NUDGE_ACKNOWLEDGE)


def taken_from_the_nudge_and_from_the_card(walk: Walk) -> None:
    walk.nudged("dewi", Action.NUDGE_CLAIM)
    for number in (1, 2):
        if walk.council.enquiry(number).status == Status.NEW:
            walk.card(number).press("I'll take it")
            walk.quiet()


def more_is_added(walk: Walk) -> None:
    walk.page()
    walk.form("dewi", View.ENQUIRY_OPEN).press(Action.ENQUIRY_MORE)
    answers = {"how_it_came": "By zqhow", "angle": "The zqangle", "said_already": "The zqsaid", "links": "zqlinks"}
    walk.sends("dewi", View.ENQUIRY_MORE, marks=[Mark.COURT, Mark.NOT_SURE], **answers)


def handed_over_and_back(walk: Walk) -> None:
    walk.by_page(Action.ENQUIRY_ASSIGN, View.ASSIGN, officer="Priya Nair", hand_note="Mind the zqhandnote")
    walk.nudged("priya", Action.NUDGE_OPEN)
    walk.form("priya", View.ENQUIRY_OPEN)
    walk.put_away("priya")
    walk.by_page(Action.ENQUIRY_ASSIGN, View.ASSIGN, who="priya", officer="Dewi Hughes", hand_note="Back zqhandback")


def changed(walk: Walk) -> None:
    question = f"{RAISED['question']} And the zqedited."
    walk.by_page(
        Action.ENQUIRY_EDIT, View.EDIT, question=question, edit_because="The zqbecause", deadline="2pm tomorrow"
    )


def a_note_is_added(walk: Walk) -> None:
    walk.by_page(Action.ENQUIRY_NOTE, View.NOTE, note_words="The zqnote")


def written_in_the_thread_and_moved(walk: Walk) -> None:
    council, dewi = walk.council, walk.council.person("dewi")
    written = dewi.writes("In the thread: zqthread", "press-restricted", walk.card().ts)
    dewi.inbox.wait_for(lambda message: Action.NOTE_MOVE in message.buttons.values())
    walk.quiet()
    walk.nudged("dewi", Action.NOTE_MOVE)
    walk.sends("dewi", View.NOTE_MOVE)
    walk.put_away("dewi")
    walk.nudged("dewi", Action.NOTE_REMOVED)
    dewi.deletes(written)
    file = dewi.uploads("zqfile.pdf", b"%PDF", "press-restricted", text="zqcaption", thread_ts=walk.card().ts)
    council.until(lambda: said(walk, "dewi", "stands where everyone"), "asked to remove the file")
    dewi.edits(file, "zqedit of a caption")
    dewi.writes("ME-0001 is about the zqoutlet and the zqquestion, says zqjournalist", "press-desk")
    council.until(lambda: said(walk, "dewi", "in #press-desk stands"), "noticed elsewhere too")
    walk.quiet()


# -- the words


def drafted_twice(walk: Walk) -> None:
    for version, words in enumerate(("zqwordsa", "zqwordsb"), 1):
        walk.page().press(Action.STATEMENT_DRAFT)
        form = walk.form("dewi", View.STATEMENT_DRAFT)
        form.press(Action.STATEMENT_MORE_ROOM)
        walk.council.until(lambda form=form: "words_3" in form.values, "there is more room")  # type: ignore[misc]  # bound now
        walk.sends("dewi", View.STATEMENT_DRAFT, words_1=f"We are sorry: {words}", draft_note=f"zqdraftnote {version}")
        walk.put_away("dewi")
    walk.page().press(Action.STATEMENT_READ)
    walk.form("dewi", View.STATEMENT_READ)
    walk.put_away("dewi")


def facts_are_checked(walk: Walk) -> None:
    walk.by_page(Action.FACTS_ASK, View.ASK_FACTS, checker=walk.council.person("tomasz").id)
    walk.nudged("tomasz", Action.FACTS_OPEN)
    walk.sends("tomasz", View.CHECK_FACTS, facts="wrong", facts_wrong="No, it is zqfacts")


def asked_for_sign_off(walk: Walk) -> None:
    walk.by_page(Action.SIGN_OFF_ASK, View.SIGN_OFF, approvers=["marcus", "shirin", "joan"])


def a_change_is_asked_for(walk: Walk) -> None:
    walk.nudged("shirin", Action.SIGN_OFF_CHANGE)
    walk.sends("shirin", View.ASK_CHANGE, change_wanted="Rather zqchange")
    walk.by_page(Action.STATEMENT_DRAFT, View.STATEMENT_DRAFT, words_1="We are sorry: zqwordsc")
    asked_for_sign_off(walk)


def handed_to_a_deputy(walk: Walk) -> None:
    walk.by_page(Action.SIGN_OFF_ASK, View.SIGN_OFF, number=3, approvers=["marcus", "joan"])
    walk.nudged("marcus", Action.SIGN_OFF_HAND_ON)


def approves(walk: Walk, who: str) -> None:
    walk.nudged(who, Action.SIGN_OFF_OPEN)
    form = walk.form(who, View.APPROVE).fill(candour="yes").submit()
    assert not form.errors
    walk.sends(who, View.APPROVE_SURE, approve_note=f"zqyes of {who}")
    walk.put_away(who)


def legal_is_waived(walk: Walk) -> None:
    walk.nudged("joan", Action.SIGN_OFF_OPEN)
    walk.form("joan", View.APPROVE).press(Action.SIGN_OFF_WAIVE)
    walk.sends("joan", View.WAIVE, waived_because="The zqwaived is over")
    walk.put_away("joan")


def approved_stopped_and_approved_again(walk: Walk) -> None:
    approves(walk, "marcus")
    walk.nudged("marcus", Action.SIGN_OFF_STOP)
    walk.sends("marcus", View.STOP, stopped_because="Since zqstopped")
    walk.put_away("marcus")
    walk.by_page(Action.STATEMENT_DRAFT, View.STATEMENT_DRAFT, words_1="We are sorry: zqwordsd")
    asked_for_sign_off(walk)
    approves(walk, "marcus")
    approves(walk, "shirin")
    approves(walk, "joan")
    assert walk.council.enquiry().status == Status.READY


# -- beside the words


def the_journalist_is_verified(walk: Walk) -> None:
    walk.council.until(lambda: walk.council.enquiry().journalist_id is not None, "the journalist is remembered")
    walk.by_page(Action.JOURNALIST_VERIFY, View.JOURNALIST_VERIFIED, newsroom="zqnewsroom 020 7946 0111")


def treated_as_foi(walk: Walk) -> None:
    answers: dict[str, Any] = {"foi_received": "2026-03-04", "foi_handed_to": "To zqfoito", "foi_reference": "zqfoiref"}
    walk.by_page(Action.FOI, View.FOI, **answers)


def a_colleague_may_be_named(walk: Walk) -> None:
    council = walk.council
    walk.by_page(Action.NAME_STAFF, View.NAME_STAFF, named_person=council.person("grace").id)
    walk.nudged("grace", Action.CHOOSE_TOLD)
    walk.sends("grace", View.CHOOSE_TOLD, told_people=[council.person("ibrahim").id])
    walk.nudged("ibrahim", Action.INVOLVED_READ)
    walk.form("ibrahim", View.INVOLVED_READ)
    walk.put_away("grace", "ibrahim")
    told: dict[str, Any] = {
        "told_people": [council.person("callum").id],
        "told_because": "Someone waits there: zqsafety",
    }
    walk.by_page(Action.TELL_OTHERS, View.TELL_OTHERS, **told)
    walk.by_page(Action.LEAVE_OUT, View.LEAVE_OUT, excluded=[council.person("rosa").id])


def things_are_done(walk: Walk) -> None:
    walk.nudged("dewi", Action.TASK_READ)
    walk.form("dewi", View.TASK_READ)
    walk.put_away("dewi")
    walk.page().press(Action.TASK_DONE)
    walk.quiet()
    walk.by_page(Action.TASK_DROP, View.TASK_DROP, task_note="Not needed: zqtask")
    walk.by_page(Action.TASK_HAND, View.TASK_HAND, task_owner=walk.council.person("priya").id)


def before_an_election(walk: Walk) -> None:
    helen = walk.council.person("helen")
    helen.home.open()
    walk.quiet()
    helen.home.press(Action.PRE_ELECTION)
    dates = {"election_starts": "2026-03-04", "election_ends": "2026-04-30", "election_guidance": "Be careful."}
    walk.sends("helen", View.PRE_ELECTION, **dates)
    walk.put_away("helen")
    walk.page().press(Action.POLITICAL)
    walk.quiet()
    walk.page().press(Action.NOT_POLITICAL)
    walk.quiet()
    helen.home.open()
    walk.quiet()
    helen.home.press(Action.PRE_ELECTION)
    walk.form("helen", View.PRE_ELECTION).press(Action.PRE_ELECTION_LIFT)
    walk.quiet()
    walk.put_away("dewi", "helen")


def linked(walk: Walk) -> None:
    walk.by_page(Action.ENQUIRY_LINK, View.LINK, other_reference="ME-0002")
    walk.page().press(Action.LINK_TAKE_OFF)
    walk.quiet()
    walk.council.raises("tomasz", **ALIKE)
    walk.page(3).press(Action.LINK_SAME_STORY)
    walk.quiet()
    walk.put_away("dewi")


# -- the answer, and what came of it


def answered(walk: Walk) -> None:
    answers: dict[str, Any] = {"family_told": "yes", "family_told_by": "social_worker", "family_wish": "Not the zqwish"}
    walk.by_page(Action.ENQUIRY_RESPOND, View.RESPOND, response_to="To zqreceiver", response_way="email", **answers)
    assert "zqwordsd" in walk.council.enquiry().response


def corrected(walk: Walk) -> None:
    walk.by_page(Action.RESPONSE_CORRECT, View.RESPONSE_CORRECT, response_to="To zqcorrected")


def an_answer_is_used_again(walk: Walk) -> None:
    walk.card(3).press("I'll take it")
    walk.quiet()
    walk.by_page(Action.ENQUIRY_LINK, View.LINK, number=2, other_reference="ME-0001")
    walk.page(2).press(Action.LINK_USE_ANSWER)
    walk.quiet()
    walk.put_away("dewi")


def published(walk: Walk) -> None:
    piece: dict[str, Any] = {
        "coverage_title": "zqtitle",
        "published_on": "2026-03-04",
        "tone": "critical",
        "our_words": "no",
    }
    walk.page().press(Action.COVERAGE_NONE)
    walk.quiet()
    for link in ("https://zqcoverage.example/a", "https://zqcoverage.example/b"):
        walk.by_page(Action.COVERAGE_NOTE, View.COVERAGE, coverage_link=link, **piece)
    walk.page().press(Action.COVERAGE_READ)
    walk.page().press(Action.COVERAGE_TAKE_OFF)
    walk.quiet()
    walk.by_page(Action.LEARNT, View.LEARNT, learnt="Next time zqlearnt")


def kept_as_a_line(walk: Walk) -> None:
    walk.by_page(Action.LINE_KEEP, View.LINE_KEEP, line_topic="About zqtopic: the zqquestion and the zqvisit")
    dewi = walk.council.person("dewi")
    dewi.home.open()
    walk.quiet()
    dewi.home.press(Action.LINES)
    walk.form("dewi", View.LINES).press(Action.LINE_OPEN)
    walk.form("dewi", View.LINE)
    walk.put_away("dewi")
    for who in EVERYONE:
        walk.council.person(who).home.open()
    walk.quiet()
    walk.page(3).press(Action.LINE_OPEN)
    walk.sends("dewi", View.LINE)
    walk.put_away("dewi")
    dewi.home.press(Action.LINES)
    walk.form("dewi", View.LINES).press(Action.LINE_OPEN)
    walk.form("dewi", View.LINE).press(Action.LINE_RETIRE)
    walk.quiet()
    walk.put_away("dewi")


def away_and_back(walk: Walk) -> None:
    dewi, priya = walk.council.person("dewi"), walk.council.person("priya")
    dewi.home.open()
    walk.quiet()
    dewi.home.press(Action.AWAY)
    form = walk.form("dewi", View.AWAY)
    form.fill(away_from="2026-03-05", away_to="2026-03-06", away_deputy=priya.id).submit()
    assert not form.errors
    walk.form("dewi", View.AWAY_HAND).press(Action.AWAY_HAND)
    walk.quiet()
    walk.put_away("dewi")
    dewi.home.open()
    walk.quiet()
    dewi.home.press(Action.AWAY_BACK)
    walk.quiet()


def days_go_by(walk: Walk) -> None:
    for _ in range(3):
        walk.council.advance(days=1)
        walk.quiet()


# -- the end


def closed_reopened_and_closed(walk: Walk) -> None:
    walk.by_page(Action.ENQUIRY_CLOSE, View.CLOSE, outcome="responded", outcome_note="In the end zqoutcome")
    again: dict[str, Any] = {"reopened_because": "They ask once more: zqreopened", "deadline": "none given"}
    walk.by_page(Action.ENQUIRY_REOPEN, View.REOPEN, **again)
    walk.by_page(Action.ENQUIRY_CLOSE, View.CLOSE, outcome="declined", outcome_note="Again zqoutcome")


def the_second_is_taken_back(walk: Walk) -> None:
    walk.council.person("tomasz").types("/media-enquiry ME-0002", channel="general")
    walk.form("tomasz", View.ENQUIRY_OPEN).press(Action.ENQUIRY_WITHDRAW)
    walk.sends("tomasz", View.WITHDRAW, withdrawn_because="It was zqwithdrawn")
    walk.put_away("tomasz")


Step = Callable[[Walk], None]

LIFE: tuple[Step, ...] = (
    told_the_bot,
    mentioned_the_bot,
    asked_in_the_intake_channel,
    forms_that_are_only_looked_at,
    recorded_from_a_message,
    a_second_one_resembles_it,
    everyone_looks,
    the_board_is_narrowed,
    the_lead_reads_it_and_has_it,
    taken_from_the_nudge_and_from_the_card,
    more_is_added,
    handed_over_and_back,
    changed,
    a_note_is_added,
    written_in_the_thread_and_moved,
    the_journalist_is_verified,
    drafted_twice,
    facts_are_checked,
    asked_for_sign_off,
    a_change_is_asked_for,
    legal_is_waived,
    approved_stopped_and_approved_again,
    treated_as_foi,
    a_colleague_may_be_named,
    things_are_done,
    before_an_election,
    linked,
    answered,
    corrected,
    an_answer_is_used_again,
    published,
    kept_as_a_line,
    handed_to_a_deputy,
    everyone_looks,
    away_and_back,
    days_go_by,
    closed_reopened_and_closed,
    the_second_is_taken_back,
    everyone_looks,
)
"""The steps, in their order. A feature adds one line."""

ANOTHER_PAGE = "the same as the page before, with more of it"
NOT_TAKEN: dict[tuple[str, str], str] = {
    ("shortcut", "suggest_as_good_news"): "good news is no enquiry",
    ("action", "door_story"): "good news is no enquiry",
    ("action", "enquiry_restrict"): "taken by the walk of one that becomes private",
    ("action", "enquiry_unrestrict"): "what is opened up is no secret any more",
    ("event", "user_change"): "Slack's word about a person",
    ("event", "dnd_updated_user"): "Slack's word about a person",
    ("action", "line_use"): "a private line has no such button: it is used from the page that shows it",
    ("action", "list_more"): ANOTHER_PAGE,
    ("action", "list_back"): ANOTHER_PAGE,
    ("action", "board_next"): ANOTHER_PAGE,
    ("action", "board_back"): ANOTHER_PAGE,
    ("action", "lines_more"): ANOTHER_PAGE,
    ("action", "lines_back"): ANOTHER_PAGE,
}
"""Ways in that the walk does not take, and why they can show nothing else."""

NO_ENQUIRY: dict[ModuleType, str] = {
    story_idea: "good news is no enquiry",
    settings: "the organisation's own settings name no enquiry",
    rota: "who is on duty names no enquiry",
    press_office: "who is on duty names no enquiry",
}
"""Whole features that have nothing to do with an enquiry."""


def ways(routes: Iterable[Route]) -> set[tuple[str, str]]:
    return {(str(route.kind), str(route.id)) for route in routes}


@pytest.fixture
def walk(shaken: Council, caplog: pytest.LogCaptureFixture) -> Walk:
    caplog.set_level("INFO")
    caplog.set_level("WARNING", logger="apscheduler")
    return Walk(shaken, Watch(shaken, caplog))


@pytest.mark.timeout(500)
def test_no_word_of_it_leaves_but_to_those_who_may_read_it(walk: Walk, tmp_path: Path) -> None:
    for step in LIFE:
        step(walk)
        walk.quiet()
        assert walk.watch.leaks() == [], step.__name__
        assert walk.watch.trespassers() == [], step.__name__
    left = ways(ROUTES) - walk.watch.ways - NOT_TAKEN.keys() - {way for one in NO_ENQUIRY for way in ways(one.ROUTES)}
    assert sorted(left) == [], "\n".join(map(str, sorted(left)))
    assert NOT_TAKEN.keys() - ways(ROUTES) == set()
    on_paper(walk, tmp_path)


def on_paper(walk: Walk, folder: Path) -> None:
    """What the command line gives out without being told that it may hold what is private."""
    kept = folder / "kept"
    why = ("--for", "Ruth Bell", "--why", "The yearly review")
    table = typed(kept, "enquiries", "export", "--to", "table.csv", *why)
    trail = typed(kept, "audit", "show", "ME-0001")
    story = typed(kept, "enquiries", "story", "ME-0001", "--to", "story.html", *why)
    printed = [table.stdout, table.stderr, trail.stdout, trail.stderr, story.stdout, story.stderr]
    files = [one.read_text() for one in (kept / "table.csv", kept / "story.html") if one.exists()]
    assert (table.returncode, "ME-0001" in files[0]) == (0, True)
    assert story.returncode != 0
    assert secrets([*printed, *files]) == []


# -- one that becomes private halfway


QUESTION = "Is it true what the zqneighbours say about the zqgarden of Elm House?"


def lived_in_the_open(walk: Walk) -> None:
    """An enquiry of a service that is open about its enquiries, up to its answer and what came of it."""
    council = walk.council
    amara, priya, dewi = council.person("amara"), council.person("priya"), council.person("dewi")
    amara.writes("A reporter from the zqoutlet just rang me about the zqgarden, they want a comment by 4pm today")
    amara.inbox.wait_for(lambda message: Action.DOOR_ENQUIRY in message.buttons.values())
    written = amara.writes("A reporter from the zqoutlet rang about the zqgarden, they want a comment by 4pm", INTAKE)
    amara.uses_shortcut(MessageShortcut.LOG, written)
    raised = {
        "outlet": "The zqoutlet",
        "journalist": "zqjournalist, 020 7946 0000",
        "question": QUESTION,
        "deadline": "4pm today",
    }
    walk.sends("amara", View.ENQUIRY, **raised)
    council.raises("amara", **{**raised, "question": f"Again: {QUESTION}"})
    for who in EVERYONE:
        council.person(who).home.open()
    council.card("ME-0001: The zqoutlet").press("I'll take it")
    walk.quiet()
    for who, words in (
        ("dewi", "I know the zqthread"),
        ("priya", "Ring the zqmanager"),
        ("dewi", "And the zqthread again"),
    ):
        council.person(who).writes(words, "press-desk", council.card("ME-0001: The zqoutlet").ts)
    walk.quiet()
    open_page(walk, Action.ENQUIRY_NOTE)
    walk.sends("priya", View.NOTE, note_words="The zqnote")
    open_page(walk, Action.STATEMENT_DRAFT)
    walk.sends("priya", View.STATEMENT_DRAFT, words_1="The garden is in zqwords")
    open_page(walk, Action.FACTS_ASK)
    walk.sends("priya", View.ASK_FACTS, checker=amara.id)
    open_page(walk, Action.SIGN_OFF_ASK)
    walk.sends("priya", View.SIGN_OFF)
    walk.nudged("shirin", Action.SIGN_OFF_OPEN)
    walk.sends_on("shirin", View.APPROVE, candour="nothing_wrong")
    walk.sends("shirin", View.APPROVE_SURE)
    open_page(walk, Action.ENQUIRY_LINK)
    walk.sends("priya", View.LINK, other_reference="ME-0002")
    open_page(walk, Action.ENQUIRY_RESPOND)
    walk.sends("priya", View.RESPOND, response_to="zqreceiver")
    open_page(walk, Action.COVERAGE_NOTE)
    piece: dict[str, Any] = {
        "coverage_title": "zqtitle",
        "published_on": "2026-03-04",
        "tone": "fair",
        "our_words": "yes",
    }
    walk.sends("priya", View.COVERAGE, coverage_link="https://zqcoverage.example/a", **piece)
    open_page(walk, Action.LINE_KEEP)
    walk.sends("priya", View.LINE_KEEP, line_topic="The zqgarden and the zqneighbours of Elm House")
    council.raises("amara", **{**raised, "question": f"Once more: {QUESTION}"})
    assert priya.home.readable
    assert dewi.home.readable


def open_page(walk: Walk, action: str) -> None:
    walk.put_away("priya")
    walk.council.person("priya").types("/media-enquiry ME-0001", channel="general")
    walk.form("priya", View.ENQUIRY_OPEN).press(action)


def test_one_that_becomes_private_is_cleaned_away(walk: Walk) -> None:
    lived_in_the_open(walk)
    assert {"zqoutlet", "zqwords", "zqgarden"} <= set(standing_by_us(walk))

    for reference in ("ME-0003", "ME-0002", "ME-0001"):
        walk.put_away("priya")
        walk.council.person("priya").types(f"/media-enquiry {reference}", channel="general")
        walk.form("priya", View.ENQUIRY_OPEN).press(Action.ENQUIRY_RESTRICT)
        walk.quiet()
    assert standing_by_us(walk) == []

    walk.watch.seen = max(one.number for one in walk.council.slack.log)
    everyone_looks(walk)
    assert walk.watch.leaks() == []
    asked = {who: [one for one in walk.council.said_to(who) if "stand" in one and "private" in one] for who in EVERYONE}
    assert {who: len(said) for who, said in asked.items() if said} == {"amara": 1, "priya": 1, "dewi": 1}
    assert asked["dewi"][0].startswith("ME-0001 is private, and 2 messages about it still stand in Slack")


def standing_by_us(walk: Walk) -> list[str]:
    """The secret words in what the bot has standing in Slack; what one person saw for a moment cannot be drawn anew."""

    def look() -> list[object]:
        workspace, views = walk.council.slack.workspace, walk.council.slack.core.views
        messages = [one for channel in workspace.channels.values() for one in channel.messages.values()]
        ours = [[one.text, one.blocks, one.metadata] for one in messages if one.bot_id and not one.ephemeral]
        homes = [view.payload for person in workspace.humans() if (view := views.home(person.id))]
        return [ours, homes]

    return secrets(walk.council.slack.on_loop(look))
