"""The private answer to someone who asks for stories: one page of them, and how well the promise is kept."""

from collections.abc import Sequence

from bot.messages.ids import Action
from bot.messages.message import Message, within
from bot.messages.mrkdwn import inline
from bot.messages.parts import Block, Element, actions, button, context, quoted, section
from bot.messages.people import area_name, promised
from bot.messages.wording import story_bank as words
from bot.messages.wording.names import STORY_STATUS
from bot.messages.wording.stories import AREA_NONE
from bot.rules.promise import Kept
from bot.rules.story_bank import AskedStories, Theme
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_bank import StoryPage

THEMES = {theme.value: name for theme, name in words.THEMES.items()}
"""Each theme in words, to narrow the bank by."""

MOST = 10
"""Stories on a page: each takes two of a message's fifty blocks."""

MOST_ALOUD = 3_000
"""Whole stories only: a title that is cut could turn what follows the other way round."""


def answer(
    asked: AskedStories,
    page: StoryPage,
    organisation: Organisation,
    *,
    office: bool,
    readable: frozenset[int],
    kept: str = "",
    narrow: bool = False,
) -> Message:
    """One page. `readable`: those that this person may open. `kept`: the id under which the words searched for are kept.

    `narrow`: of one service or theme alone.
    """
    told = asked == AskedStories.LIST and not office
    if not page.stories:
        none = words.NONE_NARROW if narrow else words.NONE_TOLD if told else words.NONE[asked]
        return Message(none, [section(none)])
    head = words.HEAD_TOLD if told else words.HEAD[asked]
    foot = words.FROM_TO.format(first=page.start + 1, last=page.start + len(page.stories))
    blocks = [
        section(head),
        *(block for story in page.stories for block in _item(story, organisation, may_open=story.id in readable)),
        *([context(foot), *actions(_turning(asked, page, kept))] if page.start or page.more else []),
    ]
    said = [f"{head} {foot}".replace("*", ""), *(_spoken(story, organisation) for story in page.stories)]
    return Message(within(said, MOST_ALOUD), blocks)


def _item(story: StoryIdea, organisation: Organisation, *, may_open: bool) -> list[Block]:
    opening = button(Action.STORY_OPEN, words.OPEN, story.id, story.reference) if may_open else None
    row = quoted(f"{story.reference}: {_title(story)}", 300, opening)
    return [row, context(words.ITEM_LINE.format(**_facts(story, organisation)))]


def _title(story: StoryIdea) -> str:
    return " ".join(story.title.split())


def _facts(story: StoryIdea, organisation: Organisation) -> dict[str, str]:
    return {
        "area": area_name(organisation, story.service_area, AREA_NONE),
        "theme": theme_name(story),
        "status": STORY_STATUS[story.status],
    }


def theme_name(story: StoryIdea) -> str:
    """The theme that the press office gave it."""
    return words.THEMES[Theme(story.theme)] if story.theme in set(Theme) else words.NO_THEME


def _spoken(story: StoryIdea, organisation: Organisation) -> str:
    facts = _facts(story, organisation)
    return words.ITEM_SPOKEN.format(reference=story.reference, title=inline(story.title, 150), **facts)


def _turning(asked: AskedStories, page: StoryPage, kept: str) -> Sequence[Element]:
    back, more = max(0, page.start - MOST), page.start + MOST
    going_back = button(Action.STORIES_BACK, words.BACK, f"{asked}:{back}:{kept}", words.STORIES)
    going_on = button(Action.STORIES_MORE, words.MORE, f"{asked}:{more}:{kept}", words.STORIES)
    return [*([going_back] if page.start else []), *([going_on] if page.more else [])]


def find_what() -> Message:
    """`find` without a word to look for."""
    return Message(words.FIND_WHAT, [section(words.FIND_WHAT)])


def promise(kept: Kept, organisation: Organisation) -> Message:
    """How well the promise is kept, in words, and never by person."""
    lines = [_answered(kept), _waiting(kept)]
    said = words.PROMISE.format(days=promised(organisation))
    spoken = " ".join([said.replace("*", ""), *lines, words.PROMISE_HOW])
    return Message(spoken, [section("\n".join([said, *lines])), context(words.PROMISE_HOW)])


def _answered(kept: Kept) -> str:
    if not kept.answered:
        return words.PROMISE_NONE
    pattern = words.PROMISE_KEPT if kept.late else words.PROMISE_KEPT_ALL
    return pattern.format(answered=_counted(words.IDEAS, kept.answered), in_time=kept.in_time, late=kept.late)


def _waiting(kept: Kept) -> str:
    if not kept.waiting:
        return words.PROMISE_NOBODY_WAITS
    pattern = words.PROMISE_WAITING_LATE if kept.overdue else words.PROMISE_WAITING
    return pattern.format(
        waiting=_counted(words.WAITS, kept.waiting),
        longest=_counted(words.DAYS, kept.longest) if kept.longest else words.LESS_THAN_A_DAY,
        overdue=_counted(words.LATE, kept.overdue),
    )


def _counted(one_or_many: tuple[str, str], count: int) -> str:
    return one_or_many[count != 1].format(count=count)
