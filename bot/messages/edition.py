"""A service area's own good news, a month's best, and the question which were the best."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.messages.digest import count_of, stories, titles
from bot.messages.ids import Action, Field, View
from bot.messages.message import Message
from bot.messages.mrkdwn import MOST_NAME, cut, escape
from bot.messages.parts import (
    Block,
    actions,
    asked,
    button,
    choice,
    context,
    divider,
    header,
    modal,
    plain,
    quoted,
    section,
)
from bot.messages.people import area_name, place
from bot.messages.wording import digest as digest_words
from bot.messages.wording import editions as words
from bot.rules.digest_text import ToldStory, pages
from bot.rules.editions import MOST_PICKED, month_of
from storage.digest import Edition
from storage.organisation import Organisation
from storage.story import StoryIdea

MOST_CHOICES = 100


def post(edition: Edition, told: Sequence[ToldStory], organisation: Organisation, taken_out: int = 0) -> Message:
    """The edition as it stands, or that it was taken down."""
    area = _area(edition, organisation)
    head = words.HEADER.format(area=area) if edition.service_area else words.HEADER_BEST.format(month=_month(edition))
    if not told:
        return Message(digest_words.NOTHING_LEFT, [header(head), section(digest_words.NOTHING_LEFT)])
    first = pages(told)[0]
    intro = words.INTRO.format(area=area) if edition.service_area else words.INTRO_BEST.format(month=_month(edition))
    said = words.SPOKEN if edition.service_area else words.SPOKEN_BEST
    spoken_area = area_name(organisation, edition.service_area, words.NO_AREA)
    return Message(
        said.format(area=spoken_area, month=_month(edition), count=count_of(len(first)), titles=titles(first)),
        [
            header(head),
            quoted(intro),
            *stories(first),
            *_more(len(told) - len(first), organisation),
            *_taken_out(taken_out),
            divider(),
            context(digest_words.SEND),
        ],
    )


def _area(edition: Edition, organisation: Organisation) -> str:
    area = organisation.service_areas.get(edition.service_area)
    return cut(area.name, MOST_NAME) if area else words.NO_AREA


def _month(edition: Edition) -> str:
    """November 2026; of a week's edition, nothing that anybody sees."""
    first = date.min if edition.service_area else month_of(edition.key)
    return f"{first:%B} {first.year}"


def _more(count: int, organisation: Organisation) -> list[Block]:
    if count <= 0:
        return []
    said = words.MORE_ONE if count == 1 else words.MORE
    return [context(said.format(count=count, place=place(organisation)))]


def _taken_out(count: int) -> list[Block]:
    if not count:
        return []
    return [context(digest_words.TAKEN_OUT_ONE if count == 1 else digest_words.TAKEN_OUT.format(count=count))]


def question(edition: Edition, could_be: int, organisation: Organisation) -> Message:
    """To the comms team: which were the best?"""
    about = {"month": _month(edition), "place": place(organisation), "most": MOST_PICKED}
    if edition.state != "asked":
        said = words.CHOSEN.format(**about)
        return Message(said, [section(said)])
    if not could_be:
        said = words.NONE_LEFT.format(**about)
        return Message(said, [section(said)])
    count = words.COUNT[could_be != 1].format(count=could_be)
    ask = button(Action.BEST_CHOOSE, words.CHOOSE, edition.id, words.ABOUT.format(**about), "primary")
    blocks = [section(words.ASK.format(count=count, **about)), context(words.ASK_HOW.format(**about)), *actions([ask])]
    return Message(words.ASK_SPOKEN.format(**about), blocks)


def among_best(story: StoryIdea, edition: Edition, link: str, organisation: Organisation) -> Message:
    """To someone who wrote a story: it was picked as one of a month's best, and stands there again."""
    facts = {"reference": story.reference, "month": _month(edition), "place": place(organisation)}
    said = words.AMONG_BEST.format(**facts)
    return Message(said, [section(f"{said} {words.AMONG_BEST_LINK.format(link=escape(link))}")])


def choose_view(edition: Edition, could_be: Sequence[StoryIdea]) -> dict[str, Any]:
    """The form to choose in."""
    choices = [choice(f"{story.reference}: {story.title}"[:75], str(story.id)) for story in could_be[:MOST_CHOICES]]
    if not choices:
        return modal(View.DIGEST_NONE, words.FORM_TITLE, [section(words.FORM_EMPTY)])
    element = {
        "type": "multi_static_select",
        "options": choices,
        "placeholder": plain(digest_words.ADD_CHOOSE, 150),
        "max_selected_items": MOST_PICKED,
    }
    hint = words.FORM_HINT.format(most=MOST_PICKED)
    field = asked(Field.DIGEST_STORIES, words.FORM_FIELD, element, hint=hint)
    return modal(
        View.BEST_OF,
        words.FORM_TITLE,
        [field],
        submit=words.FORM_SUBMIT,
        close=digest_words.CANCEL,
        metadata=str(edition.id),
    )
