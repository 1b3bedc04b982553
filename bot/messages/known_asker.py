"""The menu of those who have asked before, in the form of an enquiry, and the form filled in with the one who was chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.messages.ids import Action, Field
from bot.messages.mrkdwn import cut
from bot.messages.parts import Block, Element, asked, choice, plain, section, writing
from bot.messages.privacy import same_form
from bot.messages.wording import forms
from bot.rules.known_asker import LEAST_LETTERS, KnownAsker


def question() -> Block:
    """Beside a sentence and no question of its own: whoever is in a hurry goes past it."""
    element: Element = {
        "type": "external_select",
        "action_id": Action.KNOWN_ASKER,
        "min_query_length": LEAST_LETTERS,
        "placeholder": plain(forms.KNOWN_ASKER_HERE, 150),
    }
    return section(forms.KNOWN_ASKER, element) | {"block_id": Field.KNOWN_ASKER}


def choices(known: Sequence[KnownAsker]) -> list[Element]:
    """What the menu shows for what was typed."""
    return [choice(_shown(one), one.choice) for one in known]


def _shown(one: KnownAsker) -> str:
    if not one.journalist:
        return forms.KNOWN_ASKER_SOMEONE_NEW.format(outlet=cut(one.outlet, 60))
    return forms.KNOWN_ASKER_ONE.format(name=cut(one.journalist, 38), outlet=cut(one.outlet, 35))


def filled(view: Mapping[str, Any], known: KnownAsker) -> dict[str, Any]:
    """The open form with the outlet and the journalist filled in. What else was typed stays: only their ids change."""
    new = {Field.OUTLET.value: _outlet(known)}
    if known.journalist:
        new[Field.JOURNALIST.value] = _journalist(known)
    blocks = [
        _renewed(block, new[name]) if (name := block.get("block_id")) in new else block for block in view["blocks"]
    ]
    return same_form(view, blocks)


def _outlet(known: KnownAsker) -> Block:
    return asked(Field.OUTLET, forms.OUTLET, writing(initial=known.outlet), hint=forms.OUTLET_HINT)


def _journalist(known: KnownAsker) -> Block:
    has_theirs = known.has_number and not known.number
    hint = forms.JOURNALIST_HINT_KNOWN if has_theirs else forms.JOURNALIST_HINT
    return asked(Field.JOURNALIST, forms.JOURNALIST, writing(initial=known.as_typed), hint=hint)


def _renewed(before: Block, block: Block) -> Block:
    """Slack keeps what stands in an input whose ids stay: one that is to take a new value gets another."""
    again = Action.FIELD if before["element"]["action_id"] == Action.FIELD_AGAIN else Action.FIELD_AGAIN
    return {**block, "element": {**block["element"], "action_id": again}}
