"""Who may do what: one table. Checked inside the verb, on the server side, whatever buttons someone can see."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.rules.deeds import Deed
from bot.rules.involved import around, check_not_left_out, is_left_out
from bot.rules.reasons import Reason, Refused
from bot.rules.sensitivity import chain_of, may_read
from storage.enquiry import Enquiry
from storage.kinds import Role
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import StoryIdea

About = Enquiry | StoryIdea | Nudge | None
Test = Callable[[str, Organisation, About], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may, and the reason given to everyone else."""

    allows: Test
    otherwise: Reason = Reason.NOT_PRESS_OFFICE


def check(deed: Deed, person: str, organisation: Organisation, about: About = None) -> None:
    """Pass, or raise `Refused` with the reason."""
    if isinstance(about, Enquiry):
        check_not_left_out(person, about)
        organisation = around(organisation, about)
    rule = RULES[deed]
    if not rule.allows(person, organisation, about):
        raise Refused(rule.otherwise)


def allowed(deed: Deed, person: str, organisation: Organisation, about: About = None) -> bool:
    """Whether `check` would pass: for deciding what to offer, never in place of the check."""
    if isinstance(about, Enquiry):
        organisation = around(organisation, about)
        if is_left_out(person, about):
            return False
    return RULES[deed].allows(person, organisation, about)


def _anyone(person: str, _organisation: Organisation, _about: About) -> bool:
    return bool(person)


def _press_office(person: str, organisation: Organisation, _about: About) -> bool:
    return organisation.is_press_office(person)


def _raiser(person: str, _organisation: Organisation, about: About) -> bool:
    return isinstance(about, Enquiry) and person == about.raised_by


def _raiser_or_press_office(person: str, organisation: Organisation, about: About) -> bool:
    return _raiser(person, organisation, about) or organisation.is_press_office(person)


def _reader(person: str, organisation: Organisation, about: About) -> bool:
    return isinstance(about, Enquiry) and may_read(person, about, organisation)


def _author_or_press_office(person: str, organisation: Organisation, about: About) -> bool:
    return (isinstance(about, StoryIdea) and person == about.author) or organisation.is_press_office(person)


def _asked(person: str, organisation: Organisation, about: About) -> bool:
    """The person a nudge was sent to, or, for an enquiry itself, someone in its chain."""
    if isinstance(about, Nudge):
        return person == about.person
    return isinstance(about, Enquiry) and person in chain_of(about, organisation)


def _approver(person: str, organisation: Organisation, _about: About) -> bool:
    return any(person in organisation.holders(role) for role in (Role.APPROVER, Role.LEGAL))


def _head(person: str, organisation: Organisation, _about: About) -> bool:
    return person in organisation.holders(Role.HEAD_OF_COMMS)


def _administrator(person: str, organisation: Organisation, _about: About) -> bool:
    return person in organisation.holders(Role.ADMINISTRATOR)


RULES: dict[Deed, Rule] = {
    Deed.RECORD: Rule(_anyone),
    Deed.AMEND: Rule(_raiser, Reason.NOT_YOURS),
    Deed.ADD_MORE: Rule(_raiser_or_press_office, Reason.NOT_YOURS),
    Deed.CLAIM: Rule(_press_office),
    Deed.ACKNOWLEDGE: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.HAND_ON: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.ASK_SIGN_OFF: Rule(_press_office),
    Deed.ASK_CHANGE: Rule(_approver, Reason.NOT_YOUR_NUDGE),
    Deed.APPROVE: Rule(_approver, Reason.NOT_YOUR_NUDGE),
    Deed.VOID_APPROVAL: Rule(_press_office),
    Deed.RESPOND: Rule(_press_office),
    Deed.CORRECT_RESPONSE: Rule(_press_office),
    Deed.RECORD_COVERAGE: Rule(_press_office),
    Deed.TAKE_OFF_COVERAGE: Rule(_press_office),
    Deed.NOTHING_PUBLISHED: Rule(_press_office),
    Deed.NOTE_LEARNT: Rule(_press_office),
    Deed.KEEP_LINE: Rule(_press_office),
    Deed.USE_LINE: Rule(_press_office),
    Deed.RETIRE_LINE: Rule(_press_office),
    Deed.READ_LINES: Rule(_press_office),
    Deed.LEAVE_OUT: Rule(_press_office),
    Deed.NAME_STAFF: Rule(_press_office),
    Deed.CHOOSE_TOLD: Rule(_press_office),  # beside the person who may be named
    Deed.TELL_OTHERS: Rule(_press_office),
    Deed.FINISH_TASK: Rule(_press_office, Reason.NOT_YOUR_NUDGE),  # beside its owner
    Deed.DROP_TASK: Rule(_press_office, Reason.NOT_YOUR_NUDGE),
    Deed.HAND_TASK: Rule(_press_office, Reason.NOT_YOUR_NUDGE),
    Deed.TREAT_AS_FOI: Rule(_press_office),
    Deed.MARK_POLITICAL: Rule(_raiser_or_press_office, Reason.NOT_YOURS),
    Deed.SET_PRE_ELECTION: Rule(_head, Reason.NOT_HEAD),
    Deed.CLOSE: Rule(_press_office),
    Deed.REOPEN: Rule(_press_office),
    Deed.UNRESTRICT: Rule(_press_office),
    Deed.READ: Rule(_reader, Reason.NOT_ALLOWED_TO_READ),
    Deed.SEND_IN: Rule(_anyone),
    Deed.PICK_UP: Rule(_press_office),
    Deed.DECLINE: Rule(_press_office),
    Deed.READ_STORY: Rule(_author_or_press_office, Reason.NOT_ALLOWED_TO_READ),
    Deed.SET_UP: Rule(_administrator, Reason.NOT_YOURS),
}
