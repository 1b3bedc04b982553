"""The forms of a consent: one person's, and that somebody has changed their mind. Problems are named by the field's block id."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.rules.consent import FOR_A_CHILD
from bot.rules.consent_names import full_names
from bot.rules.form_checks import Problems, stripped
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import local
from storage.kinds import DecidedBy, Use
from storage.organisation import Organisation
from storage.story import Consent

LIMITS = {"consent_who": 100, "consent_how": 500, "consent_decider": 150, "consent_view": 500, "consent_described": 200}


class Came(StrEnum):
    """By which way we heard that somebody does not agree any more."""

    TOLD_ME = "told_me"
    TOLD_COLLEAGUE = "told_colleague"
    FAMILY = "family"  # or a carer, or an advocate
    WRITTEN = "written"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """One recognisable person. `uses` are values of `Use`, `decided_by` of `DecidedBy`; whoever decided is named by role.

    `others_to_ask`: somebody else can be recognised who has not been asked yet.
    """

    who: str
    uses: tuple[str, ...] = ()
    how: str = ""
    until: date | None = None
    decided_by: str = DecidedBy.THEMSELVES.value
    decider: str = ""
    decided_on: date | None = None
    childs_view: str = ""
    seen_words: bool = False
    described_as: str = ""
    others_to_ask: bool = False

    @property
    def for_a_child(self) -> bool:
        """Whether it is about a child or young person."""
        return self.decided_by in FOR_A_CHILD


@dataclass(frozen=True, slots=True)
class EndForm:
    """Somebody has changed their mind: about which uses (values of `Use`), and how it came (a value of `Came`)."""

    uses: tuple[str, ...]
    came: str = Came.TOLD_ME.value


def check_consent(form: ConsentForm, organisation: Organisation, now: datetime) -> ConsentForm:
    """The form as it can be kept. Raises `FormRefused`.

    Who decided, when, and a child's view may come later: such a consent is kept, and covers nothing until it is whole.
    """
    tidy = _without_what_is_not_asked(stripped(form))
    today = local(organisation.calendar, now).date()
    problems = Problems()
    problems.need({"consent_who": tidy.who})
    _check_answers(tidy, problems)
    _check_days(tidy, today, problems)
    words = _words(tidy)
    problems.limit(words, LIMITS)
    _check_names(tidy, words, problems)
    problems.keep_private(words)
    problems.refuse()
    return tidy


def _without_what_is_not_asked(form: ConsentForm) -> ConsentForm:
    """Only what is asked about such a person is kept, whatever stood in the form before the answer was changed."""
    if form.for_a_child:
        return form
    if form.decided_by == DecidedBy.BEST_INTERESTS:
        return replace(form, childs_view="")
    return replace(form, childs_view="", decider="", decided_on=None)


def _check_answers(form: ConsentForm, problems: Problems) -> None:
    if not form.uses or not set(form.uses) <= set(Use):
        problems.add("consent_uses", Refused(Reason.CONSENT_NEEDED))
    if not form.how:
        problems.add("consent_how", Refused(Reason.CONSENT_NEEDED))
    if form.decided_by not in set(DecidedBy):
        problems.add("consent_decided_by", Refused(Reason.MISSING))


def _check_days(form: ConsentForm, today: date, problems: Problems) -> None:
    if form.until is not None and form.until < today:
        problems.add("consent_until", Refused(Reason.DATE_PASSED, date=form.until))
    if form.decided_on is not None and form.decided_on > today:
        problems.add("consent_decided_on", Refused(Reason.DAY_AHEAD))


def _check_names(form: ConsentForm, words: dict[str, str], problems: Problems) -> None:
    """Initials or a role, for everybody; about a child no full name anywhere. An adult may wish to be described by theirs."""
    looked_at = words if form.for_a_child else {name: words[name] for name in ("consent_who", "consent_decider")}
    for field, text in looked_at.items():
        names = full_names(text)
        if names:
            problems.add(field, Refused(Reason.FULL_NAME, words=names))


def _words(form: ConsentForm) -> dict[str, str]:
    return {
        "consent_who": form.who,
        "consent_how": form.how,
        "consent_decider": form.decider,
        "consent_view": form.childs_view,
        "consent_described": form.described_as,
    }


def check_end(form: EndForm, consent: Consent) -> EndForm:
    """The form as it can be kept. Raises `FormRefused`. Only what was agreed to can be taken back."""
    problems = Problems()
    if not form.uses or not set(form.uses) <= set(consent.uses):
        problems.add("consent_uses_ended", Refused(Reason.MISSING))
    if form.came not in set(Came):
        problems.add("consent_came", Refused(Reason.MISSING))
    problems.refuse()
    return form


def ends_whole(form: EndForm, consent: Consent) -> bool:
    """Whether nothing is left of what they agreed to."""
    return set(consent.uses) <= set(form.uses)
