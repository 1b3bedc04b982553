"""Giving an enquiry to a press officer: when they are told, and what becomes of that nudge at its moment."""

from datetime import datetime

from bot.rules.nudging import Decision, Moot, PlannedNudge, is_hurried, now_or_at
from bot.rules.sign_off_times import speaks_at
from storage.enquiry import Enquiry
from storage.kinds import Status, Step
from storage.nudge import Nudge
from storage.organisation import Organisation


def plan_assigned(enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int) -> list[PlannedNudge]:
    """Whoever has it now, at once where it is in a hurry, otherwise when they are there."""
    if enquiry.officer is None:
        return []
    due_at = speaks_at(enquiry.officer, enquiry, organisation, now)
    return [PlannedNudge(Step.ASSIGNED, enquiry.officer, due_at, is_hurried(enquiry, organisation), round_)]


def decide_assigned(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Decision:
    """Someone who does not have it any more needs not hear that they had."""
    if enquiry.status in (Status.CLOSED, Status.RESPONDED):
        return Moot(str(enquiry.status))
    if enquiry.officer != nudge.person or nudge.person in enquiry.excluded:
        return Moot("passed")
    return now_or_at(nudge, max(nudge.due_at, speaks_at(nudge.person, enquiry, organisation, now)), now)
