"""The form for a story idea, and the one that declines it kindly."""

from typing import Any

from bot.messages.enquiry_form import area_choices
from bot.messages.ids import Field, View
from bot.messages.parts import (
    MOST_INITIAL,
    Block,
    Element,
    asked,
    boxes,
    choice,
    day,
    menu,
    modal,
    quoted,
    quoted_context,
    radio,
    section,
    writing,
)
from bot.messages.people import area_of, name
from bot.messages.wording import forms
from bot.messages.wording.names import RECOGNISABLE, USE
from storage.kinds import Recognisable, Use
from storage.organisation import Organisation
from storage.story import StoryIdea

TELL_NOW = "yes"
"""The value of the one box of `Field.TELL_COLLEAGUES`."""

PICTURES = ["jpg", "jpeg", "png", "gif", "heic"]
MOST_PHOTOS = 5


def view(
    organisation: Organisation, person: str, typed: str = "", *, told: str = "", private_metadata: str = ""
) -> dict[str, Any]:
    """The form as it opens for this person. Words typed after the command become the title, or the story where they are long.

    `told` is what happened, as a message tells it; what does not fit in the box stands above it.
    """
    title, story = (typed, "") if len(typed) <= 150 else ("", typed)
    story = told or story
    over = story[MOST_INITIAL - 1 :] if len(story) > MOST_INITIAL else ""
    blocks = [
        section(forms.STORY_INTRO),
        *([section(forms.OVERFLOW), quoted(over)] if over else []),
        asked(Field.TITLE, forms.TITLE, writing(initial=title)),
        asked(
            Field.WHAT_HAPPENED,
            forms.WHAT_HAPPENED,
            writing(lines=True, initial=story),
            hint=forms.WHAT_HAPPENED_HINT,
        ),
        asked(Field.CREDIT, forms.CREDIT, writing(), hint=forms.CREDIT_HINT),
        *_area(organisation, person),
        *_consent(),
        _tell_colleagues(),
        asked(Field.PHOTO, forms.PHOTO, _photos(), hint=forms.PHOTO_HINT, optional=True),
        asked(Field.WHY_IT_MATTERS, forms.WHY_IT_MATTERS, writing(lines=True), optional=True),
    ]
    submit, close = forms.STORY_SUBMIT, forms.CANCEL
    return modal(View.STORY, forms.STORY_TITLE, blocks, submit=submit, close=close, metadata=private_metadata)


def _area(organisation: Organisation, person: str) -> list[Block]:
    """Which service it is about; the person's own is chosen already."""
    choices = area_choices(organisation)
    if not choices:
        return []
    area = area_of(organisation, person)
    own = next((one for one in choices if area and one["value"] == area.key), None)
    return [asked(Field.SERVICE_AREA, forms.SERVICE_AREA, menu(choices, forms.CHOOSE, own))]


def _consent() -> list[Block]:
    """Whether anyone can be recognised; the rest is needed only where someone is and has agreed."""
    answers = [choice(RECOGNISABLE[one], one) for one in Recognisable]
    uses = [choice(USE[use], use) for use in Use]
    who, how, until = forms.CONSENT_WHO_HINT, forms.CONSENT_HOW_HINT, forms.CONSENT_UNTIL_HINT
    return [
        asked(Field.RECOGNISABLE, forms.RECOGNISABLE, radio(answers)),
        asked(Field.CONSENT_WHO, forms.CONSENT_WHO, writing(), hint=who, optional=True),
        asked(Field.CONSENT_HOW, forms.CONSENT_HOW, writing(lines=True), hint=how, optional=True),
        asked(Field.CONSENT_USES, forms.CONSENT_USES, boxes(uses), optional=True),
        asked(Field.CONSENT_UNTIL, forms.CONSENT_UNTIL, day(), hint=until, optional=True),
    ]


def _tell_colleagues() -> Block:
    yes = choice(forms.TELL_COLLEAGUES_YES, TELL_NOW)
    return asked(Field.TELL_COLLEAGUES, forms.TELL_COLLEAGUES, boxes([yes]), optional=True)


def _photos() -> Element:
    return {"type": "file_input", "filetypes": PICTURES, "max_files": MOST_PHOTOS}


def decline_view(story: StoryIdea, organisation: Organisation) -> dict[str, Any]:
    """Why not this time, and what would work: the author gets both."""
    blocks = [
        section(forms.DECLINE_INTRO.format(author=name(organisation, story.author))),
        quoted_context(story.title),
        asked(Field.DECLINED_BECAUSE, forms.DECLINED_BECAUSE, writing(lines=True)),
        asked(Field.SUGGESTION, forms.SUGGESTION, writing(lines=True), optional=True),
    ]
    title = forms.DECLINE_TITLE.format(reference=story.reference)
    submit, close = forms.DECLINE_SUBMIT, forms.CANCEL
    return modal(View.STORY_DECLINE, title, blocks, submit=submit, close=close, metadata=str(story.id))
