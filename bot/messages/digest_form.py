"""The forms of the preview: a story's words, the opening, stories to add; and why good news is paused."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.messages.ids import Field, View
from bot.messages.parts import Block, asked, choice, context, divider, modal, plain, quoted, section, writing
from bot.messages.people import place
from bot.messages.wording import digest as words
from bot.rules.digest_form import mark_of_words, standing_words
from bot.rules.edit_form import mark_of
from storage.digest import Digest, DigestStory
from storage.kinds import Recognisable
from storage.organisation import Organisation
from storage.story import StoryIdea

MOST_CHOICES = 100

Ids = Mapping[str, str]
"""Under which id each input of the open form stands, where it is drawn anew."""


def words_view(
    story: StoryIdea,
    place_: DigestStory,
    digest: Digest,
    *,
    typed: tuple[str, str] | None = None,
    ids: Ids | None = None,
) -> dict[str, Any]:
    """A story's words for the digest. `typed`: what stands in the form, where somebody else was faster."""
    standing = standing_words(story, place_)
    title, what = typed or standing
    notes = [
        context(words.WORDS_INTRO),
        *([context(words.WORDS_OUT)] if digest.state == "posted" else []),
        *([context(words.WORDS_CONSENT)] if story.recognisable != Recognisable.NOBODY else []),
    ]
    blocks = [
        *(_meanwhile([*standing]) if typed else []),
        *notes,
        _asked(Field.DIGEST_TITLE, words.WORDS_FIELD_TITLE, writing(initial=title[:150]), ids),
        _asked(Field.DIGEST_WORDS, words.WORDS_FIELD, writing(lines=True, initial=what), ids),
    ]
    carried = f"{digest.id} {story.id} {mark_of_words(story, place_)}"
    return modal(
        View.DIGEST_WORDS,
        words.WORDS_TITLE,
        blocks,
        submit=words.WORDS_SUBMIT,
        close=words.CANCEL,
        metadata=carried,
    )


def opening_view(digest: Digest, usual: str, *, typed: str | None = None, ids: Ids | None = None) -> dict[str, Any]:
    """How it begins. `usual`: the house's own words, shown where nobody has written others."""
    standing = digest.opening
    element = writing(lines=True, initial=standing if typed is None else typed, placeholder=usual)
    field = _asked(Field.DIGEST_OPENING, words.OPENING_FIELD, element, ids, hint=words.OPENING_HINT, optional=True)
    blocks = [*(_meanwhile([standing or words.MEANWHILE_EMPTY]) if typed is not None else []), field]
    carried = f"{digest.id} {mark_of(standing)}"
    return modal(
        View.DIGEST_OPENING,
        words.OPENING_TITLE,
        blocks,
        submit=words.OPENING_SUBMIT,
        close=words.CANCEL,
        metadata=carried,
    )


def _asked(
    field: Field, label: str, element: dict[str, Any], ids: Ids | None, *, hint: str = "", optional: bool = False
) -> Block:
    """An input, under the id that it has in the open form, so that what was typed stays."""
    made = asked(field, label, element, hint=hint, optional=optional)
    known = (ids or {}).get(field)
    return {**made, "element": {**made["element"], "action_id": known}} if known else made


def _meanwhile(standing: Sequence[str]) -> list[Block]:
    """What somebody else has written."""
    said = [quoted(text) for text in standing if text]
    return [section(words.MEANWHILE), *said, context(words.MEANWHILE_SAVE), divider()]


def add_view(digest_id: int, stories: Sequence[StoryIdea]) -> dict[str, Any]:
    """The stories that could be added."""
    choices = [choice(f"{story.reference}: {story.title}"[:75], str(story.id)) for story in stories[:MOST_CHOICES]]
    if not choices:
        return modal(View.DIGEST_NONE, words.ADD_TITLE, [section(words.ADD_NONE)])
    element = {"type": "multi_static_select", "options": choices, "placeholder": plain(words.ADD_CHOOSE, 150)}
    field = asked(Field.DIGEST_STORIES, words.ADD_FIELD, element, hint=words.ADD_HINT)
    return modal(
        View.DIGEST_ADD,
        words.ADD_TITLE,
        [field],
        submit=words.ADD_SUBMIT,
        close=words.CANCEL,
        metadata=str(digest_id),
    )


def pause_view(organisation: Organisation) -> dict[str, Any]:
    """Hold all good news back."""
    intro = section(words.PAUSE_INTRO.format(place=place(organisation)))
    why = asked(Field.PAUSED_BECAUSE, words.PAUSE_FIELD, writing(lines=True), optional=True)
    return modal(View.GOOD_NEWS_PAUSE, words.PAUSE_TITLE, [intro, why], submit=words.PAUSE_SUBMIT, close=words.CANCEL)
