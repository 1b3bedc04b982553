"""What is over its period goes: each record with its entry in the trail, and with what stands in Slack about it brought up to date."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import Session

from bot.desk import telling
from bot.desk.work import Desk, Work, nothing, verb
from bot.keeping.holding import Held, held
from bot.keeping.rows import (
    BOT,
    absence_is_held,
    delete_absences,
    delete_deliveries,
    delete_kept_words,
    delete_presence,
)
from bot.rules.retention import Kept, Period, periods
from storage import keeping
from storage.audit import entries_of, erase_details, erase_details_of
from storage.delivery import Delivery, ever_sent
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import Subject
from storage.legal_hold import holds_on
from storage.line import get_line
from storage.share import JointItem, ShareAsk, get_joint_item, get_share
from storage.story import Consent, StoryIdea, get_story

EMPTIED = "emptied"
AT_A_LOOK = 200  # records in one of the scheduler's looks, so that nobody who types waits for it long
AT_ONCE = 500  # rows without words that go in one transaction
TOGETHER = (Kept.ABSENCES, Kept.PRESENCE, Kept.DELIVERIES, Kept.KEPT_WORDS)

KEEP_DETAILS = frozenset(
    {
        EMPTIED,
        "statements_emptied",
        "notes_deleted",
        "hold_placed",
        "hold_lifted",
        "story_exported",
        "exported",
        "trail_shown",
    }
)
"""Entries that say what was done with the record, not what stood in it: their details stay."""

WORDED = ("words", "statement", "response", "note", "why", "text")
"""The details in which an entry about a statement holds words."""


@dataclass(frozen=True, slots=True)
class Due:
    """One kind of record: what is over its period, and how many of those a hold keeps."""

    kind: Kept
    period: Period
    ids: tuple[Any, ...]
    held: int


def due(desk: Desk, now: datetime) -> list[Due]:
    """What would go now, kind by kind."""
    with desk.database.read() as session:
        stays = held(session)
        ours = periods(desk.organisation.retention)
        found = []
        for kind in Kept:
            ids = list(session.scalars(OVER[kind](ours[kind].before(now))))
            free = tuple(each for each in ids if not _is_held(session, stays, kind, each))
            found.append(Due(kind, ours[kind], free, len(ids) - len(free)))
    return found


def sweep(desk: Desk, found: Sequence[Due], told: Callable[[Kept], object] = nothing) -> int:
    """Let go what `due` found; how many records went. A hold that was placed meanwhile is seen. `told` hears of each record."""
    gone = 0
    for one in found:
        for ids in _in_parts(one):
            gone += GO[one.kind](desk, ids, str(one.period))
            for _ in ids:
                told(one.kind)
    return gone


def tick(desk: Desk) -> None:
    """The scheduler's look: where the organisation file says so, a part of what is due goes, and the rest at the next look."""
    if not desk.organisation.keeps_by_itself:
        return
    left = AT_A_LOOK
    for one in due(desk, desk.clock.now()):
        if left > 0 and one.ids:
            sweep(desk, [Due(one.kind, one.period, one.ids[:left], one.held)])
            left -= len(one.ids)


def _in_parts(one: Due) -> list[tuple[Any, ...]]:
    size = AT_ONCE if one.kind in TOGETHER else 1
    return [one.ids[start : start + size] for start in range(0, len(one.ids), size)]


def _is_held(session: Any, stays: Held, kind: Kept, record_id: Any) -> bool:
    if kind in ABOUT:
        return stays.holds(ABOUT[kind], record_id)
    if kind == Kept.CONSENTS and stays.records:
        consent = session.get(Consent, record_id)
        return consent is not None and stays.holds(Subject.STORY, consent.story_id)
    if kind == Kept.LINES and stays.records:
        line = get_line(session, record_id)
        return line is not None and stays.holds(Subject.ENQUIRY, line.enquiry_id or 0)
    if kind == Kept.ABSENCES:
        return absence_is_held(session, record_id, stays.people)
    if kind == Kept.PRESENCE:
        return str(record_id).casefold() in stays.people
    if kind == Kept.DELIVERIES and stays.records:
        delivery = session.get(Delivery, record_id)
        return delivery is not None and stays.holds(delivery.subject, delivery.subject_id)
    return False


def _done_with(work: Work, enquiry_id: int) -> Enquiry | None:
    """The enquiry, locked; None when it was reopened, emptied or held meanwhile."""
    enquiry = get_enquiry(work.session, enquiry_id, lock=True)
    stays = (
        enquiry is None or enquiry.is_open or enquiry.emptied_at or holds_on(work.session, Subject.ENQUIRY, enquiry_id)
    )
    return None if stays else enquiry


# -- one verb for each kind; each answers how many records went


@verb
def empty_enquiry(work: Work, ids: tuple[int, ...], period: str) -> int:
    """An enquiry's words go; its skeleton stays."""
    (enquiry_id,) = ids
    enquiry = _done_with(work, enquiry_id)
    if enquiry is None:
        return 0
    let_go(work, enquiry, BOT, {"after": period})
    return 1


def let_go(work: Work, enquiry: Enquiry, by: str, why: dict[str, object]) -> None:
    """An enquiry's words go, from the trail too, and everything that stands in Slack about it says so. Lock it first."""
    raiser, enquiry_id = enquiry.raised_by, enquiry.id
    for subject, numbers in keeping.children_of(work.session, enquiry_id).items():
        for number in numbers:
            erase_details_of(work.session, subject, number)
    erase_details_of(work.session, Subject.ENQUIRY, enquiry_id, but=KEEP_DETAILS)
    telling.show_again(work, Subject.ENQUIRY, enquiry_id)
    keeping.empty_enquiry(work.session, enquiry, work.now)
    if ever_sent(work.session, [telling.home_key(raiser)]):
        telling.show_home(work, raiser)
    work.audit(by, EMPTIED, Subject.ENQUIRY, enquiry_id, why)


@verb
def empty_statements(work: Work, ids: tuple[int, ...], period: str) -> int:
    """The words of an enquiry's statements go, and of the entries about them."""
    (enquiry_id,) = ids
    enquiry = _done_with(work, enquiry_id)
    if enquiry is None:
        return 0
    for subject, numbers in keeping.children_of(work.session, enquiry_id).items():
        for number in numbers:
            erase_details_of(work.session, subject, number)
    for entry in entries_of(work.session, Subject.ENQUIRY, enquiry_id):
        if entry.action not in KEEP_DETAILS and any(key in WORDED for key in entry.details or ()):
            erase_details(work.session, entry.id)
    keeping.empty_statements(work.session, enquiry_id)
    telling.show_again(work, Subject.ENQUIRY, enquiry_id)
    work.audit(BOT, "statements_emptied", Subject.ENQUIRY, enquiry_id, {"after": period})
    return 1


@verb
def delete_notes(work: Work, ids: tuple[int, ...], period: str) -> int:
    """An enquiry's notes go."""
    (enquiry_id,) = ids
    enquiry = _done_with(work, enquiry_id)
    if enquiry is None:
        return 0
    keeping.delete_notes(work.session, enquiry_id)
    work.audit(BOT, "notes_deleted", Subject.ENQUIRY, enquiry_id, {"after": period})
    return 1


_Worded = TypeVar("_Worded", StoryIdea, ShareAsk, JointItem)


def _empty(
    work: Work,
    subject: Subject,
    record: _Worded | None,
    empty: Callable[[Session, _Worded, datetime], None],
    period: str,
) -> int:
    """A record's words go, from the trail too, and what stands in Slack about it says so. Lock it first."""
    if record is None or record.emptied_at or holds_on(work.session, subject, record.id):
        return 0
    erase_details_of(work.session, subject, record.id, but=KEEP_DETAILS)
    telling.show_again(work, subject, record.id)
    empty(work.session, record, work.now)
    work.audit(BOT, EMPTIED, subject, record.id, {"after": period})
    return 1


@verb
def empty_story(work: Work, ids: tuple[int, ...], period: str) -> int:
    """A story idea's words go; its skeleton stays. A digest that told it stays as it was posted."""
    story = get_story(work.session, ids[0], lock=True)
    return _empty(work, Subject.STORY, story, keeping.empty_story, period)


@verb
def empty_share(work: Work, ids: tuple[int, ...], period: str) -> int:
    """The words of a question about sharing go; its skeleton stays."""
    ask = get_share(work.session, ids[0], lock=True)
    return _empty(work, Subject.SHARE, ask, keeping.empty_share, period)


@verb
def empty_joint(work: Work, ids: tuple[int, ...], period: str) -> int:
    """The words about a rule that got in someone's way go; that it did stays."""
    item = get_joint_item(work.session, ids[0], lock=True)
    return _empty(work, Subject.JOINT, item, keeping.empty_joint, period)


@verb
def delete_consent(work: Work, ids: tuple[int, ...], period: str) -> int:
    """A consent goes."""
    consent = work.session.get(Consent, ids[0])
    if consent is None or holds_on(work.session, Subject.STORY, consent.story_id):
        return 0
    keeping.delete_consent(work.session, consent.id)
    work.audit(BOT, "consent_deleted", Subject.STORY, consent.story_id, {"after": period})
    return 1


@verb
def delete_journalist(work: Work, ids: tuple[int, ...], period: str) -> int:
    """A journalist goes."""
    (journalist_id,) = ids
    theirs = [(Subject.ENQUIRY, each) for each in keeping.enquiries_of_journalist(work.session, journalist_id)]
    if any(holds_on(work.session, *record) for record in ((Subject.JOURNALIST, journalist_id), *theirs)):
        return 0
    erase_details_of(work.session, Subject.JOURNALIST, journalist_id)
    keeping.delete_journalist(work.session, journalist_id)
    work.audit(BOT, "deleted", Subject.JOURNALIST, journalist_id, {"after": period})
    return 1


@verb
def empty_line(work: Work, ids: tuple[int, ...], period: str) -> int:
    """A line's words go, and no card names it any more; that it was used stays."""
    line = get_line(work.session, ids[0], lock=True)
    if line is None or (line.enquiry_id and holds_on(work.session, Subject.ENQUIRY, line.enquiry_id)):
        return 0
    in_use = line.retired_at is None
    erase_details_of(work.session, Subject.LINE, line.id)
    keeping.empty_line(line, work.now)
    if in_use:
        telling.no_longer_offered(work, [line])
    work.audit(BOT, EMPTIED, Subject.LINE, line.id, {"after": period})
    return 1


ABOUT: dict[Kept, Subject] = {
    Kept.ENQUIRIES: Subject.ENQUIRY,
    Kept.STATEMENTS: Subject.ENQUIRY,
    Kept.NOTES: Subject.ENQUIRY,
    Kept.STORIES: Subject.STORY,
    Kept.SHARES: Subject.SHARE,
    Kept.JOINT: Subject.JOINT,
    Kept.JOURNALISTS: Subject.JOURNALIST,
}
"""What the ids of a kind are the ids of."""

OVER: dict[Kept, Callable[[datetime], Select[Any]]] = {
    Kept.ENQUIRIES: keeping.enquiries_over,
    Kept.STATEMENTS: keeping.statements_over,
    Kept.NOTES: keeping.notes_over,
    Kept.STORIES: keeping.stories_over,
    Kept.CONSENTS: keeping.consents_over,
    Kept.SHARES: keeping.shares_over,
    Kept.JOINT: keeping.joint_over,
    Kept.JOURNALISTS: keeping.journalists_over,
    Kept.LINES: keeping.lines_over,
    Kept.ABSENCES: keeping.absences_over,
    Kept.PRESENCE: keeping.presence_over,
    Kept.DELIVERIES: keeping.deliveries_over,
    Kept.KEPT_WORDS: keeping.kept_words_over,
}

GO: dict[Kept, Callable[[Desk, Any, str], int]] = {
    Kept.ENQUIRIES: empty_enquiry,
    Kept.STATEMENTS: empty_statements,
    Kept.NOTES: delete_notes,
    Kept.STORIES: empty_story,
    Kept.CONSENTS: delete_consent,
    Kept.SHARES: empty_share,
    Kept.JOINT: empty_joint,
    Kept.JOURNALISTS: delete_journalist,
    Kept.LINES: empty_line,
    Kept.ABSENCES: delete_absences,
    Kept.PRESENCE: delete_presence,
    Kept.DELIVERIES: delete_deliveries,
    Kept.KEPT_WORDS: delete_kept_words,
}
