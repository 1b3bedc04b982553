"""A private enquiry is walked through its whole life, by every button and form there is, with a secret word in every box.

After each step, no secret may be in anything the bot has sent, written into a delivery or logged, but in a view before someone who may
read it, and who is in the trail. A way in that the walk does not take has to be named here, with the reason.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

import pytest

from handlers import press_office, rota, settings, story_idea
from handlers.door import Route
from handlers.routes import ROUTES
from tests.project.test_command_line import typed
from tests.withstand.walk import Walk, secrets
from tests.withstand.walk_to_the_end import (
    a_colleague_may_be_named,
    an_answer_is_used_again,
    answered,
    away_and_back,
    before_an_election,
    closed_reopened_and_closed,
    corrected,
    days_go_by,
    kept_as_a_line,
    linked,
    published,
    the_journalist_is_verified,
    the_second_is_taken_back,
    things_are_done,
    treated_as_foi,
)
from tests.withstand.walk_to_the_words import (
    a_change_is_asked_for,
    a_fourth_goes_from_one_to_the_next,
    a_note_is_added,
    a_second_one_resembles_it,
    a_third_is_put_off_and_handed_on,
    approved_stopped_and_approved_again,
    asked_for_sign_off,
    asked_in_the_intake_channel,
    changed,
    drafted_twice,
    everyone_looks,
    facts_are_checked,
    forms_that_are_only_looked_at,
    handed_over_and_back,
    handed_to_a_deputy,
    legal_is_waived,
    mentioned_the_bot,
    more_is_added,
    of_a_fifth_the_lead_asks_to_be_rung,
    recorded_from_a_message,
    still_on_it,
    taken_from_the_nudge_and_from_the_card,
    the_board_is_narrowed,
    the_lead_reads_it_and_has_it,
    told_the_bot,
    written_in_the_thread_and_moved,
)

Step = Callable[[Walk], None]

LIFE: tuple[Step, ...] = (
    told_the_bot,
    mentioned_the_bot,
    asked_in_the_intake_channel,
    forms_that_are_only_looked_at,
    recorded_from_a_message,
    a_second_one_resembles_it,
    everyone_looks,
    the_board_is_narrowed,
    the_lead_reads_it_and_has_it,
    a_third_is_put_off_and_handed_on,
    a_fourth_goes_from_one_to_the_next,
    of_a_fifth_the_lead_asks_to_be_rung,
    taken_from_the_nudge_and_from_the_card,
    still_on_it,
    more_is_added,
    handed_over_and_back,
    changed,
    a_note_is_added,
    written_in_the_thread_and_moved,
    the_journalist_is_verified,
    drafted_twice,
    facts_are_checked,
    asked_for_sign_off,
    a_change_is_asked_for,
    legal_is_waived,
    approved_stopped_and_approved_again,
    treated_as_foi,
    a_colleague_may_be_named,
    things_are_done,
    before_an_election,
    linked,
    answered,
    corrected,
    an_answer_is_used_again,
    published,
    kept_as_a_line,
    handed_to_a_deputy,
    everyone_looks,
    away_and_back,
    days_go_by,
    closed_reopened_and_closed,
    the_second_is_taken_back,
    everyone_looks,
)
"""The steps, in their order. A feature adds one line."""

ANOTHER_PAGE = "the same as the page before, with more of it"
NOT_TAKEN: dict[tuple[str, str], str] = {
    ("shortcut", "suggest_as_good_news"): "good news is no enquiry",
    ("action", "door_story"): "good news is no enquiry",
    ("action", "enquiry_restrict"): "taken by the walk of one that becomes private",
    ("action", "enquiry_unrestrict"): "what is opened up is no secret any more",
    ("event", "user_change"): "Slack's word about a person",
    ("event", "dnd_updated_user"): "Slack's word about a person",
    ("action", "line_use"): "a private line has no such button: it is used from the page that shows it",
    ("action", "list_more"): ANOTHER_PAGE,
    ("action", "list_back"): ANOTHER_PAGE,
    ("action", "board_next"): ANOTHER_PAGE,
    ("action", "board_back"): ANOTHER_PAGE,
    ("action", "lines_more"): ANOTHER_PAGE,
    ("action", "lines_back"): ANOTHER_PAGE,
}
"""Ways in that the walk does not take, and why they can show nothing else."""

NO_ENQUIRY: dict[ModuleType, str] = {
    story_idea: "good news is no enquiry",
    settings: "the organisation's own settings name no enquiry",
    rota: "who is on duty names no enquiry",
    press_office: "who is on duty names no enquiry",
}
"""Whole features that have nothing to do with an enquiry."""


def ways(routes: Iterable[Route]) -> set[tuple[str, str]]:
    return {(str(route.kind), str(route.id)) for route in routes}


@pytest.mark.timeout(500)
def test_no_word_of_it_leaves_but_to_those_who_may_read_it(walk: Walk, tmp_path: Path) -> None:
    for step in LIFE:
        step(walk)
        walk.quiet()
        assert walk.watch.leaks() == [], step.__name__
        assert walk.watch.trespassers() == [], step.__name__
    left = ways(ROUTES) - walk.watch.ways - NOT_TAKEN.keys() - {way for one in NO_ENQUIRY for way in ways(one.ROUTES)}
    assert sorted(left) == [], "\n".join(map(str, sorted(left)))
    assert NOT_TAKEN.keys() - ways(ROUTES) == set()
    on_paper(walk, tmp_path)


def on_paper(walk: Walk, folder: Path) -> None:
    """What the command line gives out without being told that it may hold what is private."""
    kept = folder / "kept"
    why = ("--for", "Ruth Bell", "--why", "The yearly review")
    table = typed(kept, "enquiries", "export", "--to-file", "table.csv", *why)
    trail = typed(kept, "audit", "show", "ME-0001")
    story = typed(kept, "enquiries", "story", "ME-0001", "--to", "story.html", *why)
    assert table.returncode == 0, table.stderr
    printed = [table.stdout, table.stderr, trail.stdout, trail.stderr, story.stdout, story.stderr]
    files = [one.read_text() for one in (kept / "table.csv", kept / "story.html") if one.exists()]
    assert "ME-0001" in files[0]
    assert story.returncode != 0
    assert secrets([*printed, *files]) == []
