"""The forms of the digest's preview: a story worded for it, and its opening.

Each carries a mark of what stood there when it was opened: what somebody else has written since is shown before it is written over.
"""

from dataclasses import dataclass

from bot.rules.edit_form import mark_of
from bot.rules.form_checks import Problems
from bot.rules.reasons import FormRefused, Reason, Refused
from storage.digest import Digest, DigestStory
from storage.story import StoryIdea

TITLE, WORDS, OPENING = "digest_title", "digest_words", "digest_opening"
LIMITS = {TITLE: 150, WORDS: 3_000, OPENING: 600}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsForm:
    """A story's title and words as typed. `seen`: the mark of those that stood there."""

    title: str
    words: str
    seen: str

    def title_kept(self, story: StoryIdea) -> str:
        """What is kept of the title; "" where it is as it was sent in."""
        return "" if self.title.strip() == story.title.strip() else self.title.strip()

    def words_kept(self, story: StoryIdea) -> str:
        """The same of the words."""
        return "" if self.words.strip() == story.what_happened.strip() else self.words.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningForm:
    """The opening as typed. `seen`: the mark of the one that stood there."""

    opening: str
    seen: str


def standing_words(story: StoryIdea, place: DigestStory) -> tuple[str, str]:
    """The title and the words that a story has in a digest."""
    return (place.title or story.title).strip(), (place.words or story.what_happened).strip()


def mark_of_words(story: StoryIdea, place: DigestStory) -> str:
    """Tells one wording from another."""
    return mark_of("\n\n".join(standing_words(story, place)))


def check_words(form: WordsForm, story: StoryIdea, place: DigestStory) -> WordsForm:
    """Raises `FormRefused`: field by field, or with CHANGED_MEANWHILE at the words that somebody else has changed."""
    problems = Problems()
    problems.need({TITLE: form.title.strip(), WORDS: form.words.strip()})
    problems.limit({TITLE: form.title.strip(), WORDS: form.words.strip()}, LIMITS)
    problems.keep_private({TITLE: form.title, WORDS: form.words})
    problems.refuse()
    standing = standing_words(story, place)
    if form.seen != mark_of_words(story, place) and standing != (form.title.strip(), form.words.strip()):
        raise FormRefused({WORDS: Refused(Reason.CHANGED_MEANWHILE)})
    return form


def check_opening(form: OpeningForm, digest: Digest) -> str:
    """The opening as it is kept. Raises `FormRefused`, as above."""
    wanted = form.opening.strip()
    problems = Problems()
    problems.limit({OPENING: wanted}, LIMITS)
    problems.keep_private({OPENING: wanted})
    problems.refuse()
    if form.seen != mark_of(digest.opening) and digest.opening != wanted:
        raise FormRefused({OPENING: Refused(Reason.CHANGED_MEANWHILE)})
    return wanted
