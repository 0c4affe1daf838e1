"""Phrases and speakers that are followed, the episodes that were seen, and what was told of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"


down_revision = "0003"


BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "follows",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("user_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("guild_id", sa.BigInteger, index=True),
        sa.Column("channel_id", sa.BigInteger),
        sa.Column("phrase", sa.String(200)),
        sa.Column("speaker", sa.String(200)),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("failures", sa.SmallInteger, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "seen_episodes",
        sa.Column("episode", sa.String(64), primary_key=True),
        sa.Column("seen_at", sa.BigInteger, nullable=False, index=True),
    )
    op.create_table(
        "notices",
        sa.Column("follow_id", BIG, primary_key=True, autoincrement=False),
        sa.Column("episode", sa.String(64), primary_key=True),
        sa.Column("tried_at", sa.BigInteger, nullable=False, index=True),
        sa.Column("done", sa.Boolean, nullable=False),
    )
