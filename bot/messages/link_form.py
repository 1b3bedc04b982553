"""The form that links an enquiry with another: one of those that ask alike, or one by its reference."""

from collections.abc import Sequence
from typing import Any

from bot.messages.ids import Field, View
from bot.messages.mrkdwn import cut
from bot.messages.parts import Element, asked, choice, menu, modal, radio, section, writing
from bot.messages.wording import working as words
from storage.enquiry import Enquiry
from storage.kinds import LinkKind


def link_view(enquiry: Enquiry, alike: Sequence[Enquiry]) -> dict[str, Any]:
    """`alike`: those that this reader may read."""
    kinds = [choice(words.KIND[one], one) for one in LinkKind if enquiry.is_open or one != LinkKind.DUPLICATE]
    story = next(one for one in kinds if one["value"] == LinkKind.SAME_STORY)
    others = [_choice(one) for one in alike]
    pick = asked(Field.OTHER_CHOSEN, words.OTHER_CHOSEN, menu(others, words.CHOOSE), optional=True) if others else None
    typed = writing()
    blocks = [
        section(words.LINK_INTRO),
        asked(Field.LINK_KIND, words.LINK_KIND, radio(kinds, story)),
        *([pick] if pick else []),
        asked(
            Field.OTHER_REFERENCE,
            words.OTHER_REFERENCE if others else words.ITS_REFERENCE,
            typed,
            hint=words.OTHER_REFERENCE_HINT,
            optional=bool(others),
        ),
    ]
    title = words.LINK_TITLE.format(reference=enquiry.reference)
    return modal(View.LINK, title, blocks, submit=words.LINK_SUBMIT, close=words.CANCEL, metadata=str(enquiry.id))


def _choice(other: Enquiry) -> Element:
    private = words.OTHER_CHOICE_PRIVATE.format(reference=other.reference)
    shown = words.OTHER_CHOICE.format(reference=other.reference, outlet=other.outlet)
    return choice(private if other.restricted else cut(shown, 70), str(other.id))
