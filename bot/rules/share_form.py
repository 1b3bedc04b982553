"""The forms around *Can I share this?*: what is asked, the answer to it, what was shared, and a rule that got in the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.rules.coverage_form import is_link
from bot.rules.form_checks import Problems, stripped
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.share_rules import ASKED, BY_KEY, Question, may_be_set, unanswered
from storage.kinds import Light, ShareKind, Use

LIMITS = {"share_place": 300, "shared_place": 300, "shared_link": 2_000, "rule_words": 2_000}


@dataclass(frozen=True, slots=True)
class ShareForm:
    """What somebody would like to share, to say, or to see changed. `kind` is a value of `ShareKind`, `answers` go by question."""

    kind: str = ShareKind.SHARE.value
    words: str = ""
    place: str = ""
    service_area: str = ""
    answers: Mapping[str, bool] = field(default_factory=dict)
    source_link: str = ""

    @property
    def share_kind(self) -> ShareKind:
        """Which of the three it is; what no form of ours offers is a question about sharing."""
        return ShareKind(self.kind) if self.kind in set(ShareKind) else ShareKind.SHARE


def check_share(form: ShareForm) -> ShareForm:
    """The form as it can be kept, with the answers of its own kind alone. Raises `FormRefused`."""
    tidy, problems = stripped(form), Problems()
    kind = tidy.share_kind
    need = {"share_words": tidy.words}
    if kind != ShareKind.CHANGE:
        need["share_place"] = tidy.place
    problems.need(need)
    for question in unanswered(kind, [Question(one) for one in tidy.answers]):
        problems.add(f"share_{question}", Refused(Reason.MISSING))
    if _is_asked_of_someone(kind, tidy.answers) and Question.AGREED not in tidy.answers:
        problems.add(f"share_{Question.AGREED}", Refused(Reason.MISSING))
    problems.limit({"share_words": tidy.words, "share_place": tidy.place}, LIMITS)
    problems.keep_private({"share_words": tidy.words, "share_place": tidy.place})
    problems.refuse()
    answers = {one.value: tidy.answers[one] for one in ASKED[kind] if one in tidy.answers}
    place = "" if kind == ShareKind.CHANGE else tidy.place
    return ShareForm(kind.value, tidy.words, place, tidy.service_area, answers, tidy.source_link)


def _is_asked_of_someone(kind: ShareKind, answers: Mapping[str, bool]) -> bool:
    """Whether there is someone who could have agreed."""
    return kind != ShareKind.CHANGE and any(answers.get(one) for one in (Question.PERSON, Question.CHILD))


class Answered(StrEnum):
    """How somebody answers in words."""

    CHANGES = "changes"  # yes, once this is changed
    NOT_YET = "not_yet"
    REPLY = "reply"  # to an idea for the organisation


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """An answer in words: what to change, or why not yet, and then what would make it possible."""

    answer: str
    possible: str = ""


def check_answer(form: AnswerForm, *, needs_possible: bool) -> AnswerForm:
    """The answer as it can be kept. Raises `FormRefused`."""
    tidy, problems = stripped(form), Problems()
    problems.need({"share_answer": tidy.answer})
    if needs_possible:
        problems.need({"share_possible": tidy.possible})
    texts = {"share_answer": tidy.answer, "share_possible": tidy.possible}
    problems.limit(texts, {})
    problems.keep_private(texts)
    problems.refuse()
    return tidy


@dataclass(frozen=True, slots=True)
class SharedForm:
    """Where it was shared, and a link to it where there is one. `told_as` is a value of `Use`."""

    place: str
    link: str = ""
    told_as: str = Use.SOCIAL.value


def check_shared(form: SharedForm) -> SharedForm:
    """The same, as it can be kept. Raises `FormRefused`."""
    tidy, problems = stripped(form), Problems()
    problems.need({"shared_place": tidy.place})
    problems.limit({"shared_place": tidy.place, "shared_link": tidy.link}, LIMITS)
    problems.keep_private({"shared_place": tidy.place})
    if tidy.told_as not in set(Use):
        problems.add("shared_as", Refused(Reason.MISSING))
    if tidy.link and not is_link(tidy.link):
        problems.add("shared_link", Refused(Reason.NOT_A_LINK))
    problems.refuse()
    return tidy


@dataclass(frozen=True, slots=True)
class RuleForm:
    """A rule that got in someone's way, by its key, and how."""

    rule: str
    words: str


OTHER_RULE = "other"
"""Not a rule of the table: how it is done altogether."""


def check_rule(form: RuleForm) -> RuleForm:
    """The same, as it can be kept. Raises `FormRefused`."""
    tidy, problems = stripped(form), Problems()
    problems.need({"rule": tidy.rule if tidy.rule in {*BY_KEY, OTHER_RULE} else "", "rule_words": tidy.words})
    problems.limit({"rule_words": tidy.words}, LIMITS)
    problems.keep_private({"rule_words": tidy.words})
    problems.refuse()
    return tidy


def check_lights(lights: Mapping[str, str]) -> dict[str, str]:
    """What the organisation sets, rule by rule: what it leaves as it was delivered is not in it. Raises `FormRefused` below a bound."""
    outside = {
        f"rule_{key}": Refused(Reason.RULE_BOUND)
        for key, light in lights.items()
        if light not in set(Light) or not may_be_set(key, Light(light))
    }
    if outside:
        raise FormRefused(outside)
    return {key: light for key, light in lights.items() if light != BY_KEY[key].light}
