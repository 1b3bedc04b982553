"""Exhibits: every page and form of the settings, the first steps, and what is told before it is needed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.messages import first_run, home, preflight, settings_form, settings_page
from bot.messages.message import Message
from bot.rules.holes import Hole, HoleCode
from bot.rules.settings_forms import marks, shown
from bot.rules.settings_kinds import SettingsKind
from bot.rules.settings_nudging import settable
from storage.home import Home
from storage.kinds import Reach, Role
from storage.organisation import Organisation, Person
from tests.messages.samples import HEAD, LEAD, T0

Views = Iterator[tuple[str, dict[str, Any]]]


def administered(told: Organisation, words: str) -> Organisation:
    """The organisation with everything set that can be, and the head to look after it."""
    lead = replace(told.people[LEAD], reach=Reach.PHONE, hours={"mon": (time(9), time(15))}, phone=words)
    calendar = replace(told.calendar, closures=frozenset(date(2026, 12, day) for day in range(20, 32)))
    many = {f"U0MANY{number:03}": Person(id=f"U0MANY{number:03}", name=words) for number in range(50)}
    return replace(
        told,
        intake_channel="C0INTAKE",
        on_call=HEAD,
        roles={**told.roles, Role.ADMINISTRATOR: (HEAD,), Role.APPROVER: (HEAD,)},
        people={**told.people, LEAD: lead, **many},
        calendar=calendar,
        nudging={"lead_again": {"share": 0.5, "off": True}},
        retention={"notes": "3 years"},
        keeps_by_itself=True,
        being_set_up=True,
        foi_team=words,
    )


def messages(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """What is told in the morning, while it is mended, and when all of it is."""
    found = [
        Hole(code, {"person": LEAD, "where": words, "service_area": area, "channel": channel, "day": "2026-11-27"})
        for code in HoleCode
        for area, channel in (("adults", "triage_channel"), ("gone", "comms_channel"))
    ]
    for count in (1, 2, len(found)):
        for left in (0, 1, count):
            yield f"preflight {left} of {count}", preflight.message(found[:count], found[:left], told)


def views(words: str, told: Organisation) -> Views:
    """Every page, every form, and the same where somebody else was faster."""
    bare = Organisation(name="")
    for organisation in (administered(told, words), bare):
        for page in ("front", "areas", "people", "people:20", "people:40", "nudges"):
            yield f"settings {page}", settings_page.view(page, organisation)
        for kind, key in _forms(organisation):
            values = shown(kind, key, organisation)
            yield f"settings form {kind} {key}", settings_form.view(kind, key, values, organisation)
            theirs = {field: f"{value}1" for field, value in values.items()} if kind == SettingsKind.NUMBERS else values
            again = settings_form.view(kind, key, values, organisation, now=theirs, seen=marks(values))
            yield f"settings form {kind} {key}, changed meanwhile", again
    everything = administered(told, words)
    yield "practice", first_run.practice(HEAD, everything)
    halfway = replace(everything, duty_phone="", triage_channel="", service_areas={})
    nobody = replace(everything, roles={role: held for role, held in told.roles.items() if role != Role.ADMINISTRATOR})
    for organisation in (everything, halfway, nobody, bare):
        yield "home while it is set up", home.view(HEAD, organisation, T0, Home())
        yield "first steps", {"type": "home", "blocks": first_run.steps(HEAD, organisation) or first_run.welcome()}


def _forms(organisation: Organisation) -> Iterator[tuple[SettingsKind, str]]:
    for kind in SettingsKind:
        if kind == SettingsKind.NUDGE:
            yield from ((kind, step.value) for step in settable())
        else:
            yield kind, ""
    yield from ((SettingsKind.AREA, key) for key in organisation.service_areas)
    about_people = (SettingsKind.PERSON, SettingsKind.OWN)
    yield from ((kind, key) for key in list(organisation.people)[:3] for kind in about_people)
