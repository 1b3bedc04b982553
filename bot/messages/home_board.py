"""The board of the press office in App Home: what is open, the most pressing first, narrowed as each person likes."""

from collections.abc import Iterable
from datetime import datetime

from bot.messages.enquiry_facts import deadline_line
from bot.messages.home_state import named, state
from bot.messages.ids import Action
from bot.messages.parts import Block, Element, actions, button, choice, context, divider, header, section
from bot.messages.people import area_name
from bot.messages.wording import finding, house
from bot.messages.wording.names import STATUS
from storage.enquiry import Enquiry
from storage.finding import NOBODY, Page
from storage.home import ON_A_PAGE, Home
from storage.kinds import Role, Status
from storage.organisation import Organisation

ALL = "all"
OPEN_STATES = [status for status in Status if status != Status.CLOSED]


def blocks(home: Home, organisation: Organisation, now: datetime) -> list[Block]:
    """The board, or nothing for someone who is not of the press office."""
    page = home.board
    if page is None:
        return []
    narrowed = home.filters.area or home.filters.officer or home.filters.status
    none = finding.NONE_LIKE_THIS if narrowed else house.HOME_NONE_OPEN
    rows = [block for enquiry in page.enquiries[:ON_A_PAGE] for block in _row(enquiry, organisation, now)]
    return [
        divider(),
        header(house.HOME_OPEN),
        *(actions(_menus(home, organisation)) if rows or narrowed else []),
        *(rows or [section(none)]),
        *_foot(page),
    ]


def _row(enquiry: Enquiry, organisation: Organisation, now: datetime) -> list[Block]:
    """A restricted enquiry stands on the board without its outlet: the page is kept by Slack like any message."""
    area = area_name(organisation, enquiry.service_area)
    lines = [deadline_line(enquiry, organisation, now), f"{area}: {state(enquiry, organisation)}"]
    if enquiry.restricted:
        lines.append(house.RESTRICTED)
    return [named(enquiry), context(*lines)]


def _foot(page: Page) -> list[Block]:
    """How many there are, and the buttons to turn the page."""
    count, first, last = page.count or 0, page.start + 1, page.start + len(page.enquiries)
    if count <= len(page.enquiries):
        return []
    many = finding.MANY.format(count=count)
    turning = [
        *(
            [button(Action.BOARD_BACK, finding.BACK, max(0, page.start - ON_A_PAGE), finding.ENQUIRIES)]
            if page.start
            else []
        ),
        *(
            [button(Action.BOARD_NEXT, finding.NEXT_PAGE, page.start + ON_A_PAGE, finding.ENQUIRIES)]
            if page.more
            else []
        ),
    ]
    return [context(finding.BOARD_COUNT.format(count=many, first=first, last=last)), *actions(turning)]


def _menus(home: Home, organisation: Organisation) -> list[Element]:
    """Which service area, whose, and in which state."""
    areas = [(area.name, area.key) for area in organisation.service_areas.values()]
    office = dict.fromkeys((*organisation.holders(Role.PRESS_OFFICER), *organisation.holders(Role.HEAD_OF_COMMS)))
    officers = [(finding.NO_OFFICER, NOBODY), *((organisation.name_of(person), person) for person in office)]
    states = [(STATUS[status], str(status)) for status in OPEN_STATES]
    return [
        _menu(Action.BOARD_AREA, finding.ALL_AREAS, areas, home.filters.area),
        _menu(Action.BOARD_OFFICER, finding.ALL_OFFICERS, officers, home.filters.officer),
        _menu(Action.BOARD_STATE, finding.ALL_STATES, states, home.filters.status),
    ]


def _menu(action: Action, everything: str, among: Iterable[tuple[str, str]], chosen: str) -> Element:
    """A menu that stands at what was chosen; what is there no more stands at everything."""
    choices = [choice(everything, ALL), *(choice(words, value) for words, value in among)][:100]
    at = next((one for one in choices if one["value"] == chosen), choices[0])
    return {"type": "static_select", "action_id": action, "options": choices, "initial_option": at}
