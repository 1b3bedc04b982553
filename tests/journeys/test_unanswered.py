"""A question that nobody answers, a no after a yes, taking down handed to somebody else, and who has agreed in one place."""

from datetime import datetime

from storage.kinds import Subject
from tests.journeys.consenting import (
    TITLE,
    a_story,
    asked_to_take_down,
    at,
    good_news,
    london,
    seen_the_words,
    take_downs,
    told_on_the_website,
    withdrawn,
)
from tests.journeys.council import LONDON, Council
from tests.journeys.test_consent_ends import FRIDAY, another
from tests.journeys.test_story_answers import asks, questions

MONDAY = datetime(2026, 3, 9, 10, 30, tzinfo=LONDON)
THURSDAY = datetime(2026, 3, 12, 10, 40, tzinfo=LONDON)
WAITS = (
    "Your question about GN-0001 has had no answer for three working days. Its authors are not chased: it is yours to say how it "
    "goes on."
)


def unanswered(council: Council) -> None:
    council.sends_in()
    asks(council)
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    at(council, MONDAY)


def test_whoever_asked_is_told_and_its_author_is_not_chased(either_council: Council) -> None:
    council = either_council
    council.sends_in()
    asks(council)
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    heard = len(council.said_to("amara"))
    at(council, MONDAY)
    asked = council.person("priya").inbox.last
    assert asked.readable.splitlines()[:2] == [WAITS, "Which day was it?"]
    assert set(asked.buttons) >= {"Ask once more", "Go on without it", "Open"}
    assert len(council.said_to("amara")) == heard

    asked.press("Ask once more")
    council.until_quiet()
    again = council.person("amara").inbox.last
    assert again.readable == (
        "Priya Nair asked you something about your story GN-0001 a few days ago, in case it was overlooked. If you have no answer, "
        "that is fine: it goes on without one.\nWhich day was it?\nAnswer"
    )
    assert "its authors have been asked once more" in council.said_to("priya")[-1]
    council.person("amara").writes("On Saturday.", thread_ts=again.ts)
    council.until(lambda: questions(council)[0].answer != "", "the answer has arrived")
    council.until_quiet()
    told = [one.readable for one in council.person("amara").inbox.messages]
    assert sum(one.endswith("You answered. Thank you.") for one in told) == 2, "in both places"
    at(council, THURSDAY)
    assert council.asked(1, Subject.QUESTION) == [("story_question_open", "Priya")]
    assert council.slack.log.problems() == []


def test_it_is_never_put_a_third_time_and_can_go_on_without(council: Council) -> None:
    unanswered(council)
    council.person("priya").inbox.last.press("Ask once more")
    council.until_quiet()
    at(council, THURSDAY)
    asked = council.person("priya").inbox.last
    assert asked.readable.startswith("Your question about GN-0001 was put twice and has had no answer.")
    assert "Ask once more" not in asked.buttons
    asked.press("Go on without it")
    council.until_quiet()
    assert council.said_to("priya")[-1].startswith("GN-0001: it goes on without an answer")
    over = "This question about GN-0001 need not be answered any more."
    assert [one.endswith(over) for one in council.said_to("amara")[-1:]] == [True]
    council.card("GN-0001").press("Open")
    assert "It goes on without an answer." in council.person("priya").form.text
    assert council.trail(1, Subject.STORY)[-2:] == [("Priya", "author_asked_again"), ("Priya", "answer_not_needed")]


def test_an_answer_that_comes_all_the_same_is_welcome(council: Council) -> None:
    unanswered(council)
    council.person("priya").inbox.last.press("Go on without it")
    council.until_quiet()
    question = next(one for one in council.person("amara").inbox.messages if "Which day was it?" in one.readable)
    council.person("amara").writes("It was Saturday.", thread_ts=question.ts)
    council.until(lambda: questions(council)[0].answer != "", "the answer has arrived")
    council.until_quiet()
    assert council.said_to("priya")[-1].startswith("Amara Okafor has answered your question about GN-0001.")


def test_an_answer_in_time_is_all(council: Council) -> None:
    council.sends_in()
    asks(council)
    council.person("amara").inbox.last.press("Answer")
    council.person("amara").form.fill(story_answer="On Saturday.").submit()
    council.until_quiet()
    at(council, THURSDAY)
    assert council.asked(1, Subject.QUESTION) == []


def test_what_was_picked_up_can_be_declined_after_all(either_council: Council) -> None:
    council = either_council
    a_story(council)
    another(council)
    asks(council)
    at(council, london(5, 15))
    assert TITLE in council.standing(), "it is in the preview"
    council.card("GN-0001").press("Decline")
    form = council.person("priya").form
    form.fill(declined_because="The home is being inspected.", suggestion="Send it again in May.").submit()
    council.until_quiet()
    said = council.said_to("amara")
    assert (
        "We said that we would tell GN-0001, and now we cannot. We are sorry: that is about us, not about your work. Priya Nair in the "
        "press office says why.\nWhy\nThe home is being inspected.\nA suggestion\nSend it again in May."
    ) in said
    assert any(one.endswith("This question about GN-0001 need not be answered any more.") for one in said)
    assert council.story().status == "declined"
    at(council, FRIDAY)
    assert TITLE not in good_news(council)[0]
    assert council.asked(1, Subject.QUESTION) == []


def test_what_was_told_cannot_be_declined(council: Council) -> None:
    council.sends_in()
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    card = council.card("GN-0001")
    card.press("Decline")
    form = council.person("priya").form
    at(council, FRIDAY)
    form.fill(declined_because="Too late.", suggestion="Next time.").submit()
    council.until_quiet()
    assert council.story().status == "told"
    assert "Decline" not in council.card("GN-0001").buttons


def test_somebody_else_takes_it_down(either_council: Council) -> None:
    council = either_council
    a_story(council)
    seen_the_words(council)
    told_on_the_website(council)
    withdrawn(council)
    council.person("priya").inbox.last.press("Ask someone else")
    form = council.person("priya").form
    assert form.title == "Take down: GN-0001"
    assert "It is with Priya Nair now." in form.text
    form.fill(take_down_owner=council.person("ibrahim").id).submit()
    council.until_quiet()
    assert council.said_to("priya")[-1] == (
        "GN-0001: Ibrahim Saleh has been asked to take it down. Nothing more is needed from you."
    )
    asked = council.person("ibrahim").inbox.last
    assert asked.readable.startswith("Please take GN-0001 down where it was told. Somebody in the story does not agree")
    assert "The council's website" in asked.readable
    assert TITLE not in asked.readable
    assert [council.name_of(one.owner) for one in take_downs(council)] == ["Ibrahim"]
    asked.press("It is down")
    council.until_quiet()
    assert [one.done_at is not None for one in take_downs(council)] == [True]
    said = len(council.said_to("priya"))
    at(council, london(6, 12))
    assert len(council.said_to("priya")) == said
    assert ("take_down", "Priya") in asked_to_take_down(council)
    assert council.trail(1, Subject.STORY)[-2:] == [("Priya", "take_down_handed_on"), ("Ibrahim", "taken_down")]


def test_who_has_agreed_over_all_stories_and_over_ones_own(council: Council) -> None:
    a_story(council, consent_until="2026-03-30")
    council.sends_in("ibrahim", title="The piano in the hall", recognisable="not_asked", tell_colleagues=[])
    council.person("priya").types("/story-idea agreements", channel="general")
    seen = council.person("priya").form
    assert seen.title == "Who has agreed"
    assert "the tenant: until Monday 30 March 2026." in seen.text
    assert "GN-0001: A garden for everyone" in seen.text
    assert "Somebody in it can be recognised and has not been asked." in seen.text
    assert "GN-0002: The piano in the hall" in seen.text
    seen.press("Open")
    council.until(lambda: council.person("priya").form.title == "GN-0001", "its page")
    council.person("priya").form.press("Changed their mind")
    council.until(lambda: "consent_uses_ended" in council.person("priya").form.fields, "the form")
    council.person("priya").form.submit()
    council.until(lambda: "This story was taken out" in council.person("priya").form.text, "the page shows it")
    council.person("priya").form.close(everything=True)
    council.person("ibrahim").types("/story-idea agreements", channel="general")
    own = council.person("ibrahim").form
    assert "GN-0002" in own.text
    assert "GN-0001" not in own.text
    own.close()
    council.person("tomasz").types("/story-idea agreements", channel="general")
    assert "Nothing needs a look just now." in council.person("tomasz").form.text


def test_a_story_opened_from_anothers_page_is_drawn_anew_where_it_is(council: Council) -> None:
    council.sends_in("amara")
    council.sends_in("ibrahim", title="Our garden at Elm House")
    council.card("GN-0002").press("Open")
    first = council.person("priya").form
    first.press("Open")
    council.until(lambda: council.person("priya").form.title == "GN-0001", "the other's page")
    council.person("priya").form.press("Pick up")
    council.until(lambda: "Picked up" in council.person("priya").form.text, "it shows that it was picked up")
    council.person("priya").form.close()
    assert council.person("priya").form.title == "GN-0002"
