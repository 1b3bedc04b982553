"""Working an enquiry in the gallery: giving it to someone, changing it, linking it, taking it back, and who asked."""

from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.exhibit import Built, ending
from bot.demo.specimens_desk import cast_of, of
from bot.messages import (
    assign_form,
    assign_nudge,
    edit_form,
    enquiry_card,
    enquiry_line,
    enquiry_news,
    enquiry_page,
    link_form,
    page_press,
    response_news,
    work_forms,
)
from bot.messages.page_reader import Reader
from bot.rules.deeds import Deed
from bot.rules.edit_form import EditForm, mark_of, values_of
from bot.rules.working_forms import AssignForm
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import LinkKind, NudgeState, Outcome, Status, Step, Terms
from storage.links import EnquiryLink
from storage.organisation import Organisation
from storage.press import Journalist, Outlet, Past, Press
from storage.thread_note import ThreadNote

NOTE = "I have spoken with the centre; the manager rings you at two. They would like to hear it from us first."
CHANGES = {
    "question": ["Is Larkfield closing?", "Is the Larkfield day centre going to close?"],
    "because": "There are two Larkfields.",
}


def build(told: Organisation, now: datetime) -> Built:
    """Everything about working an enquiry, and about who asks."""
    for private in (False, True):
        yield from _given(told, now, private)
    yield from _no_duplicate(told, now)
    yield from _forms(told, now)
    yield from _linked(told, now)
    yield from _press(told, now)


def _given(told: Organisation, now: datetime, private: bool) -> Built:
    """To whom it was given, and what they and others hear."""
    one, end = of(told, now, Status.IN_PROGRESS, private=private), ending(private=private)
    officer, head = one.officer or "", cast_of(one, told).head
    note = ThreadNote(enquiry_id=one.id, channel="", ts="given", author=head, words=NOTE, posted_at=now)
    asking = specimens.nudge(Step.ASSIGNED, officer, now)
    for deed in (Deed.ASSIGN, Deed.HAND_OVER, Deed.REOPEN):
        given = specimens.entry(deed, head, now)
        yield f"working: nudge {deed}{end}", assign_nudge.message(asking, one, given, note, told, now)
    over = {"state": NudgeState.SETTLED, "settled_by": officer, "settled_how": "handed_over", "settled_at": now}
    done = specimens.nudge(Step.ASSIGNED, officer, now, **over)
    yield f"working: settled assigned{end}", assign_nudge.message(done, one, None, None, told, now)
    changed = specimens.entry(Deed.EDIT, officer, now, **CHANGES)
    yield f"working: line edited{end}", enquiry_line.line(changed, one, told)
    for what in ("taken_back", "taken_back_office", "reopened"):
        back = of(
            told, now, Status.CLOSED, private=private, outcome=Outcome.TAKEN_BACK, outcome_note="They rang again."
        )
        yield f"working: news {what}{end}", enquiry_news.news(what, back, told, now)
    yield (
        f"working: news changed after a yes{end}",
        enquiry_news.news("changed_after_yes:question,terms", one, told, now),
    )


def _no_duplicate(told: Organisation, now: datetime) -> Built:
    """What whoever raised a duplicate hears: its answer, or that it was none."""
    answered = _another(told, now)
    for private in (False, True):
        end = ending(private=private)
        one = of(told, now, Status.NEW, private=private)
        yield f"working: news unlinked{end}", enquiry_news.news(f"unlinked:{answered.id}", one, told, now)
        one.duplicate_of = answered.id
        for what in (*response_news.TWICE, "ended"):
            yield f"working: news asked twice, {what}{end}", response_news.asked_twice(what, one, answered, told)


def _forms(told: Organisation, now: datetime) -> Built:
    one = of(told, now, Status.IN_PROGRESS, private=False, terms=Terms.EMBARGOED, embargo_until=now + timedelta(days=1))
    people = cast_of(one, told)
    reader = Reader(people.head, told, now)
    yield "working: assign", assign_form.assign_view(of(told, now, Status.NEW, private=False), reader)
    yield "working: hand over", assign_form.assign_view(one, reader)
    typed = AssignForm(people.officer, NOTE)
    yield "working: hand over, taken meanwhile", assign_form.assign_view(one, reader, typed)
    yield "working: edit", edit_form.edit_view(Brief(enquiry=one), reader)
    yield "working: edit, changed meanwhile", _changed(one, reader, now)
    yield "working: add a note", work_forms.note_view(one)
    yield "working: take it back", work_forms.withdraw_view(one)
    closed = of(told, now, Status.CLOSED, private=False)
    yield "working: open it again", work_forms.reopen_view(closed, reader)
    closed.responded_at = None
    yield "working: open it again, no answer went", work_forms.reopen_view(closed, reader)
    yield "working: link", link_form.link_view(one, [_another(told, now)])
    yield "working: link, none alike", link_form.link_view(one, [])
    yield "working: card with an embargo", enquiry_card.card(one, told, now)


def _changed(one: Enquiry, reader: Reader, now: datetime) -> dict[str, Any]:
    """The form when a colleague has changed the question meanwhile."""
    shown = values_of(one, reader.organisation.calendar)
    form = EditForm(
        typed={**shown, "question": "Is Larkfield closing, and when?"},
        opened={name: mark_of("Is Larkfield closing?" if name == "question" else shown[name]) for name in shown},
        because="She rang again.",
    )
    moves = (specimens.entry(Deed.EDIT, one.officer or "", now, **CHANGES),)
    return edit_form.changed_view(Brief(enquiry=one, entries=moves), reader, form, {"question": "question_again"})


def _another(told: Organisation, now: datetime) -> Enquiry:
    """Another reporter on the same story, answered."""
    made = of(
        told,
        now,
        Status.RESPONDED,
        private=False,
        outlet="Coastline FM",
        journalist="Adil Rahman, 020 7946 0821",
        question="What happens with Larkfield in spring?",
    )
    made.id = 41
    return made


def _linked(told: Organisation, now: datetime) -> Built:
    for kind in LinkKind:
        one, other = of(told, now, Status.IN_PROGRESS, private=False), _another(told, now)
        if kind == LinkKind.DUPLICATE:
            over = {
                "outcome": Outcome.DUPLICATE,
                "duplicate_of": other.id,
                "outcome_note": "",
                "response": "",
                "closed_by": one.officer,
            }
            one = of(told, now, Status.CLOSED, private=False, **over)
        link = EnquiryLink(enquiry_id=one.id, other_id=other.id, kind=kind, linked_by=one.officer or "", linked_at=now)
        link.id = 3
        brief = Brief(enquiry=one, links=(link,), linked=(other,))
        yield f"working: card, linked: {kind}", enquiry_card.card(one, told, now, brief)
        page = enquiry_page.view(brief, Reader(one.officer or "", told, now))
        yield f"records: open, linked: {kind}", page


def _press(told: Organisation, now: datetime) -> Built:
    """Who asks: someone new, someone known, someone who is who they say."""
    one, past = of(told, now, Status.NEW, private=False), _another(told, now)
    officer = cast_of(one, told).officer
    outlet = Outlet(key="northbank echo", name="Northbank Echo", first_seen=now, newsroom="020 7946 0300")
    outlet.id = 3
    for name, verified_by in (("known", None), ("verified", officer)):
        asks = Journalist(
            outlet_id=3, key="sam poole", name="Sam Poole", contact="020 7946 0018", first_seen=now - timedelta(days=90)
        )
        asks.id, asks.verified_by, asks.verified_at = 4, verified_by, now if verified_by else None
        known = Press(outlet, asks, (), Past(3, 3, 2, past, past), (past,))
        brief = Brief(enquiry=one, press=known)
        yield f"working: card, journalist {name}", enquiry_card.card(one, told, now, brief)
        yield f"records: open, journalist {name}", enquiry_page.view(brief, Reader(officer, told, now))
        if not verified_by:
            yield "working: verify a journalist", page_press.verify_view(brief)
            earlier = (past, of(told, now, Status.RESPONDED, private=True))
            yield "working: all they asked", page_press.past_view(brief, earlier, 0, Reader(officer, told, now))
    brief = Brief(enquiry=one, press=Press())
    yield "working: card, journalist new", enquiry_card.card(one, told, now, brief)
