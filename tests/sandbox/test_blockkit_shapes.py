"""What Block Kit objects must, may and must not hold."""

from typing import Any

import pytest

from sandbox.blockkit import problems_in_message, problems_in_options, problems_in_view
from tests.sandbox.blockkit_payloads import (
    Json,
    actions,
    bars,
    button,
    card,
    container,
    element,
    home,
    image,
    input_block,
    modal,
    mrkdwn,
    option,
    options,
    pie,
    plain,
    rich_section,
    rich_text,
    run,
    section,
    task,
)


def in_message(*blocks: Any) -> list[str]:
    return [problem.sentence for problem in problems_in_message(list(blocks))]


def worded(text: Any) -> Json:
    return {"type": "section", "text": text}


def data_rows(rows: Any) -> Json:
    return {"type": "data_table", "caption": "Enquiries", "rows": rows}


def in_view(view: Any) -> list[str]:
    return [problem.sentence for problem in problems_in_view(view)]


REQUIRED = [
    (element("header"), ["text"], ""),
    (element("actions"), ["elements"], ""),
    (element("context"), ["elements"], ""),
    (element("input"), ["label", "element"], ""),
    (element("image", image_url="u"), ["alt_text"], ""),
    (element("rich_text"), ["elements"], ""),
    (element("markdown"), ["text"], ""),
    (element("table"), ["rows"], ""),
    (element("data_table"), ["caption", "rows"], ""),
    (element("video"), ["alt_text", "title", "thumbnail_url", "video_url"], ""),
    (element("data_visualization"), ["title", "chart"], ""),
    (element("carousel"), ["elements"], ""),
    (element("container", title=plain("a")), ["child_blocks"], ""),
    (element("plan"), ["title", "tasks"], ""),
    (element("task_card"), ["task_id", "title", "status"], ""),
    (element("context_actions"), ["elements"], ""),
    ({"text": plain("no type")}, ["type"], ""),
    (actions(element("button")), ["text"], "/elements/0"),
    (actions(element("checkboxes")), ["options"], "/elements/0"),
    (actions(element("radio_buttons")), ["options"], "/elements/0"),
    (actions(element("overflow")), ["options"], "/elements/0"),
    (actions(element("workflow_button")), ["text", "workflow", "action_id"], "/elements/0"),
    (actions(element("rich_text_input")), ["action_id"], "/elements/0"),
    (actions(element("static_select", options=[{}])), ["text", "value"], "/elements/0/options/0"),
    (actions(element("static_select", option_groups=[{}])), ["label", "options"], "/elements/0/option_groups/0"),
    (actions(button(confirm={})), ["title", "text", "confirm", "deny"], "/elements/0/confirm"),
    (input_block(element("number_input")), ["is_decimal_allowed"], "/element"),
    (
        input_block(element("plain_text_input", dispatch_action_config={})),
        ["trigger_actions_on"],
        "/element/dispatch_action_config",
    ),
    (
        element("context_actions", elements=[element("feedback_buttons")]),
        ["positive_button", "negative_button"],
        "/elements/0",
    ),
    (element("context_actions", elements=[element("icon_button")]), ["icon", "text"], "/elements/0"),
]


@pytest.mark.parametrize(("block", "missing", "under"), REQUIRED)
def test_required_fields_are_asked_for_first_and_alone(block: Json, missing: list[str], under: str) -> None:
    expected = [f"missing required field: {name} [json-pointer:/blocks/0{under}]" for name in missing]
    assert in_message(block) == expected
    assert in_message({**block, "colour": "red"}) == (
        expected if not under else [*expected, "invalid additional property: colour [json-pointer:/blocks/0]"]
    )


def test_views_ask_for_their_own_fields() -> None:
    assert in_view({"type": "modal"}) == [
        "missing required field: title [json-pointer:/view]",
        "missing required field: blocks [json-pointer:/view]",
    ]
    assert in_view({"type": "home"}) == ["missing required field: blocks [json-pointer:/view]"]
    assert in_view({"blocks": []}) == ["missing required field: type [json-pointer:/view]"]
    assert in_view({"type": "workflow_step", "blocks": []}) == [
        "unsupported type: workflow_step [json-pointer:/view/type]"
    ]
    assert in_view(modal()) == []


def test_home_has_no_frame_and_a_modal_no_submit_disabled() -> None:
    assert in_view(home(title=plain("T"), submit=plain("S"))) == [
        "invalid additional property: title [json-pointer:/view]",
        "invalid additional property: submit [json-pointer:/view]",
    ]
    assert in_view(modal(submit_disabled=True)) == ["invalid additional property: submit_disabled [json-pointer:/view]"]


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        (worded(3), "must provide an object [json-pointer:/blocks/0/text]"),
        (actions(button(style=None)), "must provide a string [json-pointer:/blocks/0/elements/0/style]"),
        (actions(button(style="default")), "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]"),
        (actions(button(url=1)), "must provide a string [json-pointer:/blocks/0/elements/0/url]"),
        (element("actions", elements={}), "must provide an array [json-pointer:/blocks/0/elements]"),
        (section(expand="yes"), "must be a boolean [json-pointer:/blocks/0/expand]"),
        (element("header", text=plain("a"), level=True), "must provide an integer [json-pointer:/blocks/0/level]"),
        (element("header", text=mrkdwn("a")), "must be a valid enum value [json-pointer:/blocks/0/text/type]"),
        (worded({"type": "html", "text": "a"}), "unsupported type: html [json-pointer:/blocks/0/text/type]"),
        (worded({"type": 1, "text": "a"}), "must provide a string [json-pointer:/blocks/0/text/type]"),
        (worded(mrkdwn("a", emoji=True)), "invalid additional property: emoji [json-pointer:/blocks/0/text]"),
        (
            worded(text=plain("a", verbatim=True)),
            "invalid additional property: verbatim [json-pointer:/blocks/0/text]",
        ),
        (
            actions(element("static_select", options=[option("a", url="u")])),
            "invalid additional property: url [json-pointer:/blocks/0/elements/0/options/0]",
        ),
        (
            actions(element("static_select", options=[{**option("a"), "text": mrkdwn("a")}])),
            "must be a valid enum value [json-pointer:/blocks/0/elements/0/options/0/text/type]",
        ),
        (
            actions(element("datetimepicker", placeholder=plain("When?"))),
            "invalid additional property: placeholder [json-pointer:/blocks/0/elements/0]",
        ),
        (
            actions(element("datepicker", initial_date="2026-02-30")),
            "input must be a valid: date [json-pointer:/blocks/0/elements/0/initial_date]",
        ),
        (
            actions(element("timepicker", initial_time="24:00")),
            "input must be a valid: time [json-pointer:/blocks/0/elements/0/initial_time]",
        ),
        (
            actions(element("timepicker", timezone="Mars/Olympus")),
            "input must be a valid: timezone [json-pointer:/blocks/0/elements/0/timezone]",
        ),
        (
            element("image", alt_text="a", slack_file={"id": "X1"}),
            "input must match regex pattern: ^F[A-Z0-9]{8,}$ [json-pointer:/blocks/0/slack_file/id]",
        ),
        (
            element("image", alt_text="a"),
            "failed to match exactly one allowed schema [json-pointer:/blocks/0]",
        ),
        (
            image(slack_file={"id": "F12345678"}),
            "failed to match exactly one allowed schema [json-pointer:/blocks/0]",
        ),
        (
            element("image", alt_text="a", slack_file={}),
            "failed to match exactly one allowed schema [json-pointer:/blocks/0/slack_file]",
        ),
        (
            actions(element("static_select")),
            "failed to match exactly one allowed schema [json-pointer:/blocks/0/elements/0]",
        ),
        (element("section"), "failed to match any allowed schemas [json-pointer:/blocks/0]"),
        (element("card", subtitle=plain("a")), "failed to match any allowed schemas [json-pointer:/blocks/0]"),
        (
            card(icon=image(), slack_icon={"type": "icon", "name": "star"}),
            "failed because matched disallowed schema [json-pointer:/blocks/0]",
        ),
        (card(title="a bare string"), "must provide an object [json-pointer:/blocks/0/title]"),
        (
            card(slack_icon={"type": "icon", "name": "unicorn"}),
            "must be a valid enum value [json-pointer:/blocks/0/slack_icon/name]",
        ),
        (element("plan", title=plain("a"), tasks=[]), "must provide a string [json-pointer:/blocks/0/title]"),
        (task(status="pending"), "must be a valid enum value [json-pointer:/blocks/0/status]"),
        (
            element("plan", title="P", tasks=[task("a"), task("a")]),
            "Input contains duplicate items [json-pointer:/blocks/0/tasks]",
        ),
        (
            actions(element("conversations_select", filter={})),
            "failed to match any allowed schemas [json-pointer:/blocks/0/elements/0/filter]",
        ),
        (container(card()), "unsupported type: card [json-pointer:/blocks/0/child_blocks/0/type]"),
        (
            container(container(section())),
            "unsupported type: container [json-pointer:/blocks/0/child_blocks/0/type]",
        ),
        (
            element("context", elements=[button()]),
            "unsupported type: button [json-pointer:/blocks/0/elements/0/type]",
        ),
        (
            input_block(element("number_input", is_decimal_allowed=False, min_value="5", max_value="4")),
            "`min_value` must not be greater than `max_value` [json-pointer:/blocks/0/element/min_value]",
        ),
        (
            input_block(element("number_input", is_decimal_allowed=False, min_value=5)),
            "must provide a string [json-pointer:/blocks/0/element/min_value]",
        ),
        (
            input_block(element("number_input", is_decimal_allowed=False, max_value="ten")),
            "input must be a valid: number [json-pointer:/blocks/0/element/max_value]",
        ),
        (
            rich_text(rich_section(run(""))),
            "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]",
        ),
        (rich_text(run("a")), "unsupported type: text [json-pointer:/blocks/0/elements/0/type]"),
        (
            data_rows([[rich_text(rich_section(run("a")))], [rich_text(rich_section(run("a")))]]),
            "unsupported type: rich_text [json-pointer:/blocks/0/rows/0/0/type]",
        ),
        (
            data_rows([[{"type": "raw_text", "text": "a"}], [{"type": "raw_number", "value": 1}] * 2]),
            "must have as many cells as the header: 1 [json-pointer:/blocks/0/rows/1]",
        ),
        (
            pie(1, chart={"type": "pie", "segments": [{"label": "a", "value": 0}]}),
            "must be greater than 0 [json-pointer:/blocks/0/chart/segments/0/value]",
        ),
        (pie(1, chart={"type": "rose"}), "unsupported type: rose [json-pointer:/blocks/0/chart/type]"),
    ],
)
def test_a_wrong_value_is_refused_in_slacks_words(block: Json, sentence: str) -> None:
    assert in_message(block) == [sentence]


def test_everything_wrong_in_one_object_is_told_together_unknown_fields_last() -> None:
    wrong = actions(button(colour="red", style="loud", url=1), block_id=4)
    assert in_message(wrong) == [
        "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]",
        "must provide a string [json-pointer:/blocks/0/elements/0/url]",
        "invalid additional property: colour [json-pointer:/blocks/0/elements/0]",
        "must provide a string [json-pointer:/blocks/0/block_id]",
    ]


def test_charts_want_their_own_names_and_a_point_for_each_category() -> None:
    twins = bars(2, 2)
    twins["chart"]["series"][1]["name"] = "n0"
    assert in_message(twins) == ["Input contains duplicate items [json-pointer:/blocks/0/chart/series]"]
    gap = bars(2, 2)
    gap["chart"]["series"][1]["data"].pop()
    assert in_message(gap) == ["must have one point for each category [json-pointer:/blocks/0/chart/series/1/data]"]


def test_every_kind_of_rich_text_is_accepted() -> None:
    style = {"style": {"bold": True}}
    runs: list[Json] = [
        {"type": "text", "text": "a", **style},
        {"type": "link", "url": "https://example.org", "text": "here", **style},
        {"type": "emoji", "name": "wave", "unicode": "1f44b"},
        {"type": "user", "user_id": "U1"},
        {"type": "usergroup", "usergroup_id": "S1"},
        {"type": "channel", "channel_id": "C1"},
        {"type": "broadcast", "range": "here"},
        {"type": "color", "value": "#fff"},
        {"type": "date", "timestamp": 1_800_000_000, "format": "{date}", "fallback": "then"},
    ]
    listed = {"type": "rich_text_list", "style": "ordered", "elements": [rich_section(*runs)], "indent": 1, "offset": 2}
    quote = {"type": "rich_text_quote", "elements": runs, "border": 1}
    code = {"type": "rich_text_preformatted", "elements": [run("a")], "border": 0}
    assert in_message(rich_text(rich_section(*runs), listed, quote, code)) == []


def test_files_cannot_dispatch() -> None:
    view = modal(input_block(element("file_input"), dispatch_action=True))
    assert in_view(view) == ["failed because matched disallowed schema [json-pointer:/view/blocks/0]"]


def test_the_answer_to_an_external_select_is_judged_too() -> None:
    group = {"label": plain("G"), "options": options(100)}
    assert problems_in_options({"options": []}) == []
    assert problems_in_options({"options": options(100)}) == []
    assert problems_in_options({"option_groups": [group] * 100}) == []
    assert [p.sentence for p in problems_in_options({"options": options(101)})] == [
        "no more than 100 items allowed [json-pointer:/options]"
    ]
    assert [p.sentence for p in problems_in_options({})] == [
        "failed to match exactly one allowed schema [json-pointer:]"
    ]


def test_its_groups_have_their_limits_too() -> None:
    def answered(groups: int, labelled: int, offered: int) -> list[str]:
        group = {"label": plain("x" * labelled), "options": options(offered)}
        return [problem.sentence for problem in problems_in_options({"option_groups": [group] * groups})]

    assert answered(100, 75, 100) == []
    assert answered(101, 75, 1) == ["no more than 100 items allowed [json-pointer:/option_groups]"]
    assert answered(1, 76, 1) == ["must be less than 76 characters [json-pointer:/option_groups/0/label/text]"]
    assert answered(1, 75, 101) == ["no more than 100 items allowed [json-pointer:/option_groups/0/options]"]
