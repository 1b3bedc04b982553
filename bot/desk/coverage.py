"""The verbs of what comes of an answer: note what was published, take a piece off, say that nothing came out, note what was learnt."""

from bot.desk import tasks, telling
from bot.desk.work import Work, verb
from bot.rules.coverage_form import CoverageForm, check_coverage, check_learnt
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.working_time import local
from storage.coverage import Coverage, coverage_of, get_coverage
from storage.enquiry import Enquiry
from storage.kinds import Subject, Tone


@verb
def record(work: Work, enquiry_id: int, form: CoverageForm, *, form_id: str, person: str) -> Enquiry:
    """Note one published piece, once for each form. Coverage may come before the answer does. Raises FormRefused, field by field."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.RECORD_COVERAGE, person, work.organisation, enquiry)
    form = check_coverage(form, local(work.organisation.calendar, work.now).date())
    known = coverage_of(work.session, enquiry.id)
    if any(piece.form_id == form_id for piece in known):
        return enquiry  # the same form twice
    if form.link and any(_same_page(piece.link, form.link) for piece in known):
        raise FormRefused({"coverage_link": Refused(Reason.NOTED_ALREADY)})
    assert form.day is not None  # checked above
    piece = Coverage(
        enquiry_id=enquiry.id,
        link=form.link,
        published_on=form.day,
        tone=Tone(form.tone),
        our_words=form.our_words == "yes",
        added_by=person,
        added_at=work.now,
        title=form.title,
        form_id=form_id,
    )
    work.session.add(piece)
    tasks.start_check_ins(work, enquiry)
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.RECORD_COVERAGE, person)
    telling.moved(work, enquiry, person, Deed.RECORD_COVERAGE, _details(piece))
    return enquiry


@verb
def take_off(work: Work, coverage_id: int, *, person: str) -> Enquiry:
    """Take a piece off that was noted by mistake. What it said stays in the audit trail."""
    piece = get_coverage(work.session, coverage_id)
    if piece is None:
        raise Refused(Reason.NOT_FOUND)
    enquiry = work.enquiry(piece.enquiry_id)
    check(Deed.TAKE_OFF_COVERAGE, person, work.organisation, enquiry)
    work.session.delete(piece)
    telling.moved(work, enquiry, person, Deed.TAKE_OFF_COVERAGE, _details(piece))
    return enquiry


@verb
def nothing_published(work: Work, enquiry_id: int, *, person: str) -> Enquiry:
    """Say that nothing came out: nobody is asked about it any more."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.NOTHING_PUBLISHED, person, work.organisation, enquiry)
    if enquiry.responded_at is None:
        raise Refused(Reason.NO_RESPONSE_YET)
    if coverage_of(work.session, enquiry.id):
        raise Refused(Reason.PUBLISHED_ALREADY)
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.NOTHING_PUBLISHED, person)
    telling.moved(work, enquiry, person, Deed.NOTHING_PUBLISHED)
    return enquiry


@verb
def note_learnt(work: Work, enquiry_id: int, learnt: str, *, person: str) -> Enquiry:
    """Note what was learnt; empty takes it away. Raises FormRefused."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.NOTE_LEARNT, person, work.organisation, enquiry)
    learnt = check_learnt(learnt)
    if learnt == enquiry.learnt:
        return enquiry
    changed: dict[str, object] = {"learnt": [enquiry.learnt, learnt]}
    enquiry.learnt = learnt
    telling.moved(work, enquiry, person, Deed.NOTE_LEARNT, changed)
    return enquiry


def _same_page(one: str, other: str) -> bool:
    return one.split("#", maxsplit=1)[0].rstrip("/") == other.split("#", maxsplit=1)[0].rstrip("/")


def _details(piece: Coverage) -> dict[str, object]:
    return {
        "link": piece.link,
        "title": piece.title,
        "published_on": piece.published_on.isoformat(),
        "tone": str(piece.tone),
        "our_words": piece.our_words,
    }
