"""The whole table of who may do what, written down a second time by hand: every deed, every role, and what everyone else is told."""

import os
from pathlib import Path

from bot.messages import refusals
from bot.rules.deeds import Deed
from bot.rules.reasons import Reason
from storage.enquiry import Enquiry
from tests.rules.roles import PEOPLE, about, council, page, tried

ROLES_PAGE = Path(__file__).parents[2] / "docs" / "roles.md"

OFFICE = {"Press officer", "Head of communications"}
HOUSE_OFFICE = OFFICE | {"Left out"}  # of what is not about one enquiry, nobody is left out
RAISER = {"Raised it"}
ASKED = {"Asked by name"}
CHAIN = {"Lead", "Deputy"}
READERS = RAISER | CHAIN | OFFICE | {"Approver", "Legal"}
EVERYONE = set(PEOPLE)

EXPECTED: dict[Deed, tuple[set[str], Reason]] = {
    **dict.fromkeys(
        (Deed.RECORD, Deed.SEND_IN, Deed.KEEP_DRAFT, Deed.ASK_SHARE, Deed.RAISE_RULE), (EVERYONE, Reason.NOT_YOURS)
    ),
    **dict.fromkeys(
        (Deed.CHANGE_STORY, Deed.WITHDRAW_STORY, Deed.MARK_SHARED, Deed.TAKE_BACK_SHARE), (RAISER, Reason.NOT_YOURS)
    ),
    Deed.READ_SHARE: (RAISER | HOUSE_OFFICE, Reason.NOT_ALLOWED_TO_READ),
    Deed.ANSWER_SHARE: (HOUSE_OFFICE, Reason.NOT_PRESS_OFFICE),
    Deed.READ_RULE: (RAISER | {"Lead", "Head of communications"}, Reason.NOT_ALLOWED_TO_READ),
    Deed.ANSWER_RULE: ({"Lead", "Head of communications"}, Reason.NOT_JOINT),
    Deed.SET_SHARE_RULES: ({"Head of communications"}, Reason.NOT_HEAD),
    **dict.fromkeys((Deed.AMEND, Deed.WITHDRAW), (RAISER, Reason.NOT_YOURS)),
    **dict.fromkeys((Deed.ADD_MORE, Deed.MARK_POLITICAL), (RAISER | OFFICE, Reason.NOT_YOURS)),
    **dict.fromkeys((Deed.READ, Deed.NOTE), (READERS, Reason.NOT_ALLOWED_TO_READ)),
    **dict.fromkeys(
        (
            Deed.CLAIM,
            Deed.ASSIGN,
            Deed.HAND_OVER,
            Deed.EDIT,
            Deed.RESTRICT,
            Deed.UNRESTRICT,
            Deed.LINK,
            Deed.UNLINK,
            Deed.USE_ANSWER,
            Deed.DRAFT,
            Deed.ASK_FACTS,
            Deed.ASK_SIGN_OFF,
            Deed.RESPOND,
            Deed.CORRECT_RESPONSE,
            Deed.RECORD_COVERAGE,
            Deed.TAKE_OFF_COVERAGE,
            Deed.NOTHING_PUBLISHED,
            Deed.NOTE_LEARNT,
            Deed.KEEP_LINE,
            Deed.USE_LINE,
            Deed.LEAVE_OUT,
            Deed.NAME_STAFF,
            Deed.UNNAME_STAFF,
            Deed.CHOOSE_TOLD,
            Deed.TELL_OTHERS,
            Deed.TREAT_AS_FOI,
            Deed.NOT_FOI,
            Deed.VERIFY_JOURNALIST,
            Deed.MAKE_CALL,
            Deed.CLOSE,
            Deed.REOPEN,
        ),
        (OFFICE, Reason.NOT_PRESS_OFFICE),
    ),
    **dict.fromkeys((Deed.FINISH_TASK, Deed.DROP_TASK, Deed.HAND_TASK), (OFFICE, Reason.NOT_YOUR_NUDGE)),
    **dict.fromkeys(
        (Deed.READ_LINES, Deed.RETIRE_LINE, Deed.REVIEW_LINE, Deed.PICK_UP, Deed.DECLINE),
        (HOUSE_OFFICE, Reason.NOT_PRESS_OFFICE),
    ),
    **dict.fromkeys((Deed.ASK_CONSENT_AGAIN, Deed.LET_CONSENT_END), (HOUSE_OFFICE, Reason.NOT_PRESS_OFFICE)),
    **dict.fromkeys(
        (
            Deed.ASK_AUTHOR,
            Deed.ASK_ONCE_MORE,
            Deed.GO_ON_WITHOUT,
            Deed.ASK_AFRESH,
            Deed.TELL_HERE,
            Deed.LOOK_TOO,
            Deed.SET_THEME,
            Deed.JOIN_STORIES,
            Deed.SEE_BANK,
        ),
        (HOUSE_OFFICE, Reason.NOT_PRESS_OFFICE),
    ),
    Deed.ANSWER_QUESTION: (RAISER, Reason.NOT_YOUR_NUDGE),
    Deed.TAKE_DOWN: (HOUSE_OFFICE, Reason.NOT_YOUR_NUDGE),
    Deed.HAND_TAKE_DOWN: (HOUSE_OFFICE, Reason.NOT_YOUR_NUDGE),
    **dict.fromkeys(
        (
            Deed.RECORD_CONSENT,
            Deed.CHANGE_CONSENT,
            Deed.RENEW_CONSENT,
            Deed.REMOVE_CONSENT,
            Deed.WITHDRAW_CONSENT,
            Deed.TAKE_OUT,
            Deed.EXPLAIN_CONSENT,
            Deed.STILL_AGREES,
        ),
        (RAISER | HOUSE_OFFICE, Reason.NOT_YOURS),
    ),
    Deed.READ_STORY: (RAISER | HOUSE_OFFICE, Reason.NOT_ALLOWED_TO_READ),
    **dict.fromkeys(
        (
            Deed.ACKNOWLEDGE,
            Deed.HAND_ON,
            Deed.STILL_ON_IT,
            Deed.HAND_TO,
            Deed.NOT_MINE,
            Deed.SNOOZE,
            Deed.UNSNOOZE,
            Deed.ASK_CALL,
            Deed.CHECK_FACTS,
            Deed.PASS_ON,
            Deed.ASK_CHANGE,
            Deed.APPROVE,
        ),
        (ASKED, Reason.NOT_YOUR_NUDGE),
    ),
    Deed.WAIVE: (set(), Reason.ONLY_LEGAL_WAIVES),  # who was asked here is nobody from legal
    Deed.VOID_APPROVAL: (CHAIN | OFFICE, Reason.NOT_YOURS_TO_STOP),
    Deed.SET_PRE_ELECTION: ({"Head of communications"}, Reason.NOT_HEAD),
    Deed.SEE_BALANCE: (HOUSE_OFFICE, Reason.NOT_PRESS_OFFICE),
    Deed.KEEP_DIGEST: (HOUSE_OFFICE, Reason.NOT_PRESS_OFFICE),
    Deed.PAUSE_GOOD_NEWS: (HOUSE_OFFICE, Reason.NOT_PRESS_OFFICE),
    Deed.KEEP_ROTA: ({"Head of communications", "Administrator"}, Reason.NOT_ROTA_KEEPER),
    Deed.SET_UP: ({"Administrator"}, Reason.NOT_ADMINISTRATOR),
}


def test_every_deed_has_its_row() -> None:
    assert set(EXPECTED) == set(Deed)


def test_the_whole_table() -> None:
    """An open enquiry and a private one are alike in who may do what. What differs is what is posted, and the sentence for those who
    may not read a private one: the same whatever they tried, so that being left out is not to be noticed.
    """
    told: list[tuple[str, str, bool, Reason | None]] = []
    expected: list[tuple[str, str, bool, Reason | None]] = []
    for one in tried():
        roles, reason = EXPECTED[one.deed]
        outside = one.role == "Left out" or (one.restricted and one.role not in READERS)
        if outside and one.role not in roles and one.deed in _about_one_enquiry():
            reason = Reason.NOT_ALLOWED_TO_READ
        told.append((one.deed, one.role, one.restricted, one.refused.reason if one.refused else None))
        expected.append((one.deed, one.role, one.restricted, None if one.role in roles else reason))
    assert told == expected


def _about_one_enquiry() -> set[Deed]:
    return {deed for deed in Deed if isinstance(about(deed, restricted=True), Enquiry)}


def test_every_refusal_is_a_sentence() -> None:
    said = {refusals.sentence(one.refused, council()) for one in tried() if one.refused}
    assert [sentence for sentence in said if not sentence.endswith(".") or "{" in sentence] == []


def test_the_page_for_readers_says_the_same() -> None:
    if os.environ.get("UPDATE_ROLES") == "yes":
        ROLES_PAGE.write_text(page(), encoding="utf-8")
    assert ROLES_PAGE.read_text(encoding="utf-8") == page()
