"""Searching: full text over enquiries, kept up by the database itself, and the indexes that lists and App Home read by.

On SQLite an FTS5 table, written by triggers in the transaction that writes the record; on PostgreSQL a generated column.
`seen` says by whom an enquiry may be found, so that a person with few of their own is answered without reading everyone's.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXTS = ("outlet", "journalist", "question", "angle", "said_already", "response")
SEEN = ("raised_by", "service_area", "lead")
ACCENTED = "áàâäãåāăąćčçďđéèêëēęěíìîïīłľńňñóòôöõøōőřśšşťțúùûüūůűŵẃýÿŷźžż"
PLAIN = "aaaaaaaaacccddeeeeeeeiiiiillnnnoooooooorsssttuuuuuuuwwyyyzzz"

STRUCK = {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O"}


def upgrade() -> None:
    """Make the indexes, and fill them from what is there."""
    _indexes()
    if op.get_bind().dialect.name == "sqlite":
        _on_sqlite()
    else:
        _on_postgresql()


def _indexes() -> None:
    op.create_index("ix_enquiry_journalist", "enquiry", ["journalist_id", "id"], unique=False)
    op.create_index("ix_enquiry_outlet", "enquiry", ["outlet_id", "id"], unique=False)
    op.create_index("ix_enquiry_officer", "enquiry", ["officer", "id"], unique=False)
    _partial("ix_enquiry_not_remembered", "enquiry", "id", "outlet_id IS NULL AND emptied_at IS NULL")
    _partial("ix_nudge_sent", "nudge", "person", "state = 'sent'")
    _partial("ix_fact_check_asked", "fact_check", "person", "state = 'asked'")


def _partial(name: str, table: str, column: str, where: str) -> None:
    op.create_index(name, table, [column], unique=False, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _on_sqlite() -> None:
    """A table without content of its own: it holds the index and no second copy of the words."""
    op.execute(
        "CREATE VIRTUAL TABLE enquiry_search USING fts5("
        "words, seen, content='', tokenize='porter unicode61 remove_diacritics 2')"
    )
    add = "INSERT INTO enquiry_search(rowid, words, seen)"
    new = f"{add} VALUES (new.id, {_words('new')}, {_seen('new')});"
    take = (
        "INSERT INTO enquiry_search(enquiry_search, rowid, words, seen) "  # noqa: S608 - all names are ours
        f"VALUES ('delete', old.id, {_words('old')}, {_seen('old')});"
    )
    op.execute(f"CREATE TRIGGER enquiry_search_insert AFTER INSERT ON enquiry BEGIN {new} END")
    op.execute(f"CREATE TRIGGER enquiry_search_delete AFTER DELETE ON enquiry BEGIN {take} END")
    columns = ", ".join((*TEXTS, *SEEN))
    op.execute(f"CREATE TRIGGER enquiry_search_update AFTER UPDATE OF {columns} ON enquiry BEGIN {take} {new} END")
    op.execute(f"{add} SELECT id, {_words('enquiry')}, {_seen('enquiry')} FROM enquiry")  # noqa: S608 - all names are ours


def _words(row: str) -> str:
    """FTS5 takes accents off by itself; letters with a stroke it leaves alone."""
    words = " || ' ' || ".join(f"{row}.{text}" for text in TEXTS)
    for letter, plain in STRUCK.items():
        words = f"replace({words}, '{letter}', '{plain}')"
    return words


def _seen(row: str) -> str:
    """One word for each way of being allowed: a person's id or an area's key in hexadecimal, after what they are to it."""
    return " || ' ' || ".join(f"'{column.replace('_', '')}' || hex(coalesce({row}.{column}, ''))" for column in SEEN)


def _on_postgresql() -> None:
    """Only letters and digits are left of the words, without accents, so that both kinds of database find the same."""
    joined = " || ' ' || ".join(TEXTS)
    plain = f"translate(lower({joined}), '{ACCENTED}', '{PLAIN}')"
    words = f"to_tsvector('english', regexp_replace({plain}, '[^[:alnum:]]+', ' ', 'g'))"
    op.execute(f"ALTER TABLE enquiry ADD COLUMN searchable tsvector GENERATED ALWAYS AS ({words}) STORED")
    op.execute("CREATE INDEX ix_enquiry_searchable ON enquiry USING gin (searchable)")
