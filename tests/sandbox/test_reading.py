"""Reading as a person does: marks, names, dates, and every kind of block."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sandbox.people.mrkdwn import Reader, read_mrkdwn, read_notification, read_plain
from sandbox.people.reading import buttons, readable, readable_message, readable_view
from sandbox.records import Json

READER = Reader(
    zone=ZoneInfo("Europe/London"),
    now=datetime(2026, 7, 1, 12, 0, tzinfo=UTC),
    person={"U1": "Priya Nair"}.get,
    channel={"C1": "press-office"}.get,
    usergroup={"S1": "press"}.get,
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("*bold* _it_ ~gone~ `co_d_e` 2*3*4 snake_case_name", "bold it gone co_d_e 2*3*4 snake_case_name"),
        ("*_both_*", "both"),
        ("```\nline *one*\n```", "line *one*"),
        ("<@U1> in <#C1> with <!subteam^S1> and <@U9>", "@Priya Nair in #press-office with @press and @U9"),
        ("<!channel> <!here>", "@channel @here"),
        ("&lt;!channel&gt; &amp;amp;", "<!channel> &amp;"),
        ("<https://b.example/a_b_c|the *page*> <https://b.example/a_b_c>", "the *page* https://b.example/a_b_c"),
        ("<!date^1782910800^{date_short} {time}|x>", "1 Jul 2026 14:00"),
        ("<!date^1782910800^{date_long_pretty}, {ago}|x>", "Today, in 1 hour"),
        ("<!date^1782824400^{date_pretty} {date_num}|x>", "Yesterday 2026-06-30"),
        ("<!date^1783429200^{date} {date_long} {time_secs}|x>", "7 July 2026 Tuesday, 7 July 2026 14:00:00"),
        ("<!date^soon^{date}|later>", "later"),
        ("<!date^1782910800^{strange}|x>", "{strange}"),
    ],
)
def test_mrkdwn(text: str, read: str) -> None:
    assert read_mrkdwn(text, READER) == read


def test_plain_text_and_notifications() -> None:
    assert read_plain("*bold* <@U1> &lt;b&gt;") == "*bold* <@U1> <b>"
    assert read_notification("*By* <!date^1782910800^{time}|two o'clock>", READER) == "By two o'clock"


def words(text: str) -> Json:
    return {"type": "plain_text", "text": text}


BLOCKS: list[Json] = [
    {"type": "header", "text": words("Title")},
    {"type": "divider"},
    {"type": "section", "text": {"type": "mrkdwn", "text": "*Hello*"}, "fields": [words("left"), words("right")]},
    {"type": "section", "text": words("pick"), "accessory": {"type": "button", "action_id": "go", "text": words("Go")}},
    {"type": "context", "elements": [{"type": "image", "alt_text": "a logo"}, {"type": "mrkdwn", "text": "<@U1>"}]},
    {"type": "image", "title": words("Photo"), "alt_text": "a cat"},
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "user", "user_id": "U1"},
                    {"type": "text", "text": " says "},
                    {"type": "emoji", "name": "wave"},
                    {"type": "link", "url": "https://b.example"},
                ],
            },
            {
                "type": "rich_text_list",
                "style": "bullet",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]}],
            },
        ],
    },
    {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}, {"type": "raw_number", "value": 1}]]},
    {
        "type": "input",
        "block_id": "agree",
        "label": words("Agree?"),
        "hint": words("Honestly"),
        "element": {"type": "checkboxes", "action_id": "v", "options": [{"text": words("Yes"), "value": "y"}]},
    },
    {
        "type": "input",
        "block_id": "name",
        "label": words("Name"),
        "element": {"type": "plain_text_input", "action_id": "v", "initial_value": "Ann", "placeholder": words("Who")},
    },
]
READ = [
    "Title", "Hello", "left", "right", "pick", "Go", "a logo", "@Priya Nair", "Photo", "a cat",
    "@Priya Nair says :wave:https://b.example", "one", "a\t1", "Agree?", "Yes", "Honestly", "Name", "Who", "Ann",
]  # fmt: skip


def test_every_block_is_read_in_order() -> None:
    assert readable(BLOCKS, READER).splitlines() == READ
    assert buttons(BLOCKS) == {"Go": "go"}


def test_a_view_is_read_with_its_bars() -> None:
    view: Json = {"title": words("Form"), "submit": words("Send"), "close": None, "blocks": [{"type": "divider"}]}
    assert readable_view(view, READER) == "Form\nSend"


def test_a_message_is_its_blocks_else_its_text() -> None:
    assert readable_message({"text": "fallback", "blocks": BLOCKS[:1]}, READER) == "Title"
    files = [{"name": "a.png", "title": "Cat"}]
    message: Json = {"text": "*words*", "blocks": None, "attachments": [{"text": "more"}], "files": files}
    assert readable_message(message, READER) == "words\nmore\nCat"
