"""App Home: what it shows, what is chosen in it, and drawing it anew for those who look at it when something on it changes."""

from datetime import timedelta

from bot.desk import telling
from bot.desk.work import Desk, Work, verb
from bot.rules.balance import begins, quarter_of
from bot.rules.fairness import since_when
from bot.rules.finding import Narrowed, narrowed, scope_of
from bot.rules.working_time import local
from storage.finding import Filters, board, raised, stands_in_somewhere, waiting_for
from storage.home import (
    ON_A_PAGE,
    Changes,
    Home,
    anything_new,
    filters_of,
    keep_filters,
    note_opened,
    opened_since,
    take_changes,
    with_a_part_in,
)
from storage.kinds import Role
from storage.share import asks_owed, asks_standing
from storage.story import waiting_stories
from storage.story_around import stories_written_by
from storage.story_bank import questions_to
from storage.story_counts import came_in_since, told_since

LATELY = timedelta(hours=1)
"""Who opened their App Home so long ago is not looking at it any more: it is drawn anew when they come back."""

ANSWERED = timedelta(days=14)
"""So long an answer about sharing stands on the page of whoever asked."""

MOST_MINE = 20
MOST_UNANSWERED = 6


def home_of(desk: Desk, person: str) -> Home:
    """A person's App Home as it is now: sixteen statements for the press office, ten for everyone else, however much there is."""
    organisation, scope = desk.organisation, scope_of(person, desk.organisation)
    asked = scope.everything or bool(scope.areas) or scope.political
    today = local(organisation.calendar, desk.clock.now()).date()
    in_office = organisation.is_press_office(person)
    with desk.database.read() as session:
        shown, filters = None, Filters()
        if in_office or stands_in_somewhere(session, scope):
            filters, start = filters_of(session, person)
            shown = board(session, scope, filters, start=start, most=ON_A_PAGE)
        return Home(
            mine=tuple(raised(session, scope, MOST_MINE)),
            ideas=tuple(stories_written_by(session, person, limit=MOST_MINE)),
            waiting=waiting_for(session, person),
            unanswered=tuple(waiting_stories(session, MOST_UNANSWERED)) if in_office else (),
            questions=tuple(questions_to(session, person)),
            told=tuple(told_since(session, since_when(today))) if in_office else (),
            came_in=tuple(came_in_since(session, begins(organisation, quarter_of(today)))) if in_office else (),
            asked=tuple(asks_standing(session, person, desk.clock.now() - ANSWERED)),
            owed=tuple(asks_owed(session, person, office=in_office, limit=MOST_UNANSWERED)),
            board=shown,
            filters=filters,
            has_role=asked,
        )


@verb
def opened(work: Work, *, person: str) -> None:
    """Their App Home is drawn from the records as they are now, and anew while they may be looking."""
    note_opened(work.session, person, work.now)
    telling.show_home(work, person, urgent=True)


@verb
def narrow(work: Work, which: Narrowed, chosen: str, *, person: str) -> None:
    """The board is narrowed ("": it is not any more); that is remembered, and it begins at its first page.

    Raises ValueError for a choice that no menu of ours offers.
    """
    filters, _ = filters_of(work.session, person)
    keep_filters(work.session, person, narrowed(filters, which, chosen), 0, work.now)
    telling.show_home(work, person, urgent=True)


@verb
def turn(work: Work, start: int, *, person: str) -> None:
    """The board's next page, or the one before."""
    filters, _ = filters_of(work.session, person)
    keep_filters(work.session, person, filters, start, work.now)
    telling.show_home(work, person, urgent=True)


def tick(desk: Desk) -> int:
    """Draw anew the homes of those who look at them and have a part in what changed; how many they are.

    One waiting drawing for each person, however much changes, and never more than Slack's pace allows.
    """
    with desk.database.read() as session:
        if not anything_new(session):
            return 0
    return _draw(desk)


@verb
def _draw(work: Work) -> int:
    changes = take_changes(work.session, work.now)
    looking = opened_since(work.session, work.now - LATELY)
    concerned = sorted(looking & _concerned(work, changes)) if looking else []
    for person in concerned:
        telling.show_home(work, person)
    return len(concerned)


def _concerned(work: Work, changes: Changes) -> set[str]:
    organisation = work.organisation
    office = (*organisation.holders(Role.PRESS_OFFICER), *organisation.holders(Role.HEAD_OF_COMMS))
    parts = with_a_part_in(work.session, changes.enquiries, changes.stories, changes.shares)
    anything = changes.enquiries or changes.stories or changes.shares
    return {*changes.actors, *parts, *(office if anything else ())}
