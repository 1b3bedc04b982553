"""A person's typed words as the rich_text block that Slack's client sends with them."""

import re

from sandbox.records import Json

_TOKEN = re.compile(
    r"<@(?P<user>[A-Z0-9]+)(?:\|[^>]*)?>|<#(?P<channel>[A-Z0-9]+)(?:\|[^>]*)?>|<!(?P<range>here|channel|everyone)>"
    r"|<!subteam\^(?P<group>[A-Z0-9]+)(?:\|[^>]*)?>|<(?P<url>(?:https?|mailto):[^|>]+)(?:\|(?P<label>[^>]*))?>"
)


def rich_text_of(text: str, block_id: str) -> Json:
    """One rich_text block that reads as `text` does; links and mentions become elements of their own."""
    elements: list[Json] = []
    at = 0
    for found in _TOKEN.finditer(text):
        _add_text(elements, text[at : found.start()])
        elements.append(_element(found))
        at = found.end()
    _add_text(elements, text[at:])
    return {
        "type": "rich_text",
        "block_id": block_id,
        "elements": [{"type": "rich_text_section", "elements": elements}],
    }


def _add_text(elements: list[Json], text: str) -> None:
    if text:
        elements.append({"type": "text", "text": _unescaped(text)})


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _element(found: re.Match[str]) -> Json:
    if found["user"]:
        return {"type": "user", "user_id": found["user"]}
    if found["channel"]:
        return {"type": "channel", "channel_id": found["channel"]}
    if found["range"]:
        return {"type": "broadcast", "range": found["range"]}
    if found["group"]:
        return {"type": "usergroup", "usergroup_id": found["group"]}
    label = {"text": _unescaped(found["label"])} if found["label"] else {}
    return {"type": "link", "url": found["url"], **label}
