"""The story bank: lists and search for one person, how the promise is kept, and what stands beside a story on its page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.jigsaw import needs_second_look
from bot.rules.permissions import allowed
from bot.rules.promise import QUARTER, Kept, kept
from bot.rules.reasons import Reason, Refused
from bot.rules.story_alike import most_alike, sought
from bot.rules.story_bank import AskedStories, StoriesAsked, narrowed, story_scope, to_offer, to_see
from bot.rules.why_not_told import how_it_stands
from bot.rules.working_time import local
from storage.brief import Brief
from storage.kinds import Status
from storage.notes import keep_words, kept_words
from storage.organisation import Organisation
from storage.story import StoryIdea, consents_of
from storage.story_around import questions_of, stories_written_by
from storage.story_bank import StoryPage, asked_beside, bank, paged_stories, told_before, waits_since
from storage.story_brief import StoryBrief
from storage.story_search import StoryScope, find_stories, stories_sharing

FIND = "find stories"
"""What kept words are for, when they are kept to turn a list's pages by."""

MOST_FOUND = 300
MOST_ALIKE = 5
MOST_TOLD_BEFORE = 6
MOST_LOOKED_AT = 40
MOST_BESIDE = 3


def page_of(
    desk: Desk, asked: StoriesAsked, *, person: str, start: int = 0, most: int, themes: Mapping[str, str]
) -> tuple[StoryPage, frozenset[int]]:
    """One page of what someone asks to see, as far as they may; and which of those they may open. `themes`: each in words."""
    scope = story_scope(person, desk.organisation)
    today = local(desk.organisation.calendar, desk.clock.now()).date()
    with desk.database.read() as session:
        mine = frozenset(one.id for one in stories_written_by(session, person, limit=MOST_FOUND))
        if asked.asked == AskedStories.FIND:
            found = find_stories(session, asked.words, scope, MOST_FOUND)
            shown = to_see(found, consents_of(session, [one.id for one in found]), scope, mine, today)
        else:
            found = bank(session)
            offered = to_offer(found, consents_of(session, [one.id for one in found]), scope, today)
            shown = narrowed(offered, asked.words, desk.organisation, themes)
    page = paged_stories(shown, start, most)
    return page, frozenset(one.id for one in page.stories if scope.office or one.id in mine)


@verb
def keep_looked_for(work: Work, words: str, *, person: str) -> str:
    """Keep the words someone looks for, to turn the pages by: a button may not carry them. Their id comes back."""
    return keep_words(work.session, person, FIND, words, work.now)


def looked_for(desk: Desk, words_id: str, *, person: str) -> str:
    """The words someone looked for. Raises Refused once they are forgotten."""
    with desk.database.read() as session:
        words = kept_words(session, words_id, person)
    if words is None:
        raise Refused(Reason.LIST_TOO_OLD)
    return words


def promise(desk: Desk) -> Kept:
    """How well the promise was kept over the last three months; of nobody in particular."""
    now = desk.clock.now()
    with desk.database.read() as session:
        return kept(waits_since(session, now - QUARTER), desk.organisation, now)


def around_enquiry(session: Session, brief: Brief, person: str, organisation: Organisation, now: datetime) -> Brief:
    """With the good news of its service that could stand beside it: for the press office, while it is open and not private."""
    enquiry = brief.enquiry
    if enquiry.restricted or enquiry.status == Status.CLOSED or not allowed(Deed.SEE_BANK, person, organisation):
        return brief
    asked = {one.story_id for one in asked_beside(session, enquiry.id)}
    found = bank(session, enquiry.service_area, MOST_LOOKED_AT) if enquiry.service_area else []
    consents = consents_of(session, [one.id for one in found])
    offered = to_offer(found, consents, story_scope(person, organisation), local(organisation.calendar, now).date())
    known = sorted(offered, key=lambda one: one.id not in asked)[:MOST_BESIDE]
    rows = [how_it_stands(one, consents[one.id], questions_of(session, one.id), enquiry.id) for one in known]
    return replace(brief, good_news=tuple(rows))


def alike(session: Session, story: StoryIdea, scope: StoryScope, most: int) -> list[StoryIdea]:
    """What tells of the same thing as a story, as far as this reader may know of it, the likest first."""
    return most_alike(story, stories_sharing(session, story, sought(story), scope))[:most]


def beside(session: Session, brief: StoryBrief, person: str, organisation: Organisation) -> StoryBrief:
    """With what is like it, and what was told before where pieces may be put together: for the press office alone."""
    if not allowed(Deed.SEE_BANK, person, organisation):
        return brief
    story = brief.story
    known = replace(brief, alike=tuple(alike(session, story, story_scope(person, organisation), MOST_ALIKE)))
    if not needs_second_look(story, brief.consents):
        return known
    return replace(known, told_before=tuple(told_before(session, story, MOST_TOLD_BEFORE)))
