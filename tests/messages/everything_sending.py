"""Everything about sending a story idea, around one foreign text: the form in every shape, drafts, pictures, and what its authors hear."""

from collections.abc import Iterator
from typing import Any

from bot.messages import home, reacted, story_authors, story_drafts, story_form, story_page
from bot.messages.message import Message
from bot.messages.story_reader import StoryReader
from bot.rules.pictures import GONE, GOOD, NOT_A_PICTURE, TOO_LARGE
from bot.rules.story_form import Carried, StoryForm
from storage.home import Home
from storage.kinds import Recognisable, StoryStatus, Use
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import Picture
from storage.story_brief import StoryBrief
from tests.messages.samples import OFFICER, SOCIAL_WORKER, T0, organisation, story

COLLEAGUE = "U0COLLEAGUE"
FILES = ("F0PICTURE01", "F0PICTURE02")
STATES = (GOOD, NOT_A_PICTURE, TOO_LARGE, GONE, "asked")


def worded(words: str, status: StoryStatus, **changes: Any) -> StoryIdea:
    """A story with foreign words in every field, where it has come from a message."""
    link = "https://slack.com/archives/C1/p1"
    texts = {"title": words, "what_happened": words, "credit": words, "why_it_matters": words, "source_link": link}
    known = {
        "drafted_at": T0,
        "withdrawn_at": T0 if status == StoryStatus.WITHDRAWN else None,
        "withdrawn_by": COLLEAGUE,
    }
    delicate = {"about_child": True, "court": True, "tell_where": [one.value for one in Use]}
    return story(status=status, **{**texts, **known, **delicate, **changes})


def pictures(words: str) -> tuple[Picture, ...]:
    """One in every state."""
    said = (words, "", words, words, words)
    return tuple(
        Picture(story_id=7, file=f"F0PICTURE0{number}", position=number, words=said[number], state=state)
        for number, state in enumerate(STATES)
    )


def brief(words: str, status: StoryStatus) -> StoryBrief:
    """The story with its pictures and the people who wrote it."""
    return StoryBrief(story=worded(words, status), authors=(COLLEAGUE, OFFICER), pictures=pictures(words))


def messages(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """What the authors hear, and their own lists."""
    for status in StoryStatus:
        one = worded(words, status)
        yield f"named among the authors, {status}", story_authors.named(one, told)
        wrong = story_authors.pictures(one, pictures(words))
        assert wrong is not None
        yield f"pictures that cannot be shown, {status}", wrong
    yield "pictures that can be shown again", story_authors.pictures_well(worded(words, StoryStatus.NEW))
    for reader in (SOCIAL_WORKER, COLLEAGUE):
        yield f"taken back, {reader}", story_authors.taken_back(worded(words, StoryStatus.WITHDRAWN), told, reader)
    ideas = [worded(words, status) for status in StoryStatus]
    kept_back = worded(words, StoryStatus.DRAFT, recognisable=Recognisable.NOT_ASKED)
    for drafts in (False, True):
        yield f"own ideas, drafts: {drafts}", story_drafts.mine([*ideas, kept_back] * 2, told, drafts=drafts)
        yield f"no ideas of one's own, drafts: {drafts}", story_drafts.mine([], told, drafts=drafts)
    yield "a message was liked", reacted.asked("0123abcd", "C0GOODNEWS", "1772619120.000100", "1772619100.000100")
    yield "a message was liked, sent", reacted.sent("GN-0007")
    for never in (False, True):
        yield f"a message was liked, never again: {never}", reacted.answered(never)


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """The form in every shape, and the pages."""
    for recognisable in ("", *Recognisable):
        for name, carried in _carried().items():
            yield (
                f"story form, {recognisable or 'unsaid'}, {name}",
                story_form.drawn(told, SOCIAL_WORKER, _filled(words, recognisable, carried), problems=[words] * 2),
            )
    for status in StoryStatus:
        yield f"draft put aside, {status}", story_drafts.kept(worded(words, status), _filled(words, "", Carried()))
        known = brief(words, status)
        filled = story_drafts.filled_from(known)
        yield f"story form with what is known, {status}", story_form.drawn(told, SOCIAL_WORKER, filled)
        yield f"pictures, {status}", story_drafts.pictures(known)
        for person in (SOCIAL_WORKER, COLLEAGUE, OFFICER):
            page = story_page.view(known, StoryReader(person, told, T0))
            yield f"story page with all around it, {status}, {person}", page
    ideas = tuple(worded(words, status) for status in StoryStatus)
    yield "home with drafts", home.view(SOCIAL_WORKER, told, T0, Home(ideas=ideas))


def _carried() -> dict[str, Carried]:
    return {
        "new": Carried(),
        "grown": Carried(grown=("pictures",)),
        "from a message": Carried(channel="C1", ts="1.2", link="https://slack.com/archives/C1/p12", files=FILES),
        "a draft": Carried(story_id=7, files=FILES * 1),
        "changed": Carried(story_id=7, sent=True, files=FILES),
    }


def _filled(words: str, recognisable: str, carried: Carried) -> StoryForm:
    return StoryForm(
        title=words,
        what_happened=words * 2,
        credit=words,
        why_it_matters=words,
        service_area=next(iter(organisation().service_areas)),
        recognisable=recognisable,
        consent_who=words,
        consent_how=words,
        consent_uses=tuple(one.value for one in Use),
        consent_until=T0.date(),
        tell_colleagues=True,
        photos=FILES,
        photo_words=f"{words}\n{words}",
        tell_where=tuple(one.value for one in Use),
        about_child=True,
        court=True,
        authors=(COLLEAGUE,),
        carried=carried,
    )
