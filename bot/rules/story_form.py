"""The forms of a story idea: what was typed, and whether it can be kept as it is. Problems are named by the field's block id."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from bot.rules.consent_names import full_names
from bot.rules.consent_people import people_named
from bot.rules.form_checks import Problems, stripped
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import local
from storage.kinds import Recognisable, Use
from storage.organisation import Organisation

LIMITS = {"title": 150, "credit": 300, "consent_who": 300, "consent_how": 300}

ABOUT_CHILD, ABOUT_COURT = "child", "court"
"""The values of the boxes that make a story delicate."""

MOST_PICTURES = 10
"""As many as one form of Slack's takes."""

MOST_ALT = 500
"""Characters that say what a picture shows. Read aloud, more is a story of its own."""


_NUMBERED = re.compile(r"^\d{1,2}[.):]\s+")


@dataclass(frozen=True, slots=True)
class Carried:
    """What the form carries unseen: the idea that it goes on with, the message that it came from, the pictures that are there already,
    and what the person asked to have in it ("pictures", "authors").
    """

    story_id: int = 0
    share_id: int = 0  # the question about sharing that it was before
    words_id: str = ""  # of the kept words that it began with
    sent: bool = False  # it was sent in before: this changes it
    channel: str = ""
    ts: str = ""
    link: str = ""
    files: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()

    def written(self) -> str:
        """As a form's metadata: what is empty is left out."""
        return json.dumps({name: value for name, value in asdict(self).items() if value}, separators=(",", ":"))

    @classmethod
    def read(cls, metadata: str) -> "Carried":
        """From a form's metadata."""
        found: dict[str, Any] = json.loads(metadata or "{}")
        known = {each.name for each in fields(cls)}
        values: dict[str, Any] = {
            name: tuple(one) if isinstance(one, list) else one for name, one in found.items() if name in known
        }
        return cls(**values)


@dataclass(frozen=True, slots=True)
class StoryForm:
    """Good work that someone suggests telling. `recognisable` is a value of `Recognisable`, `consent_uses` of `Use`.

    `consent_who` names each recognisable person by initials or role, as `people_named` reads them. `photos` are Slack file ids,
    `photo_words` says what each shows, a line for each in their order. `tell_where` holds values of `Use`. `authors` are those who
    wrote it too; None where the form did not ask.
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
    photo_words: str = ""
    tell_where: tuple[str, ...] = ()
    about_child: bool = False
    court: bool = False
    authors: tuple[str, ...] | None = None
    carried: Carried = Carried()


@dataclass(frozen=True, slots=True)
class DeclineForm:
    """A kind no: why, and what could be done instead."""

    because: str
    suggestion: str


def check_story(form: StoryForm, organisation: Organisation, now: datetime) -> StoryForm:
    """The form as it can be kept. Raises `FormRefused`. "Agreed" needs who, how and for which uses.

    An idea that is changed after it was sent in has its people on its page.
    """
    tidy = _tidy(form)
    problems = Problems()
    problems.need({"title": tidy.title, "what_happened": tidy.what_happened, "credit": tidy.credit})
    if tidy.recognisable not in set(Recognisable):
        problems.add("recognisable", Refused(Reason.MISSING))
    if organisation.service_areas and tidy.service_area not in organisation.service_areas:
        problems.add("service_area", Refused(Reason.MISSING))
    if tidy.recognisable == Recognisable.AGREED and not tidy.carried.sent:
        _check_consent(tidy, local(organisation.calendar, now).date(), problems)
    _check_words(tidy, problems)
    problems.refuse()
    return tidy


def check_draft(form: StoryForm) -> StoryForm:
    """The form as it can be put aside. Raises `FormRefused`. A draft may lack anything, but not everything, and holds nobody's details."""
    tidy = _tidy(form)
    problems = Problems()
    if not (any(one.strip() for one in _words(tidy).values()) or tidy.photos):
        problems.add("title", Refused(Reason.MISSING))
    _check_words(tidy, problems)
    problems.refuse()
    return tidy


def _tidy(form: StoryForm) -> StoryForm:
    """Without blanks at the ends; a picture's line may be empty, though it is the first."""
    return replace(stripped(form), photo_words=form.photo_words)


def _check_words(form: StoryForm, problems: Problems) -> None:
    words = _words(form)
    problems.limit(words, LIMITS)
    named = full_names(form.consent_who)
    if named:
        problems.add("consent_who", Refused(Reason.FULL_NAME, words=named))
    problems.keep_private(words)
    if len(form.photos) > MOST_PICTURES:
        problems.add("photo", Refused(Reason.TOO_MANY_PICTURES, limit=MOST_PICTURES))


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
    names = ("title", "what_happened", "credit", "why_it_matters", "photo_words", "consent_who", "consent_how")
    return {name: getattr(form, name) for name in names}


def pictures_in(form: StoryForm, known: Mapping[str, str] | None = None) -> tuple[tuple[str, str], ...]:
    """Each picture's file with what it shows, "" where no line says so. Lines that are left over belong to the last picture.

    `known` is what was said of those that were there before: where one of them goes, its line goes with it.
    """
    files = tuple(dict.fromkeys(form.photos))
    lines = _lines(form)
    for gone in (file for file in form.carried.files if file not in files):
        if known and known.get(gone, "") in lines:
            lines.remove(known.get(gone, ""))
    said = lines if len(lines) <= len(files) else [line for line in lines if line]
    if len(said) > len(files) > 0:
        said = [*said[: len(files) - 1], " ".join(said[len(files) - 1 :])]
    return tuple((file, words[:MOST_ALT]) for file, words in zip(files, [*said, *[""] * len(files)], strict=False))


def _lines(form: StoryForm) -> list[str]:
    return [_NUMBERED.sub("", " ".join(line.split())) for line in form.photo_words.splitlines()]


def picture_words(form: StoryForm, files: Collection[str]) -> list[str]:
    """What each of these pictures, the first in the form, shows as the form says now."""
    return [*_lines(form), *[""] * len(files)][: len(files)]


def picture_lines(words: Iterable[str]) -> str:
    """What pictures show, as the form's box has it."""
    return "\n".join(words).rstrip()


def co_authors(form: StoryForm, author: str) -> tuple[str, ...] | None:
    """Who wrote it beside its author; None where the form did not ask."""
    return None if form.authors is None else tuple(one for one in dict.fromkeys(form.authors) if one != author)


def people_agreed(form: StoryForm) -> tuple[str, ...]:
    """Each person who has agreed, as typed: one consent is recorded for each."""
    return people_named(form.consent_who)


def check_decline(form: DeclineForm) -> DeclineForm:
    """The form as it can be kept. Raises `FormRefused`. A no without its reason, and without what would work, is not kind."""
    tidy = stripped(form)
    words = {"declined_because": tidy.because, "suggestion": tidy.suggestion}
    problems = Problems()
    problems.need(words)
    problems.limit(words, {})
    problems.keep_private(words)
    problems.refuse()
    return tidy
