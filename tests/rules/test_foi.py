"""Twenty working days, as the law counts them in each part of the United Kingdom."""

from datetime import date

import pytest

from bot.rules.foi import FoiForm, answer_due, check_foi
from bot.rules.reasons import FormRefused, Reason
from tests.rules.northbank import at, organisation

NOW = at("2026-03-04 10:00")


@pytest.mark.parametrize(
    ("received", "nation", "due"),
    [
        (date(2026, 9, 1), "ENG", date(2026, 9, 29)),  # no bank holiday between
        (date(2026, 6, 1), "ENG", date(2026, 6, 30)),  # Scotland has one on 15 June, for the World Cup
        (date(2026, 3, 4), "ENG", date(2026, 4, 2)),  # St Patrick's Day, Northern Ireland's, counts in England too
        (date(2026, 3, 4), "SCT", date(2026, 4, 1)),  # Scotland's own Act looks at Scotland's bank holidays
        (date(2026, 9, 5), "WLS", date(2026, 10, 2)),  # received on a Saturday
        (date(2025, 12, 1), "NIR", date(2025, 12, 31)),  # Christmas and Boxing Day
    ],
)
def test_the_date_in_law(received: date, nation: str, due: date) -> None:
    assert answer_due(received, nation) == due


def test_the_form_needs_a_day_that_has_come_and_somebody_to_hand_it_to() -> None:
    with pytest.raises(FormRefused) as refused:
        check_foi(FoiForm("2026-03-05", " "), organisation(), NOW)
    reasons = {field: problem.reason for field, problem in refused.value.problems.items()}
    assert reasons == {"foi_received": Reason.DAY_AHEAD, "foi_handed_to": Reason.MISSING}
    checked = check_foi(FoiForm("2026-03-04", " The information team "), organisation(), NOW)
    assert (checked.received_on, checked.handed_to, checked.reference) == (date(2026, 3, 4), "The information team", "")
