"""A person's App Home: what they sent in and how it stands; for the press office also what is open."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.messages.enquiry_facts import deadline_line, outcome_words
from bot.messages.ids import Action
from bot.messages.mrkdwn import MOST_NAME, inline
from bot.messages.parts import (
    Block,
    Element,
    actions,
    button,
    context,
    divider,
    header,
    plain,
    quoted,
    section,
)
from bot.messages.people import area_name, area_of, duty, name
from bot.messages.wording import enquiries, house, stories
from bot.messages.wording.names import STORY_STATUS
from storage.enquiry import Enquiry
from storage.kinds import Recognisable, Status
from storage.organisation import Organisation
from storage.story import StoryIdea

MOST_MINE = 10
MOST_IDEAS = 8
MOST_OPEN = 25
"""Each takes two blocks, of the hundred that a home page may have."""


def view(
    person: str,
    organisation: Organisation,
    now: datetime,
    mine: Sequence[Enquiry],
    ideas: Sequence[StoryIdea],
    open_enquiries: Sequence[Enquiry] | None,
) -> dict[str, Any]:
    """The home page. `open_enquiries` None: this person is not of the press office."""
    blocks = [
        section(house.HOME_HELLO),
        section(_voices(person, organisation)),
        *actions(start_buttons()),
        *_board(open_enquiries, organisation, now),
        *_mine(mine, organisation),
        *_ideas(ideas),
    ]
    return {"type": "home", "blocks": blocks}


def _voices(person: str, organisation: Organisation) -> str:
    """Who to ring, and the press officer of this person's own service."""
    ring = house.HOME_DUTY.format(duty=duty(organisation))
    area = area_of(organisation, person)
    if area is None or not area.press_officer:
        return ring
    officer = name(organisation, area.press_officer)
    return f"{ring}\n{house.HOME_YOUR_OFFICER.format(area=inline(area.name, MOST_NAME), officer=officer)}"


def start_buttons() -> list[Element]:
    """The two doors: a media enquiry, a story idea."""
    return [
        button(Action.NEW_ENQUIRY, house.NEW_ENQUIRY, "new", style="primary"),
        button(Action.NEW_STORY, house.NEW_STORY, "new"),
    ]


def _board(open_enquiries: Sequence[Enquiry] | None, organisation: Organisation, now: datetime) -> list[Block]:
    """What is open, the most pressing first."""
    if open_enquiries is None:
        return []
    shown = [block for enquiry in open_enquiries[:MOST_OPEN] for block in _on_board(enquiry, organisation, now)]
    return [
        divider(),
        header(house.HOME_OPEN),
        *(shown or [section(house.HOME_NONE_OPEN)]),
        *_more(len(open_enquiries), MOST_OPEN),
    ]


def _on_board(enquiry: Enquiry, organisation: Organisation, now: datetime) -> list[Block]:
    """A restricted enquiry stands on the board without its outlet: the page is kept by Slack like any message."""
    area = area_name(organisation, enquiry.service_area)
    lines = [deadline_line(enquiry, organisation, now), f"{area}: {_state(enquiry, organisation)}"]
    if enquiry.restricted:
        lines.append(house.RESTRICTED)
    return [_named(enquiry, "" if enquiry.restricted else enquiry.outlet), context(*lines)]


def _mine(mine: Sequence[Enquiry], organisation: Organisation) -> list[Block]:
    shown = [
        block
        for enquiry in mine[:MOST_MINE]
        for block in (
            _named(enquiry, "" if enquiry.restricted else enquiry.outlet),
            context(_state(enquiry, organisation)),
        )
    ]
    return [
        divider(),
        header(house.HOME_MINE),
        *(shown or [section(house.HOME_NO_ENQUIRIES)]),
        *_more(len(mine), MOST_MINE),
    ]


def _named(enquiry: Enquiry, outlet: str) -> Block:
    opening = button(Action.ENQUIRY_OPEN, house.OPEN, enquiry.id, enquiry.reference)
    words = f"{enquiry.reference}: {outlet}" if outlet else enquiry.reference
    return {"type": "section", "text": plain(words, 300), "accessory": opening}


def _state(enquiry: Enquiry, organisation: Organisation) -> str:
    """How it stands, in words; how it ended where it is not private."""
    said = enquiries.HOME_ASKED[enquiry.status].format(officer=name(organisation, enquiry.officer))
    if enquiry.status == Status.CLOSED and not enquiry.restricted:
        return f"{said}: {outcome_words(enquiry).lower()}"
    return said


def _ideas(ideas: Sequence[StoryIdea]) -> list[Block]:
    shown = [block for story in ideas[:MOST_IDEAS] for block in _idea(story)]
    return [
        divider(),
        header(house.HOME_IDEAS),
        *(shown or [section(house.HOME_NO_IDEAS)]),
        *_more(len(ideas), MOST_IDEAS),
    ]


def _idea(story: StoryIdea) -> list[Block]:
    kept_back = story.recognisable == Recognisable.NOT_ASKED
    words = story.reference if kept_back else stories.HEADER.format(reference=story.reference, title=story.title)
    return [quoted(words, 300), context(STORY_STATUS[story.status])]


def _more(count: int, shown: int) -> list[Block]:
    return [context(house.HOME_MORE.format(count=count - shown))] if count > shown else []
