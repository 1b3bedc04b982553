"""What follows from a delivery's end: Slack has it, or its place is wrong for good. Each in the transaction that writes it down."""

from datetime import datetime

from bot.desk import digest_follow, editions, presence
from bot.desk.work import Work, verb
from bot.rules.nudge_policy import chain_of
from storage.delivery import Delivery, ever_sent, get_delivery, mark_failed, mark_sent
from storage.kinds import DeliveryKind, NudgeState, Role, Step, Subject
from storage.nudge import Nudge, bundle_of, nudges_of


@verb
def sent(work: Work, delivery_id: int, channel: str, ts: str, at: datetime) -> None:
    """Slack has it, and it stands at (channel, ts). A digest's stories are told now, and their authors hear, with the link."""
    _stands(work, delivery_id, channel, ts, at)


@verb
def found(work: Work, delivery_id: int, channel: str, ts: str, at: datetime) -> None:
    """Slack had it all along. Its words are those of when it was sent, so it is brought up to date, whatever has happened since."""
    delivery = _stands(work, delivery_id, channel, ts, at)
    if delivery is not None:
        work.deliver(
            delivery.kind,
            key=delivery.key,
            lane=delivery.lane,
            subject=delivery.subject,
            subject_id=delivery.subject_id,
            detail=delivery.detail,
            thread_key=delivery.thread_key,
            urgent=delivery.urgent,
        )


def _stands(work: Work, delivery_id: int, channel: str, ts: str, at: datetime) -> Delivery | None:
    mark_sent(work.session, delivery_id, channel, ts, at)
    delivery = get_delivery(work.session, delivery_id)
    if delivery is not None and delivery.kind in (DeliveryKind.DIGEST, DeliveryKind.DIGEST_PART):
        digest_follow.came_to_stand(work, delivery)
    if delivery is not None and delivery.kind == DeliveryKind.EDITION:
        editions.came_to_stand(work, delivery)
    return delivery


@verb
def cannot_be_delivered(work: Work, delivery_id: int, error: str, at: datetime) -> None:
    """This place is wrong for good (archived, gone, deactivated): the press office is told, and the rule goes on to the next person.

    A warning that cannot be posted goes to the administrators, and never raises another.
    """
    mark_failed(work.session, delivery_id, error, at)
    delivery = get_delivery(work.session, delivery_id)
    if delivery is None:
        return
    about = _what_fails(work, delivery, error)
    if delivery.kind == DeliveryKind.NUDGE:
        for nudge in bundle_of(work.session, int(delivery.detail)):
            next_person(work, nudge)
    if digest_follow.cannot_be_posted(work, delivery):
        return
    if delivery.kind != DeliveryKind.WARNING:
        _warn(work, str(delivery_id), work.organisation.triage_channel, about)
    elif delivery.lane == work.organisation.triage_channel:
        for administrator in work.organisation.holders(Role.ADMINISTRATOR):
            _warn(work, delivery.detail, administrator, delivery.detail)


NO_ACCOUNT = frozenset({"user_disabled", "user_not_found", "users_not_found"})


def _what_fails(work: Work, delivery: Delivery, error: str) -> str:
    """What the press office is told once: a person who has no account any more, or else this one message."""
    if error not in NO_ACCOUNT or not delivery.lane.startswith(("U", "W")):
        return str(delivery.id)
    if presence.is_gone(work, delivery.lane):
        return f"gone:{delivery.lane}"
    return f"gone:{delivery.lane}:{delivery.subject}:{delivery.subject_id}"


def _warn(work: Work, delivery_id: str, place: str, about: str) -> None:
    key = f"warning:{about}:{place}"
    if ever_sent(work.session, [key]):
        return
    work.deliver(
        DeliveryKind.WARNING,
        key=key,
        lane=place,
        subject=Subject.ORGANISATION,
        subject_id=0,
        detail=delivery_id,
    )


def next_person(work: Work, nudge: Nudge) -> None:
    """Whoever was asked cannot be reached: the next person of the same chain is asked at once, and this one not again.

    The rules may know by now who is not there; then each step finds the next by itself, and is only brought forward.
    """
    if nudge.state != NudgeState.SENT:
        return
    chain = [
        one
        for one in nudges_of(work.session, nudge.subject, nudge.subject_id)
        if one.state == NudgeState.PLANNED and one.step in chain_of(nudge.step) and one.step not in _LONG_AFTER
    ]
    for one in chain:
        if one.person == nudge.person:
            one.state, one.settled_at = NudgeState.MOOT, work.now
    others = [one for one in chain if one.person != nudge.person]
    if others:
        min(others, key=lambda one: one.due_at).due_at = work.now


_LONG_AFTER = frozenset({Step.STILL_LEAD, Step.STILL_OFFICER})
"""Nobody has it yet who could be asked how it goes."""
