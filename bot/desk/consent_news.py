"""What the authors of a story hear about its consents: kindly, and never whose fault it was, since it is nobody's."""

from enum import StrEnum

from bot.desk.work import Work
from storage.kinds import DeliveryKind, Subject
from storage.story import Consent, StoryIdea
from storage.story_around import authors_of


class News(StrEnum):
    """What became of a consent. The word begins a delivery's detail; the consent's id follows."""

    EXPLAIN = "explain"  # the easy-read explanation, to share with whoever is to be asked
    NEEDED = "needed"  # written down, and not all of it yet
    ASK_AGAIN = "ask_again"  # the comms team would like to know whether they agree for longer
    ENDED = "ended"  # withdrawn: the story is taken out everywhere
    ENDED_IN_PART = "ended_in_part"  # it may not be told in one place any more
    RAN_OUT = "ran_out"  # before it was told
    RAN_OUT_TOLD = "ran_out_told"
    COMING_DOWN = "coming_down"  # they took it back, and it stands where people told it
    ALL_DOWN = "all_down"
    HELD = "held"  # somebody may have changed their mind: what was posted does not show it until that is clear
    STANDS_AGAIN = "stands_again"  # nobody had


def tell(work: Work, story: StoryIdea, news: News, consent: Consent | None = None) -> None:
    """Tell everyone who wrote it, once for each consent."""
    tell_again(work, story, news, consent.id if consent else 0)


def tell_again(work: Work, story: StoryIdea, news: News, about: int, *, but: str = "") -> None:
    """Tell everyone who wrote it, once for each `about`; not `but`, who knows."""
    for person in (story.author, *authors_of(work.session, story.id)):
        if person != but:
            tell_one(work, story, news, about, person)


def tell_one(work: Work, story: StoryIdea, news: News, about: int, person: str) -> None:
    """Tell one of them."""
    work.deliver(
        DeliveryKind.CONSENT_NEWS,
        key=f"consent:{story.id}:{news}:{about}:{person}",
        lane=person,
        subject=Subject.STORY,
        subject_id=story.id,
        detail=f"{news} {about}",
    )
