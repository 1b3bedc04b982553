"""Several nudges in one message, of every kind that can stand together."""

from collections.abc import Iterator
from typing import Any

from bot.messages import nudge as nudges
from bot.messages import nudge_bundle
from bot.messages.message import Message
from storage.kinds import NudgeState, Step
from storage.organisation import Organisation
from tests.messages.samples import LEAD, T0, enquiry, nudge

STEPS = (Step.LEAD_AGAIN, Step.OFFICER_UNCLAIMED, Step.DRAFT_DUE, Step.STILL_LEAD, Step.OFFICER_PASSED)


def bundles(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """Two, and as many as go into one message; some dealt with, some late, some private."""
    for count in (2, 15):
        for done in (0, 1, count):
            parts = []
            for number in range(count):
                over = number < done
                state: dict[str, Any] = {
                    "state": NudgeState.SETTLED,
                    "settled_by": LEAD,
                    "settled_how": "claimed",
                    "settled_at": T0,
                }
                one = nudge(STEPS[number % len(STEPS)], LEAD, late=number == 1, **(state if over else {}))
                about = enquiry(question=words, outlet=words, journalist=words, restricted=number % 2 == 0)
                parts.append((one, nudges.message(one, about, told, T0)))
            yield f"{count} nudges together, {done} dealt with", nudge_bundle.together(parts)
