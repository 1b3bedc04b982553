"""What is said about a question on sharing: its card in the comms channel, and what whoever asked hears."""

from bot.desk import telling
from bot.desk.work import Work
from storage.kinds import DeliveryKind, ShareKind, ShareState, Subject
from storage.share import JointItem, ShareAsk


def show_card(work: Work, asked: ShareAsk) -> None:
    """Post or bring up to date its card. An idea for the organisation is its owner's, and what needs nobody's answer makes no card."""
    if asked.kind == ShareKind.CHANGE or (asked.state == ShareState.ANSWERED and asked.answered_by is None):
        return
    channel = telling.comms_channel(work)
    key = f"card:share:{asked.id}:{channel}"
    work.deliver(DeliveryKind.SHARE_CARD, key=key, lane=channel, subject=Subject.SHARE, subject_id=asked.id)


def news(work: Work, asked: ShareAsk, what: str) -> None:
    """Tell whoever asked, privately."""
    work.deliver(
        DeliveryKind.SHARE_NEWS,
        key=f"news:share:{asked.id}:{what}",
        lane=asked.asked_by,
        subject=Subject.SHARE,
        subject_id=asked.id,
        detail=what,
    )


def deliver_again(work: Work, asked: ShareAsk) -> None:
    """Every message about it is drawn anew."""
    work.session.flush()
    telling.show_again(work, Subject.SHARE, asked.id)


def joint_news(work: Work, item: JointItem, what: str) -> None:
    """Tell whoever a rule got in the way of."""
    work.deliver(
        DeliveryKind.JOINT_NEWS,
        key=f"news:joint:{item.id}:{what}",
        lane=item.raised_by,
        subject=Subject.JOINT,
        subject_id=item.id,
        detail=what,
    )
