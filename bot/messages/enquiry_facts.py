"""An enquiry's facts in words, shared by every message about it. What a restricted one may say stands in `private_lines`."""

from datetime import datetime

from bot.messages.mrkdwn import countdown, in_words, inline, moment, time_left
from bot.messages.people import area_name, name
from bot.messages.wording import enquiries, working
from bot.messages.wording.names import OUTCOME, STATUS
from storage.enquiry import Enquiry, reference_of
from storage.kinds import Outcome, Status
from storage.organisation import Organisation


def deadline_line(enquiry: Enquiry, organisation: Organisation, now: datetime) -> str:
    """The deadline in the reader's own time, and how long is left."""
    if enquiry.deadline is None:
        return enquiries.DEADLINE_NONE
    when = moment(enquiry.deadline, organisation.calendar.zone)
    if not counts_down(enquiry):
        return enquiries.DEADLINE_WAS.format(moment=when)
    return enquiries.DEADLINE.format(moment=when, left=countdown(enquiry.deadline, now))


def deadline_spoken(enquiry: Enquiry, organisation: Organisation, now: datetime) -> str:
    """The same for the sentence that is read aloud."""
    if enquiry.deadline is None:
        return enquiries.SPOKEN_NO_DEADLINE
    when = in_words(enquiry.deadline, organisation.calendar.zone)
    if not counts_down(enquiry):
        return enquiries.SPOKEN_DEADLINE_WAS.format(moment=when)
    return enquiries.SPOKEN_DEADLINE.format(moment=when, left=time_left(enquiry.deadline, now))


def counts_down(enquiry: Enquiry) -> bool:
    """Once it is answered or closed nobody needs to know how long is left."""
    return enquiry.status not in (Status.RESPONDED, Status.CLOSED)


def lead_words(enquiry: Enquiry, organisation: Organisation) -> str:
    """Who the lead is, and whether they have it."""
    if enquiry.lead_acknowledged_by:
        return enquiries.LEAD_HAS_IT.format(lead=name(organisation, enquiry.lead_acknowledged_by))
    if not enquiry.lead:
        return enquiries.LEAD_NONE
    return enquiries.LEAD_WAITING.format(lead=name(organisation, enquiry.lead))


def private_lines(enquiry: Enquiry, organisation: Organisation, now: datetime) -> str:
    """All that may be posted about a restricted enquiry: deadline, service area, state, officer."""
    lines = [
        *([enquiries.PRACTICE] if enquiry.practice else []),
        *([enquiries.URGENT] if enquiry.urgent and enquiry.is_open else []),
        deadline_line(enquiry, organisation, now),
        enquiries.AREA.format(area=area_name(organisation, enquiry.service_area)),
        enquiries.STATUS.format(status=STATUS[enquiry.status]),
        enquiries.OFFICER.format(officer=name(organisation, enquiry.officer)),
    ]
    return "\n".join(lines)


def open_lines(enquiry: Enquiry, organisation: Organisation, now: datetime) -> str:
    """The same for an enquiry that everyone in the channel may read, with its lead."""
    lead = enquiries.LEAD.format(lead=lead_words(enquiry, organisation))
    terms = terms_words(enquiry, organisation, shown=True)
    more = f"\n{working.TERMS_LINE.format(terms=terms)}" if terms else ""
    return f"{private_lines(enquiry, organisation, now)}\n{lead}{more}"


def terms_words(enquiry: Enquiry, organisation: Organisation, *, shown: bool) -> str:
    """On what terms, where they are not the usual ones. `shown`: the moment as each reader's own Slack writes it."""
    said, zone = working.TERMS_SHOWN.get(enquiry.terms, ""), organisation.calendar.zone
    until = (moment if shown else in_words)(enquiry.embargo_until, zone) if enquiry.embargo_until else ""
    return said.format(moment=until)


def private_spoken(enquiry: Enquiry, organisation: Organisation, now: datetime) -> str:
    """A restricted enquiry as a paragraph to be read aloud."""
    facts = private_spoken_facts(enquiry, organisation, now)
    return enquiries.SPOKEN_RESTRICTED.format(reference=enquiry.reference, facts=facts)


def private_spoken_facts(enquiry: Enquiry, organisation: Organisation, now: datetime) -> str:
    """The same four facts as `private_lines`, in sentences."""
    return enquiries.SPOKEN_PRIVATE_FACTS.format(
        urgent=_first_of_all(enquiry),
        deadline=deadline_spoken(enquiry, organisation, now),
        area=area_name(organisation, enquiry.service_area),
        status=STATUS[enquiry.status],
        officer=name(organisation, enquiry.officer),
    )


def _first_of_all(enquiry: Enquiry) -> str:
    practice = enquiries.SPOKEN_PRACTICE if enquiry.practice else ""
    return f"{practice}{enquiries.SPOKEN_URGENT if enquiry.urgent and enquiry.is_open else ''}"


def open_spoken(enquiry: Enquiry, organisation: Organisation, now: datetime) -> str:
    """Every fact of an unrestricted enquiry as one paragraph to be read aloud."""
    said = enquiries.SPOKEN_CARD.format(
        reference=enquiry.reference,
        urgent=_first_of_all(enquiry),
        raiser=name(organisation, enquiry.raised_by),
        outlet=inline(enquiry.outlet, 150),
        journalist=inline(enquiry.journalist, 300),
        deadline=deadline_spoken(enquiry, organisation, now),
        area=area_name(organisation, enquiry.service_area),
        status=STATUS[enquiry.status],
        officer=name(organisation, enquiry.officer),
        lead=lead_words(enquiry, organisation),
        question=inline(enquiry.question, 1_200),
    )
    terms = terms_words(enquiry, organisation, shown=False)
    if terms:
        said += f" {working.TERMS_SPOKEN.format(terms=terms)}"
    if enquiry.response:
        said += enquiries.SPOKEN_ANSWER.format(response=inline(enquiry.response, 800))
    if enquiry.outcome:
        said += enquiries.SPOKEN_END.format(outcome=outcome_words(enquiry))
    return said


def outcome_words(enquiry: Enquiry) -> str:
    """How it ended; while it is open, how it stands."""
    if enquiry.outcome == Outcome.DUPLICATE and enquiry.duplicate_of:
        return working.DUPLICATE_OF.format(other=reference_of(enquiry.duplicate_of))
    return OUTCOME[enquiry.outcome] if enquiry.outcome else STATUS[enquiry.status]
