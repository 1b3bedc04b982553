"""The verbs of enquiries that hang together: link them, take the link off, use the answer that the other reporter was given."""

from bot.desk import statements, telling, ties, working
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.finding import asks_alike, scope_of
from bot.rules.moves import check_move
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sensitivity import may_read
from bot.rules.statement_form import StatementForm, boxes_for
from bot.rules.working_forms import LinkForm, check_link
from storage.brief import read_brief
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import LinkKind, Outcome, Status, Subject
from storage.links import EnquiryLink, get_link, linked_enquiries
from storage.search import similar

MOST_ALIKE = 10


@verb
def to_link(work: Work, enquiry_id: int, *, person: str) -> tuple[Enquiry, list[Enquiry]]:
    """An enquiry for the form, with those that ask alike, as far as this person may read them. Raises Refused."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.LINK, person, work.organisation, enquiry)
    if enquiry.restricted:
        work.audit(person, Deed.READ, Subject.ENQUIRY, enquiry.id, {"for": Deed.LINK.value})
    scope = scope_of(person, work.organisation)
    known = {one.id for one in linked_enquiries(work.session, enquiry.id)}
    found = similar(work.session, enquiry.question, scope, but=enquiry.id)
    alike = [one for one in found if one.id not in known and asks_alike(one.question, enquiry.question)]
    return enquiry, alike[:MOST_ALIKE]


@verb
def link(work: Work, enquiry_id: int, form: LinkForm, *, person: str) -> Enquiry:
    """Two enquiries hang together: another reporter on the same story, or the same enquiry twice, which closes this one.

    Raises FormRefused where no other enquiry that this person can see is meant.
    """
    enquiry = work.enquiry(enquiry_id)
    check(Deed.LINK, person, work.organisation, enquiry)
    other = _meant(work, form, person)
    known = {one.id for one in linked_enquiries(work.session, enquiry.id)}
    if form.kind == LinkKind.DUPLICATE and other is not None and enquiry.duplicate_of == other.id:
        return enquiry  # the same form twice
    kind = check_link(form, other.id if other else None, enquiry, known)
    if other is None:
        raise Refused(Reason.NOT_FOUND)
    if kind == LinkKind.DUPLICATE:
        return _close_as_duplicate(work, enquiry, other, person)
    ties.tie(work, enquiry, other, kind, person)
    telling.moved(work, enquiry, person, Deed.LINK, {"other": other.reference, "kind": str(kind)})
    return enquiry


def _meant(work: Work, form: LinkForm, person: str) -> Enquiry | None:
    """The other enquiry, where this person may read it: what was typed goes before what was chosen."""
    found = ties.REFERENCE.search(form.typed)
    wanted = int(found[1]) if found else int(form.chosen) if form.chosen.isdigit() and not form.typed.strip() else 0
    other = get_enquiry(work.session, wanted) if wanted else None
    return other if other is not None and may_read(person, other, work.organisation) else None


def _close_as_duplicate(work: Work, enquiry: Enquiry, other: Enquiry, person: str) -> Enquiry:
    if other.duplicate_of == enquiry.id:
        raise FormRefused({"link_kind": Refused(Reason.LINKED_ALREADY)})
    check(Deed.CLOSE, person, work.organisation, enquiry)
    check_move(enquiry, Status.CLOSED)
    ties.mark_duplicate(work, enquiry, other, person)
    working.end(work, enquiry, Outcome.DUPLICATE, "", Deed.CLOSE, person)
    telling.news(work, enquiry, "closed")
    ties.tell_of_answer(work, enquiry, other)
    return enquiry


@verb
def take_off(work: Work, link_id: int, *, person: str, enquiry_id: int = 0) -> Enquiry:
    """They do not hang together after all. One that was closed as a duplicate is open again, and goes back to where it was."""
    found, enquiry, other = _ends(work, link_id, enquiry_id)
    check(Deed.UNLINK, person, work.organisation, enquiry)
    closed = next((one for one, two in ((enquiry, other), (other, enquiry)) if one.duplicate_of == two.id), None)
    if closed is not None:
        check(Deed.UNLINK, person, work.organisation, closed)
        working.no_duplicate(work, closed, person)
        return enquiry
    work.session.delete(found)
    work.session.flush()
    telling.show_card(work, other)
    telling.moved(work, enquiry, person, Deed.UNLINK, {"other": other.reference})
    return enquiry


@verb
def use_answer(work: Work, link_id: int, *, person: str, enquiry_id: int = 0) -> Enquiry:
    """What the other reporter was told becomes this one's statement, once. Raises Refused where it may not be used here."""
    found, enquiry, other = _ends(work, link_id, enquiry_id)
    check(Deed.USE_ANSWER, person, work.organisation, enquiry)
    check(Deed.READ, person, work.organisation, other)
    if not other.response or other.responded_at is None:
        raise Refused(Reason.NO_ANSWER_THERE)
    if other.restricted and not enquiry.restricted:
        raise Refused(Reason.ANSWER_PRIVATE)
    brief = read_brief(work.session, enquiry)
    form_id = f"link:{found.id}:{enquiry.id}:{enquiry.reopened}"
    if any(known.form_id == form_id for known in brief.statements):
        return enquiry  # the same press twice
    check_move(enquiry, Status.IN_PROGRESS, deed=Deed.DRAFT)
    statements.write(work, brief, StatementForm(words=boxes_for(other.response)), form_id, person, None)
    work.audit(person, Deed.USE_ANSWER, Subject.ENQUIRY, enquiry.id, {"other": other.reference})
    return enquiry


def _ends(work: Work, link_id: int, enquiry_id: int) -> tuple[EnquiryLink, Enquiry, Enquiry]:
    """The link, the enquiry on whose page it was pressed (the newer where nothing says which), and the other. Both are locked."""
    found = get_link(work.session, link_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    older, newer = (work.enquiry(one) for one in sorted((found.enquiry_id, found.other_id)))
    on_older = enquiry_id == older.id
    return found, *((older, newer) if on_older else (newer, older))
