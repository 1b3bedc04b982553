"""The verbs about people who are part of a matter: leave out, note who may be named, let them choose who is told."""

from collections.abc import Sequence

from bot.desk import hiding, left_out, tasks, telling
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.involved import (
    TellForm,
    check_choice,
    check_leaving_out,
    check_named,
    check_not_left_out,
    check_tell,
)
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.welfare import STEPS, answered_by_naming, needs_a_name, steps_missing, told_because_of
from storage.enquiry import Enquiry
from storage.involved import Involved, forget_involved, get_involved, involved_in, tasks_of
from storage.kinds import Mark, Part, Subject, TaskKind, TaskState


@verb
def leave_out(work: Work, enquiry_id: int, people: Sequence[str], *, person: str) -> Enquiry:
    """From now on exactly these people hear nothing of it, and are not told so. Raises FormRefused."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.LEAVE_OUT, person, work.organisation, enquiry)
    refused = check_leaving_out(people, enquiry.raised_by, work.organisation)
    if refused:
        raise FormRefused({"excluded": refused})
    left_out.set_left_out(work, enquiry, people, person)
    return enquiry


@verb
def may_be_named(work: Work, enquiry_id: int, colleague: str, *, person: str) -> Enquiry:
    """A colleague may be named or visited: they are told first, before anyone else, and are looked after. Raises FormRefused."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.NAME_STAFF, person, work.organisation, enquiry)
    check_named(colleague, enquiry)
    if colleague in enquiry.named:
        return enquiry  # the same form twice
    enquiry.named = [*enquiry.named, colleague]
    enquiry.marks = sorted({*enquiry.marks, Mark.STAFF_NAMED.value})
    if not enquiry.restricted:
        enquiry.restricted = True
        hiding.hide(work, enquiry)
    left_out.go_round(work, enquiry, [colleague], person)
    for asked in answered_by_naming(tasks_of(work.session, enquiry.id)):
        tasks.settle(work, enquiry, asked, TaskState.DONE, person)
    _tell(work, enquiry, [colleague], Part.MAY_BE_NAMED, person)
    for kind in steps_missing(tasks_of(work.session, enquiry.id), colleague):
        tasks.make(work, enquiry, kind, by=person, about=colleague)
    telling.moved(work, enquiry, person, Deed.NAME_STAFF, {"person": colleague})
    return enquiry


@verb
def not_named(work: Work, involved_id: int, *, person: str) -> Enquiry:
    """It was a mistake: they are told so, as is whoever was told of them, and what was to be done for them is not needed.

    It stays private, and what they handed over stays with whoever has it now.
    """
    one, enquiry = work.must_belong(get_involved, involved_id)
    check(Deed.UNNAME_STAFF, person, work.organisation, enquiry)
    if one.part != Part.MAY_BE_NAMED:
        return enquiry  # the same press twice
    enquiry.named = [colleague for colleague in enquiry.named if colleague != one.person]
    told = told_because_of(one, involved_in(work.session, enquiry.id), enquiry.named)
    for row in (one, *told):
        row.part = Part.WAS_NAMED if row is one else Part.WAS_TOLD
        telling.mistaken(work, row)
    for task in tasks_of(work.session, enquiry.id):
        if task.about == one.person and task.kind in STEPS and task.state == TaskState.OPEN:
            tasks.settle(work, enquiry, task, TaskState.NOT_NEEDED, person)
    telling.moved(work, enquiry, person, Deed.UNNAME_STAFF, {"person": one.person})
    return enquiry


def ask_for_a_name(work: Work, enquiry: Enquiry, by: str) -> None:
    """It is marked that a colleague may be named: the press office finds out who, so that they can be told first."""
    if needs_a_name(enquiry, tasks_of(work.session, enquiry.id)):
        tasks.make(work, enquiry, TaskKind.TELL_FIRST, by=by)


@verb
def choose_told(work: Work, involved_id: int, people: Sequence[str], *, person: str) -> Enquiry:
    """The person who may be named chooses who else is told. Raises FormRefused."""
    enquiry, theirs = _my_part(work, involved_id, person)
    check_choice(tuple(people), enquiry)
    told = _tell(work, enquiry, people, Part.TOLD, person)
    if told:
        telling.involved(work, theirs)
        telling.moved(work, enquiry, person, Deed.CHOOSE_TOLD, {"people": told})
    return enquiry


@verb
def tell_others(work: Work, enquiry_id: int, form: TellForm, *, person: str) -> Enquiry:
    """For someone's safety the press office tells others without waiting for the choice, and says why. Raises FormRefused."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.TELL_OTHERS, person, work.organisation, enquiry)
    form = check_tell(form, enquiry)
    told = _tell(work, enquiry, form.people, Part.TOLD, person, form.because)
    if told:
        telling.moved(work, enquiry, person, Deed.TELL_OTHERS, {"people": told, "because": form.because})
    return enquiry


@verb
def my_part(work: Work, involved_id: int, *, person: str) -> list[Involved]:
    """What the form of choosing needs, for the person who may be named: everyone's part. Raises Refused."""
    enquiry, _ = _my_part(work, involved_id, person)
    return involved_in(work.session, enquiry.id)


@verb
def told_to_read(work: Work, involved_id: int, *, person: str) -> tuple[Involved, list[Involved], Enquiry]:
    """What someone was told, for them alone; that they read it is written down. Raises Refused."""
    enquiry, one = _part(work, involved_id, Part.TOLD, person)
    work.audit(person, "opened", Subject.ENQUIRY, enquiry.id, {"for": str(Part.TOLD)})
    return one, involved_in(work.session, enquiry.id), enquiry


def _my_part(work: Work, involved_id: int, person: str) -> tuple[Enquiry, Involved]:
    return _part(work, involved_id, Part.MAY_BE_NAMED, person)


def _part(work: Work, involved_id: int, part: Part, person: str) -> tuple[Enquiry, Involved]:
    one, enquiry = work.must_belong(get_involved, involved_id)
    if one.part != part:
        raise Refused(Reason.NOT_FOUND)
    if one.person != person:  # first, so that somebody who is left out hears no other word here than anyone else
        raise Refused(Reason.NOT_YOUR_NUDGE)
    check_not_left_out(person, enquiry)
    return enquiry, one


def _tell(work: Work, enquiry: Enquiry, people: Sequence[str], part: Part, by: str, reason: str = "") -> list[str]:
    """Each gets a private word, once. Those told now come back."""
    already = {one.person for one in involved_in(work.session, enquiry.id) if one.part in (part, Part.MAY_BE_NAMED)}
    told = [one for one in dict.fromkeys(people) if one not in already]
    for mistaken in (Part.WAS_NAMED, Part.WAS_TOLD):
        forget_involved(work.session, enquiry.id, told, mistaken)  # not so mistaken after all
    for person in told:
        row = Involved(
            enquiry_id=enquiry.id,
            person=person,
            part=part,
            added_by=by,
            added_at=work.now,
            told_at=work.now,
            reason=reason,
        )
        work.session.add(row)
        work.session.flush()
        telling.involved(work, row)
    return told
