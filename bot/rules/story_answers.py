"""The forms of the answer to a story idea: a question to its authors, what they say, and where it was told."""

from dataclasses import dataclass
from datetime import date

from bot.rules.coverage_form import is_link
from bot.rules.form_checks import Problems, day_in, stripped
from bot.rules.reasons import Reason, Refused
from storage.kinds import StoryStatus, Use
from storage.story import StoryIdea

LIMITS = {"tell_place": 200, "tell_link": 2_000}


@dataclass(frozen=True, slots=True)
class TellForm:
    """Where it was told: a value of `Use`, the place in words, the day as it was chosen, and a link where there is one."""

    use: str
    place: str
    told_on: str
    link: str = ""

    @property
    def day(self) -> date | None:
        """The day it was told, or None where none was chosen."""
        return day_in(self.told_on)


def check_tell(form: TellForm, today: date) -> TellForm:
    """The form as it can be kept. Raises `FormRefused`. `today` is the organisation's own day."""
    tidy = stripped(form)
    problems = Problems()
    problems.need({"tell_use": tidy.use if tidy.use in set(Use) else "", "tell_place": tidy.place})
    problems.limit({"tell_place": tidy.place, "tell_link": tidy.link}, LIMITS)
    problems.keep_private({"tell_place": tidy.place})
    if tidy.link and not is_link(tidy.link):
        problems.add("tell_link", Refused(Reason.NOT_A_LINK))
    if tidy.day is None:
        problems.add("tell_day", Refused(Reason.MISSING))
    elif tidy.day > today:
        problems.add("tell_day", Refused(Reason.DAY_AHEAD))
    problems.refuse()
    return tidy


ASKED_ABOUT = frozenset({StoryStatus.NEW, StoryStatus.PICKED_UP, StoryStatus.TOLD})
"""While it stands at one of these, its authors may be asked, and it may be told."""


def check_goes_on(story: StoryIdea) -> None:
    """Pass, or raise `Refused`: it was declined, taken back or joined with another, its words are gone, or nobody knows of it yet."""
    if story.status == StoryStatus.DRAFT:
        raise Refused(Reason.NOT_FOUND)
    if story.emptied_at is not None:
        raise Refused(Reason.STORY_EMPTIED)
    if story.status == StoryStatus.DECLINED:
        raise Refused(Reason.ALREADY_ANSWERED, by=story.officer)
    if story.status not in ASKED_ABOUT:
        raise Refused(Reason.STORY_OVER)
