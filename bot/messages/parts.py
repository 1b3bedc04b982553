"""Block Kit in small pieces. Ours is mrkdwn and already safe when it comes here; what people typed goes through `plain`."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import cut, plain_cut

Block = dict[str, Any]
Element = dict[str, Any]

MOST_INITIAL = 3_000
"""As much as a text input can hold."""


def plain(text: str, limit: int = 3_000) -> Element:
    """Foreign text: nothing in it is a mention, a link, a mark or an emoji."""
    return {"type": "plain_text", "text": plain_cut(text, limit) or "–", "emoji": False}


def mrkdwn(text: str) -> Element:
    """Our own sentence. Whatever people typed must have been made safe before."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def section(text: str, accessory: Element | None = None) -> Block:
    """A paragraph of ours, with a button beside it where one is given."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    return block if accessory is None else {**block, "accessory": accessory}


def quoted(text: str, limit: int = 3_000, accessory: Element | None = None) -> Block:
    """A paragraph of foreign text, with a button beside it where one is given."""
    block: Block = {"type": "section", "text": plain(text, limit)}
    return block if accessory is None else {**block, "accessory": accessory}


def header(text: str) -> Block:
    """A headline; it may hold foreign text."""
    return {"type": "header", "text": plain(text, 150)}


def context(*texts: str) -> Block:
    """Small print of ours."""
    return {"type": "context", "elements": [mrkdwn(text) for text in texts]}


def quoted_context(text: str) -> Block:
    """Small print that holds foreign text."""
    return {"type": "context", "elements": [plain(text)]}


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def button(action: Action, words: str, value: object, about: str = "", style: str = "") -> Element:
    """A button. `about` is the reference, for those who hear the label and see no card; `value` is an id, never words."""
    element: Element = {"type": "button", "action_id": action, "text": plain(words, 75), "value": str(value)}
    if about:
        element["accessibility_label"] = cut(f"{words}: {about}", 75)
    if style:
        element["style"] = style
    return element


def overflow(action: Action, choices: Sequence[Element]) -> Element:
    """A small menu behind three dots: at most five choices, each doing something at once. It takes no accessibility label."""
    return {"type": "overflow", "action_id": action, "options": list(choices)[:5]}


def asking_first(element: Element, title: str, text: str, yes: str, no: str) -> Element:
    """The button, asking once more before it does anything."""
    ask = {"title": plain(title, 100), "text": plain(text, 300), "confirm": plain(yes, 30), "deny": plain(no, 30)}
    return {**element, "confirm": ask}


def preformatted(text: str) -> Block:
    """Lines of one width, as bars need. Foreign text in them is only text."""
    line = {"type": "text", "text": plain_cut(text, 3_000) or "–"}
    return {"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [line]}]}


def actions(elements: Sequence[Element]) -> list[Block]:
    """A row of buttons, or nothing where there are none."""
    return [{"type": "actions", "elements": list(elements)}] if elements else []


def choice(words: str, value: str) -> Element:
    """One choice of a menu or a row of boxes."""
    return {"text": plain(words, 75), "value": value}


def asked(field: Field, label: str, element: Element, *, hint: str = "", optional: bool = False) -> Block:
    """An input. The block is named after the field, so that a problem can be said beside it."""
    block: Block = {
        "type": "input",
        "block_id": field,
        "label": plain(label, 2_000),
        "element": {**element, "action_id": Action.FIELD},
        "optional": optional,
    }
    return {**block, "hint": plain(hint, 2_000)} if hint else block


def growing(block: Block, action: Action) -> Block:
    """An input that tells us its answer at once, so that the form can ask what follows from it."""
    return {**block, "dispatch_action": True, "element": {**block["element"], "action_id": action}}


def writing(*, lines: bool = False, initial: str = "", placeholder: str = "") -> Element:
    """A box to write in. No length is set: ours are refused with a sentence of our own, and nothing typed is lost."""
    element: Element = {"type": "plain_text_input", "multiline": lines}
    if initial:
        element["initial_value"] = cut(initial, MOST_INITIAL)
    return {**element, "placeholder": plain(placeholder, 150)} if placeholder else element


def one_of(choices: Iterable[Element], value: str | None) -> Element | None:
    """The choice of this value; None where it is not among them."""
    return next((one for one in choices if one["value"] == value), None)


def menu(choices: Sequence[Element], placeholder: str, initial: Element | None = None) -> Element:
    """Choose one from a list."""
    element: Element = {"type": "static_select", "options": list(choices)[:100], "placeholder": plain(placeholder, 150)}
    return element if initial is None else {**element, "initial_option": initial}


def radio(choices: Sequence[Element], initial: Element | None = None) -> Element:
    """Choose one, all of them in sight."""
    element: Element = {"type": "radio_buttons", "options": list(choices)}
    return element if initial is None else {**element, "initial_option": initial}


def boxes(choices: Sequence[Element], initial: Sequence[Element] = ()) -> Element:
    """Tick any."""
    element: Element = {"type": "checkboxes", "options": list(choices)}
    return {**element, "initial_options": list(initial)} if initial else element


def day(initial: date | None = None) -> Element:
    """A date."""
    element: Element = {"type": "datepicker"}
    return element if initial is None else {**element, "initial_date": initial.isoformat()}


def colleague(placeholder: str) -> Element:
    """Choose one person."""
    return {"type": "users_select", "placeholder": plain(placeholder, 150)}


def colleagues(placeholder: str, initial: Sequence[str] = ()) -> Element:
    """Choose any number of people."""
    element: Element = {"type": "multi_users_select", "placeholder": plain(placeholder, 150)}
    return {**element, "initial_users": list(initial)} if initial else element


def modal(
    view: View, title: str, blocks: Iterable[Block], *, submit: str = "", close: str = "Close", metadata: str = ""
) -> dict[str, Any]:
    """A form, or a page to read where nothing is submitted."""
    made: dict[str, Any] = {
        "type": "modal",
        "callback_id": view,
        "title": plain(title, 24),
        "close": plain(close, 24),
        "blocks": list(blocks)[:100],
        "private_metadata": metadata,
    }
    return {**made, "submit": plain(submit, 24)} if submit else made


def in_pieces(text: str, size: int) -> list[str]:
    """A long text in pieces of at most `size`, parted at an empty line, or else at the end of a line, a sentence or a word."""
    pieces = []
    while len(text) > size:
        window = text[: size + 1]
        ends = (found + len(mark) for mark in ("\n\n", "\n", ". ", " ") if (found := window.rfind(mark)) > size // 2)
        at = next((end for end in ends if end <= size + 1), size)
        pieces.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*pieces, text] if text or not pieces else pieces


def pages(text: str, size: int = 2_900) -> list[Block]:
    """All of a long foreign text. Twice what a form takes fits in; more would be too large for one page in Slack."""
    return [quoted(piece) for piece in in_pieces(cut(text, 2 * size), size)]
