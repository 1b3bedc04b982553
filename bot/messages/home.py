"""A person's App Home: what waits for them, what is open where they are of the press office, and what they sent in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.messages import (
    absences,
    digest_notes,
    first_run,
    home_asked,
    home_board,
    home_heard,
    home_waiting,
    pre_election_form,
    rota,
    settings_page,
)
from bot.messages.enquiry_facts import counts_down, deadline_line
from bot.messages.home_state import named, state
from bot.messages.ids import Action
from bot.messages.line_page import line_button
from bot.messages.mrkdwn import MOST_NAME, inline
from bot.messages.parts import (
    Block,
    Element,
    actions,
    button,
    context,
    divider,
    header,
    quoted,
    section,
)
from bot.messages.people import area_of, duty, name
from bot.messages.story_drafts import opening, shown_title
from bot.messages.wording import agreements, house, sharing, stories
from bot.messages.wording.names import STORY_STATUS
from storage.enquiry import Enquiry
from storage.home import Home
from storage.kinds import Recognisable
from storage.organisation import Organisation
from storage.story import StoryIdea

MOST_MINE = 8
MOST_MINE_BESIDE_A_BOARD = 4
MOST_IDEAS = 5
MOST_BLOCKS = 100  # Slack takes no more


def view(person: str, organisation: Organisation, now: datetime, home: Home) -> dict[str, Any]:
    """The home page. A restricted enquiry stands on it without its text: the page is kept by Slack like any message."""
    if not organisation.name:
        return {"type": "home", "blocks": first_run.welcome()}
    blocks = [
        *first_run.steps(person, organisation),
        section(house.HOME_HELLO),
        section(_voices(person, organisation)),
        *pre_election_form.home_note(organisation, now),
        *absences.home_note(person, organisation, now),
        *digest_notes.home_note(person, organisation),
        *actions(
            [
                *start_buttons(),
                *line_button(person, organisation),
                *rota.home_button(person, organisation),
                *absences.home_button(person, organisation, now),
                *settings_page.own_button(person, organisation),
                *pre_election_form.home_button(person, organisation),
                *settings_page.home_button(person, organisation),
            ]
        ),
        *home_waiting.blocks(home, organisation, now),
        *home_board.blocks(home, organisation, now),
        *_mine(home, organisation, now),
        *_ideas(home.ideas),
        *home_asked.blocks(home.asked, organisation),
        *home_heard.blocks(home, organisation, now),
    ]
    return {"type": "home", "blocks": blocks[:MOST_BLOCKS]}


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
        button(Action.NEW_SHARE, sharing.NEW, "new"),
    ]


def _mine(home: Home, organisation: Organisation, now: datetime) -> list[Block]:
    """What they sent in: how it stands, and while the journalist waits, until when."""
    most = MOST_MINE if home.board is None else MOST_MINE_BESIDE_A_BOARD
    shown = [
        block
        for enquiry in home.mine[:most]
        for block in (named(enquiry), context(*_by_when(enquiry, organisation, now), state(enquiry, organisation)))
    ]
    more = [context(house.HOME_MORE_MINE)] if len(home.mine) > most else []
    return [divider(), header(house.HOME_MINE), *(shown or [section(house.HOME_NO_ENQUIRIES)]), *more]


def _by_when(enquiry: Enquiry, organisation: Organisation, now: datetime) -> list[str]:
    waits = enquiry.deadline is not None and counts_down(enquiry)
    return [deadline_line(enquiry, organisation, now)] if waits else []


def _ideas(ideas: Sequence[StoryIdea]) -> list[Block]:
    shown = [block for story in ideas[:MOST_IDEAS] for block in _idea(story)]
    return [
        divider(),
        header(house.HOME_IDEAS),
        *(shown or [section(house.HOME_NO_IDEAS)]),
        *_more(len(ideas), MOST_IDEAS),
        *_agreements(ideas),
    ]


def _agreements(ideas: Sequence[StoryIdea]) -> list[Block]:
    """Who has agreed to them, where somebody can be recognised."""
    asks = any(one.recognisable != Recognisable.NOBODY for one in ideas)
    return actions([button(Action.SEE_AGREEMENTS, agreements.BUTTON, "mine")]) if asks else []


def _idea(story: StoryIdea) -> list[Block]:
    title = shown_title(story)
    words = stories.HEADER.format(reference=story.reference, title=title) if title else story.reference
    return [quoted(words, 300, None if story.emptied_at else opening(story)), context(STORY_STATUS[story.status])]


def _more(count: int, shown: int) -> list[Block]:
    return [context(house.HOME_MORE.format(count=count - shown))] if count > shown else []
