"""One move of a story idea as a line in its card's thread."""

from bot.messages.enquiry_line import person_named
from bot.messages.message import Message
from bot.messages.parts import section
from bot.messages.people import name
from bot.messages.wording import enquiries, stories
from storage.audit import AuditEntry
from storage.organisation import Organisation
from storage.story import StoryIdea


def line(entry: AuditEntry, story: StoryIdea, organisation: Organisation) -> Message:
    """What was done and by whom. Of `entry.details` only a person is read."""
    said = stories.LINE.get(entry.action, stories.LINE_OTHER).format(
        who=name(organisation, entry.actor),
        reference=story.reference,
        to=name(organisation, person_named(entry), enquiries.SOMEONE),
    )
    return Message(said, [section(said)])
