"""A story idea in its authors' hands: put aside, gone on with, listed, and its pictures looked at."""

from collections.abc import Sequence
from typing import Any

from bot.messages.ids import Action, View
from bot.messages.message import Message
from bot.messages.mrkdwn import cut, inline, moment
from bot.messages.parts import Block, Element, button, header, modal, plain, section
from bot.messages.wording import stories
from bot.messages.wording import story_sending as words
from bot.messages.wording.names import STORY_STATUS
from bot.rules.pictures import GOOD
from bot.rules.sharing import is_kept_quiet
from bot.rules.story_form import MOST_ALT, Carried, StoryForm, picture_lines
from storage.kinds import Recognisable, StoryStatus
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import Picture
from storage.story_brief import StoryBrief


def kept(story: StoryIdea, form: StoryForm) -> dict[str, Any]:
    """In the form's place: it is put aside, and where to find it."""
    others = words.KEPT_OTHERS if form.authors else ""
    said = words.KEPT.format(reference=story.reference, others=others, app=words.APP)
    return modal(View.STORY_KEPT, words.KEPT_TITLE, [section(said)])


def filled_from(brief: StoryBrief) -> StoryForm:
    """What the form has in it when it is opened again. What a draft left open is open still."""
    story, files = brief.story, tuple(one.file for one in brief.pictures)
    draft = story.status == StoryStatus.DRAFT
    unsaid = draft and story.recognisable == Recognisable.NOT_ASKED
    return StoryForm(
        title=story.title,
        what_happened=story.what_happened,
        credit=story.credit,
        why_it_matters=story.why_it_matters,
        service_area=story.service_area,
        recognisable="" if unsaid else str(story.recognisable),
        tell_colleagues=story.tell_colleagues_now,
        tell_where=tuple(story.tell_where),
        about_child=story.about_child,
        court=story.court,
        photos=files,
        photo_words=picture_lines(one.words for one in brief.pictures),
        authors=brief.authors or None,
        carried=Carried(
            story_id=story.id,
            sent=not draft,
            channel=story.source_channel,
            ts=story.source_ts,
            link=story.source_link,
            files=files,
        ),
    )


# -- lists


def mine(ideas: Sequence[StoryIdea], organisation: Organisation, *, drafts: bool = False) -> Message:
    """A person's story ideas, or their drafts alone, each with its button. Seen by them alone."""
    title, none = (words.DRAFTS, words.DRAFTS_NONE) if drafts else (words.MINE, words.MINE_NONE)
    if not ideas:
        return Message(none, [section(none)])
    said = "; ".join(_spoken(one) for one in ideas)
    return Message(
        words.MINE_SPOKEN.format(title=title, ideas=said), [header(title), *(_line(one, organisation) for one in ideas)]
    )


def _line(story: StoryIdea, organisation: Organisation) -> Block:
    state = STORY_STATUS[story.status]
    if story.status == StoryStatus.DRAFT and story.drafted_at:
        state = words.DRAFT_FROM.format(moment=moment(story.drafted_at, organisation.calendar.zone))
    head = words.MINE_LINE.format(reference=f"*{story.reference}*", status=state)
    title = shown_title(story)
    return section(f"{head}\n{inline(title, 150)}" if title else head, opening(story))


def _spoken(story: StoryIdea) -> str:
    said = words.MINE_LINE.format(reference=story.reference, status=STORY_STATUS[story.status])
    title = shown_title(story)
    return f"{said}, {inline(title, 150)}" if title else said


def shown_title(story: StoryIdea) -> str:
    """The title, where it may stand in what Slack keeps: nobody has said yet that everyone in it agrees."""
    return "" if is_kept_quiet(story) else story.title


def opening(story: StoryIdea) -> Element:
    """The button that opens an idea of one's own, or goes on with a draft."""
    if story.status == StoryStatus.DRAFT:
        return button(Action.STORY_CHANGE, words.GO_ON, story.id, story.reference)
    return button(Action.STORY_OPEN, stories.OPEN, story.id, story.reference)


# -- pictures


def pictures(brief: StoryBrief) -> dict[str, Any]:
    """The pictures that can be shown, each with what it shows."""
    shown = [_picture(brief.story, one) for one in brief.pictures if one.state == GOOD]
    title = words.PICTURES_TITLE.format(reference=brief.story.reference)
    return modal(View.STORY_PICTURES, title, shown)


def _picture(story: StoryIdea, picture: Picture) -> Block:
    image: Block = {"type": "image", "slack_file": {"id": picture.file}, "alt_text": alt_text(story, picture)}
    return {**image, "title": plain(picture.words, MOST_ALT)} if picture.words else image


def alt_text(story: StoryIdea, picture: Picture) -> str:
    """What the picture shows, for those who cannot see it."""
    return cut(picture.words, MOST_ALT) or words.NO_PICTURE_WORDS.format(reference=story.reference)
