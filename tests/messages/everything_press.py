"""Who asks and what is like it, on every card and page that can be built around one foreign text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.messages import enquiry_card, enquiry_form, enquiry_page, known_asker, page_press
from bot.messages.message import Message
from bot.rules.known_asker import Known, KnownAsker
from bot.rules.typed_words import TypedEnquiry
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.organisation import Organisation
from storage.press import Journalist, Outlet, Past, Press
from tests.messages.samples import OFFICER, SOCIAL_WORKER, T0


def press_messages(words: str, told: Organisation, several: Sequence[Enquiry]) -> Iterator[tuple[str, Message]]:
    """The cards of a new enquiry and of one that is closed, from someone known and from someone new."""
    for one in (several[0], several[-1]):
        for name, known in _known(words, several):
            brief = Brief(enquiry=one, press=known)
            yield f"card {name} {one.status}", enquiry_card.card(one, told, T0, brief)
            yield f"restricted card {name} {one.status}", enquiry_card.restricted_card(one, told, T0, brief)


def press_views(words: str, told: Organisation, several: Sequence[Enquiry]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The page, and the form of verifying."""
    form = enquiry_form.view(told, SOCIAL_WORKER, TypedEnquiry())
    for asker in (
        KnownAsker(Known.JOURNALIST, 4, words, words, words, has_number=True),
        KnownAsker(Known.JOURNALIST, 4, words, words, has_number=True),
        KnownAsker(Known.OUTLET, 3, words),
    ):
        form = known_asker.filled(form, asker)
        yield f"enquiry form with a known {asker.kind}", form
    for name, known in _known(words, several):
        brief = Brief(enquiry=several[0], press=known)
        yield f"page {name}", enquiry_page.view(brief, enquiry_page.Reader(OFFICER, told, T0))
        yield f"verify {name}", page_press.verify_view(brief)
        reader = enquiry_page.Reader(OFFICER, told, T0)
        for start, found in ((0, several[:10]), (10, several[:2])):
            many = Brief(enquiry=several[0], press=replace(known, past=replace(known.past, count=25)))
            yield f"all they asked, from {start}, {name}", page_press.past_view(many, found, start, reader)


def _known(words: str, several: Sequence[Enquiry]) -> Iterator[tuple[str, Press]]:
    yield "from someone new", Press()
    for verified in (None, OFFICER):
        past = Past(3, 2, 1, several[-1], several[-1])
        outlet, journalist = outlet_called(words), journalist_called(words, verified_by=verified)
        yield "from someone known", Press(outlet, journalist, (outlet,) * 5, past, tuple(several[:3]))


def outlet_called(words: str, newsroom: str | None = None) -> Outlet:
    """An outlet of this name."""
    made = Outlet(key="an outlet", name=words, first_seen=T0, newsroom=words if newsroom is None else newsroom)
    made.id = 3
    return made


def journalist_called(words: str, **more: Any) -> Journalist:
    """A journalist of this name and number."""
    made = Journalist(outlet_id=3, key="someone", name=words, contact=words, first_seen=T0, **more)
    made.id, made.verified_at = 4, T0 if more.get("verified_by") else None
    return made
