"""Who has agreed, over all stories: what is held, what has to come down, what runs out soon, what is still needed. Each opens its story."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from bot.messages.ids import Action, View
from bot.messages.mrkdwn import inline, moment
from bot.messages.parts import Block, button, context, header, modal, quoted, quoted_context, section
from bot.messages.people import name
from bot.messages.story_part_consent import what_is_missing
from bot.messages.summary_parts import day_name
from bot.messages.wording import agreements as words
from bot.messages.wording.consents import DOWN_BUTTON
from bot.rules.consent import current, missing
from storage.agreements import Agreements
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea
from storage.story_told import TakeDown

MOST = 10
"""Rows of a kind: two blocks each, of the hundred that a modal may have."""

Row = tuple[Block, Block]


def view(found: Agreements, organisation: Organisation, *, office: bool) -> dict[str, Any]:
    """The page. It names people by initials or role, as their agreements do."""
    zone = organisation.calendar.zone
    parts: tuple[tuple[str, list[Row]], ...] = (
        (words.HELD, [(_row(story), _since(story, zone)) for story in found.held]),
        (words.DOWN, [(_coming_down(one, story, found), _down(one, organisation)) for one, story in found.down]),
        (words.ENDING, [(_row(story), _ends(one)) for one, story in found.ending]),
        (words.NEEDED, [(_row(story), quoted_context(_needed(known))) for story, known in found.unasked]),
    )
    blocks = [block for title, rows in parts for block in _part(title, rows)]
    intro = words.INTRO if office else words.INTRO_OWN
    return modal(View.AGREEMENTS, words.TITLE, [section(intro), *(blocks or [section(words.NOTHING)])])


def _row(story: StoryIdea) -> Block:
    """Its reference and title, for those who may read it, with the button that opens it."""
    title = " ".join(story.title.split())
    opening = button(Action.STORY_OPEN, words.OPEN, story.id, story.reference)
    return quoted(f"{story.reference}: {title}" if title else story.reference, 300, opening)


def _coming_down(one: TakeDown, story: StoryIdea, found: Agreements) -> Block:
    """Whoever only takes it down there sees its reference, and says so when it is done."""
    if story.id not in found.unreadable:
        return _row(story)
    return quoted(story.reference, 300, button(Action.TAKE_DOWN_DONE, DOWN_BUTTON, one.id, story.reference))


def _since(story: StoryIdea, zone: str) -> Block:
    return context(words.HELD_SINCE.format(moment=moment(story.held_at, zone) if story.held_at else ""))


def _down(one: TakeDown, organisation: Organisation) -> Block:
    place = inline(one.what, 300) or words.SOMEWHERE
    return context(words.DOWN_WITH.format(owner=name(organisation, one.owner), place=place))


def _ends(one: Consent) -> Block:
    return quoted_context(words.ENDS.format(who=_who(one), day=_day(one.until)))


def _who(consent: Consent) -> str:
    return " ".join(consent.who.split())


def _day(on: date | None) -> str:
    return f"{day_name(on)} {on.year}" if on else ""


def _needed(known: Iterable[Consent]) -> str:
    people = [one for one in current(known) if one.withdrawn_at is None]
    unasked = [_who(one) for one in people if not one.uses]
    lacking = [
        words.LACKS.format(who=_who(one), what=what_is_missing(one)) for one in people if one.uses and missing(one)
    ]
    if not unasked and not lacking:
        return words.ASK_THEM
    asked = [words.NOT_ASKED.format(who=", ".join(unasked))] if unasked else []
    return " ".join([*asked, *lacking])


def _part(title: str, rows: Sequence[Row]) -> Iterator[Block]:
    if not rows:
        return
    yield header(title)
    for row, said in rows[:MOST]:
        yield row
        yield said
    if len(rows) > MOST:
        yield context(words.MORE.format(count=len(rows) - MOST))
