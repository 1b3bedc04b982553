"""The tick: nudges that have come due are claimed one by one, and the rule is asked again before anything is said."""

from bot.desk import telling
from bot.desk.work import Desk, Work, verb
from bot.rules.nudging import Later, Send, decide, decide_story, merged, recipient, story_recipient
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import NudgeState, Subject
from storage.nudge import Nudge, claim_nudge, due_nudge_ids, get_nudge, nudges_of
from storage.story import StoryIdea, get_story


def tick(desk: Desk) -> int:
    """Send what has come due; answers how many nudges were sent. Any number of processes may tick at once."""
    with desk.database.read() as session:
        due = due_nudge_ids(session, desk.clock.now())
    return sum(_ask_again(desk, nudge_id) for nudge_id in due)


@verb
def _ask_again(work: Work, nudge_id: int) -> bool:
    """One due nudge: lock what it is about, ask the rule, and send, drop or move it. Declining leaves no trace."""
    seen = get_nudge(work.session, nudge_id)
    subject = _subject(work, seen) if seen else None
    nudge = claim_nudge(work.session, nudge_id) if subject else None
    if nudge is None or subject is None:
        return False
    if isinstance(subject, Enquiry):
        decision = decide(nudge, subject, work.organisation, work.now)
        person = recipient(nudge, subject, work.organisation, work.now)
    else:
        decision = decide_story(nudge, subject, work.organisation, work.now)
        person = story_recipient(nudge, subject, work.organisation)
    match decision:
        case Later(due_at=due_at):
            nudge.due_at = due_at
        case Send(late=late) if (
            person and _not_told_yet(work, nudge, person) and not (late and _merged(work, nudge, subject))
        ):
            _send(work, nudge, subject, person, late=late)
            return True
        case _:
            nudge.state, nudge.settled_at = NudgeState.MOOT, work.now
    return False


def _subject(work: Work, nudge: Nudge) -> Enquiry | StoryIdea | None:
    if nudge.subject == Subject.ENQUIRY:
        return get_enquiry(work.session, nudge.subject_id, lock=True)
    return get_story(work.session, nudge.subject_id, lock=True)


def _not_told_yet(work: Work, nudge: Nudge, person: str) -> bool:
    """Nobody is nudged twice for the same step: not even when a step moves from one person to another."""
    return nudge.person == person or not any(
        other.step == nudge.step and other.person == person and other.round == nudge.round
        for other in nudges_of(work.session, nudge.subject, nudge.subject_id)
    )


def _merged(work: Work, nudge: Nudge, subject: Enquiry | StoryIdea) -> bool:
    """Of several that fell due while the bot was away, one person gets one."""
    planned = nudges_of(work.session, nudge.subject, nudge.subject_id)
    return isinstance(subject, Enquiry) and merged(nudge, planned, subject, work.organisation, work.now)


def _send(work: Work, nudge: Nudge, subject: Enquiry | StoryIdea, person: str, *, late: bool) -> None:
    nudge.person = person
    nudge.state, nudge.sent_at, nudge.late = NudgeState.SENT, work.now, late
    telling.nudge(work, nudge)
    work.audit(
        "close-ties",
        "nudged",
        nudge.subject,
        nudge.subject_id,
        {"step": str(nudge.step), "person": person, "late": late},
    )
    if isinstance(subject, Enquiry):
        telling.show_card(work, subject)
