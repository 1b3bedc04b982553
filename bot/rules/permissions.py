"""Who may do what: one table. Checked inside the verb, on the server side, whatever buttons someone can see."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.rules.deeds import Deed
from bot.rules.involved import around, check_may_deal, is_left_out, stands_back
from bot.rules.reasons import Reason, Refused
from bot.rules.sensitivity import chain_of, may_read
from bot.rules.share_owners import joint_members, may_answer
from bot.rules.sign_off import may_stop
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Role, StoryStatus
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk
from storage.statement import FactCheck, SignOff
from storage.story import StoryIdea
from storage.story_brief import StoryBrief

About = Enquiry | StoryIdea | StoryBrief | Nudge | Brief | SignOff | FactCheck | ShareAsk | JointItem | None
Test = Callable[[str, Organisation, About], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may, and the reason given to everyone else."""

    allows: Test
    otherwise: Reason = Reason.NOT_PRESS_OFFICE


def check(deed: Deed, person: str, organisation: Organisation, about: About = None) -> None:
    """Pass, or raise `Refused` with the reason.

    Of a private enquiry whoever may not read it hears that and nothing else, whatever they tried: someone who was left out of it
    hears the same as someone who never had a part in it.
    """
    if isinstance(about, Enquiry):
        check_may_deal(deed, person, about)
        organisation = around(organisation, about)
    rule = RULES[deed]
    if not rule.allows(person, organisation, about):
        private = isinstance(about, Enquiry) and about.restricted and not may_read(person, about, organisation)
        raise Refused(Reason.NOT_ALLOWED_TO_READ if private else rule.otherwise)


def allowed(deed: Deed, person: str, organisation: Organisation, about: About = None) -> bool:
    """Whether `check` would pass: for deciding what to offer, never in place of the check."""
    if isinstance(about, Enquiry):
        organisation = around(organisation, about)
        if is_left_out(person, about) or stands_back(deed, person, about):
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


def _author(person: str, _organisation: Organisation, about: About) -> bool:
    """Who sent it in, or, with the brief, wrote it too."""
    if isinstance(about, StoryBrief):
        return person in (about.story.author, *about.authors)
    return isinstance(about, StoryIdea) and person == about.author


def _author_or_press_office(person: str, organisation: Organisation, about: About) -> bool:
    """A draft is its authors' alone."""
    story = about.story if isinstance(about, StoryBrief) else about
    is_draft = isinstance(story, StoryIdea) and story.status == StoryStatus.DRAFT
    return _author(person, organisation, about) or (organisation.is_press_office(person) and not is_draft)


def _asked(person: str, organisation: Organisation, about: About) -> bool:
    """The person a nudge was sent to, or, for an enquiry itself, someone in its chain."""
    if isinstance(about, Nudge):
        return person == about.person
    return isinstance(about, Enquiry) and person in chain_of(about, organisation)


def _asked_by_name(person: str, _organisation: Organisation, about: About) -> bool:
    """The very person whose yes, or whose knowledge, was asked for."""
    return isinstance(about, SignOff | FactCheck) and person == about.person


def _legal_asked(person: str, organisation: Organisation, about: About) -> bool:
    return _asked_by_name(person, organisation, about) and person in organisation.holders(Role.LEGAL)


def _may_stop(person: str, organisation: Organisation, about: About) -> bool:
    """With the brief, approvers and whoever checked the facts too."""
    brief = Brief(enquiry=about) if isinstance(about, Enquiry) else about
    return isinstance(brief, Brief) and may_stop(person, brief, organisation)


def _asked_it(person: str, _organisation: Organisation, about: About) -> bool:
    return isinstance(about, ShareAsk) and person == about.asked_by


def _answers_share(person: str, organisation: Organisation, about: About) -> bool:
    return isinstance(about, ShareAsk) and may_answer(person, about, organisation)


def _reads_share(person: str, organisation: Organisation, about: About) -> bool:
    return _asked_it(person, organisation, about) or _answers_share(person, organisation, about)


def _joint(person: str, organisation: Organisation, about: About) -> bool:
    return person in joint_members(organisation) or _head(person, organisation, about)


def _reads_rule(person: str, organisation: Organisation, about: About) -> bool:
    """Whoever raised it, and those who answer for it."""
    raised = isinstance(about, JointItem) and person == about.raised_by
    return raised or _joint(person, organisation, about)


def _head(person: str, organisation: Organisation, _about: About) -> bool:
    return person in organisation.holders(Role.HEAD_OF_COMMS)


def _keeps_rota(person: str, organisation: Organisation, about: About) -> bool:
    return _head(person, organisation, about) or _administrator(person, organisation, about)


def _administrator(person: str, organisation: Organisation, _about: About) -> bool:
    return person in organisation.holders(Role.ADMINISTRATOR)


RULES: dict[Deed, Rule] = {
    Deed.RECORD: Rule(_anyone),
    Deed.AMEND: Rule(_raiser, Reason.NOT_YOURS),
    Deed.ADD_MORE: Rule(_raiser_or_press_office, Reason.NOT_YOURS),
    Deed.CLAIM: Rule(_press_office),
    Deed.ACKNOWLEDGE: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.HAND_ON: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.DRAFT: Rule(_press_office),
    Deed.ASK_FACTS: Rule(_press_office),
    Deed.CHECK_FACTS: Rule(_asked_by_name, Reason.NOT_YOUR_NUDGE),
    Deed.ASK_SIGN_OFF: Rule(_press_office),
    Deed.PASS_ON: Rule(_asked_by_name, Reason.NOT_YOUR_NUDGE),
    Deed.WAIVE: Rule(_legal_asked, Reason.ONLY_LEGAL_WAIVES),
    Deed.ASK_CHANGE: Rule(_asked_by_name, Reason.NOT_YOUR_NUDGE),
    Deed.APPROVE: Rule(_asked_by_name, Reason.NOT_YOUR_NUDGE),
    Deed.VOID_APPROVAL: Rule(_may_stop, Reason.NOT_YOURS_TO_STOP),
    Deed.RESPOND: Rule(_press_office),
    Deed.CORRECT_RESPONSE: Rule(_press_office),
    Deed.RECORD_COVERAGE: Rule(_press_office),
    Deed.TAKE_OFF_COVERAGE: Rule(_press_office),
    Deed.NOTHING_PUBLISHED: Rule(_press_office),
    Deed.NOTE_LEARNT: Rule(_press_office),
    Deed.KEEP_LINE: Rule(_press_office),
    Deed.USE_LINE: Rule(_press_office),
    Deed.RETIRE_LINE: Rule(_press_office),
    Deed.REVIEW_LINE: Rule(_press_office),
    Deed.READ_LINES: Rule(_press_office),
    Deed.LEAVE_OUT: Rule(_press_office),
    Deed.NAME_STAFF: Rule(_press_office),
    Deed.UNNAME_STAFF: Rule(_press_office),
    Deed.CHOOSE_TOLD: Rule(_press_office),  # beside the person who may be named
    Deed.TELL_OTHERS: Rule(_press_office),
    Deed.FINISH_TASK: Rule(_press_office, Reason.NOT_YOUR_NUDGE),  # beside its owner
    Deed.DROP_TASK: Rule(_press_office, Reason.NOT_YOUR_NUDGE),
    Deed.HAND_TASK: Rule(_press_office, Reason.NOT_YOUR_NUDGE),
    Deed.TREAT_AS_FOI: Rule(_press_office),
    Deed.NOT_FOI: Rule(_press_office),
    Deed.MARK_POLITICAL: Rule(_raiser_or_press_office, Reason.NOT_YOURS),
    Deed.SET_PRE_ELECTION: Rule(_head, Reason.NOT_HEAD),
    Deed.VERIFY_JOURNALIST: Rule(_press_office),
    Deed.CLOSE: Rule(_press_office),
    Deed.REOPEN: Rule(_press_office),
    Deed.UNRESTRICT: Rule(_press_office),
    Deed.READ: Rule(_reader, Reason.NOT_ALLOWED_TO_READ),
    Deed.SEND_IN: Rule(_anyone),
    Deed.PICK_UP: Rule(_press_office),
    Deed.DECLINE: Rule(_press_office),
    Deed.READ_STORY: Rule(_author_or_press_office, Reason.NOT_ALLOWED_TO_READ),
    Deed.ASK_AUTHOR: Rule(_press_office),
    Deed.ANSWER_QUESTION: Rule(_author, Reason.NOT_YOUR_NUDGE),
    Deed.ASK_ONCE_MORE: Rule(_press_office),
    Deed.GO_ON_WITHOUT: Rule(_press_office),
    Deed.TELL_HERE: Rule(_press_office),
    Deed.LOOK_TOO: Rule(_press_office),
    Deed.SET_THEME: Rule(_press_office),
    Deed.JOIN_STORIES: Rule(_press_office),
    Deed.ASK_AFRESH: Rule(_press_office),
    Deed.SEE_BALANCE: Rule(_press_office),
    Deed.SEE_BANK: Rule(_press_office),
    Deed.KEEP_DRAFT: Rule(_anyone),
    Deed.CHANGE_STORY: Rule(_author, Reason.NOT_YOURS),
    Deed.WITHDRAW_STORY: Rule(_author, Reason.NOT_YOURS),
    Deed.ASSIGN: Rule(_press_office),
    Deed.HAND_OVER: Rule(_press_office),
    Deed.EDIT: Rule(_press_office),
    Deed.NOTE: Rule(_reader, Reason.NOT_ALLOWED_TO_READ),
    Deed.RESTRICT: Rule(_press_office),
    Deed.LINK: Rule(_press_office),
    Deed.UNLINK: Rule(_press_office),
    Deed.USE_ANSWER: Rule(_press_office),
    Deed.WITHDRAW: Rule(_raiser, Reason.NOT_YOURS),
    Deed.STILL_ON_IT: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.HAND_TO: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.NOT_MINE: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.SNOOZE: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.UNSNOOZE: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.ASK_CALL: Rule(_asked, Reason.NOT_YOUR_NUDGE),
    Deed.MAKE_CALL: Rule(_press_office),
    Deed.KEEP_DIGEST: Rule(_press_office),
    Deed.PAUSE_GOOD_NEWS: Rule(_press_office),
    Deed.KEEP_ROTA: Rule(_keeps_rota, Reason.NOT_ROTA_KEEPER),
    Deed.RECORD_CONSENT: Rule(_author_or_press_office, Reason.NOT_YOURS),
    Deed.CHANGE_CONSENT: Rule(_author_or_press_office, Reason.NOT_YOURS),
    Deed.RENEW_CONSENT: Rule(_author_or_press_office, Reason.NOT_YOURS),
    Deed.REMOVE_CONSENT: Rule(_author_or_press_office, Reason.NOT_YOURS),
    Deed.WITHDRAW_CONSENT: Rule(_author_or_press_office, Reason.NOT_YOURS),
    Deed.TAKE_OUT: Rule(_author_or_press_office, Reason.NOT_YOURS),
    Deed.EXPLAIN_CONSENT: Rule(_author_or_press_office, Reason.NOT_YOURS),
    Deed.STILL_AGREES: Rule(_author_or_press_office, Reason.NOT_YOURS),
    Deed.ASK_CONSENT_AGAIN: Rule(_press_office),
    Deed.LET_CONSENT_END: Rule(_press_office),
    Deed.TAKE_DOWN: Rule(_press_office, Reason.NOT_YOUR_NUDGE),  # beside its owner
    Deed.HAND_TAKE_DOWN: Rule(_press_office, Reason.NOT_YOUR_NUDGE),
    Deed.ASK_SHARE: Rule(_anyone),
    Deed.READ_SHARE: Rule(_reads_share, Reason.NOT_ALLOWED_TO_READ),
    Deed.ANSWER_SHARE: Rule(_answers_share),
    Deed.MARK_SHARED: Rule(_asked_it, Reason.NOT_YOURS),
    Deed.TAKE_BACK_SHARE: Rule(_asked_it, Reason.NOT_YOURS),
    Deed.RAISE_RULE: Rule(_anyone),
    Deed.READ_RULE: Rule(_reads_rule, Reason.NOT_ALLOWED_TO_READ),
    Deed.ANSWER_RULE: Rule(_joint, Reason.NOT_JOINT),
    Deed.SET_SHARE_RULES: Rule(_head, Reason.NOT_HEAD),
    Deed.SET_UP: Rule(_administrator, Reason.NOT_ADMINISTRATOR),
}
