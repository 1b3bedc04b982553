"""Can I share this? The table of rules that makes the light: at most six plain questions, and the worst rule that holds wins.

What the organisation may change is the light of a rule, and only within its bounds: a child, a live court case or a person who
has not agreed is never green, whatever anybody sets. Where no rule holds, the answer is green. Nothing here is about speaking up
or about a union: no rule may ask of it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from storage.kinds import Light, ShareKind


class Question(StrEnum):
    """What is asked, each answered with yes or no."""

    PERSON = "person"  # someone we support is in it, even without a name
    AGREED = "agreed"  # they have agreed to this use, and it is recorded
    CHILD = "child"  # it is about a child or a young person
    COURT = "court"  # a court case, an inquest, a police matter or a review
    FOR_US = "for_us"  # it speaks for the organisation: money, policy, plans, jobs
    COLLEAGUE = "colleague"  # a colleague is in it who has not said yes
    PRESS = "press"  # journalists will be there, or it is recorded


ASKED: dict[ShareKind, tuple[Question, ...]] = {
    ShareKind.SHARE: (
        Question.PERSON,
        Question.AGREED,
        Question.CHILD,
        Question.COURT,
        Question.FOR_US,
        Question.COLLEAGUE,
    ),
    ShareKind.SPEAK: (
        Question.PERSON,
        Question.AGREED,
        Question.CHILD,
        Question.COURT,
        Question.FOR_US,
        Question.PRESS,
    ),
    ShareKind.CHANGE: (),
}
"""Which questions belong to what somebody wants to do, in the order in which they are asked."""

Answers = Mapping[Question, bool]


class Helper(StrEnum):
    """Who can help to make it possible."""

    PRESS_OFFICER = "press_officer"
    LEAD = "lead"
    LEGAL = "legal"
    COLLEAGUE = "colleague"  # the colleague themselves


_ORDER = (Light.GREEN, Light.AMBER, Light.RED)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: it holds where all of `when` was answered so. `at_least` is the mildest light that anybody may set."""

    key: str
    when: Mapping[Question, bool]
    light: Light
    at_least: Light
    helpers: tuple[Helper, ...]

    def holds(self, answers: Answers) -> bool:
        """Whether every answer that it asks for was given. What was not answered counts as the careful answer."""
        return all(answers.get(question, _careful(question)) == wanted for question, wanted in self.when.items())


def _careful(question: Question) -> bool:
    return question != Question.AGREED


RULES: tuple[Rule, ...] = (
    Rule(
        "person_not_asked",
        {Question.PERSON: True, Question.AGREED: False},
        Light.RED,
        Light.AMBER,
        (Helper.LEAD, Helper.PRESS_OFFICER),
    ),
    Rule(
        "child_not_asked",
        {Question.CHILD: True, Question.AGREED: False},
        Light.RED,
        Light.RED,
        (Helper.LEAD, Helper.PRESS_OFFICER),
    ),
    Rule("child", {Question.CHILD: True}, Light.AMBER, Light.AMBER, (Helper.PRESS_OFFICER,)),
    Rule("court", {Question.COURT: True}, Light.RED, Light.AMBER, (Helper.LEGAL, Helper.PRESS_OFFICER)),
    Rule(
        "person_agreed",
        {Question.PERSON: True, Question.AGREED: True},
        Light.AMBER,
        Light.GREEN,
        (Helper.PRESS_OFFICER,),
    ),
    Rule("for_us", {Question.FOR_US: True}, Light.AMBER, Light.GREEN, (Helper.PRESS_OFFICER, Helper.LEAD)),
    Rule("colleague", {Question.COLLEAGUE: True}, Light.RED, Light.GREEN, (Helper.COLLEAGUE,)),
    Rule("press", {Question.PRESS: True}, Light.AMBER, Light.GREEN, (Helper.PRESS_OFFICER,)),
)
"""The table, as it is delivered. An organisation may change each light down to `at_least`."""

BY_KEY = {rule.key: rule for rule in RULES}


def known(keys: Iterable[str]) -> list[str]:
    """Those of an answer's rules that are still in the table."""
    return [key for key in keys if key in BY_KEY]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The light, the rules that made it so (the strictest first), and who can help."""

    light: Light
    rules: tuple[str, ...] = ()
    helpers: tuple[Helper, ...] = ()


SOMEONE = (Question.PERSON, Question.CHILD, Question.COURT, Question.COLLEAGUE)
"""Answers by which somebody is in it who could be hurt."""


def about_someone(answers: Mapping[str, bool]) -> bool:
    """Whether somebody is in it: then its words stand in no channel, and an amber never turns green by itself."""
    return any(answers.get(one.value, False) for one in SOMEONE)


UNASKED = frozenset({"person_not_asked", "child_not_asked"})
"""Rules that say that somebody is in it who has not agreed: nobody answers such a question with a plain yes."""


def light_of(rule: Rule, changed: Mapping[str, str]) -> Light:
    """A rule's light as the organisation has it. What is set below the bound counts as the bound; what is no light, as delivered."""
    wanted = changed.get(rule.key, rule.light)
    light = Light(wanted) if wanted in set(Light) else rule.light
    return max(light, rule.at_least, key=_ORDER.index)


def may_be_set(key: str, light: Light) -> bool:
    """Whether this light is within a rule's bounds."""
    rule = BY_KEY.get(key)
    return rule is not None and _ORDER.index(light) >= _ORDER.index(rule.at_least)


def decide(kind: ShareKind, answers: Answers, changed: Mapping[str, str]) -> Verdict:
    """The answer to what was asked. A change for the organisation is always for a person to answer."""
    if kind == ShareKind.CHANGE:
        return Verdict(Light.AMBER)
    asked = set(ASKED[kind])
    holding = [(light_of(rule, changed), rule) for rule in RULES if set(rule.when) <= asked and rule.holds(answers)]
    telling = sorted((one for one in holding if one[0] != Light.GREEN), key=lambda one: -_ORDER.index(one[0]))
    if not telling:
        return Verdict(Light.GREEN)
    worst = telling[0][0]
    helpers = dict.fromkeys(helper for light, rule in telling if light == worst for helper in rule.helpers)
    return Verdict(worst, tuple(rule.key for _, rule in telling), tuple(helpers))


def unanswered(kind: ShareKind, answers: Collection[Question]) -> tuple[Question, ...]:
    """The questions that still want an answer. Nobody is asked about an agreement where nobody is in it."""
    return tuple(question for question in ASKED[kind] if question not in answers and question != Question.AGREED)
