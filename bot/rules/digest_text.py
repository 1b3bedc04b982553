"""A digest as it is told, whatever it is told in: its stories in order with credit, picture and link, and how they are spread out.

The Slack post, its thread, the preview and the e-mail are all made from this one value.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.digest import UNSAID_BELOW
from storage.digest import Digest, DigestStory
from storage.kinds import Use
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import Picture
from storage.story_told import Telling

MOST_STORIES = 7
"""In one message. Each takes up to five blocks of Slack's fifty; the rest goes into the thread."""

MOST_CHARACTERS = 8_000
"""Of stories in one message, well under the 13,000 at which Slack refuses it."""

GOOD = "good"  # the state of a picture that was looked at and is one

MOST_TITLE, MOST_WORDS, MOST_WHY, MOST_CREDIT = 150, 2_900, 900, 200


@dataclass(frozen=True, slots=True)
class ToldPicture:
    """A picture as Slack's file, with the words for those who cannot see it."""

    file: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """One story as the digest tells it. All of it is as people typed it: whoever shows it makes it safe."""

    id: int
    reference: str
    title: str
    words: str
    why: str = ""
    credit: str = ""
    area: str = ""  # the service area's name
    picture: ToldPicture | None = None
    link: str = ""  # where it was told elsewhere

    @property
    def length(self) -> int:
        """How much of a message it takes."""
        parts = ((self.title, MOST_TITLE), (self.words, MOST_WORDS), (self.why, MOST_WHY), (self.credit, MOST_CREDIT))
        return sum(min(len(text), most) for text, most in parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDigest:
    """A week's good news. `answered`: how many enquiries were answered in its week; 0 where that is not said."""

    id: int
    week: str
    nominal_day: date
    due_at: datetime
    late: bool
    opening: str  # a person's; "" where the house's own stands
    stories: tuple[ToldStory, ...]
    answered: int = 0
    taken_out: int = 0  # stories that stood in it, and may not any more
    held: tuple[str, ...] = ()  # before it goes out: references of those that keep their place and are not shown


@dataclass(frozen=True, slots=True)
class Placed:
    """A story with its place in a digest and what surrounds it."""

    story: StoryIdea
    place: DigestStory
    pictures: Sequence[Picture] = ()
    tellings: Sequence[Telling] = ()


def digest_of(digest: Digest, placed: Sequence[Placed], organisation: Organisation, answered: int) -> WholeDigest:
    """The digest as it is told. Everything in `placed` may be told: the rules have looked at consent again."""
    return WholeDigest(
        id=digest.id,
        week=digest.week,
        nominal_day=digest.nominal_day,
        due_at=digest.due_at,
        late=digest.late,
        opening=digest.opening.strip(),
        stories=tuple(told_story(one, organisation) for one in placed),
        answered=answered if answered >= UNSAID_BELOW else 0,
    )


def told_story(one: Placed, organisation: Organisation) -> ToldStory:
    """One story as it is told."""
    story, area = one.story, organisation.service_areas.get(one.story.service_area)
    return ToldStory(
        id=story.id,
        reference=story.reference,
        title=(one.place.title or story.title).strip(),
        words=(one.place.words or story.what_happened).strip(),
        why=story.why_it_matters.strip(),
        credit=" ".join(story.credit.split()),
        area=area.name if area else "",
        picture=_picture(one),
        link=next((told.link for told in one.tellings if _is_elsewhere(told)), ""),
    )


def _picture(one: Placed) -> ToldPicture | None:
    """The first that was looked at and is a picture."""
    good = next((picture for picture in one.pictures if picture.state == GOOD), None)
    return ToldPicture(good.file, good.words.strip() or one.story.title.strip()) if good else None


def _is_elsewhere(told: Telling) -> bool:
    return bool(told.link) and told.ended_at is None and told.use != Use.COLLEAGUES


def pages(stories: Sequence[ToldStory]) -> list[tuple[ToldStory, ...]]:
    """The stories as they are spread over messages: the post itself, and what flows into its thread."""
    found: list[list[ToldStory]] = [[]]
    for story in stories:
        here = found[-1]
        if here and (len(here) >= MOST_STORIES or sum(one.length for one in here) + story.length > MOST_CHARACTERS):
            here = []
            found.append(here)
        here.append(story)
    return [tuple(page) for page in found]
