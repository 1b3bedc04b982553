"""Good news: drafts, authors, pictures, consent in full, where a story stands, the digest's preview, sharing, and search over stories."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TEXTS = ("title", "what_happened", "why_it_matters", "credit")
ACCENTED = "áàâäãåāăąćčçďđéèêëēęěíìîïīłľńňñóòôöõøōőřśšşťțúùûüūůűŵẃýÿŷźžż"
PLAIN = "aaaaaaaaacccddeeeeeeeiiiiillnnnoooooooorsssttuuuuuuuwwyyyzzz"
STRUCK = {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O"}


def upgrade() -> None:
    """Create the tables and the new columns, and the index of words."""
    op.add_column("enquiry", _flag("practice"))
    _story()
    _consent()
    _digest()
    _around()
    _told()
    _share()
    if op.get_bind().dialect.name == "sqlite":
        _words_on_sqlite()
    else:
        _words_on_postgresql()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _story() -> None:
    for column in (
        sa.Column("tell_where", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("theme", sa.String(64), nullable=False, server_default=""),
        _flag("about_child"),
        _flag("court"),
        sa.Column("source_channel", sa.String(32), nullable=False, server_default=""),
        sa.Column("source_ts", sa.String(32), nullable=False, server_default=""),
        _text("source_link"),
        sa.Column("drafted_at", MOMENT, nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by", sa.String(32), nullable=True),
        sa.Column("second_look_by", sa.String(32), nullable=True),
        sa.Column("second_look_at", MOMENT, nullable=True),
        sa.Column("joined_to", sa.Integer(), nullable=True),
        sa.Column("taken_out_at", MOMENT, nullable=True),
    ):
        op.add_column("story_idea", column)


def _consent() -> None:
    for column in (
        _flag("child"),
        sa.Column("decided_by", sa.String(32), nullable=False, server_default="themselves"),
        _text("decider"),
        sa.Column("decided_on", sa.Date(), nullable=True),
        _text("childs_view"),
        _flag("seen_words"),
        _text("described_as"),
        sa.Column("withdrawn_by", sa.String(32), nullable=True),
        _text("withdrawn_how"),
        sa.Column("renews", sa.Integer(), nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
    ):
        op.add_column("consent", column)


def _digest() -> None:
    for column in (
        _text("opening"),
        sa.Column("previewed_at", MOMENT, nullable=True),
        sa.Column("approved_at", MOMENT, nullable=True),
        sa.Column("approved_by", sa.String(32), nullable=True),
        sa.Column("held_at", MOMENT, nullable=True),
        sa.Column("held_by", sa.String(32), nullable=True),
        sa.Column("posted_at", MOMENT, nullable=True),
        sa.Column("reactions", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("replies", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("counted_at", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False, server_default="1"),
    ):
        op.add_column("digest", column)
    op.add_column("digest_story", _text("title"))
    op.add_column("digest_story", _text("words"))
    op.create_table(
        "digest_left_out",
        sa.Column("digest_id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("left_out_by", sa.String(32), nullable=False),
        sa.Column("left_out_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["digest_id"], ["digest.id"], name="fk_digest_left_out_digest_id_digest"),
        sa.ForeignKeyConstraint(["story_id"], ["story_idea.id"], name="fk_digest_left_out_story_id_story_idea"),
        sa.PrimaryKeyConstraint("digest_id", "story_id", name="pk_digest_left_out"),
    )
    op.create_table(
        "edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(96), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("service_area", sa.String(64), nullable=False),
        sa.Column("story_ids", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
        sa.UniqueConstraint("key", name="uq_edition_key"),
        sqlite_autoincrement=True,
    )


def _around() -> None:
    op.create_table(
        "story_author",
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("added_by", sa.String(32), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story_idea.id"], name="fk_story_author_story_id_story_idea"),
        sa.PrimaryKeyConstraint("story_id", "person", name="pk_story_author"),
    )
    op.create_table(
        "picture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story_idea.id"], name="fk_picture_story_id_story_idea"),
        sa.PrimaryKeyConstraint("id", name="pk_picture"),
        sa.UniqueConstraint("story_id", "file", name="uq_picture_story_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "story_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.String(32), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(32), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("fresh", sa.Boolean(), nullable=False),
        sa.Column("beside", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["story_id"], ["story_idea.id"], name="fk_story_question_story_id_story_idea"),
        sa.PrimaryKeyConstraint("id", name="pk_story_question"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_story_question_story_id", "story_question", ["story_id"], unique=False)


def _told() -> None:
    op.create_table(
        "telling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("use", sa.String(32), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("told_by", sa.String(32), nullable=False),
        sa.Column("noted_at", MOMENT, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("digest_id", sa.Integer(), nullable=True),
        sa.Column("edition_id", sa.Integer(), nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story_idea.id"], name="fk_telling_story_id_story_idea"),
        sa.PrimaryKeyConstraint("id", name="pk_telling"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_telling_story_id", "telling", ["story_id"], unique=False)
    op.create_table(
        "take_down",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("because", sa.String(16), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("done_by", sa.String(32), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story_idea.id"], name="fk_take_down_story_id_story_idea"),
        sa.ForeignKeyConstraint(["telling_id"], ["telling.id"], name="fk_take_down_telling_id_telling"),
        sa.PrimaryKeyConstraint("id", name="pk_take_down"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_take_down_story_id", "take_down", ["story_id"], unique=False)
    _partial("ix_take_down_open", "take_down", "owner", "done_at IS NULL")


def _partial(name: str, table: str, column: str, where: str) -> None:
    op.create_index(name, table, [column], unique=False, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _share() -> None:
    op.create_table(
        "share_ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("asked_by", sa.String(32), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("service_area", sa.String(64), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("light", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("owner", sa.String(32), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("possible", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(32), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("by_itself", sa.Boolean(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=True),
        sa.Column("source_link", sa.Text(), nullable=False),
        sa.Column("form_digest", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("emptied_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_share_ask"),
        sa.UniqueConstraint("form_id", name="uq_share_ask_form_id"),
        sqlite_autoincrement=True,
    )
    _partial("ix_share_ask_open", "share_ask", "due_at", "state = 'open'")
    op.create_index("ix_share_ask_person", "share_ask", ["asked_by", "id"], unique=False)
    op.create_table(
        "joint_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("raised_by", sa.String(32), nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("share_id", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(32), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("emptied_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_joint_item"),
        sa.UniqueConstraint("form_id", name="uq_joint_item_form_id"),
        sqlite_autoincrement=True,
    )


def _words_on_sqlite() -> None:
    """As for enquiries: an index kept by triggers, without content of its own."""
    op.execute(
        "CREATE VIRTUAL TABLE story_search USING fts5("
        "words, content='', tokenize='porter unicode61 remove_diacritics 2')"
    )
    new = f"INSERT INTO story_search(rowid, words) VALUES (new.id, {_words('new')});"  # noqa: S608 - all names are ours
    take = (
        "INSERT INTO story_search(story_search, rowid, words) "  # noqa: S608 - all names are ours
        f"VALUES ('delete', old.id, {_words('old')});"
    )
    op.execute(f"CREATE TRIGGER story_search_insert AFTER INSERT ON story_idea BEGIN {new} END")
    op.execute(f"CREATE TRIGGER story_search_delete AFTER DELETE ON story_idea BEGIN {take} END")
    columns = ", ".join(TEXTS)
    op.execute(f"CREATE TRIGGER story_search_update AFTER UPDATE OF {columns} ON story_idea BEGIN {take} {new} END")
    op.execute(f"INSERT INTO story_search(rowid, words) SELECT id, {_words('story_idea')} FROM story_idea")  # noqa: S608


def _words(row: str) -> str:
    """FTS5 takes accents off by itself; letters with a stroke it leaves alone."""
    words = " || ' ' || ".join(f"{row}.{text}" for text in TEXTS)
    for letter, plain in STRUCK.items():
        words = f"replace({words}, '{letter}', '{plain}')"
    return words


def _words_on_postgresql() -> None:
    """Only letters and digits are left of the words, without accents, so that both kinds of database find the same."""
    joined = " || ' ' || ".join(TEXTS)
    plain = f"translate(lower({joined}), '{ACCENTED}', '{PLAIN}')"
    words = f"to_tsvector('english', regexp_replace({plain}, '[^[:alnum:]]+', ' ', 'g'))"
    op.execute(f"ALTER TABLE story_idea ADD COLUMN searchable tsvector GENERATED ALWAYS AS ({words}) STORED")
    op.execute("CREATE INDEX ix_story_idea_searchable ON story_idea USING gin (searchable)")
