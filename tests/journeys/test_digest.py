"""The weekly digest: on its day, once, with nobody in it who has not agreed; and what happens when the day goes wrong."""

from datetime import datetime, timedelta
from typing import Any

from storage.digest import Digest
from storage.kinds import Subject
from storage.story import Consent
from tests.journeys.council import LONDON, STORY, Council

FRIDAY = datetime(2026, 3, 6, 10, 0, 5, tzinfo=LONDON)
AGREED: dict[str, Any] = {
    "recognisable": "agreed",
    "consent_who": "the tenant",
    "consent_how": "She told us, and has seen the words.",
    "consent_uses": ["colleagues"],
}


def good_news(council: Council) -> list[str]:
    return [message.readable for message in council.person("amara").in_channel("good-news").messages]


def notes(council: Council) -> list[str]:
    """What the press office was told that is no card and no file."""
    messages = [one for one in council.person("priya").in_channel("press-desk").messages if not one.files]
    return [message.readable for message in messages if not message.readable.startswith(("GN-", "ME-"))]


def a_story(council: Council, number: int, who: str = "amara", **answers: Any) -> None:
    """Sent in and picked up."""
    council.sends_in(who, **answers)
    council.card(f"GN-{number:04d}").press("Pick up")
    council.until_quiet()


def at(council: Council, moment: datetime) -> None:
    council.move_to(moment)
    council.until_quiet()


def test_on_time_grouped_credited_and_everyone_thanked(either_council: Council) -> None:
    council = either_council
    a_story(council, 1)
    a_story(
        council,
        2,
        "tomasz",
        title="Care leavers cook for the town",
        what_happened="Six young people cooked Sunday lunch for eighty neighbours.",
        credit="Tomasz and the leaving-care team",
        service_area="children",
    )
    at(council, FRIDAY - timedelta(seconds=10))
    assert good_news(council) == []
    at(council, FRIDAY)

    assert good_news(council) == [
        (
            "Good news this week\n"
            "A few minutes of good things, from people you work with at Northbank Council. Thank you for sending them in.\n"
            "Care leavers cook for the town\n"
            "Six young people cooked Sunday lunch for eighty neighbours.\n"
            "Thanks to Tomasz and the leaving-care team · Children's social care\n"
            "A garden for everyone\n"
            f"{STORY['what_happened']}\n"
            "Thanks to Amara and the day team · Adults' social care\n"
            "Something good happened where you work? Type /story-idea and tell us."
        )
    ]
    digest = council.person("amara").in_channel("good-news").last
    told = council.person("amara").inbox.last
    assert told.readable == (
        "Your story GN-0001 is in this week's good news in #good-news. Thank you for telling us. See it here"
    )
    assert f"/archives/C0GOODNEWS/p{digest.ts.replace('.', '')}|See it here>" in told.text
    assert council.said_to("tomasz")[-1].startswith("Your story GN-0002 is in this week's good news")
    assert [council.story(number).status for number in (1, 2)] == ["told", "told"]
    assert council.timeline("GN-0001")[-1] == "GN-0001 was told in the weekly digest."
    assert council.trail(1, Subject.STORY)[-1] == ("close-ties", "told")

    at(council, FRIDAY + timedelta(hours=3))
    assert len(good_news(council)) == 1
    at(council, FRIDAY + timedelta(days=7))
    assert len(good_news(council)) == 1, "a story is told once"
    assert council.slack.log.problems() == []


def test_two_processes_post_one_digest(two_processes: Council) -> None:
    council = two_processes
    a_story(council, 1)
    at(council, FRIDAY)
    at(council, FRIDAY + timedelta(minutes=1))
    assert len(good_news(council)) == 1
    assert council.count(Digest) == 1
    assert len([words for words in council.said_to("amara") if "this week's good news" in words]) == 1


def test_a_bot_that_comes_back_the_same_day_is_late_and_says_so(council: Council) -> None:
    a_story(council, 1)
    at(council, FRIDAY.replace(hour=15))
    assert good_news(council)[0].splitlines()[2] == "This comes a little late today; the stories are as good."


def test_a_restart_after_the_digest_posts_no_second(council: Council) -> None:
    a_story(council, 1)
    at(council, FRIDAY)
    council.restart()
    at(council, FRIDAY + timedelta(minutes=5))
    assert len(good_news(council)) == 1


def test_a_day_missed_altogether_asks_the_comms_team_and_keeps_the_stories(council: Council) -> None:
    a_story(council, 1)
    at(council, FRIDAY)
    a_story(council, 2, title="Seventy years a volunteer")
    at(council, FRIDAY + timedelta(days=8))  # all of Friday the 13th went by
    assert len(good_news(council)) == 1
    assert notes(council) == [
        (
            "The good news for Friday 13 March did not go out in #good-news: I was away all that day. "
            "Its stories are kept for next week. If they should not wait, please post them yourselves."
        )
    ]
    at(council, FRIDAY + timedelta(days=14))
    assert "Seventy years a volunteer" in good_news(council)[1]


def test_no_stories_no_post_and_the_comms_team_hears_it(council: Council) -> None:
    at(council, FRIDAY)
    assert good_news(council) == []
    assert notes(council) == [
        (
            "There is no story for this week's good news, so nothing was posted. "
            "Could you ask Marcus Bell, Shirin Daryaei or Rosa Lindqvist for one?"
        )
    ]
    at(council, FRIDAY + timedelta(hours=1))
    assert len(notes(council)) == 1


def test_what_may_not_be_told_is_not_in_it(council: Council) -> None:
    a_story(council, 1)
    a_story(council, 2, title="Not asked yet", recognisable="not_asked")
    a_story(council, 3, title="For the website only", **{**AGREED, "consent_uses": ["website"]})
    a_story(council, 4, title="Agreed until Thursday", **{**AGREED, "consent_until": "2026-03-05"})
    a_story(council, 5, title="Not now, please", tell_colleagues=[])
    council.sends_in("amara", title="Not picked up")
    a_story(council, 7, title="Agreed until Friday", **{**AGREED, "consent_until": "2026-03-06"})
    at(council, FRIDAY)
    told = good_news(council)[0]
    titles = ["A garden for everyone", "Agreed until Friday"]
    assert [council.story(number).title for number in range(1, 8) if council.story(number).title in told] == titles
    assert told.count("Thanks to") == 2


def test_consent_withdrawn_between_the_decision_and_the_sending(council: Council) -> None:
    a_story(council, 1)
    a_story(council, 2, title="The tenant's own story", **AGREED)
    council.slack.faults.set("error", status=503, methods=["chat.postMessage"], times=1)
    council.move_to(FRIDAY)
    council.until(lambda: not council.slack.faults.active(), "Slack has turned the first try away")
    withdraw(council)
    council.until_quiet()

    assert good_news(council)[0].count("Thanks to") == 1
    assert "The tenant's own story" not in council.ever_sent().split("Good news this week")[-1]
    assert [council.story(number).status for number in (1, 2)] == ["told", "picked_up"]
    assert council.trail(2, Subject.STORY)[-1] == ("close-ties", "left_out_of_digest")
    assert [words for words in council.said_to("amara") if "GN-0002 is in this week's" in words] == []


def test_the_only_consent_withdrawn_before_the_sending_leaves_nothing_to_post(council: Council) -> None:
    a_story(council, 1, title="The tenant's own story", **AGREED)
    council.slack.faults.set("error", status=503, methods=["chat.postMessage"], times=1)
    council.move_to(FRIDAY)
    council.until(lambda: not council.slack.faults.active(), "Slack has turned the first try away")
    withdraw(council)
    council.until_quiet()
    assert good_news(council) == []
    assert notes(council)[0].startswith("There is no story for this week's good news, so nothing was posted.")


def withdraw(council: Council) -> None:
    """All consent is withdrawn, as a later issue's button will do it."""
    with council.database.write() as session:
        for consent in session.query(Consent):
            consent.withdrawn_at = council.slack.clock.now()


def test_good_friday_moves_it_to_thursday(council: Council) -> None:
    at(council, FRIDAY)
    council.move_to(datetime(2026, 3, 31, 11, 0, tzinfo=LONDON))
    a_story(council, 1)
    at(council, datetime(2026, 4, 2, 9, 59, 50, tzinfo=LONDON))
    assert good_news(council) == []
    at(council, datetime(2026, 4, 2, 10, 0, 5, tzinfo=LONDON))
    assert len(good_news(council)) == 1
    at(council, datetime(2026, 4, 3, 10, 0, 5, tzinfo=LONDON))
    at(council, datetime(2026, 4, 7, 9, 0, 5, tzinfo=LONDON))
    assert len(good_news(council)) == 1
