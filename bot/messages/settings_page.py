"""The settings' pages: what is set, in words, each with the button that opens its form; and what is still worth mending."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.messages.ids import Action, View
from bot.messages.mrkdwn import MOST_NAME, inline, listed
from bot.messages.parts import Block, Element, actions, button, context, divider, header, modal, section
from bot.messages.people import area_name, name, promised
from bot.messages.settings_form import in_words
from bot.messages.settings_holes import mending, sentence
from bot.messages.wording import settings as words
from bot.rules.deeds import Deed
from bot.rules.holes import holes
from bot.rules.nudge_policy import POLICY, most, rule_of
from bot.rules.permissions import allowed
from bot.rules.rota import has_a_part
from bot.rules.settings_forms import shown
from bot.rules.settings_kinds import SettingsKind
from bot.rules.settings_nudging import settable
from storage.kinds import Role, Step
from storage.organisation import Organisation, Person, ServiceArea

A_PAGE = 20
MOST_HOLES = 6
FRONT, AREAS, PEOPLE, NUDGES = "front", "areas", "people", "nudges"
FRONT_ROWS = (
    SettingsKind.OFFICE,
    SettingsKind.CHANNELS,
    SettingsKind.TEAM,
    SettingsKind.NUMBERS,
    SettingsKind.HOURS,
    SettingsKind.CLOSURES,
    SettingsKind.DIGEST,
    SettingsKind.SHARING,
    SettingsKind.KEEPING,
)
PAGE_OF = {
    SettingsKind.AREA: AREAS,
    SettingsKind.PERSON: PEOPLE,
    SettingsKind.NUDGE: NUDGES,
    SettingsKind.CAPS: NUDGES,
}
"""On which page each form's button stands; the front page for the others."""


def home_button(person: str, organisation: Organisation) -> list[Element]:
    """For the App Home of those who look after Close Ties."""
    return [button(Action.SETTINGS, words.HOME, FRONT)] if allowed(Deed.SET_UP, person, organisation) else []


def own_button(person: str, organisation: Organisation) -> list[Element]:
    """For the App Home of those who are asked things here."""
    return [button(Action.SETTINGS_OWN, words.OWN_BUTTON, "own")] if has_a_part(organisation, person) else []


def view(page: str, organisation: Organisation) -> dict[str, Any]:
    """A page: "front", "areas", "nudges", or "people:20" from the twenty-first on."""
    called, _, start = page.partition(":")
    makers = {AREAS: _areas, PEOPLE: _people, NUDGES: _nudges}
    listing = makers.get(called)
    blocks = [*listing(organisation, int(start or 0)), *_back()] if listing else _front(organisation)
    return modal(View.SETTINGS, words.TITLE, blocks, close=words.CLOSE, metadata=page)


def page_of(kind: SettingsKind, key: str, organisation: Organisation) -> str:
    """The page on which something stands."""
    if kind == SettingsKind.PERSON and key in organisation.people:
        at = list(organisation.people).index(key)
        return f"{PEOPLE}:{at - at % A_PAGE}"
    return PAGE_OF.get(kind, FRONT)


def _front(organisation: Organisation) -> list[Block]:
    rows = [_row(kind, organisation) for kind in FRONT_ROWS]
    lists = [
        _list_row(AREAS, words.AREAS, [area.name for area in organisation.service_areas.values()]),
        _list_row(PEOPLE, words.PEOPLE, [person.name for person in organisation.people.values()]),
        _list_row(NUDGES, words.NUDGES, [words.STEP[step] for step in settable() if step in organisation.nudging]),
    ]
    return [context(words.INTRO), *_holes(organisation), *rows[:3], *lists, *rows[3:]]


def _row(kind: SettingsKind, organisation: Organisation) -> Block:
    said = SUMMARY[kind](organisation)
    return section(f"*{words.ROW[kind]}*\n{said}", _change(kind, "", words.ROW[kind]))


def _list_row(page: str, called: str, names: Sequence[str]) -> Block:
    some = listed([inline(one, MOST_NAME) for one in names[:5]])
    more = f" (+{len(names) - 5})" if len(names) > 5 else ""
    said = f"{some}{more}" if names else (words.USUAL.capitalize() if page == NUDGES else words.NOT_SET)
    return section(f"*{called}*\n{said}", button(Action.SETTINGS_LIST, words.OPEN, page, called))


def _change(kind: SettingsKind, key: str, about: str, label: str = words.CHANGE) -> Element:
    return button(Action.SETTINGS_EDIT, label, f"{kind}:{key}", about)


def _holes(organisation: Organisation) -> list[Block]:
    found = holes(organisation)
    shown_ = [section(sentence([hole], organisation), mending(hole, organisation)) for hole in found[:MOST_HOLES]]
    more = [context(words.HOLES_MORE.format(count=len(found) - MOST_HOLES))] if len(found) > MOST_HOLES else []
    return [header(words.HOLES_TITLE), *shown_, *more, divider()] if found else [context(words.NO_HOLES)]


def _back() -> list[Block]:
    return [divider(), *actions([button(Action.SETTINGS_LIST, words.BACK, FRONT)])]


def _areas(organisation: Organisation, _: int) -> list[Block]:
    rows = [_area(area, organisation) for area in organisation.service_areas.values()]
    add = actions([_change(SettingsKind.AREA, "", "", words.ADD_AREA)])
    return [header(words.AREAS), context(words.AREAS_INTRO), *(rows or [section(words.NO_AREAS)])[:80], *add]


def _area(area: ServiceArea, organisation: Organisation) -> Block:
    said = words.AREA_LINE.format(
        lead=name(organisation, area.lead, words.NOBODY),
        deputies=listed([name(organisation, one) for one in area.deputies]) or words.NOBODY,
        officer=name(organisation, area.press_officer, words.NOBODY),
    )
    private = f" {words.AREA_PRIVATE}" if area.restricted else ""
    channel = organisation.editions.get(area.key, "")
    told = f" {words.AREA_EDITION.format(channel=channel)}" if channel else ""
    title = f"*{inline(area.name, MOST_NAME)}*\n{said}{private}{told}"
    return section(title, _change(SettingsKind.AREA, area.key, area.name))


def _people(organisation: Organisation, start: int) -> list[Block]:
    everyone = list(organisation.people.values())
    rows = [_person(person, organisation) for person in everyone[start : start + A_PAGE]]
    add = actions([_change(SettingsKind.PERSON, "", "", words.ADD_PERSON)])
    turning = [*_turn(words.EARLIER, start - A_PAGE, len(everyone)), *_turn(words.MORE, start + A_PAGE, len(everyone))]
    return [header(words.PEOPLE), context(words.PEOPLE_INTRO), *(rows or [section(words.NO_PEOPLE)]), *turning, *add]


def _turn(label: str, start: int, count: int) -> list[Block]:
    there = 0 <= start < count
    return actions([button(Action.SETTINGS_LIST, label, f"{PEOPLE}:{start}")]) if there else []


def _person(person: Person, organisation: Organisation) -> Block:
    said = words.PERSON_LINE.format(
        phone=inline(person.phone, 60) or words.NO_PHONE,
        area=area_name(organisation, person.service_area, words.NO_TEAM),
        reach=words.REACH[person.reach],
    )
    title = f"*{inline(person.name, MOST_NAME)}*\n{said}"
    return section(title, _change(SettingsKind.PERSON, person.id, person.name))


def _nudges(organisation: Organisation, _: int) -> list[Block]:
    rows = [_step(step, organisation) for step in settable()]
    return [header(words.NUDGES), context(words.NUDGES_INTRO), _row(SettingsKind.CAPS, organisation), *rows]


def _step(step: Step, organisation: Organisation) -> Block:
    mark = words.CHANGED if step in organisation.nudging else words.USUAL
    said = words.OFF if rule_of(step, organisation).off else listed(list(_times(step, organisation)))
    title = f"*{words.STEP[step]}*\n{said or words.STEP_AT_ONCE} ({mark})"
    return section(title, _change(SettingsKind.NUDGE, step.value, words.STEP[step]))


def _times(step: Step, organisation: Organisation) -> Iterator[str]:
    times = {
        field.removeprefix("set_"): value
        for field, value in shown(SettingsKind.NUDGE, step.value, organisation).items()
    }
    if POLICY[step].share:
        yield (words.STEP_SHARE if "floor" in times else words.STEP_SHARE_ONLY).format(**times)
    if "before" in times:
        yield words.STEP_BEFORE.format(**times)
    if "promised" in times:
        yield words.STEP_PROMISED.format(**times)


def _office(organisation: Organisation) -> str:
    called = inline(organisation.name, MOST_NAME) or words.NOT_SET
    calendar = organisation.calendar
    zone = words.ZONE.get(calendar.zone, calendar.zone)
    return words.OFFICE_LINE.format(name=called, nation=words.NATION[calendar.nation], zone=zone)


def _channels(organisation: Organisation) -> str:
    values = shown(SettingsKind.CHANNELS, "", organisation)
    return "\n".join(f"{words.LABEL[field]}: {in_words(field, value, organisation)}" for field, value in values.items())


def _team(organisation: Organisation) -> str:
    def held(role: Role) -> str:
        return listed([name(organisation, one) for one in organisation.holders(role)[:5]]) or words.NOBODY

    return words.TEAM_LINE.format(
        officers=held(Role.PRESS_OFFICER),
        head=held(Role.HEAD_OF_COMMS),
        administrators=held(Role.ADMINISTRATOR),
        on_call=name(organisation, organisation.on_call, words.NOBODY),
    )


def _numbers(organisation: Organisation) -> str:
    duty = f"{inline(organisation.duty_name, 60)} {inline(organisation.duty_phone, 60)}".strip()
    danger = inline(organisation.danger_number, 60)
    return words.NUMBERS_LINE.format(danger=danger or words.NOT_SET.lower(), duty=duty or words.NOT_SET.lower())


def _lines_of(kind: SettingsKind, field: str) -> Any:
    def said(organisation: Organisation) -> str:
        lines = shown(kind, "", organisation)[field].splitlines()
        more = f" (+{len(lines) - 10})" if len(lines) > 10 else ""
        return f"{inline(', '.join(lines[:10]), 600) or words.NOTHING.capitalize()}{more}"

    return said


def _digest(organisation: Organisation) -> str:
    said = words.DIGEST_LINE.format(
        day=words.DAY[organisation.digest_day],
        time=f"{organisation.digest_time:%H:%M}",
        preview=f"{organisation.preview_time:%H:%M}",
        unapproved=words.UNAPPROVED_LINE[organisation.digest_unapproved],
        days=promised(organisation),
    )
    return f"{said} {words.BEST_OF_LINE}" if organisation.best_of else said


def _sharing(organisation: Organisation) -> str:
    count = organisation.share_promise
    hours = words.HOUR if count == 1 else words.HOURS.format(count=count)
    group = listed([name(organisation, one) for one in organisation.joint_group[:10]])
    return words.SHARING_LINE.format(hours=hours, group=group or words.NOBODY)


def _keeping(organisation: Organisation) -> str:
    count = len(organisation.retention)
    said = words.KEEPING_OWN.format(count=count) if count else words.KEEPING_USUAL
    return f"{said}; {words.BY_ITSELF}" if organisation.keeps_by_itself else said


def _caps(organisation: Organisation) -> str:
    return words.CAPS_LINE.format(rounds=most("rounds", organisation), a_day=most("a_day", organisation))


SUMMARY = {
    SettingsKind.OFFICE: _office,
    SettingsKind.CHANNELS: _channels,
    SettingsKind.TEAM: _team,
    SettingsKind.NUMBERS: _numbers,
    SettingsKind.HOURS: _lines_of(SettingsKind.HOURS, "set_hours"),
    SettingsKind.CLOSURES: _lines_of(SettingsKind.CLOSURES, "set_closures"),
    SettingsKind.DIGEST: _digest,
    SettingsKind.SHARING: _sharing,
    SettingsKind.KEEPING: _keeping,
    SettingsKind.CAPS: _caps,
}
