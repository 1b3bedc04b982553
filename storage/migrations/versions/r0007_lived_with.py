"""What living with it has shown: a story held while somebody may have changed their mind, a question that need not be answered any more,
where something was shared.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)

HELD = """
    UPDATE story_idea SET held_at = (
        SELECT MIN(nudge.due_at) FROM nudge
        WHERE nudge.subject = 'story' AND nudge.subject_id = story_idea.id
        AND nudge.step = 'story_change_of_mind' AND nudge.state IN ('planned', 'sent')
    )
"""
AS_BEFORE = """
    UPDATE story_idea SET recognisable = 'agreed'
    WHERE held_at IS NOT NULL AND recognisable = 'not_asked'
    AND EXISTS (SELECT 1 FROM consent WHERE consent.story_id = story_idea.id)
    AND NOT EXISTS (
        SELECT 1 FROM consent WHERE consent.story_id = story_idea.id
        AND CAST(consent.uses AS TEXT) = '[]' AND consent.withdrawn_at IS NULL
    )
"""


def upgrade() -> None:
    """Add the columns. What was held so far was marked as if nobody had been asked: now it is what it was before, and held."""
    op.add_column("story_idea", sa.Column("held_at", MOMENT, nullable=True))
    op.add_column("story_question", sa.Column("asked_again_at", MOMENT, nullable=True))
    op.add_column("story_question", sa.Column("let_go_at", MOMENT, nullable=True))
    op.add_column("share_ask", sa.Column("told_as", sa.String(32), nullable=False, server_default="social"))
    op.execute(HELD)
    op.execute(AS_BEFORE)
