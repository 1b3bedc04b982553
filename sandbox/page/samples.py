"""One sample of every block and element that Slack has, for the gallery: what can be drawn is seen at a glance."""

from __future__ import annotations

from sandbox.records import Json


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def _option(text: str, about: str = "") -> Json:
    described = {"description": _plain(about)} if about else {}
    return {"text": _plain(text), "value": text.lower().replace(" ", "_"), **described}


def _button(text: str, **more: object) -> Json:
    return {"type": "button", "action_id": text, "text": _plain(text), **more}


def _input(label: str, element: Json, **more: object) -> Json:
    return {
        "type": "input",
        "block_id": label,
        "label": _plain(label),
        "element": {"action_id": "a", **element},
        **more,
    }


def _run(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def _rich(*parts: Json) -> Json:
    return {"type": "rich_text", "elements": list(parts)}


def _paragraph(*runs: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(runs)}


def _listed(style: str, *items: str, indent: int = 0) -> Json:
    return {
        "type": "rich_text_list",
        "style": style,
        "indent": indent,
        "elements": [_paragraph(_run(item)) for item in items],
    }


def _message(*blocks: Json) -> Json:
    return {"text": "", "blocks": list(blocks)}


_CHOICES = [_option("North", "Above the river"), _option("South", "Below it"), _option("Elsewhere")]
_SURE: Json = {
    "title": _plain("Are you sure?"),
    "text": _mrkdwn("This *cannot* be undone."),
    "confirm": _plain("Yes, do it"),
    "deny": _plain("No"),
    "style": "danger",
}
_SECTIONS = _message(
    {"type": "header", "text": _plain("A header")},
    {
        "type": "section",
        "text": _mrkdwn(
            "A section with *bold*, _italic_, ~struck~, `code`,\n> a quote\nand <https://example.org|a link>."
        ),
        "accessory": _button("Press", style="primary"),
    },
    {"type": "section", "fields": [_mrkdwn("*Left*\none"), _mrkdwn("*Right*\ntwo"), _plain("plain *three*")]},
    {"type": "divider"},
    {"type": "context", "elements": [_mrkdwn("A line of *context*"), _plain("and a plain one :wave:")]},
    {
        "type": "image",
        "alt_text": "A map of the office",
        "title": _plain("A picture"),
        "image_url": "https://example.org/a.png",
    },
    {
        "type": "video",
        "alt_text": "A film about the library",
        "title": _plain("A film"),
        "thumbnail_url": "https://example.org/t.png",
        "video_url": "https://example.org/v",
        "author_name": "Somebody",
    },
)
_ACTIONS = _message(
    {
        "type": "actions",
        "block_id": "buttons",
        "elements": [
            _button("Plain"),
            _button("Primary", style="primary"),
            _button("Danger", style="danger", confirm=_SURE),
            _button("A link", url="https://example.org"),
            {
                "type": "overflow",
                "action_id": "more",
                "options": [_option("Read it"), {**_option("Go there"), "url": "https://example.org"}],
            },
            {
                "type": "workflow_button",
                "action_id": "w",
                "text": _plain("A workflow"),
                "workflow": {"trigger": {"url": "https://example.org/w"}},
            },
        ],
    },
    {
        "type": "actions",
        "block_id": "menus",
        "elements": [
            {"type": "static_select", "action_id": "one", "placeholder": _plain("Choose one"), "options": _CHOICES},
            {"type": "multi_users_select", "action_id": "people", "placeholder": _plain("Choose people")},
            {"type": "datepicker", "action_id": "day", "initial_date": "2026-03-02"},
            {"type": "timepicker", "action_id": "time", "initial_time": "16:30"},
            {"type": "datetimepicker", "action_id": "moment", "initial_date_time": 1772442000},
        ],
    },
    {
        "type": "section",
        "text": _mrkdwn("Ticks beside a section"),
        "accessory": {"type": "checkboxes", "action_id": "ticks", "options": _CHOICES},
    },
    {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "feedback",
                "positive_button": {"text": _plain("Good"), "value": "good"},
                "negative_button": {"text": _plain("Bad"), "value": "bad"},
            },
            {"type": "icon_button", "action_id": "bin", "icon": "trash", "text": _plain("Throw away")},
        ],
    },
)
_RICH_TEXT = _message(
    _rich(
        _paragraph(
            _run("Bold", bold=True),
            _run(", "),
            _run("italic", italic=True),
            _run(", "),
            _run("struck", strike=True),
            _run(", "),
            _run("code", code=True),
            _run(", "),
            {"type": "link", "url": "https://example.org", "text": "a link"},
            _run(", "),
            {"type": "emoji", "name": "wave"},
            {"type": "broadcast", "range": "here"},
            _run(" "),
            {"type": "date", "timestamp": 1772442000, "format": "{date_long} at {time}", "fallback": "2 March"},
            _run(" "),
            {"type": "color", "value": "#6b3fa0"},
        ),
        _listed("bullet", "A bullet", "Another"),
        _listed("bullet", "Deeper", indent=1),
        _listed("ordered", "First", "Second"),
        {"type": "rich_text_quote", "elements": [_run("A quote")]},
        {"type": "rich_text_preformatted", "elements": [_run("some = code\n<script>alert(1)</script>")]},
    ),
    {
        "type": "markdown",
        "text": "## Markdown\n\nWith **bold**, *italic*, ~~struck~~, `code` and [a link](https://example.org).\n\n"
        "- one\n- two\n  1. deeper\n- [x] done\n\n> quoted\n\n```\ncode\n```\n\n| Left | Right |\n| --- | --- |\n| 1 | 2 |\n",
    },
)
_WEEKS = ["Week 1", "Week 2", "Week 3", "Week 4"]


def _series(name: str, *values: int) -> Json:
    return {"name": name, "data": [{"label": week, "value": value} for week, value in zip(_WEEKS, values, strict=True)]}


def _chart(kind: str) -> Json:
    axes = {"categories": _WEEKS, "x_label": "Week", "y_label": "Number"}
    series = [_series("Asked", 12, 17, 9, 21), _series("Answered", 11, 15, 9, 18)]
    return {
        "type": "data_visualization",
        "title": f"A {kind} chart",
        "chart": {"type": kind, "series": series, "axis_config": axes},
    }


def _raw(text: str) -> Json:
    return {"type": "raw_text", "text": text}


def _number(value: float) -> Json:
    return {"type": "raw_number", "value": value}


_FIGURES = _message(
    {
        "type": "table",
        "column_settings": [{"is_wrapped": True}, {"align": "right"}],
        "rows": [
            [_raw("Place"), _raw("Number")],
            [_raw("North"), _raw("12")],
            [_rich(_paragraph(_run("South", bold=True))), _raw("7")],
        ],
    },
    {
        "type": "data_table",
        "caption": "Enquiries by week",
        "rows": [[_raw("Week"), _raw("Number")], *([_raw(f"Week {n}"), _number(n * 7 % 23)] for n in range(1, 13))],
    },
)
_PIE = [("North", 12), ("South", 7), ("East", 4), ("Elsewhere", 1)]
_CHARTS = _message(
    {
        "type": "data_visualization",
        "title": "A pie",
        "chart": {"type": "pie", "segments": [{"label": label, "value": value} for label, value in _PIE]},
    },
    _chart("bar"),
)
_MORE_CHARTS = _message(_chart("line"), _chart("area"))
_CARD: Json = {
    "type": "card",
    "title": _mrkdwn("A *card*"),
    "subtitle": _plain("with a subtitle"),
    "body": _mrkdwn("Some words in its body"),
    "actions": [_button("Open it")],
}
_CARDS = _message(
    _CARD,
    {"type": "carousel", "elements": [{**_CARD, "title": _plain(f"Card {n}")} for n in range(1, 5)]},
    {
        "type": "container",
        "title": _plain("A container"),
        "subtitle": _plain("that can be folded"),
        "is_collapsible": True,
        "child_blocks": [{"type": "section", "text": _mrkdwn("Inside the container")}],
    },
)
_WORK = _message(
    {
        "type": "plan",
        "title": "A plan",
        "tasks": [
            {
                "task_id": "1",
                "title": "Look it up",
                "status": "complete",
                "details": _rich(_paragraph(_run("Found in the files"))),
            },
            {"task_id": "2", "title": "Write it down", "status": "in_progress"},
            {"task_id": "3", "title": "Send it", "status": "pending"},
        ],
    },
    {
        "type": "task_card",
        "task_id": "4",
        "title": "A task on its own",
        "status": "error",
        "sources": [{"type": "url", "url": "https://example.org", "text": "Where it came from"}],
    },
)
_FORM: Json = {
    "type": "modal",
    "title": _plain("A form"),
    "submit": _plain("Send"),
    "close": _plain("Cancel"),
    "blocks": [
        {"type": "alert", "level": "warning", "text": _mrkdwn("*Mind* the gap")},
        _input("One line", {"type": "plain_text_input", "placeholder": _plain("Write here")}, hint=_plain("A hint")),
        _input(
            "Several lines",
            {
                "type": "plain_text_input",
                "multiline": True,
                "max_length": 40,
                "initial_value": "Words that nearly fill the box up",
            },
        ),
        _input("Email", {"type": "email_text_input"}, optional=True),
        _input("Address", {"type": "url_text_input", "initial_value": "https://example.org"}),
        _input("Number", {"type": "number_input", "is_decimal_allowed": False}),
        _input(
            "Formatted",
            {
                "type": "rich_text_input",
                "initial_value": _rich(_paragraph(_run("Some "), _run("bold", bold=True), _run(" words"))),
            },
        ),
        _input("Files", {"type": "file_input", "filetypes": ["png", "jpg"], "max_files": 3}, optional=True),
    ],
}
_CHOOSING: Json = {
    "type": "modal",
    "title": _plain("Choosing"),
    "submit": _plain("Send"),
    "blocks": [
        _input("One", {"type": "static_select", "options": _CHOICES, "initial_option": _CHOICES[0]}),
        _input(
            "In groups",
            {
                "type": "multi_static_select",
                "option_groups": [
                    {"label": _plain("Near"), "options": _CHOICES[:2]},
                    {"label": _plain("Far"), "options": _CHOICES[2:]},
                ],
                "initial_options": _CHOICES[1:],
            },
        ),
        _input("From the app", {"type": "external_select", "placeholder": _plain("Search")}),
        _input("Somebody", {"type": "users_select"}),
        _input("Channels", {"type": "multi_channels_select"}, optional=True),
        _input("A conversation", {"type": "conversations_select"}),
        _input("Ticks", {"type": "checkboxes", "options": _CHOICES, "initial_options": _CHOICES[:1]}),
        _input("One of these", {"type": "radio_buttons", "options": _CHOICES}),
        _input("A day", {"type": "datepicker", "initial_date": "2026-03-02"}),
        _input("A time", {"type": "timepicker", "timezone": "Europe/London"}),
        _input("A moment", {"type": "datetimepicker", "initial_date_time": 1772442000}),
    ],
}
_HOME: Json = {"type": "home", "blocks": [*_SECTIONS["blocks"][:3], _ACTIONS["blocks"][0]]}

SAMPLES: dict[str, Json] = {
    "Block Kit: sections, pictures, context": _SECTIONS,
    "Block Kit: buttons and menus": _ACTIONS,
    "Block Kit: rich text and markdown": _RICH_TEXT,
    "Block Kit: tables": _FIGURES,
    "Block Kit: charts": _CHARTS,
    "Block Kit: more charts": _MORE_CHARTS,
    "Block Kit: cards and containers": _CARDS,
    "Block Kit: plans and tasks": _WORK,
    "Block Kit: a form": _FORM,
    "Block Kit: a form of choices": _CHOOSING,
    "Block Kit: home": _HOME,
}
"""A message's payload, or a view's, by name."""
