"""Blocks as a person reads them from top to bottom: every word that Slack would put before their eyes, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sandbox.people.mrkdwn import Reader, read_mrkdwn, read_plain
from sandbox.people.state import Block, elements

Lines = list[str]


def readable(blocks: list[Block], reader: Reader) -> str:
    """All words of the blocks, one piece a line."""
    return "\n".join(line for block in blocks for line in _lines(block, reader) if line)


def readable_message(message: dict[str, Any], reader: Reader) -> str:
    """What stands in the channel: the blocks where there are any, else the text; then attachments and files."""
    body = (
        readable(message["blocks"], reader) if message.get("blocks") else read_mrkdwn(message.get("text") or "", reader)
    )
    extra = [line for attachment in message.get("attachments") or [] for line in _attachment(attachment, reader)]
    files = [str(file.get("title") or file["name"]) for file in message.get("files") or []]
    return "\n".join(line for line in [body, *extra, *files] if line)


def readable_view(view: dict[str, Any], reader: Reader) -> str:
    """A form or the home tab as it is read: its title, its blocks, then the words on its own buttons."""
    bars = [view.get(key) for key in ("title", "close", "submit")]
    title, close, submit = (str(bar["text"]) if bar else "" for bar in bars)
    return "\n".join(line for line in [title, readable(view["blocks"], reader), close, submit] if line)


def buttons(blocks: list[Block]) -> dict[str, str]:
    """The words on each button, and its action_id, in order; where two carry the same words the first is meant."""
    found: dict[str, str] = {}
    for each in elements(blocks):
        if each.type == "button":
            found.setdefault(read_plain(each.element["text"]["text"]), each.action_id)
    return found


def read_text(text: dict[str, Any] | None, reader: Reader) -> str:
    """A text object as it is shown."""
    if not text:
        return ""
    return read_mrkdwn(text["text"], reader) if text["type"] == "mrkdwn" else read_plain(text["text"])


def _lines(block: Block, reader: Reader) -> Lines:
    read = _BLOCKS.get(block["type"])
    return read(block, reader) if read else []


def _section(block: Block, reader: Reader) -> Lines:
    fields = [read_text(field, reader) for field in block.get("fields") or []]
    accessory = block.get("accessory")
    return [read_text(block.get("text"), reader), *fields, *(_element(accessory, reader) if accessory else [])]


def _input(block: Block, reader: Reader) -> Lines:
    return [
        read_text(block["label"], reader),
        *_element(block["element"], reader),
        read_text(block.get("hint"), reader),
    ]


def _of_elements(block: Block, reader: Reader) -> Lines:
    return [line for element in block["elements"] for line in _element(element, reader)]


def _element(element: dict[str, Any], reader: Reader) -> Lines:
    kind = element["type"]
    if kind in {"mrkdwn", "plain_text"}:
        return [read_text(element, reader)]
    if kind in {"image", "icon_button"}:
        return [str(element.get("alt_text") or read_text(element.get("text"), reader))]
    words = [read_text(element.get(key), reader) for key in ("text", "placeholder")]
    return [*words, *_initial(element, reader), *_options(element, reader)]


def _initial(element: dict[str, Any], reader: Reader) -> Lines:
    """What stands in the element from the start. Ticks among shown options add no words."""
    if element["type"] in {"checkboxes", "radio_buttons"}:
        return []
    chosen = [element.get("initial_option"), *(element.get("initial_options") or [])]
    typed = element.get("initial_value")
    words = [typed] if isinstance(typed, str) else _rich(typed, reader) if typed else []
    dated = [str(element[key]) for key in ("initial_date", "initial_time") if element.get(key)]
    return [*words, *(read_text(option["text"], reader) for option in chosen if option), *dated]


def _options(element: dict[str, Any], reader: Reader) -> Lines:
    """Boxes and radio buttons show their options at once; menus hide theirs until opened."""
    if element["type"] not in {"checkboxes", "radio_buttons"}:
        return []
    return [read_text(option.get(key), reader) for option in element["options"] for key in ("text", "description")]


def _image(block: Block, reader: Reader) -> Lines:
    return [read_text(block.get("title"), reader), str(block.get("alt_text", ""))]


def _rich(block: Block, reader: Reader) -> Lines:
    return [line for element in block["elements"] for line in _rich_lines(element, reader)]


def _rich_lines(element: dict[str, Any], reader: Reader) -> Lines:
    if element["type"] == "rich_text_list":
        return [line for item in element["elements"] for line in _rich_lines(item, reader)]
    return ["".join(_rich_word(word, reader) for word in element["elements"])]


def _rich_word(word: dict[str, Any], reader: Reader) -> str:
    kind = word["type"]
    if kind == "user":
        return "@" + (reader.person(word["user_id"]) or word["user_id"])
    if kind == "channel":
        return "#" + (reader.channel(word["channel_id"]) or word["channel_id"])
    if kind == "usergroup":
        return "@" + (reader.usergroup(word["usergroup_id"]) or word["usergroup_id"])
    if kind == "date":
        return read_mrkdwn(f"<!date^{word['timestamp']}^{word['format']}|{word.get('fallback', '')}>", reader)
    spelt = {
        "emoji": lambda: f":{word['name']}:",
        "broadcast": lambda: f"@{word['range']}",
        "link": lambda: str(word.get("text") or word["url"]),
    }
    return spelt[kind]() if kind in spelt else str(word.get("text", ""))


def _table(block: Block, reader: Reader) -> Lines:
    return ["\t".join(_cell(cell, reader) for cell in row) for row in block["rows"]]


def _cell(cell: dict[str, Any], reader: Reader) -> str:
    if cell["type"] == "rich_text":
        return "\n".join(_rich(cell, reader))
    return str(cell.get("text", cell.get("value", "")))


def _card(block: Block, reader: Reader) -> Lines:
    words = [read_text(block.get(key), reader) for key in ("title", "subtitle", "body", "subtext")]
    return [*words, *(line for element in block.get("actions") or [] for line in _element(element, reader))]


def _text_only(block: Block, reader: Reader) -> Lines:
    text = block.get("text")
    return [text if isinstance(text, str) else read_text(text, reader)]


def _nested(children: Iterable[Block], reader: Reader) -> Lines:
    return [line for child in children for line in _lines(child, reader)]


def _attachment(attachment: dict[str, Any], reader: Reader) -> Lines:
    words = [read_mrkdwn(str(attachment[key]), reader) for key in ("pretext", "title", "text") if attachment.get(key)]
    return [*words, *_nested(attachment.get("blocks") or [], reader)]


_BLOCKS: dict[str, Callable[[Block, Reader], Lines]] = {
    "section": _section,
    "header": _text_only,
    "markdown": _text_only,
    "alert": _text_only,
    "context": _of_elements,
    "actions": _of_elements,
    "context_actions": _of_elements,
    "input": _input,
    "image": _image,
    "video": lambda block, reader: [read_text(block.get("title"), reader), str(block["alt_text"])],
    "rich_text": _rich,
    "table": _table,
    "data_table": lambda block, reader: [str(block.get("caption", "")), *_table(block, reader)],
    "card": _card,
    "carousel": lambda block, reader: _nested(block["elements"], reader),
    "container": lambda block, reader: [read_text(block.get("title"), reader), *_nested(block["child_blocks"], reader)],
    "data_visualization": lambda block, _: [str(block["title"])],
    "plan": lambda block, _: [str(block["title"]), *(str(task["title"]) for task in block.get("tasks") or [])],
    "task_card": lambda block, _: [str(block["title"])],
}
