"""When a consent ends: what has to come down, who takes it down, and how often they are asked until it is done.

What the bot posted it edits itself. Everything else is a person's to take down: whoever told the story there, the press officer where
they have left, and a working day later the head of communications hears as well.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.availability import Absent, first_there, why_not
from bot.rules.deciding import Decision, Moot, reached_at, said_to
from bot.rules.form_checks import Problems
from bot.rules.planning import PlannedNudge
from bot.rules.reasons import Reason, Refused
from bot.rules.sharing import have_agreed
from bot.rules.working_time import add_working_time
from storage.kinds import Role, Step, Use
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea
from storage.story_told import TakeDown, Telling

NEW_OWNER = "take_down_owner"
AGAIN = timedelta(hours=4)  # of working time, until it is done
TO_THE_HEAD = timedelta(hours=8)  # of working time: a day


class Because(StrEnum):
    """Why a story has to come down."""

    WITHDRAWN = "withdrawn"  # somebody has changed their mind
    RUN_OUT = "run_out"
    STORY_WITHDRAWN = "story_withdrawn"  # its authors took it back


def must_come_down(
    story: StoryIdea, consents: Sequence[Consent], tellings: Iterable[Telling], today: date
) -> list[Telling]:
    """Where it stands and may not stand any more. Of a story that is only held, what people put somewhere waits until that is clear."""
    standing = (one for one in tellings if one.ended_at is None)
    return [one for one in standing if not have_agreed(story, consents, Use(one.use), today)]


def words_go(consent: Consent | None, because: Because, tellings: Sequence[Telling]) -> bool:
    """Whether the story's words and pictures are not kept either.

    Somebody who does not agree any more is not kept to be told of later. A story that was never told anywhere is only not told where a
    consent has run out, since that can be given again; and one that its authors took back stays theirs.
    """
    if because == Because.WITHDRAWN:
        return consent is None or consent.withdrawn_at is not None
    return bool(tellings)


def is_ours(telling: Telling) -> bool:
    """Whether the bot posted it, and edits it."""
    return telling.digest_id is not None or telling.edition_id is not None


def with_people(tellings: Iterable[Telling]) -> list[Telling]:
    """Where it stands and only people can take it down."""
    return [one for one in tellings if one.ended_at is None and not is_ours(one)]


def owner_of(told_by: str, story: StoryIdea, organisation: Organisation, now: datetime) -> str | None:
    """Who takes it down: whoever told it there, the press officer, or the head of communications. Nobody who has left."""
    office = (*organisation.holders(Role.HEAD_OF_COMMS), *organisation.holders(Role.PRESS_OFFICER))
    candidates = [one for one in (told_by, story.officer) if one and is_here(one, organisation, now)]
    return candidates[0] if candidates else first_there(organisation, office, now)


def is_here(person: str, organisation: Organisation, now: datetime) -> bool:
    """Whether they are one of ours and have not left."""
    missed = why_not(organisation, person, now)
    return person in organisation.people and (missed is None or missed.why != Absent.LEFT)


def check_new_owner(to: str, organisation: Organisation, now: datetime) -> None:
    """Who takes it down instead: a colleague whom the bot knows, and who has not left. Raises `FormRefused`."""
    problems = Problems()
    problems.need({NEW_OWNER: to})
    if to and not is_here(to, organisation, now):
        problems.add(NEW_OWNER, Refused(Reason.HAS_LEFT, by=to))
    problems.refuse()


# -- asking until it is done


def plan_take_down(owner: str, organisation: Organisation, now: datetime, round_: int = 1) -> list[PlannedNudge]:
    """Asked when they are there, again after half a day, and after a day the head of communications too."""
    first = reached_at(owner, organisation, now)
    return [
        PlannedNudge(Step.TAKE_DOWN, owner, first, round=round_),
        *plan_again(Step.TAKE_DOWN, owner, organisation, first, round_),
        *plan_again(Step.TAKE_DOWN_HEAD, owner, organisation, first, round_),
    ]


def plan_again(step: Step, owner: str, organisation: Organisation, since: datetime, round_: int) -> list[PlannedNudge]:
    """The next asking of the same chain: the owner's, or the head's."""
    if step == Step.TAKE_DOWN_HEAD:
        at = add_working_time(organisation.calendar, since, TO_THE_HEAD)
        head = _head(owner, organisation, at)
        return [PlannedNudge(step, head, reached_at(head, organisation, at), round=round_)] if head else []
    at = add_working_time(organisation.calendar, since, AGAIN)
    return [PlannedNudge(Step.TAKE_DOWN_AGAIN, owner, reached_at(owner, organisation, at), round=round_)]


def _head(owner: str, organisation: Organisation, now: datetime) -> str | None:
    """Whoever heads communications, unless it is theirs to take down: then they are asked already."""
    heads = [one for one in organisation.holders(Role.HEAD_OF_COMMS) if one != owner]
    return first_there(organisation, heads, now)


def take_down_asked(nudge: Nudge, found: TakeDown, story: StoryIdea, organisation: Organisation, now: datetime) -> str:
    """Who is asked now. An owner who has left meanwhile is not asked any more; whoever takes it over is."""
    if nudge.step == Step.TAKE_DOWN_HEAD:
        return _head(found.owner, organisation, now) or nudge.person
    return owner_of(found.owner, story, organisation, now) or found.owner


def decide_take_down(
    nudge: Nudge, found: TakeDown, story: StoryIdea, organisation: Organisation, now: datetime
) -> Decision:
    """What becomes of a planned nudge about something to take down."""
    if found.done_at is not None:
        return Moot("done")
    return said_to(nudge, take_down_asked(nudge, found, story, organisation, now), organisation, now)
