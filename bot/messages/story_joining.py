"""News of two ideas that became one, for everyone who wrote either of them."""

from bot.messages.message import Message
from bot.messages.parts import section
from bot.messages.people import name
from bot.messages.wording import stories
from bot.messages.wording import story_answers as words
from storage.organisation import Organisation
from storage.story import StoryIdea

NEWS = {"joined": words.NEWS_JOINED, "welcomed": words.NEWS_WELCOMED}


def news(what: str, story: StoryIdea, other: StoryIdea, organisation: Organisation, reader: str) -> Message:
    """`joined`: this idea goes on as part of the other. `welcomed`: the other goes on as part of this one."""
    by = story.officer or other.officer
    officer = words.YOU_JOINED if by == reader else name(organisation, by, stories.SOMEONE)
    said = NEWS[what].format(reference=story.reference, other=other.reference, officer=officer)
    return Message(said, [section(said)])
