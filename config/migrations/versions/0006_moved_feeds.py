"""The addresses that feeds moved to, the names that owners gave them, and from when on follows and announcements go."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"


down_revision = "0005"


def upgrade() -> None:
    """Make the columns."""
    op.add_column("sources", sa.Column("moved_to", sa.String(500)))
    op.add_column("sources", sa.Column("called", sa.String(100)))
    op.add_column("libraries", sa.Column("announce_since", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("follows", sa.Column("left_at", sa.BigInteger))
