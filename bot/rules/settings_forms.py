"""The settings' forms: what each shows, and what becomes of the organisation when one comes back.

Two people may have the same form open. What only one of them changed is kept from each; what both changed is shown to the second, whose
words stay in the form.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules import settings_digest, settings_nudging, settings_office, settings_people, settings_sharing
from bot.rules.form_checks import Problems
from bot.rules.reasons import Reason, Refused
from bot.rules.settings_kinds import Part, Put, SettingsForm, SettingsKind, Values
from storage.kinds import Step
from storage.organisation import Organisation

PARTS: dict[SettingsKind, Part] = {
    SettingsKind.OFFICE: settings_office.OFFICE,
    SettingsKind.HOURS: settings_office.HOURS,
    SettingsKind.CLOSURES: settings_office.CLOSURES,
    SettingsKind.CHANNELS: settings_office.CHANNELS_PART,
    SettingsKind.NUMBERS: settings_office.NUMBERS_PART,
    SettingsKind.TEAM: settings_people.TEAM,
    SettingsKind.AREA: settings_people.AREA,
    SettingsKind.PERSON: settings_people.PERSON,
    SettingsKind.OWN: settings_people.OWN,
    SettingsKind.NUDGE: settings_nudging.NUDGE,
    SettingsKind.CAPS: settings_nudging.CAPS,
    SettingsKind.DIGEST: settings_digest.DIGEST,
    SettingsKind.SHARING: settings_sharing.SHARING,
    SettingsKind.KEEPING: settings_office.KEEPING,
}

UNSAID = frozenset({"set_phone", "set_duty_phone", "set_danger_number"})
"""Telephone numbers are personal: that one changed is kept in the trail, not what it was."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a form makes of the organisation: its new value, and each change as the trail keeps it."""

    organisation: Organisation
    key: str
    changes: Mapping[str, object]


def shown(kind: SettingsKind, key: str, organisation: Organisation) -> dict[str, str]:
    """What stands in a form. Raises Refused(NOT_FOUND) where what it is about is gone."""
    there: Mapping[SettingsKind, Mapping[str, object]] = {
        SettingsKind.AREA: organisation.service_areas,
        SettingsKind.PERSON: organisation.people,
        SettingsKind.NUDGE: {step.value: step for step in Step},
    }
    if key and kind in there and key not in there[kind]:
        raise Refused(Reason.NOT_FOUND)
    return PARTS[kind].shown(organisation, key)


def marks(values: Values) -> dict[str, str]:
    """A mark of each value: what a form remembers of what it showed."""
    return {field: mark(value) for field, value in values.items()}


def mark(value: str) -> str:
    """A mark of one value."""
    return hashlib.sha256(value.encode()).hexdigest()[:8]


def touched(form: SettingsForm) -> frozenset[str]:
    """The fields that this person has changed in the form."""
    return frozenset(field for field, typed in form.typed.items() if mark(typed) != form.seen.get(field, mark("")))


def seen_again(form: SettingsForm, now: Values) -> dict[str, str]:
    """What the same form remembers once it has shown what came meanwhile: saved again, what was typed takes its place."""
    mine = touched(form)
    return {field: mark(now.get(field, "")) if field in mine else before for field, before in form.seen.items()}


def changed(form: SettingsForm, organisation: Organisation) -> Changed:
    """The organisation with this form in it. Raises `FormRefused`; with CHANGED_MEANWHILE at what somebody else has changed too."""
    now = shown(form.kind, form.key, organisation)
    problems = Problems()
    values = _merged(form, now, problems)
    problems.refuse()
    after, key = PARTS[form.kind].put(Put(organisation, form.key, values, form.names, problems))
    problems.refuse()
    return Changed(after, key, _changes(form.kind, key, now, PARTS[form.kind].shown(after, key)))


def _merged(form: SettingsForm, now: Values, problems: Problems) -> dict[str, str]:
    """What stands now, with what this person changed; what they left alone stays as it has come to be."""
    values = dict(now)
    for field in touched(form):
        typed, standing = form.typed[field], now.get(field, "")
        if mark(standing) != form.seen.get(field, mark("")) and typed != standing:
            problems.add(field, Refused(Reason.CHANGED_MEANWHILE))
        values[field] = typed
    return values


def _changes(kind: SettingsKind, key: str, before: Values, after: Values) -> dict[str, object]:
    place = f"{kind}.{key}" if key else str(kind)
    return {
        f"{place}.{field.removeprefix('set_')}": "changed" if field in UNSAID else [before.get(field, ""), value]
        for field, value in after.items()
        if value != before.get(field, "")
    }
