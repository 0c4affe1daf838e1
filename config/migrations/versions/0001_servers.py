"""Each server's choices, the ledger of posts, refused passages, and notes between processes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"


down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _make_servers()
    _make_posts()
    _make_refused()
    _make_notes()


def _make_servers() -> None:
    op.create_table(
        "servers",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("owner_id", sa.BigInteger, nullable=False),
        sa.Column("minute", sa.SmallInteger, nullable=False),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("days", sa.SmallInteger, nullable=False),
        sa.Column("speaker", sa.String(500)),
        sa.Column("episode", sa.String(500)),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("next_at", sa.BigInteger, index=True),
        sa.Column("failures", sa.SmallInteger, nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("left_at", sa.BigInteger),
    )


def _make_posts() -> None:
    op.create_table(
        "posts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("reason", sa.String(16)),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("tried_at", sa.BigInteger),
        sa.Column("episode", sa.String(500)),
        sa.Column("segment", sa.Integer),
        sa.Column("first", sa.Integer),
        sa.Column("last", sa.Integer),
        sa.Column("language", sa.String(2)),
        sa.UniqueConstraint("guild_id", "day", name="one_a_day"),
        sqlite_autoincrement=True,
    )
    op.create_index("posts_of_a_server", "posts", ["guild_id", "id"])


def _make_refused() -> None:
    op.create_table(
        "refused",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("episode", sa.String(500), primary_key=True),
        sa.Column("segment", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("first", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("language", sa.String(2), primary_key=True),
    )


def _make_notes() -> None:
    op.create_table(
        "notes",
        sa.Column("name", sa.String(100), primary_key=True),
        sa.Column("value", sa.String(200), nullable=False),
    )
