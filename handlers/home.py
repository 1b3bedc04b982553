"""App Home."""

from bot.desk import people
from handlers.door import Call, Kind, Route


def home_opened(call: Call) -> None:
    """Their App Home is drawn anew at every opening."""
    if call.event.get("tab") == "home":
        people.home_opened(call.desk, person=call.person)
    call.ack()


ROUTES = [
    Route(Kind.EVENT, "app_home_opened", home_opened),
]
