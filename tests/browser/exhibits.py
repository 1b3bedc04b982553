"""What hangs in the gallery: every kind of message and view that the bot makes, by group and name."""

import json
import re
from collections.abc import Iterator
from typing import Any

from bot.messages.message import Message
from tests.messages.everything import messages, views
from tests.messages.samples import organisation

WORDS = "Is Elm House to close?"
MOST_STORIES = 14
LEFT_OUT = re.compile(r"^nudge .* in_progress$|every story its own group")
"""The same words as for a new enquiry; a digest that Slack cannot hold is made for its limits alone."""
GROUPS = {
    "card": "cards",
    "restricted": "cards",
    "stub": "cards",
    "news": "news",
    "line": "lines",
    "nudge": "nudges",
    "settled": "nudges",
    "story": "stories",
    "digest": "digests",
    "no": "digests",
    "missed": "digests",
    "refusal": "refusals",
}
VIEW_GROUPS = {"enquiry": "forms", "story": "forms", "home": "home", "open": "records"}


def exhibits() -> dict[str, dict[str, Any]]:
    """Payloads by `group: name`; those of one name are numbered, and what looks alike hangs once."""
    hung: dict[str, dict[str, Any]] = {}
    seen: set[str] = set()
    for group, name, payload in _everything():
        looks = json.dumps(payload, sort_keys=True)
        if looks in seen:
            continue
        seen.add(looks)
        several = sum(each == f"{group}: {name}" or each.startswith(f"{group}: {name} (") for each in hung)
        hung[f"{group}: {name} ({several + 1})" if several else f"{group}: {name}"] = payload
    return hung


def _everything() -> Iterator[tuple[str, str, dict[str, Any]]]:
    told = organisation()
    for name, message in messages(WORDS, told):
        if not LEFT_OUT.search(name) and not _too_many(name):
            yield GROUPS.get(name.split()[0], "others"), name, _payload(message)
    for name, view in views(WORDS, told):
        group = "records" if name == "open story" else VIEW_GROUPS.get(name.split()[0], "forms")
        yield group, name, view


def _too_many(name: str) -> bool:
    found = re.match(r"digest of (\d+)", name)
    return bool(found and int(found[1]) > MOST_STORIES)


def _payload(message: Message) -> dict[str, Any]:
    return {"text": message.text, "blocks": message.blocks}
