"""What a handler is given: people, values and fields, however Slack sends them; and errors only where the form has a field."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from slack_bolt import Ack
from slack_sdk import WebClient

from bot.clock import SystemClock
from bot.desk.work import Desk
from bot.rules.reasons import FormRefused, Reason, Refused
from handlers import trouble
from handlers.door import Call, Door
from storage.engine import Database


@pytest.fixture
def door(file_database: Database) -> Door:
    return Door(Desk(file_database, SystemClock()), WebClient(), ThreadPoolExecutor(1))


def call(door: Door, **body: Any) -> Call:
    return Call(door, body, Ack())  # type: ignore[no-untyped-call]  # Bolt gives it no types


def test_who_did_it_in_a_button_a_command_and_an_event(door: Door) -> None:
    assert call(door, user={"id": "U1"}).person == "U1"
    assert call(door, user_id="U2").person == "U2"
    assert call(door, event={"user": "U3"}).person == "U3"


def test_fields_of_every_kind_and_those_left_alone(door: Door) -> None:
    state = {
        "outlet": {"field": {"type": "plain_text_input", "value": "BBC"}},
        "question": {"field": {"type": "plain_text_input", "value": None}},
        "outcome": {"field": {"type": "static_select", "selected_option": {"value": "declined"}}},
        "consent_until": {"field": {"type": "datepicker", "selected_date": "2026-12-31"}},
        "responded_at": {"field": {"type": "datetimepicker", "selected_date_time": 1772618400}},
        "marks": {"field": {"type": "checkboxes", "selected_options": [{"value": "court"}, {"value": "police"}]}},
        "photo": {"field": {"type": "file_input", "files": [{"id": "F1"}]}},
    }
    asked = call(door, view={"state": {"values": state}, "private_metadata": "12"})
    assert [asked.typed(field) for field in ("outlet", "question", "outcome", "consent_until", "links")] == [
        "BBC",
        "",
        "declined",
        "2026-12-31",
        "",
    ]
    assert (asked.moment("responded_at"), asked.moment("links")) == (1772618400, None)
    assert (asked.ticked("marks"), asked.ticked("links")) == (("court", "police"), ())
    assert (asked.files("photo"), asked.metadata) == (("F1",), "12")


def test_an_error_at_a_field_that_the_form_has_not_is_said_at_its_first(door: Door) -> None:
    blocks = [{"type": "section"}, {"type": "input", "block_id": "outlet"}, {"type": "input", "block_id": "question"}]
    asked = call(door, type="view_submission", view={"blocks": blocks})
    missing = Refused(Reason.MISSING)
    answered = trouble.answer(asked, FormRefused({"question": missing, "service_area": missing, "outlet": missing}))
    assert answered is not None
    assert '"outlet": "Please fill this in. Please fill this in."' in str(answered.body)
    assert '"question": "Please fill this in."' in str(answered.body)
    assert "service_area" not in str(answered.body)


def test_what_nobody_foresaw_gets_a_reference_and_never_a_traceback(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    blocks = [{"type": "input", "block_id": "outlet"}]
    answered = trouble.answer(call(door, type="view_submission", view={"blocks": blocks}), ValueError("a secret"))
    assert answered is not None
    reference = caplog.records[-1].getMessage().split()[1].rstrip(":")
    assert f"The reference is {reference}" in answered.body or f"the reference is {reference}" in answered.body
    assert "secret" not in answered.body
    assert "Traceback" not in answered.body
