"""An enquiry that was open becomes private: nothing that the bot has posted keeps a word of it, and people hear what to remove."""

from typing import Any

from bot.messages.ids import Action, MessageShortcut, View
from tests.withstand.walk import Walk, secrets
from tests.withstand.walk_to_the_words import EVERYONE, INTAKE, everyone_looks_for_it

QUESTION = "Is it true what the zqneighbours say about the zqgarden of Elm House?"


def lived_in_the_open(walk: Walk) -> None:
    """An enquiry of a service that is open about its enquiries, up to its answer and what came of it."""
    council = walk.council
    amara, priya, dewi = council.person("amara"), council.person("priya"), council.person("dewi")
    amara.writes("A reporter from the zqoutlet just rang me about the zqgarden, they want a comment by 4pm today")
    amara.inbox.wait_for(lambda message: Action.DOOR_ENQUIRY in message.buttons.values())
    written = amara.writes("A reporter from the zqoutlet rang about the zqgarden, they want a comment by 4pm", INTAKE)
    amara.uses_shortcut(MessageShortcut.LOG, written)
    raised = {
        "outlet": "The zqoutlet",
        "journalist": "zqjournalist, 020 7946 0000",
        "question": QUESTION,
        "deadline": "4pm today",
    }
    walk.sends("amara", View.ENQUIRY, **raised)
    council.raises("amara", **{**raised, "question": f"Again: {QUESTION}"})
    for who in EVERYONE:
        council.person(who).home.open()
    council.card("ME-0001: The zqoutlet").press("I'll take it")
    walk.quiet()
    for who, words in (
        ("dewi", "I know the zqthread"),
        ("priya", "Ring the zqmanager"),
        ("dewi", "And the zqthread again"),
    ):
        council.person(who).writes(words, "press-desk", council.card("ME-0001: The zqoutlet").ts)
    walk.quiet()
    open_page(walk, Action.ENQUIRY_NOTE)
    walk.sends("priya", View.NOTE, note_words="The zqnoted")
    open_page(walk, Action.STATEMENT_DRAFT)
    walk.sends("priya", View.STATEMENT_DRAFT, words_1="The garden is in zqwords")
    open_page(walk, Action.FACTS_ASK)
    walk.sends("priya", View.ASK_FACTS, checker=amara.id)
    open_page(walk, Action.SIGN_OFF_ASK)
    walk.sends("priya", View.SIGN_OFF)
    walk.nudged("shirin", Action.SIGN_OFF_OPEN)
    walk.sends_on("shirin", View.APPROVE, candour="nothing_wrong")
    walk.sends("shirin", View.APPROVE_SURE)
    open_page(walk, Action.ENQUIRY_LINK)
    walk.sends("priya", View.LINK, other_reference="ME-0002")
    open_page(walk, Action.ENQUIRY_RESPOND)
    walk.sends("priya", View.RESPOND, response_to="zqreceiver")
    open_page(walk, Action.COVERAGE_NOTE)
    piece: dict[str, Any] = {
        "coverage_title": "zqtitle",
        "published_on": "2026-03-04",
        "tone": "fair",
        "our_words": "yes",
    }
    walk.sends("priya", View.COVERAGE, coverage_link="https://zqcoverage.example/a", **piece)
    open_page(walk, Action.LINE_KEEP)
    walk.sends("priya", View.LINE_KEEP, line_topic="The zqgarden and the zqneighbours of Elm House")
    council.raises("amara", **{**raised, "question": f"Once more: {QUESTION}"})
    assert priya.home.readable
    assert dewi.home.readable


def open_page(walk: Walk, action: str) -> None:
    walk.put_away("priya")
    walk.council.person("priya").types("/media-enquiry ME-0001", channel="general")
    walk.form("priya", View.ENQUIRY_OPEN).press(action)


def test_one_that_becomes_private_is_cleaned_away(walk: Walk) -> None:
    lived_in_the_open(walk)
    assert {"zqoutlet", "zqwords", "zqgarden"} <= set(standing_by_us(walk))
    assert walk.watch.leaks() != []  # so that it sees what there is to see

    for reference in ("ME-0003", "ME-0002", "ME-0001"):
        walk.put_away("priya")
        walk.council.person("priya").types(f"/media-enquiry {reference}", channel="general")
        walk.form("priya", View.ENQUIRY_OPEN).press(Action.ENQUIRY_RESTRICT)
        walk.quiet()
    assert standing_by_us(walk) == []

    walk.watch.seen = max(one.number for one in walk.council.slack.log)
    everyone_looks_for_it(walk)
    assert walk.watch.leaks() == []
    asked = {who: [one for one in walk.council.said_to(who) if "stand" in one and "private" in one] for who in EVERYONE}
    assert {who: len(said) for who, said in asked.items() if said} == {"amara": 1, "priya": 1, "dewi": 1}
    assert asked["dewi"][0].startswith("ME-0001 is private, and 2 messages about it still stand in Slack")


def standing_by_us(walk: Walk) -> list[str]:
    """The secret words in what the bot has standing in Slack; what one person saw for a moment cannot be drawn anew."""

    def look() -> list[object]:
        workspace, views = walk.council.slack.workspace, walk.council.slack.core.views
        messages = [one for channel in workspace.channels.values() for one in channel.messages.values()]
        ours = [[one.text, one.blocks, one.metadata] for one in messages if one.bot_id and not one.ephemeral]
        homes = [view.payload for person in workspace.humans() if (view := views.home(person.id))]
        return [ours, homes]

    return secrets(walk.council.slack.on_loop(look))
