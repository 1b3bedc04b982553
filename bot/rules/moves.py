"""An enquiry's life: one table of allowed moves. What is not in it is refused, with what happened instead and what can be done."""

from dataclasses import dataclass

from bot.rules.deeds import Deed
from bot.rules.reasons import Reason, Refused
from bot.rules.sensitivity import standing_marks
from storage.enquiry import Enquiry
from storage.kinds import Outcome, Status, StoryStatus
from storage.story import StoryIdea


@dataclass(frozen=True, slots=True)
class Move:
    """A deed that takes an enquiry from one state to another."""

    deed: Deed
    start: Status
    end: Status


MOVES: tuple[Move, ...] = (
    Move(Deed.CLAIM, Status.NEW, Status.IN_PROGRESS),
    Move(Deed.DRAFT, Status.IN_PROGRESS, Status.IN_PROGRESS),
    Move(Deed.DRAFT, Status.AWAITING_SIGN_OFF, Status.IN_PROGRESS),  # new words need a new yes
    Move(Deed.DRAFT, Status.READY, Status.IN_PROGRESS),
    Move(Deed.ASK_SIGN_OFF, Status.IN_PROGRESS, Status.AWAITING_SIGN_OFF),
    Move(Deed.ASK_SIGN_OFF, Status.AWAITING_SIGN_OFF, Status.AWAITING_SIGN_OFF),  # someone else is asked
    Move(Deed.ASK_CHANGE, Status.AWAITING_SIGN_OFF, Status.IN_PROGRESS),
    Move(Deed.APPROVE, Status.AWAITING_SIGN_OFF, Status.READY),
    Move(Deed.VOID_APPROVAL, Status.IN_PROGRESS, Status.IN_PROGRESS),  # while somebody wants a change
    Move(Deed.VOID_APPROVAL, Status.AWAITING_SIGN_OFF, Status.IN_PROGRESS),
    Move(Deed.VOID_APPROVAL, Status.READY, Status.IN_PROGRESS),
    Move(Deed.RESPOND, Status.IN_PROGRESS, Status.RESPONDED),
    Move(
        Deed.RESPOND, Status.AWAITING_SIGN_OFF, Status.RESPONDED
    ),  # by the head's override: see `sign_off.check_sending`
    Move(Deed.RESPOND, Status.READY, Status.RESPONDED),
    Move(Deed.CLOSE, Status.NEW, Status.CLOSED),
    Move(Deed.CLOSE, Status.IN_PROGRESS, Status.CLOSED),
    Move(Deed.CLOSE, Status.AWAITING_SIGN_OFF, Status.CLOSED),
    Move(Deed.CLOSE, Status.READY, Status.CLOSED),
    Move(Deed.CLOSE, Status.RESPONDED, Status.CLOSED),
    Move(Deed.REOPEN, Status.CLOSED, Status.IN_PROGRESS),
    Move(Deed.REOPEN, Status.CLOSED, Status.READY),  # approved, and nothing has gone
    Move(Deed.UNLINK, Status.CLOSED, Status.NEW),  # it was no duplicate: back to where it was
    Move(Deed.UNLINK, Status.CLOSED, Status.IN_PROGRESS),
    Move(Deed.UNLINK, Status.CLOSED, Status.READY),
    Move(Deed.UNLINK, Status.CLOSED, Status.RESPONDED),
    Move(Deed.ASSIGN, Status.NEW, Status.IN_PROGRESS),
    Move(Deed.ASSIGN, Status.IN_PROGRESS, Status.IN_PROGRESS),  # someone else has it from now on
    Move(Deed.ASSIGN, Status.AWAITING_SIGN_OFF, Status.AWAITING_SIGN_OFF),
    Move(Deed.ASSIGN, Status.READY, Status.READY),
    Move(Deed.ASSIGN, Status.RESPONDED, Status.RESPONDED),
    Move(Deed.WITHDRAW, Status.NEW, Status.CLOSED),
    Move(Deed.WITHDRAW, Status.IN_PROGRESS, Status.CLOSED),
    Move(Deed.WITHDRAW, Status.AWAITING_SIGN_OFF, Status.CLOSED),
    Move(Deed.WITHDRAW, Status.READY, Status.CLOSED),
)

USUAL_DEED: dict[Status, Deed] = {
    Status.IN_PROGRESS: Deed.CLAIM,
    Status.AWAITING_SIGN_OFF: Deed.ASK_SIGN_OFF,
    Status.READY: Deed.APPROVE,
    Status.RESPONDED: Deed.RESPOND,
    Status.CLOSED: Deed.CLOSE,
}


def possible_deeds(enquiry: Enquiry) -> tuple[Deed, ...]:
    """What can be done with it now, in the table's order."""
    return tuple(dict.fromkeys(move.deed for move in MOVES if move.start == enquiry.status))


def where_it_was(enquiry: Enquiry, *, approved: bool) -> Status:
    """The state of a closed one before it was closed, as far as what was done in it still holds."""
    if enquiry.responded_at is not None:
        return Status.RESPONDED
    if enquiry.officer is None:
        return Status.NEW
    return Status.READY if approved else Status.IN_PROGRESS


def check_move(enquiry: Enquiry, to: Status, *, deed: Deed | None = None, outcome: Outcome | None = None) -> None:
    """Pass, or raise `Refused` saying why not. Without a deed the usual one is meant: to `in_progress` by claiming it.

    An outcome is only looked at when closing: "responded" needs a response.
    """
    done = deed or USUAL_DEED.get(to)
    if not any(move.deed == done and move.start == enquiry.status and move.end == to for move in MOVES):
        raise _refusal(enquiry, to, done)
    if to == Status.CLOSED and outcome == Outcome.RESPONDED and enquiry.status != Status.RESPONDED:
        raise Refused(Reason.RESPOND_FIRST)


def _refusal(enquiry: Enquiry, to: Status, deed: Deed | None) -> Refused:
    """The most precise reason: what someone else did first comes before what the table lacks."""
    if enquiry.status == Status.CLOSED:
        return Refused(Reason.ALREADY_CLOSED, by=enquiry.closed_by)
    if enquiry.status == Status.RESPONDED and deed != Deed.REOPEN:
        return Refused(Reason.ALREADY_RESPONDED, by=enquiry.responded_by)
    if deed == Deed.CLAIM and enquiry.status != Status.NEW:
        return Refused(Reason.ALREADY_CLAIMED, by=enquiry.officer)
    if enquiry.status == Status.NEW and deed in (Deed.DRAFT, Deed.RESPOND, Deed.ASK_SIGN_OFF):
        return Refused(Reason.CLAIM_FIRST)
    facts = {"from": Status(enquiry.status), "to": to, "possible": possible_deeds(enquiry)}
    return Refused(Reason.MOVE_NOT_POSSIBLE, **facts)


def check_acknowledge(enquiry: Enquiry) -> None:
    """Only the first lead or deputy to say "I have it" has it."""
    if enquiry.status == Status.CLOSED:
        raise Refused(Reason.ALREADY_CLOSED, by=enquiry.closed_by)
    if enquiry.lead_acknowledged_by is not None:
        raise Refused(Reason.ALREADY_ACKNOWLEDGED, by=enquiry.lead_acknowledged_by)


def check_unrestrict(enquiry: Enquiry) -> None:
    """An enquiry that starts restricted can be opened up, but not while it carries a mark that someone was sure of."""
    if enquiry.excluded:
        raise Refused(Reason.SOMEONE_LEFT_OUT)
    marks = standing_marks(enquiry)
    if marks:
        raise Refused(Reason.MARKED_SENSITIVE, marks=marks)


def check_still_declines(story: StoryIdea, seen_with: str = "") -> None:
    """An idea can be declined until it has been told: what was picked up may turn out not to be possible after all.

    `seen_with`: who had it when that was decided, or "" for nobody.
    """
    if story.status != StoryStatus.PICKED_UP or story.officer != seen_with:
        check_answer(story)


def check_answer(story: StoryIdea) -> None:
    """A story idea is picked up once."""
    if story.status == StoryStatus.WITHDRAWN:
        raise Refused(Reason.STORY_WITHDRAWN)
    if story.status != StoryStatus.NEW:
        raise Refused(Reason.ALREADY_ANSWERED, by=story.officer)
