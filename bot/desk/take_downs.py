"""Something to take down goes to somebody else, who can do it there: whoever told it may be away, or may not have the key any more."""

from bot.desk import telling
from bot.desk.planning import next_round, plan
from bot.desk.work import Desk, Work, verb
from bot.rules.consent_ends import check_new_owner, plan_take_down
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from storage.kinds import Subject
from storage.organisation import Organisation
from storage.story import StoryIdea, get_story
from storage.story_told import TakeDown, get_take_down


@verb
def hand_on(work: Work, take_down_id: int, to: str, *, person: str) -> StoryIdea:
    """They are asked from now on, and whoever was asked before is not. Raises FormRefused, Refused."""
    one, story = work.must_belong_to_story(get_take_down, take_down_id)
    _check(one, story, work.organisation, person)
    check_new_owner(to, work.organisation, work.now)
    if one.owner == to:
        return story
    telling.close_requests(work, Subject.TAKE_DOWN, one.id, None, person, Deed.HAND_TAKE_DOWN.value)
    before, one.owner, one.asked_at = one.owner, to, work.now
    round_ = next_round(work, Subject.TAKE_DOWN, one.id)
    plan(work, Subject.TAKE_DOWN, one.id, plan_take_down(to, work.organisation, work.now, round_))
    handed: dict[str, object] = {"take_down": one.id, "from": before, "to": to}
    telling.story_moved(work, story, person, Deed.HAND_TAKE_DOWN.value, handed)
    return story


def to_hand_on(desk: Desk, take_down_id: int, *, person: str) -> tuple[TakeDown, StoryIdea]:
    """Something to take down, for the form that asks who does it. Raises Refused."""
    with desk.database.read() as session:
        one = get_take_down(session, take_down_id)
        story = get_story(session, one.story_id) if one else None
    if one is None or story is None:
        raise Refused(Reason.NOT_FOUND)
    _check(one, story, desk.organisation, person)
    return one, story


def _check(one: TakeDown, story: StoryIdea, organisation: Organisation, person: str) -> None:
    """Its owner, or the press office, while it still stands."""
    if person != one.owner:
        check(Deed.HAND_TAKE_DOWN, person, organisation, story)
    if one.done_at is not None:
        raise Refused(Reason.ALREADY_SETTLED, by=one.done_by)
