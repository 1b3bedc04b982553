"""The database itself keeps the audit trail append-only; only `salt` and `details` may be erased, both at once."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEPT = ("id", "at", "actor", "action", "subject", "subject_id", "digest", "previous", "hash")
REFUSAL = "the audit trail is append-only"


def upgrade() -> None:
    """Create the triggers of this database's kind."""
    statements = _postgresql() if op.get_bind().dialect.name == "postgresql" else _sqlite()
    for statement in statements:
        op.execute(statement)


def _sqlite() -> list[str]:
    same = " AND ".join(f"new.{name} IS old.{name}" for name in KEPT)
    refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    return [
        f"CREATE TRIGGER audit_entry_not_deleted BEFORE DELETE ON audit_entry {refuse}",
        f"""CREATE TRIGGER audit_entry_not_changed BEFORE UPDATE ON audit_entry
            WHEN NOT (new.salt IS NULL AND new.details IS NULL AND {same}) {refuse}""",
        # INSERT OR REPLACE would delete the old row without asking the trigger above
        f"""CREATE TRIGGER audit_entry_not_replaced BEFORE INSERT ON audit_entry
            WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = new.id) {refuse}""",  # noqa: S608 - no value comes from outside
    ]


def _postgresql() -> list[str]:
    same = " AND ".join(f"new.{name} IS NOT DISTINCT FROM old.{name}" for name in KEPT)
    return [
        f"""CREATE FUNCTION audit_entry_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'UPDATE' AND TG_LEVEL = 'ROW' THEN
                    IF new.salt IS NULL AND new.details IS NULL AND {same} THEN
                        RETURN new;
                    END IF;
                END IF;
                RAISE EXCEPTION '{REFUSAL}';
            END $$""",
        """CREATE TRIGGER audit_entry_not_changed BEFORE UPDATE OR DELETE ON audit_entry
            FOR EACH ROW EXECUTE FUNCTION audit_entry_is_kept()""",
        """CREATE TRIGGER audit_entry_not_truncated BEFORE TRUNCATE ON audit_entry
            FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_kept()""",
    ]
