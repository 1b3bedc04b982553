"""The weekly good news as a mail: one page of HTML that every mail program shows, whole without pictures, in the light and in the dark.

Tables lay it out and styles stand in their places, since mail programs drop most of what web pages use. A picture is never in it: what
has left cannot be taken down again, and people agreed to a picture inside Slack. Its description and a link stand there instead.
"""

from collections.abc import Iterator
from datetime import date
from html import escape

from bot.messages.digest import credit, opening
from bot.messages.html_page import html_page
from bot.messages.wording import digest as post_words
from bot.messages.wording import digest_mail as words
from bot.rules.digest_text import ToldStory, WholeDigest
from storage.organisation import Organisation

FONT = "font-family:Arial,Helvetica,sans-serif;"
STYLE = """
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #16191d !important; }
  .sheet { background-color: #20252b !important; }
  .ink { color: #f1f3f5 !important; }
  .soft { color: #c3c9d0 !important; }
  .rule { border-top-color: #4a525b !important; }
  .band { background-color: #1f3a5f !important; }
  a { color: #9ec5ff !important; }
}
@media (max-width: 620px) {
  .cell { padding-left: 20px !important; padding-right: 20px !important; }
}
"""
INK, SOFT, BLUE = "#1d2125", "#4a525b", "#0b4f9e"


def as_html(whole: WholeDigest, organisation: Organisation, posted: str = "") -> str:
    """The mail. `posted`: a link to the post in Slack, where it stands."""
    title = typed(words.TITLE.format(organisation=organisation.name))
    return html_page(
        title,
        STYLE,
        [
            _table("page", "background-color:#eef1f4;"),
            '<tr><td align="center" style="padding:24px 0;">',
            _table("sheet", "max-width:600px;background-color:#ffffff;", width="600"),
            *_top(title, whole),
            *(_whole(whole, organisation, posted) if whole.stories else _row(_paragraph(typed(words.NOTHING_LEFT)))),
            "</table>",
            "</td></tr>",
            "</table>",
        ],
        head=(
            '<meta name="color-scheme" content="light dark">',
            '<meta name="supported-color-schemes" content="light dark">',
        ),
        body_tag='<body class="page" style="margin:0;padding:0;background-color:#eef1f4;">',
    )


def _whole(whole: WholeDigest, organisation: Organisation, posted: str) -> Iterator[str]:
    yield from _row(*_taken_out(whole), *(_paragraph(one) for one in paragraphs(opening(whole, organisation))))
    for story in whole.stories:
        yield from _row(*_story(story, posted), rule=True)
    if whole.answered:
        said = typed(words.BEHIND.format(count=whole.answered))
        yield from _row(_heading(typed(words.BEHIND_TITLE)), _paragraph(said), rule=True)
    yield from _row(_heading(typed(words.SEND_TITLE)), _paragraph(typed(words.SEND)), rule=True)
    yield from _row(_small(typed(words.INSIDE.format(organisation=organisation.name))), rule=True)


def taken_out(whole: WholeDigest) -> str:
    """That something was taken out since; "" where nothing was."""
    if not whole.taken_out:
        return ""
    return words.TAKEN_OUT_ONE if whole.taken_out == 1 else words.TAKEN_OUT.format(count=whole.taken_out)


def _taken_out(whole: WholeDigest) -> list[str]:
    said = taken_out(whole)
    return [_small(typed(said))] if said else []


def _top(title: str, whole: WholeDigest) -> list[str]:
    day = typed(words.FOR_WEEK.format(day=day_written(whole.nominal_day)))
    return [
        '<tr><td class="band cell" style="background-color:#1f3a5f;padding:28px 32px;">',
        f'<h1 style="margin:0;{FONT}font-size:26px;line-height:32px;font-weight:bold;color:#ffffff;">{title}</h1>',
        f'<p style="margin:6px 0 0;{FONT}font-size:16px;line-height:24px;color:#e3ebf5;">{day}</p>',
        "</td></tr>",
    ]


def _story(story: ToldStory, posted: str) -> Iterator[str]:
    yield _heading(typed(story.title))
    yield from (_paragraph(one) for one in paragraphs(story.words))
    if story.why:
        yield from (_paragraph(one) for one in paragraphs(post_words.WHY.format(why=story.why)))
    yield _small(typed(credit(story)))
    if story.picture:
        see = f" {_link(posted, words.PICTURE_LINK)}" if posted else ""
        yield _small(f"{typed(words.PICTURE.format(words=story.picture.words))}<br>{typed(words.PICTURE_WHERE)}{see}")
    if is_address(story.link):
        yield _small(_link(story.link, words.LINK))


def is_address(link: str) -> bool:
    """Whether a link is one that a mail may carry."""
    return link.startswith(("https://", "http://"))


def _table(kind: str, style: str, width: str = "100%") -> str:
    centred = f"width:100%;border-collapse:collapse;{style}"
    return (
        f'<table role="presentation" class="{kind}" width="{width}" border="0" cellpadding="0" cellspacing="0" '
        f'style="{centred}">'
    )


def _row(*inside: str, rule: bool = False) -> list[str]:
    line = "border-top:1px solid #c9d1d9;" if rule else ""
    kind = "cell rule" if rule else "cell"
    return [f'<tr><td class="{kind}" dir="auto" style="padding:24px 32px 12px;{line}">', *inside, "</td></tr>"]


def _heading(safe: str) -> str:
    style = (
        f"margin:0 0 10px;{FONT}font-size:20px;line-height:26px;font-weight:bold;color:{INK};overflow-wrap:anywhere;"
    )
    return f'<h2 class="ink" dir="auto" style="{style}">{safe}</h2>'


def _paragraph(safe: str) -> str:
    style = f"margin:0 0 12px;{FONT}font-size:16px;line-height:24px;color:{INK};overflow-wrap:anywhere;"
    return f'<p class="ink" dir="auto" style="{style}">{safe}</p>'


def _small(safe: str) -> str:
    style = f"margin:0 0 12px;{FONT}font-size:14px;line-height:21px;color:{SOFT};overflow-wrap:anywhere;"
    return f'<p class="soft" dir="auto" style="{style}">{safe}</p>'


def _link(address: str, said: str) -> str:
    return f'<a href="{typed(address)}" style="color:{BLUE};text-decoration:underline;">{typed(said)}</a>'


def paragraphs(text: str) -> list[str]:
    """Foreign text as safe paragraphs: an empty line begins another, a single one stays a line's end."""
    parts = (part.strip() for part in text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n"))
    return [typed(part).replace("\n", "<br>\n") for part in parts if part]


def day_written(day: date) -> str:
    """20 November 2026."""
    return f"{day.day} {day:%B %Y}"


def typed(text: str) -> str:
    """Text made safe for a page: nothing in it is markup."""
    return escape(clean(text))


def clean(text: str) -> str:
    """Without characters that a page or a terminal would act on, or that turn the direction of what stands beside them."""
    return "".join(one for one in text.translate(_SPACES) if one == "\n" or _may_stand(ord(one)))


_SPACES = {ord("\t"): " ", 0x2028: "\n", 0x2029: "\n"}


def _may_stand(code: int) -> bool:
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return False
    turns = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    nothing = 0xFDD0 <= code <= 0xFDEF or (code & 0xFFFE) == 0xFFFE
    return not (turns or nothing)
