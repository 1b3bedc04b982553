"""Sign-off: whose yes is needed, who can give it, when a version counts as approved, and what may be sent.

Two people say yes to a restricted enquiry's words, and legal too where a court case, an arrest or a reporting restriction is marked.
Nobody signs off words of their own, nobody is asked twice for one version, and a yes never counts for another version.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import permutations

from bot.rules.deeds import Deed
from bot.rules.reasons import Reason, Refused
from bot.rules.recipients import lead_of
from bot.rules.sensitivity import chain_of, readers, standing_marks
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Mark, Role, SignOffPart, SignOffState
from storage.organisation import Organisation
from storage.statement import SignOff, Statement

GIVEN = frozenset({SignOffState.APPROVED, SignOffState.WAIVED})
OPEN = frozenset({SignOffState.ASKED, SignOffState.WAITING})

SAID_YES_TO = ("question", "terms", "embargo_until")
"""What *Approve* shows beside the words: who said yes hears when it changes."""
CHANGED_AFTER_YES = "changed_after_yes"

MISSING_PART = {
    SignOffPart.LEAD: Reason.NEEDS_LEAD,
    SignOffPart.SECOND: Reason.NEEDS_SECOND,
    SignOffPart.LEGAL: Reason.NEEDS_LEGAL,
}


def needed(enquiry: Enquiry) -> tuple[SignOffPart, ...]:
    """The parts that are compulsory, whatever the press officer chooses. None for an unrestricted enquiry without a court mark."""
    both = (SignOffPart.LEAD, SignOffPart.SECOND) if enquiry.restricted else ()
    return (*both, SignOffPart.LEGAL) if enquiry.has(Mark.COURT) else both


def approved(brief: Brief) -> Statement | None:
    """The latest version, where every yes that it needs stands; None otherwise."""
    latest = brief.statement
    return latest if latest is not None and is_approved(latest, brief) else None


def is_approved(statement: Statement, brief: Brief) -> bool:
    """Whether a version has every compulsory yes, and everyone's or anyone's of those who were asked."""
    asked = [one for one in brief.asked_of(statement) if one.state != SignOffState.HANDED_ON]
    given = [one for one in asked if one.state in GIVEN]
    if not given or any(one.state == SignOffState.CHANGE_ASKED for one in asked):
        return False
    if missing(given, brief.enquiry):
        return False
    return not statement.needs_all or not any(one.state in OPEN for one in asked)


def missing(given: Iterable[SignOff], enquiry: Enquiry) -> tuple[SignOffPart, ...]:
    """The compulsory parts that are not among these."""
    parts = {one.part for one in given}
    return tuple(part for part in needed(enquiry) if part not in parts)


def fit_again(given: Iterable[SignOff], enquiry: Enquiry, organisation: Organisation) -> None:
    """Whoever cannot fill their part any more, as the lead of the service it was moved from, takes one that is open to them."""
    people = list(given)
    for one in people:
        if one.part != SignOffPart.EXTRA and not may_fill(SignOffPart(one.part), one.person, enquiry, organisation):
            one.part = SignOffPart.EXTRA
            left = missing(people, enquiry)
            fits = (part for part in left if may_fill(part, one.person, enquiry, organisation))
            one.part = next(fits, SignOffPart.EXTRA)


def may_go_straight(brief: Brief) -> bool:
    """A simple factual answer needs no sign-off: unrestricted, unmarked, and nobody's yes was ever asked for."""
    enquiry = brief.enquiry
    return not enquiry.restricted and not standing_marks(enquiry) and not brief.sign_offs


def may_be_sent(brief: Brief, person: str, organisation: Organisation) -> bool:
    """Whether an answer can be recorded by this person as things stand: it is approved, needs no yes, or they may override."""
    signed_off = approved(brief) is not None or may_go_straight(brief)
    return signed_off or person in organisation.holders(Role.HEAD_OF_COMMS)


def wants_new_words(brief: Brief) -> bool:
    """Whether somebody asked for a change to the latest words, or stopped them: the next step is a new version."""
    states = {one.state for one in brief.asked_of(brief.statement)} if brief.statement else set()
    return bool(states & {SignOffState.CHANGE_ASKED, SignOffState.VOIDED})


def check_sending(
    brief: Brief, words: str, organisation: Organisation, *, person: str = "", override_because: str = ""
) -> None:
    """Pass, or raise `Refused`: nothing is sent but the approved version, word for word (blanks and line ends do not count).

    The head of communications may override with a reason, which the caller records; never legal's part.
    """
    ready = approved(brief)
    if ready is not None and same_words(words, ready.words):
        return
    if may_go_straight(brief):
        return
    if override_because.strip():
        _check_override(brief, words, organisation, person)
    elif ready is not None:
        raise Refused(Reason.NOT_THE_APPROVED_WORDS, version=ready.version)
    elif stopper := stopped_by(brief):
        raise Refused(Reason.STOPPED_MEANWHILE, by=stopper)
    elif needs_new_yes(brief):
        raise Refused(Reason.YES_WAS_FOR_ANOTHER)
    else:
        raise Refused(Reason.NOT_SIGNED_OFF)


def stopped_by(brief: Brief) -> str | None:
    """Who stopped the latest words, while nobody has been asked about them anew."""
    latest = brief.statement
    if latest is None or any(one.state in OPEN | GIVEN for one in brief.asked_of(latest)):
        return None
    stops = [entry for entry in brief.entries if entry.action == Deed.VOID_APPROVAL]
    about = [entry.actor for entry in stops if (entry.details or {}).get("statement") == latest.id]
    return about[-1] if about else None


def needs_new_yes(brief: Brief) -> bool:
    """Whether it was answered and opened again since the latest words were written, and nobody has been asked about them anew."""
    latest = brief.statement
    if latest is None or may_go_straight(brief) or any(one.state in OPEN | GIVEN for one in brief.asked_of(latest)):
        return False
    return brief.enquiry.responded_at is not None and _opened_again_since(brief)


def _opened_again_since(brief: Brief) -> bool:
    told = [entry.action for entry in brief.entries if entry.action in (Deed.DRAFT, Deed.REOPEN)]
    return told[-1:] == [Deed.REOPEN]


def overrides(brief: Brief, words: str) -> bool:
    """Whether sending these words would be an override of sign-off, to be recorded as one."""
    ready = approved(brief)
    return not may_go_straight(brief) and (ready is None or not same_words(words, ready.words))


def _check_override(brief: Brief, words: str, organisation: Organisation, person: str) -> None:
    if person not in organisation.holders(Role.HEAD_OF_COMMS):
        raise Refused(Reason.ONLY_HEAD_OVERRIDES)
    if SignOffPart.LEGAL in needed(brief.enquiry) and not _legal_settled(brief, words):
        raise Refused(Reason.LEGAL_FIRST)


def _legal_settled(brief: Brief, words: str) -> bool:
    """Legal waived its part for the latest version, or said yes to these very words."""
    versions = {one.id: one for one in brief.statements}
    for one in brief.sign_offs:
        if one.part != SignOffPart.LEGAL:
            continue
        if one.state == SignOffState.WAIVED and brief.statement and one.statement_id == brief.statement.id:
            return True
        if one.state == SignOffState.APPROVED and same_words(words, versions[one.statement_id].words):
            return True
    return False


def same_words(one: str, other: str) -> bool:
    """Word for word; how the lines are broken does not count."""
    return one.split() == other.split()


def suggested(brief: Brief, organisation: Organisation) -> tuple[str, ...]:
    """Whom the form proposes: the lead, the second approver and legal as far as they are needed, in the order in which they are asked."""
    return tuple(suggested_parts(brief, organisation).values())


def suggested_parts(brief: Brief, organisation: Organisation) -> dict[SignOffPart, str]:
    """The same, each for their part."""
    enquiry, found = brief.enquiry, dict[SignOffPart, str]()
    wanted = needed(enquiry)
    if SignOffPart.LEGAL in wanted:
        _choose(found, SignOffPart.LEGAL, organisation.holders(Role.LEGAL), brief)
    first = lead_of(enquiry, organisation)
    _choose(found, SignOffPart.LEAD, (*([first] if first else ()), *chain_of(enquiry, organisation)), brief)
    if SignOffPart.SECOND in wanted:
        _choose(found, SignOffPart.SECOND, _seconds(enquiry, organisation), brief)
    return {part: found[part] for part in SignOffPart if part in found}


def people_to_ask(brief: Brief, organisation: Organisation) -> tuple[str, ...]:
    """Whom the form shows as chosen: those who are asked already, otherwise those who are suggested."""
    asked = brief.asked_of(brief.statement) if brief.statement else ()
    counted = GIVEN | OPEN | {SignOffState.CHANGE_ASKED}
    known = tuple(one.person for one in asked if one.state in counted and not turned_down(one, brief))
    return known or suggested(brief, organisation)


def _choose(found: dict[SignOffPart, str], part: SignOffPart, people: Iterable[str], brief: Brief) -> None:
    taken = set(found.values())
    person = next((one for one in people if one not in taken and may_be_asked(one, brief)), None)
    if person:
        found[part] = person


def _seconds(enquiry: Enquiry, organisation: Organisation) -> tuple[str, ...]:
    """Who can be the second of two: approvers first, then the head of communications, legal, and the service's own chain."""
    return (
        *organisation.holders(Role.APPROVER),
        *organisation.holders(Role.HEAD_OF_COMMS),
        *organisation.holders(Role.LEGAL),
        *chain_of(enquiry, organisation),
    )


def may_be_asked(person: str, brief: Brief) -> bool:
    """Not someone who is kept out of the matter, nor someone who may be named in it, and not the author of the words."""
    author = brief.statement.drafted_by if brief.statement else None
    return person not in (*brief.enquiry.excluded, *brief.enquiry.named, author)


def may_fill(part: SignOffPart, person: str, enquiry: Enquiry, organisation: Organisation) -> bool:
    """Whether a person can give the yes of a part."""
    match part:
        case SignOffPart.LEAD:
            return person in chain_of(enquiry, organisation)
        case SignOffPart.SECOND:
            return person in _seconds(enquiry, organisation)
        case SignOffPart.LEGAL:
            return person in organisation.holders(Role.LEGAL)
        case SignOffPart.EXTRA:
            return not enquiry.restricted or person in readers(enquiry, organisation)


def parts_for(people: Sequence[str], brief: Brief, organisation: Organisation) -> dict[str, SignOffPart]:
    """Who is asked for which part. Raises `Refused` naming what is missing or who cannot be asked.

    One person fills one part: a lawyer who is also an approver cannot be both of two.
    """
    for person in people:
        _check_person(person, brief, organisation)
    if not people:
        raise Refused(Reason.MISSING)
    wanted = needed(brief.enquiry)
    fill = _filling(wanted, people, brief.enquiry, organisation)
    if fill is None:
        raise Refused(_what_is_missing(wanted, people, brief.enquiry, organisation))
    return {person: fill.get(person) or _usual_part(person, brief.enquiry, organisation) for person in people}


def _check_person(person: str, brief: Brief, organisation: Organisation) -> None:
    if brief.statement is not None and person == brief.statement.drafted_by:
        raise Refused(Reason.OWN_WORDS, by=person)
    if person in (*brief.enquiry.excluded, *brief.enquiry.named):
        raise Refused(Reason.CANNOT_BE_ASKED, by=person)
    if person in organisation.presence and organisation.presence[person].deactivated:
        raise Refused(Reason.HAS_LEFT, by=person)
    if not any(may_fill(part, person, brief.enquiry, organisation) for part in SignOffPart):
        raise Refused(Reason.CANNOT_BE_ASKED, by=person)


def _filling(
    wanted: Sequence[SignOffPart], people: Sequence[str], enquiry: Enquiry, organisation: Organisation
) -> dict[str, SignOffPart] | None:
    """Each wanted part with a person of its own, or None where that is not possible."""
    for chosen in permutations(people, len(wanted)):
        pairs = list(zip(wanted, chosen, strict=True))
        if all(may_fill(part, person, enquiry, organisation) for part, person in pairs):
            return {person: part for part, person in pairs}
    return None


def _what_is_missing(
    wanted: Sequence[SignOffPart], people: Sequence[str], enquiry: Enquiry, organisation: Organisation
) -> Reason:
    """The part to name: one that nobody could fill, otherwise the second of two people."""
    for part in (SignOffPart.LEGAL, SignOffPart.LEAD):
        if part in wanted and not any(may_fill(part, person, enquiry, organisation) for person in people):
            return MISSING_PART[part]
    return Reason.NEEDS_SECOND


def _usual_part(person: str, enquiry: Enquiry, organisation: Organisation) -> SignOffPart:
    """What someone is asked as, where the part is not compulsory."""
    if person in organisation.holders(Role.LEGAL):
        return SignOffPart.LEGAL
    return SignOffPart.LEAD if person in chain_of(enquiry, organisation) else SignOffPart.EXTRA


def deputies_for(one: SignOff, brief: Brief, organisation: Organisation, named: str | None = None) -> list[str]:
    """Everyone who can be asked in someone's place and has not been asked already; first whoever they named, where it fits."""
    asked = {other.person for other in brief.sign_offs if other.statement_id == one.statement_id}
    fits = named is not None and may_fill(SignOffPart(one.part), named, brief.enquiry, organisation)
    people = dict.fromkeys([*([named] if named and fits else []), *_deputies(one, brief.enquiry, organisation)])
    return [person for person in people if person not in asked and may_be_asked(person, brief)]


def turned_down(one: SignOff, brief: Brief) -> bool:
    """Whether whoever was asked has said that somebody else has to be, since they were asked."""
    said = [entry for entry in brief.entries if entry.action == Deed.NOT_MINE and entry.actor == one.person]
    return any((entry.details or {}).get("sign_off") == one.id and _since(one, entry.at) for entry in said)


def _since(one: SignOff, at: datetime) -> bool:
    return one.asked_at is None or at >= one.asked_at


def _deputies(one: SignOff, enquiry: Enquiry, organisation: Organisation) -> tuple[str, ...]:
    chain = chain_of(enquiry, organisation)
    if one.part == SignOffPart.LEGAL:
        return organisation.holders(Role.LEGAL)
    if one.part == SignOffPart.SECOND:
        return _seconds(enquiry, organisation)
    return chain[chain.index(one.person) + 1 :] if one.person in chain else ()


def may_stop(person: str, brief: Brief, organisation: Organisation) -> bool:
    """Who can say that the facts have changed: an approver, whoever checked the facts, the service's chain, the press office."""
    asked = {one.person for one in brief.sign_offs} | {one.person for one in brief.fact_checks}
    known = person in asked or person in chain_of(brief.enquiry, organisation) or organisation.is_press_office(person)
    return known and person not in brief.enquiry.excluded
