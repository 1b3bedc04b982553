"""Good news out of what people write: a message's menu, words to the bot, and a reaction that asks whoever wrote it first."""

from datetime import datetime

import pytest

from sandbox.people.form import Form
from sandbox.people.seen import Message
from storage.delivery import Delivery
from storage.kinds import DeliveryKind
from storage.notes import KeptWords
from storage.story_around import pictures_of
from tests.journeys.council import LONDON, Council

WORDS = "We planted a garden at Elm House with the neighbours. It took three weekends! Thanks to Ada and the day team."
ASKED = [
    (
        "A colleague thinks that more people should hear about what you wrote. Shall I open the form for good news with it? "
        "Nothing is sent until you press Send, and nobody is told if you would rather not."
    ),
    "Yes, suggest it",
    "No thanks",
    "Don't ask me again",
]
FINE = "All right. Nothing happens with what you wrote, and nobody is told."
GARDEN = ("garden.jpg", b"\xff\xd8\xff\xe0 a very small picture")


def on_top(council: Council, who: str) -> Form:
    """The form, once someone has it before them."""
    council.until(lambda: council.person(who).form.title == "Story idea", f"{who} has the form")
    return council.person(who).form


def asked(council: Council, who: str = "amara") -> Message:
    """The question, once somebody was asked."""
    question = council.person(who).inbox.wait_for(lambda message: "Yes, suggest it" in message.buttons)
    council.until_quiet()
    return question


def heard(council: Council) -> None:
    """The bot has heard of a reaction: what comes to it afterwards has had its effect."""
    council.person("dewi").writes("offers on")
    council.person("dewi").inbox.wait_for(lambda message: "offer to help" in message.readable)
    council.until_quiet()


def link(message: Message) -> str:
    return f"https://slack.com/archives/{message.seen['channel']}/p{message.ts.replace('.', '')}"


def test_a_reaction_asks_whoever_wrote_it_and_their_words_open_the_form(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    message = amara.writes(WORDS, "good-news")
    council.slack.faults.set("duplicate_event", times=1)
    council.person("priya").reacts(message, "sparkles")
    question = asked(council)
    assert question.readable.splitlines() == ASKED
    assert "garden" not in question.readable
    council.person("marcus").reacts(message, "sparkles")  # another colleague, and later still another
    council.advance(days=3)
    council.person("rosa").reacts(message, "sparkles")
    heard(council)
    assert len(council.said_to("amara")) == 1

    question.press("Yes, suggest it")
    form = on_top(council, "amara")
    assert [form.values[field] for field in ("title", "what_happened", "credit", "service_area")] == [
        "We planted a garden at Elm House with the neighbours",
        WORDS,
        "Ada and the day team",
        "adults",
    ]
    form.fill(recognisable="nobody").submit()
    council.until_quiet()
    story = council.story()
    assert (story.source_link, story.what_happened) == (link(message), WORDS)
    assert [one for one in ("priya", "marcus", "rosa") if council.said_to(one)] == []
    assert council.said_to("amara")[0] == (
        "Thank you: what you wrote is with the press office as GN-0001. There is nothing more that you need to send."
    )
    assert council.slack.log.problems() == []


def test_no_thanks_and_nothing_more_is_said(council: Council) -> None:
    message = council.person("amara").writes(WORDS, "good-news")
    council.person("priya").reacts(message, "sparkles")
    asked(council).press("No thanks")
    council.until_quiet()
    assert council.said_to("amara") == [FINE]
    council.person("amara").writes("The roses are out too.", "good-news")
    second = council.person("amara").in_channel("good-news").last
    council.person("priya").reacts(second, "sparkles")
    assert asked(council).readable.splitlines() == ASKED
    assert council.said_to("priya") == []


def test_never_again_until_offers_are_on(council: Council) -> None:
    amara = council.person("amara")
    council.person("priya").reacts(amara.writes(WORDS, "good-news"), "sparkles")
    asked(council).press("Don't ask me again")
    council.until_quiet()
    assert council.said_to("amara")[0].splitlines() == [
        "All right, I won't ask you again when colleagues like what you wrote.",
        "If you change your mind, write to me: offers on.",
    ]
    council.person("priya").reacts(amara.writes("The roses are out too.", "good-news"), "sparkles")
    heard(council)
    assert len([one for one in council.said_to("amara") if "Yes, suggest it" in one]) == 0
    amara.writes("offers on")
    council.until(lambda: len(council.said_to("amara")) == 3, "offers are on")  # their own words are the second
    council.person("priya").reacts(amara.writes("And the beans.", "good-news"), "sparkles")
    asked(council)


def test_the_message_was_deleted_before_the_answer(council: Council) -> None:
    amara = council.person("amara")
    message = amara.writes(WORDS, "good-news")
    council.person("priya").reacts(message, "sparkles")
    question = asked(council)
    amara.deletes(message)
    question.press("Yes, suggest it")
    assert on_top(council, "amara").values["what_happened"] == WORDS


def test_a_message_in_a_thread_and_its_picture(council: Council) -> None:
    amara = council.person("amara")
    first = amara.writes("How was the weekend?", "good-news")
    reply = amara.uploads(*GARDEN, "good-news", text=WORDS, thread_ts=first.ts)
    council.person("priya").reacts(reply, "sparkles")
    asked(council).press("Yes, suggest it")
    form = on_top(council, "amara")
    form.fill(recognisable="nobody", photo_words="A raised bed with roses").submit()
    council.until_quiet()
    with council.database.read() as session:
        found = [(one.words, one.state) for one in pictures_of(session, [1])[1]]
    assert found == [("A raised bed with roses", "good")]
    assert council.story().source_link == f"{link(reply)}?thread_ts={first.ts}&cid={reply.seen['channel']}"


@pytest.mark.parametrize(
    ("who", "channel", "reaction"),
    [("amara", "good-news", "tada"), ("priya", "press-desk", "sparkles"), ("priya", "good-news", "sparkles")],
    ids=["another reaction", "where the press office works", "the press office's own post"],
)
def test_nobody_is_asked(council: Council, who: str, channel: str, reaction: str) -> None:
    message = council.person(who).writes(WORDS, channel)
    council.person("helen").reacts(message, reaction)
    heard(council)
    assert [one for one in council.said_to(who) if "Yes, suggest it" in one] == []
    with council.database.read() as session:
        assert session.query(KeptWords).count() == 0


def test_what_the_bot_posted_asks_nobody(council: Council) -> None:
    council.sends_in("amara")
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    council.move_to(datetime(2026, 3, 6, 10, 0, tzinfo=LONDON))
    council.until_quiet()
    digest = council.person("callum").in_channel("good-news").last
    council.person("callum").reacts(digest, "sparkles")
    heard(council)
    with council.database.read() as session:
        asked_of = [one.lane for one in session.query(Delivery) if one.kind == DeliveryKind.REACTED]
    assert asked_of == []


def test_a_messages_own_menu_brings_its_pictures_along(council: Council) -> None:
    amara = council.person("amara")
    message = amara.uploads(*GARDEN, "good-news", text=WORDS)
    council.person("callum").uses_shortcut("suggest_as_good_news", message)
    form = on_top(council, "callum")
    assert form.values["pictures_kept"] == [next(iter(council.slack.workspace.files))]
    form.fill(recognisable="nobody", service_area="adults", photo_words="A raised bed with roses").submit()
    council.until_quiet()
    story = council.story()
    assert (story.author, story.source_link) == (council.person("callum").id, link(message))
    with council.database.read() as session:
        assert [(one.words, one.state) for one in pictures_of(session, [1])[1]] == [("A raised bed with roses", "good")]


def test_a_picture_told_to_the_bot_with_words_comes_along(council: Council) -> None:
    amara = council.person("amara")
    amara.uploads(*GARDEN, None, text="So proud of the night team at Elm House, not one fall in three months!")
    amara.inbox.wait_for(lambda message: "Suggest as good news" in message.buttons).press("Suggest as good news")
    form = on_top(council, "amara")
    assert form.values["title"] == "So proud of the night team at Elm House, not one fall in three months"
    assert form.values["pictures_kept"] == [next(iter(council.slack.workspace.files))]


def test_what_was_told_to_the_bot_and_sent_is_not_asked_for_again(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    amara.writes(WORDS)
    answer = amara.inbox.wait_for(lambda message: "Suggest as good news" in message.buttons)
    answer.press("Suggest as good news")
    on_top(council, "amara").fill(recognisable="nobody").submit()
    council.until_quiet()
    assert council.said_to("amara")[1] == (
        "What you told me here has been sent to the press office: it is GN-0001. There is nothing more that you need to send."
    )


PUT_ASIDE = "What you wrote is put aside as a draft, GN-0001. Nothing has been sent to the press office.\nGo on with it"
THROWN_AWAY = "What you wrote was put aside as a draft, and the draft was thrown away. Nothing was sent."


def puts_it_aside(council: Council, message: Message, button: str) -> None:
    """The form is opened with what was written, and saved as a draft."""
    message.press(button)
    on_top(council, "amara").press("Save as a draft")
    council.until_quiet()
    council.person("amara").form.close(everything=True)


def test_what_was_told_to_the_bot_and_put_aside_leads_to_the_draft_until_it_is_sent(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    amara.writes(WORDS)
    answer = amara.inbox.wait_for(lambda message: "Suggest as good news" in message.buttons)
    puts_it_aside(council, answer, "Suggest as good news")
    assert council.said_to("amara")[1:] == [PUT_ASIDE]
    amara.inbox.last.press("Go on with it")
    on_top(council, "amara").fill(recognisable="nobody").submit()
    council.until_quiet()
    assert council.said_to("amara")[1] == (
        "What you told me here has been sent to the press office: it is GN-0001. There is nothing more that you need to send."
    )


def test_a_question_about_a_liked_message_leads_to_the_draft_and_says_when_it_is_thrown_away(council: Council) -> None:
    amara = council.person("amara")
    council.person("priya").reacts(amara.writes(WORDS, "good-news"), "sparkles")
    puts_it_aside(council, asked(council), "Yes, suggest it")
    assert council.said_to("amara") == [PUT_ASIDE]
    amara.inbox.last.press("Go on with it")
    on_top(council, "amara").press("Throw it away")
    council.until_quiet()
    assert council.said_to("amara") == [THROWN_AWAY]
    assert council.slack.log.problems() == []
