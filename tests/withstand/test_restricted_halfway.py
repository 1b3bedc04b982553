"""An enquiry that was open becomes private: nothing that the bot has posted keeps a word of it, and people hear what to remove."""

from bot.desk import coverage, fact_checks, lines, links, notes, responses, sign_offs, statements
from bot.messages.ids import Action, MessageShortcut, View
from bot.rules.coverage_form import CoverageForm
from bot.rules.lines import LineForm
from bot.rules.response_form import ResponseForm
from bot.rules.statement_form import FactsForm, SignOffForm, StatementForm
from bot.rules.working_forms import LinkForm
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
    worked_on(walk)
    council.raises("amara", **{**raised, "question": f"Once more: {QUESTION}"})
    assert priya.home.readable
    assert dewi.home.readable


def worked_on(walk: Walk) -> None:
    """What the press office does with it, up to what was published and a line that is kept: by the verbs, which say the same in Slack."""
    council, desk = walk.council, walk.council.bot.desk
    priya, amara, shirin = (council.person(who).id for who in ("priya", "amara", "shirin"))
    notes.write_note(desk, 1, "The zqnoted", form_id="note", person=priya)
    statements.draft(desk, 1, StatementForm(words=("The garden is in zqwords",)), form_id="words", person=priya)
    fact_checks.ask(desk, 1, FactsForm(person=amara), person=priya)
    sign_offs.ask(desk, 1, SignOffForm(people=(shirin,)), person=priya)
    sign_offs.approve(desk, 1, candour="nothing_wrong", person=shirin)
    links.link(desk, 1, LinkForm("same_story", typed="ME-0002"), person=priya)
    walk.quiet()
    answer = ResponseForm("The garden is in zqwords", response_to="zqreceiver")
    responses.respond(desk, 1, answer, person=priya)
    piece = CoverageForm("https://zqcoverage.example/a", "zqtitle", "2026-03-04", "fair", "yes")
    coverage.record(desk, 1, piece, form_id="piece", person=priya)
    line = LineForm("The zqgarden and the zqneighbours of Elm House", "adults", "2026-09-04")
    lines.keep(desk, 1, line, form_id="line", person=priya)
    walk.quiet()


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
