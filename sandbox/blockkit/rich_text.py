"""Rich text: the block that Slack's own composer makes, and that an app may make too."""

from sandbox.blockkit.composition import block_id
from sandbox.blockkit.schema import Check, boolean, by_type, integer, list_of, object_of, string, typed, word

_style = {"style": object_of({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline"), boolean))}
_mention_style = {
    "style": object_of(
        {}, dict.fromkeys(("bold", "italic", "strike", "underline", "highlight", "client_highlight", "unlink"), boolean)
    )
}

_inline = by_type(
    {
        "text": typed("text", {"text": string(at_least=1)}, _style),
        "link": typed("link", {"url": string()}, {"text": string(), "unsafe": boolean, **_style}),
        "emoji": typed(
            "emoji",
            {"name": string()},
            {"unicode": string(), "skin_tone": integer(), **_style},
        ),
        "user": typed("user", {"user_id": string()}, _mention_style),
        "usergroup": typed("usergroup", {"usergroup_id": string()}, _mention_style),
        "channel": typed("channel", {"channel_id": string()}, _mention_style),
        "team": typed("team", {"team_id": string()}, _mention_style),
        "broadcast": typed("broadcast", {"range": word("here", "channel", "everyone")}, _style),
        "color": typed("color", {"value": string()}, _style),
        "date": typed(
            "date",
            {"timestamp": integer(), "format": string()},
            {"url": string(), "fallback": string(), **_style},
        ),
    }
)
_border = {"border": integer(at_least=0, at_most=1)}
_runs = {"elements": list_of(_inline)}

section = typed("rich_text_section", _runs, {})
"""One run of rich text: a paragraph, or an item of a list."""

_parts = by_type(
    {
        "rich_text_section": section,
        "rich_text_list": typed(
            "rich_text_list",
            {"elements": list_of(section), "style": word("bullet", "ordered")},
            {"indent": integer(at_least=0, at_most=8), "offset": integer(at_least=0), **_border},
        ),
        "rich_text_quote": typed("rich_text_quote", _runs, _border),
        "rich_text_preformatted": typed("rich_text_preformatted", _runs, {"language": string(), **_border}),
    }
)

rich_text: Check = typed("rich_text", {"elements": list_of(_parts)}, {"block_id": block_id})
"""The whole block."""
