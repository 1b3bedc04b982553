"""The settings' forms: a small one for each thing that can be set, with what stands there now."""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import inline, listed
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asked,
    asking_first,
    boxes,
    button,
    choice,
    colleague,
    colleagues,
    context,
    divider,
    menu,
    modal,
    one_of,
    plain,
    section,
    writing,
)
from bot.messages.people import name
from bot.messages.wording import settings as words
from bot.rules.settings_forms import marks
from bot.rules.settings_kinds import YES, SettingsKind, Values, people_in
from bot.rules.working_time import NAMES
from storage.kinds import Reach, Step
from storage.organisation import Organisation

PRIVATE = "set_restricted_channel"
NEEDED = frozenset(
    {
        *(
            "set_name",
            "set_nation",
            "set_zone",
            "set_hours",
            "set_administrators",
            "set_area_name",
            "set_person",
            "set_reach",
        ),
        *("set_triage_channel", "set_officers", "set_head", "set_approvers"),
        *("set_share", "set_floor", "set_ceiling", "set_before", "set_promised", "set_rounds", "set_a_day"),
        *("set_digest_day", "set_digest_time", "set_preview_time", "set_unapproved", "set_promise_days"),
        *("set_share_promise", "set_change_days", "set_joint_days"),
    }
)
NEEDED_FIRST = frozenset({"set_restricted_channel", "set_intake_channel", "set_good_news_channel", "set_duty_phone"})
"""What the first steps ask for. Once the organisation is set up it may do without."""
PEOPLE = frozenset(
    {
        "set_officers",
        "set_approvers",
        "set_legal",
        "set_monitoring",
        "set_administrators",
        "set_deputies",
        "set_joint_group",
    }
)
ONE_PERSON = frozenset({"set_head", "set_on_call", "set_lead", "set_area_officer", "set_person"})
LINES = frozenset({"set_hours", "set_own_hours", "set_closures", "set_voices"})
BOXES = {
    "set_private": (words.PRIVATE_BOX, words.PRIVATE_NOTE),
    "set_off": (words.OFF_BOX, ""),
    "set_turns_green": (words.TURNS_GREEN_BOX, words.TURNS_GREEN_NOTE),
    "set_keeps_by_itself": (words.BY_ITSELF_BOX, ""),
    "set_best_of": (words.BEST_OF_BOX, words.BEST_OF_NOTE),
}


def view(
    kind: SettingsKind,
    key: str,
    values: Values,
    organisation: Organisation,
    *,
    now: Values | None = None,
    seen: Values | None = None,
) -> dict[str, Any]:
    """A form with `values` in it. `now`: what has come to stand meanwhile, where somebody else was faster; `seen`: what is remembered."""
    carried = json.dumps(
        {"kind": kind, "key": key, "seen": marks(values) if seen is None else seen}, separators=(",", ":")
    )
    blocks = [
        *_meanwhile(values, now, organisation),
        *_about(kind, key),
        *(_asked(kind, field, value, organisation) for field, value in values.items()),
        *_remove(kind, key, organisation),
    ]
    return modal(
        View.SETTINGS_FORM, words.FORM_TITLE[kind], blocks, submit=words.SAVE, close=words.CANCEL, metadata=carried
    )


def _about(kind: SettingsKind, key: str) -> list[Block]:
    if kind == SettingsKind.OWN:
        return [context(words.OWN_INTRO)]
    return [section(f"*{words.STEP[Step(key)]}*")] if kind == SettingsKind.NUDGE else []


def _meanwhile(values: Values, now: Values | None, organisation: Organisation) -> list[Block]:
    """What somebody else made of each field that this person has changed too."""
    if now is None:
        return []
    lines = [
        words.MEANWHILE_LINE.format(label=words.LABEL[field], now=in_words(field, now[field], organisation))
        for field, value in values.items()
        if now.get(field, "") != value
    ]
    return [section(words.MEANWHILE), *(context(line) for line in lines), divider()]


def in_words(field: str, value: str, organisation: Organisation) -> str:
    """A value as people read it, safe in mrkdwn."""
    if not value:
        return words.NOTHING
    if field in PEOPLE or field in ONE_PERSON:
        return listed([name(organisation, person) for person in people_in(value)])
    if field.endswith("_channel"):
        return f"<#{value}>"
    chosen = {choice_["value"]: str(choice_["text"]["text"]) for choice_ in _choices(field, organisation)}
    return inline(chosen.get(value, value), 300)


def _asked(kind: SettingsKind, field: str, value: str, organisation: Organisation) -> Block:
    own = kind == SettingsKind.OWN
    label = words.OWN_LABEL[field] if own else words.LABEL[field]
    hint = words.OWN_HINT.get(field, "") if own else words.HINT.get(field, "")
    optional = field not in _needed(organisation)
    return asked(Field(field), label, _element(field, value, organisation), hint=hint, optional=optional)


def _needed(organisation: Organisation) -> frozenset[str]:
    return NEEDED | NEEDED_FIRST if organisation.being_set_up else NEEDED


def _element(field: str, value: str, organisation: Organisation) -> Element:
    if field in PEOPLE:
        return colleagues(words.CHOOSE_PEOPLE, people_in(value))
    if field in ONE_PERSON:
        return _with(colleague(words.CHOOSE_PERSON), "initial_user", value)
    if field.endswith("_channel"):
        return _with(_channel(field), "initial_conversation", value)
    if field in BOXES:
        return _box(field, ticked=value == YES)
    if field in ("set_digest_time", "set_preview_time"):
        return _with({"type": "timepicker"}, "initial_time", value)
    choices = _choices(field, organisation)
    if choices:
        return menu(choices, words.CHOOSE, one_of(choices, value))
    return writing(lines=field in LINES, initial=value)


def _with(element: Element, key: str, value: str) -> Element:
    return {**element, key: value} if value else element


def _channel(field: str) -> Element:
    kinds = ["private"] if field == PRIVATE else ["public", "private"]
    return {
        "type": "conversations_select",
        "placeholder": plain(words.CHOOSE_CHANNEL, 150),
        "filter": {"include": kinds, "exclude_bot_users": True},
    }


def _box(field: str, *, ticked: bool) -> Element:
    label, note = BOXES[field]
    option = {**choice(label, YES), **({"description": plain(note, 75)} if note else {})}
    return boxes([option], [option] if ticked else ())


def _choices(field: str, organisation: Organisation) -> list[Element]:
    """The choices of a menu; none for what is no menu."""
    known: Mapping[str, Callable[[], list[tuple[str, str]]]] = {
        "set_nation": lambda: [(words.NATION[one], one) for one in words.NATION],
        "set_zone": lambda: _zones(organisation.calendar.zone),
        "set_digest_day": lambda: [(words.DAY[one], one) for one in NAMES],
        "set_unapproved": lambda: [(words.UNAPPROVED[one], one) for one in words.UNAPPROVED],
        "set_reach": lambda: [(words.REACH_CHOICE[one], str(one)) for one in Reach],
        "set_team": lambda: [(area.name, area.key) for area in organisation.service_areas.values()],
    }
    return [choice(label, value) for label, value in known[field]()] if field in known else []


def _zones(standing: str) -> list[tuple[str, str]]:
    """The time zones to choose from, and the one that a file has set."""
    known = [(label, zone) for zone, label in words.ZONE.items()]
    return known if standing in words.ZONE else [*known, (standing, standing)]


def fields_of(blocks: Collection[Mapping[str, Any]]) -> list[str]:
    """The settings that a form asks for, by its blocks."""
    return [str(block["block_id"]) for block in blocks if str(block.get("block_id", "")) in set(Field)]


def _remove(kind: SettingsKind, key: str, organisation: Organisation) -> list[Block]:
    """A service area and a person can be taken out."""
    if not key or kind not in (SettingsKind.AREA, SettingsKind.PERSON):
        return []
    called = organisation.service_areas[key].name if kind == SettingsKind.AREA else organisation.people[key].name
    plain_button = button(Action.SETTINGS_REMOVE, words.REMOVE, f"{kind}:{key}", called)
    text = words.REMOVE_TEXT.format(name=called)
    return [
        divider(),
        *actions([asking_first(plain_button, words.REMOVE_TITLE, text, words.REMOVE_YES, words.REMOVE_NO)]),
    ]
