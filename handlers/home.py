"""App Home, and a direct message to the bot."""

from bot.desk import people
from handlers.door import Call, Kind, Route


def home_opened(call: Call) -> None:
    """Their App Home is drawn anew at every opening."""
    if call.event.get("tab") == "home":
        people.home_opened(call.desk, person=call.person)
    call.ack()


def written_to(call: Call) -> None:
    """Someone wrote to the bot. Edits, deletions, files' echoes and bots are not someone writing."""
    event = call.event
    if event.get("channel_type") == "im" and not event.get("bot_id") and event.get("subtype") in {None, "file_share"}:
        people.wrote_to_us(call.desk, person=call.person, event_id=str(call.body["event_id"]))
    call.ack()


ROUTES = [
    Route(Kind.EVENT, "app_home_opened", home_opened),
    Route(Kind.EVENT, "message", written_to),
]
