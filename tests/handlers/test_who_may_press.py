"""Every button, form, command and shortcut, used by someone who may not: a sentence that says so, and nothing is kept or changed.

A new way in without a row here fails: either it is refused to a member of staff who has no part in the matter, or it says why it is
theirs to use.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.desk.work import Desk
from bot.messages import refusals
from bot.messages.ids import Action, Command, MessageShortcut, Shortcut, View
from bot.rules.reasons import Reason, Refused
from handlers.door import Kind, Route
from handlers.routes import ROUTES
from storage.engine import Database
from storage.kinds import Status
from tests.handlers.pressing import everything_in, press, send_in
from tests.keeping.full import SECRET, desk_on, write_enquiry, write_story

STRANGER = "U0CALLUM12"
"""Somebody on the staff: no role, another team, nothing raised, nothing asked of them."""

DECLINED = {"selected_option": {"value": "declined"}}


@dataclass(frozen=True)
class Try:
    """A button pressed or a form sent in by the stranger, and why it is refused."""

    reason: Reason
    value: str = "1"
    about: str = "1"
    typed: dict[str, Any] = field(default_factory=dict)
    chosen: str = ""  # out of a menu


OFFICE = Try(Reason.NOT_PRESS_OFFICE)
READ = Try(Reason.NOT_ALLOWED_TO_READ)
THEIRS = Try(Reason.NOT_YOURS)
NUDGE = Try(Reason.NOT_YOUR_NUDGE)

REFUSED: dict[str, Try] = {
    # working an enquiry
    Action.ENQUIRY_CLAIM: OFFICE,
    Action.NUDGE_CLAIM: OFFICE,
    Action.ENQUIRY_ASSIGN: OFFICE,
    View.ASSIGN: OFFICE,
    Action.ENQUIRY_EDIT: OFFICE,
    View.EDIT: OFFICE,
    Action.ENQUIRY_UNRESTRICT: OFFICE,
    Action.ENQUIRY_RESTRICT: OFFICE,
    Action.ENQUIRY_LINK: OFFICE,
    View.LINK: OFFICE,
    Action.LINK_SAME_STORY: OFFICE,
    Action.LINK_TAKE_OFF: OFFICE,
    Action.LINK_USE_ANSWER: OFFICE,
    Action.ENQUIRY_REOPEN: OFFICE,
    View.REOPEN: OFFICE,
    Action.ENQUIRY_CLOSE: OFFICE,
    View.CLOSE: Try(Reason.NOT_PRESS_OFFICE, typed={"outcome": DECLINED}),
    Action.ENQUIRY_MORE: THEIRS,
    View.ENQUIRY_MORE: THEIRS,
    Action.ENQUIRY_WITHDRAW: THEIRS,
    View.WITHDRAW: THEIRS,
    Action.ENQUIRY_OPEN: READ,
    Action.NUDGE_OPEN: READ,
    Action.ENQUIRY_NOTE: READ,
    View.NOTE: Try(Reason.NOT_ALLOWED_TO_READ, typed={"note_words": "Words"}),
    Action.NUDGE_ACKNOWLEDGE: NUDGE,
    Action.NUDGE_HAND_ON: NUDGE,
    Action.NUDGE_STILL: NUDGE,
    Action.NUDGE_MORE: Try(Reason.NOT_YOUR_NUDGE, chosen="half_an_hour 1"),
    Action.NUDGE_UNSNOOZE: NUDGE,
    View.SNOOZE: Try(Reason.NOT_YOUR_NUDGE, typed={"snooze_for": {"selected_option": {"value": "30"}}}),
    Action.NUDGE_CALL: NUDGE,
    View.CALL_ME: Try(Reason.NOT_YOUR_NUDGE, typed={"call_number": "01632 960 111", "call_when": "now"}),
    Action.CALL_MADE: Try(Reason.NOT_FOUND),
    View.HAND_TO: NUDGE,
    View.NOT_MINE: NUDGE,
    Action.ANSWER_WHICH: Try(Reason.NOT_YOUR_NUDGE, value="1 words"),
    # words, sign-off, the answer
    Action.STATEMENT_DRAFT: OFFICE,
    View.STATEMENT_DRAFT: Try(Reason.NOT_PRESS_OFFICE, about="1:2", typed={"words_1": "Words"}),
    Action.STATEMENT_READ: READ,
    Action.FACTS_ASK: OFFICE,
    View.ASK_FACTS: OFFICE,
    Action.FACTS_OPEN: NUDGE,
    View.CHECK_FACTS: Try(Reason.NOT_YOUR_NUDGE, about="1:1", typed={"facts": {"selected_option": {"value": "right"}}}),
    Action.SIGN_OFF_ASK: OFFICE,
    View.SIGN_OFF: OFFICE,
    Action.SIGN_OFF_OPEN: NUDGE,
    View.APPROVE_SURE: Try(Reason.NOT_YOUR_NUDGE, about="1:1:2:yes"),
    Action.SIGN_OFF_CHANGE: NUDGE,
    View.ASK_CHANGE: Try(Reason.NOT_YOUR_NUDGE, about="1:1", typed={"change_wanted": "Words"}),
    Action.SIGN_OFF_HAND_ON: NUDGE,
    Action.SIGN_OFF_WAIVE: Try(Reason.ONLY_LEGAL_WAIVES),
    View.WAIVE: Try(Reason.ONLY_LEGAL_WAIVES, about="1:1", typed={"waived_because": "Words"}),
    Action.SIGN_OFF_STOP: Try(Reason.NOT_YOURS_TO_STOP),
    View.STOP: Try(Reason.NOT_YOURS_TO_STOP, typed={"stopped_because": "Words"}),
    Action.ENQUIRY_RESPOND: OFFICE,
    View.RESPOND: Try(Reason.NOT_PRESS_OFFICE, typed={"response": "Words"}),
    Action.RESPONSE_CORRECT: OFFICE,
    View.RESPONSE_CORRECT: Try(Reason.NOT_PRESS_OFFICE, typed={"response": "Words"}),
    Action.COVERAGE_NOTE: OFFICE,
    View.COVERAGE: OFFICE,
    Action.COVERAGE_TAKE_OFF: OFFICE,
    Action.COVERAGE_NONE: OFFICE,
    Action.LEARNT: OFFICE,
    View.LEARNT: OFFICE,
    # lines, journalists
    Action.LINES: OFFICE,
    Action.LINES_BACK: OFFICE,
    Action.LINES_MORE: OFFICE,
    Action.LINE_OPEN: READ,
    Action.LINE_USE: OFFICE,
    View.LINE: Try(Reason.NOT_PRESS_OFFICE, about="1:1"),
    Action.LINE_RETIRE: OFFICE,
    Action.LINE_KEEP: OFFICE,
    View.LINE_KEEP: OFFICE,
    Action.JOURNALIST_VERIFY: OFFICE,
    View.JOURNALIST_VERIFIED: OFFICE,
    # people involved, things to do
    Action.LEAVE_OUT: OFFICE,
    View.LEAVE_OUT: OFFICE,
    Action.NAME_STAFF: OFFICE,
    View.NAME_STAFF: OFFICE,
    Action.TELL_OTHERS: OFFICE,
    View.TELL_OTHERS: OFFICE,
    Action.CHOOSE_TOLD: NUDGE,
    View.CHOOSE_TOLD: NUDGE,
    Action.INVOLVED_READ: Try(Reason.NOT_FOUND),
    Action.TASK_READ: NUDGE,
    Action.TASK_DONE: NUDGE,
    Action.TASK_DROP: NUDGE,
    View.TASK_DROP: Try(Reason.NOT_YOUR_NUDGE, typed={"task_note": "Words"}),
    Action.TASK_HAND: NUDGE,
    View.TASK_HAND: NUDGE,
    Action.FOI: OFFICE,
    View.FOI: OFFICE,
    Action.POLITICAL: THEIRS,
    Action.NOT_POLITICAL: THEIRS,
    Action.PRE_ELECTION: Try(Reason.NOT_HEAD),
    View.PRE_ELECTION: Try(Reason.NOT_HEAD),
    Action.PRE_ELECTION_LIFT: Try(Reason.NOT_HEAD),
    Action.NOTE_MOVE: Try(Reason.NOT_ALLOWED_TO_READ, value="1:1"),
    Action.NOTE_REMOVED: Try(Reason.NOT_YOURS, value="1:1"),
    View.NOTE_MOVE: Try(Reason.NOT_ALLOWED_TO_READ, about="1:1", typed={"note_words": "Words"}),
    # good news
    Action.STORY_PICK_UP: OFFICE,
    Action.STORY_DECLINE: OFFICE,
    View.STORY_DECLINE: Try(Reason.NOT_PRESS_OFFICE, typed={"declined_because": "Words"}),
    Action.STORY_OPEN: READ,
}
"""What is not for a member of staff who has no part in it."""

OPEN: dict[str, str] = {
    Command.MEDIA_ENQUIRY: "anyone may raise an enquiry; what they may find is in test_finding",
    Command.STORY_IDEA: "anyone may send in a story",
    Shortcut.MEDIA_ENQUIRY: "as the command",
    Shortcut.STORY_IDEA: "as the command",
    MessageShortcut.LOG: "opens the form",
    MessageShortcut.SUGGEST: "opens the form",
    Action.NEW_ENQUIRY: "opens the form",
    Action.NEW_STORY: "opens the form",
    Action.DOOR_ENQUIRY: "opens the form with one's own words",
    Action.DOOR_STORY: "opens the form with one's own words",
    View.ENQUIRY: "raises one's own enquiry",
    View.STORY: "sends in one's own story",
    Action.OFFER_NOT_NOW: "an offer made to oneself",
    Action.OFFER_NEVER: "an offer made to oneself",
    Action.OWN_MESSAGE: "a link to one's own message",
    Action.COVERAGE_READ: "a link to what is published",
    View.APPROVE: "asks once more and keeps nothing; the yes itself is refused above",
    Action.STATEMENT_MORE_ROOM: "another box in a form that is open already",
    Action.BOARD_AREA: "narrows one's own board; what stands on it is in test_home",
    Action.BOARD_OFFICER: "narrows one's own board",
    Action.BOARD_STATE: "narrows one's own board",
    Action.BOARD_NEXT: "turns one's own board",
    Action.BOARD_BACK: "turns one's own board",
    Action.LIST_MORE: "turns a list that was asked for; what stands on it is in test_finding",
    Action.LIST_BACK: "turns a list that was asked for",
}
"""What everyone may use, and why nothing of an enquiry is changed or read by it."""

ELSEWHERE = (
    "settings",
    "rota",
    "absence",
    "press_office",
    "settings_slack",
    "leavers",
    "calls",
    "nudge_buttons",
    "who",
)
"""Handlers with a test of their own for who may, beside their journeys."""

PRESSED = {Kind.ACTION, Kind.SUBMISSION, Kind.COMMAND, Kind.SHORTCUT}
BY_ID = {route.id: route for route in ROUTES if route.kind in PRESSED}


@pytest.fixture
def desk(file_database: Database) -> Iterator[Desk]:
    """An enquiry in progress with everything around it, and a story."""
    made = desk_on(file_database)
    closed: dict[str, Any] = {"outcome": None, "closed_by": None, "closed_at": None, "excluded": []}
    write_enquiry(file_database, status=Status.IN_PROGRESS, **closed)
    write_story(file_database)
    yield made


def handler_of(route: Route) -> str:
    return route.listen.__module__.rsplit(".", 1)[-1]


def test_every_way_in_is_tried_or_says_why_it_is_everyones() -> None:
    ours = {id_ for id_, route in BY_ID.items() if handler_of(route) not in ELSEWHERE}
    assert {str(one) for one in (*REFUSED, *OPEN)} == {str(one) for one in ours}
    assert not set(REFUSED) & set(OPEN)


@pytest.mark.parametrize("id_", [str(one) for one in REFUSED])
def test_it_is_refused_with_its_sentence_and_nothing_is_changed(desk: Desk, id_: str) -> None:
    tried, route = REFUSED[id_], BY_ID[id_]
    before = everything_in(desk.database)
    view = {"id": "V0PAGE", "type": "modal", "private_metadata": "1", "blocks": []}
    menu = {"selected_option": {"value": tried.chosen}} if tried.chosen else {}
    if route.kind == Kind.SUBMISSION:
        answered = send_in(desk, route, STRANGER, about=tried.about, typed=tried.typed or {"question": "Words"})
    else:
        answered = press(desk, route, STRANGER, value=tried.value, view=view, action=menu)
    plain = refusals.at_field if route.kind == Kind.SUBMISSION else refusals.sentence
    assert answered.said == plain(Refused(tried.reason), desk.organisation)
    assert answered.opened == []
    assert everything_in(desk.database) == before
    assert SECRET not in str(answered)
