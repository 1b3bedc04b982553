"""Every message and form about words that could tell who someone is, around one foreign text."""

from collections.abc import Iterator
from typing import Any

from bot.messages import enquiry_form, privacy, story_form
from bot.messages.message import Message
from bot.rules.privacy import Finding, Kind
from bot.rules.typed_words import TypedEnquiry
from storage.organisation import Organisation
from tests.messages.samples import SOCIAL_WORKER, T0

LINK = "https://northbank.slack.com/archives/C0PRESSDESK/p1772619120000100"


def messages(told: Organisation) -> Iterator[tuple[str, Message]]:
    """The word to someone about their own message, for each kind and for all at once."""
    for kinds in (*((kind,) for kind in Kind), tuple(Kind)):
        yield (
            f"your message: {', '.join(kinds)}",
            privacy.about_message(kinds, at=T0, place="C0PRESSDESK", link=LINK, organisation=told, about=42),
        )
    yield (
        "your message: perhaps a public building",
        privacy.about_message(
            (Kind.ADDRESS,), at=T0, place="C0PRESSDESK", link=LINK, organisation=told, about=42, note=7
        ),
    )


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """A form that asks whether words may stay."""
    typed = TypedEnquiry(outlet=words, journalist=words, deadline_words=words, question=words)
    found = tuple(Finding(kind, f"{words} {number}", 0, len(words)) for kind in Kind for number in range(20))
    asked = tuple(one for one in found if one.kind in (Kind.ADDRESS, Kind.POSTCODE, Kind.SCHOOL, Kind.NAME))
    form = enquiry_form.view(told, SOCIAL_WORKER, typed)
    yield "asking about a question", privacy.asking(form, {"question": asked})
    yield "asking about one address", privacy.asking(form, {"outlet": asked[:1], "question": asked[:1]})
    yield "asking about a story", privacy.asking(story_form.view(told, SOCIAL_WORKER, words), {"elsewhere": asked})
