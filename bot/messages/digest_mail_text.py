"""The weekly good news as plain text, for a mail program or a notice board that shows nothing else. Lines of seventy-two characters."""

import textwrap
from collections.abc import Iterator

from bot.messages.digest import credit, opening
from bot.messages.digest_mail import clean, day_written, is_address, taken_out
from bot.messages.wording import digest as post_words
from bot.messages.wording import digest_mail as words
from bot.rules.digest_text import ToldStory, WholeDigest
from storage.organisation import Organisation

WIDTH = 72


def as_text(whole: WholeDigest, organisation: Organisation, posted: str = "") -> str:
    """The same as the mail, without a mark in it."""
    if not whole.stories:
        return _joined([_headline(_title(organisation)), words.NOTHING_LEFT])
    return _joined(_parts(whole, organisation, posted))


def _title(organisation: Organisation) -> str:
    return words.TITLE.format(organisation=organisation.name)


def _parts(whole: WholeDigest, organisation: Organisation, posted: str) -> Iterator[str]:
    yield _headline(_title(organisation))
    yield words.FOR_WEEK.format(day=day_written(whole.nominal_day))
    if said := taken_out(whole):
        yield said
    yield opening(whole, organisation)
    for story in whole.stories:
        yield from _story(story, posted)
    if whole.answered:
        yield _headline(words.BEHIND_TITLE)
        yield words.BEHIND.format(count=whole.answered)
    yield _headline(words.SEND_TITLE)
    yield words.SEND
    yield words.INSIDE.format(organisation=organisation.name)


def _story(story: ToldStory, posted: str) -> Iterator[str]:
    yield _headline(story.title)
    yield story.words
    if story.why:
        yield post_words.WHY.format(why=story.why)
    yield credit(story)
    if story.picture:
        yield words.PICTURE.format(words=story.picture.words)
        yield words.PICTURE_WHERE
        if posted:
            yield f"{words.PICTURE_LINK}:\n{posted}"
    if is_address(story.link):
        yield f"{words.LINK}:\n{story.link}"


def _headline(text: str) -> str:
    """Underlined, so that it is seen; what reads aloud passes over the line."""
    lines = textwrap.wrap(clean(text), WIDTH) or [""]
    return "\n".join([*lines, "-" * max(map(len, lines))])


def _joined(parts: Iterator[str] | list[str]) -> str:
    return "\n\n".join(_wrapped(part) for part in parts) + "\n"


def _wrapped(text: str) -> str:
    """Each line within the width; an address is never broken."""
    lines = clean(text).split("\n")
    wrapped = (textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [""] for line in lines)
    return "\n".join(line for several in wrapped for line in several)
