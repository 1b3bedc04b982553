"""The press desk: statements and sign-offs, people involved, tasks, coverage, lines, journalists, timelines, holds."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables, and the enquiry's new columns."""
    _enquiry()
    _legal_hold()
    _line()
    _outlet()
    _pre_election()
    _preference()
    _thread_read()
    _coverage()
    _enquiry_link()
    _involved()
    _journalist()
    _line_use()
    _statement()
    _task()
    _thread_note()
    _delivery()
    _fact_check()
    _sign_off()


def _enquiry() -> None:
    op.add_column("enquiry", sa.Column("terms", sa.String(32), nullable=False, server_default="reportable"))
    op.add_column("enquiry", sa.Column("embargo_until", MOMENT, nullable=True))
    op.add_column("enquiry", sa.Column("outlet_id", sa.Integer(), nullable=True))
    op.add_column("enquiry", sa.Column("journalist_id", sa.Integer(), nullable=True))
    op.add_column("enquiry", sa.Column("excluded", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("enquiry", sa.Column("named", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("enquiry", sa.Column("duplicate_of", sa.Integer(), nullable=True))
    op.add_column("enquiry", sa.Column("political", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("enquiry", sa.Column("statement_id", sa.Integer(), nullable=True))
    op.add_column("enquiry", sa.Column("response_way", sa.Text(), nullable=False, server_default=""))
    op.add_column("enquiry", sa.Column("override_because", sa.Text(), nullable=False, server_default=""))
    op.add_column("enquiry", sa.Column("override_by", sa.String(32), nullable=True))
    op.add_column("enquiry", sa.Column("family_told", sa.String(32), nullable=True))
    op.add_column("enquiry", sa.Column("family_told_by", sa.Text(), nullable=False, server_default=""))
    op.add_column("enquiry", sa.Column("family_wish", sa.Text(), nullable=False, server_default=""))
    op.add_column("enquiry", sa.Column("family_not_told_because", sa.Text(), nullable=False, server_default=""))
    op.add_column("enquiry", sa.Column("learnt", sa.Text(), nullable=False, server_default=""))
    op.add_column("enquiry", sa.Column("foi_received_on", sa.Date(), nullable=True))
    op.add_column("enquiry", sa.Column("foi_reference", sa.String(64), nullable=False, server_default=""))
    op.add_column("enquiry", sa.Column("foi_handed_to", sa.Text(), nullable=False, server_default=""))
    op.add_column("enquiry", sa.Column("foi_handed_at", MOMENT, nullable=True))
    op.add_column("enquiry", sa.Column("emptied_at", MOMENT, nullable=True))
    op.add_column("enquiry", sa.Column("reopened", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("story_idea", sa.Column("emptied_at", MOMENT, nullable=True))


def _legal_hold() -> None:
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("placed_by", sa.Text(), nullable=False),
        sa.Column("placed_at", MOMENT, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("lifted_by", sa.Text(), nullable=False),
        sa.Column("lifted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_legal_hold"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_legal_hold_subject", "legal_hold", ["subject", "subject_id"], unique=False)


def _line() -> None:
    op.create_table(
        "line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("service_area", sa.String(64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("kept_by", sa.String(32), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=True),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("retired_at", MOMENT, nullable=True),
        sa.Column("retired_by", sa.String(32), nullable=True),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_line"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_line_kept",
        "line",
        ["service_area"],
        unique=False,
        sqlite_where=sa.text("retired_at IS NULL"),
        postgresql_where=sa.text("retired_at IS NULL"),
    )


def _outlet() -> None:
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(160), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_seen", MOMENT, nullable=False),
        sa.Column("newsroom", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outlet"),
        sa.UniqueConstraint("key", name="uq_outlet_key"),
        sqlite_autoincrement=True,
    )


def _pre_election() -> None:
    op.create_table(
        "pre_election",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("set_by", sa.String(32), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("guidance", sa.Text(), nullable=False),
        sa.Column("lifted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_pre_election"),
        sqlite_autoincrement=True,
    )


def _preference() -> None:
    op.create_table(
        "preference",
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("name", sa.String(48), nullable=False),
        sa.Column("value", sa.String(160), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person", "name", name="pk_preference"),
    )


def _thread_read() -> None:
    op.create_table(
        "thread_read",
        sa.Column("place", sa.String(80), nullable=False),
        sa.Column("ts", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_thread_read"),
    )


def _coverage() -> None:
    op.create_table(
        "coverage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("tone", sa.String(16), nullable=False),
        sa.Column("our_words", sa.Boolean(), nullable=False),
        sa.Column("added_by", sa.String(32), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_coverage_enquiry_id_enquiry"),
        sa.PrimaryKeyConstraint("id", name="pk_coverage"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_coverage_enquiry", "coverage", ["enquiry_id"], unique=False)


def _enquiry_link() -> None:
    op.create_table(
        "enquiry_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("linked_by", sa.String(32), nullable=False),
        sa.Column("linked_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_enquiry_link_enquiry_id_enquiry"),
        sa.ForeignKeyConstraint(["other_id"], ["enquiry.id"], name="fk_enquiry_link_other_id_enquiry"),
        sa.PrimaryKeyConstraint("id", name="pk_enquiry_link"),
        sa.UniqueConstraint("enquiry_id", "other_id", name="uq_enquiry_link_enquiry_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_enquiry_link_other", "enquiry_link", ["other_id"], unique=False)


def _involved() -> None:
    op.create_table(
        "involved",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("part", sa.String(16), nullable=False),
        sa.Column("added_by", sa.String(32), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_involved_enquiry_id_enquiry"),
        sa.PrimaryKeyConstraint("id", name="pk_involved"),
        sa.UniqueConstraint("enquiry_id", "person", "part", name="uq_involved_enquiry_id"),
        sqlite_autoincrement=True,
    )


def _journalist() -> None:
    op.create_table(
        "journalist",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(160), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("first_seen", MOMENT, nullable=False),
        sa.Column("verified_by", sa.String(32), nullable=True),
        sa.Column("verified_at", MOMENT, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name="fk_journalist_outlet_id_outlet"),
        sa.PrimaryKeyConstraint("id", name="pk_journalist"),
        sa.UniqueConstraint("outlet_id", "key", name="uq_journalist_outlet_id"),
        sqlite_autoincrement=True,
    )


def _line_use() -> None:
    op.create_table(
        "line_use",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("used_by", sa.String(32), nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_line_use_enquiry_id_enquiry"),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name="fk_line_use_line_id_line"),
        sa.PrimaryKeyConstraint("id", name="pk_line_use"),
        sa.UniqueConstraint("line_id", "enquiry_id", name="uq_line_use_line_id"),
        sqlite_autoincrement=True,
    )


def _statement() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("drafted_by", sa.String(32), nullable=False),
        sa.Column("drafted_at", MOMENT, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("from_line", sa.Integer(), nullable=True),
        sa.Column("in_order", sa.Boolean(), nullable=False),
        sa.Column("needs_all", sa.Boolean(), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_statement_enquiry_id_enquiry"),
        sa.PrimaryKeyConstraint("id", name="pk_statement"),
        sa.UniqueConstraint("enquiry_id", "version", name="uq_statement_enquiry_id"),
        sqlite_autoincrement=True,
    )


def _task() -> None:
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by", sa.String(32), nullable=False),
        sa.Column("about", sa.String(32), nullable=True),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("done_by", sa.String(32), nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_task_enquiry_id_enquiry"),
        sa.PrimaryKeyConstraint("id", name="pk_task"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_task_enquiry", "task", ["enquiry_id"], unique=False)
    op.create_index(
        "ix_task_open",
        "task",
        ["owner"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )


def _thread_note() -> None:
    op.create_table(
        "thread_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("ts", sa.String(64), nullable=False),
        sa.Column("author", sa.String(32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("posted_at", MOMENT, nullable=False),
        sa.Column("edited_at", MOMENT, nullable=True),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("warned", sa.Boolean(), nullable=False),
        sa.Column("thread_ts", sa.String(32), nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_thread_note_enquiry_id_enquiry"),
        sa.PrimaryKeyConstraint("id", name="pk_thread_note"),
        sa.UniqueConstraint("channel", "ts", name="uq_thread_note_channel"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_thread_note_enquiry", "thread_note", ["enquiry_id", "posted_at"], unique=False)


def _delivery() -> None:
    cards = sa.text("kind IN ('enquiry_card', 'restricted_card') AND ts != ''")
    op.create_index("ix_delivery_card", "delivery", ["ts"], unique=False, sqlite_where=cards, postgresql_where=cards)


def _fact_check() -> None:
    op.create_table(
        "fact_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("asked_by", sa.String(32), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_fact_check_enquiry_id_enquiry"),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name="fk_fact_check_statement_id_statement"),
        sa.PrimaryKeyConstraint("id", name="pk_fact_check"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_fact_check_enquiry", "fact_check", ["enquiry_id"], unique=False)


def _sign_off() -> None:
    op.create_table(
        "sign_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("part", sa.String(16), nullable=False),
        sa.Column("asked_by", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("for_whom", sa.String(32), nullable=True),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("candour", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_sign_off_enquiry_id_enquiry"),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name="fk_sign_off_statement_id_statement"),
        sa.PrimaryKeyConstraint("id", name="pk_sign_off"),
        sa.UniqueConstraint("statement_id", "person", name="uq_sign_off_statement_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_sign_off_asked",
        "sign_off",
        ["person"],
        unique=False,
        sqlite_where=sa.text("state = 'asked'"),
        postgresql_where=sa.text("state = 'asked'"),
    )
    op.create_index("ix_sign_off_enquiry", "sign_off", ["enquiry_id"], unique=False)
