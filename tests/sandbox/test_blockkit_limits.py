"""Every count and every bound in Block Kit, once at its edge and once over it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.sandbox.blockkit_judging import ELEMENT, FIRST, Limit, sentences
from tests.sandbox.blockkit_payloads import (
    actions,
    asking,
    axes,
    bars,
    button,
    card,
    choosing,
    container,
    data_table,
    element,
    grouped,
    icon_button,
    listed,
    modal,
    options,
    pie,
    plain,
    section,
    table,
    task,
)

LISTS = [
    Limit(
        "context actions",
        5,
        lambda n: element("context_actions", elements=[element("icon_button", icon="trash", text=plain("Bin"))] * n),
        "/blocks/0/elements",
    ),
    Limit("message blocks", 50, lambda n: [section()] * n, "/blocks"),
    Limit("modal blocks", 100, lambda n: modal(*[section()] * n), "/view/blocks"),
    Limit("actions elements", 25, lambda n: actions(*[button()] * n), "/blocks/0/elements"),
    Limit("context elements", 10, lambda n: element("context", elements=[plain("x")] * n), "/blocks/0/elements"),
    Limit("section fields", 10, lambda n: section(fields=[plain("x")] * n), "/blocks/0/fields"),
    Limit("checkboxes", 10, lambda n: choosing("checkboxes", options=options(n)), f"{FIRST}/options"),
    Limit("radio buttons", 10, lambda n: choosing("radio_buttons", options=options(n)), f"{FIRST}/options"),
    Limit("overflow options", 5, lambda n: choosing("overflow", options=options(n)), f"{FIRST}/options"),
    Limit("select options", 100, lambda n: choosing("static_select", options=options(n)), f"{FIRST}/options"),
    Limit(
        "multi-select options", 100, lambda n: choosing("multi_static_select", options=options(n)), f"{FIRST}/options"
    ),
    Limit("option groups", 100, grouped, f"{FIRST}/option_groups"),
    Limit(
        "options of a group",
        100,
        lambda n: choosing("static_select", option_groups=[{"label": plain("G"), "options": options(n)}]),
        f"{FIRST}/option_groups/0/options",
    ),
    Limit("card actions", 3, lambda n: card(actions=[button()] * n), "/blocks/0/actions"),
    Limit("carousel", 10, lambda n: element("carousel", elements=[card()] * n), "/blocks/0/elements"),
    Limit("container", 10, lambda n: container(*[section()] * n), "/blocks/0/child_blocks"),
    Limit("table rows", 100, lambda n: table(n, 1), "/blocks/0/rows"),
    Limit("table columns", 20, lambda n: table(1, n), "/blocks/0/rows/0"),
    Limit("table settings", 20, lambda n: table(1, 1, column_settings=[{}] * n), "/blocks/0/column_settings"),
    Limit("data table rows", 201, lambda n: data_table(n, 1), "/blocks/0/rows"),
    Limit("pie segments", 12, pie, "/blocks/0/chart/segments"),
    Limit("chart series", 12, lambda n: bars(n, 1), "/blocks/0/chart/series"),
    Limit(
        "plan tasks",
        50,
        lambda n: element("plan", title="P", tasks=[task(str(i)) for i in range(n)]),
        "/blocks/0/tasks",
    ),
    Limit(
        "icon button's people",
        10,
        lambda n: icon_button(visible_to_user_ids=["U1"] * n),
        f"{FIRST}/visible_to_user_ids",
    ),
]

LEAST_ONE = [
    ("context elements", lambda: element("context", elements=[]), "/blocks/0/elements"),
    ("section fields", lambda: section(fields=[]), "/blocks/0/fields"),
    ("checkboxes", lambda: choosing("checkboxes", options=[]), f"{FIRST}/options"),
    ("radio buttons", lambda: choosing("radio_buttons", options=[]), f"{FIRST}/options"),
    ("overflow options", lambda: choosing("overflow", options=[]), f"{FIRST}/options"),
    ("select options", lambda: choosing("static_select", options=[]), f"{FIRST}/options"),
    ("option groups", lambda: choosing("static_select", option_groups=[]), f"{FIRST}/option_groups"),
    ("carousel", lambda: element("carousel", elements=[]), "/blocks/0/elements"),
    ("container", lambda: container(), "/blocks/0/child_blocks"),
    ("pie segments", lambda: pie(0), "/blocks/0/chart/segments"),
    ("filter", lambda: choosing("conversations_select", filter={"include": []}), f"{FIRST}/filter/include"),
    (
        "dispatch triggers",
        lambda: asking("plain_text_input", dispatch_action_config={"trigger_actions_on": []}),
        f"{ELEMENT}/dispatch_action_config/trigger_actions_on",
    ),
]

NUMBERS = [
    ("max_files", 1, 10, lambda n: asking("file_input", max_files=n), f"{ELEMENT}/max_files"),
    ("min_length", 0, 3000, lambda n: asking("plain_text_input", min_length=n), f"{ELEMENT}/min_length"),
    ("max_length", 1, 3000, lambda n: asking("plain_text_input", max_length=n), f"{ELEMENT}/max_length"),
    ("min_lines", 1, 100, lambda n: asking("rich_text_input", action_id="a", min_lines=n), f"{ELEMENT}/min_lines"),
    ("max_lines", 1, 100, lambda n: asking("rich_text_input", action_id="a", max_lines=n), f"{ELEMENT}/max_lines"),
    ("page_size", 1, 100, lambda n: data_table(2, 1, page_size=n), "/blocks/0/page_size"),
    ("header level", 1, 4, lambda n: element("header", text=plain("H"), level=n), "/blocks/0/level"),
    ("list indent", 0, 8, lambda n: listed(indent=n), f"{FIRST}/indent"),
    ("list border", 0, 1, lambda n: listed(border=n), f"{FIRST}/border"),
    (
        "a moment's ten digits",
        1_000_000_000,
        9_999_999_999,
        lambda n: choosing("datetimepicker", initial_date_time=n),
        f"{FIRST}/initial_date_time",
    ),
]

LEAST = [
    (
        "max_selected_items",
        1,
        lambda n: choosing("multi_users_select", max_selected_items=n),
        f"{FIRST}/max_selected_items",
    ),
    ("min_query_length", 0, lambda n: choosing("external_select", min_query_length=n), f"{FIRST}/min_query_length"),
    ("list offset", 0, lambda n: listed(offset=n), f"{FIRST}/offset"),
    ("row header", 0, lambda n: data_table(2, 1, row_header_column_index=n), "/blocks/0/row_header_column_index"),
]


@pytest.mark.parametrize("limit", LISTS, ids=lambda limit: limit.name)
def test_a_list_may_reach_its_limit_and_no_further(limit: Limit) -> None:
    assert sentences(limit.build(limit.most)) == []
    assert sentences(limit.build(limit.most + 1)) == [
        f"no more than {limit.most} items allowed [json-pointer:{limit.pointer}]"
    ]


@pytest.mark.parametrize(("name", "build", "pointer"), LEAST_ONE, ids=[case[0] for case in LEAST_ONE])
def test_an_empty_list_is_refused_where_one_item_is_needed(name: str, build: Callable[[], Any], pointer: str) -> None:
    assert sentences(build()) == [f"must provide at least 1 items [json-pointer:{pointer}]"]


@pytest.mark.parametrize(("name", "least", "most", "build", "pointer"), NUMBERS, ids=[case[0] for case in NUMBERS])
def test_a_number_stays_within_its_bounds(
    name: str, least: int, most: int, build: Callable[[int], Any], pointer: str
) -> None:
    assert [sentences(build(n)) for n in (least, most, least - 1, most + 1)] == [
        [],
        [],
        [f"must be greater than {least} [json-pointer:{pointer}]"],
        [f"must be less than {most} [json-pointer:{pointer}]"],
    ]


@pytest.mark.parametrize(("name", "least", "build", "pointer"), LEAST, ids=[case[0] for case in LEAST])
def test_a_number_stays_above_its_bound(name: str, least: int, build: Callable[[int], Any], pointer: str) -> None:
    assert sentences(build(least)) == []
    assert sentences(build(least - 1)) == [f"must be greater than {least} [json-pointer:{pointer}]"]


def test_a_data_table_needs_a_header_and_a_row_of_at_least_one_cell() -> None:
    assert sentences(data_table(2, 20)) == []
    assert sentences(data_table(1, 1)) == ["must provide at least 2 items [json-pointer:/blocks/0/rows]"]
    assert sentences(data_table(2, 0))[0] == "must provide at least 1 items [json-pointer:/blocks/0/rows/0]"
    assert sentences(data_table(2, 21))[0] == "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]"


def test_a_chart_takes_twenty_points_with_names_of_twenty() -> None:
    assert sentences(bars(1, 20)) == []
    assert sentences(bars(1, 21)) == [
        "no more than 20 items allowed [json-pointer:/blocks/0/chart/series/0/data]",
        "no more than 20 items allowed [json-pointer:/blocks/0/chart/axis_config/categories]",
    ]


@pytest.mark.parametrize(
    ("build", "pointer"),
    [
        (lambda: bars(0, 1), "/blocks/0/chart/series"),
        (lambda: bars(1, 0), "/blocks/0/chart/series/0/data"),
        (lambda: axes(categories=[]), "/blocks/0/chart/axis_config/categories"),
    ],
)
def test_a_chart_shows_something(build: Callable[[], Any], pointer: str) -> None:
    assert f"must provide at least 1 items [json-pointer:{pointer}]" in sentences(build())


def test_a_cell_of_a_plain_table_may_be_empty_and_of_a_data_table_not() -> None:
    empty = {"type": "raw_text", "text": ""}
    assert sentences(element("table", rows=[[empty]])) == []
    assert sentences(element("data_table", caption="c", rows=[[empty], [empty]])) == [
        "must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]",
        "must be more than 0 characters [json-pointer:/blocks/0/rows/1/0/text]",
    ]


def test_an_input_dispatches_on_two_things_at_most_and_not_twice_on_one() -> None:
    def dispatching(*triggers: str) -> list[str]:
        config = {"trigger_actions_on": list(triggers)}
        return sentences(asking("plain_text_input", dispatch_action_config=config))

    both = ("on_enter_pressed", "on_character_entered")
    pointer = f"{ELEMENT}/dispatch_action_config/trigger_actions_on"
    assert dispatching(*both) == []
    assert dispatching(*both, "on_enter_pressed") == [f"no more than 2 items allowed [json-pointer:{pointer}]"]
    assert dispatching(both[0], both[0]) == [f"Input contains duplicate items [json-pointer:{pointer}]"]
