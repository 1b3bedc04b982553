"""The verbs around an answer: record what was sent, and correct that record. Nothing else than the approved words can be recorded
as sent, unless the head of communications says why.
"""

from bot.desk import statement_ends, tasks, telling, ties
from bot.desk.changing import plain
from bot.desk.planning import plan
from bot.desk.work import Work, verb
from bot.rules.coverage_asking import plan_coverage
from bot.rules.deeds import Deed
from bot.rules.lines import check_line_fresh
from bot.rules.moves import check_move
from bot.rules.permissions import check
from bot.rules.pre_election import waits_for_monitoring_officer
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.response_form import ResponseForm, check_response
from bot.rules.sign_off import approved, check_sending, overrides, same_words
from storage.brief import Brief, read_brief
from storage.enquiry import Enquiry
from storage.involved import involved_in
from storage.kinds import DeliveryKind, Part, Status, Step, Subject, Told
from storage.line import get_line
from storage.nudge import nudges_of


@verb
def respond(work: Work, enquiry_id: int, form: ResponseForm, *, person: str) -> Enquiry:
    """Record what was said, by whom, how and when; the person who raised it hears the words, and so does anyone who may be named.

    Raises FormRefused, field by field, and Refused where these words may not go.
    """
    enquiry = work.enquiry(enquiry_id)
    check(Deed.RESPOND, person, work.organisation, enquiry)
    form = check_response(form, work.now, restricted=enquiry.restricted)
    recorded = enquiry.status in (Status.RESPONDED, Status.CLOSED) and enquiry.responded_by == person
    if recorded and same_words(enquiry.response, form.words):
        return enquiry  # the same form twice
    check_move(enquiry, Status.RESPONDED, deed=Deed.RESPOND)
    brief = read_brief(work.session, enquiry)
    if waits_for_monitoring_officer(enquiry, brief.tasks, work.organisation):
        raise Refused(Reason.MONITORING_OFFICER_FIRST)
    overridden = _check_words(work, brief, form, person)
    enquiry.status = Status.RESPONDED
    enquiry.responded_by, enquiry.responded_at = person, form.responded_at or work.now
    _write(enquiry, form, _as_approved(brief, form.words), person, overridden=overridden)
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.RESPOND, person)
    tasks.start_check_ins(work, enquiry)
    statement_ends.end(work, enquiry, Deed.RESPOND, person)
    telling.moved(work, enquiry, person, Deed.RESPOND, _details(enquiry))
    telling.news(work, enquiry, "responded")
    _tell_others(work, enquiry, "responded")
    plan(work, Subject.ENQUIRY, enquiry.id, plan_coverage(enquiry, work.organisation, work.now, _round(work, enquiry)))
    return enquiry


@verb
def correct(work: Work, enquiry_id: int, form: ResponseForm, *, person: str) -> Enquiry:
    """Correct what was recorded. Other words than before are told to everyone who had the first ones."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.CORRECT_RESPONSE, person, work.organisation, enquiry)
    if enquiry.responded_at is None:
        raise Refused(Reason.NO_RESPONSE_YET)
    form = check_response(form, work.now, restricted=enquiry.restricted)
    brief = read_brief(work.session, enquiry)
    other_words = not same_words(form.words, enquiry.response)
    overridden = _check_words(work, brief, form, person) if other_words else bool(enquiry.override_because)
    before = _details(enquiry)
    enquiry.responded_at = form.responded_at or enquiry.responded_at
    _write(enquiry, form, _as_approved(brief, form.words), person, overridden=overridden)
    after = _details(enquiry)
    changed: dict[str, object] = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
    if not changed:
        return enquiry
    telling.moved(work, enquiry, person, Deed.CORRECT_RESPONSE, changed)
    telling.news(work, enquiry, "responded")  # what stands in their inbox says the right words from now on
    _tell_others(work, enquiry, "responded")
    if other_words:
        _announce(work, enquiry)
    return enquiry


def _check_words(work: Work, brief: Brief, form: ResponseForm, person: str) -> bool:
    """Whether these words go although they are not the approved ones. Raises FormRefused where they may not go at all."""
    because = form.override_because
    try:
        check_sending(brief, form.words, work.organisation, person=person, override_because=because)
        _check_line(work, brief, form)
    except Refused as refused:
        raise FormRefused({"override_because" if because else "response": refused}) from refused
    return bool(because) and overrides(brief, form.words)


def _check_line(work: Work, brief: Brief, form: ResponseForm) -> None:
    latest = brief.statement
    if latest is not None and latest.from_line and not form.override_because:
        line = get_line(work.session, latest.from_line)
        check_line_fresh(brief, form.words, line, work.organisation, work.now)


def _as_approved(brief: Brief, words: str) -> str:
    """The approved words, or those recorded before, as they stand, where these are they: a form breaks a long text into boxes."""
    ready, recorded = approved(brief), brief.enquiry.response
    if ready is not None and same_words(ready.words, words):
        return ready.words
    return recorded if same_words(recorded, words) else words


def _write(enquiry: Enquiry, form: ResponseForm, words: str, person: str, *, overridden: bool) -> None:
    enquiry.response, enquiry.response_to, enquiry.response_way = words, form.response_to, form.way
    enquiry.family_told = Told(form.family_told) if form.family_told else None
    enquiry.family_told_by, enquiry.family_wish = form.family_told_by, form.family_wish
    enquiry.family_not_told_because = form.family_not_told_because
    if overridden and form.override_because:
        enquiry.override_because, enquiry.override_by = form.override_because, person
    elif not overridden:
        enquiry.override_because, enquiry.override_by = "", None


def _details(enquiry: Enquiry) -> dict[str, object]:
    """What the audit trail keeps of the answer."""
    return {
        "response": enquiry.response,
        "to": enquiry.response_to,
        "way": enquiry.response_way,
        "at": plain(enquiry.responded_at),
        "family_told": str(enquiry.family_told) if enquiry.family_told else None,
        "family_told_by": enquiry.family_told_by,
        "family_wish": enquiry.family_wish,
        "family_not_told_because": enquiry.family_not_told_because,
        "override_because": enquiry.override_because,
    }


def _tell_others(work: Work, enquiry: Enquiry, what: str) -> None:
    """Those who may be named, and those who raised what was closed for it, hear what was said, each privately."""
    ties.tell_askers(work, enquiry, what, telling.news_key(enquiry, what))
    for person in _named(work, enquiry):
        _to_named(work, enquiry, person, what, key=f"{telling.news_key(enquiry, what)}:{person}")


def _announce(work: Work, enquiry: Enquiry) -> None:
    """The words have been corrected: a message of its own, since an edit is easily missed."""
    key = f"news:enquiry:{enquiry.id}:corrected:{enquiry.version}"
    work.deliver(
        DeliveryKind.ENQUIRY_NEWS,
        key=key,
        lane=enquiry.raised_by,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        detail="corrected",
    )
    ties.tell_askers(work, enquiry, "corrected", key)
    for person in _named(work, enquiry):
        _to_named(work, enquiry, person, "corrected", key=f"{key}:{person}")


def _to_named(work: Work, enquiry: Enquiry, person: str, what: str, *, key: str) -> None:
    work.deliver(
        DeliveryKind.ENQUIRY_NEWS,
        key=key,
        lane=person,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        detail=f"named_{what}",
    )


def _named(work: Work, enquiry: Enquiry) -> list[str]:
    heard = {enquiry.raised_by, *enquiry.excluded}
    return [
        one.person
        for one in involved_in(work.session, enquiry.id)
        if one.part == Part.MAY_BE_NAMED and one.person not in heard
    ]


def _round(work: Work, enquiry: Enquiry) -> int:
    """An enquiry that was reopened and answered again is asked about again."""
    asked = nudges_of(work.session, Subject.ENQUIRY, enquiry.id)
    return max((one.round for one in asked if one.step == Step.COVERAGE), default=0) + 1
