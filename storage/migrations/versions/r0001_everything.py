"""Everything that is remembered at first: enquiries, stories, nudges, deliveries, the audit trail, the organisation."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    _audit()
    _enquiries()
    _stories()
    _consents()
    _digests()
    _nudges()
    _deliveries()
    _lanes()
    _organisation()
    _notes()


def _partial_index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    op.create_index(name, table, columns, unique=unique, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _audit() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(32), nullable=False),
        sa.Column("action", sa.String(48), nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("salt", sa.String(32), nullable=True),
        sa.Column("details", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
    )
    op.create_index("ix_audit_entry_subject_id", "audit_entry", ["subject_id"])
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    op.execute("INSERT INTO audit_head (id, entries, previous, hash) VALUES (1, 0, '', '')")


def _enquiries() -> None:
    op.create_table(
        "enquiry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("raised_by", sa.String(32), nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("journalist", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("deadline", MOMENT, nullable=True),
        sa.Column("deadline_words", sa.Text(), nullable=False),
        sa.Column("service_area", sa.String(64), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("opened_up_by", sa.String(32), nullable=True),
        sa.Column("opened_up_at", MOMENT, nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("how_it_came", sa.Text(), nullable=False),
        sa.Column("angle", sa.Text(), nullable=False),
        sa.Column("said_already", sa.Text(), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("officer", sa.String(32), nullable=True),
        sa.Column("claimed_at", MOMENT, nullable=True),
        sa.Column("lead", sa.String(32), nullable=True),
        sa.Column("lead_acknowledged_by", sa.String(32), nullable=True),
        sa.Column("lead_acknowledged_at", MOMENT, nullable=True),
        sa.Column("response", sa.Text(), nullable=False),
        sa.Column("response_to", sa.Text(), nullable=False),
        sa.Column("responded_by", sa.String(32), nullable=True),
        sa.Column("responded_at", MOMENT, nullable=True),
        sa.Column("outcome", sa.String(32), nullable=True),
        sa.Column("outcome_note", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.String(32), nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("form_digest", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_enquiry"),
        sa.UniqueConstraint("form_id", name="uq_enquiry_form_id"),
        sqlite_autoincrement=True,
    )
    _partial_index("ix_enquiry_open", "enquiry", ["deadline"], "status != 'closed'")
    op.create_index("ix_enquiry_raised_by", "enquiry", ["raised_by", "id"])


def _stories() -> None:
    op.create_table(
        "story_idea",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("author", sa.String(32), nullable=False),
        sa.Column("sent_in_at", MOMENT, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("what_happened", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.Column("why_it_matters", sa.Text(), nullable=False),
        sa.Column("service_area", sa.String(64), nullable=False),
        sa.Column("recognisable", sa.String(32), nullable=False),
        sa.Column("tell_colleagues_now", sa.Boolean(), nullable=False),
        sa.Column("photos", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("officer", sa.String(32), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("declined_because", sa.Text(), nullable=False),
        sa.Column("suggestion", sa.Text(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.Column("form_digest", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_story_idea"),
        sa.UniqueConstraint("form_id", name="uq_story_idea_form_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_story_idea_author", "story_idea", ["author", "id"])
    _partial_index("ix_story_idea_picked_up", "story_idea", ["status"], "status = 'picked_up'")
    _partial_index("ix_story_idea_waiting", "story_idea", ["status"], "status = 'new'")


def _consents() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(32), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("uses", sa.JSON(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["story_id"], ["story_idea.id"], name="fk_consent_story_id_story_idea"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consent_story_id", "consent", ["story_id"])


def _digests() -> None:
    op.create_table(
        "digest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("week", sa.String(16), nullable=False),
        sa.Column("nominal_day", sa.Date(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_digest"),
        sa.UniqueConstraint("week", name="uq_digest_week"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "digest_story",
        sa.Column("digest_id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["digest_id"], ["digest.id"], name="fk_digest_story_digest_id_digest"),
        sa.ForeignKeyConstraint(["story_id"], ["story_idea.id"], name="fk_digest_story_story_id_story_idea"),
        sa.PrimaryKeyConstraint("digest_id", "story_id", name="pk_digest_story"),
        sa.UniqueConstraint("story_id", name="uq_digest_story_story_id"),
    )


def _nudges() -> None:
    op.create_table(
        "nudge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(32), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("settled_by", sa.String(32), nullable=True),
        sa.Column("settled_how", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_nudge"),
        sa.UniqueConstraint("subject", "subject_id", "step", "person", "round", name="uq_nudge_subject"),
        sqlite_autoincrement=True,
    )
    _partial_index("ix_nudge_due", "nudge", ["due_at"], "state = 'planned'")


def _deliveries() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("key", sa.String(160), nullable=False),
        sa.Column("lane", sa.String(64), nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("detail", sa.String(160), nullable=False),
        sa.Column("thread_key", sa.String(160), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("random_id", sa.String(32), nullable=False),
        sa.Column("claimed_at", MOMENT, nullable=True),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("ts", sa.String(32), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_delivery_key", "delivery", ["key", "id"])
    _partial_index("ix_delivery_lane", "delivery", ["lane", "urgent", "id"], "state IN ('waiting', 'sending')")
    _partial_index("ix_delivery_left", "delivery", ["lane", "id"], "state = 'sending'")
    _partial_index("ix_delivery_sent", "delivery", ["subject_id"], "state = 'sent'")
    _partial_index("ix_delivery_tried", "delivery", ["lane", "id"], "state = 'waiting' AND attempts > 0")
    _partial_index("uq_delivery_waiting_key", "delivery", ["key"], "state = 'waiting'", unique=True)


def _lanes() -> None:
    op.create_table(
        "lane",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("holder", sa.String(64), nullable=False),
        sa.Column("leased_until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_lane"),
    )


def _organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("service_area", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_table(
        "role",
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("role", "person", name="pk_role"),
    )
    op.create_table(
        "service_area",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("lead", sa.String(32), nullable=True),
        sa.Column("deputies", sa.JSON(), nullable=False),
        sa.Column("press_officer", sa.String(32), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_service_area"),
    )


def _notes() -> None:
    op.create_table(
        "seen_event",
        sa.Column("event_id", sa.String(64), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_seen_event"),
    )
    op.create_table(
        "kept_words",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("command", sa.String(32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kept_words"),
    )
