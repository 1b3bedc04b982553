"""Every button, form, command and shortcut, used by those who may not: a sentence that says so, and nothing is kept or changed.

A new way in without a row here fails: either it is refused to whoever has no right to it, whatever else they are in the matter, or it
says why it is theirs to use.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.desk import absences
from bot.desk.work import Desk
from bot.messages import refusals
from bot.messages.ids import Action, Command, MessageShortcut, Shortcut, View
from bot.rules.absences import AwayForm
from bot.rules.reasons import Reason, Refused
from handlers.door import Kind, Route
from handlers.routes import ROUTES
from storage.engine import Database
from storage.kinds import RotaKind, Status
from storage.rota import Swap, TurnRow
from storage.story_around import StoryQuestion
from storage.story_told import TakeDown
from tests.handlers.pressing import Answered, everything_in, press, send_in
from tests.keeping.full import (
    AMARA,
    CLOSED,
    JOAN,
    PRIYA,
    SECRET,
    SHIRIN,
    desk_on,
    write_enquiry,
    write_joint_item,
    write_share,
    write_story,
)

STRANGER = "U0CALLUM12"
"""Somebody on the staff: no role, another team, nothing raised, nothing asked of them."""

HELEN, DEWI = "U0HELEN05", "U0DEWI004"
LEAD_ELSEWHERE = "U0MARCUS6"
STAFF = (STRANGER, LEAD_ELSEWHERE, AMARA, SHIRIN, JOAN)
"""Beside the stranger: another area's lead, who raised it, its lead, and legal. None of them is of the press office."""

MAY_NOT: dict[Reason, tuple[str, ...]] = {
    Reason.NOT_PRESS_OFFICE: STAFF,
    Reason.NOT_ALLOWED_TO_READ: (STRANGER, LEAD_ELSEWHERE),
    Reason.NOT_YOURS: (STRANGER, LEAD_ELSEWHERE, SHIRIN, JOAN),
    Reason.NOT_YOUR_NUDGE: (STRANGER, LEAD_ELSEWHERE, JOAN),
    Reason.ONLY_LEGAL_WAIVES: (*STAFF, DEWI, HELEN),
    Reason.NOT_YOURS_TO_STOP: (STRANGER, LEAD_ELSEWHERE),
    Reason.NOT_HEAD: (*STAFF, DEWI),
    Reason.NOT_ROTA_KEEPER: (*STAFF, DEWI),
    Reason.NOT_JOINT: (STRANGER, LEAD_ELSEWHERE, AMARA, JOAN, DEWI),
    Reason.NOT_ADMINISTRATOR: (*STAFF, DEWI),
    Reason.NOT_YOUR_ROTA_TURN: (*STAFF, DEWI, HELEN),
    Reason.OFFERED_TO_OTHER: (*STAFF, HELEN),
    Reason.NOT_FOUND: (STRANGER, LEAD_ELSEWHERE),
}
"""Who tries, by the reason that they hear."""

DECLINED = {"selected_option": {"value": "declined"}}


@dataclass(frozen=True)
class Try:
    """A button pressed or a form sent in by those who may not, and why it is refused. `too`: others who may not do this one."""

    reason: Reason
    value: str = "1"
    about: str = "1"
    typed: dict[str, Any] = field(default_factory=dict)
    chosen: str = ""  # out of a menu
    by: str = ""  # whom the sentence names
    too: tuple[str, ...] = ()


OFFICE = Try(Reason.NOT_PRESS_OFFICE)
READ = Try(Reason.NOT_ALLOWED_TO_READ)
THEIRS = Try(Reason.NOT_YOURS)
NUDGE = Try(Reason.NOT_YOUR_NUDGE)
ROTA = Try(Reason.NOT_ROTA_KEEPER)
SETTINGS = Try(Reason.NOT_ADMINISTRATOR, value="office", by=HELEN)
NEW_HOURS = {"kind": "hours", "key": "", "seen": {"set_mon": "seen"}}
TURNS = {
    "turn_kind": {"selected_option": {"value": "press"}},
    "turn_people": {"selected_users": [DEWI]},
    "turn_from": {"selected_date": "2026-04-01"},
}

AGREED = {
    "consent_who": "the tenant",
    "consent_how": "She told us.",
    "consent_uses": {"selected_options": [{"value": "colleagues"}]},
    "consent_decided_by": {"selected_option": {"value": "themselves"}},
}

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
    Action.UNNAME_STAFF: OFFICE,
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
    Action.NOTE_PUBLIC: Try(Reason.NOT_YOURS, value="1:1"),
    View.NOTE_MOVE: Try(Reason.NOT_ALLOWED_TO_READ, about="1:1", typed={"note_words": "Words"}),
    # good news
    Action.STORY_PICK_UP: OFFICE,
    Action.STORY_DECLINE: OFFICE,
    Action.STORY_ASK: OFFICE,
    View.STORY_ASK: Try(Reason.NOT_PRESS_OFFICE, typed={"story_question": "Words"}),
    Action.STORY_TELL: OFFICE,
    View.STORY_TELL: Try(Reason.NOT_PRESS_OFFICE, typed={"tell_place": "Words"}),
    Action.STORY_LOOKED: OFFICE,
    Action.STORY_JOIN: Try(Reason.NOT_PRESS_OFFICE, value="1:2"),
    Action.STORY_THEME: Try(Reason.NOT_PRESS_OFFICE, chosen="1:carers"),
    Action.STORY_AFRESH: OFFICE,
    Action.STORY_ANSWER: NUDGE,
    View.STORY_ANSWER: Try(Reason.NOT_YOUR_NUDGE, typed={"story_answer": "Words"}),
    View.STORY_DECLINE: Try(Reason.NOT_PRESS_OFFICE, typed={"declined_because": "Words", "suggestion": "Words"}),
    Action.STORY_OPEN: READ,
    Action.STORY_PICTURES: READ,
    Action.STORY_CHANGE: Try(Reason.NOT_YOURS, too=(DEWI, HELEN)),
    Action.STORY_WITHDRAW: Try(Reason.NOT_YOURS, too=(DEWI, HELEN)),
    Action.CONSENT_ADD: THEIRS,
    Action.CONSENT_CHANGE: THEIRS,
    Action.CONSENT_RENEW: THEIRS,
    Action.CONSENT_RENEWED: THEIRS,
    Action.CONSENT_END: THEIRS,
    Action.CONSENT_REMOVE: THEIRS,
    Action.CONSENT_STILL: THEIRS,
    Action.CONSENT_EXPLAIN: THEIRS,
    View.CONSENT: Try(Reason.NOT_YOURS, about="change 1 GN-0001", typed=AGREED),
    View.CONSENT_END: Try(Reason.NOT_YOURS, about="end 1 GN-0001"),
    Action.CONSENT_ASK_AGAIN: OFFICE,
    Action.CONSENT_LET_END: OFFICE,
    Action.STORY_TAKE_OUT: THEIRS,
    Action.TAKE_DOWN_DONE: NUDGE,
    Action.BALANCE_FILES: OFFICE,
    Action.BEST_CHOOSE: OFFICE,
    View.BEST_OF: OFFICE,
    Action.SEE_FAIRNESS: OFFICE,
    Action.SEE_BALANCE: OFFICE,
    Action.DIGEST_APPROVE: OFFICE,
    Action.DIGEST_HOLD: OFFICE,
    Action.DIGEST_SEND: OFFICE,
    Action.DIGEST_STORY: Try(Reason.NOT_PRESS_OFFICE, chosen="move 1 1 0"),
    View.DIGEST_WORDS: Try(Reason.NOT_PRESS_OFFICE, about="1 1 0123abcd", typed={"digest_words": "Words"}),
    Action.DIGEST_OPENING: OFFICE,
    View.DIGEST_OPENING: Try(Reason.NOT_PRESS_OFFICE, about="1 0123abcd", typed={"digest_opening": "Words"}),
    Action.DIGEST_ADD: OFFICE,
    View.DIGEST_ADD: OFFICE,
    Action.GOOD_NEWS_PAUSE: OFFICE,
    View.GOOD_NEWS_PAUSE: OFFICE,
    Action.GOOD_NEWS_RESUME: OFFICE,
    # sharing
    Action.SHARE_OPEN: READ,
    Action.SHARE_WHY: READ,
    Action.RULE_RAISE: READ,
    Action.SHARE_YES: OFFICE,
    Action.SHARE_CHANGES: OFFICE,
    Action.SHARE_NOT_YET: OFFICE,
    Action.SHARE_REPLY: OFFICE,
    View.SHARE_ANSWER: Try(Reason.NOT_PRESS_OFFICE, about="1 changes", typed={"share_answer": "Words"}),
    Action.SHARED: Try(Reason.NOT_YOURS, too=(DEWI, HELEN)),
    View.SHARED: Try(Reason.NOT_YOURS, typed={"shared_place": "Words"}, too=(DEWI, HELEN)),
    Action.SHARE_STORY: Try(Reason.NOT_YOURS, too=(DEWI, HELEN)),
    Action.SHARE_TAKE_BACK: Try(Reason.NOT_YOURS, too=(DEWI, HELEN)),
    Action.SHARE_RULES_SET: Try(Reason.NOT_HEAD),
    View.SHARE_RULES_SET: Try(Reason.NOT_HEAD),
    Action.RULE_ANSWER: Try(Reason.NOT_JOINT),
    View.RULE_ANSWER: Try(Reason.NOT_JOINT, typed={"rule_answer": "Words"}),
    # the settings, and the rota
    Action.SETTINGS: SETTINGS,
    Action.SETTINGS_LIST: replace(SETTINGS, value="front"),
    Action.SETTINGS_EDIT: SETTINGS,
    Action.SETTINGS_REMOVE: replace(SETTINGS, value=f"person:{DEWI}"),
    Action.SETTINGS_PRACTISE: SETTINGS,
    Action.SETTINGS_FINISH: SETTINGS,
    Action.SETTINGS_BEGIN: SETTINGS,
    View.SETTINGS_FORM: replace(SETTINGS, about=json.dumps(NEW_HOURS), typed={"set_mon": "10:00-11:00"}),
    Action.TURN_ADD: ROTA,
    View.TURN_ADD: replace(ROTA, typed=TURNS),
    Action.TURN_REMOVE: ROTA,
    Action.TURN_OFFER: Try(Reason.NOT_YOUR_ROTA_TURN),
    View.TURN_OFFER: Try(Reason.NOT_YOUR_ROTA_TURN, typed={"turn_for": {"selected_user": STRANGER}}),
    Action.TURN_TAKE_BACK: Try(Reason.NOT_YOUR_ROTA_TURN),
    Action.TURN_DECLINE: Try(Reason.OFFERED_TO_OTHER),
    Action.TURN_TAKE: Try(Reason.OFFERED_TO_OTHER),
}
"""What is not for a member of staff who has no part in it."""

OPEN: dict[str, str] = {
    Command.MEDIA_ENQUIRY: "anyone may raise an enquiry; what they may find is in test_finding",
    Command.STORY_IDEA: "anyone may send in a story",
    Shortcut.MEDIA_ENQUIRY: "as the command",
    Shortcut.STORY_IDEA: "as the command",
    MessageShortcut.LOG: "opens the form",
    MessageShortcut.SUGGEST: "opens the form",
    Action.KNOWN_ASKER: "fills in a form that is open already; what is offered to whom is in test_known_askers",
    Action.NEW_ENQUIRY: "opens the form",
    Action.NEW_STORY: "opens the form",
    Action.DOOR_ENQUIRY: "opens the form with one's own words",
    Action.DOOR_STORY: "opens the form with one's own words",
    View.ENQUIRY: "raises one's own enquiry",
    View.STORY: "sends in one's own story; going on with another's is refused below",
    Action.STORY_RECOGNISABLE: "grows a form that is open already",
    Action.STORY_ABOUT: "grows a form that is open already",
    Action.STORY_ADD_PICTURES: "grows a form that is open already",
    Action.STORY_ADD_AUTHORS: "grows a form that is open already",
    Action.STORY_DRAFT: "puts aside one's own words; going on with another's is refused below",
    Command.CAN_I_SHARE: "anyone may ask; what they may find by a reference is refused as Open is",
    Shortcut.CAN_I_SHARE: "as the command",
    MessageShortcut.CAN_I_SHARE: "opens the form",
    Action.NEW_SHARE: "opens the form",
    View.SHARE: "asks one's own question",
    Action.SHARE_KIND: "grows a form that is open already",
    Action.SHARE_PERSON: "grows a form that is open already",
    Action.SHARE_CHILD: "grows a form that is open already",
    Action.SHARE_READ: "a link to what is shared",
    View.RULE_RAISE: "says that a rule got in one's own way",
    Action.REACTED_YES: "opens the form with one's own words",
    Action.REACTED_NO: "an answer to what one was asked oneself",
    Action.REACTED_NEVER: "an answer to what one was asked oneself",
    Action.OFFER_NOT_NOW: "an offer made to oneself",
    Action.OFFER_NEVER: "an offer made to oneself",
    Action.OWN_MESSAGE: "a link to one's own message",
    Action.COVERAGE_READ: "a link to what is published",
    Action.TAKE_DOWN_LOOK: "a link to what is published",
    Action.CONSENT_DECIDES: "grows a form that is open already",
    View.APPROVE: "asks once more and keeps nothing; the yes itself is refused above",
    Action.STATEMENT_MORE_ROOM: "another box in a form that is open already",
    Action.BOARD_AREA: "narrows one's own board; what stands on it is in test_home",
    Action.BOARD_OFFICER: "narrows one's own board",
    Action.BOARD_STATE: "narrows one's own board",
    Action.BOARD_NEXT: "turns one's own board",
    Action.BOARD_BACK: "turns one's own board",
    Action.STORIES_MORE: "turns a list that was asked for; what stands on it is in test_story_bank",
    Action.STORIES_BACK: "turns a list that was asked for",
    Action.STORY_READ: "a link to what is told in public",
    Action.STORY_REPLY: "sends one's own words, kept for oneself; whose question it is stands in test_story_replies",
    Action.LIST_MORE: "turns a list that was asked for; what stands on it is in test_finding",
    Action.LIST_BACK: "turns a list that was asked for",
    Command.PRESS_OFFICE: "who is there, the rota and being away oneself; who may pause good news is in test_digest_waits",
    Action.ROTA: "anyone may see who is on duty",
    Action.ROTA_NEXT: "turns the rota's page",
    Action.ROTA_BACK: "turns the rota's page",
    Action.SETTINGS_OWN: "opens the form with one's own hours and number; whoever is asked nothing here is told who can help",
    Action.AWAY: "opens the form with one's own days in it",
    Action.AWAY_YES: "says that one is away oneself",
    Action.AWAY_HELD: "shows what one holds oneself",
    View.AWAY: "says that one is away oneself",
    Action.AWAY_BACK: "says that one is back oneself",
    Action.AWAY_HAND: "hands on what one holds oneself; what another holds is refused below",
}
"""What everyone may use, and why nothing of an enquiry is changed or read by it."""

PRESSED = {Kind.ACTION, Kind.SUBMISSION, Kind.COMMAND, Kind.SHORTCUT}
BY_ID = {route.id: route for route in ROUTES if route.kind in PRESSED}


@pytest.fixture
def desk(file_database: Database) -> Iterator[Desk]:
    """An enquiry in progress with everything around it, a story, and a turn of Priya's that is offered to Dewi."""
    made = desk_on(file_database)
    closed: dict[str, Any] = {"outcome": None, "closed_by": None, "closed_at": None, "excluded": []}
    write_enquiry(file_database, status=Status.IN_PROGRESS, **closed)
    write_story(file_database)
    write_story(file_database, form_id="V3", title="Another")
    with file_database.write() as session:
        session.add(write_share())
        session.add(write_joint_item())
        session.add(StoryQuestion(story_id=1, question="Words", asked_by=PRIYA, asked_at=CLOSED))
    _offer_a_turn(file_database)
    _ask_to_take_down(file_database)
    made.refresh()
    yield made


def _offer_a_turn(database: Database) -> None:
    with database.write() as session:
        ends = CLOSED + timedelta(days=7)
        session.add(TurnRow(kind=RotaKind.PRESS, person=PRIYA, starts_at=CLOSED, ends_at=ends))
        session.flush()
        session.add(Swap(turn_id=1, offered_by=PRIYA, offered_at=CLOSED, offered_to=DEWI))


def _ask_to_take_down(database: Database) -> None:
    with database.write() as session:
        session.add(TakeDown(story_id=1, telling_id=None, owner=PRIYA, asked_at=CLOSED, because="withdrawn"))


def test_every_way_in_is_tried_or_says_why_it_is_everyones() -> None:
    assert {str(one) for one in (*REFUSED, *OPEN)} == set(BY_ID)
    assert not set(REFUSED) & set(OPEN)


@pytest.mark.parametrize("id_", [str(one) for one in REFUSED])
def test_it_is_refused_with_its_sentence_and_nothing_is_changed(desk: Desk, id_: str) -> None:
    tried, route = REFUSED[id_], BY_ID[id_]
    before = everything_in(desk.database)
    for person in (*MAY_NOT[tried.reason], *tried.too):
        answered = _tries(desk, tried, route, person)
        plain = refusals.at_field if route.kind == Kind.SUBMISSION else refusals.sentence
        facts = {"by": tried.by} if tried.by else {}
        assert answered.said == plain(Refused(tried.reason, **facts), desk.organisation), person
        assert answered.opened == [], person
        assert SECRET not in str(answered), person
    assert everything_in(desk.database) == before


def _tries(desk: Desk, tried: Try, route: Route, person: str) -> Answered:
    view = {"id": "V0PAGE", "type": "modal", "private_metadata": "1", "blocks": []}
    menu = {"selected_option": {"value": tried.chosen}} if tried.chosen else {}
    if route.kind == Kind.SUBMISSION:
        return send_in(desk, route, person, about=tried.about, typed=tried.typed or {"question": "Words"})
    return press(desk, route, person, value=tried.value, view=view, action=menu)


def test_someone_who_goes_away_hands_on_nothing_that_another_holds(desk: Desk) -> None:
    away = AwayForm(starts="2026-03-06", ends="2026-03-09", deputy=DEWI)
    absences.go(desk, away, person=STRANGER)
    before = everything_in(desk.database)
    held = {"held 1": Reason.NOT_PRESS_OFFICE, "led 1": Reason.NOT_YOUR_NUDGE, "signed 1": Reason.NOT_YOUR_NUDGE}
    for value, reason in {**held, "task 1": Reason.NOT_YOUR_NUDGE, "leading 1": Reason.NO_DEPUTY}.items():
        answered = press(desk, BY_ID[Action.AWAY_HAND], STRANGER, value=value)
        assert answered.said == refusals.sentence(Refused(reason), desk.organisation), value
    assert everything_in(desk.database) == before


@pytest.mark.parametrize("id_", [View.STORY, Action.STORY_DRAFT])
def test_a_form_that_goes_on_with_anothers_story_is_refused(desk: Desk, id_: str) -> None:
    carried = json.dumps({"story_id": 1})
    words = {"title": "A garden", "what_happened": "Words", "credit": "We", "service_area": "adults"}
    typed = {**words, "recognisable": {"selected_option": {"value": "nobody"}}}
    before = everything_in(desk.database)
    for person in (*MAY_NOT[Reason.NOT_YOURS], DEWI, HELEN):
        if id_ == View.STORY:
            answered = send_in(desk, BY_ID[id_], person, about=carried, typed=typed)
            assert answered.said == refusals.at_field(Refused(Reason.NOT_YOURS), desk.organisation), person
        else:
            values = {field: {"field": {"type": "plain_text_input", "value": one}} for field, one in words.items()}
            page = {
                "id": "V0FORM",
                "type": "modal",
                "private_metadata": carried,
                "blocks": [],
                "state": {"values": values},
            }
            answered = press(desk, BY_ID[id_], person, value="draft", view=page)
            assert answered.said == refusals.sentence(Refused(Reason.NOT_YOURS), desk.organisation), person
    assert everything_in(desk.database) == before
