"""A private enquiry is walked through its whole life, by every button and form there is, with a secret word in every box.

After each step, no secret may be in anything the bot has sent, written into a delivery or logged, but in a view before someone who may
read it, and who is in the trail. A way in that no part of the walk takes has to be named, with the reason.
"""

from collections.abc import Iterable

import pytest

from handlers.door import Route
from handlers.routes import ROUTES
from tests.withstand.walk import Walk
from tests.withstand.walk_parts import NO_ENQUIRY, NOT_TAKEN, PARTS, Part, Way


def ways(routes: Iterable[Route]) -> set[Way]:
    """What kind of ways in these are, and their ids."""
    return {(str(route.kind), str(route.id)) for route in routes}


def to_take(part: Part) -> set[Way]:
    """The ways in that are this part's."""
    return {way for one in part.handlers for way in ways(one.ROUTES)} - NOT_TAKEN.keys() | part.also


@pytest.mark.timeout(300)
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_no_word_of_it_leaves_but_to_those_who_may_read_it(walk: Walk, part: Part) -> None:
    for step in part.steps:
        step(walk)
        walk.quiet()
        assert walk.watch.leaks() == [], step.__name__
        assert walk.watch.trespassers() == [], step.__name__
    left = to_take(part) - walk.watch.ways
    assert sorted(left) == [], "\n".join(map(str, sorted(left)))


def test_every_way_in_is_taken_by_a_part_or_says_why_it_need_not_be() -> None:
    elsewhere = {way for one in NO_ENQUIRY for way in ways(one.ROUTES)}
    taken = {way for part in PARTS for way in to_take(part)}
    assert sorted(ways(ROUTES) - taken - NOT_TAKEN.keys() - elsewhere) == []
    assert sorted((taken | NOT_TAKEN.keys()) - ways(ROUTES)) == []
