"""Values of fields: initial ones, what stays after an update, and elements outside of input blocks."""

from sandbox.people.state import Value, carried_over, elements, values_of
from sandbox.records import Json

YES: Json = {"text": {"type": "plain_text", "text": "Yes"}, "value": "y"}


def asked(element: Json, block_id: str = "b") -> Json:
    return {"type": "input", "block_id": block_id, "element": {"action_id": "a", **element}}


def first(element: Json) -> Value:
    return values_of([asked(element)], {})["b"]["a"]


def test_initial_values_stand_in_the_field() -> None:
    assert first({"type": "plain_text_input", "initial_value": "x"}) == {"type": "plain_text_input", "value": "x"}
    assert first({"type": "radio_buttons", "initial_option": YES}) == {"type": "radio_buttons", "selected_option": YES}
    assert first({"type": "checkboxes", "initial_options": [YES]}) == {"type": "checkboxes", "selected_options": [YES]}
    assert first({"type": "multi_users_select", "initial_users": ["U1"]}) == {
        "type": "multi_users_select",
        "selected_users": ["U1"],
    }
    assert first({"type": "timepicker", "initial_time": "09:00", "timezone": "Europe/London"}) == {
        "type": "timepicker",
        "selected_time": "09:00",
        "timezone": "Europe/London",
    }
    assert first({"type": "datetimepicker", "initial_date_time": 1772643900}) == {
        "type": "datetimepicker",
        "selected_date_time": 1772643900,
    }


def test_choices_outside_of_inputs_count_and_buttons_do_not() -> None:
    date = {"type": "datepicker", "action_id": "when"}
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    image = {"type": "image", "alt_text": "a cat"}
    blocks: list[Json] = [
        {"type": "section", "block_id": "s", "accessory": {"type": "users_select", "action_id": "who"}},
        {"type": "section", "block_id": "i", "accessory": image},
        {"type": "actions", "block_id": "moves", "elements": [button, date]},
    ]
    assert values_of(blocks, {}) == {
        "s": {"who": {"type": "users_select", "selected_user": None}},
        "moves": {"when": {"type": "datepicker", "selected_date": None}},
    }
    assert [each.action_id for each in elements(blocks)] == ["who", "go", "when"]


def test_what_an_update_keeps() -> None:
    old = [asked({"type": "plain_text_input"}), asked({"type": "plain_text_input", "initial_value": "i"}, "c")]
    typed: dict[tuple[str, str], Value] = {("b", "a"): {"type": "plain_text_input", "value": "x"}}
    same_and_other_type = [asked({"type": "plain_text_input"}), asked({"type": "datepicker"}, "c")]
    assert carried_over(old, typed, same_and_other_type) == typed
    assert carried_over(old, typed, [asked({"type": "plain_text_input", "initial_value": "j"}, "c")]) == {
        ("c", "a"): {"type": "plain_text_input", "value": "i"}
    }
    assert carried_over(old, typed, []) == {}
