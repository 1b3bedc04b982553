"""Whole messages and views: rules across blocks, totals, envelopes, and payloads that are no payloads at all."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.blockkit import (
    Problem,
    message_error,
    message_too_long,
    problems_in_message,
    problems_in_view,
    view_error,
    view_too_large,
)
from tests.sandbox.blockkit_payloads import (
    Json,
    actions,
    button,
    card,
    container,
    element,
    home,
    input_block,
    modal,
    option,
    options,
    pie,
    plain,
    raw,
    section,
    table,
)


def in_message(*blocks: Any) -> list[str]:
    return [problem.sentence for problem in problems_in_message(list(blocks))]


def in_view(view: Any) -> list[str]:
    return [problem.sentence for problem in problems_in_view(view)]


def test_an_action_id_is_used_once_in_a_block() -> None:
    twice = actions(button(action_id="claim"), button(action_id="claim"))
    assert in_message(section(), twice) == [
        '`action_id` "claim" already exists [json-pointer:/blocks/1/elements/1/action_id]'
    ]
    assert in_view(modal(section(), twice)) == [
        '`action_id` "claim" already exists [json-pointer:/view/blocks/1/elements/1/action_id]'
    ]


def test_the_same_action_id_in_two_blocks_is_fine() -> None:
    assert in_message(actions(button(action_id="claim")), actions(button(action_id="claim"))) == []


def test_cards_keep_their_action_ids_apart() -> None:
    one = card(actions=[button(action_id="a")])
    assert in_message(element("carousel", elements=[one, one])) == []
    twice = card(actions=[button(action_id="a"), button(action_id="a")])
    assert in_message(element("carousel", elements=[one, twice])) == [
        '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/actions/1/action_id]'
    ]


def test_a_block_id_is_used_once_in_a_payload_even_inside_a_container() -> None:
    first, again = section(block_id="who"), section(block_id="who")
    assert in_message(first, again) == ['`block_id` "who" already exists [json-pointer:/blocks/1/block_id]']
    assert in_view(home(first, section(), again)) == [
        '`block_id` "who" already exists [json-pointer:/view/blocks/2/block_id]'
    ]
    assert in_message(first, container(again)) == [
        '`block_id` "who" already exists [json-pointer:/blocks/1/child_blocks/0/block_id]'
    ]


def test_empty_ids_count_as_none() -> None:
    assert in_message(section(block_id=""), section(block_id="")) == []


def test_rules_across_blocks_wait_until_every_block_is_sound() -> None:
    assert in_message(section(block_id="a"), section("", block_id="a")) == [
        "must be more than 0 characters [json-pointer:/blocks/1/text/text]"
    ]


def test_a_modal_with_an_input_needs_submit() -> None:
    view = modal(section(), section(), input_block())
    del view["submit"]
    assert in_view(view) == [
        "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/2/input]"
    ]
    assert in_view(modal(input_block())) == []
    assert in_view(home(input_block())) == []


@pytest.mark.parametrize("kind", ["static_select", "radio_buttons"])
def test_the_option_chosen_beforehand_is_on_offer(kind: str) -> None:
    chosen = actions(element(kind, options=options(2), initial_option=option("1", text="Another text")))
    assert in_message(chosen) == [
        "must exactly match one of the provided `options` [json-pointer:/blocks/0/elements/0/initial_option]"
    ]


@pytest.mark.parametrize("kind", ["multi_static_select", "checkboxes"])
def test_so_is_each_of_several(kind: str) -> None:
    chosen = actions(element(kind, options=options(2), initial_options=[option("1"), option("2")]))
    assert in_message(chosen) == [
        "must exactly match one of the provided `options` [json-pointer:/blocks/0/elements/0/initial_options/1]"
    ]


def test_an_option_of_a_group_may_be_chosen_and_defaults_make_no_difference() -> None:
    groups = [{"label": plain("G"), "options": options(2)}]
    chosen = {"text": plain("An option", emoji=True), "value": "1"}
    assert in_message(actions(element("static_select", option_groups=groups, initial_option=chosen))) == []


def test_only_one_element_has_the_focus() -> None:
    focused = input_block(element("plain_text_input", focus_on_load=True))
    assert in_view(modal(focused, input_block(element("plain_text_input", focus_on_load=False)))) == []
    assert in_view(modal(focused, focused)) == [
        "only one element may set `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]"
    ]


def test_markdown_is_counted_over_the_whole_message() -> None:
    half = element("markdown", text="x" * 6000)
    assert in_message(half, half) == []
    assert in_message(half, half, element("markdown", text="x")) == [
        "must be less than 12001 characters [json-pointer:/blocks]"
    ]


def test_two_charts_and_one_table_are_enough() -> None:
    assert in_message(pie(1), pie(1), table(1, 1)) == []
    assert in_message(pie(1), pie(1), pie(1)) == [
        "no more than 2 data_visualization blocks allowed [json-pointer:/blocks]"
    ]
    assert in_message(table(1, 1), table(1, 1)) == ["no more than 1 table blocks allowed [json-pointer:/blocks]"]


@pytest.mark.parametrize(("kind", "most", "more"), [("table", 10_000, {}), ("data_table", 20_000, {"caption": ""})])
def test_the_text_of_tables_is_counted(kind: str, most: int, more: Json) -> None:
    def filled(characters: int) -> Json:
        return element(kind, rows=[[raw("x")], [raw("x" * (characters - 1))]], **more)

    assert in_message(filled(most)) == []
    assert in_message(filled(most + 1)) == [f"must be less than {most + 1} characters [json-pointer:/blocks]"]


def test_a_message_may_hold_some_13_200_characters() -> None:
    four = [section("x" * 3000)] * 4
    assert not message_too_long([*four, section("x" * 1200)])
    assert message_too_long([*four, section("x" * 1201)])


def test_ids_and_addresses_are_no_text() -> None:
    assert not message_too_long([section(block_id="x" * 20_000), actions(button(value="x" * 20_000, url="x" * 20_000))])


def test_a_view_may_weigh_250_kilobytes() -> None:
    def weighing(count: int) -> Json:
        return {"type": "home", "blocks": [], "private_metadata": "x" * count}

    frame = len('{"type":"home","blocks":[],"private_metadata":""}')
    assert not view_too_large(weighing(250_000 - frame))
    assert view_too_large(weighing(250_001 - frame))
    assert view_too_large({"text": "é" * 125_000})
    assert not view_too_large({"text": "\ud83d"})


def test_pointers_start_where_the_caller_says() -> None:
    assert problems_in_message([{}], pointer="/attachments/0/blocks") == [
        Problem("missing required field: type", "/attachments/0/blocks/0")
    ]
    assert problems_in_view("form", pointer="/new_view") == [Problem("must provide an object", "/new_view")]


def test_messages_are_refused_in_slacks_envelope() -> None:
    assert message_error(problems_in_message([section("x" * 3001)])) == {
        "ok": False,
        "error": "invalid_blocks",
        "errors": ["must be less than 3001 characters [json-pointer:/blocks/0/text/text]"],
        "response_metadata": {
            "messages": ["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]
        },
    }


def test_views_are_refused_in_slacks_envelope() -> None:
    assert view_error(problems_in_view(modal(private_metadata="x" * 3001))) == {
        "ok": False,
        "error": "invalid_arguments",
        "response_metadata": {
            "messages": [
                "[ERROR] failed to match all allowed schemas [json-pointer:/view]",
                "[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]",
            ]
        },
    }


def test_blocks_that_are_no_list_are_refused_and_none_at_all_are_fine() -> None:
    assert in_message() == []
    assert [p.sentence for p in problems_in_message({"type": "section"})] == [
        "must provide an array [json-pointer:/blocks]"
    ]
    assert [p.sentence for p in problems_in_message(None)] == ["must provide an array [json-pointer:/blocks]"]
    assert in_message("text") == ["must provide an object [json-pointer:/blocks/0]"]


KEYS = (
    "type text elements element accessory blocks options option_groups initial_option initial_options value label confirm "
    "fields rows chart series data segments axis_config categories child_blocks title tasks block_id action_id submit "
    "focus_on_load filter slack_file image_url min_value max_value initial_date initial_time timezone style"
)
WORDS = (
    "section actions input context header image rich_text rich_text_section rich_text_list table data_table markdown "
    "data_visualization bar pie plan task_card container carousel card modal home plain_text mrkdwn button static_select "
    "checkboxes number_input plain_text_input datepicker timepicker raw_text text primary"
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(WORDS.split())
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=6),
    max_leaves=40,
)


@given(JSON)
def test_nothing_json_like_can_make_the_validator_fall_over(payload: Any) -> None:
    for problem in (*problems_in_message(payload), *problems_in_message([payload])):
        assert problem.pointer.startswith("/blocks")
    for problem in problems_in_view(payload):
        assert problem.pointer.startswith("/view")
    assert isinstance(message_too_long(payload), bool)


SOUND = st.sampled_from(
    [
        section(block_id="a"),
        actions(button(action_id="a"), element("static_select", options=options(3), initial_option=option("1"))),
        input_block(element("number_input", is_decimal_allowed=True, min_value="1", max_value="2")),
        element("context", elements=[plain("a")]),
        card(actions=[button()]),
    ]
)


@given(SOUND, st.data())
def test_any_unknown_key_anywhere_is_refused(block: Json, data: st.DataObject) -> None:
    holders = [(block, "/blocks/0"), *_objects(block, "/blocks/0")]
    chosen, pointer = data.draw(st.sampled_from(holders))
    chosen["surprise"] = 1
    try:
        assert in_message(block) == [f"invalid additional property: surprise [json-pointer:{pointer}]"]
    finally:
        del chosen["surprise"]


def _objects(value: Any, at: str) -> list[tuple[Json, str]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found: list[tuple[Json, str]] = []
    for key, inner in pairs:
        if isinstance(inner, dict):
            found.append((inner, f"{at}/{key}"))
        found += _objects(inner, f"{at}/{key}")
    return found
