"""What people are told and asked about a statement: an approver, a deputy, whoever checks facts, the press officer."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import nudge_answers
from bot.messages.enquiry_facts import deadline_line, deadline_spoken
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, listed, moment
from bot.messages.nudge_late import late
from bot.messages.parts import Block, Element, actions, button, context, quoted, section
from bot.messages.people import area_name, name, reachable
from bot.messages.wording import statements as words
from bot.rules.asked_about import AskedAbout
from bot.rules.pre_election import waits_for_monitoring_officer
from bot.rules.sign_off import GIVEN, OPEN, deputies_for, missing, turned_down
from bot.rules.sign_off_asked import can_be_stopped
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import CheckState, NudgeState, SignOffPart, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.statement import FactCheck, SignOff, Statement

MOST_WORDS = 1_500
MOST_HEARD = 900
"""Of each text in the sentence that is read aloud: the whole of it has a limit of its own."""
ASKING_STEPS = (Step.SIGN_OFF, Step.SIGN_OFF_AGAIN)


_Quote = tuple[str, str]
"""What the words are, or "", and the words."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a nudge says: the ask, by when, whose words are quoted below it, and why this person."""

    ask: str
    why: str
    due_at: datetime | None = None
    quotes: tuple[_Quote, ...] = ()
    buttons: tuple[Element, ...] = ()


def sign_off(nudge: Nudge, one: SignOff, brief: Brief, organisation: Organisation, now: datetime) -> Message:
    """A nudge about a sign-off as it stands now."""
    statement = _statement(one.statement_id, brief)
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT):
        return _settled(nudge, brief.enquiry, statement, organisation, one, brief)
    match nudge.step:
        case Step.SIGN_OFF | Step.SIGN_OFF_AGAIN:
            said = _asking(nudge, one, brief, statement, organisation)
        case Step.SIGN_OFF_LATE:
            said = _late_answer(nudge, one, brief, organisation)
        case Step.CHANGE_ASKED:
            said = _change(one, brief.enquiry, statement, organisation)
        case Step.NEEDS_MORE:
            said = _needs_more(brief, statement)
        case Step.READY_TO_SEND:
            said = _ready(brief, statement, organisation)
        case _:
            said = _stopped(nudge, brief.enquiry, statement)
    return _message(nudge, said, AskedAbout(brief.enquiry, one), brief.enquiry, organisation, now)


def facts(nudge: Nudge, check: FactCheck, brief: Brief, organisation: Organisation, now: datetime) -> Message:
    """A nudge about a fact check as it stands now. It names the reference and no more, whatever the enquiry."""
    statement = _statement(check.statement_id, brief)
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT):
        return _settled(nudge, brief.enquiry, statement, organisation)
    if nudge.step == Step.FACTS_ANSWERED:
        said = _facts_answered(check, brief.enquiry, statement, organisation)
    elif nudge.step == Step.FACT_CHECK_LATE:
        said = _facts_late(check, brief.enquiry, organisation)
    else:
        said = _facts_asked(nudge, check, brief.enquiry, organisation)
    return _message(nudge, said, AskedAbout(brief.enquiry, check), brief.enquiry, organisation, now)


def _statement(statement_id: int, brief: Brief) -> Statement:
    return next(one for one in brief.statements if one.id == statement_id)


def _message(
    nudge: Nudge, said: _Said, about: AskedAbout, enquiry: Enquiry, organisation: Organisation, now: datetime
) -> Message:
    zone = organisation.calendar.zone
    urgent = words.URGENT if nudge.urgent or enquiry.urgent else ""
    due = [words.ANSWER.format(moment=moment(said.due_at, zone))] if said.due_at else []
    due_said = [words.SPOKEN_ANSWER.format(moment=in_words(said.due_at, zone))] if said.due_at else []
    late_shown, late_said = late(nudge, organisation)
    private = [_private(nudge)] if enquiry.restricted else []
    quotes = () if enquiry.restricted else said.quotes
    waits_shown, waits_said = nudge_answers.waiting(nudge, organisation, now)
    blocks: list[Block] = [
        section(f"*{urgent}{said.ask}*"),
        section("\n".join([*due, deadline_line(enquiry, organisation, now), *waits_shown])),
        *(block for label, one in quotes for block in _quote(label, one)),
        context(*late_shown, said.why, *private),
        *actions([*said.buttons, *nudge_answers.beside(nudge, about, organisation, now)]),
    ]
    heard = [f"{urgent}{said.ask}", *due_said, f"{deadline_spoken(enquiry, organisation, now)}.", *waits_said]
    heard += [*(_aloud(label, one) for label, one in quotes), *late_said, said.why, *private]
    return Message(" ".join(heard), blocks)


def _quote(label: str, one: str) -> list[Block]:
    """Someone asked to say yes must never take the question for the answer."""
    return [*([section(f"*{label}*")] if label else []), quoted(one, MOST_WORDS)]


def _aloud(label: str, one: str) -> str:
    said = inline(one, MOST_HEARD)
    ended = said if said.endswith((".", "!", "?", "…", "”")) else f"{said}."
    return f"{label}: {ended}" if label else ended


def _private(nudge: Nudge) -> str:
    opens = nudge.step in (*ASKING_STEPS, Step.FACT_CHECK, Step.FACT_CHECK_AGAIN)
    return words.PRIVATE_OPEN if opens else words.PRIVATE


def _asking(nudge: Nudge, one: SignOff, brief: Brief, statement: Statement, organisation: Organisation) -> _Said:
    enquiry, about = brief.enquiry, brief.enquiry.reference
    by = name(organisation, one.asked_by)
    ask = words.ASK[nudge.step].format(by=by, reference=about, version=statement.version)
    buttons = [
        button(Action.SIGN_OFF_OPEN, words.OPEN_TO_APPROVE, one.id, about, "primary"),
        button(Action.SIGN_OFF_CHANGE, words.ASK_CHANGE, one.id, about),
    ]
    buttons.append(button(Action.SIGN_OFF_HAND_ON, hand_on_label(one, brief, organisation), one.id, about))
    quotes = (("", enquiry.outlet), (words.QUOTE_ASKED, enquiry.question), (words.QUOTE_WORDS, statement.words))
    return _Said(ask, _why(one, enquiry, organisation), one.due_at, quotes, tuple(buttons))


def _why(one: SignOff, enquiry: Enquiry, organisation: Organisation) -> str:
    if one.for_whom:
        return words.WHY_FOR_WHOM.format(who=name(organisation, one.for_whom))
    return words.WHY[SignOffPart(one.part)].format(
        area=area_name(organisation, enquiry.service_area), by=name(organisation, one.asked_by)
    )


def hand_on_label(one: SignOff, brief: Brief, organisation: Organisation) -> str:
    """Not me: it goes to a deputy, or, where nobody is left, back to the press officer who asked."""
    return words.HAND_ON if _deputy(one, brief, organisation) else words.SOMEONE_ELSE


def _deputy(one: SignOff, brief: Brief, organisation: Organisation) -> str:
    """Who would be asked instead; "" where there is nobody."""
    return next(iter(deputies_for(one, brief, organisation)), "")


def _late_answer(nudge: Nudge, one: SignOff, brief: Brief, organisation: Organisation) -> _Said:
    deputy, about = _deputy(one, brief, organisation), brief.enquiry.reference
    ask = (words.CANNOT if turned_down(one, brief) else words.ASK[nudge.step]).format(
        who=name(organisation, one.person),
        reference=about,
        phones=_phones(one.person, organisation),
        deputy=words.DEPUTY.format(deputy=name(organisation, deputy)) if deputy else "",
    )
    other = button(Action.SIGN_OFF_ASK, words.ASK_OTHERS, brief.enquiry.id, about, "primary")
    return _Said(ask, words.WHY_OFFICER, buttons=(other, _open(brief.enquiry)))


def _change(one: SignOff, enquiry: Enquiry, statement: Statement, organisation: Organisation) -> _Said:
    ask = words.ASK[Step.CHANGE_ASKED].format(
        who=name(organisation, one.person), reference=enquiry.reference, version=statement.version
    )
    return _Said(ask, words.WHY_OFFICER, quotes=(("", one.why),), buttons=(_draft(enquiry), _open(enquiry)))


def _ready(brief: Brief, statement: Statement, organisation: Organisation) -> _Said:
    enquiry = brief.enquiry
    waits = waits_for_monitoring_officer(enquiry, brief.tasks, organisation)
    ask = words.READY_BUT_POLITICAL_NEWS if waits else words.ASK[Step.READY_TO_SEND]
    ask = ask.format(reference=enquiry.reference, version=statement.version)
    if waits:
        return _Said(ask, words.WHY_OFFICER, quotes=(("", statement.words),), buttons=(_open(enquiry),))
    record = button(Action.ENQUIRY_RESPOND, words.RESPOND, enquiry.id, enquiry.reference, "primary")
    return _Said(ask, words.WHY_OFFICER, quotes=(("", statement.words),), buttons=(record, _open(enquiry)))


def _needs_more(brief: Brief, statement: Statement) -> _Said:
    """Whose yes is not asked for yet, by the part they have."""
    enquiry = brief.enquiry
    counted = [one for one in brief.asked_of(statement) if one.state in GIVEN | OPEN]
    parts = listed([words.NEED[part] for part in missing(counted, enquiry)]) or words.NEED_MORE
    ask = words.ASK[Step.NEEDS_MORE].format(reference=enquiry.reference, parts=parts)
    asking = button(Action.SIGN_OFF_ASK, words.ASK_SIGN_OFF, enquiry.id, enquiry.reference, "primary")
    return _Said(ask, words.WHY_OFFICER, buttons=(asking, _open(enquiry)))


def _stopped(nudge: Nudge, enquiry: Enquiry, statement: Statement) -> _Said:
    officer = nudge.person == enquiry.officer
    said = words.STOPPED_OFFICER if officer else words.ASK[Step.STOPPED]
    ask = said.format(reference=enquiry.reference, version=statement.version)
    why = words.WHY_OFFICER if officer else words.WHY_STOPPED
    return _Said(ask, why, buttons=(_draft(enquiry), _open(enquiry)) if officer else (_open(enquiry),))


def _facts_asked(nudge: Nudge, check: FactCheck, enquiry: Enquiry, organisation: Organisation) -> _Said:
    by = name(organisation, check.asked_by)
    ask = words.ASK[nudge.step].format(by=by, reference=enquiry.reference)
    opening = button(Action.FACTS_OPEN, words.OPEN_TO_CHECK, check.id, enquiry.reference, "primary")
    return _Said(ask, words.WHY_FACTS.format(by=by), check.due_at, buttons=(opening,))


def _facts_late(check: FactCheck, enquiry: Enquiry, organisation: Organisation) -> _Said:
    ask = words.ASK[Step.FACT_CHECK_LATE].format(
        who=name(organisation, check.person), reference=enquiry.reference, phones=_phones(check.person, organisation)
    )
    other = button(Action.FACTS_ASK, words.ASK_OTHERS, enquiry.id, enquiry.reference, "primary")
    return _Said(ask, words.WHY_OFFICER, buttons=(other, _open(enquiry)))


def _phones(person: str, organisation: Organisation) -> str:
    known = organisation.people.get(person)
    return words.PHONES.format(phones=reachable(organisation, [person])) if known and known.phone else ""


def _facts_answered(check: FactCheck, enquiry: Enquiry, statement: Statement, organisation: Organisation) -> _Said:
    wrong = check.state == CheckState.WRONG
    said = words.FACTS_WRONG_NEWS if wrong else words.FACTS_RIGHT_NEWS
    ask = said.format(who=name(organisation, check.person), reference=enquiry.reference, version=statement.version)
    buttons = (_draft(enquiry), _open(enquiry)) if wrong else (_open(enquiry),)
    return _Said(ask, words.WHY_OFFICER, quotes=(("", check.note),) if check.note else (), buttons=buttons)


def _draft(enquiry: Enquiry) -> Element:
    return button(Action.STATEMENT_DRAFT, words.DRAFT_AGAIN, enquiry.id, enquiry.reference, "primary")


def _open(enquiry: Enquiry) -> Element:
    return button(Action.ENQUIRY_OPEN, words.OPEN, enquiry.id, enquiry.reference)


def _settled(
    nudge: Nudge,
    enquiry: Enquiry,
    statement: Statement,
    organisation: Organisation,
    one: SignOff | None = None,
    brief: Brief | None = None,
) -> Message:
    """Who did what and when. Whoever said yes keeps the button that stops it, until the words have gone."""
    zone, yours = organisation.calendar.zone, nudge.settled_by == nudge.person
    known = nudge.settled_by and nudge.settled_how in words.SETTLED
    line = words.SETTLED[nudge.settled_how] if known else words.SETTLED_OTHER
    facts_ = {
        "who": words.YOU if yours else name(organisation, nudge.settled_by),
        "reference": enquiry.reference,
        "version": statement.version,
    }
    at = nudge.settled_at or nudge.due_at
    others = words.SETTLED_ASKED_ANEW.get(nudge.settled_how, words.SETTLED_OTHERS)
    after, buttons = (words.SETTLED_YOURS.get(nudge.settled_how, others) if yours else others), list[Element]()
    if one is not None and brief is not None and yours and nudge.settled_how == "approved":
        after, buttons = _after_a_yes(one, brief, statement, organisation)
    shown, said = (line.format(**facts_, moment=when(at, zone)) for when in (moment, in_words))
    return Message(f"{said} {after}", [section(f"{shown} {after}"), *actions(buttons)])


def _after_a_yes(
    one: SignOff, brief: Brief, statement: Statement, organisation: Organisation
) -> tuple[str, list[Element]]:
    """What became of it: it can be stopped, the words have gone, others went instead, or it does not count any more."""
    enquiry, stop = brief.enquiry, _stop(one, brief, statement)
    if stop:
        return words.SETTLED_YOURS["approved"], stop
    if one.state not in GIVEN:
        return words.COUNTS_NO_MORE, []
    if enquiry.responded_at is None:
        return words.SETTLED_YOURS["approved"], []
    if enquiry.override_because:
        by = name(organisation, enquiry.override_by)
        return words.SETTLED_YOURS_OTHERS_WENT.format(who=by), [_open(enquiry)]
    return words.SETTLED_YOURS_GONE, []


def _stop(one: SignOff, brief: Brief, statement: Statement) -> list[Element]:
    latest = brief.statement
    stands = one.state in GIVEN and latest is not None and latest.id == statement.id and can_be_stopped(brief)
    enquiry = brief.enquiry
    return [button(Action.SIGN_OFF_STOP, words.STOP, enquiry.id, enquiry.reference)] if stands else []
