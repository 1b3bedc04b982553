"""Every button and form that is not for everyone: why it is refused, by whom it is tried, and with what in it."""

import json
from dataclasses import dataclass, field, replace
from typing import Any

from bot.messages.ids import Action, View
from bot.rules.reasons import Reason
from tests.keeping.full import AMARA, JOAN, SHIRIN

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

ENQUIRIES: dict[str, Try] = {
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
    Action.LINE_REVIEW: OFFICE,
    View.LINE_REVIEW: Try(Reason.NOT_PRESS_OFFICE, about="1::V1"),
    Action.LINE_KEEP: OFFICE,
    View.LINE_KEEP: OFFICE,
    Action.JOURNALIST_VERIFY: OFFICE,
    Action.JOURNALIST_PAST: READ,
    Action.JOURNALIST_PAST_BACK: Try(Reason.NOT_ALLOWED_TO_READ, value="0", about="1"),
    Action.JOURNALIST_PAST_MORE: Try(Reason.NOT_ALLOWED_TO_READ, value="10", about="1"),
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
}

GOOD_NEWS: dict[str, Try] = {
    Action.STORY_PICK_UP: OFFICE,
    Action.STORY_DECLINE: OFFICE,
    Action.STORY_ASK: OFFICE,
    Action.STORY_ONCE_MORE: OFFICE,
    Action.STORY_GO_ON: OFFICE,
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
    Action.CONSENT_PRINT: THEIRS,
    View.CONSENT: Try(Reason.NOT_YOURS, about="change 1 GN-0001", typed=AGREED),
    View.CONSENT_END: Try(Reason.NOT_YOURS, about="end 1 GN-0001"),
    Action.CONSENT_ASK_AGAIN: OFFICE,
    Action.CONSENT_LET_END: OFFICE,
    Action.STORY_TAKE_OUT: THEIRS,
    Action.TAKE_DOWN_DONE: NUDGE,
    Action.TAKE_DOWN_HAND: NUDGE,
    View.TAKE_DOWN_HAND: NUDGE,
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
}

SHARING: dict[str, Try] = {
    Action.SHARE_OPEN: READ,
    Action.SHARE_WHY: READ,
    Action.RULE_RAISE: READ,
    Action.SHARE_YES: OFFICE,
    Action.SHARE_CHANGES: OFFICE,
    Action.SHARE_NOT_YET: OFFICE,
    Action.SHARE_REPLY: OFFICE,
    View.SHARE_ANSWER: Try(Reason.NOT_PRESS_OFFICE, about="1 changes", typed={"share_answer": "Words"}),
    Action.SHARED: Try(Reason.NOT_YOURS, too=(DEWI, HELEN)),
    View.SHARED: Try(Reason.NOT_YOURS, typed={"shared_place": "Words", "shared_as": "social"}, too=(DEWI, HELEN)),
    Action.SHARE_STORY: Try(Reason.NOT_YOURS, too=(DEWI, HELEN)),
    Action.SHARE_TAKE_BACK: Try(Reason.NOT_YOURS, too=(DEWI, HELEN)),
    Action.SHARE_RULES_SET: Try(Reason.NOT_HEAD),
    View.SHARE_RULES_SET: Try(Reason.NOT_HEAD),
    Action.JOINT_OPEN: READ,
    Action.RULE_ANSWER: Try(Reason.NOT_JOINT),
    View.RULE_ANSWER: Try(Reason.NOT_JOINT, typed={"rule_answer": "Words"}),
}

SETTINGS_AND_ROTA: dict[str, Try] = {
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

REFUSED = ENQUIRIES | GOOD_NEWS | SHARING | SETTINGS_AND_ROTA
"""What is not for a member of staff who has no part in it."""
