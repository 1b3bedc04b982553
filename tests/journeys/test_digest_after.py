"""The digest once it goes out: its length, its pictures, what is withdrawn around it, how people like it, and weeks without stories."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.desk import digest_follow
from storage.delivery import Delivery, sent_about
from storage.digest import digest_of_week
from storage.kinds import DeliveryKind, Subject, Use
from storage.story_told import tellings_of
from tests.journeys.council import LONDON, Council
from tests.journeys.previewing import (
    FRIDAY,
    THURSDAY,
    a_story,
    at,
    chooses,
    digest,
    done,
    good_news,
    notes,
    preview,
    previews,
    settled,
    when_slack_has,
)
from tests.journeys.test_leavers import leaves

WEEK = timedelta(days=7)
PICTURE = b"\xff\xd8\xff\xe0 a very small picture"


def with_picture(council: Council, title: str, name: str = "garden.jpg") -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    form = amara.form.fill(title=title, what_happened="We planted it.", credit="The day team", recognisable="nobody")
    form.fill(tell_colleagues=["yes"], service_area="adults").press("Add pictures")
    amara.form.fill(photo=[(name, PICTURE)], photo_words="Jars with lights in a garden.").submit()
    council.until_quiet()


def withdraws(council: Council, number: int = 1) -> None:
    from bot.desk import story_ends

    story_ends.withdraw(council.bot.desk, number, person=council.person("amara").id)


def test_a_long_week_flows_into_the_thread_in_order(council: Council) -> None:
    titles = [f"Story number {number}" for number in range(1, 18)]
    for number, title in enumerate(titles, start=1):
        a_story(council, number, title)
    at(council, THURSDAY)
    shown = preview(council)
    assert [titles.index(line) + 1 for line in shown.readable.splitlines() if line in titles] == list(range(1, 8))
    assert "10 more stories are in the thread below." in shown.readable
    chooses(council, "priya", 17, "Move to the top")
    settled(council)
    at(council, FRIDAY)
    (post,) = council.person("amara").in_channel("good-news").messages
    whole = [*post.readable.splitlines(), *(line for part in post.thread for line in part.readable.splitlines())]
    assert [line for line in whole if line in titles] == [titles[16], *titles[:16]]
    assert len(post.thread) == 2
    assert [council.story(number).status for number in range(1, 18)] == ["told"] * 17
    assert council.slack.log.problems() == []


def test_a_picture_goes_with_its_words_and_one_that_is_gone_stops_nothing(council: Council) -> None:
    with_picture(council, "A garden for everyone")
    with_picture(council, "A second garden", "second.png")
    for number in (1, 2):
        council.card(f"GN-{number:04d}").press("Pick up")
    at(council, THURSDAY)
    pictures = [block for block in preview(council).blocks if block["type"] == "image"]
    assert [block["alt_text"] for block in pictures] == ["Jars with lights in a garden."] * 2
    gone = pictures[0]["slack_file"]["id"]
    council.slack.on_loop(lambda: council.slack.workspace.files.pop(gone))
    at(council, FRIDAY)
    (post,) = council.person("amara").in_channel("good-news").messages
    assert [block["slack_file"]["id"] for block in post.blocks if block["type"] == "image"] == [
        pictures[1]["slack_file"]["id"]
    ]
    assert "A garden for everyone" in post.readable


def test_withdrawn_a_second_before_it_is_not_in_it(council: Council) -> None:
    a_story(council, 1)
    a_story(council, 2, "Sunday lunch for eighty")
    at(council, THURSDAY)
    at(council, FRIDAY - timedelta(seconds=6))
    withdraws(council)
    at(council, FRIDAY)
    assert "A garden for everyone" not in good_news(council)[0]
    assert "Sunday lunch for eighty" in good_news(council)[0]
    assert "A garden for everyone" not in preview(council).readable
    assert council.story(1).status == "withdrawn"
    assert [words for words in council.said_to("amara") if words.startswith("Your story GN-0001")] == [
        "Your story GN-0001 will not be in this week's good news after all."
    ]


def test_withdrawn_while_it_is_being_sent_it_is_taken_out_and_a_second_after_too(either_council: Council) -> None:
    council = either_council
    for number, title in enumerate(("A garden for everyone", "Sunday lunch", "A choir"), start=1):
        a_story(council, number, title)
    at(council, THURSDAY)
    council.slack.faults.set("slow", ms=500, methods=["chat.postMessage"], times=1)
    council.move_to(FRIDAY)
    council.until(lambda: digest(council).state == "posted", "its hour has come")
    withdraws(council, 1)
    council.until_quiet()
    assert "A garden for everyone" not in good_news(council)[0]
    withdraws(council, 2)
    council.until_quiet()
    (left,) = good_news(council)
    assert "Sunday lunch" not in left
    assert "A choir" in left
    assert "Sunday lunch" not in preview(council).readable
    with council.database.read() as session:
        (told,) = tellings_of(session, 2)
    assert (told.use, told.digest_id, told.ended_at is not None) == (Use.COLLEAGUES, digest(council).id, True)
    withdraws(council, 3)
    council.until_quiet()
    assert good_news(council) == ["Good news this week\nWhat stood here was taken down again."]


def test_taken_back_while_slack_has_it_already_it_stays_taken_back(
    either_council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = either_council
    a_story(council, 1)
    a_story(council, 2, "Sunday lunch for eighty")
    at(council, THURSDAY)
    when_slack_has(monkeypatch, council, DeliveryKind.DIGEST, lambda: withdraws(council))
    at(council, FRIDAY)
    (left,) = good_news(council)
    assert "A garden for everyone" not in left
    assert "Sunday lunch for eighty" in left
    assert [council.story(number).status for number in (1, 2)] == ["withdrawn", "told"]
    assert "told" not in [what for _, what in council.trail(1, Subject.STORY)]


def test_it_is_counted_where_it_stands_though_it_is_to_be_edited_in_this_moment(council: Council) -> None:
    a_story(council, 1)
    at(council, FRIDAY)
    (post,) = council.person("rosa").in_channel("good-news").messages
    with council.database.write() as session:
        (waits,) = [one for one in sent_about(session, Subject.DIGEST, digest(council).id) if one.kind == "digest"]
        session.add(
            Delivery(
                kind=waits.kind,
                key=waits.key,
                lane=waits.lane,
                subject=waits.subject,
                subject_id=waits.subject_id,
                created_at=waits.created_at,
                not_before=FRIDAY + 52 * WEEK,
            )
        )
    council.move_to(FRIDAY + WEEK + timedelta(minutes=2))
    ((_, places),) = digest_follow.to_be_counted(council.bot.desk)
    assert places == [(post.seen["channel"], post.ts)]


def test_how_people_liked_it_is_told_to_those_in_it_a_week_later_and_once(council: Council) -> None:
    a_story(council, 1)
    at(council, FRIDAY)
    (post,) = council.person("rosa").in_channel("good-news").messages
    council.person("rosa").reacts(post, "heart")
    council.person("tomasz").reacts(post, "heart")
    council.person("rosa").writes("How lovely!", "good-news", post.ts)
    for moment in (FRIDAY + WEEK + timedelta(minutes=2), FRIDAY + WEEK + timedelta(hours=1)):
        at(council, moment)
        council.applaud()
        council.until_quiet()
    liked = [words for words in council.said_to("amara") if "was met with" in words]
    assert liked == [
        (
            "Last week's good news, with your story GN-0001 in it, was met with 2 reactions and one reply. "
            "Thank you again for telling us."
        )
    ]
    assert (digest(council).reactions, digest(council).replies) == (2, 1)


def test_counted_after_a_break_it_is_not_called_last_weeks(council: Council) -> None:
    a_story(council, 1)
    at(council, FRIDAY)
    (post,) = council.person("rosa").in_channel("good-news").messages
    council.person("rosa").reacts(post, "heart")
    at(council, FRIDAY + WEEK + timedelta(days=5))
    council.applaud()
    council.until_quiet()
    assert council.said_to("amara")[-1] == (
        "The good news of 6 March, with your story GN-0001 in it, was met with one reaction. Thank you again for telling us."
    )


def test_where_nobody_said_a_thing_nothing_is_said(council: Council) -> None:
    a_story(council, 1)
    at(council, FRIDAY)
    at(council, FRIDAY + WEEK + timedelta(minutes=2))
    council.applaud()
    council.until_quiet()
    assert digest(council).counted_at is not None
    assert [words for words in council.said_to("amara") if "was met with" in words] == []


@pytest.mark.parametrize(("answered", "said"), [(4, ""), (5, "this week 5 questions from journalists were answered")])
def test_behind_the_headlines_is_said_from_five_on(council: Council, answered: int, said: str) -> None:
    a_story(council, 1)
    for number in range(1, answered + 1):
        council.raises(question=f"Question {number}?")
    _all_answered(council)
    at(council, FRIDAY)
    assert ("Behind the headlines" in good_news(council)[0]) is bool(said)
    assert said in good_news(council)[0]


def _all_answered(council: Council) -> None:
    from storage.enquiry import Enquiry

    with council.database.write() as session:
        for one in session.scalars(select(Enquiry)):
            one.responded_at = council.slack.clock.now()


def test_a_week_without_stories_is_said_the_day_before_and_two_leads_are_asked_once_a_month(council: Council) -> None:
    at(council, THURSDAY)
    (note,) = notes(council)
    assert "There is no story for the good news of " in note
    assert "I have asked " in note
    asked = {
        name: [words for words in council.said_to(name) if "has no story yet" in words]
        for name in ("marcus", "shirin", "rosa")
    }
    assert [name for name, said in asked.items() if said] == ["marcus", "shirin"]
    assert asked["shirin"][0].endswith("that is fine: please just leave this.\nTell us about it")
    at(council, FRIDAY)
    assert good_news(council) == []
    assert previews(council) == []
    (note,) = notes(council)
    assert note.startswith("There was no story for the good news of ")
    assert note.endswith(", so nothing was posted.")
    at(council, THURSDAY + WEEK)
    assert [name for name in ("marcus", "shirin", "rosa") if len(_asks(council, name)) == 1] == [
        "marcus",
        "shirin",
        "rosa",
    ]
    at(council, THURSDAY + 2 * WEEK)
    assert [len(_asks(council, name)) for name in ("marcus", "shirin", "rosa")] == [1, 1, 1]


def test_a_lead_who_is_away_or_has_left_is_not_asked_for_a_story(council: Council) -> None:
    council.person("marcus").types("/press-office away this week")
    council.person("marcus").form.submit()
    leaves(council, "shirin")
    at(council, THURSDAY)
    assert [len(_asks(council, name)) for name in ("marcus", "rosa")] == [0, 1]
    (note,) = notes(council)
    assert note.endswith("I have asked Rosa Lindqvist for one.")


def _asks(council: Council, name: str) -> list[str]:
    return [words for words in council.said_to(name) if "has no story yet" in words]


def test_a_story_that_comes_after_an_empty_preview_is_shown_and_goes_out(council: Council) -> None:
    at(council, THURSDAY)
    a_story(council, 1)
    settled(council)
    assert "A garden for everyone" in preview(council).readable
    (note,) = notes(council)
    assert note.endswith("at first. Now there is: the preview shows it.")
    at(council, FRIDAY)
    assert len(good_news(council)) == 1
    assert [action for _, action in done(council)][:2] == ["digest_shown", "digest_filled"]


def test_a_monday_digest_moved_before_easter_monday_is_still_its_own(council: Council) -> None:
    council.change_organisation(lambda text: text.replace('day = "fri"', 'day = "mon"'))
    council.move_to(datetime(2026, 3, 31, 11, 0, tzinfo=LONDON))
    a_story(council, 1)
    at(council, datetime(2026, 4, 1, 10, 0, 5, tzinfo=LONDON))
    assert len(previews(council)) == 1
    at(council, datetime(2026, 4, 2, 10, 0, 5, tzinfo=LONDON))  # Thursday, for the Monday after Easter
    assert len(good_news(council)) == 1
    with council.database.read() as session:
        found = digest_of_week(session, "2026-W15")
    assert found is not None
    assert found.state == "posted"
    at(council, datetime(2026, 4, 7, 10, 0, 5, tzinfo=LONDON))
    assert len(good_news(council)) == 1
