"""Every form, nudge, card and page of working an enquiry, around one foreign text."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.messages import (
    assign_form,
    assign_nudge,
    edit_form,
    enquiry_card,
    enquiry_line,
    enquiry_news,
    link_form,
    work_forms,
)
from bot.messages.message import Message
from bot.messages.page_reader import Reader
from bot.rules.deeds import Deed
from bot.rules.edit_form import EditForm, mark_of, values_of
from bot.rules.working_forms import AssignForm
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import LinkKind, NudgeState, Outcome, Status, Step, Terms
from storage.links import EnquiryLink
from storage.organisation import Organisation
from storage.thread_note import ThreadNote
from tests.messages.samples import HEAD, OFFICER, SOCIAL_WORKER, T0, enquiry, entry, nudge, page

TEXTS = ("outlet", "journalist", "question", "how_it_came", "angle", "said_already", "links")


def of(words: str, number: int = 42, **changes: Any) -> Enquiry:
    """An enquiry whose every text is the foreign one."""
    return enquiry(number, **{**dict.fromkeys(TEXTS, words), **changes})


def note(words: str) -> ThreadNote:
    """A note to the next person."""
    return ThreadNote(enquiry_id=42, channel="", ts="assigned:42:2", author=HEAD, words=words, posted_at=T0)


def around(words: str, relation: str, *, restricted: bool) -> Brief:
    """An enquiry that hangs together with an answered one."""
    kind = LinkKind.SAME_STORY if relation == "same" else LinkKind.DUPLICATE
    one = of(words, status=Status.IN_PROGRESS, officer=OFFICER, restricted=restricted)
    other = of(words, 7, status=Status.RESPONDED, response=words, responded_by=OFFICER, responded_at=T0)
    if relation == "duplicate":
        one.status, one.outcome, one.duplicate_of = Status.CLOSED, Outcome.DUPLICATE, 7
        one.closed_by, one.closed_at = OFFICER, T0
    if relation == "has_duplicate":
        other.duplicate_of = 42
    link = EnquiryLink(enquiry_id=42, other_id=7, kind=kind, linked_by=OFFICER, linked_at=T0)
    link.id = 3
    return Brief(enquiry=one, links=(link,), linked=(other,))


def changes_of(words: str) -> dict[str, Any]:
    """Everything that can be changed, at once."""
    return {
        **{field: [words, f"{words}!"] for field in TEXTS},
        "angle": ["", words],
        "links": [words, ""],
        "deadline": [T0.isoformat(), None],
        "service_area": ["", "adults"],
        "terms": ["reportable", "embargoed"],
        "embargo_until": [None, T0.isoformat()],
        "because": words,
    }


def messages(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """What is posted when an enquiry is worked."""
    for restricted in (False, True):
        one = of(words, restricted=restricted, officer=OFFICER, urgent=True, terms=Terms.EMBARGOED, embargo_until=T0)
        asking = nudge(Step.ASSIGNED, OFFICER, late=True)
        for deed in (Deed.ASSIGN, Deed.HAND_OVER, Deed.REOPEN):
            for with_note in (None, note(words)):
                given = entry(deed, HEAD)
                yield f"{deed} {restricted}", assign_nudge.message(asking, one, given, with_note, told, T0)
        settled = nudge(Step.ASSIGNED, OFFICER, state=NudgeState.SETTLED, settled_by=OFFICER, settled_how="handed_over")
        yield f"handed over {restricted}", assign_nudge.message(settled, one, None, None, told, T0)
        yield f"edited {restricted}", enquiry_line.line(entry(Deed.EDIT, details=changes_of(words)), one, told)
        yield f"embargo card {restricted}", enquiry_card.card(one, told, T0)
        for what in ("taken_back", "taken_back_office", "reopened"):
            back = of(words, restricted=restricted, officer=OFFICER, outcome_note=words)
            yield f"news {what} {restricted}", enquiry_news.news(what, back, told, T0)
        for officer, at in ((None, None), (OFFICER, None), (OFFICER, T0)):
            again = of(words, restricted=restricted, officer=officer, responded_at=at)
            what = "changed_after_yes:question,terms,embargo_until"
            yield f"news changed after yes {officer} {at} {restricted}", enquiry_news.news(what, again, told, T0)
            yield f"news unlinked {officer} {at} {restricted}", enquiry_news.news("unlinked:7", again, told, T0)
        for relation in ("same", "duplicate", "has_duplicate"):
            brief = around(words, relation, restricted=restricted)
            yield f"card {relation} {restricted}", enquiry_card.card(brief.enquiry, told, T0, brief)
            yield f"private card {relation} {restricted}", enquiry_card.restricted_card(brief.enquiry, told, T0, brief)
            yield f"closed {relation} {restricted}", enquiry_news.news("closed", brief.enquiry, told, T0)


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """The forms, and the page for those who may work it."""
    reader = Reader(OFFICER, told, T0)
    one = of(
        words, status=Status.IN_PROGRESS, officer=HEAD, terms=Terms.EMBARGOED, embargo_until=T0 + timedelta(days=1)
    )
    yield "assign", assign_form.assign_view(one, reader)
    yield "assign, taken meanwhile", assign_form.assign_view(one, reader, AssignForm(OFFICER, words))
    yield "assign, nobody yet", assign_form.assign_view(of(words), reader)
    yield "edit", edit_form.edit_view(Brief(enquiry=one), reader)
    yield "edit, changed meanwhile", changed(one, words, reader)
    yield "note", work_forms.note_view(one)
    yield "reopen", work_forms.reopen_view(one, reader)
    yield "withdraw", work_forms.withdraw_view(one)
    yield "link", link_form.link_view(one, [of(words, 7), of(words, 8, restricted=True)])
    yield "link, none alike", link_form.link_view(one, [])
    for relation in ("same", "duplicate", "has_duplicate"):
        for restricted in (False, True):
            brief = around(words, relation, restricted=restricted)
            entries = [entry(Deed.EDIT, details=changes_of(words))]
            yield f"page {relation}", page(brief.enquiry, told, entries, links=brief.links, linked=brief.linked)
    for status in (Status.NEW, Status.CLOSED):
        about = of(
            words, status=status, closed_by=OFFICER, outcome=Outcome.DECLINED if status == Status.CLOSED else None
        )
        for person in (OFFICER, SOCIAL_WORKER):
            yield f"page {status} {person}", page(about, told, person=person)


def changed(one: Enquiry, words: str, reader: Reader) -> dict[str, Any]:
    """The form when somebody else has changed everything meanwhile."""
    now = values_of(one, reader.organisation.calendar)
    form = EditForm(
        typed={
            **now,
            "outlet": f"{words} mine",
            "angle": "old",
            "service_area": "",
            "terms": "reportable",
            "embargo_until": "",
        },
        opened={name: mark_of("old" if name == "angle" else "") for name in now},
        because=words,
    )
    entries = (entry(Deed.EDIT, details=changes_of(words)),)
    return edit_form.changed_view(Brief(enquiry=one, entries=entries), reader, form, {"angle": "field_again"})
