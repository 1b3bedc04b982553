"""A story as one page of HTML that needs nothing beside it: it reads, prints and keeps. Without any script."""

from collections.abc import Iterator
from html import escape

from bot.keeping.story import Fact, Part, Story
from bot.messages.html_page import html_page
from bot.messages.wording import story_on_paper as words

STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-top: 1px solid #767676; padding-top: .75rem; }
dl { margin: 0; display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .35rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: #ffec99; color: inherit; }
mark.black { background: #1a1a1a; color: #fff; padding: 0 .2em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
sup { font-weight: 600; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } section { break-inside: avoid-page; } h2 { break-after: avoid; } }
@page { margin: 20mm; }
"""


def as_html(story: Story) -> str:
    """The page."""
    title = escape(words.TITLE.format(reference=story.reference))
    return html_page(
        title,
        STYLE,
        [
            "<header>",
            f"<h1>{title}</h1>",
            *(f"<p>{escape(line)}</p>" for line in _opening(story)),
            "</header>",
            "<main>",
            *(line for part in story.parts for line in _part(part, black=story.blacked)),
            *_list(story),
            "</main>",
        ],
    )


def _opening(story: Story) -> Iterator[str]:
    yield story.organisation
    yield story.made
    if story.restricted:
        yield words.RESTRICTED
    if story.emptied:
        yield story.emptied
    yield words.BLACKED if story.blacked else words.UNTOUCHED
    yield story.stands


def _part(part: Part, *, black: bool) -> Iterator[str]:
    yield "<section>"
    yield f"<h2>{escape(part.heading)}</h2>"
    yield "<dl>"
    for fact in part.facts:
        yield f"<dt>{escape(fact.label)}</dt>"
        yield f"<dd>{_marked(fact, black=black)}</dd>"
    yield "</dl>"
    yield "</section>"


def _marked(fact: Fact, *, black: bool) -> str:
    html, at = "", 0
    for number, one in enumerate(fact.stretches, fact.first):
        html += escape(fact.text[at : one.start])
        inner, why = escape(fact.text[one.start : one.end]), escape(words.WHY[one.because])
        html += (
            f'<mark class="black">{inner}</mark>' if black else f'<mark title="{why}">{inner}</mark><sup>{number}</sup>'
        )
        at = one.end
    return html + escape(fact.text[at:])


def _list(story: Story) -> Iterator[str]:
    yield "<section>"
    yield f"<h2>{escape(words.REDACTIONS)}</h2>"
    if story.redactions:
        yield "<ol>"
        for one in story.redactions:
            yield f"<li>{escape(one.where)}: {escape(words.WHY[one.because])}</li>"
        yield "</ol>"
    else:
        yield f"<p>{escape(words.NO_REDACTIONS)}</p>"
    yield f"<p>{escape(words.READ_IT)}</p>"
    yield "</section>"
