"""The posts that still have the button "Not this one"; those of before keep it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"


down_revision = "0004"


def upgrade() -> None:
    """Make the column and its index."""
    op.add_column("posts", sa.Column("has_button", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("posts_with_buttons", "posts", ["has_button", "tried_at"])
