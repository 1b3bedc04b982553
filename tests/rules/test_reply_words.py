"""What people write back to a nudge: the phrases the reader was written for, and as many again that measure it."""

import pytest

from bot.rules.reply_words import Reply, Says, read

WRITTEN: dict[str, list[str]] = {
    "have_it": [
        "on it", "I'm on it", "On it, thanks", "I have it", "I've got this", "got it thanks", "leave it with me", "I'll take it",
        "👍", ":+1:", ":thumbsup::skin-tone-3:", "👍🏽", "dealing with it", "I have it covered", "picking this up now",
    ],
    "still": ["still on it", "yes still on it", "working on it", "nearly there", "still working on this"],
    "done": ["done", "all done", "sorted", "it's gone", "sent it", "this is done", "I've answered it"],
    "snooze": [
        "in a meeting til 3", "in a meeting until 3pm", "busy until 4", "back at 2.30", "give me 30 mins", "half an hour",
        "in an hour", "remind me at 3", "snooze", "snooze 15 minutes", "later", "not now, driving, back at 5", "on it at 3",
        "in court til 4pm sorry", "I can't do this until 3", "tomorrow 9am",
    ],
    "deputy": ["ask my deputy", "ask my deputy please", "my deputy can take this", "pass to my deputy", "deputy"],
    "someone": ["hand it to Joan", "ask Marcus", "give this to <@U0MARCUS6>"],
    "call": [
        "call me", "call me on 07700 900123 at 4", "can you ring me?", "ring me on 01632 960105", "please phone me in half an hour",
        "give me a ring at 4pm",
    ],
    "not_mine": ["not mine", "this isn't mine", "wrong person", "not my area, try Joan Whitfield", "nothing to do with me"],
    "undo": ["undo"],
    "why": ["why me?"],
    "none": [
        "I'm not on it", "don't call me", "not done yet", "my deputy is away too", "hello", "thanks", "can't take it",
        "the BBC just rang me about Elm House, they want an answer by 4",
        "hiya sorry channel 4 rang re the closures need it before lunch", "the team meeting has moved to 2pm in room 4",
        "Ring the GP before lunch please, her prescription has not come", "Fostering panel has been put back to 2.30",
    ],
}  # fmt: skip

MEASURED: dict[str, list[str]] = {
    "have_it": [
        "I am on this", "yes on it", "got this", "with me", "I'll deal with it", "I can take this one", "handling it",
        "looking into it",
        "✅", "hi, on it", "on it. will ring the manager first", "ok on it x", "Happy to take this", "I've got it, thank you",
    ],
    "still": ["still dealing with it", "yes, still working on it", "getting there", "making progress", "I'm still on this, thanks"],
    "done": ["all sorted", "it has gone", "that's done now", "finished", "answered", "it's been sent"],
    "snooze": [
        "I'm in supervision until 11", "on a call, free in 10 minutes", "back in 20 mins", "in a panel til 2pm, then on it",
        "can you remind me in an hour", "ask me again at 4", "bear with me", "not now", "in clinic till 12.30", "driving back at 5",
        "training until 3.30 sorry", "with a family until four", "free after 2", "30 mins please", "give me an hour", "tied up until 3pm",
    ],
    "deputy": ["please hand it to my deputy", "over to my deputy", "my deputy is dealing with it", "can you ask my deputy to pick this up",
               "give it to my deputy please"],
    "someone": ["pass this to Rosa Lindqvist", "please send it to Joan", "can you give it to Marcus instead"],
    "call": [
        "phone me", "Can someone call me on 01632 960 105?", "ring me at 3", "just call me", "call me asap",
        "give me a call on 07700 900456",
        "yes please ring me in 10 minutes",
    ],
    "not_mine": ["sorry not mine", "not for me", "that's not my service", "wrong team, ask Marcus",
        "this is not mine, it's for <@U0JOAN008>",
    ],
    "undo": ["undo that"],
    "why": ["why am I getting this?"],
    "none": [
        "never mind", "please don't ring me", "I haven't got it", "it isn't done", "who is on call tonight?",
        "a family has complained about the day centre", "the manager will call me at 4 about it", "I can't deal with this",
    ],
}  # fmt: skip


def phrases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(words, says) for says, each in table.items() for words in each]


def said(words: str) -> str:
    found = read(words)
    return "none" if found is None else str(found.says)


@pytest.mark.parametrize(("words", "says"), phrases(WRITTEN))
def test_what_it_was_written_for(words: str, says: str) -> None:
    assert said(words) == says


def test_measured_on_as_many_again_it_seldom_misses_and_never_takes_a_no_for_a_yes() -> None:
    every = phrases(MEASURED)
    assert len(every) + len(phrases(WRITTEN)) >= 120
    wrong = [(words, says, said(words)) for words, says in every if said(words) != says]
    assert [one for one in wrong if one[1] == "none"] == [], "what is no answer is left alone"
    assert [one for one in wrong if one[2] != "none"] == [], (
        "what is missed is asked about, not taken for something else"
    )
    assert len(wrong) <= len(every) * 0.1, wrong


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("in a meeting til 3", Reply(Says.SNOOZE, when="3")),
        ("give me 30 mins", Reply(Says.SNOOZE, when="30 mins")),
        ("snooze", Reply(Says.SNOOZE)),
        ("call me on 07700 900123 at 4", Reply(Says.CALL, when="at 4", number="07700 900123")),
        ("ring me", Reply(Says.CALL)),
        ("not mine, ask Marcus", Reply(Says.NOT_MINE, who="marcus")),
        ("not for me, it's for <@U0JOAN008>", Reply(Says.NOT_MINE, who="U0JOAN008")),
        ("hand it to Joan Whitfield", Reply(Says.SOMEONE, who="joan whitfield")),
    ],
)
def test_times_numbers_and_names_are_found(words: str, reply: Reply) -> None:
    assert read(words) == reply


def test_a_nod_counts_only_under_the_question() -> None:
    assert read("ok") is None
    assert read("Yes", in_thread=True) == Reply(Says.HAVE_IT)
