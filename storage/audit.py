"""The audit trail: append-only and chained, so that a later inquiry can trust it and a person's erasure does not break it."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_hex
from typing import Any, NamedTuple

from sqlalchemy import JSON, ColumnElement, String, bindparam, func, insert, literal_column, select, update
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.sql.functions import GenericFunction

from storage.base import Record, UtcDateTime, Word
from storage.insert import table_of
from storage.kinds import Subject


class AuditEntry(Record):
    """Who did what to which record, when.

    `digest` is SHA-256, in hexadecimal, of `salt` + the details as canonical JSON (sorted keys, no spaces, ASCII).
    `hash` is SHA-256 of `previous` + `digest` + a JSON list of at, actor, action, subject, subject_id; `previous` is the hash of
    the entry before, empty for the first. So every column is bound, and who, what and when stay bound after the details are erased.

    Triggers refuse every change and deletion but one: `salt` and `details` may be erased (set to NULL together), after which the
    chain still verifies and what they held can no longer be guessed.
    """

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # 1, 2, 3 ... without a gap
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(String(32))  # a Slack user id, or "close-ties"
    action: Mapped[str] = mapped_column(String(48))
    subject: Mapped[Subject] = mapped_column(Word(Subject, 16))
    subject_id: Mapped[int] = mapped_column(index=True)
    digest: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    salt: Mapped[str | None] = mapped_column(String(32), default=None)
    details: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), default=None)


class AuditHead(Record):
    """The one row that every entry locks, last in its transaction: where the chain stands."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entries: Mapped[int] = mapped_column(default=0)
    previous: Mapped[str] = mapped_column(String(64), default="")
    hash: Mapped[str] = mapped_column(String(64), default="")


class Sha256Hex(GenericFunction[str]):
    """SHA-256 of a text's UTF-8, in hexadecimal, reckoned by the database: the head's hash never has to be read first."""

    type = String()
    name = "sha256_hex"
    inherit_cache = True


@compiles(Sha256Hex, "postgresql")
def _on_postgresql(function: Sha256Hex, compiler: Any, **how: Any) -> str:
    return f"encode(sha256(convert_to({compiler.process(function.clauses, **how)}, 'UTF8')), 'hex')"


NO_HEAD = "the audit trail has no head; the migrations write it"


def append(
    session: Session,
    *,
    at: datetime,
    actor: str,
    action: str,
    subject: Subject,
    subject_id: int,
    details: dict[str, Any],
) -> int:
    """Add an entry to the chain and return its number, in two statements. Call it last: the head's row is what writers queue for.

    `details` must be JSON; TypeError otherwise.
    """
    salt, text = token_hex(16), _canonical(details)
    digest = _sha256(salt + text)
    bound = digest + _facts(at, actor, action, subject, subject_id)
    head = session.execute(_MOVE_HEAD, {"bound": bound}).one_or_none()
    if head is None:
        raise LookupError(NO_HEAD)
    session.execute(
        _ADD_ENTRY,
        {
            "id": head.entries,
            "at": at,
            "actor": actor,
            "action": action,
            "subject": subject,
            "subject_id": subject_id,
            "digest": digest,
            "previous": head.previous,
            "hash": head.hash,
            "salt": salt,
            "details": json.loads(text),
        },
    )
    return int(head.entries)


class NewEntry(NamedTuple):
    """What an entry is made of."""

    actor: str
    action: str
    subject: Subject
    subject_id: int
    details: dict[str, Any]


def append_all(session: Session, at: datetime, entries: Sequence[NewEntry]) -> list[int]:
    """Add several entries to the chain and return their numbers, in three statements however many they are. As `append` otherwise."""
    if len(entries) < ENOUGH:
        return [append(session, at=at, **entry._asdict()) for entry in entries]
    head = session.execute(_HOLD_HEAD).one_or_none()
    if head is None:
        raise LookupError(NO_HEAD)
    number, previous, before, rows = int(head.entries), head.hash, head.previous, []
    for entry in entries:
        salt, text = token_hex(16), _canonical(entry.details)
        digest = _sha256(salt + text)
        hashed = _sha256(previous + digest + _facts(at, *entry[:4]))
        number += 1
        chained = {"id": number, "at": at, "digest": digest, "previous": previous, "hash": hashed, "salt": salt}
        rows.append(entry._asdict() | chained | {"details": json.loads(text)})
        before, previous = previous, hashed
    session.execute(_ADD_ENTRY, rows)
    session.execute(_SET_HEAD, {"number": number, "before": before, "last": previous})
    return [row["id"] for row in rows]


ENOUGH = 3
"""From so many entries on, the chain is reckoned here and written at once."""


def get_entry(session: Session, entry_id: int) -> AuditEntry | None:
    """One entry by its number."""
    return session.get(AuditEntry, entry_id)


def entries_of(session: Session, subject: Subject, subject_id: int) -> list[AuditEntry]:
    """What happened to one record, in order."""
    about = (AuditEntry.subject_id == subject_id, AuditEntry.subject == subject)
    return list(session.scalars(select(AuditEntry).where(*about).order_by(AuditEntry.id)))


def erase_details(session: Session, entry_id: int) -> None:
    """Forget an entry's details for good. That it happened, when and by whom stays, and the chain holds."""
    erased = update(AuditEntry).where(AuditEntry.id == entry_id)
    session.execute(erased.values(salt=None, details=None), execution_options={"synchronize_session": "evaluate"})


def head_of(session: Session) -> tuple[int, str]:
    """How many entries there are, and the last one's hash: what is worth writing down elsewhere."""
    head = session.get(AuditHead, 1, populate_existing=True)
    return (head.entries, head.hash) if head else (0, "")


def entry_with_hash(session: Session, wanted: str) -> AuditEntry | None:
    """The entry that was the head when this hash was written down."""
    return session.scalars(select(AuditEntry).where(AuditEntry.hash == wanted).limit(1)).one_or_none()


def actions_done(session: Session, subject: Subject, subject_id: int, action: str) -> list[AuditEntry]:
    """Every time that this was done to a record, in order."""
    about = (AuditEntry.subject_id == subject_id, AuditEntry.subject == subject, AuditEntry.action == action)
    return list(session.scalars(select(AuditEntry).where(*about).order_by(AuditEntry.id)))


def erase_details_of(session: Session, subject: Subject, subject_id: int, *, but: Collection[str] = ()) -> int:
    """Forget the details of every entry about a record, save those of the actions in `but`; how many were forgotten."""
    about = (AuditEntry.subject_id == subject_id, AuditEntry.subject == subject, AuditEntry.salt.is_not(None))
    found = list(session.scalars(select(AuditEntry.id).where(*about, AuditEntry.action.not_in(but))))
    for entry_id in found:
        erase_details(session, entry_id)
    return len(found)


def verify(session: Session, seen: Callable[[int], object] | None = None) -> list[str]:
    """Read the whole chain and say, one sentence each, where it does not hold. An empty list: nothing was changed or removed.

    `seen` is told how many entries have been read, now and then. What is written meanwhile is left for the next time: the head is
    read first, and the chain is followed as far as it speaks of.
    """
    head = session.get(AuditHead, 1, populate_existing=True)
    if head is None:
        return ["The audit trail's head is missing."]
    upto, expected = head.entries, head.hash
    problems, last, count = _walk(_in_pages(session, upto, seen))
    if (upto, expected) != (count, last):
        problems.append(f"The head speaks of {upto} entries, the trail ends with entry {count}: it was cut or changed.")
    return problems + _beyond_head(session)


def _beyond_head(session: Session) -> list[str]:
    """Entries that no head speaks of. The last entry is read before the head, which only ever moves on."""
    last = session.scalar(select(func.max(AuditEntry.id))) or 0
    entries, _ = head_of(session)
    if last <= entries:
        return []
    return [f"The head speaks of {entries} entries, the trail ends with entry {last}: it was cut or changed."]


PAGE = 1_000


def _in_pages(session: Session, upto: int, seen: Callable[[int], object] | None) -> Iterator[AuditEntry]:
    """A page at a time: neither memory nor one statement grows with the trail."""
    after, read = -1, 0
    while True:
        page = (
            select(AuditEntry).where(AuditEntry.id > after, AuditEntry.id <= upto).order_by(AuditEntry.id).limit(PAGE)
        )
        entries = list(session.scalars(page))
        if not entries:
            return
        yield from entries
        after, read = entries[-1].id, read + len(entries)
        for entry in entries:
            session.expunge(entry)
        if seen:
            seen(read)


def _walk(entries: Iterable[AuditEntry]) -> tuple[list[str], str, int]:
    problems: list[str] = []
    previous, number = "", 0
    for entry in entries:
        if entry.id != number + 1:
            problems.append(f"Entry {number + 1} is missing before entry {entry.id}.")
        if entry.previous != previous:
            problems.append(f"Entry {entry.id} does not follow from the one before.")
        problems += _faults_in(entry)
        previous, number = entry.hash, entry.id
    return problems, previous, number


def _faults_in(entry: AuditEntry) -> list[str]:
    facts = _facts(entry.at, entry.actor, entry.action, entry.subject, entry.subject_id)
    faults = []
    if _sha256(entry.previous + entry.digest + facts) != entry.hash:
        faults.append(f"Entry {entry.id} was changed: its hash does not match.")
    if (entry.salt is None) != (entry.details is None):
        faults.append(f"Entry {entry.id} is half erased.")
    elif entry.salt is not None and _sha256(entry.salt + _canonical(entry.details)) != entry.digest:
        faults.append(f"Entry {entry.id} was changed: its details do not match their digest.")
    return faults


def _facts(at: datetime, actor: str, action: str, subject: Subject, subject_id: int) -> str:
    return _canonical([at.astimezone(UTC).isoformat(timespec="microseconds"), actor, action, subject.value, subject_id])


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def _sha256(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _next_hash() -> ColumnElement[str]:
    return Sha256Hex(AuditHead.hash + bindparam("bound", type_=String()))


_MOVE_HEAD = (
    update(table_of(AuditHead))
    .where(AuditHead.id == literal_column("1"))
    .values(entries=AuditHead.entries + 1, previous=AuditHead.hash, hash=_next_hash())
    .returning(AuditHead.entries, AuditHead.previous, AuditHead.hash)
)
_HOLD_HEAD = (
    select(AuditHead.entries, AuditHead.previous, AuditHead.hash)
    .where(AuditHead.id == literal_column("1"))
    .with_for_update()
)
_SET_HEAD = (
    update(table_of(AuditHead))
    .where(AuditHead.id == literal_column("1"))
    .values(entries=bindparam("number"), previous=bindparam("before"), hash=bindparam("last"))
)
_ADD_ENTRY = insert(table_of(AuditEntry))
