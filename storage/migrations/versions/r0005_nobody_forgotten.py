"""Nobody is forgotten: rota, absences, what Slack shows of people, calls asked for, snoozed and bundled nudges."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables, and the new columns of nudges and people."""
    _absence()
    _presence()
    _turn()
    _call_request()
    _swap()
    _nudge()
    _person()


def _absence() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("made_by", sa.String(32), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("deputy", sa.String(32), nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_absence"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_absence_ends", "absence", ["ends_at"], unique=False)
    op.create_index("ix_absence_person", "absence", ["person"], unique=False)


def _presence() -> None:
    op.create_table(
        "presence",
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("deactivated", sa.Boolean(), nullable=False),
        sa.Column("quiet_until", MOMENT, nullable=True),
        sa.Column("away_until", MOMENT, nullable=True),
        sa.Column("away", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_presence"),
    )


def _turn() -> None:
    op.create_table(
        "turn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("service_area", sa.String(64), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_turn"),
        sa.UniqueConstraint("kind", "service_area", "person", "starts_at", name="uq_turn_kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_turn_ends", "turn", ["ends_at"], unique=False)


def _call_request() -> None:
    op.create_table(
        "call_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("when_words", sa.Text(), nullable=False),
        sa.Column("call_at", MOMENT, nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("done_by", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_call_request_enquiry_id_enquiry"),
        sa.PrimaryKeyConstraint("id", name="pk_call_request"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_call_request_enquiry", "call_request", ["enquiry_id"], unique=False)


def _swap() -> None:
    op.create_table(
        "swap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("turn_id", sa.Integer(), nullable=False),
        sa.Column("offered_by", sa.String(32), nullable=False),
        sa.Column("offered_at", MOMENT, nullable=False),
        sa.Column("offered_to", sa.String(32), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("answered_by", sa.String(32), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["turn_id"], ["turn.id"], name="fk_swap_turn_id_turn", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_swap"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_swap_offered",
        "swap",
        ["turn_id"],
        unique=False,
        sqlite_where=sa.text("state = 'offered'"),
        postgresql_where=sa.text("state = 'offered'"),
    )


def _nudge() -> None:
    op.add_column("nudge", sa.Column("snoozed_until", MOMENT, nullable=True))
    op.add_column("nudge", sa.Column("bundled_with", sa.Integer(), nullable=True))
    for name, columns, where in (
        ("ix_nudge_told", ["person", "sent_at"], "sent_at IS NOT NULL"),
        ("ix_nudge_bundle", ["bundled_with"], "bundled_with IS NOT NULL"),
    ):
        op.create_index(name, "nudge", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _person() -> None:
    op.add_column("person", sa.Column("hours", sa.JSON(), server_default="{}", nullable=False))
    op.add_column("person", sa.Column("reach", sa.String(16), server_default="slack", nullable=False))
