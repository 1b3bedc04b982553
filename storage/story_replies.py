"""Which question someone answers when they write in its message's thread."""

from sqlalchemy import literal_column, select
from sqlalchemy.orm import Session

from storage.delivery import Delivery
from storage.kinds import DeliveryKind


def question_message_at(session: Session, channel: str, ts: str) -> tuple[int, str] | None:
    """The id of the question that this message puts to one of a story's authors, and the message's key; None: it puts none."""
    sent = Delivery.state == literal_column("'sent'")
    said = select(Delivery.detail, Delivery.key).where(Delivery.ts == ts, Delivery.channel == channel, sent)
    found = session.execute(said.where(Delivery.kind == DeliveryKind.STORY_QUESTION).limit(1)).one_or_none()
    return (int(found[0]), found[1]) if found is not None and found[0].isdigit() else None
