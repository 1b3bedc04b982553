"""Somebody may have changed their mind: what was posted is edited at once, put back if that was a mistake, gone if not."""

from datetime import timedelta
from typing import Any

from bot.desk import changes_of_mind, digest_mail, editions
from bot.messages.digest_mail import as_html
from bot.messages.digest_mail_text import as_text
from storage.kinds import Recognisable, Subject
from tests.journeys.consenting import (
    TITLE,
    WORDS,
    a_story,
    at,
    good_news,
    london,
    page,
    places,
    seen_the_words,
    take_downs,
    told_in_words,
    told_on_the_website,
    withdrawn,
)
from tests.journeys.council import Council
from tests.journeys.previewing import chooses, preview
from tests.journeys.test_consent_ends import FRIDAY, another, nothing_of_it_stands

SAYS = "The tenant has changed her mind about GN-0001."
GONE = "A story was taken out."
SECOND, THIRD = "Care leavers cook", "A choir at the day centre"
LEFT = (
    "GN-0001 has left the preview: somebody in it may have changed their mind. Its place is kept until that is clear."
)
WAS = "GN-0001 had left the preview for a while. That is clear now."
BACK = "GN-0001 is back in the preview, where it stood: the people in it still agree."


def posted(council: Council, **answers: Any) -> None:
    """In the good news of the week, beside another one."""
    a_story(council, **answers)
    another(council)
    at(council, FRIDAY)
    assert TITLE in good_news(council)[0]


def mailed(council: Council) -> str:
    """The week's mail as it would be made now, both files."""
    made = digest_mail.mail_of_week(council.bot.desk, "", {"by": "close-ties"})
    assert made is not None
    told = (made.whole, made.organisation, made.posted)
    return f"{as_html(*told)} {as_text(*told)}"


def test_what_was_posted_is_edited_at_once_and_put_back_where_it_was_a_mistake(either_council: Council) -> None:
    council = either_council
    posted(council)
    [before] = good_news(council)
    told_in_words(council, "tomasz", SAYS)
    [held] = good_news(council)
    assert TITLE not in held
    assert GONE in held
    assert WORDS not in council.standing()
    assert TITLE not in mailed(council)
    assert council.said_to("amara")[-1].startswith("Somebody in GN-0001 may have changed their mind, as anyone may.")
    assert take_downs(council) == []
    assert council.story().title == TITLE, "nothing is lost before it is clear"
    assert [(one.use, one.ended_at) for one in places(council)] == [("colleagues", None)]

    asked = council.person("priya").inbox.last
    assert asked.readable.startswith("Somebody says that a person in GN-0001 may have changed their mind.")
    asked.press("They still agree")
    council.until_quiet()
    assert good_news(council) == [before]
    assert TITLE in mailed(council)
    assert council.story().held_at is None
    assert council.story().recognisable == Recognisable.AGREED
    assert council.said_to("amara")[-1].startswith("The people in GN-0001 still agree, so I show it again")
    assert council.trail(1, Subject.STORY)[-2:] == [("Tomasz", "consent_held"), ("Priya", "still_agrees")]
    assert council.slack.log.problems() == []


def test_they_have_and_it_goes_for_good(council: Council) -> None:
    posted(council)
    told_in_words(council, "tomasz", SAYS)
    withdrawn(council, consent_came="family")
    [post] = good_news(council)
    assert GONE in post
    nothing_of_it_stands(council)
    assert [one.ended_at is not None for one in places(council)] == [True]


def test_only_the_website_is_taken_back_and_the_good_news_is_as_before(council: Council) -> None:
    posted(council)
    [before] = good_news(council)
    seen_the_words(council)
    told_on_the_website(council)
    told_in_words(council, "tomasz", SAYS)
    assert take_downs(council) == [], "what people put somewhere waits until it is clear"
    withdrawn(council, consent_uses_ended=["website"])
    assert [one.what for one in take_downs(council)] == ["The council's website"]
    assert good_news(council) == [before], "and it links to nothing that has to come down"


def test_where_people_have_put_it_whoever_has_to_find_out_sees_where_and_is_asked_until_it_is_clear(
    either_council: Council,
) -> None:
    council = either_council
    posted(council)
    seen_the_words(council)
    told_on_the_website(council)
    told_in_words(council, "tomasz", SAYS)
    asked = council.person("priya").inbox.last
    assert "It still stands here: The council's website. If that can be taken down until it is clear" in asked.readable
    assert "It still stands here: The council's website." in asked.sentence
    at(council, FRIDAY + timedelta(days=3, hours=1))
    assert "may have changed their mind" in council.said_to("helen")[-1]
    at(council, FRIDAY + timedelta(days=4, hours=2))
    assert [one for one in council.asked(1, Subject.STORY) if one[0] == "story_change_of_mind"] == [
        ("story_change_of_mind", "Priya"),
        ("story_change_of_mind", "Helen"),
        ("story_change_of_mind", "Helen"),
    ]
    asked.press("They still agree")
    council.until_quiet()
    assert "still agree" in council.person("helen").inbox.last.readable
    at(council, FRIDAY + timedelta(days=10))
    assert len([one for one in council.asked(1, Subject.STORY) if one[0] == "story_change_of_mind"]) == 3


def test_held_on_a_saturday_it_is_asked_on_monday_and_then_once_a_day(council: Council) -> None:
    posted(council)
    at(council, london(7, 12))
    told_in_words(council, "tomasz", SAYS)
    for day in (9, 10, 11):
        at(council, london(day, 12))
    asked = [who for step, who in council.asked(1, Subject.STORY) if step == "story_change_of_mind"]
    assert asked == ["Priya", "Helen", "Helen"]


def test_where_nobody_is_named_it_is_held_all_the_same_and_comes_back_as_it_was(council: Council) -> None:
    council.sends_in("amara")
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    at(council, FRIDAY)
    told_in_words(council, "tomasz", SAYS)
    assert TITLE not in council.standing()
    opened = page(council, "priya")
    assert "Press Take it out, or that they still agree." in opened.text
    assert "Take it out" in opened.buttons
    opened.press("They still agree")
    council.until_quiet()
    assert council.story().recognisable == Recognisable.NOBODY
    assert TITLE in good_news(council)[0]


def test_held_in_the_preview_it_leaves_it_and_is_not_sent(council: Council) -> None:
    a_story(council)
    another(council)
    at(council, london(5, 15))
    assert TITLE in council.standing()
    told_in_words(council, "tomasz", SAYS)
    assert TITLE not in council.standing()
    at(council, FRIDAY)
    assert TITLE not in good_news(council)[0]


def in_the_preview(council: Council) -> list[str]:
    """Which of the two stories the preview shows, in its order."""
    return [line for line in preview(council).readable.splitlines() if line in (TITLE, SECOND)]


def beside_the_preview(council: Council) -> list[str]:
    return [one.readable for one in preview(council).thread]


def test_held_in_the_preview_it_keeps_its_place_and_is_back_there_as_it_was_worded(either_council: Council) -> None:
    council = either_council
    a_story(council)
    another(council)
    at(council, london(5, 15))
    assert in_the_preview(council) == [TITLE, SECOND]
    chooses(council, "priya", 1, "Edit the words")
    council.person("priya").form.fill(digest_title="Her own front door").submit()
    preview(council).press("It can go as it is")
    council.until_quiet()
    assert council.said_to("amara")[-1].startswith("Your story GN-0001 will be in the good news")

    told_in_words(council, "tomasz", SAYS)
    assert in_the_preview(council) == [SECOND]
    assert "Not shown: GN-0001." in preview(council).readable
    assert beside_the_preview(council) == [LEFT]
    assert council.said_to("amara")[-1].startswith("Your story GN-0001 is not in this week's good news just now")
    council.person("priya").inbox.last.press("They still agree")
    council.until_quiet()
    assert preview(council).readable.index("Her own front door") < preview(council).readable.index(SECOND)
    assert "Not shown" not in preview(council).readable
    assert beside_the_preview(council) == [WAS, BACK]
    assert council.said_to("amara")[-1].startswith("Your story GN-0001 will be in the good news")
    at(council, FRIDAY)
    [post] = good_news(council)
    assert post.index("Her own front door") < post.index(SECOND)
    assert council.slack.log.problems() == []


def test_it_is_let_go_only_after_the_digest_has_gone_and_is_free_for_the_next(council: Council) -> None:
    a_story(council)
    another(council)
    at(council, london(5, 15))
    told_in_words(council, "tomasz", SAYS)
    at(council, FRIDAY)
    changes_of_mind.still_agrees(council.bot.desk, 1, person=council.person("priya").id)
    council.until_quiet()
    assert TITLE not in good_news(council)[0]
    assert beside_the_preview(council)[0] == "GN-0001 has no place in this preview any more."
    at(council, FRIDAY + timedelta(days=7))
    assert TITLE in good_news(council)[-1]


def test_what_somebody_left_out_stays_so_when_it_is_let_go(council: Council) -> None:
    a_story(council)
    another(council)
    at(council, london(5, 15))
    chooses(council, "priya", 1, "Leave out this week")
    council.until_quiet()
    told_in_words(council, "tomasz", SAYS)
    council.person("priya").inbox.last.press("They still agree")
    council.until_quiet()
    assert in_the_preview(council) == [SECOND]
    assert beside_the_preview(council) == []


def test_others_are_moved_around_one_that_keeps_its_place(council: Council) -> None:
    a_story(council)
    another(council)
    council.sends_in("tomasz", title=THIRD)
    council.card("GN-0003").press("Pick up")
    council.until_quiet()
    at(council, london(5, 15))
    told_in_words(council, "tomasz", SAYS)
    assert in_the_preview(council) == [SECOND]
    chooses(council, "priya", 3, "Move up")
    council.until_quiet()
    council.person("priya").inbox.last.press("They still agree")
    council.until_quiet()
    lines = preview(council).readable.splitlines()
    assert [line for line in lines if line in (TITLE, SECOND, THIRD)] == [TITLE, THIRD, SECOND]


def test_the_only_story_is_held_so_there_is_nothing_to_send_and_it_comes_the_week_after(council: Council) -> None:
    a_story(council)
    at(council, london(5, 15))
    told_in_words(council, "tomasz", SAYS)
    assert "There is no story in it now." in preview(council).readable
    assert "stories" not in preview(council).sentence, "nothing is counted where there is nothing"
    at(council, FRIDAY)
    assert good_news(council) == []
    changes_of_mind.still_agrees(council.bot.desk, 1, person=council.person("priya").id)
    at(council, FRIDAY + timedelta(days=7))
    assert TITLE in good_news(council)[0]


def test_twice_the_same_and_by_somebody_else_is_one_hold(council: Council) -> None:
    posted(council)
    told_in_words(council, "tomasz", SAYS)
    told_in_words(council, "ibrahim", "Please take GN-0001 down, she said no.")
    assert council.asked(1, Subject.STORY).count(("story_change_of_mind", "Priya")) == 1
    changes_of_mind.still_agrees(council.bot.desk, 1, person=council.person("amara").id)
    council.until_quiet()
    assert TITLE in good_news(council)[0]


def test_an_edition_is_edited_too_and_put_back(council: Council) -> None:
    council.change_organisation(
        lambda text: text.replace('day = "fri"', 'day = "fri"\neditions = { adults = "C0INTAKE" }')
    )
    posted(council)
    editions.tick(council.bot.desk)
    editions.tick(council.bot.desk)
    council.until_quiet()
    there = council.person("amara").in_channel("ask-the-press-office")
    assert TITLE in there.messages[-1].readable
    told_in_words(council, "tomasz", SAYS)
    assert TITLE not in there.messages[-1].readable
    council.person("priya").inbox.last.press("They still agree")
    council.until_quiet()
    assert TITLE in there.messages[-1].readable
