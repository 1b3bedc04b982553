"""The forms of a story idea: what was typed, and whether it can be kept as it is. Problems are named by the field's block id."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.form_checks import Problems, stripped
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import local
from storage.kinds import Recognisable, Use
from storage.organisation import Organisation

LIMITS = {"title": 150, "credit": 300, "consent_who": 300, "consent_how": 300}


@dataclass(frozen=True, slots=True)
class StoryForm:
    """Good work that someone suggests telling. `recognisable` is a value of `Recognisable`, `consent_uses` of `Use`.

    `consent_who` names each recognisable person by initials or role, one to a line or between commas. `photos` are Slack file ids.
    """

    title: str
    what_happened: str
    credit: str
    service_area: str = ""
    recognisable: str = Recognisable.NOBODY.value
    consent_who: str = ""
    consent_how: str = ""
    consent_uses: tuple[str, ...] = ()
    consent_until: date | None = None
    tell_colleagues: bool = False
    photos: tuple[str, ...] = ()
    why_it_matters: str = ""


@dataclass(frozen=True, slots=True)
class DeclineForm:
    """A kind no: why, and what could be done instead."""

    because: str
    suggestion: str = ""


def check_story(form: StoryForm, organisation: Organisation, now: datetime) -> StoryForm:
    """The form as it can be kept. Raises `FormRefused`. "Agreed" needs who, how and for which uses."""
    tidy = stripped(form)
    problems = Problems()
    problems.need({"title": tidy.title, "what_happened": tidy.what_happened, "credit": tidy.credit})
    if tidy.recognisable not in set(Recognisable):
        problems.add("recognisable", Refused(Reason.MISSING))
    if organisation.service_areas and tidy.service_area not in organisation.service_areas:
        problems.add("service_area", Refused(Reason.MISSING))
    if tidy.recognisable == Recognisable.AGREED:
        _check_consent(tidy, local(organisation.calendar, now).date(), problems)
    words = _words(tidy)
    problems.limit(words, LIMITS)
    problems.keep_private(words)
    problems.refuse()
    return tidy


def _check_consent(form: StoryForm, today: date, problems: Problems) -> None:
    given = {
        "consent_who": bool(people_agreed(form)),
        "consent_how": bool(form.consent_how),
        "consent_uses": bool(form.consent_uses) and set(form.consent_uses) <= set(Use),
    }
    for field, is_given in given.items():
        if not is_given:
            problems.add(field, Refused(Reason.CONSENT_NEEDED))
    if form.consent_until is not None and form.consent_until < today:
        problems.add("consent_until", Refused(Reason.DATE_PASSED, date=form.consent_until))


def _words(form: StoryForm) -> dict[str, str]:
    names = ("title", "what_happened", "credit", "why_it_matters", "consent_who", "consent_how")
    return {name: getattr(form, name) for name in names}


def people_agreed(form: StoryForm) -> tuple[str, ...]:
    """Each person who has agreed, as typed: one consent is recorded for each."""
    named = (part.strip() for part in re.split(r"[,;\n]", form.consent_who))
    return tuple(dict.fromkeys(person for person in named if person))


def check_decline(form: DeclineForm) -> DeclineForm:
    """The form as it can be kept. Raises `FormRefused`. A no without its reason is not kind."""
    tidy = stripped(form)
    words = {"declined_because": tidy.because, "suggestion": tidy.suggestion}
    problems = Problems()
    problems.need({"declined_because": tidy.because})
    problems.limit(words, {})
    problems.keep_private(words)
    problems.refuse()
    return tidy
