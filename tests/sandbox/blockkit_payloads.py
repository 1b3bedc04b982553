"""Sound Block Kit payloads for tests to bend: each function gives the least that Slack accepts, and takes the rest."""

from typing import Any

Json = dict[str, Any]

CONFIRM: Json = {
    "title": {"type": "plain_text", "text": "Sure?"},
    "text": {"type": "mrkdwn", "text": "It *cannot* be undone."},
    "confirm": {"type": "plain_text", "text": "Yes"},
    "deny": {"type": "plain_text", "text": "No"},
}


def plain(text: str, **more: object) -> Json:
    return {"type": "plain_text", "text": text, **more}


def mrkdwn(text: str, **more: object) -> Json:
    return {"type": "mrkdwn", "text": text, **more}


def section(text: str = "hello", **more: object) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def option(value: str, text: str = "An option", **more: object) -> Json:
    return {"text": plain(text), "value": value, **more}


def options(count: int) -> list[Json]:
    return [option(str(n)) for n in range(count)]


def button(**more: object) -> Json:
    return {"type": "button", "text": plain("Press"), **more}


def element(kind: str, **more: object) -> Json:
    return {"type": kind, **more}


def actions(*elements: Json, **more: object) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def input_block(inner: Json | None = None, **more: object) -> Json:
    return {"type": "input", "label": plain("Name"), "element": inner or element("plain_text_input"), **more}


def image(**more: object) -> Json:
    return {"type": "image", "alt_text": "A chart", "image_url": "https://example.org/a.png", **more}


def video(**more: object) -> Json:
    return {
        "type": "video",
        "alt_text": "A film",
        "title": plain("Film"),
        "thumbnail_url": "https://example.org/t.png",
        "video_url": "https://example.org/v",
        **more,
    }


def rich_text(*parts: Json, **more: object) -> Json:
    return {"type": "rich_text", "elements": list(parts), **more}


def rich_section(*runs: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(runs)}


def run(text: str) -> Json:
    return {"type": "text", "text": text}


def raw(text: str) -> Json:
    return {"type": "raw_text", "text": text}


def table(rows: int, columns: int, **more: object) -> Json:
    return {"type": "table", "rows": [[raw("x")] * columns for _ in range(rows)], **more}


def data_table(rows: int, columns: int, **more: object) -> Json:
    return {**table(rows, columns), "type": "data_table", "caption": "Enquiries", **more}


def pie(segments: int, **more: object) -> Json:
    slices = [{"label": f"s{n}", "value": n + 1} for n in range(segments)]
    return {"type": "data_visualization", "title": "Pie", "chart": {"type": "pie", "segments": slices}, **more}


def bars(series: int, points: int) -> Json:
    labels = [f"c{n}" for n in range(points)]
    lines = [{"name": f"n{n}", "data": [{"label": at, "value": 1} for at in labels]} for n in range(series)]
    chart = {"type": "bar", "series": lines, "axis_config": {"categories": labels}}
    return {"type": "data_visualization", "title": "Bars", "chart": chart}


def task(task_id: str = "t1", **more: object) -> Json:
    return {"type": "task_card", "task_id": task_id, "title": "Look it up", "status": "complete", **more}


def card(**more: object) -> Json:
    return {"type": "card", "title": mrkdwn("Card"), **more}


def container(*children: Json, **more: object) -> Json:
    return {"type": "container", "title": plain("Box"), "child_blocks": list(children), **more}


def modal(*blocks: Json, **more: object) -> Json:
    return {"type": "modal", "title": plain("Form"), "submit": plain("Send"), "blocks": list(blocks), **more}


def home(*blocks: Json, **more: object) -> Json:
    return {"type": "home", "blocks": list(blocks), **more}


def x(count: int) -> str:
    return "x" * count


def confirming(**changed: Any) -> Any:
    return actions(button(confirm={**CONFIRM, **changed}))


def choosing(kind: str, **fields: Any) -> Any:
    return actions(element(kind, **fields))


def asking(kind: str, **fields: Any) -> Any:
    return modal(input_block(element(kind, **fields)))


def selecting(**changed: Any) -> Any:
    return choosing("static_select", options=[{**option("a"), **changed}])


def grouped(count: int) -> Any:
    return choosing("static_select", option_groups=[{"label": plain("G"), "options": options(1)}] * count)


def workflow_button(url: str = "https://example.org/w", **more: Any) -> Any:
    inner = {"trigger": {"url": url}}
    return actions({"type": "workflow_button", "text": plain("Go"), "action_id": "a", "workflow": inner, **more})


def numbered(**more: Any) -> Any:
    return asking("number_input", is_decimal_allowed=False, **more)


def ticking(**changed: Any) -> Any:
    return choosing("checkboxes", options=[{**option("a"), **changed}])


def overflowing(**changed: Any) -> Any:
    return choosing("overflow", options=[{**option("a"), **changed}])


def image_file(**file: Any) -> Any:
    return element("image", alt_text="a", slack_file=file)


def sliced(label: str) -> Any:
    return pie(1, chart={"type": "pie", "segments": [{"label": label, "value": 1}]})


def axes(**labels: Any) -> Any:
    chart = bars(1, 1)
    chart["chart"]["axis_config"].update(labels)
    return chart


def feedback(**more: Any) -> Any:
    one = {"text": plain("Good"), "value": "good"}
    both = element("feedback_buttons", positive_button={**one, **more}, negative_button=one)
    return element("context_actions", elements=[both])


def icon_button(**more: Any) -> Any:
    inner = {"icon": "trash", "text": plain("Bin"), **more}
    return element("context_actions", elements=[element("icon_button", **inner)])


def listed(**more: Any) -> Any:
    return rich_text({"type": "rich_text_list", "style": "bullet", "elements": [rich_section(run("a"))], **more})
