"""The other doors: App Home, a direct message, the shortcuts, help, and a word we do not know."""

import pytest

from tests.journeys.council import ENQUIRY, STORY, Council

HELP = [
    (
        "/media-enquiry opens a short form for when a journalist has been in touch. You can type what you know after it, in any order, "
        "for example: /media-enquiry BBC, Sam Poole 020 7946 0000, 4pm today, care home closure"
    ),
    "To look something up, type one of these after it. Only you see the answer.",
    "• list: what is open, the most pressing first",
    "• mine: what you sent in, and what is with you",
    "• due today: what is due today, or late; due tomorrow and due this week work too",
    "• find Elm House: what has these words in it",
    "• ME-0042: the one with this reference",
]
STORY_HELP = [
    (
        "/story-idea opens a short form to tell the press office about good work. You can type a title after it, "
        "for example: /story-idea Our garden party raised a hundred pounds"
    ),
    "A person reads every idea and answers you. Nobody who can be recognised is shown without their consent.",
    "• list: good news that was told, or for the press office what it can offer",
    "• list fostering: the same for one service or theme",
    "• mine: what you sent in, and where each stands",
    "• drafts: what you began and have not sent yet",
    "• find garden: what has these words in it",
    "• GN-0007: the one with this reference",
    "• agreements: who has agreed to your stories, and what is still needed",
    "• promise: how soon ideas are answered, and how well that is kept",
    "• fairness: for the press office: who has not been heard of for longest",
    "• balance: for the press office: stories told beside enquiries",
]
RING = "Rather talk? Ring Priya Nair on 01632 960 100."


def test_home_before_anything_was_sent_in(council: Council) -> None:
    home = council.person("amara").home.open()
    assert home.readable.splitlines() == [
        "The press office is here for you. A journalist has been in touch, or something good happened? Tell us.",
        RING,
        "The press officer for Adults' social care is Priya Nair.",
        "New media enquiry",
        "New story idea",
        "Can I share this?",
        "My media enquiries",
        "You have not sent in any enquiries.",
        "My story ideas",
        "You have not sent in any story ideas. We would love to hear one.",
    ]


def test_home_shows_what_i_sent_in_and_how_it_stands(council: Council) -> None:
    council.raises("amara")
    council.sends_in("amara")
    council.raises("tomasz")
    council.card("ME-0001").press("I'll take it")
    council.until_quiet()
    home = council.person("amara").home.open().wait_for(lambda words: "ME-0001" in words)
    assert home.readable.splitlines()[6:] == [
        "My media enquiries",
        "ME-0001: Northbank Echo",
        "Open",
        "Deadline: Today at 16:00 (in 5 hours)",
        "with Priya Nair",
        "My story ideas",
        "GN-0001: A garden for everyone",
        "Open",
        "Waiting for the press office",
    ]
    home.press("Open")
    assert ENQUIRY["question"] in council.person("amara").form.text


def test_home_of_the_press_office_shows_what_is_open_by_deadline(council: Council) -> None:
    council.raises("amara", deadline="none given", outlet="The Last One")
    council.raises("amara", deadline="4pm today", outlet="The First One")
    council.raises("tomasz", deadline="noon tomorrow", outlet="The Secret One")
    council.raises("amara", deadline="3pm today", outlet="The Closed One")
    council.card("ME-0004").press("Close")
    council.person("priya").form.fill(outcome="declined").submit()
    council.until_quiet()
    home = council.person("priya").home.open().wait_for(lambda words: "ME-0001" in words)
    lines = home.readable.splitlines()
    board = lines[lines.index("Open enquiries, the most pressing first") : lines.index("My media enquiries")]
    assert board == [
        "Open enquiries, the most pressing first",
        *["All services", "All press officers", "All states"],
        "ME-0002: The First One",
        "Open",
        "Deadline: Today at 16:00 (in 5 hours)",
        "Adults' social care: waiting for a press officer",
        "ME-0003",
        "Open",
        "Deadline: Tomorrow at 12:00 (in 1 day)",
        "Children's social care: waiting for a press officer",
        "Private: press Open to read it",
        "ME-0001: The Last One",
        "Open",
        "Deadline: none given",
        "Adults' social care: waiting for a press officer",
    ]


def test_a_stale_home_lets_nobody_in(council: Council) -> None:
    """Dewi has left the press office since her Home was drawn: where there is no channel to say it in, a small window does."""
    council.raises("tomasz")
    dewi = council.person("dewi")
    home = dewi.home.open().wait_for(lambda words: "ME-0001" in words)
    council.change_organisation(
        lambda text: text.replace('officers = ["priya", "dewi"]', 'officers = ["priya"]').replace(
            'press_officer = "dewi"', 'press_officer = "priya"'
        )
    )
    home.press("Open")
    assert dewi.form.text.splitlines() == [
        "Close Ties",
        "This is private. The press office can tell you who is dealing with it.",
        "OK",
    ]
    assert council.trail() == [("Tomasz", "recorded"), ("Dewi", "turned_away")]


@pytest.mark.parametrize(
    ("button", "title"), [("New media enquiry", "Media enquiry"), ("New story idea", "Story idea")]
)
def test_homes_buttons_open_the_forms(council: Council, button: str, title: str) -> None:
    council.person("amara").home.open().press(button)
    assert council.person("amara").form.title == title


def test_a_direct_message_is_answered_with_what_to_say_now_and_two_doors(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    council.slack.faults.set("duplicate_event", times=1)
    amara.writes("Hello, are you there?")
    answer = amara.inbox.wait_for(lambda message: message.sender == "Close Ties")
    council.until_quiet()
    assert answer.readable.splitlines() == [
        "Is anyone in danger now? Ring 999 or 01632 960 999 first.",
        "Rather talk? The duty press officer is Priya Nair on 01632 960 100.",
        (
            "Hello. I carry messages between you and the press office of Northbank Council. You can tell me in your own words that "
            "a journalist has been in touch, or that something good happened. I did not find either in what you wrote, so here are "
            "the two forms."
        ),
        "What to say to the journalist now",
        "“I'll ask our press office to ring you straight back.”",
        (
            "Take their name, outlet, number and deadline. Don't confirm whether a person is known to our services, "
            "and don't say “no comment”."
        ),
        "New media enquiry",
        "New story idea",
        "Can I share this?",
    ]
    assert len([message for message in amara.inbox.messages if message.sender == "Close Ties"]) == 1

    answer.press("New media enquiry")
    amara.form.fill(**ENQUIRY).submit()
    council.until_quiet()
    assert council.enquiry().question == ENQUIRY["question"]


def test_edits_deletions_and_the_bots_own_words_get_no_answer(council: Council) -> None:
    amara = council.person("amara")
    written = amara.writes("hello")
    amara.inbox.wait_for(lambda message: message.sender == "Close Ties")
    amara.edits(written, "hello?")
    amara.deletes(written)
    council.raises("amara")
    council.until_quiet()
    assert len([words for words in council.said_to("amara") if words.startswith("Is anyone in danger")]) == 1


@pytest.mark.parametrize("word", ["help", "HELP", "?"])
def test_help(council: Council, word: str) -> None:
    amara = council.person("amara")
    assert amara.types(f"/media-enquiry {word}", channel="general").splitlines() == [*HELP, RING, "New media enquiry"]
    assert amara.types(f"/story-idea {word}", channel="general").splitlines() == [*STORY_HELP, RING, "New story idea"]
    assert not amara.has_form


def test_a_word_we_do_not_know_is_answered_with_what_we_do(council: Council) -> None:
    amara = council.person("amara")
    assert amara.types("/media-enquiry status", channel="general").splitlines() == [
        "I don't know “status” after /media-enquiry.",
        *HELP,
        RING,
        "New media enquiry",
    ]
    council.person("priya").in_channel("general")
    assert [message for message in council.person("priya").in_channel("general").messages if message.ephemeral] == []
    amara.in_channel("general").last.press("New media enquiry")
    assert amara.form.title == "Media enquiry"


def test_a_small_outlet_alone_is_no_subcommand(council: Council) -> None:
    council.person("amara").types("/media-enquiry bbc", channel="general")
    assert "bbc" in council.person("amara").form.values.values()


def test_the_shortcuts_open_the_forms(council: Council) -> None:
    amara, tomasz = council.person("amara"), council.person("tomasz")
    amara.uses_shortcut("media_enquiry_shortcut")
    amara.form.fill(**ENQUIRY).submit()
    tomasz.uses_shortcut("story_idea_shortcut")
    tomasz.form.fill(**{**STORY, "service_area": "children"}).submit()
    council.until_quiet()
    assert council.enquiry().raised_by == amara.id
    assert council.story().author == tomasz.id
