"""A consent ends: what other messages than the story's own said of it comes down too, and nobody hears what is not so."""

from bot.desk import story_ends
from tests.journeys.consenting import TITLE, a_story, at, good_news, london, told_in_words, withdrawn
from tests.journeys.council import Council

LIKE_IT = f"GN-0001 {TITLE}"


def one_like_it(council: Council) -> None:
    """Somebody sends in another of the garden, and its card names the first one."""
    council.sends_in("tomasz", title="A garden for the children", what_happened="Neighbours planted a garden.")
    assert LIKE_IT in council.card("GN-0002").readable


def test_its_title_leaves_the_cards_of_those_like_it(either_council: Council) -> None:
    council = either_council
    a_story(council)
    at(council, london(6, 10))
    assert TITLE in good_news(council)[0]
    one_like_it(council)
    withdrawn(council)
    assert TITLE not in council.standing()


def test_so_it_does_when_its_author_takes_it_back(council: Council) -> None:
    a_story(council)
    one_like_it(council)
    story_ends.withdraw(council.bot.desk, 1, person=council.person("amara").id)
    council.until_quiet()
    assert TITLE not in council.card("GN-0002").readable
    assert "Somebody who wrote it took it back, so it is not shown here." in council.card("GN-0001").readable


def test_so_it_does_while_somebody_is_asked_whether_they_still_agree(council: Council) -> None:
    a_story(council)
    one_like_it(council)
    told_in_words(council, "tomasz", "the tenant has changed her mind about GN-0001")
    assert TITLE not in council.card("GN-0002").readable


def test_whoever_was_in_a_digest_does_not_hear_afterwards_that_they_will_not_be(council: Council) -> None:
    a_story(council)
    at(council, london(5, 15))
    at(council, london(6, 9, 5))
    at(council, london(6, 10))
    withdrawn(council)
    told = council.said_to("amara")
    assert [one for one in told if "will not be in this week's good news" in one] == []
    assert any("will be in the good news" in one for one in told)
