"""The newer blocks: cards, carousels, containers, alerts, and what an assistant shows of its work."""

from typing import Any

from sandbox.blockkit import elements
from sandbox.blockkit.composition import any_text, block_id, plain_text
from sandbox.blockkit.problem import Problem
from sandbox.blockkit.rich_text import rich_text, section
from sandbox.blockkit.schema import (
    Check,
    Fields,
    at_least_one,
    boolean,
    by_type,
    list_of,
    not_both,
    object_of,
    string,
    typed,
    word,
)

_id: Fields = {"block_id": block_id}

ICONS = (
    "archive book bookmark bot bug calendar call caret-left caret-right check clipboard code comment compass copy cube "
    "download edit email eye-closed eye-open file flag folder gear globe heart help image info key lightbulb link map "
    "mobile new-window pin plus refine refresh rocket save screen share sparkle star star-filled tag thumbs-down "
    "thumbs-up trash upload user warning"
)
"""The names of the 54 icons that Slack draws itself, as one line of words."""

alert = typed(
    "alert", {"text": any_text(200)}, {**_id, "level": word("default", "info", "warning", "error", "success")}
)

card = typed(
    "card",
    {},
    {
        **_id,
        "hero_image": elements.image,
        "icon": elements.image,
        "slack_icon": typed("icon", {"name": word(*ICONS.split())}, {}),
        "title": elements.short_text,
        "subtitle": elements.short_text,
        "body": any_text(200),
        "subtext": any_text(200),
        "actions": list_of(elements.in_card, at_most=3),
    },
    at_least_one("hero_image", "title", "actions", "body"),
    not_both("icon", "slack_icon"),
)

carousel = typed("carousel", {"elements": list_of(by_type({"card": card}), at_least=1, at_most=10)}, _id)


def container(children: Fields) -> Check:
    """A box around up to ten of the blocks given."""
    return typed(
        "container",
        {"child_blocks": list_of(by_type(children), at_least=1, at_most=10)},
        {
            **_id,
            "title": plain_text(150),
            "rich_text_title": by_type({"rich_text": rich_text, "rich_text_section": section}),
            "subtitle": elements.short_text,
            "width": word("narrow", "standard", "wide", "full"),
            "icon": elements.image,
            "is_collapsible": boolean,
            "default_collapsed": boolean,
            "has_header_divider": boolean,
        },
        at_least_one("title", "rich_text_title"),
    )


_source = typed("url", {"url": string(), "text": string()}, {})


def _task_fields(*statuses: str) -> tuple[Fields, Fields]:
    """The required and the other fields of a task. Its title is a bare string, not a text object."""
    return (
        {"task_id": string(), "title": string(), "status": word(*statuses)},
        {**_id, "details": rich_text, "output": rich_text, "sources": list_of(by_type({"url": _source}))},
    )


_required, _optional = _task_fields("in_progress", "complete", "error")
task_card = typed("task_card", _required, _optional)
"""A task on its own, which cannot be pending."""

_required, _optional = _task_fields("pending", "in_progress", "complete", "error")
_planned_task = object_of(_required, {"type": word("task_card"), **_optional})


def _tasks_differ(plan: dict[str, Any], at: str) -> list[Problem]:
    ids = [task["task_id"] for task in plan["tasks"]]
    return [Problem("Input contains duplicate items", f"{at}/tasks")] if len(set(ids)) < len(ids) else []


plan = typed("plan", {"title": string(), "tasks": list_of(_planned_task, at_most=50)}, _id, _tasks_differ)

context_actions = typed("context_actions", {"elements": list_of(elements.in_context_actions, at_most=5)}, _id)
