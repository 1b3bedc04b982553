"""How enquiries hang together, for verbs that tie two, or that change something which the cards of others show."""

import re
from collections.abc import Iterator

from bot.desk import telling
from bot.desk.work import Work
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sensitivity import may_read
from storage.delivery import sent_about
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import DeliveryKind, LinkKind, Subject
from storage.links import FOR, EnquiryLink, asked_twice, link_between, linked_enquiries, links_of

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


# -- whoever raised one that was closed for another


def tell_askers(work: Work, enquiry: Enquiry, what: str, key: str) -> None:
    """It has its answer: so have those that were closed for it. Whoever raised one hears it once, and nobody who was left out of it.

    `key` is that of the message to the person who raised this one.
    """
    heard = {enquiry.raised_by, *enquiry.excluded}
    for one in asked_twice(work.session, enquiry.id):
        if one.raised_by not in heard:
            heard.add(one.raised_by)
            _tell_asker(work, enquiry, one, what, key)


def tell_of_answer(work: Work, enquiry: Enquiry, other: Enquiry) -> None:
    """It was closed for one that has its answer already: whoever raised it need not wait."""
    if other.responded_at is not None and enquiry.raised_by not in {other.raised_by, *other.excluded}:
        _tell_asker(work, other, enquiry, "responded", telling.news_key(other, "responded"))


def _tell_asker(work: Work, enquiry: Enquiry, one: Enquiry, what: str, key: str) -> None:
    """The message belongs to the enquiry that was answered, whose words it may hold."""
    work.deliver(
        DeliveryKind.ENQUIRY_NEWS,
        key=f"{key}:for:{one.id}",
        lane=one.raised_by,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        detail=f"{what}{FOR}{one.id}",
    )


def show_answer_again(work: Work, one: Enquiry) -> None:
    """It has become private: what its asker was told about the other's answer is drawn anew."""
    for other in _closed_for(work, one):
        for sent in sent_about(work.session, Subject.ENQUIRY, other.id):
            if sent.kind == DeliveryKind.ENQUIRY_NEWS and sent.detail.endswith(f"{FOR}{one.id}"):
                telling.again(work, sent)


def _closed_for(work: Work, one: Enquiry) -> Iterator[Enquiry]:
    """What it was closed for, and what that was closed for in its turn. Those that were closed in a ring come once."""
    met, further = {one.id}, one.duplicate_of
    while further is not None and further not in met:
        met.add(further)
        other = get_enquiry(work.session, further)
        if other is None:
            return
        yield other
        further = other.duplicate_of
