"""The outbox of posts that buttons ask for, and more choices for the quote of the day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"


down_revision = "0001"


SWITCHES = ("explicit", "thread", "pin", "publish")
"""Columns of a server's choices that are off until somebody turns them on."""


def upgrade() -> None:
    """Make the table and the columns."""
    op.create_table(
        "outbox",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("tried_at", sa.BigInteger, nullable=False, index=True),
        sa.Column("leased_until", sa.BigInteger, nullable=False),
        sa.Column("posted", sa.Boolean, nullable=False),
    )
    op.add_column("servers", sa.Column("role_id", sa.BigInteger))
    for name in SWITCHES:
        op.add_column("servers", sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false()))
