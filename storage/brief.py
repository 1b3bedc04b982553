"""The brief: an enquiry with everything that is known around it, read at once."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from storage.audit import AuditEntry, entries_of
from storage.call_request import CallRequest, calls_of
from storage.coverage import Coverage, coverage_of
from storage.enquiry import Enquiry
from storage.involved import Involved, Task, involved_in, tasks_of
from storage.kinds import Status, Subject
from storage.line import EVERYONE, Line, LineReader, get_line, lines_of_area
from storage.links import EnquiryLink, linked_enquiries, links_of
from storage.nudge import Nudge, nudges_of
from storage.press import Press
from storage.statement import FactCheck, SignOff, Statement, fact_checks_of, sign_offs_of, statements_of
from storage.story_brief import Beside
from storage.thread_note import ThreadNote, notes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything known around one enquiry. A test builds one from records alone; what is not given is empty."""

    enquiry: Enquiry
    statements: tuple[Statement, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    fact_checks: tuple[FactCheck, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    involved: tuple[Involved, ...] = ()
    tasks: tuple[Task, ...] = ()
    links: tuple[EnquiryLink, ...] = ()
    linked: tuple[Enquiry, ...] = ()  # the enquiries at their other ends
    lines: tuple[Line, ...] = ()  # those of its service that its reader may read, while there are no words yet
    taken_from: Line | None = None  # the line that the latest words were taken from
    notes: tuple[ThreadNote, ...] = ()
    entries: tuple[AuditEntry, ...] = ()
    nudges: tuple[Nudge, ...] = ()  # about the enquiry itself
    calls: tuple[CallRequest, ...] = ()
    good_news: tuple[Beside, ...] = ()  # to set beside it, for the press office; read apart
    press: Press | None = None  # who asks and what is like it, as far as the reader may see; read apart

    @property
    def statement(self) -> Statement | None:
        """The latest version of the words."""
        return self.statements[-1] if self.statements else None

    def asked_of(self, statement: Statement) -> tuple[SignOff, ...]:
        """The sign-offs asked for one version."""
        return tuple(one for one in self.sign_offs if one.statement_id == statement.id)


def read_brief(session: Session, enquiry: Enquiry, reader: LineReader = EVERYONE) -> Brief:
    """The brief of an enquiry: a fixed number of statements, however much there is.

    `reader`: whose lines are read. Private lines are for private enquiries alone.
    """
    statements, links = statements_of(session, enquiry.id), links_of(session, enquiry.id)
    return Brief(
        enquiry=enquiry,
        statements=tuple(statements),
        lines=_lines(session, enquiry, statements, reader if enquiry.restricted else EVERYONE),
        taken_from=_taken_from(session, statements),
        sign_offs=tuple(sign_offs_of(session, enquiry.id)),
        fact_checks=tuple(fact_checks_of(session, enquiry.id)),
        coverage=tuple(coverage_of(session, enquiry.id)),
        involved=tuple(involved_in(session, enquiry.id)),
        tasks=tuple(tasks_of(session, enquiry.id)),
        links=tuple(links),
        linked=tuple(linked_enquiries(session, enquiry.id)) if links else (),
        notes=tuple(notes_of(session, enquiry.id)),
        entries=tuple(entries_of(session, Subject.ENQUIRY, enquiry.id)),
        nudges=tuple(nudges_of(session, Subject.ENQUIRY, enquiry.id)),
        calls=tuple(calls_of(session, enquiry.id)),
    )


def _taken_from(session: Session, statements: list[Statement]) -> Line | None:
    line_id = statements[-1].from_line if statements else None
    return get_line(session, line_id) if line_id is not None else None


def card_brief(session: Session, enquiry: Enquiry) -> Brief:
    """As much of the brief as a card shows: a card is drawn at every change, so nothing is read that it does not need."""
    statements, links = statements_of(session, enquiry.id), links_of(session, enquiry.id)
    return Brief(
        enquiry=enquiry,
        statements=tuple(statements),
        lines=() if enquiry.restricted else _lines(session, enquiry, statements, EVERYONE),
        sign_offs=tuple(sign_offs_of(session, enquiry.id)),
        fact_checks=tuple(fact_checks_of(session, enquiry.id)),
        coverage=tuple(coverage_of(session, enquiry.id)),
        tasks=tuple(tasks_of(session, enquiry.id)),
        nudges=tuple(nudges_of(session, Subject.ENQUIRY, enquiry.id)),
        links=tuple(links),
        linked=tuple(linked_enquiries(session, enquiry.id)) if links else (),
    )


def _lines(session: Session, enquiry: Enquiry, statements: list[Statement], reader: LineReader) -> tuple[Line, ...]:
    """Lines are looked at while an enquiry is open and has no words of its own."""
    if statements or enquiry.status not in (Status.NEW, Status.IN_PROGRESS):
        return ()
    return tuple(lines_of_area(session, enquiry.service_area, reader))
