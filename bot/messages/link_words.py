"""Enquiries that hang together, in words. Of a private one only the reference and where it stands are ever said."""

from collections.abc import Iterator
from datetime import datetime

from bot.messages.card_shown import CardPart, Shown
from bot.messages.mrkdwn import inline, listed
from bot.messages.parts import section
from bot.messages.wording import working as words
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import LinkKind
from storage.organisation import Organisation

MOST_ON_CARD = 5


def relations(brief: Brief) -> Iterator[tuple[str, int, Enquiry]]:
    """Each enquiry it hangs together with: "same", "duplicate" (the other has it now) or "has_duplicate", the link's id, the other."""
    others = {one.id: one for one in brief.linked}
    for link in brief.links:
        other = others.get(link.other_id if link.enquiry_id == brief.enquiry.id else link.enquiry_id)
        if other is not None:
            yield _relation(link.kind, brief.enquiry, other), link.id, other


def _relation(kind: LinkKind, enquiry: Enquiry, other: Enquiry) -> str:
    if kind == LinkKind.SAME_STORY:
        return "same"
    return "duplicate" if enquiry.duplicate_of == other.id else "has_duplicate"


def called(other: Enquiry, *, readable: bool) -> str:
    """The other enquiry within a sentence, safe in mrkdwn."""
    if not readable or not other.outlet:
        return other.reference
    return words.OTHER.format(reference=other.reference, outlet=inline(other.outlet, 150))


_CARD = {
    "same": (words.CARD_SAME, words.CARD_SAME_SPOKEN),
    "has_duplicate": (words.CARD_ALSO, words.CARD_ALSO_SPOKEN),
    "duplicate": (words.CARD_DUPLICATE, words.CARD_DUPLICATE_SPOKEN),
}


def card(*, names_outlets: bool) -> CardPart:
    """The part of a card about linked enquiries; the card of a private one names references alone."""

    def part(brief: Brief, _organisation: Organisation, _now: datetime) -> Shown:
        lines, said = [], []
        found = list(relations(brief))
        for relation, (shown, spoken) in _CARD.items():
            others = [_on_card(one, relation, names_outlets) for kind, _, one in found if kind == relation]
            if others:
                named = listed(others[:MOST_ON_CARD])
                lines.append(shown.format(others=named))
                said.append(spoken.format(others=named))
        return Shown([section("\n".join(lines))], " ".join(said)) if lines else Shown()

    return part


def _on_card(other: Enquiry, relation: str, names_outlets: bool) -> str:
    said = called(other, readable=names_outlets and not other.restricted)
    return words.CARD_ANSWERED.format(other=said) if relation == "same" and other.responded_at else said
