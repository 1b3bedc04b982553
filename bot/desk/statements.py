"""The verbs of a statement: draft a version, and read one beside the version before it."""

from bot.desk import statement_ends, telling
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.moves import check_move
from bot.rules.nudge_policy import SIGN_OFF_STEPS
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sign_off import same_words
from bot.rules.statement_form import BOXES, StatementForm, check_statement, fingerprint_of
from storage.brief import Brief, read_brief
from storage.enquiry import get_enquiry
from storage.kinds import Status, Step
from storage.statement import Statement, get_statement


@verb
def draft(
    work: Work, enquiry_id: int, form: StatementForm, *, form_id: str, person: str, from_line: int | None = None
) -> Statement:
    """Save the words as a new version, once for each form; the same words again are the same version.

    Whatever was asked for the version before is taken back: new words need a new yes. Raises FormRefused, field by field; with
    NEWER_VERSION where someone else has written one since the form was opened.
    """
    form = check_statement(form)
    enquiry = work.enquiry(enquiry_id)
    check(Deed.DRAFT, person, work.organisation, enquiry)
    brief = read_brief(work.session, enquiry)
    for known in brief.statements:
        if known.form_id == form_id and same_words(known.words, form.whole):
            return known  # the same form twice
    check_move(enquiry, Status.IN_PROGRESS, deed=Deed.DRAFT)
    latest = brief.statement
    if latest is not None and latest.words == form.whole:
        return latest
    if latest is not None and latest.version > form.base:
        raise FormRefused({BOXES[0]: Refused(Reason.NEWER_VERSION, by=latest.drafted_by, version=latest.version)})
    return write(work, brief, form, form_id, person, from_line)


def write(work: Work, brief: Brief, form: StatementForm, form_id: str, person: str, from_line: int | None) -> Statement:
    """Write the next version, within a verb that has checked that it may be. What was asked for the one before is taken back."""
    enquiry, latest = brief.enquiry, brief.statement
    statement_ends.take_back(work, brief.sign_offs, Deed.DRAFT, person, steps=NO_LONGER)
    statement_ends.drop_checks(work, brief.fact_checks, Deed.DRAFT, person)
    made = Statement(
        enquiry_id=enquiry.id,
        version=(latest.version if latest else 0) + 1,
        words=form.whole,
        drafted_by=person,
        drafted_at=work.now,
        note=form.note,
        from_line=from_line,
        form_id=form_id,
    )
    work.session.add(made)
    work.session.flush()
    enquiry.statement_id, enquiry.status = made.id, Status.IN_PROGRESS
    telling.moved(work, enquiry, person, Deed.DRAFT, about(made))
    return made


NO_LONGER = SIGN_OFF_STEPS | {Step.READY_TO_SEND, Step.CHANGE_ASKED, Step.STOPPED}
"""What new words settle: everything about the old ones."""


def about(statement: Statement) -> dict[str, object]:
    """Which words, for the audit trail: the version, and the fingerprint of what was said in it."""
    return {"statement": statement.id, "version": statement.version, "sha256": fingerprint_of(statement.words)}


@verb
def read(work: Work, statement_id: int, *, person: str) -> tuple[Statement, Brief]:
    """One version with everything around it, for those who may read the enquiry; audited when it is restricted."""
    statement = get_statement(work.session, statement_id)
    enquiry = get_enquiry(work.session, statement.enquiry_id) if statement else None
    if statement is None or enquiry is None:
        raise Refused(Reason.NOT_FOUND)
    check(Deed.READ, person, work.organisation, enquiry)
    work.opened(enquiry, person, {"version": statement.version})
    return statement, read_brief(work.session, enquiry)
