"""The form for a story idea, and the one that declines it kindly."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from bot.messages.enquiry_form import area_choices
from bot.messages.ids import Action, Field, View
from bot.messages.parts import (
    MOST_INITIAL,
    Block,
    Element,
    actions,
    asked,
    asking_first,
    boxes,
    button,
    choice,
    colleagues,
    context,
    day,
    growing,
    menu,
    modal,
    one_of,
    quoted,
    quoted_context,
    radio,
    section,
    writing,
)
from bot.messages.people import area_of, name, promised
from bot.messages.wording import forms
from bot.messages.wording import story_sending as words
from bot.messages.wording.names import RECOGNISABLE, USE
from bot.rules.story_form import ABOUT_CHILD, ABOUT_COURT, MOST_PICTURES, StoryForm, picture_words
from storage.kinds import Recognisable, Use
from storage.organisation import Organisation
from storage.story import StoryIdea, reference_of

TELL_NOW = "yes"
"""The value of the one box of `Field.TELL_COLLEAGUES`."""

PICTURES = ["jpg", "jpeg", "png", "gif", "heic"]
EMPTY = StoryForm(title="", what_happened="", credit="", recognisable="")


def view(organisation: Organisation, person: str, typed: str = "") -> dict[str, Any]:
    """The form as it opens for this person. Words typed after the command become the title, or the story where they are long."""
    title, story = (typed, "") if len(typed) <= 150 else ("", typed)
    return drawn(organisation, person, replace(EMPTY, title=title, what_happened=story))


def drawn(
    organisation: Organisation,
    person: str,
    filled: StoryForm,
    *,
    over: str = "",
    problems: Sequence[str] = (),
    intro: str = "",
) -> dict[str, Any]:
    """The form with what is filled in so far. It asks what those answers call for, and nothing else.

    Drawn anew while someone fills it in, each block keeps its id, and Slack what was typed. `over` is what found no room in the box and
    stands above it, `problems` are plain words.
    """
    over = over or (filled.what_happened[MOST_INITIAL - 1 :] if len(filled.what_happened) > MOST_INITIAL else "")
    sent = filled.carried.sent
    blocks = [
        *([section(intro or words.DRAFT_NOT_YET), *(quoted(one) for one in problems)] if problems else []),
        *([] if sent else [section(forms.STORY_INTRO.format(days=promised(organisation)))]),
        *([section(forms.OVERFLOW), quoted(over)] if over else []),
        *_story(organisation, person, filled),
        *_where(filled),
        *_people_in_it(filled),
        *_pictures(filled),
        *_authors(filled),
        *actions(_buttons(filled)),
    ]
    submit = words.SAVE_CHANGES if sent else forms.STORY_SUBMIT
    title = words.CHANGE_TITLE.format(reference=reference_of(filled.carried.story_id)) if sent else forms.STORY_TITLE
    return modal(View.STORY, title, blocks, submit=submit, close=forms.CANCEL, metadata=filled.carried.written())


def overflow_of(view: Mapping[str, Any], sentence: str = forms.OVERFLOW) -> str:
    """What found no room in the box of an open form, and stands above it, below this sentence."""
    said = [str((block.get("text") or {}).get("text", "")) for block in view["blocks"]]
    return next((after for before, after in pairwise(said) if before == sentence), "")


def _story(organisation: Organisation, person: str, filled: StoryForm) -> list[Block]:
    what, why = writing(lines=True, initial=filled.what_happened), writing(lines=True, initial=filled.why_it_matters)
    return [
        asked(Field.TITLE, forms.TITLE, writing(initial=filled.title)),
        asked(Field.WHAT_HAPPENED, forms.WHAT_HAPPENED, what, hint=forms.WHAT_HAPPENED_HINT),
        asked(Field.WHY_IT_MATTERS, forms.WHY_IT_MATTERS, why, optional=True),
        asked(Field.CREDIT, forms.CREDIT, writing(initial=filled.credit), hint=forms.CREDIT_HINT),
        *_area(organisation, person, filled.service_area),
    ]


def _area(organisation: Organisation, person: str, chosen: str) -> list[Block]:
    """Which service it is about; the person's own is chosen already."""
    choices = area_choices(organisation)
    if not choices:
        return []
    area = area_of(organisation, person)
    own = chosen or (area.key if area else "")
    return [asked(Field.SERVICE_AREA, forms.SERVICE_AREA, menu(choices, forms.CHOOSE, one_of(choices, own)))]


def _where(filled: StoryForm) -> list[Block]:
    """Where it might be told, and whether colleagues may be told now."""
    places = [choice(words.TELL_WHERE_CHOICE[use], use) for use in Use]
    yes = [choice(forms.TELL_COLLEAGUES_YES, TELL_NOW)]
    ticked = boxes(places, _several(places, filled.tell_where))
    now = boxes(yes, yes if filled.tell_colleagues else ())
    return [
        asked(Field.TELL_WHERE, words.TELL_WHERE, ticked, hint=words.TELL_WHERE_HINT, optional=True),
        asked(Field.TELL_COLLEAGUES, forms.TELL_COLLEAGUES, now, optional=True),
    ]


def _people_in_it(filled: StoryForm) -> list[Block]:
    """What makes a story delicate, and whether anyone can be recognised; the rest is asked only where someone can."""
    about = [choice(words.ABOUT_CHILD, ABOUT_CHILD), choice(words.ABOUT_COURT, ABOUT_COURT)]
    ticked = [one for one, so in zip(about, (filled.about_child, filled.court), strict=True) if so]
    answers = [choice(RECOGNISABLE[one], one) for one in Recognisable]
    someone = radio(answers, one_of(answers, filled.recognisable))
    return [
        growing(asked(Field.STORY_ABOUT, words.ABOUT, boxes(about, ticked), optional=True), Action.STORY_ABOUT),
        *([context(words.ABOUT_CHILD_NOTE)] if filled.about_child else []),
        *([context(words.ABOUT_COURT_NOTE)] if filled.court else []),
        growing(asked(Field.RECOGNISABLE, forms.RECOGNISABLE, someone), Action.STORY_RECOGNISABLE),
        *_consent(filled),
    ]


def _consent(filled: StoryForm) -> list[Block]:
    """Who can be recognised; and where they have agreed, to what and until when."""
    if filled.carried.sent:
        return []  # the people in it stand on its page
    who = writing(lines=True, initial=filled.consent_who)
    if filled.recognisable == Recognisable.NOT_ASKED:
        named = asked(Field.CONSENT_WHO, words.WHO_IN_IT, who, hint=words.WHO_IN_IT_HINT, optional=True)
        return [named, context(words.NOT_ASKED_NOTE)]
    if filled.recognisable != Recognisable.AGREED:
        return []
    uses = [choice(USE[use], use) for use in Use]
    how, agreed = writing(lines=True, initial=filled.consent_how), boxes(uses, _several(uses, filled.consent_uses))
    until = day(filled.consent_until)
    return [
        asked(Field.CONSENT_WHO, forms.CONSENT_WHO, who, hint=forms.CONSENT_WHO_HINT, optional=True),
        asked(Field.CONSENT_HOW, forms.CONSENT_HOW, how, hint=forms.CONSENT_HOW_HINT, optional=True),
        asked(Field.CONSENT_USES, forms.CONSENT_USES, agreed, optional=True),
        asked(Field.CONSENT_UNTIL, forms.CONSENT_UNTIL, until, hint=forms.CONSENT_UNTIL_HINT, optional=True),
    ]


def _pictures(filled: StoryForm) -> list[Block]:
    """Those that are there already, room for more, and what they show."""
    files = filled.carried.files
    if not files and "pictures" not in filled.carried.grown:
        return []
    there = dict(zip(files, picture_words(filled, files), strict=True))
    kept = [choice(_named(number, there[file]), file) for number, file in enumerate(files, 1)]
    still = _several(kept, filled.photos)
    room = MOST_PICTURES - len(files)
    more = {"type": "file_input", "filetypes": PICTURES, "max_files": room}
    shown = writing(lines=True, initial=filled.photo_words)
    return [
        *([asked(Field.PICTURES_KEPT, words.PICTURES_KEPT, boxes(kept, still), optional=True)] if kept else []),
        *([asked(Field.PHOTO, forms.PHOTO, more, hint=forms.PHOTO_HINT, optional=True)] if room > 0 else []),
        asked(Field.PHOTO_WORDS, words.PHOTO_WORDS, shown, hint=words.PHOTO_WORDS_HINT, optional=True),
    ]


def _named(number: int, said: str) -> str:
    return words.PICTURE_SHOWING.format(number=number, words=said) if said else words.PICTURE.format(number=number)


def _authors(filled: StoryForm) -> list[Block]:
    if filled.authors is None:
        return []
    people = colleagues(words.AUTHORS_CHOOSE, filled.authors)
    return [asked(Field.STORY_AUTHORS, words.AUTHORS, people, hint=words.AUTHORS_HINT, optional=True)]


def _buttons(filled: StoryForm) -> list[Element]:
    """What else the form could ask, and putting it aside."""
    pictures = button(Action.STORY_ADD_PICTURES, words.ADD_PICTURES, "pictures")
    authors = button(Action.STORY_ADD_AUTHORS, words.ADD_AUTHORS, "authors")
    asks_pictures = bool(filled.carried.files) or "pictures" in filled.carried.grown
    return [
        *([] if asks_pictures else [pictures]),
        *([authors] if filled.authors is None else []),
        *([] if filled.carried.sent else [button(Action.STORY_DRAFT, words.SAVE_DRAFT, "draft"), *_throw_away(filled)]),
    ]


def _throw_away(filled: StoryForm) -> list[Element]:
    """For a draft that was put aside before."""
    number = filled.carried.story_id
    if not number:
        return []
    reference = reference_of(number)
    pressed = button(Action.STORY_WITHDRAW, words.THROW_AWAY, number, reference, "danger")
    sure = words.WITHDRAW_SURE_DRAFT.format(reference=reference)
    return [asking_first(pressed, sure, words.WITHDRAW_DRAFT, words.THROW_AWAY, words.WITHDRAW_NO)]


def _several(choices: Sequence[Element], values: Sequence[str]) -> list[Element]:
    return [one for one in choices if one["value"] in values]


def decline_view(story: StoryIdea, organisation: Organisation) -> dict[str, Any]:
    """Why not this time, and what would work: the author gets both."""
    blocks = [
        section(forms.DECLINE_INTRO.format(author=name(organisation, story.author))),
        quoted_context(story.title),
        asked(Field.DECLINED_BECAUSE, forms.DECLINED_BECAUSE, writing(lines=True)),
        asked(Field.SUGGESTION, forms.SUGGESTION, writing(lines=True), hint=forms.SUGGESTION_HINT),
    ]
    title = forms.DECLINE_TITLE.format(reference=story.reference)
    submit, close = forms.DECLINE_SUBMIT, forms.CANCEL
    about = f"{story.id}:{story.officer or ''}"
    return modal(View.STORY_DECLINE, title, blocks, submit=submit, close=close, metadata=about)
