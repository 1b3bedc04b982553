"""Every length of a text in Block Kit, once at its edge and once over it."""

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
    confirming,
    container,
    element,
    feedback,
    icon_button,
    image,
    image_file,
    input_block,
    modal,
    mrkdwn,
    numbered,
    option,
    options,
    overflowing,
    pie,
    plain,
    section,
    selecting,
    sliced,
    ticking,
    video,
    workflow_button,
    x,
)

TEXTS = [
    Limit("section text", 3000, lambda n: section(x(n)), "/blocks/0/text/text"),
    Limit("section field", 2000, lambda n: section(fields=[mrkdwn(x(n))]), "/blocks/0/fields/0/text"),
    Limit("header", 150, lambda n: element("header", text=plain(x(n))), "/blocks/0/text/text"),
    Limit("block_id", 255, lambda n: element("divider", block_id=x(n)), "/blocks/0/block_id"),
    Limit("action_id", 255, lambda n: actions(button(action_id=x(n))), f"{FIRST}/action_id"),
    Limit("button text", 75, lambda n: actions({**button(), "text": plain(x(n))}), f"{FIRST}/text/text"),
    Limit("button value", 2000, lambda n: actions(button(value=x(n))), f"{FIRST}/value"),
    Limit("button url", 3000, lambda n: actions(button(url=x(n))), f"{FIRST}/url"),
    Limit("button label", 75, lambda n: actions(button(accessibility_label=x(n))), f"{FIRST}/accessibility_label"),
    Limit("button prompt", 4000, lambda n: actions(button(agent_prompt=x(n))), f"{FIRST}/agent_prompt"),
    Limit("confirm title", 100, lambda n: confirming(title=plain(x(n))), f"{FIRST}/confirm/title/text"),
    Limit("confirm text", 300, lambda n: confirming(text=plain(x(n))), f"{FIRST}/confirm/text/text"),
    Limit("confirm yes", 30, lambda n: confirming(confirm=plain(x(n))), f"{FIRST}/confirm/confirm/text"),
    Limit("confirm no", 30, lambda n: confirming(deny=plain(x(n))), f"{FIRST}/confirm/deny/text"),
    Limit("option text", 75, lambda n: selecting(text=plain(x(n))), f"{FIRST}/options/0/text/text"),
    Limit("option value", 150, lambda n: selecting(value=x(n)), f"{FIRST}/options/0/value"),
    Limit(
        "option description", 75, lambda n: selecting(description=plain(x(n))), f"{FIRST}/options/0/description/text"
    ),
    Limit(
        "overflow url", 3000, lambda n: choosing("overflow", options=[option("a", url=x(n))]), f"{FIRST}/options/0/url"
    ),
    Limit(
        "group label",
        75,
        lambda n: choosing("static_select", option_groups=[{"label": plain(x(n)), "options": options(1)}]),
        f"{FIRST}/option_groups/0/label/text",
    ),
    Limit("placeholder", 150, lambda n: choosing("users_select", placeholder=plain(x(n))), f"{FIRST}/placeholder/text"),
    Limit("image url", 3000, lambda n: image(image_url=x(n)), "/blocks/0/image_url"),
    Limit("image alt text", 2000, lambda n: image(alt_text=x(n)), "/blocks/0/alt_text"),
    Limit("image title", 2000, lambda n: image(title=plain(x(n))), "/blocks/0/title/text"),
    Limit(
        "image element url", 3000, lambda n: section(accessory=image(image_url=x(n))), "/blocks/0/accessory/image_url"
    ),
    Limit("image element alt", 2000, lambda n: section(accessory=image(alt_text=x(n))), "/blocks/0/accessory/alt_text"),
    Limit("input label", 2000, lambda n: modal(input_block(label=plain(x(n)))), "/view/blocks/0/label/text"),
    Limit("input hint", 2000, lambda n: modal(input_block(hint=plain(x(n)))), "/view/blocks/0/hint/text"),
    Limit(
        "text placeholder",
        150,
        lambda n: asking("plain_text_input", placeholder=plain(x(n))),
        f"{ELEMENT}/placeholder/text",
    ),
    Limit(
        "email placeholder",
        150,
        lambda n: asking("email_text_input", placeholder=plain(x(n))),
        f"{ELEMENT}/placeholder/text",
    ),
    Limit(
        "url placeholder",
        150,
        lambda n: asking("url_text_input", placeholder=plain(x(n))),
        f"{ELEMENT}/placeholder/text",
    ),
    Limit("markdown", 12_000, lambda n: element("markdown", text=x(n)), "/blocks/0/text"),
    Limit("video alt text", 2000, lambda n: video(alt_text=x(n)), "/blocks/0/alt_text"),
    Limit("video title", 200, lambda n: video(title=plain(x(n))), "/blocks/0/title/text"),
    Limit("video url", 3000, lambda n: video(video_url=x(n)), "/blocks/0/video_url"),
    Limit("video thumbnail", 3000, lambda n: video(thumbnail_url=x(n)), "/blocks/0/thumbnail_url"),
    Limit("video title url", 2000, lambda n: video(title_url=x(n)), "/blocks/0/title_url"),
    Limit("video icon", 2000, lambda n: video(provider_icon_url=x(n)), "/blocks/0/provider_icon_url"),
    Limit("video author", 50, lambda n: video(author_name=x(n)), "/blocks/0/author_name"),
    Limit("video provider", 50, lambda n: video(provider_name=x(n)), "/blocks/0/provider_name"),
    Limit("video description", 200, lambda n: video(description=plain(x(n))), "/blocks/0/description/text"),
    Limit("alert", 200, lambda n: modal(element("alert", text=mrkdwn(x(n)))), "/view/blocks/0/text/text"),
    Limit("card title", 150, lambda n: card(title=plain(x(n))), "/blocks/0/title/text"),
    Limit("card subtitle", 150, lambda n: card(subtitle=plain(x(n))), "/blocks/0/subtitle/text"),
    Limit("card body", 200, lambda n: card(body=mrkdwn(x(n))), "/blocks/0/body/text"),
    Limit("card subtext", 200, lambda n: card(subtext=mrkdwn(x(n))), "/blocks/0/subtext/text"),
    Limit("container title", 150, lambda n: container(section(), title=plain(x(n))), "/blocks/0/title/text"),
    Limit("container subtitle", 150, lambda n: container(section(), subtitle=plain(x(n))), "/blocks/0/subtitle/text"),
    Limit("chart title", 50, lambda n: pie(1, title=x(n)), "/blocks/0/title"),
    Limit("workflow button", 75, lambda n: workflow_button(text=plain(x(n))), f"{FIRST}/text/text"),
    Limit("feedback text", 75, lambda n: feedback(text=plain(x(n))), f"{FIRST}/positive_button/text/text"),
    Limit("feedback value", 2000, lambda n: feedback(value=x(n)), f"{FIRST}/positive_button/value"),
    Limit(
        "feedback label",
        75,
        lambda n: feedback(accessibility_label=x(n)),
        f"{FIRST}/positive_button/accessibility_label",
    ),
    Limit("icon value", 2000, lambda n: icon_button(value=x(n)), f"{FIRST}/value"),
    Limit("modal title", 24, lambda n: modal(title=plain(x(n))), "/view/title/text"),
    Limit("modal close", 24, lambda n: modal(close=plain(x(n))), "/view/close/text"),
    Limit("modal submit", 24, lambda n: modal(submit=plain(x(n))), "/view/submit/text"),
    Limit("private_metadata", 3000, lambda n: modal(private_metadata=x(n)), "/view/private_metadata"),
    Limit("callback_id", 255, lambda n: modal(callback_id=x(n)), "/view/callback_id"),
    Limit("external_id", 255, lambda n: modal(external_id=x(n)), "/view/external_id"),
    Limit("number placeholder", 150, lambda n: numbered(placeholder=plain(x(n))), f"{ELEMENT}/placeholder/text"),
    Limit(
        "date placeholder", 150, lambda n: asking("datepicker", placeholder=plain(x(n))), f"{ELEMENT}/placeholder/text"
    ),
    Limit(
        "time placeholder", 150, lambda n: asking("timepicker", placeholder=plain(x(n))), f"{ELEMENT}/placeholder/text"
    ),
    Limit(
        "rich text placeholder",
        150,
        lambda n: asking("rich_text_input", action_id="a", placeholder=plain(x(n))),
        f"{ELEMENT}/placeholder/text",
    ),
    Limit("checkbox text", 75, lambda n: ticking(text=mrkdwn(x(n))), f"{FIRST}/options/0/text/text"),
    Limit("checkbox value", 150, lambda n: ticking(value=x(n)), f"{FIRST}/options/0/value"),
    Limit(
        "checkbox description", 75, lambda n: ticking(description=mrkdwn(x(n))), f"{FIRST}/options/0/description/text"
    ),
    Limit("overflow text", 75, lambda n: overflowing(text=plain(x(n))), f"{FIRST}/options/0/text/text"),
    Limit(
        "overflow description",
        75,
        lambda n: overflowing(description=plain(x(n))),
        f"{FIRST}/options/0/description/text",
    ),
    Limit("slack file url", 3000, lambda n: image_file(url=x(n)), "/blocks/0/slack_file/url"),
    Limit("workflow url", 3000, lambda n: workflow_button(x(n)), f"{FIRST}/workflow/trigger/url"),
    Limit("context text", 3000, lambda n: element("context", elements=[mrkdwn(x(n))]), f"{FIRST}/text"),
    Limit("context plain text", 3000, lambda n: element("context", elements=[plain(x(n))]), f"{FIRST}/text"),
    Limit("icon text", 75, lambda n: icon_button(text=plain(x(n))), f"{FIRST}/text/text"),
    Limit("icon label", 75, lambda n: icon_button(accessibility_label=x(n)), f"{FIRST}/accessibility_label"),
    Limit("segment label", 20, lambda n: sliced(x(n)), "/blocks/0/chart/segments/0/label"),
    Limit("x axis", 50, lambda n: axes(x_label=x(n)), "/blocks/0/chart/axis_config/x_label"),
    Limit("y axis", 50, lambda n: axes(y_label=x(n)), "/blocks/0/chart/axis_config/y_label"),
]


@pytest.mark.parametrize("limit", TEXTS, ids=lambda limit: limit.name)
def test_a_text_may_reach_its_limit_and_no_further(limit: Limit) -> None:
    assert sentences(limit.build(limit.most)) == []
    assert sentences(limit.build(limit.most + 1)) == [
        f"must be less than {limit.most + 1} characters [json-pointer:{limit.pointer}]"
    ]


def test_empty_text_is_refused() -> None:
    assert sentences(section("")) == ["must be more than 0 characters [json-pointer:/blocks/0/text/text]"]


def test_lengths_are_code_points_not_bytes_or_utf16() -> None:
    family = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
    assert sentences(section(family * 1000)) == []
    assert sentences(section(family * 1000 + "x")) == [
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]


def test_names_in_a_chart_have_twenty_characters() -> None:
    def named(name: str) -> Any:
        chart = bars(1, 1)
        chart["chart"]["series"] = [{"name": name, "data": [{"label": name, "value": 1}]}]
        chart["chart"]["axis_config"] = {"categories": [name]}
        return chart

    assert sentences(named(x(20))) == []
    assert sentences(named(x(21))) == [
        "must be less than 21 characters [json-pointer:/blocks/0/chart/series/0/name]",
        "must be less than 21 characters [json-pointer:/blocks/0/chart/series/0/data/0/label]",
        "must be less than 21 characters [json-pointer:/blocks/0/chart/axis_config/categories/0]",
    ]
