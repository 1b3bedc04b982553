"""Every verb leaves an entry in the trail, or is known to change nothing that anyone would ask about later."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot/desk", "bot/keeping", "bot/cli")
Place = tuple[str, str]  # a module, and a function in it

WITHOUT = {
    ("people", "keep"): "what was typed into a form that would not open is kept for its owner alone",
    ("people", "take"): "and given back to them",
    ("people", "offer_form"): "a form is offered again",
    ("preflight", "_tell_again"): "what was found in the morning is shown as it stands now",
    ("settings", "show_home"): "App Home is drawn anew",
    ("people", "tidy"): "small memories go",
    ("doors", "mentioned"): "the bot answers; nothing is recorded yet",
    ("doors", "mentioned_meanwhile"): "the same",
    ("doors", "told_directly"): "the same",
    ("doors", "not_shown"): "the same",
    ("doors", "_offer"): "a form is offered; nothing is recorded yet",
    ("doors", "kept_of"): "what was offered is given back to its owner",
    ("reactions", "_ask"): "whoever wrote a message is asked; nothing is recorded yet",
    ("reactions", "found"): "their own message, kept for them alone",
    ("reactions", "answered"): "a person's own wish, which nobody else hears of",
    ("pictures", "looked"): "what Slack says of a file",
    ("doors", "never_offer"): "a person's own wish",
    ("doors", "switch_offers"): "the same",
    ("finding", "keep_looked_for"): "the words looked for are kept for whoever looks alone, for paging",
    ("story_bank", "keep_looked_for"): "as in `finding`",
    ("story_replies", "_say"): "what became of an answer is said back; the answer itself has its entry",
    ("story_replies", "_say_instead"): "the same",
    ("story_replies", "_ask"): "an answer in words is asked about; nothing is recorded yet",
    ("home", "_draw"): "pages are drawn",
    ("home", "narrow"): "a person's own page",
    ("home", "opened"): "the same",
    ("home", "turn"): "the same",
    ("involved", "my_part"): "who was told is asked by the person concerned; no words are shown",
    ("sign_offs", "to_stop"): "a form that asks what has changed, and shows no words",
    ("notes", "may_write"): "an empty form is opened",
    ("press", "_remember"): "an outlet is remembered from an enquiry, whose own entry says so",
    ("thread_notes", "_keep"): "a thread message is followed; its row says who wrote and changed it, and when",
    ("thread_notes", "_forget"): "the same for one that was deleted in Slack",
    ("thread_notes", "_overheard"): "its author alone hears a word; nothing is kept of it",
    ("thread_notes", "bring_up_to_date"): "thread messages are read afterwards, as in `_keep`",
    ("thread_notes", "says_removed"): "someone says that they have removed their own message",
    ("thread_notes", "to_move"): "the author's own words, for the form that keeps them",
    ("thread_notes", "found_gone"): "a message that its author was asked to remove is gone: the list is ticked off",
    ("summaries", "_give"): "the day is told as the records say it; nothing is changed",
    ("written_answers", "_ask_which"): "an answer in words is asked about; nothing is recorded yet",
    ("written_answers", "_say"): "what was understood is said back; the deed itself has its entry",
    ("written_answers", "_say_instead"): "the same",
    ("rota_holes", "look_over"): "what the rota lacks is said; nothing is changed",
    ("presence", "_keep_user"): "what Slack shows of someone, as it shows it to everyone",
    ("presence", "_keep_quiet"): "the same",
    ("away_said", "_answer"): "what was understood is said back; being away has its own entry",
    ("away_said", "say_again"): "the same",
    ("absences", "_tell_once"): "someone who is back hears what happened",
    ("persons", "_erase_part"): "a part of what `_erased` writes the entry of",
}
"""The verbs that need no entry, each with the reason."""


def modules() -> dict[str, ast.Module]:
    """The rooms' modules by their last name."""
    files = (file for room in ROOMS for file in sorted((ROOT / room).glob("*.py")))
    return {
        f"{file.parent.name}.{file.stem}" if file.parent.name == "cli" else file.stem: ast.parse(
            file.read_text(encoding="utf-8")
        )
        for file in files
    }


MODULES = modules()
FUNCTIONS: dict[Place, ast.FunctionDef] = {
    (module, node.name): node
    for module, tree in MODULES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef)
}
COMES_FROM: dict[Place, Place] = {
    (module, alias.asname or alias.name): ((node.module or "").rpartition(".")[2], alias.name)
    for module, tree in MODULES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.ImportFrom)
    for alias in node.names
}
VERBS = sorted(
    place
    for place, node in FUNCTIONS.items()
    if any(isinstance(each, ast.Name) and each.id == "verb" for each in node.decorator_list)
)


def handed_to(place: Place) -> set[Place]:
    """What a function calls or hands on, where it is one of the rooms' functions."""
    module, found = place[0], set()
    for node in ast.walk(FUNCTIONS[place]):
        if isinstance(node, ast.Name):
            found.add(COMES_FROM.get((module, node.id), (module, node.id)))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.add((node.value.id, node.attr))
    return {one for one in found if one in FUNCTIONS and one != place}


def writes_an_entry(place: Place) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "audit"
        for node in ast.walk(FUNCTIONS[place])
    )


def leads_to_an_entry(place: Place, seen: set[Place]) -> bool:
    """Whether a function writes an entry, itself or through one that it calls."""
    seen.add(place)
    return writes_an_entry(place) or any(
        leads_to_an_entry(one, seen) for one in sorted(handed_to(place)) if one not in seen
    )


@pytest.mark.parametrize("place", VERBS, ids=".".join)
def test_a_verb_leads_to_an_entry_or_says_why_not(place: Place) -> None:
    assert leads_to_an_entry(place, set()) or place in WITHOUT


def test_nothing_is_excused_that_is_not_there() -> None:
    assert set(WITHOUT) <= set(VERBS)


def test_the_look_would_see_a_verb_without_an_entry() -> None:
    assert [place for place in WITHOUT if leads_to_an_entry(place, set())] == []
