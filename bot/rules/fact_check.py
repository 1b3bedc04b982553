"""Fact checks: who can be asked, when, and whether an answer is still waited for."""

from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sensitivity import may_read
from bot.rules.sign_off_asked import check_not_over
from storage.brief import Brief
from storage.kinds import CheckState, Status
from storage.organisation import Organisation
from storage.statement import FactCheck, Statement


def check_statement_to_check(brief: Brief) -> Statement:
    """The version to ask about. Raises `Refused` where there is none, or the words have gone."""
    _check_at_work(brief)
    if brief.statement is None:
        raise Refused(Reason.DRAFT_FIRST)
    return brief.statement


def check_same_words(field: str, version: int, statement: Statement) -> None:
    """Pass where the words are those that stood when the form was opened. Raises `FormRefused`: nobody asks about words unseen."""
    if version and version != statement.version:
        raise FormRefused({field: Refused(Reason.NEWER_WORDS, by=statement.drafted_by, version=statement.version)})


def check_checker(person: str, brief: Brief, organisation: Organisation) -> None:
    """Pass, or raise `Refused`: nobody who is left out, not the author, and of a restricted enquiry only those who may read it."""
    if not person:
        raise Refused(Reason.MISSING)
    if brief.statement is not None and person == brief.statement.drafted_by:
        raise Refused(Reason.OWN_WORDS, by=person)
    enquiry = brief.enquiry
    if person in enquiry.excluded or (enquiry.restricted and not may_read(person, enquiry, organisation)):
        raise Refused(Reason.CANNOT_BE_ASKED, by=person)


def suggested_checker(brief: Brief, organisation: Organisation) -> str | None:
    """Whoever raised it knows the case best, or else the one who answers for the service."""
    enquiry = brief.enquiry
    for person in (enquiry.raised_by, enquiry.lead_acknowledged_by, enquiry.lead):
        if person and can_check(person, brief, organisation):
            return person
    return None


def can_check(person: str, brief: Brief, organisation: Organisation) -> bool:
    """Whether someone can be asked."""
    try:
        check_checker(person, brief, organisation)
    except Refused:
        return False
    return True


def check_still_checked(asked: FactCheck, brief: Brief) -> None:
    """Pass, or raise `Refused` saying what has happened instead."""
    _check_at_work(brief)
    if asked.state in (CheckState.CORRECT, CheckState.WRONG):
        raise Refused(Reason.CHECKED_ALREADY)
    newest = brief.statement is not None and asked.statement_id == brief.statement.id
    if asked.state != CheckState.ASKED or not newest:
        raise Refused(Reason.NOT_ASKED_ANY_MORE)


def _check_at_work(brief: Brief) -> None:
    """Pass while it is being worked on, or raise `Refused`."""
    check_not_over(brief)
    if brief.enquiry.status == Status.NEW:
        raise Refused(Reason.CLAIM_FIRST)
