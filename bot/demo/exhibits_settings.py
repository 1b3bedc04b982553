"""The settings in the gallery: every page and form, the first steps of a council, and what is told before it is needed."""

from dataclasses import replace
from datetime import datetime

from bot.demo.cast import cast
from bot.demo.exhibit import Built
from bot.messages import first_run, home, preflight, settings_form, settings_page
from bot.rules.holes import NOTES, Hole, HoleCode
from bot.rules.settings_forms import marks, shown
from bot.rules.settings_kinds import SettingsKind
from storage.home import Home
from storage.kinds import Step
from storage.organisation import Organisation

PAGES = ("front", "areas", "people", "nudges")
KEYS = {SettingsKind.NUDGE: Step.LEAD_AGAIN.value, SettingsKind.AREA: "adults"}


def build(told: Organisation, now: datetime) -> Built:
    """Everything about settings."""
    people = cast(told, "adults")
    for page in PAGES:
        yield f"settings: page {page}", settings_page.view(page, told)
    for kind in SettingsKind:
        key = people.lead if kind in (SettingsKind.PERSON, SettingsKind.OWN) else KEYS.get(kind, "")
        values = shown(kind, key, told)
        yield f"settings: form {kind}", settings_form.view(kind, key, values, told)
    values = shown(SettingsKind.NUMBERS, "", told)
    theirs = {**values, "duty_phone": "01632 960 120"} if "duty_phone" in values else _other(values)
    again = settings_form.view(SettingsKind.NUMBERS, "", values, told, now=theirs, seen=marks(values))
    yield "settings: form numbers, changed meanwhile", again
    for new in (SettingsKind.AREA, SettingsKind.PERSON):
        yield f"settings: form {new}, a new one", settings_form.view(new, "", shown(new, "", told), told)
    yield from _first_steps(told, people.head, now)
    yield from _preflight(told, people.lead, now)


def _other(values: dict[str, str]) -> dict[str, str]:
    first = next(iter(values))
    return {**values, first: "01632 960 120"}


def _first_steps(told: Organisation, head: str, now: datetime) -> Built:
    setting_up = replace(told, being_set_up=True)
    halfway = replace(setting_up, duty_phone="", triage_channel="", service_areas={})
    yield "settings: home, nobody looks after it yet", home.view(head, Organisation(name=""), now, Home())
    yield "settings: home, half set up", home.view(head, halfway, now, Home())
    yield "settings: home, all set up", home.view(head, setting_up, now, Home())
    yield "settings: practice", first_run.practice(head, setting_up)


def _preflight(told: Organisation, lead: str, now: datetime) -> Built:
    facts = {
        "person": lead,
        "where": "adults",
        "service_area": "adults",
        "channel": "triage_channel",
        "day": now.date().isoformat(),
    }
    for code in (code for code in HoleCode if code not in NOTES):
        one = Hole(code, facts)
        yield f"settings: preflight {code}", preflight.message([one], [one], told)
    several = [Hole(code, facts) for code in (HoleCode.ALL_AWAY, HoleCode.NO_NUMBER, HoleCode.NO_DEPUTY)]
    yield "settings: preflight, three", preflight.message(several, several, told)
    yield "settings: preflight, three, one left", preflight.message(several, several[:1], told)
    yield "settings: preflight, three, all mended", preflight.message(several, [], told)
