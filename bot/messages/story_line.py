"""One move of a story idea as a line in its card's thread."""

from bot.messages.enquiry_line import person_named
from bot.messages.message import Message
from bot.messages.mrkdwn import inline
from bot.messages.parts import quoted, section
from bot.messages.people import name
from bot.messages.wording import enquiries, stories
from storage.audit import AuditEntry
from storage.organisation import Organisation
from storage.story import StoryIdea

MOST_SAID = 1_500


def line(entry: AuditEntry, story: StoryIdea, organisation: Organisation, words: str = "") -> Message:
    """What was done and by whom. Of `entry.details` only a person is read.

    `words`: what was asked, answered or told, where everyone in the channel may read it.
    """
    said = stories.LINE.get(entry.action, stories.LINE_OTHER).format(
        who=name(organisation, entry.actor),
        reference=story.reference,
        to=name(organisation, person_named(entry), enquiries.SOMEONE),
    )
    if not words:
        said = f"{said.removesuffix(':')}." if said.endswith(":") else said
        return Message(said, [section(said)])
    return Message(f"{said} {inline(words, MOST_SAID)}", [section(said), quoted(words)])
