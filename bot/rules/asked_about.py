"""What a nudge is about: an enquiry, a story or a question, and, where it asks about one thing that belongs to it, that thing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import Subject
from storage.nudge import Nudge
from storage.share import JointItem, ShareAsk
from storage.statement import FactCheck, SignOff
from storage.story import StoryIdea
from storage.story_told import TakeDown

Part = SignOff | FactCheck | Task | CallRequest | TakeDown


class Referenced(Protocol):
    """Whatever can be called by its reference."""

    @property
    def reference(self) -> str:
        """What people call it."""


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """The record, the thing that belongs to it, and when the matter ends by itself, as a consent does."""

    record: Enquiry | StoryIdea | ShareAsk | JointItem
    part: Part | None = None
    ends_at: datetime | None = None

    @property
    def reference(self) -> str:
        """What people call it."""
        return self.record.reference

    @property
    def enquiry(self) -> Enquiry | None:
        """The enquiry; None where it is about something else."""
        return self.record if isinstance(self.record, Enquiry) else None

    @property
    def service_area(self) -> str:
        """The service it belongs to; "" where it is everyone's."""
        return "" if isinstance(self.record, JointItem) else self.record.service_area


def is_about_enquiry(nudge: Nudge) -> bool:
    """Whether it asks about an enquiry as such, and not about one thing that belongs to it, or a story."""
    return nudge.subject == Subject.ENQUIRY
