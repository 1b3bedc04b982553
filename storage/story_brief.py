"""A story idea with everything around it, read together: what its page shows and what the rules about telling it weigh."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from storage.story import Consent, StoryIdea, consents_of
from storage.story_around import Picture, StoryQuestion, authors_of, pictures_of, questions_of
from storage.story_told import TakeDown, Telling, take_downs_of, tellings_of


@dataclass(frozen=True, slots=True)
class Beside:
    """A story that may be set beside a headline. `asked`: its people are being asked anew; `ready`: it may be used."""

    story: StoryIdea
    asked: bool = False
    ready: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryBrief:
    """A story idea and what surrounds it. `authors` are those who wrote it beside the person who sent it in."""

    story: StoryIdea
    consents: tuple[Consent, ...] = ()
    authors: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    questions: tuple[StoryQuestion, ...] = ()
    tellings: tuple[Telling, ...] = ()
    take_downs: tuple[TakeDown, ...] = ()
    alike: tuple[StoryIdea, ...] = ()  # what is like it, for the comms team
    told_before: tuple[tuple[Telling, StoryIdea], ...] = ()  # from the same service, where pieces may be put together


def read_story_brief(session: Session, story: StoryIdea) -> StoryBrief:
    """Everything around a story idea but what is like it, in one statement for each kind."""
    return StoryBrief(
        story=story,
        consents=tuple(consents_of(session, [story.id])[story.id]),
        authors=tuple(authors_of(session, story.id)),
        pictures=tuple(pictures_of(session, [story.id])[story.id]),
        questions=tuple(questions_of(session, story.id)),
        tellings=tuple(tellings_of(session, story.id)),
        take_downs=tuple(take_downs_of(session, story.id)),
    )
