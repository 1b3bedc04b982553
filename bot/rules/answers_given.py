"""Every answer that an enquiry has been given, read from its trail: one that was opened again may have had several."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.rules.deeds import Deed
from storage.audit import AuditEntry


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """What was said to a journalist, as it was recorded, with what was corrected in it since."""

    by: str
    at: datetime
    words: str


def answers_given(entries: Iterable[AuditEntry]) -> list[AnswerGiven]:
    """The answers in the order in which they were recorded. Nothing of those whose words have been deleted."""
    found: list[AnswerGiven] = []
    for entry in entries:
        said = (entry.details or {}).get("response")
        if entry.action == Deed.RESPOND and isinstance(said, str):
            found.append(AnswerGiven(entry.actor, entry.at, said))
        elif entry.action == Deed.CORRECT_RESPONSE and isinstance(said, list) and found:
            found[-1] = AnswerGiven(found[-1].by, found[-1].at, str(said[-1]))
    return found
