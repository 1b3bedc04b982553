"""Consent: whose is whole, what it covers, which names are too much, which words take it back, and who takes a story down."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.rules.consent import Missing, covers, current, missing, run_out
from bot.rules.consent_ends import Because, must_come_down, owner_of, plan_take_down, words_go
from bot.rules.consent_form import ConsentForm, EndForm, check_consent, check_end, ends_whole
from bot.rules.consent_names import full_names
from bot.rules.consent_words import taken_back
from bot.rules.reasons import FormRefused, Reason
from bot.rules.sharing import may_be_prepared, may_be_told
from storage.absence import Presence
from storage.kinds import DecidedBy, Recognisable, StoryStatus, Use
from storage.story import Consent
from storage.story_told import Telling
from tests.rules.northbank import HEAD, OFFICER, STRANGER, at, london, organisation, story

TODAY = date(2026, 11, 27)
NOW = at("2026-11-25 10:00")
HOUSE = organisation()
WHOLE = ConsentForm(who="the tenant", uses=("colleagues",), how="She told us.")


def consent(number: int = 1, **changes: object) -> Consent:
    facts: dict[str, object] = {
        "story_id": 1,
        "who": "J",
        "recorded_by": OFFICER,
        "recorded_at": NOW,
        "uses": ["colleagues", "website"],
        "seen_words": True,
    }
    made = Consent(**(facts | changes))  # type: ignore[arg-type]  # a test's shorthand
    made.id = number
    return made


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        ({}, ()),
        ({"decided_by": DecidedBy.BEST_INTERESTS}, (Missing.DECIDER, Missing.DECIDED_ON)),
        ({"decided_by": DecidedBy.BEST_INTERESTS, "decider": "social worker"}, (Missing.DECIDED_ON,)),
        ({"decided_by": DecidedBy.BEST_INTERESTS, "decider": "social worker", "decided_on": TODAY}, ()),
        ({"child": True}, (Missing.FOR_THE_CHILD, Missing.DECIDER, Missing.CHILDS_VIEW)),
        ({"decided_by": DecidedBy.PARENTAL, "decider": "mother"}, (Missing.CHILDS_VIEW,)),
        ({"decided_by": DecidedBy.DELEGATED, "childs_view": "Happy."}, (Missing.DECIDER,)),
        ({"child": True, "decided_by": DecidedBy.PARENTAL, "decider": "mother", "childs_view": "Happy."}, ()),
    ],
)
def test_a_consent_that_is_not_whole_covers_nothing(facts: dict[str, Any], lacks: tuple[Missing, ...]) -> None:
    one = consent(**facts)
    assert missing(one) == lacks
    assert covers(one, Use.COLLEAGUES, TODAY) is (lacks == ())
    agreed = story(recognisable=Recognisable.AGREED)
    assert may_be_prepared(agreed, [one], TODAY) is (lacks == ())


def test_who_has_not_seen_the_words_is_told_of_inside_only() -> None:
    unseen = consent(seen_words=False)
    assert [use.value for use in Use if covers(unseen, use, TODAY)] == ["colleagues"]
    assert [use.value for use in Use if covers(consent(), use, TODAY)] == ["colleagues", "website"]


def test_a_consent_given_anew_counts_in_its_newest_form_only() -> None:
    old, new = consent(1, until=TODAY - timedelta(days=1)), consent(2, renews=1, uses=["colleagues"])
    agreed = story(recognisable=Recognisable.AGREED)
    assert current([old, new]) == [new]
    assert may_be_told(agreed, [old, new], Use.COLLEAGUES, TODAY)
    assert not may_be_told(agreed, [old, new], Use.WEBSITE, TODAY)
    assert not may_be_told(agreed, [old], Use.COLLEAGUES, TODAY)
    assert run_out([old, new], TODAY) == []
    assert run_out([old], TODAY) == [old]


@pytest.mark.parametrize(
    "changes", [{"status": StoryStatus.DRAFT}, {"status": StoryStatus.WITHDRAWN}, {"taken_out_at": NOW}]
)
def test_what_was_taken_back_or_out_is_told_nowhere_even_where_nobody_can_be_recognised(
    changes: dict[str, Any],
) -> None:
    idea = story(**changes)
    assert not any(may_be_told(idea, [], use, TODAY) for use in Use)
    assert not may_be_prepared(idea, [], TODAY)


def test_a_child_needs_a_second_pair_of_eyes_before_anything_is_told() -> None:
    whole = consent(child=True, decided_by=DecidedBy.PARENTAL, decider="mother", childs_view="Happy.")
    idea = story(recognisable=Recognisable.AGREED, officer=OFFICER)
    assert not may_be_told(idea, [whole], Use.COLLEAGUES, TODAY)
    idea.second_look_by = HEAD
    assert may_be_told(idea, [whole], Use.COLLEAGUES, TODAY)


# -- names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the tenant", ()),
        ("Mrs K.", ()),
        ("Mrs Kaur", ()),
        ("J., nine, and his Foster Carer", ()),
        ("The Tenant of Elm House", ()),
        ("A.B.", ()),
        ("Team Manager", ()),
        ("Molly Brackenridge", ("Molly Brackenridge",)),
        ("the boy Ahmed al-Farsi", ()),
        ("the boy Ahmed Al-Farsi", ("Ahmed Al-Farsi",)),
        ("Siân O’Neill and Zoë Müller", ("Siân O’Neill", "Zoë Müller")),
        ("MOLLY BRACKENRIDGE", ("MOLLY BRACKENRIDGE",)),
        ("A Garden for Elm House", ()),
        ("", ()),
    ],
)
def test_two_words_with_capitals_are_a_name_unless_a_role_or_a_place_explains_them(
    text: str, names: tuple[str, ...]
) -> None:
    assert full_names(text) == names


@pytest.mark.parametrize(
    ("form", "field", "reason"),
    [
        (replace(WHOLE, who=""), "consent_who", Reason.MISSING),
        (replace(WHOLE, who="Molly Brackenridge"), "consent_who", Reason.FULL_NAME),
        (replace(WHOLE, uses=()), "consent_uses", Reason.CONSENT_NEEDED),
        (replace(WHOLE, uses=("the moon",)), "consent_uses", Reason.CONSENT_NEEDED),
        (replace(WHOLE, how=""), "consent_how", Reason.CONSENT_NEEDED),
        (replace(WHOLE, until=date(2026, 11, 24)), "consent_until", Reason.DATE_PASSED),
        (replace(WHOLE, decided_by="the weather"), "consent_decided_by", Reason.MISSING),
        (
            replace(WHOLE, decided_by="best_interests", decided_on=date(2026, 11, 26)),
            "consent_decided_on",
            Reason.DAY_AHEAD,
        ),
        (
            replace(WHOLE, decided_by="parental", childs_view="Molly Brackenridge says yes"),
            "consent_view",
            Reason.FULL_NAME,
        ),
        (replace(WHOLE, how="NHS number 943 476 5919"), "consent_how", Reason.PERSONAL_DATA),
    ],
)
def test_what_cannot_be_kept_is_named_by_its_field(form: ConsentForm, field: str, reason: Reason) -> None:
    with pytest.raises(FormRefused) as refused:
        check_consent(form, HOUSE, NOW)
    assert {name: problem.reason for name, problem in refused.value.problems.items()} == {field: reason}


def test_an_adult_may_wish_to_be_described_by_their_name_and_only_what_is_asked_is_kept() -> None:
    typed = replace(
        WHOLE, described_as="Molly Brackenridge", decider="somebody", childs_view="Happy.", decided_on=TODAY
    )
    assert check_consent(typed, HOUSE, NOW) == replace(WHOLE, described_as="Molly Brackenridge")


def test_only_what_was_agreed_to_can_be_taken_back() -> None:
    one = consent()
    assert not ends_whole(check_end(EndForm(("website",)), one), one)
    assert ends_whole(check_end(EndForm(("website", "colleagues")), one), one)
    for uses in ((), ("press",)):
        with pytest.raises(FormRefused):
            check_end(EndForm(uses), one)


# -- taken back in words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Mrs K. has changed her mind about GN-0007", 7),
        ("GN-0007: she's changed her mind.", 7),
        ("the family no longer agree to gn 12 being shown", 12),
        ("Please take GN-3 down", 3),
        ("please take it down, GN-3", 3),
        ("He doesn't want GN-0009 on the website any more", 9),
        ("consent withdrawn GN-0100", 100),
        ("J isn't happy with GN-0007 any more", 7),
        ("Mrs K. has not changed her mind about GN-0007", None),
        ("Mrs K. has changed her mind", None),
        ("GN-0007 looks lovely", None),
        ("When will GN-0007 be told?", None),
        ("ME-0007 was withdrawn", None),
    ],
)
def test_words_that_take_a_consent_back(words: str, number: int | None) -> None:
    assert taken_back(words) == number


# -- coming down


def telling(use: Use, **changes: object) -> Telling:
    facts: dict[str, object] = {"story_id": 1, "use": use, "told_on": TODAY, "told_by": OFFICER, "noted_at": NOW}
    return Telling(**(facts | changes))  # type: ignore[arg-type]  # a test's shorthand


def test_only_what_may_not_stand_any_more_comes_down() -> None:
    told = story(recognisable=Recognisable.AGREED, status=StoryStatus.TOLD)
    places = [telling(Use.COLLEAGUES), telling(Use.WEBSITE), telling(Use.SOCIAL), telling(Use.SOCIAL, ended_at=NOW)]
    assert must_come_down(told, [consent()], places, TODAY) == [places[2]]
    assert must_come_down(told, [consent(withdrawn_at=NOW)], places, TODAY) == places[:3]
    back = story(recognisable=Recognisable.NOBODY, status=StoryStatus.WITHDRAWN)
    assert must_come_down(back, [], places, TODAY) == places[:3]


@pytest.mark.parametrize(
    ("because", "one", "told", "go"),
    [
        (Because.WITHDRAWN, consent(withdrawn_at=NOW), False, True),
        (Because.WITHDRAWN, consent(), True, False),
        (Because.WITHDRAWN, None, True, True),
        (Because.RUN_OUT, consent(), False, False),
        (Because.RUN_OUT, consent(), True, True),
        (Because.STORY_WITHDRAWN, None, False, False),
        (Because.STORY_WITHDRAWN, None, True, True),
    ],
)
def test_when_the_words_go_too(because: Because, one: Consent | None, told: bool, go: bool) -> None:
    assert words_go(one, because, [telling(Use.WEBSITE)] if told else []) is go


def test_whoever_told_it_takes_it_down_and_never_somebody_who_has_left() -> None:
    idea = story(officer=HEAD)
    assert owner_of(OFFICER, idea, HOUSE, NOW) == OFFICER
    left = replace(HOUSE, presence={OFFICER: Presence(deactivated=True)})
    assert owner_of(OFFICER, idea, left, NOW) == HEAD
    assert owner_of(OFFICER, story(), left, NOW) == HEAD, "who heads communications"
    assert owner_of("close-ties", story(officer=OFFICER), HOUSE, NOW) == OFFICER
    assert owner_of(STRANGER, story(officer=OFFICER), HOUSE, NOW) in {STRANGER, OFFICER}


def test_asked_at_once_in_the_day_and_first_thing_at_night_and_the_head_a_working_day_on() -> None:
    def planned(now: datetime) -> list[tuple[str, str]]:
        return [(str(one.step), london(one.due_at)) for one in plan_take_down(OFFICER, HOUSE, now)]

    assert planned(NOW) == [
        ("take_down", "2026-11-25 10:00"),
        ("take_down_again", "2026-11-25 14:00"),
        ("take_down_head", "2026-11-26 10:00"),
    ]
    assert planned(at("2026-11-25 22:00"))[0] == ("take_down", "2026-11-26 09:00")
