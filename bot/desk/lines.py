"""The verbs of lines: keep an approved statement for another time, use one, take one out of use, read one or a page of them.

Whoever sees the words or the topic of a private line is in the audit trail.
"""

from dataclasses import dataclass
from datetime import date

from bot.desk import statements, telling
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.lines import LINES_A_PAGE, LineForm, check_line, check_review, check_use, line_reader, may_read_line
from bot.rules.moves import check_move
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.sign_off import approved, same_words
from bot.rules.statement_form import StatementForm
from bot.rules.working_time import local
from storage.audit import AuditEntry, actions_done
from storage.brief import read_brief
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import Status, Subject
from storage.line import (
    Line,
    LineUse,
    Uses,
    count_of_lines,
    get_line,
    line_of_statement,
    lines_in_use,
    note_use,
    readable_line,
    uses_of,
)


@dataclass(frozen=True, slots=True)
class LinesPage:
    """A page of the lines that someone may read, and where it lies among them all."""

    lines: tuple[Line, ...]
    uses: dict[int, Uses]
    count: int
    start: int


@dataclass(frozen=True, slots=True)
class OneLine:
    """A line with what is known of it. `origin`: the enquiry in which it was approved; `about`: the one it may be used in;
    `looked`: when somebody last said that it is still right."""

    line: Line
    uses: Uses | None
    origin: Enquiry | None
    about: Enquiry | None
    looked: AuditEntry | None


@verb
def keep(work: Work, enquiry_id: int, form: LineForm, *, form_id: str, person: str) -> Line:
    """Keep the approved statement of an enquiry as a line, once for each statement. Raises FormRefused, field by field."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.KEEP_LINE, person, work.organisation, enquiry)
    form = check_line(form, work.organisation, work.now)
    statement = approved(read_brief(work.session, enquiry))
    if statement is None:
        raise Refused(Reason.NOT_APPROVED)
    kept = line_of_statement(work.session, statement.id)
    if kept is not None:
        return kept
    assert form.day is not None  # checked above
    line = Line(
        topic=form.topic,
        service_area=form.service_area,
        words=statement.words,
        review_on=form.day,
        kept_by=person,
        kept_at=work.now,
        enquiry_id=enquiry.id,
        statement_id=statement.id,
        restricted=enquiry.restricted,
        form_id=form_id,
    )
    work.session.add(line)
    work.session.flush()
    details: dict[str, object] = {"topic": line.topic, "area": line.service_area, "review_on": form.day.isoformat()}
    work.audit(person, Deed.KEEP_LINE, Subject.LINE, line.id, details)
    telling.moved(work, enquiry, person, Deed.KEEP_LINE, {"line": line.id, "statement": statement.id})
    return line


@verb
def use(work: Work, line_id: int, enquiry_id: int, *, person: str) -> Enquiry:
    """Make a line the next version of an enquiry's statement; whatever sign-off the enquiry needs, it needs still."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.USE_LINE, person, work.organisation, enquiry)
    line = get_line(work.session, line_id)
    if line is None:
        raise Refused(Reason.NOT_FOUND)
    if not _may_read(work, line, person):
        raise Refused(Reason.NOT_ALLOWED_TO_READ)
    check_use(line, enquiry)
    brief = read_brief(work.session, enquiry)
    latest = brief.statement
    if latest is not None and latest.from_line == line.id and same_words(latest.words, line.words):
        return enquiry  # the same press twice
    check_move(enquiry, Status.IN_PROGRESS, deed=Deed.DRAFT)
    statements.write(work, brief, StatementForm((line.words,)), "", person, line.id)
    note_use(work.session, LineUse(line_id=line.id, enquiry_id=enquiry.id, used_by=person, used_at=work.now))
    work.audit(person, Deed.USE_LINE, Subject.LINE, line.id, {"enquiry": enquiry.id})
    return enquiry


@verb
def line_to_review(work: Work, line_id: int, *, person: str) -> Line:
    """A line for the form that `review` takes, checked as that is."""
    line = _line_in_use(work, line_id, person)
    _note_reading(work, line, person)
    return line


@verb
def review(work: Work, line_id: int, day: date | None, *, person: str) -> None:
    """Somebody has read a line again and it is still true: it is looked at next by that day. Raises FormRefused at the day."""
    line = _line_in_use(work, line_id, person)
    before, line.review_on = line.review_on, check_review(day, work.organisation, work.now)
    changed: dict[str, object] = {"review_on": [before.isoformat(), line.review_on.isoformat()]}
    work.audit(person, Deed.REVIEW_LINE, Subject.LINE, line.id, changed)


@verb
def retire(work: Work, line_id: int, *, person: str) -> None:
    """Take a line out of use. Where it was used before, nothing changes."""
    line = _line_to_change(work, Deed.RETIRE_LINE, line_id, person)
    if line.retired_at is not None:
        return
    line.retired_at, line.retired_by = work.now, person
    work.audit(person, Deed.RETIRE_LINE, Subject.LINE, line.id)
    telling.no_longer_offered(work, [line])


def _line_in_use(work: Work, line_id: int, person: str) -> Line:
    line = _line_to_change(work, Deed.REVIEW_LINE, line_id, person)
    if line.retired_at is not None:
        raise Refused(Reason.LINE_RETIRED, by=line.retired_by)
    return line


def _line_to_change(work: Work, deed: Deed, line_id: int, person: str) -> Line:
    check(deed, person, work.organisation)
    line = get_line(work.session, line_id, lock=True)
    if line is None:
        raise Refused(Reason.NOT_FOUND)
    if not _may_read(work, line, person):
        raise Refused(Reason.NOT_ALLOWED_TO_READ)
    return line


@verb
def page_of(work: Work, *, person: str, start: int = 0) -> LinesPage:
    """A page of the lines in use, for the press office."""
    check(Deed.READ_LINES, person, work.organisation)
    reader = line_reader(person, work.organisation)
    today = local(work.organisation.calendar, work.now).date()
    lines = lines_in_use(work.session, reader, today=today, offset=start, limit=LINES_A_PAGE)
    for line in lines:
        _note_reading(work, line, person)
    uses = uses_of(work.session, [line.id for line in lines])
    return LinesPage(tuple(lines), uses, count_of_lines(work.session, reader), start)


def open_line(desk: Desk, line_id: int, *, person: str, enquiry_id: int | None = None) -> OneLine:
    """A line with its words, for those allowed; the enquiry given is the one it may be used in. Raises Refused."""
    opened = _open(desk, line_id, person=person, enquiry_id=enquiry_id)
    if opened is None:
        raise Refused(Reason.NOT_ALLOWED_TO_READ)
    return opened


@verb
def _open(work: Work, line_id: int, *, person: str, enquiry_id: int | None) -> OneLine | None:
    """None for those not allowed: raising here would undo the audit entry too."""
    line = get_line(work.session, line_id)
    if line is None:
        raise Refused(Reason.NOT_FOUND)
    if not _may_read(work, line, person):
        if line.restricted:
            work.audit(person, "turned_away", Subject.LINE, line.id)
        return None
    _note_reading(work, line, person)
    origin = get_enquiry(work.session, line.enquiry_id) if line.enquiry_id else None
    about = get_enquiry(work.session, enquiry_id) if enquiry_id else None
    looked = actions_done(work.session, Subject.LINE, line.id, Deed.REVIEW_LINE)
    uses = uses_of(work.session, [line.id]).get(line.id)
    return OneLine(line, uses, origin, about, looked[-1] if looked else None)


def _note_reading(work: Work, line: Line, person: str) -> None:
    if line.restricted:
        work.audit(person, "opened", Subject.LINE, line.id)


def _may_read(work: Work, line: Line, person: str) -> bool:
    reader = line_reader(person, work.organisation)
    allowed = may_read_line(person, line, work.organisation)
    return allowed and readable_line(work.session, line.id, reader) is not None
