"""The frame of a page of HTML that needs nothing beside it: in its reader's language, as wide as their screen, without any script."""

from collections.abc import Iterable

LANGUAGE = "en-GB"


def html_page(
    title: str, style: str, body: Iterable[str], *, head: Iterable[str] = (), body_tag: str = "<body>"
) -> str:
    """The page, line by line. `title`, `head` and `body` are HTML already; `head` stands before the title."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{LANGUAGE}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            *head,
            f"<title>{title}</title>",
            f"<style>{style}</style>",
            "</head>",
            body_tag,
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )
