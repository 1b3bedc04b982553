"""App Home: opened, narrowed, and its pages turned. It is drawn by the deliveries, like every message."""

from bot.desk import home
from bot.messages.home_board import ALL
from bot.messages.ids import Action
from bot.rules.finding import Narrowed
from handlers.door import Call, Kind, Route


def home_opened(call: Call) -> None:
    """Their App Home is drawn anew at every opening."""
    if call.event.get("tab") == "home":
        home.opened(call.desk, person=call.person)
    call.ack()


def area_chosen(call: Call) -> None:
    """The board of one service area, or of all."""
    home.narrow(call.desk, Narrowed.AREA, _chosen(call), person=call.person)
    call.ack()


def officer_chosen(call: Call) -> None:
    """What one press officer deals with, or nobody yet, or everyone."""
    home.narrow(call.desk, Narrowed.OFFICER, _chosen(call), person=call.person)
    call.ack()


def state_chosen(call: Call) -> None:
    """What stands at one state, or at any."""
    home.narrow(call.desk, Narrowed.STATUS, _chosen(call), person=call.person)
    call.ack()


def _chosen(call: Call) -> str:
    return "" if call.chosen == ALL else call.chosen


def turned(call: Call) -> None:
    """Next, or Back."""
    home.turn(call.desk, int(call.value), person=call.person)
    call.ack()


ROUTES = [
    Route(Kind.EVENT, "app_home_opened", home_opened),
    Route(Kind.ACTION, Action.BOARD_AREA, area_chosen),
    Route(Kind.ACTION, Action.BOARD_OFFICER, officer_chosen),
    Route(Kind.ACTION, Action.BOARD_STATE, state_chosen),
    Route(Kind.ACTION, Action.BOARD_NEXT, turned),
    Route(Kind.ACTION, Action.BOARD_BACK, turned),
]
