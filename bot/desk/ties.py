"""How enquiries hang together, for verbs that tie two, or that change something which the cards of others show."""

import re

from bot.desk import telling
from bot.desk.work import Work
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sensitivity import may_read
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import LinkKind
from storage.links import EnquiryLink, link_between, linked_enquiries, links_of

REFERENCE = re.compile(r"\bME[\s-]*0*([1-9]\d{0,8})\b", re.IGNORECASE)


def named_in(work: Work, words: str, person: str, field: str, enquiry: Enquiry) -> Enquiry:
    """The other enquiry that these words name. Raises FormRefused where there is none that this person can see."""
    found = REFERENCE.search(words)
    other = get_enquiry(work.session, int(found[1])) if found else None
    if other is None or not may_read(person, other, work.organisation):
        raise FormRefused({field: Refused(Reason.NO_SUCH_ENQUIRY)})
    if other.id == enquiry.id:
        raise FormRefused({field: Refused(Reason.ITSELF)})
    return other


def mark_duplicate(work: Work, enquiry: Enquiry, other: Enquiry, person: str) -> None:
    """It asks what the other asks. The two are linked, each way."""
    enquiry.duplicate_of = other.id
    tie(work, enquiry, other, LinkKind.DUPLICATE, person)


def tie(work: Work, enquiry: Enquiry, other: Enquiry, kind: LinkKind, person: str) -> EnquiryLink:
    """Link two enquiries, once; the other's card shows it too."""
    newer, older = max(enquiry.id, other.id), min(enquiry.id, other.id)
    link = link_between(work.session, newer, older)
    if link is None:
        link = EnquiryLink(enquiry_id=newer, other_id=older, kind=kind, linked_by=person, linked_at=work.now)
        work.session.add(link)
    link.kind = kind
    work.session.flush()
    telling.show_card(work, other)
    return link


def untie(work: Work, enquiry: Enquiry, kind: LinkKind) -> None:
    """Its links of one kind are off; the others' cards show it no more."""
    show_linked(work, enquiry)
    for link in links_of(work.session, enquiry.id):
        if link.kind == kind and (
            kind != LinkKind.DUPLICATE or enquiry.duplicate_of in (link.enquiry_id, link.other_id)
        ):
            work.session.delete(link)
    work.session.flush()


def show_linked(work: Work, enquiry: Enquiry) -> None:
    """Something that the cards of the others show has changed."""
    for other in linked_enquiries(work.session, enquiry.id):
        telling.show_card(work, other)
