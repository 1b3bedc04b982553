"""A story as JSON. `docs/keeping.md` describes its shape; `format` changes when the shape does."""

import json
from typing import Any

from bot.keeping.story import Fact, Story
from bot.messages.wording import story_on_paper as words

FORMAT = "close-ties story 1"


def as_json(story: Story) -> str:
    """The text of a document."""
    return json.dumps(shape(story), ensure_ascii=False, indent=2) + "\n"


def shape(story: Story) -> dict[str, Any]:
    """The document as plain values."""
    return {
        "format": FORMAT,
        "reference": story.reference,
        "organisation": story.organisation,
        "made": story.made,
        "audit_trail": story.stands,
        "restricted": story.restricted,
        "words_deleted": story.emptied or None,
        "redacted": story.blacked,
        "parts": [{"heading": part.heading, "facts": [_fact(fact) for fact in part.facts]} for part in story.parts],
        "redactions": [
            {"number": one.number, "where": one.where, "because": one.because.value, "why": words.WHY[one.because]}
            for one in story.redactions
        ],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    marks = [
        {"number": number, "start": one.start, "end": one.end} for number, one in enumerate(fact.stretches, fact.first)
    ]
    return {"label": fact.label, "text": fact.text, "marks": marks}
