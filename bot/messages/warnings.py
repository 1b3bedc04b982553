"""Warnings for the press office: what could not be delivered, so that a person can reach them another way."""

from bot.messages.message import Message
from bot.messages.mrkdwn import channel
from bot.messages.parts import section
from bot.messages.people import name
from bot.messages.wording import house
from bot.messages.wording.names import DELIVERY
from storage.delivery import Delivery
from storage.kinds import Subject
from storage.organisation import Organisation

_REFERENCE = {Subject.ENQUIRY: " about ME-{id:04d}", Subject.STORY: " about GN-{id:04d}"}


def undelivered(delivery: Delivery, organisation: Organisation) -> Message:
    """What did not arrive, where, and why. It never holds a word of the message itself."""
    lane, about = delivery.lane, _REFERENCE.get(delivery.subject, "")
    place = channel(lane) if lane[:1] in ("C", "G", "D") else name(organisation, lane)
    said = house.UNDELIVERED.format(
        what=DELIVERY[delivery.kind],
        reference=about.format(id=delivery.subject_id),
        place=place,
        why=house.UNDELIVERED_REASON.get(delivery.error, house.UNDELIVERED_OTHER),
    )
    return Message(said, [section(said)])
