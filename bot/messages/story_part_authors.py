"""Of a story's page: where it came from and who wrote it, its pictures, and what its authors may do with it."""

from bot.messages.ids import Action
from bot.messages.mrkdwn import address, listed, moment
from bot.messages.parts import Block, Element, actions, asking_first, button, quoted, section
from bot.messages.people import name, you_or
from bot.messages.story_reader import StoryReader
from bot.messages.wording import story_sending as words
from bot.messages.wording.names import YOU
from bot.rules.deeds import Deed
from bot.rules.pictures import GOOD
from storage.kinds import StoryStatus, Use
from storage.story import StoryIdea
from storage.story_around import Picture
from storage.story_brief import StoryBrief


def origin(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    """Who wrote it with whom, the message that it came from, where it might be told, what makes it delicate; that it was taken back."""
    story, told = brief.story, reader.organisation
    places = [words.TELL_WHERE_CHOICE[use].lower() for use in Use if use in story.tell_where]
    others = [name(told, person) for person in brief.authors if person != reader.person]
    you = [YOU.lower()] if reader.person in brief.authors else []
    lines = [
        words.WRITTEN_WITH.format(authors=listed([*others, *you])) if brief.authors else "",
        words.TOLD_WHERE.format(places=", ".join(places)) if places else "",
        words.IS_CHILD if story.about_child else "",
        words.IS_COURT if story.court else "",
        words.SENT_FROM.format(link=address(story.source_link)) if story.source_link else "",
        _taken_back(story, reader),
    ]
    said = "\n".join(line for line in lines if line)
    return [section(said)] if said else []


def _taken_back(story: StoryIdea, reader: StoryReader) -> str:
    if story.withdrawn_at is None:
        return ""
    when = moment(story.withdrawn_at, reader.organisation.calendar.zone)
    return words.WITHDRAWN_BY.format(who=you_or(reader.organisation, story.withdrawn_by, reader.person), moment=when)


def pictures(brief: StoryBrief, _reader: StoryReader) -> list[Block]:
    """What each picture shows, or why it is left out; they are looked at on a page of their own."""
    lines = [block for number, one in enumerate(brief.pictures, 1) for block in _picture(number, one)]
    shown = any(one.state == GOOD for one in brief.pictures)
    see = button(Action.STORY_PICTURES, words.SEE_PICTURES, brief.story.id, brief.story.reference)
    return [section(words.PICTURES, see if shown else None), *lines] if lines else []


def _picture(number: int, picture: Picture) -> list[Block]:
    said = words.PICTURE_LINE.format(number=number, words=picture.words or words.NO_WORDS)
    wrong = words.PICTURE_STATE.get(picture.state)
    return [quoted(said, 600), *([section(wrong)] if wrong else [])]


def buttons(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    """Go on with it or change it, and take it back."""
    return actions([*_change(brief, reader), *_withdraw(brief, reader)])


def _change(brief: StoryBrief, reader: StoryReader) -> list[Element]:
    status = brief.story.status
    if status not in {StoryStatus.DRAFT, StoryStatus.NEW} or not reader.may(Deed.CHANGE_STORY, brief):
        return []
    said = words.GO_ON if status == StoryStatus.DRAFT else words.CHANGE
    return [button(Action.STORY_CHANGE, said, brief.story.id, brief.story.reference)]


def _withdraw(brief: StoryBrief, reader: StoryReader) -> list[Element]:
    story = brief.story
    if story.status == StoryStatus.WITHDRAWN or story.emptied_at or not reader.may(Deed.WITHDRAW_STORY, brief):
        return []
    draft = story.status == StoryStatus.DRAFT
    pressed = button(
        Action.STORY_WITHDRAW, words.THROW_AWAY if draft else words.WITHDRAW, story.id, story.reference, "danger"
    )
    return [
        asking_first(
            pressed,
            (words.WITHDRAW_SURE_DRAFT if draft else words.WITHDRAW_SURE).format(reference=story.reference),
            _what_follows(brief),
            words.THROW_AWAY if draft else words.WITHDRAW_YES,
            words.WITHDRAW_NO,
        )
    ]


def _what_follows(brief: StoryBrief) -> str:
    if brief.story.status == StoryStatus.DRAFT:
        return words.WITHDRAW_DRAFT
    return words.WITHDRAW_TOLD if brief.story.status == StoryStatus.TOLD or brief.tellings else words.WITHDRAW_NEW
