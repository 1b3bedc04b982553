"""What one part of a card is: for the modules that each give one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.messages.parts import Block
from storage.brief import Brief
from storage.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Shown:
    """One part of a card: its blocks, and its facts as a sentence. Nothing to show: both empty."""

    blocks: list[Block] = field(default_factory=list)
    spoken: str = ""


CardPart = Callable[[Brief, Organisation, datetime], Shown]
