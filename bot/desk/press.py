"""The press as we know it: outlets and journalists remembered from enquiries, and whether someone has checked who they are.

They are remembered after the enquiry is safe, so that nobody waits for it. What is shown of them obeys the reader, like every text.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk import telling
from bot.desk.work import Desk, Unavailable, Work, verb
from bot.rules.deeds import Deed
from bot.rules.enquiry_form import can_be_reached
from bot.rules.finding import MOST_SIMILAR, most_alike, scope_of
from bot.rules.form_checks import LONG
from bot.rules.permissions import check
from bot.rules.press import EARLIER_A_PAGE, Asker, same_person, who_asks
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.typed_words import TypedEnquiry
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.finding import Scope
from storage.kinds import Status
from storage.press import (
    Journalist,
    Outlet,
    Press,
    add_outlet,
    enquiries_from,
    journalists_at,
    journalists_by_key,
    latest_from,
    may_be_named,
    not_remembered,
    open_from,
    outlet_by_key,
    past_of,
    set_asker,
)
from storage.search import similar

AT_A_TIME = 50


def around(session: Session, brief: Brief, scope: Scope, now: datetime) -> Brief:
    """The brief with what is known of who asks and what is like it, as far as this reader may see. Ten statements at most."""
    enquiry = brief.enquiry
    asker = who_asks(enquiry.outlet, enquiry.journalist)
    outlet = outlet_by_key(session, asker.outlet_key)
    them = _them(session, asker)
    here = next((one for one, theirs in them if theirs.key == asker.outlet_key), None)
    ids = [one.id for one, _ in them]
    return replace(
        brief,
        press=Press(
            outlet=outlet,
            journalist=here,
            elsewhere=tuple(theirs for _, theirs in them if theirs.key != asker.outlet_key),
            past=past_of(session, scope, ids, but=enquiry.id, now=now),
            similar=_similar(session, enquiry, scope, outlet, ids) if enquiry.status == Status.NEW else (),
        ),
    )


def _them(session: Session, asker: Asker) -> list[tuple[Journalist, Outlet]]:
    """The journalist who asks, at each outlet that they are known from."""
    named = journalists_by_key(session, asker.key)
    return [(one, theirs) for one, theirs in named if same_person(asker, _asker_of(one, theirs))]


def earlier(desk: Desk, enquiry: Enquiry, start: int, *, person: str) -> list[Enquiry]:
    """A page of what this journalist asked beside this enquiry, as far as the person may find it, the latest first."""
    with desk.database.read() as session:
        ids = [one.id for one, _ in _them(session, who_asks(enquiry.outlet, enquiry.journalist))]
        scope = scope_of(person, desk.organisation)
        return enquiries_from(session, scope, ids, but=enquiry.id, offset=start, limit=EARLIER_A_PAGE)


def _asker_of(journalist: Journalist, outlet: Outlet) -> Asker:
    known = who_asks(outlet.name, journalist.contact)
    return replace(known, key=journalist.key, name=journalist.name, outlet_key=outlet.key)


def _similar(
    session: Session, enquiry: Enquiry, scope: Scope, outlet: Outlet | None, journalist_ids: Sequence[int]
) -> tuple[Enquiry, ...]:
    outlet_id = outlet.id if outlet else None
    same_people = latest_from(session, scope, outlet_id, journalist_ids, but=enquiry.id, most=MOST_SIMILAR)
    same_words = similar(session, enquiry.question, scope, but=enquiry.id)
    return most_alike(enquiry, same_people, same_words, enquiry.raised_at)


def tick(desk: Desk) -> int:
    """Remember who asked in the enquiries that came in since; how many they were. Any number of processes may tick at once."""
    with desk.database.read() as session:
        waiting = not_remembered(session, AT_A_TIME)
    return sum(_remember(desk, one.id) for one in waiting)


@verb
def _remember(work: Work, enquiry_id: int) -> bool:
    enquiry = work.enquiry(enquiry_id)
    if enquiry.outlet_id is not None or enquiry.emptied_at is not None or enquiry.practice:
        return False
    remember(work, enquiry)
    return True


def remember(work: Work, enquiry: Enquiry) -> tuple[Outlet, Journalist]:
    """The outlet and the journalist of an enquiry, remembered now where they were not. Lock the enquiry first."""
    asker = who_asks(enquiry.outlet, enquiry.journalist)
    outlet = add_outlet(work.session, Outlet(key=asker.outlet_key, name=enquiry.outlet, first_seen=enquiry.raised_at))
    journalist = _known(work.session, asker, outlet)
    if journalist is None:
        journalist = Journalist(
            outlet_id=outlet.id, key=asker.key, name=asker.name, contact=asker.contact, first_seen=enquiry.raised_at
        )
        work.session.add(journalist)
        work.session.flush()
    elif asker.numbers and not asker.numbers <= who_asks(outlet.name, journalist.contact).numbers:
        journalist.contact = asker.contact  # as last typed
    set_asker(work.session, enquiry.id, outlet, journalist)
    return outlet, journalist


def _known(session: Session, asker: Asker, outlet: Outlet) -> Journalist | None:
    """Who this is among those who have asked for the outlet: by name, or by number where no name was given."""
    known = [(one, _asker_of(one, outlet)) for one in journalists_at(session, outlet.id)]
    exactly = next((one for one, theirs in known if theirs.key == asker.key), None)
    return exactly or next((one for one, theirs in known if same_person(asker, theirs)), None)


def with_known_number(session: Session, outlet: str, journalist: str) -> str:
    """The journalist with the number we know, where only a name was typed; as typed otherwise.

    Nobody learns in this way of someone who is only known from restricted enquiries.
    """
    if not journalist.strip() or can_be_reached(journalist):
        return journalist
    asker = who_asks(outlet, journalist)
    named = journalists_by_key(session, asker.key)
    here = [one for one, theirs in named if theirs.key == asker.outlet_key] if outlet.strip() else []
    known = here or ([named[0][0]] if len(named) == 1 and not outlet.strip() else [])
    if not known or not known[0].contact or not may_be_named(session, known[0]):
        return journalist
    return f"{journalist.strip().rstrip(',;')}, {known[0].contact}"


def filled_in(desk: Desk, typed: TypedEnquiry, *, person: str) -> TypedEnquiry:
    """What was typed after the command, with the journalist's number where we know it, for the press office.

    For everyone else it is added when the form is sent. A database that does not answer fills in nothing.
    """
    if (
        not desk.organisation.is_press_office(person)
        or not typed.journalist.strip()
        or can_be_reached(typed.journalist)
    ):
        return typed
    try:
        with desk.database.read() as session:
            return replace(typed, journalist=with_known_number(session, typed.outlet, typed.journalist))
    except Unavailable:
        return typed


@verb
def verify(work: Work, enquiry_id: int, newsroom: str, *, person: str) -> Enquiry:
    """A press officer has rung back through the newsroom's published number, which is kept where it was given."""
    newsroom = newsroom.strip()
    if len(newsroom) > LONG or (newsroom and not can_be_reached(newsroom)):
        raise FormRefused({"newsroom": Refused(Reason.NO_WAY_TO_REACH)})
    enquiry = work.enquiry(enquiry_id)
    check(Deed.VERIFY_JOURNALIST, person, work.organisation, enquiry)
    outlet, journalist = remember(work, enquiry)
    outlet = work.session.merge(outlet)
    outlet.newsroom = newsroom or outlet.newsroom
    if journalist.verified_by is not None:
        return enquiry  # the same form twice, or a colleague was quicker
    journalist.verified_by, journalist.verified_at = person, work.now
    telling.moved(work, enquiry, person, Deed.VERIFY_JOURNALIST, {"newsroom": newsroom})
    for other in open_from(work.session, journalist.id):
        if other.id != enquiry.id:
            telling.show_card(work, other)
    return enquiry
