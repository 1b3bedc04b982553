"""Sending a story idea in the gallery: the form as it grows, drafts, pictures, and what those hear who wrote it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.demo import specimens
from bot.demo.exhibit import Built
from bot.messages import reacted, story_authors, story_drafts, story_form, story_page
from bot.messages.story_reader import StoryReader
from bot.rules.pictures import GONE, GOOD, NOT_A_PICTURE
from bot.rules.story_form import Carried, StoryForm
from bot.rules.story_understanding import story_in
from storage.kinds import Recognisable, StoryStatus, Use
from storage.organisation import Organisation
from storage.story_around import Picture
from storage.story_brief import StoryBrief

WRITTEN = (
    "We hung forty jars with lights in the garden of Elm House for the longest night. Nobody wanted to go in again. "
    "Thanks to the night team and their neighbours."
)
LINK = "https://slack.com/archives/C0GOODNEWS/p1772619120000100"
FILES = ("F0LIGHTS001", "F0LIGHTS002", "F0LIGHTS003")
SHOWN = ("Forty jars with lights on a long table", "A hand lights the last jar", "")


def build(told: Organisation, now: datetime) -> Built:
    """Everything that an author sees before the press office answers."""
    idea = specimens.story(told, now, StoryStatus.NEW)
    yield from _forms(told, idea.author)
    yield from _drafts(told, now)
    yield from _authors(told, now)
    yield "sending: a colleague liked a message", reacted.asked("0123abcd", "C0GOODNEWS", "1772619120.000100")
    yield "sending: a colleague liked a message, sent", reacted.sent(idea.reference)
    yield "sending: no thanks", reacted.answered(never=False)
    yield "sending: never again", reacted.answered(never=True)


def _forms(told: Organisation, person: str) -> Built:
    filled = story_in(WRITTEN, told)
    yield "sending: the form from a message", story_form.drawn(told, person, _from_message(filled))
    for recognisable in Recognisable:
        grown = replace(
            filled, recognisable=str(recognisable), about_child=True, tell_where=(Use.COLLEAGUES, Use.WEBSITE)
        )
        yield f"sending: the form, {recognisable}", story_form.drawn(told, person, grown)
    several = replace(filled, authors=(), carried=Carried(grown=("pictures",)))
    yield "sending: the form with pictures and others who wrote it", story_form.drawn(told, person, several)
    problem = ("Please take this out: AB123456C. It looks like a National Insurance number. “The person” says enough.",)
    yield "sending: a draft that cannot be put aside yet", story_form.drawn(told, person, filled, problems=problem)


def _from_message(filled: StoryForm) -> StoryForm:
    carried = Carried(channel="C0GOODNEWS", ts="1772619120.000100", link=LINK, files=FILES[:2])
    return replace(filled, photos=FILES[:2], carried=carried)


def _drafts(told: Organisation, now: datetime) -> Built:
    draft = specimens.story(told, now, StoryStatus.DRAFT, drafted_at=now)
    yield "sending: put aside", story_drafts.kept(draft, story_in(WRITTEN, told))
    brief = _around(told, now, StoryStatus.DRAFT)
    yield "sending: gone on with", story_form.drawn(told, draft.author, story_drafts.filled_from(brief))
    sent = specimens.story(told, now, StoryStatus.PICKED_UP)
    yield "sending: my ideas", story_drafts.mine([draft, sent], told)
    yield "sending: my drafts", story_drafts.mine([draft], told, drafts=True)
    yield "sending: no drafts", story_drafts.mine([], told, drafts=True)


def _authors(told: Organisation, now: datetime) -> Built:
    for status in (StoryStatus.DRAFT, StoryStatus.NEW, StoryStatus.TOLD, StoryStatus.WITHDRAWN):
        brief = _around(told, now, status)
        page = story_page.view(brief, StoryReader(brief.story.author, told, now))
        yield f"sending: the page of an author, {status}", page
    brief = _around(told, now, StoryStatus.NEW)
    yield "sending: its pictures", story_drafts.pictures(brief)
    yield "sending: named among those who wrote it", story_authors.named(brief.story, told)
    yield "sending: named in a draft", story_authors.named(_around(told, now, StoryStatus.DRAFT).story, told)
    gone = _around(told, now, StoryStatus.WITHDRAWN).story
    yield "sending: taken back", story_authors.taken_back(gone, told, gone.author)
    yield "sending: taken back, for the others", story_authors.taken_back(gone, told, "")
    wrong = story_authors.pictures(brief.story, brief.pictures)
    if wrong is not None:
        yield "sending: pictures that cannot be shown", wrong
    yield "sending: pictures that can be shown again", story_authors.pictures_well(brief.story)


def _around(told: Organisation, now: datetime, status: StoryStatus) -> StoryBrief:
    """A story with pictures, written with a colleague, out of a message."""
    known: dict[str, Any] = {"source_link": LINK, "tell_where": [Use.COLLEAGUES.value, Use.WEBSITE.value]}
    if status == StoryStatus.WITHDRAWN:
        known |= {"withdrawn_at": now, "withdrawn_by": specimens.story(told, now, status).author}
    story = specimens.story(told, now, status, **known)
    states = (GOOD, NOT_A_PICTURE, GONE)
    pictures = tuple(
        Picture(story_id=story.id, file=file, position=at, words=SHOWN[at], state=states[at])
        for at, file in enumerate(FILES)
    )
    others = [person for person in told.people if person != story.author]
    return StoryBrief(story=story, authors=tuple(others[:1]), pictures=pictures)
