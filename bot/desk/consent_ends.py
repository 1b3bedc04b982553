"""What follows when a consent ends: what I posted is edited at once, what people told is theirs to take down, and the words go.

Nobody is blamed. Everyone who wrote the story hears, and whoever has to take something down is asked until it is done.
"""

from datetime import datetime

from bot.desk import story_follow, story_questions, telling
from bot.desk.consent_news import News, tell, tell_again
from bot.desk.planning import next_round, plan
from bot.desk.work import Desk, Work, verb
from bot.rules.consent import is_run_out, run_out
from bot.rules.consent_ends import (
    Because,
    decide_take_down,
    is_ours,
    must_come_down,
    owner_of,
    plan_again,
    plan_take_down,
    take_down_asked,
    words_go,
)
from bot.rules.deeds import Deed
from bot.rules.nudging import Decision
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import is_working, local
from storage.audit import erase_details_of
from storage.consent import drop_words, open_take_downs, stories_run_out
from storage.digest import digest_of_story
from storage.kinds import Step, StoryStatus, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea, consents_of
from storage.story_told import TakeDown, Telling, get_take_down, get_telling, tellings_of

BOT = "close-ties"
ENDED = "consent_ended"
Found = tuple[TakeDown, StoryIdea]

EVIDENCE = frozenset(
    {
        Deed.RECORD_CONSENT.value,
        Deed.CHANGE_CONSENT.value,
        Deed.RENEW_CONSENT.value,
        Deed.WITHDRAW_CONSENT.value,
        Deed.TAKE_OUT.value,
        Deed.TAKE_DOWN.value,
        Deed.HAND_TAKE_DOWN.value,
        ENDED,
        "told",
        "told_here",
        "told_in_edition",
        "hold_placed",
        "hold_lifted",
    }
)
"""Entries whose details stay when a story's words go: they say who agreed to what and when, and never what stood in it."""


def ends(work: Work, story: StoryIdea, consent: Consent | None, because: Because, *, by: str = BOT) -> None:
    """A consent has ended (None: its authors took the story back, or somebody in it wants it gone). The rows say so already."""
    consents = consents_of(work.session, [story.id])[story.id]
    tellings = tellings_of(work.session, story.id)
    today = local(work.organisation.calendar, work.now).date()
    down = must_come_down(story, consents, tellings, today)
    asked = [one for one in down if not is_ours(one)]
    for one in down:
        if is_ours(one):
            one.ended_at = work.now
        else:
            _ask_to_take_down(work, story, one, because)
    if words_go(consent, because, tellings):
        _take_out(work, story, by)
    elif because != Because.STORY_WITHDRAWN:
        story_follow.watch_consent_again(work, story, consents)
    show_everywhere(work, story, down)
    if because != Because.STORY_WITHDRAWN:
        telling.story_moved(work, story, BOT, ENDED, {"because": because.value, "places": len(down)})
    if because != Because.STORY_WITHDRAWN or asked:
        tell(work, story, _news_of(story, because), consent)


def _news_of(story: StoryIdea, because: Because) -> News:
    if because == Because.STORY_WITHDRAWN:
        return News.COMING_DOWN
    if because == Because.RUN_OUT:
        return News.RAN_OUT if story.taken_out_at is None else News.RAN_OUT_TOLD
    return News.ENDED if story.taken_out_at else News.ENDED_IN_PART


def _ask_to_take_down(work: Work, story: StoryIdea, told: Telling, because: Because) -> None:
    """A person must take it down, and is asked until it is done. Once for each place."""
    if any(one.telling_id == told.id for one in open_take_downs(work.session, story.id)):
        return
    owner = owner_of(told.told_by, story, work.organisation, work.now)
    if owner is None:
        return
    one = TakeDown(
        story_id=story.id, telling_id=told.id, owner=owner, asked_at=work.now, because=because.value, what=told.place
    )
    work.session.add(one)
    work.session.flush()
    plan(work, Subject.TAKE_DOWN, one.id, plan_take_down(owner, work.organisation, work.now))


def _take_out(work: Work, story: StoryIdea, by: str) -> None:
    """Its words and pictures go, from the trail too; who it was about, what they agreed to, and when, stays. Nobody is asked about it."""
    story.taken_out_at = work.now
    if story.status in (StoryStatus.NEW, StoryStatus.PICKED_UP):
        story.status, story.withdrawn_at, story.withdrawn_by = StoryStatus.WITHDRAWN, work.now, by
    telling.close_requests(work, Subject.STORY, story.id, None, by, ENDED)
    story_questions.over(work, story, by, ENDED)
    if drop_words(work.session, story):
        erase_details_of(work.session, Subject.STORY, story.id, but=EVIDENCE)


def show_everywhere(work: Work, story: StoryIdea, places: list[Telling]) -> None:
    """Every message of mine that may hold its words is drawn anew: its card, what was said about it, and the digests it stands in."""
    telling.show_again(work, Subject.STORY, story.id)
    telling.show_stories_beside(work, story)
    digests = {one.digest_id for one in places} | {digest_of_story(work.session, story.id)}
    for edition_id in sorted({one.edition_id for one in places if one.edition_id is not None}):
        telling.show_again(work, Subject.EDITION, edition_id)
    for digest_id in sorted(one for one in digests if one is not None):
        telling.show_again(work, Subject.DIGEST, digest_id)


# -- run out


def tick(desk: Desk) -> int:
    """In office hours: what ran out overnight, or while the bot was away. How many stories it was."""
    now, calendar = desk.clock.now(), desk.organisation.calendar
    if not is_working(calendar, now):
        return 0
    with desk.database.read() as session:
        over = stories_run_out(session, local(calendar, now).date())
    for story_id in over:
        ran_out(desk, story_id)
    return len(over)


@verb
def ran_out(work: Work, story_id: int) -> None:
    """The consents behind a story that ran out have ended."""
    story = work.story(story_id)
    today = local(work.organisation.calendar, work.now).date()
    known = consents_of(work.session, [story_id])[story_id]
    over = run_out(known, today)
    for consent in known:
        if is_run_out(consent, today) and consent.ended_at is None:
            consent.ended_at = work.now  # one that was given anew ends quietly
    if over and story.taken_out_at is None and story.emptied_at is None and story.status not in _NOBODY_HEARS:
        work.session.flush()
        ends(work, story, over[0], Because.RUN_OUT)
    else:
        work.audit(BOT, ENDED, Subject.STORY, story_id)


_NOBODY_HEARS = frozenset({StoryStatus.DRAFT, StoryStatus.DECLINED, StoryStatus.WITHDRAWN})


# -- taking down


@verb
def done(work: Work, take_down_id: int, *, person: str) -> StoryIdea:
    """It is down. The owner says so, or the press office."""
    one, story = work.must_belong_to_story(get_take_down, take_down_id)
    if person != one.owner:
        check(Deed.TAKE_DOWN, person, work.organisation, story)
    if one.done_at is not None:
        if one.done_by == person:
            return story
        raise Refused(Reason.ALREADY_SETTLED, by=one.done_by)
    one.done_at, one.done_by = work.now, person
    _stands_no_more(work, one)
    telling.close_requests(work, Subject.TAKE_DOWN, one.id, None, person, Deed.TAKE_DOWN.value)
    telling.story_moved(work, story, person, Deed.TAKE_DOWN.value, {"take_down": one.id})
    work.session.flush()
    if not open_take_downs(work.session, story.id):
        tell_again(work, story, News.ALL_DOWN, one.id)
    return story


def _stands_no_more(work: Work, one: TakeDown) -> None:
    told = get_telling(work.session, one.telling_id, lock=True) if one.telling_id else None
    if told is not None:
        told.ended_at = work.now


def find(work: Work, take_down_id: int) -> Found | None:
    """Something to take down with its story, which is locked first."""
    return work.belonging_to_story(get_take_down, take_down_id)


def decide(nudge: Nudge, found: Found, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a planned nudge about it."""
    return decide_take_down(nudge, *found, organisation, now)


def recipient(nudge: Nudge, found: Found, organisation: Organisation, now: datetime) -> str:
    """Who is asked."""
    return take_down_asked(nudge, *found, organisation, now)


def asked(work: Work, nudge: Nudge, found: Found) -> None:
    """Somebody has been asked: they are asked again, for as long as it takes. Whoever took it over from someone who left has it now."""
    one, _ = found
    step = Step(nudge.step)
    if step == Step.TAKE_DOWN:
        one.owner = nudge.person
        return
    round_ = next_round(work, Subject.TAKE_DOWN, one.id)
    if step == Step.TAKE_DOWN_AGAIN:
        one.owner = nudge.person
    plan(
        work,
        Subject.TAKE_DOWN,
        one.id,
        plan_again(step, one.owner, work.organisation, work.now, round_),
    )
