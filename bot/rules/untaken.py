"""What is urgent and taken by nobody: whoever is on duty is asked again each morning, and when the turn changes.

The chain of asking is over within hours. Without this an enquiry that came in on Friday evening would be silent until Monday.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.rules.recipients import officer_of
from bot.rules.urgency import WAKES, answer_by
from bot.rules.working_time import DAY, local, moment, office_hours
from storage.enquiry import Enquiry
from storage.kinds import RotaKind
from storage.organisation import Organisation

LEAST = timedelta(minutes=30)  # closer to the deadline than this, what speaks of the deadline says it


def asked_again_at(enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime | None:
    """When whoever is on duty then is asked again; None where the deadline comes first."""
    at = _next_turn(enquiry, organisation, now) or _next_morning(organisation, now)
    return at if at + LEAST <= answer_by(enquiry, organisation) else None


def _next_morning(organisation: Organisation, now: datetime) -> datetime:
    today = local(organisation.calendar, now).date()
    morning = moment(organisation.calendar, today, WAKES)
    return morning if morning > now else moment(organisation.calendar, today + DAY, WAKES)


def _next_turn(enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime | None:
    """When somebody else is on duty for it, where that comes before the morning."""
    morning = _next_morning(organisation, now)
    asked = officer_of(enquiry, organisation, now, urgent=True)
    changes = sorted({at for at in _changes(organisation, now) if now < at < morning})
    return next((at for at in changes if officer_of(enquiry, organisation, at, urgent=True) not in (asked, None)), None)


def _changes(organisation: Organisation, now: datetime) -> Iterator[datetime]:
    """The moments at which somebody else may be on duty: the office opens or shuts, a turn begins or ends."""
    today = local(organisation.calendar, now).date()
    for day in (today, today + DAY):
        yield from office_hours(organisation.calendar, day) or ()
    for turn in organisation.rota:
        if turn.kind == RotaKind.PRESS:
            yield from (turn.starts_at, turn.ends_at)
