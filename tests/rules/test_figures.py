"""What stands in a figure: nothing that was only practice, nor what has been erased."""

from datetime import timedelta

import pytest

from bot.rules.summaries import evening, morning
from storage.summaries import counts
from tests.rules.northbank import at, enquiry, organisation, story

NOW = at("2026-11-25 10:00")


@pytest.mark.parametrize(("changes", "stands"), [({}, True), ({"practice": True}, False), ({"emptied_at": NOW}, False)])
def test_what_is_counted(changes: dict[str, object], stands: bool) -> None:
    assert counts(enquiry(**changes)) is stands


def test_an_erased_story_is_not_counted() -> None:
    assert (counts(story()), counts(story(emptied_at=NOW))) == (True, False)


def test_a_practice_enquiry_stands_in_no_summary() -> None:
    real = enquiry(raised_at=NOW - timedelta(hours=17), deadline=NOW + timedelta(hours=3))
    practice = enquiry(practice=True, raised_at=NOW - timedelta(hours=17), deadline=NOW + timedelta(hours=3))
    real.id, practice.id = 42, 43
    found = morning([real, practice], [], [], organisation(), NOW)
    assert [one.reference for one in found.due_today] == [real.reference]
    assert found.overnight == (real.reference,)
    late = evening([practice], [], [], organisation(), NOW)
    assert late is None
