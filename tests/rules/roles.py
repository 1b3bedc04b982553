"""Who may do what, tried out: every deed, every role; and the page for readers that is made from it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.messages import refusals
from bot.rules.deeds import Deed
from bot.rules.permissions import RULES, About, check
from bot.rules.reasons import Refused
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Role, ShareKind, SignOffPart, Step, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk
from storage.statement import FactCheck, SignOff
from tests.rules.northbank import ADMIN, DEPUTY, DIRECTOR, HEAD, LAWYER, LEAD, OFFICER, STRANGER, WORKER, at, story
from tests.rules.northbank import enquiry as an_enquiry
from tests.rules.northbank import organisation as northbank

MONITORING, OTHER_LEAD, LEFT_OUT, ASKED = "UMONITOR", "UOTHERLEAD", "UOTHER", "UASKED"

PEOPLE = {
    "Staff": STRANGER,
    "Raised it": WORKER,
    "Asked by name": ASKED,
    "Lead": LEAD,
    "Deputy": DEPUTY,
    "Lead elsewhere": OTHER_LEAD,
    "Press officer": OFFICER,
    "Head of communications": HEAD,
    "Approver": DIRECTOR,
    "Legal": LAWYER,
    "Monitoring officer": MONITORING,
    "Administrator": ADMIN,
    "Left out": LEFT_OUT,
}
"""The columns: one person for each, who is nothing else. `Left out` is a press officer who is not to hear of this one."""

ASKED_NUDGE = frozenset(deed for deed in Deed if RULES[deed].allows.__name__ == "_asked")
ASKED_NAME = frozenset({Deed.CHECK_FACTS})
ASKED_YES = frozenset({Deed.PASS_ON, Deed.ASK_CHANGE, Deed.APPROVE, Deed.WAIVE})
OF_CONSENTS = frozenset(
    {
        Deed.RECORD_CONSENT,
        Deed.CHANGE_CONSENT,
        Deed.RENEW_CONSENT,
        Deed.REMOVE_CONSENT,
        Deed.WITHDRAW_CONSENT,
        Deed.TAKE_OUT,
        Deed.EXPLAIN_CONSENT,
        Deed.STILL_AGREES,
        Deed.ASK_CONSENT_AGAIN,
        Deed.LET_CONSENT_END,
        Deed.TAKE_DOWN,
        Deed.HAND_TAKE_DOWN,
    }
)
OF_ANSWERS = frozenset(
    {
        Deed.ASK_AUTHOR,
        Deed.ASK_ONCE_MORE,
        Deed.GO_ON_WITHOUT,
        Deed.ANSWER_QUESTION,
        Deed.ASK_AFRESH,
        Deed.TELL_HERE,
        Deed.LOOK_TOO,
        Deed.SET_THEME,
        Deed.JOIN_STORIES,
        Deed.SEE_BANK,
    }
)
OF_STORIES = (
    OF_CONSENTS
    | OF_ANSWERS
    | {Deed.SEND_IN, Deed.PICK_UP, Deed.DECLINE, Deed.READ_STORY}
    | {Deed.KEEP_DRAFT, Deed.CHANGE_STORY, Deed.WITHDRAW_STORY}
)
OF_SHARES = frozenset(
    {Deed.ASK_SHARE, Deed.READ_SHARE, Deed.ANSWER_SHARE, Deed.MARK_SHARED, Deed.TAKE_BACK_SHARE, Deed.RAISE_RULE}
)
OF_THE_HOUSE = frozenset(
    {
        Deed.RECORD,
        Deed.SET_UP,
        Deed.SET_PRE_ELECTION,
        Deed.READ_LINES,
        Deed.RETIRE_LINE,
        Deed.REVIEW_LINE,
        Deed.KEEP_ROTA,
    }
    | {Deed.KEEP_DIGEST, Deed.PAUSE_GOOD_NEWS, Deed.SEE_BALANCE, Deed.SET_SHARE_RULES, Deed.ANSWER_RULE}
)


def council() -> Organisation:
    """Northbank with a monitoring officer and a service that has a lead of its own."""
    plain = northbank()
    areas = {**plain.service_areas}
    areas["housing"] = replace(areas["adults"], key="housing", lead=OTHER_LEAD, deputies=(), press_officer=None)
    roles = {**plain.roles, Role.MONITORING_OFFICER: (MONITORING,)}
    return replace(plain, service_areas=areas, roles=roles)


def enquiry(*, restricted: bool) -> Enquiry:
    """An enquiry of the adults' services, of which one press officer is not to hear."""
    made = an_enquiry(restricted=restricted, excluded=[LEFT_OUT])
    made.id = 1
    return made


def about(deed: Deed, *, restricted: bool) -> About:
    """What a deed is done to."""
    asked: dict[str, Any] = {"enquiry_id": 1, "statement_id": 1, "asked_by": OFFICER}
    if deed in ASKED_NUDGE:
        return Nudge(subject=Subject.ENQUIRY, subject_id=1, step=Step.LEAD_NEW, person=ASKED, due_at=NOW)
    if deed in ASKED_NAME:
        return FactCheck(person=ASKED, asked_at=NOW, due_at=NOW + timedelta(hours=1), **asked)
    if deed in ASKED_YES:
        return SignOff(person=ASKED, part=SignOffPart.LEGAL, **asked)
    if deed in OF_STORIES:
        return story()
    if deed in OF_SHARES:
        return ShareAsk(form_id="V1", kind=ShareKind.SHARE, asked_by=WORKER, asked_at=NOW, words="A walk in the park")
    if deed == Deed.READ_RULE:
        return JointItem(form_id="V1", rule="for_us", words="Halls", raised_by=WORKER, raised_at=NOW, due_at=NOW)
    if deed == Deed.VOID_APPROVAL:
        return Brief(enquiry=enquiry(restricted=restricted))
    return None if deed in OF_THE_HOUSE else enquiry(restricted=restricted)


NOW = at("2026-11-25 10:00")


@dataclass(frozen=True)
class Tried:
    """What came of it: None where it was allowed, otherwise the sentence."""

    deed: Deed
    role: str
    restricted: bool
    refused: Refused | None


def tried() -> Iterator[Tried]:
    """Every deed by everyone, on an open enquiry and on a private one."""
    organisation = council()
    for deed in Deed:
        for restricted in (False, True):
            for role, person in PEOPLE.items():
                try:
                    check(deed, person, organisation, about(deed, restricted=restricted))
                except Refused as refused:
                    yield Tried(deed, role, restricted, refused)
                else:
                    yield Tried(deed, role, restricted, None)


INTRO = """# Who may do what

Every button and every form is checked on the server, whatever someone can see. This page is made from the one table of rules
(`bot/rules/permissions.py`) by trying each deed as each of these people: `UPDATE_ROLES=yes python -m pytest tests/rules/test_roles.py`.

- *Raised it* is the member of staff whose enquiry or story it is. *Asked by name* is whoever was sent that very request: a nudge, a
  sign-off, a fact check, a thing to do. The person who owns a thing to do may always finish it, hand it on, or say why it is not needed.
- *Lead* and *Deputy* are those of the enquiry's own service; *Lead elsewhere* leads another one.
- *Left out* is a press officer who is not to hear of this enquiry. They are told what anyone is told who may not read it.
- The last column is what everyone else is told of an enquiry that is not private. Of a private one whoever may not read it hears "This is
  private", whatever they tried, so that those who were left out hear what those hear who never had a part in it.
- A private enquiry's words are never posted. Those with a tick in the row *opened* read them by pressing Open, which is written down.

"""


def page() -> str:
    """The table for readers."""
    marks: dict[Deed, list[str]] = {}
    for one in tried():
        if one.restricted:
            marks.setdefault(one.deed, []).append("yes" if one.refused is None else "")
    head = f"| | {' | '.join(PEOPLE)} | Everyone else is told |\n|---|{'---|' * (len(PEOPLE) + 1)}\n"
    rows = [f"| {deed.value.replace('_', ' ')} | {' | '.join(marks[deed])} | {_otherwise(deed)} |\n" for deed in Deed]
    return INTRO + head + "".join(rows)


def _otherwise(deed: Deed) -> str:
    if RULES[deed].allows.__name__ == "_anyone":
        return ""
    return refusals.sentence(Refused(RULES[deed].otherwise), council()).replace("|", "/")
