"""Changing an enquiry: what is saved, what is refused, and what somebody else did meanwhile."""

from datetime import datetime
from typing import Any

import pytest

from bot.rules.deadlines import read_deadline
from bot.rules.edit_form import (
    FIELDS,
    Changes,
    EditForm,
    changed_meanwhile,
    check_edit,
    deadline_in_words,
    mark_of,
    values_of,
)
from bot.rules.reasons import FormRefused, Reason
from bot.rules.terms import settled_terms
from storage.kinds import Terms
from tests.rules.northbank import CALENDAR, at, enquiry, organisation

NOW = at("2026-11-25 10:00")
UNTIL = at("2026-11-25 22:00")


def form(because: str = "", **typed: str) -> EditForm:
    """The form as it was opened on the enquiry of these tests, with some fields changed."""
    shown = values_of(enquiry(), CALENDAR)
    return EditForm({**shown, **typed}, {name: mark_of(value) for name, value in shown.items()}, because)


def problems(changed: EditForm, **facts: Any) -> dict[str, Reason]:
    with pytest.raises(FormRefused) as refused:
        check_edit(changed, enquiry(**facts), organisation(), NOW)
    return {field: problem.reason for field, problem in refused.value.problems.items()}


def test_what_was_left_alone_is_not_saved() -> None:
    assert check_edit(form(), enquiry(), organisation(), NOW) == Changes()
    assert check_edit(form(outlet=" BBC "), enquiry(), organisation(), NOW) == Changes()


def test_what_was_changed_is() -> None:
    changed = form(outlet="ITV", deadline="5pm today", service_area="children", because=" They rang ")
    assert check_edit(changed, enquiry(), organisation(), NOW) == Changes(
        {
            "outlet": "ITV",
            "deadline": at("2026-11-25 17:00"),
            "deadline_words": "5pm today",
            "service_area": "children",
        },
        "They rang",
    )


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ({"outlet": "", "question": " "}, {"outlet": Reason.MISSING, "question": Reason.MISSING}),
        ({"journalist": "Sam"}, {"journalist": Reason.NO_WAY_TO_REACH}),
        ({"deadline": "8am today"}, {"deadline": Reason.DEADLINE_PASSED}),
        ({"deadline": "soon"}, {"deadline": Reason.DEADLINE_NOT_UNDERSTOOD}),
        ({"deadline": "x" * 151}, {"deadline": Reason.TOO_LONG}),
        ({"outlet": "x" * 151, "angle": "x" * 3001}, {"outlet": Reason.TOO_LONG, "angle": Reason.TOO_LONG}),
        ({"service_area": "moon"}, {"service_area": Reason.MISSING}),
        ({"terms": "embargoed"}, {"embargo_until": Reason.MISSING}),
        ({"angle": "NHS number 943 476 5919"}, {"angle": Reason.PERSONAL_DATA}),
    ],
)
def test_mistakes_are_at_their_field(typed: dict[str, str], refused: dict[str, Reason]) -> None:
    assert problems(form(**typed)) == refused


def test_a_long_reason_is_too_long() -> None:
    assert problems(form(outlet="ITV", because="x" * 501)) == {"edit_because": Reason.TOO_LONG}


def test_what_someone_else_changed_is_shown_first() -> None:
    assert problems(form(angle="Cuts"), outlet="ITV") == {"outlet": Reason.CHANGED_MEANWHILE}
    assert changed_meanwhile(form(angle="Cuts"), enquiry(outlet="ITV", links="x"), CALENDAR) == ("outlet", "links")


def test_two_who_typed_the_same_agree() -> None:
    assert check_edit(form(outlet="ITV"), enquiry(outlet="ITV"), organisation(), NOW) == Changes()
    assert check_edit(form(outlet="ITV", angle="Cuts"), enquiry(outlet="ITV"), organisation(), NOW) == Changes(
        {"angle": "Cuts"}
    )


def test_someone_elses_change_alone_is_no_reason_to_save_or_to_stop() -> None:
    assert check_edit(form(), enquiry(outlet="ITV"), organisation(), NOW) == Changes()


@pytest.mark.parametrize("moment", ["2026-11-25 16:30", "2026-12-31 23:59", "2027-03-28 03:00", "2026-11-26 00:00"])
def test_a_deadline_in_words_is_understood_again(moment: str) -> None:
    """The form shows it so that it means the same the day after, and so that typing it again gives the same moment."""
    words = deadline_in_words(enquiry(deadline=at(moment)), CALENDAR)
    assert read_deadline(words, NOW, CALENDAR) == at(moment)


def test_no_deadline_is_none_given() -> None:
    assert deadline_in_words(enquiry(deadline=None), CALENDAR) == "none given"
    assert deadline_in_words(enquiry(deadline=None, deadline_words="whenever"), CALENDAR) == "whenever"


def test_the_form_has_every_field() -> None:
    assert set(values_of(enquiry(), CALENDAR)) == set(FIELDS)


@pytest.mark.parametrize(
    ("kind", "until", "before", "settled"),
    [
        ("reportable", None, {}, (Terms.REPORTABLE, None)),
        ("not_for_attribution", None, {}, (Terms.NOT_FOR_ATTRIBUTION, None)),
        ("embargoed", UNTIL, {}, (Terms.EMBARGOED, UNTIL)),
        ("reportable", UNTIL, {}, (Terms.EMBARGOED, UNTIL)),  # a time was chosen: that is an embargo
        ("reportable", UNTIL, {"terms": Terms.EMBARGOED, "embargo_until": UNTIL}, (Terms.REPORTABLE, None)),
        ("not_for_attribution", UNTIL, {}, (Terms.EMBARGOED, UNTIL)),
    ],
)
def test_terms(
    kind: str, until: datetime | None, before: dict[str, Any], settled: tuple[Terms, datetime | None]
) -> None:
    assert settled_terms(kind, until, enquiry(**before), NOW) == settled


def test_an_embargo_that_has_ended_may_stay_and_no_new_one_lies_in_the_past() -> None:
    past = at("2026-11-25 09:00")
    ended = enquiry(terms=Terms.EMBARGOED, embargo_until=past)
    assert settled_terms("embargoed", past, ended, NOW) == (Terms.EMBARGOED, past)
    with pytest.raises(FormRefused) as refused:
        settled_terms("embargoed", past, enquiry(), NOW)
    assert refused.value.problems["embargo_until"].reason == Reason.DATE_PASSED
