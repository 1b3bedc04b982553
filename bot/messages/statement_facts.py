"""Who was asked about a statement and what they said: in one sentence for the card, line by line for the page. No words of its own text."""

from datetime import datetime

from bot.messages import line_page
from bot.messages.mrkdwn import in_words, inline, listed, moment
from bot.messages.parts import Block, section
from bot.messages.people import name
from bot.messages.wording import statements as words
from bot.rules.pre_election import waits_for_monitoring_officer
from bot.rules.sign_off import approved
from storage.brief import Brief
from storage.kinds import CheckState, SignOffPart, SignOffState, Status, Terms
from storage.organisation import Organisation
from storage.statement import FactCheck, SignOff, Statement

MOST_TOPIC = 150


def standing(brief: Brief, organisation: Organisation) -> str:
    """Version 2, signed off by Priya Shah; waiting for Joan Whitfield. "" where there are no words yet."""
    statement = brief.statement
    if statement is None:
        return ""
    asked = brief.asked_of(statement)
    if not any(one.state != SignOffState.VOIDED for one in asked):
        said = [words.NOT_ASKED.format(version=statement.version)]
    else:
        said = [_signed(statement, asked, organisation), *_others(brief, asked, organisation)]
    return f"{'; '.join([*said, *_checked(brief, statement, organisation)])}."


def _signed(statement: Statement, asked: tuple[SignOff, ...], organisation: Organisation) -> str:
    signed = _names(asked, SignOffState.APPROVED, organisation)
    version = words.VERSION.format(version=statement.version)
    return f"{version}, {words.SIGNED_BY.format(names=signed)}" if signed else version


def _others(brief: Brief, asked: tuple[SignOff, ...], organisation: Organisation) -> list[str]:
    """What stands beside the yeses."""
    ready = brief.enquiry.status == Status.READY and approved(brief) is not None
    sayings = (
        (SignOffState.WAIVED, words.WAIVED_BY),
        (SignOffState.CHANGE_ASKED, words.CHANGE_BY),
        (SignOffState.ASKED, words.WAITING_FOR),
    )
    said = [saying.format(names=names) for state, saying in sayings if (names := _names(asked, state, organisation))]
    waits = waits_for_monitoring_officer(brief.enquiry, brief.tasks, organisation)
    return [*said, *([words.READY_BUT_POLITICAL if waits else words.READY] if ready else [])]


def _names(asked: tuple[SignOff, ...], state: SignOffState, organisation: Organisation) -> str:
    return listed([name(organisation, one.person) for one in asked if one.state == state])


def _checked(brief: Brief, statement: Statement, organisation: Organisation) -> list[str]:
    checks = [one for one in brief.fact_checks if one.statement_id == statement.id]
    sayings = (
        (CheckState.ASKED, words.FACTS_WITH),
        (CheckState.CORRECT, words.FACTS_RIGHT),
        (CheckState.WRONG, words.FACTS_WRONG),
    )
    said = []
    for state, saying in sayings:
        names = listed([name(organisation, one.person) for one in checks if one.state == state])
        if names:
            said.append(saying.format(names=names))
    return said


def asked_line(one: SignOff, organisation: Organisation, *, turned_down: bool = False) -> str:
    """One person's part in a sign-off: "Joan Whitfield, for legal, said yes, today at 14:10"."""
    zone = organisation.calendar.zone
    said = words.STATE[SignOffState(one.state)]
    if one.state == SignOffState.VOIDED and one.answered_at is not None:
        said = words.VOIDED_YES
    elif one.state == SignOffState.ASKED and turned_down:
        said = words.TURNED_DOWN
    return said.format(
        who=f"*{who(one, organisation)}*",
        due=moment(one.due_at, zone) if one.due_at else "",
        moment=moment(one.answered_at, zone) if one.answered_at else "",
    )


def who(one: SignOff, organisation: Organisation) -> str:
    """A name with the part it is asked for, and in whose place, set apart by commas on both sides."""
    place = words.FOR_WHOM.format(who=name(organisation, one.for_whom)) if one.for_whom else ""
    parts = [part for part in (words.PART[SignOffPart(one.part)], place) if part]
    return ", ".join([name(organisation, one.person), *parts]) + ("," if parts else "")


def check_line(one: FactCheck, organisation: Organisation) -> str:
    """One fact check in a line."""
    said = {
        CheckState.ASKED: words.CHECK_ASKED,
        CheckState.CORRECT: words.CHECK_RIGHT,
        CheckState.WRONG: words.CHECK_WRONG,
        CheckState.DROPPED: words.CHECK_DROPPED,
    }[CheckState(one.state)]
    zone = organisation.calendar.zone
    answered = moment(one.answered_at, zone) if one.answered_at else ""
    return said.format(who=f"*{name(organisation, one.person)}*", due=moment(one.due_at, zone), moment=answered)


def drafted_line(statement: Statement, organisation: Organisation, line: str = words.PAGE_VERSION) -> str:
    """Which version, by whom and when."""
    when = moment(statement.drafted_at, organisation.calendar.zone)
    return line.format(version=statement.version, who=name(organisation, statement.drafted_by), moment=when)


def source(brief: Brief, statement: Statement, organisation: Organisation, now: datetime) -> list[Block]:
    """That a version's words come from a line, which one, and when that is looked at again. The topic of a private line is not named."""
    line = brief.taken_from
    if line is None or line.id != statement.from_line:
        return []
    topic = "" if line.restricted else inline(line.topic, MOST_TOPIC).rstrip(".")
    said = words.FROM_LINE.format(topic=topic) if topic else words.FROM_A_LINE
    return [section(f"{said} {line_page.review(line, None, organisation, now)}")]


def unusual_terms(brief: Brief, organisation: Organisation) -> list[Block]:
    """The terms, where whoever writes or sends the words has to heed them."""
    return [] if brief.enquiry.terms == Terms.REPORTABLE else [section(terms_line(brief, organisation))]


def terms_line(brief: Brief, organisation: Organisation) -> str:
    """On what terms the journalist may use it."""
    enquiry, zone = brief.enquiry, organisation.calendar.zone
    until = in_words(enquiry.embargo_until, zone) if enquiry.embargo_until else words.EMBARGO_UNKNOWN
    return words.TERMS_LINE.format(terms=words.TERMS[enquiry.terms].format(moment=until))
