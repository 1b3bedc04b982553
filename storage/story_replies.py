"""Which question someone answers when they write in its message's thread."""

from sqlalchemy import literal_column, select
from sqlalchemy.orm import Session

from storage.delivery import Delivery
from storage.kinds import DeliveryKind


def question_message_at(session: Session, channel: str, ts: str) -> int | None:
    """The id of the question that this message puts to one of a story's authors; None: it puts none."""
    sent = Delivery.state == literal_column("'sent'")
    said = select(Delivery.detail).where(Delivery.ts == ts, Delivery.channel == channel, sent)
    detail = session.scalar(said.where(Delivery.kind == DeliveryKind.STORY_QUESTION).limit(1))
    return int(detail) if detail and detail.isdigit() else None
