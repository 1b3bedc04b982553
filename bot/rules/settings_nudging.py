"""The settings of nudging: one step's share and bounds, and the caps. What is as usual is not written down."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.rules.nudge_policy import ALWAYS, MOST_A_DAY, MOST_ROUNDS, POLICY, WHOLE, StepRule, most, rule_of
from bot.rules.reasons import Reason, Refused
from bot.rules.settings_kinds import Part, Put, box
from storage.kinds import Step
from storage.organisation import Organisation

HOUR = 60
BOUNDS = {
    "floor": (1, 24 * HOUR),
    "ceiling": (1, 7 * 24 * HOUR),
    "before": (5, 24 * HOUR),
    "promised": (5, 48 * HOUR),
}
"""Minutes. Shorter would be a hail of messages, longer is forgetting."""
SHARES = (1.0, 90.0)  # percent of the time left
ROUNDS, A_DAY = (1, 10), (3, 50)


def settable() -> tuple[Step, ...]:
    """The steps of which something can be changed."""
    return tuple(step for step, rule in POLICY.items() if times_of(rule) or step not in ALWAYS)


def times_of(rule: StepRule) -> tuple[str, ...]:
    """Which times a step has."""
    names = ["share"] if rule.share else []
    names += ["floor", "ceiling"] if rule.share and rule.ceiling else []
    return (*names, *(name for name in ("before", "promised") if getattr(rule, name) is not None))


def _nudge_shown(organisation: Organisation, key: str) -> dict[str, str]:
    step = Step(key)
    rule = rule_of(step, organisation)
    times = {f"set_{name}": _written(name, rule) for name in times_of(POLICY[step])}
    return times if step in ALWAYS else {**times, "set_off": box(rule.off)}


def _written(name: str, rule: StepRule) -> str:
    if name == "share":
        return f"{(rule.share or 0) * 100:g}"
    span: timedelta = getattr(rule, name) or timedelta()
    return f"{span / timedelta(minutes=1):g}"


def _nudge_put(put: Put) -> tuple[Organisation, str]:
    step = Step(put.key)
    usual, own = POLICY[step], dict[str, Any]()
    for name in times_of(usual):
        number = _number(put, f"set_{name}", SHARES if name == "share" else BOUNDS[name])
        if number is not None and f"{number:g}" != _written(name, usual):
            own["share" if name == "share" else f"{name}_minutes"] = number / 100 if name == "share" else number
    if float(put.values.get("set_floor") or 0) > float(put.values.get("set_ceiling") or 0):
        put.problems.add("set_ceiling", Refused(Reason.LESS_THAN_LEAST))
    if put.ticked("set_off") and step not in ALWAYS:
        own["off"] = True
    return _with(put.organisation, step.value, own), put.key


def _number(put: Put, field: str, bounds: tuple[float, float]) -> float | None:
    typed = put.values[field].replace(",", ".").removesuffix("%").strip()
    try:
        number = float(typed)
    except ValueError:
        number = -1.0
    if not bounds[0] <= number <= bounds[1]:
        put.problems.add(field, Refused(Reason.NUMBER_BETWEEN, least=f"{bounds[0]:g}", limit=f"{bounds[1]:g}"))
        put.problems.refuse()
    return number


def _with(organisation: Organisation, step: str, own: dict[str, Any]) -> Organisation:
    others = {name: changes for name, changes in organisation.nudging.items() if name != step}
    return replace(organisation, nudging={**others, step: own} if own else others)


def _caps_shown(organisation: Organisation, _: str) -> dict[str, str]:
    return {"set_rounds": str(most("rounds", organisation)), "set_a_day": str(most("a_day", organisation))}


def _caps_put(put: Put) -> tuple[Organisation, str]:
    rounds, a_day = _number(put, "set_rounds", ROUNDS), _number(put, "set_a_day", A_DAY)
    chosen = {"rounds": (rounds, MOST_ROUNDS), "a_day": (a_day, MOST_A_DAY)}
    own = {name: int(number) for name, (number, usual) in chosen.items() if number is not None and number != usual}
    return _with(put.organisation, WHOLE, own), put.key


NUDGE = Part(_nudge_shown, _nudge_put)
CAPS = Part(_caps_shown, _caps_put)
