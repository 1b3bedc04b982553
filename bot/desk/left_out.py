"""Someone is part of the matter: whoever is left out, or may be named, hands over what they hold, and the chain goes round them."""

from collections.abc import Collection, Sequence

from bot.desk import hiding, statement_ends, tasks, telling
from bot.desk.planning import next_round, plan
from bot.desk.work import Work
from bot.rules.deeds import Deed
from bot.rules.involved import asked_around
from bot.rules.nudge_policy import CLAIM_STEPS, LEAD_STEPS
from bot.rules.nudging import plan_anew
from bot.rules.recipients import first_lead
from bot.rules.sign_off import GIVEN, OPEN, approved
from bot.rules.sign_off_times import OFFICER_STEPS
from bot.rules.tasks import owner_of, plan_task
from storage.brief import read_brief
from storage.enquiry import Enquiry
from storage.involved import Involved, forget_involved, involved_in, tasks_of
from storage.kinds import NudgeState, Part, SignOffState, Status, Step, Subject, TaskKind, TaskState
from storage.nudge import Nudge, drop_planned, nudges_around, nudges_of
from storage.statement import fact_checks_of, sign_offs_of


def note_left_out(work: Work, enquiry: Enquiry, people: Sequence[str], by: str) -> None:
    """Write down who is left out, by whom and since when."""
    for person in people:
        work.session.add(
            Involved(enquiry_id=enquiry.id, person=person, part=Part.EXCLUDED, added_by=by, added_at=work.now)
        )


def set_left_out(work: Work, enquiry: Enquiry, people: Sequence[str], by: str) -> bool:
    """From now on exactly these people hear nothing of it. Whether anything changed.

    It is private from then on. What stands in Slack for those newly left out says only that it is dealt with; what they held is
    handed over. Nothing is said in any thread.
    """
    wanted, before = list(dict.fromkeys(people)), list(enquiry.excluded)
    added = [one for one in wanted if one not in before]
    let_in = [one for one in before if one not in wanted]
    if not added and not let_in:
        return False
    enquiry.excluded = wanted
    forget_involved(work.session, enquiry.id, let_in, Part.EXCLUDED)
    note_left_out(work, enquiry, added, by)
    if added and not enquiry.restricted:
        enquiry.restricted = True
        hiding.hide(work, enquiry)
    go_round(work, enquiry, added, by)
    _take_back(work, enquiry, added)
    enquiry.version += 1
    telling.show_card(work, enquiry)
    for person in (*added, *let_in):
        telling.show_home_again(work, person)
    work.audit(by, Deed.LEAVE_OUT, Subject.ENQUIRY, enquiry.id, {"people": added, "let_in": let_in})
    return True


def put_there_by(work: Work, enquiry: Enquiry, by: str) -> set[str]:
    """Those whom one person asked to be left out."""
    rows = involved_in(work.session, enquiry.id)
    return {one.person for one in rows if one.part == Part.EXCLUDED and one.added_by == by}


def go_round(work: Work, enquiry: Enquiry, people: Sequence[str], by: str, *, given_stands: bool = False) -> None:
    """These people are not asked any more: whatever they hold of it passes to the next, and the next is asked.

    `given_stands`: what they said yes to goes on counting.
    """
    asked = {one.step for one in nudges_of(work.session, Subject.ENQUIRY, enquiry.id) if _waits(one, people)}
    steps: set[Step] = set()
    if _officer_stands_down(work, enquiry, people, by) or asked & CLAIM_STEPS:
        steps |= CLAIM_STEPS
    if _lead_stands_down(work, enquiry, people) or asked & LEAD_STEPS:
        steps |= LEAD_STEPS
    _close_requests(work, enquiry, people)
    if steps and enquiry.is_open:
        drop_planned(work.session, Subject.ENQUIRY, enquiry.id, steps, work.now)
        round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
        plan(
            work,
            Subject.ENQUIRY,
            enquiry.id,
            plan_anew(steps, enquiry, work.organisation, work.now, round_),
        )
    _hand_over_tasks(work, enquiry, people)
    _words_without_them(work, enquiry, people, by, OPEN if given_stands else OPEN | GIVEN)


def _words_without_them(
    work: Work, enquiry: Enquiry, people: Sequence[str], by: str, counted: Collection[SignOffState]
) -> None:
    """Their yes does not count and is not asked for, nor what they know of the facts; the officer finds somebody in their place."""
    if enquiry.statement_id is None or enquiry.status in (Status.RESPONDED, Status.CLOSED):
        return
    theirs = [one for one in sign_offs_of(work.session, enquiry.id) if one.person in people and one.state in counted]
    statement_ends.take_back(work, theirs, Deed.ASK_SIGN_OFF, by, states=counted, steps=None)
    facts = [one for one in fact_checks_of(work.session, enquiry.id) if one.person in people]
    statement_ends.drop_checks(work, facts, Deed.ASK_SIGN_OFF, by, steps=None)
    for one in theirs:
        if one.statement_id == enquiry.statement_id:
            tasks.make(work, enquiry, TaskKind.REPLACE, by=by, about=one.person)
    _stand_again(work, enquiry)


def _stand_again(work: Work, enquiry: Enquiry) -> None:
    """Where nothing is approved any more, or nobody is asked any more, the words are with the officer again."""
    work.session.flush()
    brief = read_brief(work.session, enquiry)
    waiting = brief.statement and any(one.state in OPEN for one in brief.asked_of(brief.statement))
    unready = enquiry.status == Status.READY and approved(brief) is None
    if unready or (enquiry.status == Status.AWAITING_SIGN_OFF and not waiting):
        enquiry.status = Status.AWAITING_SIGN_OFF if waiting else Status.IN_PROGRESS


def _waits(nudge: Nudge, people: Sequence[str]) -> bool:
    return nudge.state == NudgeState.SENT and nudge.person in people


def _officer_stands_down(work: Work, enquiry: Enquiry, people: Sequence[str], by: str) -> bool:
    """Without an officer it is new again, or, where words are under way, with whoever arranged this. Whether someone is to be asked."""
    if enquiry.officer not in people or not enquiry.is_open:
        return False
    enquiry.officer = enquiry.claimed_at = None
    if enquiry.status == Status.IN_PROGRESS:
        enquiry.status = Status.NEW
        return True
    enquiry.officer = by if by not in people else owner_of(enquiry, work.organisation, work.now)
    enquiry.claimed_at = work.now
    return False


def _lead_stands_down(work: Work, enquiry: Enquiry, people: Sequence[str]) -> bool:
    if enquiry.lead not in people and enquiry.lead_acknowledged_by not in people:
        return False
    enquiry.lead = first_lead(asked_around(work.organisation, enquiry), enquiry.service_area)
    enquiry.lead_acknowledged_by = enquiry.lead_acknowledged_at = None
    return True


def _close_requests(work: Work, enquiry: Enquiry, people: Sequence[str]) -> None:
    """What they were asked about the enquiry itself is dealt with, without a word of how."""
    for nudge in nudges_of(work.session, Subject.ENQUIRY, enquiry.id):
        if _waits(nudge, people):
            _settle(work, nudge)


def _take_back(work: Work, enquiry: Enquiry, people: Sequence[str]) -> None:
    """Everything else that stands with them about it says so too: words to sign off, facts to check, things to do, and older requests."""
    for nudge in nudges_around(work.session, enquiry.id, people):
        found_then = nudge.step in OFFICER_STEPS or nudge.subject in (Subject.ENQUIRY, Subject.CALL)
        if nudge.state == NudgeState.PLANNED and not found_then:  # whoever deals with it is looked up at its moment
            nudge.state, nudge.settled_at = NudgeState.MOOT, work.now
        elif nudge.state == NudgeState.SENT:
            _settle(work, nudge)
        elif nudge.state == NudgeState.SETTLED:
            telling.nudge(work, nudge)
    for one in involved_in(work.session, enquiry.id):
        if one.person in people and one.told_at:
            telling.involved(work, one)


def _settle(work: Work, nudge: Nudge) -> None:
    nudge.state, nudge.settled_at, nudge.settled_by, nudge.settled_how = NudgeState.SETTLED, work.now, None, ""
    telling.nudge(work, nudge)


def _hand_over_tasks(work: Work, enquiry: Enquiry, people: Sequence[str]) -> None:
    for task in tasks_of(work.session, enquiry.id):
        owner = owner_of(enquiry, work.organisation, work.now)
        if task.state != TaskState.OPEN or task.owner not in people or owner is None:
            continue
        for nudge in nudges_of(work.session, Subject.TASK, task.id):
            if _waits(nudge, people):
                _settle(work, nudge)
        task.owner = owner
        drop_planned(work.session, Subject.TASK, task.id, None, work.now)
        plan(
            work,
            Subject.TASK,
            task.id,
            plan_task(task, work.organisation, work.now, next_round(work, Subject.TASK, task.id)),
        )
