"""What Slack tells of people: an account switched off, a status, and that somebody is not to be disturbed."""

from bot.desk import presence
from handlers.door import Call, Kind, Route


def user_changed(call: Call) -> None:
    """Somebody's account or profile has changed. Most changes are a new picture, and touch nothing."""
    presence.changed(call.desk, call.event.get("user") or {})
    call.ack()


def not_disturbed(call: Call) -> None:
    """Somebody's quiet time has changed."""
    presence.disturbed(call.desk, str(call.event.get("user", "")), call.event.get("dnd_status") or {})
    call.ack()


ROUTES = [
    Route(Kind.EVENT, "user_change", user_changed),
    Route(Kind.EVENT, "dnd_updated_user", not_disturbed),
]
