"""In by one's own words: told to the bot, mentioned in a channel, or from a message's own menu. Never answered in public."""

import pytest

from sandbox.people.seen import Message
from storage.delivery import Delivery
from storage.notes import KeptWords
from tests.journeys.council import ENQUIRY, QUESTION, Council

TOLD = "the BBC just rang me about Elm House, they want an answer by 4. Sam Poole 020 7946 0000"
FIRST = [
    "Is anyone in danger now? Ring 999 or 01632 960 999 first.",
    "Rather talk? The duty press officer is Priya Nair on 01632 960 100.",
    "What to say to the journalist now",
    "“I'll ask our press office to ring you straight back.”",
    (
        "Take their name, outlet, number and deadline. Don't confirm whether a person is known to our services, "
        "and don't say “no comment”."
    ),
]
SENT = "What you told me here has been sent to the press office: it is ME-0001. There is nothing more that you need to send."
PRIVATE = [
    (
        "Thank you for telling me. I have not repeated what you wrote, because it may be private. The form opens with it, and "
        "nothing has been sent yet."
    ),
    "Open the form with this",
]


def answer_to(council: Council, name: str) -> Message:
    """The bot's newest word in someone's inbox, once there is one and nothing is under way."""
    answer = council.person(name).inbox.wait_for(lambda message: message.sender == "Close Ties")
    council.until_quiet()
    return answer


def answers(council: Council, name: str) -> int:
    return len([one for one in council.person(name).inbox.messages if one.sender == "Close Ties"])


def answered_in(council: Council, name: str, channel: str) -> Message:
    """What only this person sees in a channel."""
    seen = council.person(name).in_channel(channel).wait_for(lambda message: message.ephemeral)
    council.until_quiet()
    return seen


def whispers(council: Council, name: str, channel: str) -> list[str]:
    return [one.readable for one in council.person(name).in_channel(channel).messages if one.ephemeral]


def test_told_in_plain_words_the_bot_says_what_to_say_now_and_opens_the_form_with_it(either_council: Council) -> None:
    council = either_council
    council.slack.faults.set("duplicate_event", times=1)
    amara = council.person("amara")
    amara.writes(TOLD)
    answer = answer_to(council, "amara")
    assert answer.readable.splitlines() == [
        *FIRST,
        "What I understood",
        "From: BBC",
        "Journalist: Sam Poole, 020 7946 0000",
        "Answer needed: by 4",
        "About: Elm House",
        "Thank you for telling me. Nothing has been sent yet: press the button, put right what I misheard, and send it.",
        "Open the form with this",
    ]
    assert (
        "What I understood: From: BBC. Journalist: Sam Poole, 020 7946 0000. Answer needed: by 4. About: Elm House."
        in (answer.sentence)
    )
    assert answers(council, "amara") == 1

    answer.press("Open the form with this")
    form = amara.form
    assert [form.values[field] for field in ("outlet", "journalist", "deadline", "question")] == [
        "BBC",
        "Sam Poole, 020 7946 0000",
        "by 4",
        TOLD,
    ]
    assert not form.submit().is_open
    council.until_quiet()
    assert (council.enquiry().outlet, council.enquiry().question) == ("BBC", TOLD)
    assert council.enquiry().deadline_words == "by 4"
    assert council.said_to("amara")[1] == SENT, "what was sent is not asked for a second time"
    assert len(council.said_to("amara")) == 3


def test_the_button_works_as_often_as_it_is_pressed(council: Council) -> None:
    amara = council.person("amara")
    amara.writes(TOLD)
    answer = answer_to(council, "amara")
    for _ in range(2):
        answer.press("Open the form with this")
        assert amara.form.values["outlet"] == "BBC"
        amara.form.close()


def test_nothing_is_said_back_where_the_enquiry_would_be_private(council: Council) -> None:
    tomasz = council.person("tomasz")
    tomasz.writes("The Mirror has rung me about the Harlow Road family, by 5 please")
    answer = answer_to(council, "tomasz")
    assert answer.readable.splitlines() == [
        *FIRST,
        "What I understood",
        "Answer needed: by 5",
        "Heard, and not repeated here: who they are from and what it is about",
        *PRIVATE,
    ]
    answer.press("Open the form with this")
    assert tomasz.form.values["outlet"] == "Mirror"
    assert "Harlow" not in council.ever_sent()


def test_delicate_words_are_not_said_back_to_anyone(council: Council) -> None:
    council.person("amara").writes(
        "A reporter from the Northbank Echo called about the inquest, deadline noon tomorrow"
    )
    assert answer_to(council, "amara").readable.splitlines() == [
        *FIRST,
        "What I understood",
        "Answer needed: noon tomorrow",
        "Heard, and not repeated here: who they are from and what it is about",
        *PRIVATE,
    ]
    assert "inquest" not in council.ever_sent()


def test_a_supported_persons_number_is_left_out_and_said_to_be(council: Council) -> None:
    amara = council.person("amara")
    amara.writes("BBC reporter asked about Mrs K, NHS number 943 476 5919, wants a comment by 4")
    answer = answer_to(council, "amara")
    assert answer.readable.splitlines() == [
        *FIRST,
        "What I understood",
        "Answer needed: by 4",
        "Heard, and not repeated here: who they are from and what it is about",
        PRIVATE[0],
        (
            "I left out words that look like a person's own details, such as an NHS number. Please take them out of your message "
            "too. You can write “the child” or “the mother”."
        ),
        PRIVATE[1],
    ]
    answer.press("Open the form with this")
    question = amara.form.values["question"]
    assert "(left out)" in question
    assert "5919" not in question
    assert "5919" not in council.ever_sent()
    with council.database.read() as session:
        assert ["5919" in kept.words for kept in session.query(KeptWords)] == [False]


def test_a_good_story_told_to_the_bot_opens_the_story_form(council: Council) -> None:
    told = "So proud of the night team at Elm House, not one fall in three months!"
    amara = council.person("amara")
    amara.writes(told)
    answer = answer_to(council, "amara")
    assert answer.readable.splitlines() == [
        (
            "Thank you, that sounds like something people should hear about. Press the button and your words are in the form already. "
            "The press office answers every idea within three working days."
        ),
        "Nobody we support appears anywhere until they have agreed.",
        "Suggest as good news",
        "No, a journalist asked",
    ]
    answer.press("Suggest as good news")
    assert amara.form.title == "Story idea"
    assert amara.form.values["what_happened"] == told
    amara.form.fill(
        title="Three months without a fall", credit="The night team", recognisable="nobody", service_area="adults"
    ).submit()
    council.until_quiet()
    assert council.story().what_happened == told


@pytest.mark.parametrize("place", [None, "thread"])
def test_a_mention_is_answered_to_one_person_where_it_was_written(council: Council, place: str | None) -> None:
    council.slack.faults.set("duplicate_event", times=1)
    amara = council.person("amara")
    parent = council.person("dewi").writes("Good morning", "good-news").ts if place else None
    written = amara.writes(f"@close_ties {TOLD}", "good-news", parent)
    answer = answered_in(council, "amara", "good-news")
    assert "From: BBC" in answer.readable
    assert [one for one in council.person("dewi").in_channel("good-news").messages if one.sender == "Close Ties"] == []
    assert council.count(Delivery) == 1
    assert answers(council, "amara") == 0

    answer.press("Open the form with this")
    amara.form.submit()
    council.until_quiet()
    thread = f"?thread_ts={parent}&cid=C0GOODNEWS" if parent else ""
    assert council.enquiry().links == f"https://slack.com/archives/C0GOODNEWS/p{written.ts.replace('.', '')}{thread}"
    assert council.enquiry().question == TOLD


def test_a_mention_that_cannot_be_answered_there_is_answered_in_a_direct_message(council: Council) -> None:
    council.slack.faults.set("error", status=500, methods=["chat.postEphemeral"], times=1)
    council.person("amara").writes(f"@close_ties {TOLD}", "good-news")
    answer = answer_to(council, "amara")
    assert "From: BBC" in answer.readable
    assert whispers(council, "amara", "good-news") == []
    answer.press("Open the form with this")
    assert council.person("amara").form.values["outlet"] == "BBC"


def test_a_mention_about_nothing_of_ours_is_told_how_the_bot_helps(council: Council) -> None:
    council.person("amara").writes("@close_ties are you there?", "good-news")
    answer = answered_in(council, "amara", "good-news")
    assert answer.readable.splitlines()[2] == (
        "Hello. I carry messages between you and the press office of Northbank Council. You can tell me in your own words that a "
        "journalist has been in touch, or that something good happened. I did not find either in what you wrote, so here are the "
        "two forms."
    )


def test_any_message_can_be_logged_from_its_menu(council: Council) -> None:
    """A colleague's message, in a channel where the bot is not: the form holds its words, and the enquiry a link to it."""
    written = council.person("ibrahim").writes(
        "Look North phoned about the ramp &amp; want to film on Tuesday", "elm-house"
    )
    amara = council.person("amara")
    amara.uses_shortcut("log_as_media_enquiry", written)
    form = amara.form
    assert form.values["outlet"] == "Look North"
    assert "A link to the message goes with it." in form.text
    assert form.values["question"] == "Look North phoned about the ramp &amp; want to film on Tuesday"
    form.fill(**{**ENQUIRY, "question": "May they film the ramp?"}).submit()
    council.until_quiet()
    enquiry = council.enquiry()
    assert enquiry.raised_by == amara.id
    assert enquiry.links == f"https://slack.com/archives/C0ELMHOUSE/p{written.ts.replace('.', '')}"
    assert council.trail() == [("Amara", "recorded")]


def test_any_message_can_be_suggested_as_good_news(council: Council) -> None:
    written = council.person("ibrahim").writes("The choir sang at the town hall.\nTwo encores!", "elm-house")
    council.person("amara").uses_shortcut("suggest_as_good_news", written)
    assert council.person("amara").form.values["what_happened"] == "The choir sang at the town hall.\nTwo encores!"


def test_a_form_that_does_not_open_keeps_what_was_written(council: Council) -> None:
    amara = council.person("amara")
    amara.writes(TOLD)
    answer = answer_to(council, "amara")
    council.slack.faults.set("error", methods=["views.open"], times=1)
    answer.press("Open the form with this")
    word = amara.inbox.wait_for(lambda message: "the form did not open" in message.readable)
    word.press("Open the form again")
    assert amara.form.values["outlet"] == "BBC"
    assert amara.form.values["question"] == TOLD


def test_plain_words_after_the_command_are_understood_too(council: Council) -> None:
    council.person("amara").types(f"/media-enquiry {TOLD}", channel="general")
    form = council.person("amara").form
    assert [form.values[field] for field in ("outlet", "journalist", "deadline", "question")] == [
        "BBC",
        "Sam Poole, 020 7946 0000",
        "by 4",
        TOLD,
    ]


def test_a_mention_that_is_edited_is_not_answered_again(council: Council) -> None:
    amara = council.person("amara")
    written = amara.writes(f"@close_ties {TOLD}", "good-news")
    answered_in(council, "amara", "good-news")
    amara.edits(written, f"@close_ties please! {TOLD}")
    council.person("dewi").writes("@close_ties are you there?", "good-news")
    answered_in(council, "dewi", "good-news")
    council.until_quiet()
    assert len(whispers(council, "amara", "good-news")) == 1


def test_a_message_that_was_passed_on_is_logged_with_its_words(council: Council) -> None:
    """What was shared from elsewhere stands in an attachment."""
    amara = council.person("amara")
    workspace = council.slack.workspace
    shared = [{"text": "The Northbank Herald want a comment on the ramp by noon tomorrow", "fallback": "[no preview]"}]
    post = workspace.post
    written = council.slack.on_loop(
        lambda: post(workspace.channel("elm-house"), amara.id, "What do I say?", attachments=shared)
    )
    message = amara.in_channel("elm-house").wait_for(lambda one: one.ts == written.ts)
    amara.uses_shortcut("log_as_media_enquiry", message)
    assert amara.form.values["outlet"] == "Northbank Herald"
    assert amara.form.values["question"] == f"What do I say?\n{shared[0]['text']}"


def test_whoever_asks_how_an_enquiry_stands_can_open_it(council: Council) -> None:
    council.raises("tomasz")
    tomasz, amara = council.person("tomasz"), council.person("amara")
    tomasz.writes("hi, any news of me-1?")
    council.until(lambda: "ME-0001: press Open" in tomasz.inbox.last.readable, "he is answered")
    assert tomasz.inbox.last.readable == "ME-0001: press Open to see how it stands and what comes next.\nOpen"
    tomasz.inbox.last.press("Open")
    assert QUESTION in tomasz.form.text

    amara.writes("What happened to ME-0001 and ME-0999?")
    answer_to(council, "amara")
    opens = amara.inbox.last
    assert opens.readable.count("press Open to see how it stands") == 2
    opens.press("Open")
    council.until(lambda: "This is private." in amara.inbox.last.readable, "and nobody else may")
    assert not amara.has_form


@pytest.mark.parametrize(
    ("who", "words", "deadline"),
    [
        ("amara", "hiya sorry channel 4 rang re the ramp need it before lunch", "before lunch"),
        ("shirin", "I'm off tomorrow and sky news want someone on camera by 4", "4"),
        ("priya", "in a meeting til 3 but the herald rang, they want a comment by half four", "half four"),
    ],
)
def test_a_call_from_the_press_is_never_taken_for_an_answer_to_something_else(
    council: Council, who: str, words: str, deadline: str
) -> None:
    """Not for putting a nudge off, and not for being away; with a nudge that waits, too."""
    council.raises("amara")
    council.person(who).writes(words)
    council.until(lambda: "What I understood" in council.said_to(who)[-1], "it is heard as an enquiry")
    council.until_quiet()
    assert (
        f"Answer needed: {deadline}" in council.said_to(who)[-1]
        or f"Answer needed: by {deadline}" in (council.said_to(who)[-1])
    )
    assert [one.snoozed_until for one in council.nudges() if one.snoozed_until] == []
