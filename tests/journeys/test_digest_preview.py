"""The digest's preview: seen the day before exactly as it will look, put in order, worded, added to, and let go."""

from datetime import timedelta

from bot.desk.digest_preview import move
from storage.digest import Digest
from storage.kinds import Subject
from tests.journeys.council import STORY, Council
from tests.journeys.previewing import (
    FRIDAY,
    SENT_BY_ITSELF,
    THURSDAY,
    a_story,
    at,
    chooses,
    digest,
    done,
    good_news,
    preview,
    previews,
    settled,
    state,
    titles,
    words_form,
)

GARDEN, LUNCH, CHOIR = "A garden for everyone", "Sunday lunch for eighty", "A choir at the day centre"
BUTTONS = "\nIt can go as it is\nAdd a story\nSend now\nHold\nPause good news"


def three(council: Council) -> None:
    for number, title in enumerate((GARDEN, LUNCH, CHOIR), start=1):
        a_story(council, number, title)


def test_it_is_seen_the_day_before_as_it_will_look_and_goes_out_so(either_council: Council) -> None:
    council = either_council
    a_story(council, 1)
    at(council, THURSDAY - timedelta(seconds=10))
    assert previews(council) == []
    at(council, THURSDAY)
    at(council, THURSDAY + timedelta(hours=2))
    whole = (
        "Good news this week\n"
        "A few minutes of good things, from people you work with at Northbank Council. Thank you for sending them in.\n"
        "{button}"
        f"{GARDEN}\n{STORY['what_happened']}\n"
        "Thanks to Amara and the day team · Adults' social care\n"
        "Something good happened where you work? Type /story-idea and tell us."
    )
    shown = preview(council).readable
    assert shown.startswith("This is how the good news will look. In #good-news: ")
    as_it_looks = whole.format(button="Change the opening\n")
    assert shown.partition("\n")[2] == f"{as_it_looks}\n{SENT_BY_ITSELF}{BUTTONS}"
    assert preview(council).sentence == (
        "The preview of the good news for Friday 6 March at 10:00, one story: "
        f"{GARDEN}, thanks to Amara and the day team. {SENT_BY_ITSELF}"
    )
    at(council, FRIDAY - timedelta(minutes=50))
    assert council.said_to("amara")[-1].startswith("Your story GN-0001 will be in the good news in #good-news: ")
    at(council, FRIDAY)
    assert good_news(council) == [whole.format(button="")]
    assert state(council).startswith("It is out: see it. Its words can still be corrected here")
    assert [action for _, action in done(council)] == ["digest_shown", "nudged", "digest_foretold", "digest_posted"]
    assert council.slack.log.problems() == []


def test_it_can_go_and_those_in_it_hear_at_once(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    preview(council).press("It can go as it is")
    settled(council)
    assert state(council) == (
        "Priya Nair says that it can go. It goes out by itself.\nAdd a story\nSend now\nHold\nPause good news"
    )
    told = "Your story GN-0001 will be in the good news in #good-news: "
    assert council.said_to("amara")[-1].startswith(told)
    at(council, FRIDAY - timedelta(minutes=30))
    assert len([words for words in council.said_to("amara") if words.startswith(told)]) == 1
    assert [words for words in council.said_to("priya") if "waits for your look" in words] == []
    at(council, FRIDAY)
    assert len(good_news(council)) == 1


def test_nobody_has_said_a_word_so_one_person_is_asked_an_hour_before(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    at(council, FRIDAY - timedelta(hours=1))
    asked = [(name, words) for name in ("priya", "dewi", "helen") for words in council.said_to(name) if "look" in words]
    assert len(asked) == 1
    name, words = asked[0]
    assert "waits for your look. Nobody has said yet that it can go. If nobody says anything, it goes out" in words
    at(council, FRIDAY - timedelta(minutes=5))
    council.person(name).inbox.last.press("It can go as it is")
    settled(council)
    assert council.person(name).inbox.last.readable.endswith("dealt with, thank you.")
    assert done(council)[-1][1] == "digest_approved"
    at(council, FRIDAY)
    assert len(good_news(council)) == 1


def test_moved_left_out_and_added_again(council: Council) -> None:
    three(council)
    at(council, THURSDAY)
    assert titles(council, GARDEN, LUNCH, CHOIR) == [GARDEN, LUNCH, CHOIR]
    assert chooses(council, "priya", 3, "Move to the top") == ""
    settled(council)
    assert titles(council, GARDEN, LUNCH, CHOIR) == [CHOIR, GARDEN, LUNCH]
    chooses(council, "dewi", 1, "Move down")
    settled(council)
    assert titles(council, GARDEN, LUNCH, CHOIR) == [CHOIR, LUNCH, GARDEN]
    chooses(council, "priya", 1, "Move up")
    settled(council)
    chooses(council, "priya", 2, "Leave out this week")
    settled(council)
    assert titles(council, GARDEN, LUNCH, CHOIR) == [CHOIR, GARDEN]
    a_story(council, 4, "A fourth one")
    assert titles(council, "A fourth one") == []
    preview(council).press("Add a story")
    council.person("priya").form.fill(digest_stories=["2", "4"]).submit()
    settled(council)
    assert titles(council, GARDEN, LUNCH, CHOIR, "A fourth one") == [CHOIR, GARDEN, LUNCH, "A fourth one"]
    at(council, FRIDAY)
    lines = good_news(council)[0].splitlines()
    assert [line for line in lines if line in (GARDEN, LUNCH, CHOIR, "A fourth one")] == [
        CHOIR,
        GARDEN,
        LUNCH,
        "A fourth one",
    ]
    assert [action for _, action in done(council)] == [
        "digest_shown",
        *["digest_moved"] * 3,
        "digest_story_left_out",
        "digest_added",
        "digest_posted",
    ]


def test_the_same_move_by_two_people_is_one_move(council: Council) -> None:
    three(council)
    at(council, THURSDAY)
    chooses(council, "priya", 3, "Move up")
    settled(council)
    move(
        council.bot.desk, digest(council).id, 3, 1, person=council.person("dewi").id
    )  # the same menu, as it stood before
    settled(council)
    assert titles(council, GARDEN, LUNCH, CHOIR) == [GARDEN, CHOIR, LUNCH]
    assert [action for _, action in done(council)].count("digest_moved") == 1


def test_worded_by_two_at_once_neither_loses_a_word(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    first, second = words_form(council, "priya", 1), words_form(council, "dewi", 1)
    first.fill(digest_title="A garden for the night", digest_words="They hung lights in the garden.").submit()
    assert not first.is_open
    settled(council)
    second.fill(digest_words="Forty jars with lights hang in the garden now.").submit()
    assert second.is_open
    assert "Somebody else has changed this while you were writing. It says now:" in second.text
    assert "A garden for the night" in second.text
    assert "They hung lights in the garden." in second.text
    assert second.values["digest_words"] == "Forty jars with lights hang in the garden now."
    second.fill(digest_title="A garden for the night").submit()
    assert not council.person("dewi").has_form
    settled(council)
    shown = preview(council).readable
    assert "A garden for the night\nForty jars with lights hang in the garden now." in shown
    assert council.story(1).what_happened == STORY["what_happened"], "what was sent in stays"


def test_an_opening_of_ones_own_and_a_correction_after_it_is_out(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    preview(council).press("Change the opening")
    council.person("priya").form.fill(digest_opening="What a week. Here is the good half.").submit()
    settled(council)
    at(council, FRIDAY)
    assert good_news(council)[0].splitlines()[1] == "What a week. Here is the good half."
    form = words_form(council, "dewi", 1)
    assert "It is out already: the post changes as soon as you save." in form.text
    form.fill(digest_title="A garden for all of us").submit()
    settled(council)
    (post,) = council.person("amara").in_channel("good-news").messages
    assert post.readable.splitlines()[2] == "A garden for all of us"
    assert preview(council).readable.splitlines()[4] == "A garden for all of us"
    assert council.trail(1, Subject.STORY)[-1] == ("close-ties", "told")


def test_words_that_would_show_who_someone_is_are_sent_back(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    form = words_form(council, "priya", 1).fill(digest_words="Her NHS number is 943 476 5919.").submit()
    assert set(form.errors) == {"digest_words"}
    assert form.is_open


def test_send_now_does_not_wait_for_friday_and_is_sent_once(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    shown = preview(council)
    shown.press("Send now")
    settled(council)
    assert len(good_news(council)) == 1
    assert "This comes a little late" not in good_news(council)[0]
    at(council, FRIDAY)
    at(council, FRIDAY + timedelta(days=1))
    assert len(good_news(council)) == 1
    assert [action for _, action in done(council)] == ["digest_shown", "digest_posted"]
    assert digest(council).approved_by == council.person("priya").id


def test_two_processes_show_one_preview(two_processes: Council) -> None:
    council = two_processes
    a_story(council, 1)
    at(council, THURSDAY)
    at(council, THURSDAY + timedelta(minutes=1))
    assert len(previews(council)) == 1
    assert council.count(Digest) == 2  # last week's, settled when the bot came, and this one
