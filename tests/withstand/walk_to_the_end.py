"""A private enquiry's life as steps: what is done beside the words, the answer, what came of it, and the end."""

from pathlib import Path
from typing import Any

from bot.messages.ids import Action, View
from storage.enquiry import Enquiry
from storage.kinds import Status
from tests.project.command_line import typed
from tests.withstand.walk import Walk, secrets
from tests.withstand.walk_to_the_words import ALIKE, EVERYONE

# -- beside the words


def the_journalist_is_verified(walk: Walk) -> None:
    walk.council.until(lambda: walk.council.enquiry().journalist_id is not None, "the journalist is remembered")
    walk.by_page(Action.JOURNALIST_VERIFY, View.JOURNALIST_VERIFIED, newsroom="zqnewsroom 020 7946 0111")


def what_they_asked_before(walk: Walk) -> None:
    walk.council.raises("tomasz", **ALIKE)
    walk.council.until(lambda: walk.council.enquiry(2).journalist_id is not None, "the journalist is known again")
    walk.page().press(Action.JOURNALIST_PAST)
    assert "ME-0002" in walk.form("dewi", View.JOURNALIST_PAST).text
    walk.put_away("dewi")


def treated_as_foi(walk: Walk) -> None:
    answers: dict[str, Any] = {"foi_received": "2026-03-04", "foi_handed_to": "To zqfoito", "foi_reference": "zqfoiref"}
    walk.by_page(Action.FOI, View.FOI, **answers)
    walk.by_page(Action.FOI, View.FOI, foi_not=["not_one"], foi_not_because="Since zqfoinot")
    walk.by_page(Action.FOI, View.FOI, **answers)


def a_colleague_may_be_named(walk: Walk) -> None:
    council = walk.council
    walk.by_page(Action.NAME_STAFF, View.NAME_STAFF, named_person=council.person("yusuf").id)
    walk.page().press(Action.UNNAME_STAFF)
    walk.quiet()
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
    walk.by_page(Action.TASK_DROP, View.TASK_DROP, task_note="Not needed: zqtasks")
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
    walk.page(walk.council.count(Enquiry)).press(Action.LINK_SAME_STORY)
    walk.quiet()
    walk.put_away("dewi")


# -- the answer, and what came of it


def answered(walk: Walk) -> None:
    answers: dict[str, Any] = {
        "family_told": "yes",
        "family_told_by": "social_worker",
        "family_wish": "Not the zqwished",
    }
    walk.by_page(Action.ENQUIRY_RESPOND, View.RESPOND, response_to="To zqreceiver", response_way="email", **answers)
    assert "zqwordsd" in walk.council.enquiry().response


def corrected(walk: Walk) -> None:
    walk.by_page(Action.RESPONSE_CORRECT, View.RESPONSE_CORRECT, response_to="To zqcorrected")


def an_answer_is_used_again(walk: Walk) -> None:
    assert walk.council.enquiry(3).status == Status.IN_PROGRESS
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
    walk.form("dewi", View.LINE).press(Action.LINE_REVIEW)
    walk.sends("dewi", View.LINE_REVIEW)
    walk.quiet()
    walk.form("dewi", View.LINE).press(Action.LINE_RETIRE)
    walk.quiet()
    walk.put_away("dewi")


def _writes_that_she_is_away(walk: Walk) -> None:
    """And sees what is with her, of which no word is shown."""
    dewi = walk.council.person("dewi")
    dewi.writes("I'm away next week, my deputy is Priya")
    dewi.inbox.wait_for(lambda message: "Is that right?" in message.text).press(Action.AWAY_YES)
    walk.form("dewi", View.AWAY_HAND)
    walk.put_away("dewi")
    dewi.inbox.wait_for(lambda message: "You are noted as away" in message.text).press(Action.AWAY_HELD)
    walk.form("dewi", View.AWAY_HAND)
    walk.put_away("dewi")
    dewi.inbox.last.press(Action.AWAY_BACK)
    walk.quiet()


def away_and_back(walk: Walk) -> None:
    dewi, priya = walk.council.person("dewi"), walk.council.person("priya")
    _writes_that_she_is_away(walk)
    dewi.home.open().wait_for(lambda words: "I'm away" in words).press(Action.AWAY)
    form = walk.form("dewi", View.AWAY)
    form.fill(away_from="2026-03-05", away_to="2026-03-06", away_deputy=priya.id).submit()
    assert not form.errors
    walk.form("dewi", View.AWAY_HAND).press(Action.AWAY_HAND)
    walk.quiet()
    walk.put_away("dewi")
    dewi.home.open().wait_for(lambda words: "I'm back" in words).press(Action.AWAY_BACK)
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


def on_paper(walk: Walk) -> None:
    """What the command line gives out without being told that it may hold what is private."""
    kept = Path(str(walk.council.database.url.database)).parent
    why = ("--for", "Ruth Bell", "--why", "The yearly review")
    table = typed(kept, "enquiries", "export", "--to-file", "table.csv", *why)
    trail = typed(kept, "audit", "show", "ME-0001")
    story = typed(kept, "enquiries", "story", "ME-0001", "--to", "story.html", *why)
    assert table.returncode == 0, table.stderr
    printed = [table.stdout, table.stderr, trail.stdout, trail.stderr, story.stdout, story.stderr]
    files = [one.read_text() for one in (kept / "table.csv", kept / "story.html") if one.exists()]
    assert "ME-0001" in files[0]
    assert story.returncode != 0
    assert secrets([*printed, *files]) == []
