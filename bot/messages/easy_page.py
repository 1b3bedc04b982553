"""The easy words as a page to print or to show: large letters, one sentence to a line, and boxes to tick at the end.

It holds nothing of the story, and nobody's name: whoever asks tells the story, and writes down the answer elsewhere.
"""

from collections.abc import Iterator

from bot.messages.digest_mail import typed
from bot.messages.html_page import html_page
from bot.messages.message import File, Files
from bot.messages.wording import easy_read as words
from storage.organisation import Organisation
from storage.story import StoryIdea

STYLE = """
:root { color-scheme: light; }
html { background: #ffffff; }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1.5rem; background: #ffffff; color: #111111;
  font-family: Arial, Helvetica, sans-serif; font-size: 1.375rem; line-height: 1.6; }
h1 { font-size: 2.25rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.75rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; break-after: avoid; }
p { margin: 0.75rem 0; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: flex; gap: 1.25rem; align-items: center; padding: 0.5rem 0; break-inside: avoid; }
.sign { flex: 0 0 3.5rem; font-size: 2.5rem; line-height: 1.2; text-align: center; }
.box { flex: 0 0 2rem; height: 2rem; border: 3px solid #111111; border-radius: 4px; }
.line { flex: 1; border-bottom: 3px solid #111111; height: 2rem; }
.from { color: #444444; }
.answer { border: 3px solid #111111; border-radius: 8px; margin-top: 2.5rem; padding: 0.5rem 1.5rem 1.5rem; }
.answer h2 { margin-top: 1rem; }
.staff { border-top: 1px solid #777777; color: #444444; font-size: 1rem; margin-top: 2.5rem; padding-top: 0.75rem; }
@page { size: A4; margin: 16mm; }
@media print { body { max-width: none; padding: 0; font-size: 16pt; } h1 { font-size: 26pt; } h2 { font-size: 20pt; }
  .answer { break-inside: avoid; } .staff { font-size: 11pt; } }
@media (max-width: 30rem) { body { padding: 1.25rem 1rem; } .sign { flex-basis: 2.5rem; font-size: 2rem; } li { gap: 0.75rem; } }
"""


def files(story: StoryIdea, organisation: Organisation) -> Files:
    """The page as a file, with a sentence."""
    content = as_html(story, organisation).encode()
    said = words.FILE_SAID.format(reference=story.reference)
    return Files(said, (File(words.FILE, words.FILE_TITLE, content),))


def as_html(story: StoryIdea, organisation: Organisation) -> str:
    """The page. Of the story it has the reference alone, for whoever asks."""
    title = typed(words.TITLE)
    return html_page(
        title,
        STYLE,
        [
            f"<h1>{title}</h1>",
            *_from(organisation),
            *(line for heading, lines in words.PARTS for line in _part(heading, lines)),
            *_hard_words(),
            *_answer(),
            f'<p class="staff">{typed(words.STAFF.format(reference=story.reference))}</p>',
        ],
    )


def _from(organisation: Organisation) -> list[str]:
    if not organisation.name:
        return []
    return [f'<p class="from">{typed(words.FROM.format(organisation=organisation.name))}</p>']


def _part(heading: str, lines: words.Lines) -> Iterator[str]:
    yield f"<h2>{typed(heading)}</h2>"
    yield "<ul>"
    for sign, line in lines:
        yield f'<li><span class="sign" aria-hidden="true">{typed(sign)}</span><span>{typed(line)}</span></li>'
    yield "</ul>"


def _hard_words() -> Iterator[str]:
    yield f"<h2>{typed(words.HARD)}</h2>"
    yield from (f"<p>{typed(line)}</p>" for line in words.WORDS.values())


def _answer() -> Iterator[str]:
    yield f'<section class="answer"><h2>{typed(words.ANSWER)}</h2>'
    yield f"<p>{typed(words.ANSWER_HOW)}</p>"
    yield from _boxes(words.YES, words.NO)
    yield f"<p><strong>{typed(words.PLACES_HEAD)}</strong></p>"
    yield from _boxes(*words.PLACES.values())
    yield f"<p><strong>{typed(words.MORE_HEAD)}</strong></p>"
    yield from _boxes(words.SHOW)
    yield "<ul>"
    for line in (words.CALLED, words.UNTIL):
        yield f'<li><span>{typed(line)}</span><span class="line"></span></li>'
    yield "</ul>"
    yield "</section>"


def _boxes(*choices: str) -> Iterator[str]:
    yield "<ul>"
    yield from (f'<li><span class="box"></span><span>{typed(one)}</span></li>' for one in choices)
    yield "</ul>"
