"""The page of a story idea: opened from a button, brought up to date under the forms that were opened from it."""

from typing import Any

from bot.desk import reading
from bot.messages import story_page
from bot.messages.ids import Action
from bot.messages.story_reader import StoryReader
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form


def read(call: Call) -> None:
    """Open: all of an idea."""
    open_form(call, lambda: page(call, int(call.value)))


def page(call: Call, story_id: int) -> dict[str, Any]:
    """The page as this person may see it. Raises Refused."""
    brief = reading.story_page(call.desk, story_id, person=call.person)
    return story_page.view(brief, StoryReader(call.person, call.desk.organisation, call.desk.clock.now()))


def done(call: Call, story_id: int) -> None:
    """A form or a button has had its effect: the page shows it, also where it was opened from another story's or from a list."""
    call.ack()
    under = call.page_beneath
    if under:
        call.later(lambda: call.update(under, page(call, story_id)), trouble.unheard)


ROUTES = [Route(Kind.ACTION, Action.STORY_OPEN, read)]
