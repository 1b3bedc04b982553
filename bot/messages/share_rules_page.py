"""The rules of sharing, readable by everyone; the form that changes them; and the form for one that got in someone's way."""

from datetime import datetime
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import moment
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asked,
    button,
    choice,
    context,
    divider,
    menu,
    modal,
    one_of,
    radio,
    section,
    writing,
)
from bot.messages.people import name
from bot.messages.wording import forms
from bot.messages.wording import sharing as words
from bot.rules.share_form import OTHER_RULE
from bot.rules.share_rules import BY_KEY, RULES, Rule, known, light_of, may_be_set
from bot.rules.share_times import joint_due
from storage.kinds import Light
from storage.organisation import Organisation
from storage.share import ShareAsk


def page(organisation: Organisation, ask: ShareAsk | None = None, *, may_set: bool = False) -> dict[str, Any]:
    """All the rules; or *Why?*, with those that made an answer first and the rest a button away."""
    rules = [BY_KEY[one] for one in known(ask.rules)] if ask else list(RULES)
    title = words.WHY_TITLE.format(reference=ask.reference) if ask else words.RULES_TITLE
    blocks = [
        *([] if ask else [section(words.RULES_INTRO)]),
        *(block for rule in rules for block in _rule(rule, organisation)),
        context(words.FREE),
        *actions(_buttons(ask, may_set=may_set)),
    ]
    return modal(View.SHARE_RULES, title, blocks)


def _rule(rule: Rule, organisation: Organisation) -> list[Block]:
    light = light_of(rule, organisation.share_rules)
    said = words.RULE_LINE.format(light=words.LIGHT[light], rule=words.RULE[rule.key])
    bound = [context(words.BOUND[rule.at_least])] if rule.at_least in words.BOUND else []
    helps = [] if light == Light.GREEN else [words.POSSIBLE[rule.key]]
    return [section("\n".join([said, words.BECAUSE[rule.key], *helps])), *bound, divider()]


def _buttons(ask: ShareAsk | None, *, may_set: bool) -> list[Element]:
    about = ask.reference if ask else words.RULES_TITLE
    number = ask.id if ask else 0
    return [
        button(Action.RULE_RAISE, words.IN_MY_WAY, number, about),
        *([button(Action.SHARE_WHY, words.ALL_RULES, 0, about)] if ask else []),
        *([button(Action.SHARE_RULES_SET, words.SET, 0, about)] if may_set and not ask else []),
    ]


def set_form(organisation: Organisation) -> dict[str, Any]:
    """Each rule with the lights that it may have here."""
    blocks = [section(words.SET_INTRO), *(_light(rule, organisation) for rule in RULES)]
    return modal(View.SHARE_RULES_SET, words.SET_TITLE, blocks, submit=words.SET_SUBMIT, close=forms.CANCEL)


def _light(rule: Rule, organisation: Organisation) -> Block:
    choices = [choice(words.LIGHT[light], light) for light in Light if may_be_set(rule.key, light)]
    now = light_of(rule, organisation.share_rules)
    hint = words.BOUND.get(rule.at_least, "")
    return asked(Field(f"rule_{rule.key}"), _short(rule.key), radio(choices, one_of(choices, now)), hint=hint)


def raise_form(organisation: Organisation, ask: ShareAsk | None, now: datetime) -> dict[str, Any]:
    """Which rule, and how it got in the way."""
    rules = known(ask.rules) if ask else list(BY_KEY)
    choices = [choice(_short(one), one) for one in [*rules, OTHER_RULE]]
    first = choices[0] if ask and rules else None
    due = moment(joint_due(organisation, now), organisation.calendar.zone)
    blocks = [
        section(words.RAISE_INTRO.format(who=_group(organisation), moment=due)),
        asked(Field.RULE, words.RAISE_RULE, menu(choices, forms.CHOOSE, first)),
        asked(Field.RULE_WORDS, words.RAISE_WORDS, writing(lines=True), hint=words.WORDS_HINT),
    ]
    about = str(ask.id if ask else 0)
    submit = words.RAISE_SUBMIT
    return modal(View.RULE_RAISE, words.RAISE_TITLE, blocks, submit=submit, close=forms.CANCEL, metadata=about)


def _short(key: str) -> str:
    said = words.RULE[key]
    return f"{said[0].upper()}{said[1:]}"


def _group(organisation: Organisation) -> str:
    if organisation.joint_group:
        return words.RAISE_GROUP
    return name(organisation, organisation.head_of_comms, words.THE_OFFICE)
