"""Can I share this? The worst rule that holds wins, and no table anybody edits makes a child, a court case or a person unasked green."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.share_rules import ASKED, BY_KEY, RULES, Helper, Question, Verdict, about_someone, decide, may_be_set
from storage.kinds import Light, ShareKind

NO = dict.fromkeys(Question, False)
TABLES = st.dictionaries(st.sampled_from([rule.key for rule in RULES]), st.sampled_from([*Light, "purple"]))


@pytest.mark.parametrize("kind", [ShareKind.SHARE, ShareKind.SPEAK])
def test_nobody_in_it_and_nothing_in_the_way_is_green(kind: ShareKind) -> None:
    assert decide(kind, NO, {}) == Verdict(Light.GREEN)


@pytest.mark.parametrize(
    ("yes", "verdict"),
    [
        ({"person"}, Verdict(Light.RED, ("person_not_asked",), (Helper.LEAD, Helper.PRESS_OFFICER))),
        ({"person", "agreed"}, Verdict(Light.AMBER, ("person_agreed",), (Helper.PRESS_OFFICER,))),
        ({"for_us"}, Verdict(Light.AMBER, ("for_us",), (Helper.PRESS_OFFICER, Helper.LEAD))),
        ({"colleague"}, Verdict(Light.RED, ("colleague",), (Helper.COLLEAGUE,))),
        ({"court", "for_us"}, Verdict(Light.RED, ("court", "for_us"), (Helper.LEGAL, Helper.PRESS_OFFICER))),
    ],
)
def test_the_worst_rule_that_holds_wins(yes: set[str], verdict: Verdict) -> None:
    assert decide(ShareKind.SHARE, {**NO, **{Question(one): True for one in yes}}, {}) == verdict


def test_a_change_is_always_for_a_person_to_answer() -> None:
    assert decide(ShareKind.CHANGE, {}, {}) == Verdict(Light.AMBER)


def test_what_was_not_answered_counts_as_the_careful_answer() -> None:
    assert decide(ShareKind.SHARE, {}, {}).light == Light.RED


def test_at_most_six_questions_are_asked() -> None:
    assert max(map(len, ASKED.values())) == 6


@given(st.sampled_from([ShareKind.SHARE, ShareKind.SPEAK]), TABLES)
def test_no_table_makes_the_bounds_green(kind: ShareKind, changed: dict[str, str]) -> None:
    for answers in _every_answer(kind):
        bound = answers.get(Question.CHILD) or answers.get(Question.COURT)
        unasked = answers[Question.PERSON] and not answers[Question.AGREED]
        if bound or unasked:
            assert decide(kind, answers, changed).light != Light.GREEN


@given(TABLES)
def test_an_edited_table_moves_only_the_light_of_its_rule(changed: dict[str, str]) -> None:
    light = decide(ShareKind.SHARE, {**NO, Question.FOR_US: True}, changed).light
    wanted = changed.get("for_us", Light.AMBER)
    assert light == (wanted if wanted in set(Light) else Light.AMBER)


def test_the_bounds_are_said_before_anything_is_set() -> None:
    assert not may_be_set("child", Light.GREEN)
    assert not may_be_set("child_not_asked", Light.AMBER)
    assert not may_be_set("court", Light.GREEN)
    assert may_be_set("for_us", Light.GREEN)
    assert not may_be_set("no_such_rule", Light.RED)


def test_someone_in_it_is_known() -> None:
    for question in ("person", "child", "court", "colleague"):
        assert about_someone({**{str(one): so for one, so in NO.items()}, question: True}), question
    assert not about_someone({str(one): one in {"for_us", "press", "agreed"} for one in NO})


def test_every_rule_asks_only_what_is_asked_somewhere() -> None:
    for rule in BY_KEY.values():
        assert any(set(rule.when) <= set(asked) for asked in ASKED.values()), rule.key


def _every_answer(kind: ShareKind) -> list[dict[Question, bool]]:
    asked = ASKED[kind]
    return [dict(zip(asked, given, strict=True)) for given in product((True, False), repeat=len(asked))]
