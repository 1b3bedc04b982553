"""A service's own edition once the digest is out, and a month's best that the comms team picks: once each, and only who agrees."""

from datetime import datetime, timedelta
from functools import partial

import pytest

from bot.desk import editions, good_news, story_ends
from sandbox.people.seen import Message
from storage.digest import Edition
from storage.kinds import DeliveryKind, Subject
from storage.story_told import tellings_of
from tests.journeys.council import LONDON, Council
from tests.journeys.previewing import FRIDAY, THURSDAY, a_story, at, settled, when_slack_has, words_form

APRIL = datetime(2026, 4, 1, 10, 0, 5, tzinfo=LONDON)
OWN = 'day = "fri"\neditions = { adults = "C0INTAKE" }'
BEST = 'day = "fri"\nbest_of = true'


def looked(council: Council) -> None:
    """Every process looks for editions."""
    for bot in council.bots:
        editions.tick(bot.desk)
    council.until_quiet()


def turned_on(council: Council, setting: str) -> None:
    council.change_organisation(lambda text: text.replace('day = "fri"', setting))


def out(council: Council) -> None:
    a_story(council, 1)
    a_story(council, 2, "Care leavers cook for the town", service_area="children")
    at(council, THURSDAY)
    at(council, FRIDAY)
    settled(council)
    looked(council)


def own(council: Council) -> list[Message]:
    """Good news in the adults' own channel."""
    return council.person("amara").in_channel("ask-the-press-office").messages


def standing(council: Council, story: int) -> list[tuple[bool, bool]]:
    """Where a story was told: in an edition, and whether it still stands."""
    with council.database.read() as session:
        return [(one.edition_id is not None, one.ended_at is None) for one in tellings_of(session, story)]


def test_nothing_is_posted_unless_it_is_turned_on(council: Council) -> None:
    out(council)
    at(council, APRIL)
    looked(council)
    assert council.count(Edition) == 0


def test_a_services_own_edition_is_posted_once(either_council: Council) -> None:
    council = either_council
    turned_on(council, OWN)
    out(council)
    looked(council)

    (message,) = own(council)
    assert message.readable.startswith("Good news from Adults' social care\n")
    assert "A garden for everyone" in message.readable
    assert "Care leavers" not in message.readable
    assert standing(council, 1) == [(False, True), (True, True)]
    assert standing(council, 2) == [(False, True)]
    assert [what for _, what in council.trail(1, Subject.EDITION)] == ["edition_begun", "edition_posted"]
    assert council.slack.log.problems() == []


def test_what_an_edition_has_no_room_for_does_not_stand_there(council: Council) -> None:
    turned_on(council, OWN)
    for number in range(1, 9):
        a_story(council, number, f"Garden number {number}")
    at(council, THURSDAY)
    at(council, FRIDAY)
    settled(council)
    looked(council)

    (message,) = own(council)
    shown = [number for number in range(1, 9) if f"Garden number {number}" in message.readable]
    assert len(shown) == 7
    assert [number for number in range(1, 9) if (True, True) in standing(council, number)] == shown


def test_two_processes_post_one(two_processes: Council) -> None:
    council = two_processes
    turned_on(council, OWN)
    out(council)
    assert len(own(council)) == 1
    assert council.count(Edition) == 1


def test_what_is_corrected_in_the_digest_follows_in_the_edition(council: Council) -> None:
    turned_on(council, OWN)
    out(council)
    words_form(council, "priya", 1).fill(digest_title="A garden for all of us").submit()
    settled(council)
    (message,) = own(council)
    assert "A garden for all of us" in message.readable


def test_a_story_that_is_taken_back_goes_from_the_edition(council: Council) -> None:
    turned_on(council, OWN)
    out(council)
    council.person("amara").types("/story-idea GN-0001")
    council.person("amara").form.press("Take it back")
    settled(council)

    (message,) = own(council)
    assert message.readable == "Good news from Adults' social care\nWhat stood here was taken down again."
    assert standing(council, 1) == [(False, False), (True, False)]


def test_a_story_that_is_taken_back_while_the_edition_is_being_sent_goes_from_it(
    either_council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = either_council
    turned_on(council, OWN)
    a_story(council, 1)
    a_story(council, 2, "Sunday lunch for eighty")
    at(council, THURSDAY)
    at(council, FRIDAY)
    settled(council)
    amara = council.person("amara").id
    taken_back = partial(story_ends.withdraw, council.bot.desk, 1, person=amara)
    when_slack_has(monkeypatch, council, DeliveryKind.EDITION, taken_back)
    looked(council)

    (message,) = own(council)
    assert "A garden for everyone" not in message.readable
    assert "Sunday lunch for eighty" in message.readable
    assert standing(council, 1)[1:] == [(True, False)]
    assert council.story(1).status == "withdrawn"


def test_it_waits_while_good_news_is_paused(council: Council) -> None:
    turned_on(council, OWN)
    a_story(council, 1)
    at(council, FRIDAY)
    settled(council)
    good_news.pause(council.bot.desk, "", person=council.person("priya").id)
    looked(council)
    assert own(council) == []
    good_news.resume(council.bot.desk, person=council.person("priya").id)
    looked(council)
    assert len(own(council)) == 1


def question(council: Council) -> Message:
    there = council.person("priya").in_channel("press-desk").messages
    (found,) = [one for one in there if one.readable.startswith(("Which good news", "The best of", "None of"))]
    return found


def best(council: Council) -> list[str]:
    there = council.person("amara").in_channel("good-news").messages
    return [one.readable for one in there if one.readable.startswith("The best of")]


def test_the_comms_team_picks_the_best_of_a_month(either_council: Council) -> None:
    council = either_council
    turned_on(council, BEST)
    out(council)
    assert council.trail(1, Subject.EDITION) == [("close-ties", "best_asked")], "of February, in which nothing was told"
    at(council, APRIL)
    looked(council)
    looked(council)
    assert question(council).readable.startswith("Which good news was the best of March 2026? 2 stories told then")

    question(council).press("Choose the best")
    form = council.person("priya").form.fill(digest_stories=["2"]).submit()
    assert not form.is_open, form.errors
    looked(council)

    (posted,) = best(council)
    assert posted.startswith("The best of March 2026\n")
    assert "Care leavers cook for the town" in posted
    assert "A garden for everyone" not in posted
    assert "is chosen and on its way to #good-news" in question(council).readable
    assert standing(council, 2) == [(False, True), (True, True)]
    (told,) = [words for words in council.said_to("amara") if "among the best" in words]
    assert told.startswith("Your story GN-0002 is among the best of March 2026: the press office picked it")
    assert told.endswith("See it here")


def test_where_nobody_picks_nothing_is_posted(council: Council) -> None:
    turned_on(council, BEST)
    out(council)
    at(council, APRIL)
    looked(council)
    at(council, APRIL + timedelta(days=20))
    looked(council)
    assert best(council) == []


def test_a_month_in_which_nothing_was_told_passes_in_silence(council: Council) -> None:
    turned_on(council, BEST)
    at(council, APRIL)
    looked(council)
    there = council.person("priya").in_channel("press-desk").messages
    assert [one for one in there if "the best of" in one.readable.lower()] == []
    assert council.trail(1, Subject.EDITION) == [("close-ties", "best_asked")]
