"""Which block may stand on which surface, and which element in which block."""

from typing import Any

import pytest

from sandbox.blockkit import kinds_on, problems_in_message, problems_in_view
from tests.sandbox.blockkit_payloads import (
    CONFIRM,
    Json,
    actions,
    bars,
    button,
    card,
    container,
    data_table,
    element,
    home,
    image,
    input_block,
    modal,
    mrkdwn,
    option,
    options,
    plain,
    rich_section,
    rich_text,
    run,
    section,
    table,
    task,
    video,
)

CHOICES: dict[str, Json] = {
    "checkboxes": {"options": options(2), "initial_options": [option("1")]},
    "radio_buttons": {"options": options(2), "initial_option": option("1")},
    "static_select": {"options": options(2), "initial_option": option("1"), "placeholder": plain("Which?")},
    "multi_static_select": {"options": options(2), "initial_options": [option("0")], "max_selected_items": 1},
    "external_select": {"min_query_length": 0, "initial_option": option("9")},
    "multi_external_select": {"min_query_length": 3, "initial_options": [option("9")]},
    "users_select": {"initial_user": "U1"},
    "multi_users_select": {"initial_users": ["U1"], "max_selected_items": 2},
    "conversations_select": {
        "default_to_current_conversation": True,
        "response_url_enabled": True,
        "filter": {"include": ["im", "private"], "exclude_bot_users": True},
    },
    "multi_conversations_select": {"initial_conversations": ["C1"], "filter": {"exclude_bot_users": True}},
    "channels_select": {"initial_channel": "C1", "response_url_enabled": True},
    "multi_channels_select": {"initial_channels": ["C1"]},
    "datepicker": {"initial_date": "2026-02-28", "placeholder": plain("When?")},
    "timepicker": {"initial_time": "23:59", "timezone": "Europe/London"},
}
BUTTONS: dict[str, Json] = {
    "button": {
        "text": plain("Press", emoji=False),
        "value": "v",
        "url": "https://example.org",
        "style": "danger",
        "accessibility_label": "Press ME-0042",
    },
    "overflow": {"options": [option("a", url="https://example.org")]},
    "workflow_button": {
        "text": plain("Run"),
        "action_id": "w",
        "workflow": {
            "trigger": {"url": "https://example.org", "customizable_input_parameters": [{"name": "a", "value": "b"}]}
        },
    },
}
MOMENT: dict[str, Json] = {"datetimepicker": {"initial_date_time": 1_800_000_000}}
RICH: dict[str, Json] = {
    "rich_text_input": {"action_id": "r", "initial_value": rich_text(rich_section(run("a"))), "min_lines": 2}
}
WRITING: dict[str, Json] = {
    "plain_text_input": {"multiline": True, "initial_value": "x", "min_length": 1, "max_length": 9, "action_id": "a"},
    "email_text_input": {"initial_value": "a@example.org"},
    "url_text_input": {"initial_value": "https://example.org"},
    "number_input": {"is_decimal_allowed": True, "min_value": "-1.5", "max_value": "10", "initial_value": "3"},
}
FILES: dict[str, Json] = {"file_input": {"filetypes": ["png"], "max_files": 3}}
EVERY_ELEMENT = {
    **CHOICES,
    **BUTTONS,
    **MOMENT,
    **RICH,
    **WRITING,
    **FILES,
    "image": {"alt_text": "a", "image_url": "u"},
}

PLACES = {
    "section accessory": {*CHOICES, *BUTTONS, "image"},
    "actions": {*CHOICES, *BUTTONS, *MOMENT, *RICH},
    "input in a modal": {*CHOICES, *MOMENT, *RICH, *WRITING, *FILES},
    "input in a message": {*CHOICES, *MOMENT, *RICH, *WRITING},
    "input in App Home": {*CHOICES, *MOMENT, *RICH, *WRITING},
}

BLOCKS: dict[str, Json] = {
    "section": section(accessory=button(), fields=[plain("a")], expand=True),
    "actions": actions(button(confirm={**CONFIRM, "style": "danger"})),
    "context": element("context", elements=[mrkdwn("a", verbatim=True), image()]),
    "divider": element("divider", block_id="d"),
    "header": element("header", text=plain("H"), level=2),
    "image": image(title=plain("T")),
    "input": input_block(hint=plain("h"), optional=True, dispatch_action=True),
    "rich_text": rich_text(rich_section(run("a"))),
    "video": video(),
    "card": card(slack_icon={"type": "icon", "name": "star"}, actions=[button()], hero_image=image()),
    "carousel": element("carousel", elements=[card()]),
    "container": container(section(), width="wide", is_collapsible=True),
    "table": table(2, 3, column_settings=[{"align": "right", "is_wrapped": True}, None]),
    "data_table": data_table(2, 2, page_size=10),
    "data_visualization": bars(2, 3),
    "markdown": element("markdown", text=""),
    "context_actions": element(
        "context_actions", elements=[element("icon_button", icon="trash", text=plain("Bin"), confirm=CONFIRM)]
    ),
    "plan": element("plan", title="P", tasks=[task(status="pending", details=rich_text(rich_section(run("a"))))]),
    "task_card": task(sources=[{"type": "url", "url": "https://example.org", "text": "here"}]),
    "alert": element("alert", text=plain("Mind"), level="warning"),
    "file": element("file", external_id="F", source="remote"),
    "nonsense": element("nonsense"),
}
BOTH_VIEWS = {"section", "actions", "context", "divider", "header", "image", "input", "rich_text", "video", "card"}
SURFACES = {
    "message": BOTH_VIEWS
    | {"carousel", "container", "table", "data_table", "data_visualization", "markdown", "context_actions", "plan"}
    | {"task_card"},
    "modal": BOTH_VIEWS | {"alert"},
    "home": BOTH_VIEWS | {"carousel", "container", "table", "data_table"},
}


def in_message(*blocks: Any) -> list[str]:
    return [problem.sentence for problem in problems_in_message(list(blocks))]


def in_view(view: Any) -> list[str]:
    return [problem.sentence for problem in problems_in_view(view)]


def judged(surface: str, block: Json) -> list[str]:
    if surface == "message":
        return in_message(block)
    return in_view(modal(block) if surface == "modal" else home(block))


def placed(place: str, one: Json) -> tuple[list[str], str]:
    """What is wrong with an element in a place, and the pointer to its type."""
    if place == "section accessory":
        return in_message(section(accessory=one)), "/blocks/0/accessory/type"
    if place == "actions":
        return in_message(actions(one)), "/blocks/0/elements/0/type"
    if place == "input in a message":
        return in_message(input_block(one)), "/blocks/0/element/type"
    view = modal(input_block(one)) if place == "input in a modal" else home(input_block(one))
    return in_view(view), "/view/blocks/0/element/type"


@pytest.mark.parametrize("kind", EVERY_ELEMENT)
@pytest.mark.parametrize("place", PLACES)
def test_each_element_stands_only_where_slack_lets_it(place: str, kind: str) -> None:
    found, pointer = placed(place, element(kind, **EVERY_ELEMENT[kind]))
    assert found == ([] if kind in PLACES[place] else [f"unsupported type: {kind} [json-pointer:{pointer}]"])


@pytest.mark.parametrize("kind", BLOCKS)
@pytest.mark.parametrize("surface", SURFACES)
def test_each_block_stands_only_on_its_surfaces(surface: str, kind: str) -> None:
    pointer = "/blocks/0/type" if surface == "message" else "/view/blocks/0/type"
    expected = [] if kind in SURFACES[surface] else [f"unsupported type: {kind} [json-pointer:{pointer}]"]
    assert judged(surface, BLOCKS[kind]) == expected


def test_kinds_on_a_surface_are_told() -> None:
    assert kinds_on("message") == SURFACES["message"]
    assert kinds_on("modal") == SURFACES["modal"]
    assert kinds_on("home") == SURFACES["home"]
