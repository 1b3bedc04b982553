"""The part of an enquiry's page with good news of the same service, to set beside a hard headline. Its people are asked once more first."""

from bot.messages.ids import Action
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, actions, button, context, header, quoted
from bot.messages.story_part_answer import afresh_button
from bot.messages.wording import story_bank as words
from bot.rules.deeds import Deed
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Status
from storage.story_brief import Beside


def part(brief: Brief, reader: Reader) -> list[Block]:
    """For the press office, while the enquiry is open and there is something to offer."""
    if not brief.good_news or brief.enquiry.status == Status.CLOSED or not reader.may(Deed.SEE_BANK, brief):
        return []
    rows = [block for one in brief.good_news for block in _row(one, brief.enquiry)]
    return [header(words.BESIDE), context(words.BESIDE_WHY), *rows]


def _row(one: Beside, enquiry: Enquiry) -> list[Block]:
    story = one.story
    said = words.BESIDE_READY if one.ready else words.BESIDE_WAITS if one.asked else words.BESIDE_LINE
    title = " ".join(story.title.split())
    opening = button(Action.STORY_OPEN, words.OPEN, story.id, story.reference)
    row = quoted(said.format(reference=story.reference, title=title), 300, opening)
    if one.ready or one.asked:
        return [row]
    return [row, *actions([afresh_button(f"{story.id}:{enquiry.id}", story.reference)])]
