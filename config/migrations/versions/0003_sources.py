"""Feeds and uploads, their items, the bytes that were fetched, libraries' settings, a change counter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"


down_revision = "0002"


BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables, and begin to count."""
    _make_contents()
    _make_sources()
    _make_items()
    _make_libraries()
    _make_changes()


def _make_contents() -> None:
    op.create_table(
        "contents",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("compressed", sa.LargeBinary, nullable=False),
    )


def _make_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("address", sa.String(500), nullable=False),
        sa.Column("show", sa.String(300)),
        sa.Column("language", sa.String(16)),
        sa.Column("image", sa.String(1000)),
        sa.Column("link", sa.String(1000)),
        sa.Column("added_by", sa.BigInteger),
        sa.Column("added_at", sa.BigInteger, nullable=False),
        sa.Column("etag", sa.String(300)),
        sa.Column("last_modified", sa.String(100)),
        sa.Column("looked_at", sa.BigInteger),
        sa.Column("next_look", sa.BigInteger, index=True),
        sa.Column("failures", sa.SmallInteger, nullable=False),
        sa.Column("error", sa.String(300)),
        sa.Column("left_at", sa.BigInteger),
        sa.Column("changed", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("guild_id", "kind", "address", name="one_of_a_kind"),
        sqlite_autoincrement=True,
    )


def _make_items() -> None:
    op.create_table(
        "items",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("source_id", BIG, sa.ForeignKey("sources.id", ondelete="CASCADE"), nullable=False),
        sa.Column("key", sa.String(500), nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("date", sa.String(10)),
        sa.Column("number", sa.Integer),
        sa.Column("season", sa.Integer),
        sa.Column("language", sa.String(16)),
        sa.Column("link", sa.String(1000)),
        sa.Column("enclosure", sa.String(1000)),
        sa.Column("image", sa.String(1000)),
        sa.Column("people", sa.Text),
        sa.Column("addresses", sa.Text),
        sa.Column("hidden", sa.Boolean, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("reason", sa.String(300)),
        sa.Column("transcript", sa.String(64), sa.ForeignKey("contents.digest"), index=True),
        sa.Column("ending", sa.String(16)),
        sa.Column("file_name", sa.String(255)),
        sa.Column("chapters", sa.String(64), sa.ForeignKey("contents.digest"), index=True),
        sa.Column("next_look", sa.BigInteger),
        sa.Column("failures", sa.SmallInteger, nullable=False),
        sa.Column("added_at", sa.BigInteger, nullable=False),
        sa.Column("ready_at", sa.BigInteger, index=True),
        sa.UniqueConstraint("source_id", "key", name="one_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("items_by_state", "items", ["state", "source_id"])


def _make_libraries() -> None:
    op.create_table(
        "libraries",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("shared", sa.Boolean, nullable=False),
        sa.Column("announce_channel_id", sa.BigInteger),
        sa.Column("left_at", sa.BigInteger),
    )


def _make_changes() -> None:
    changes = op.create_table(
        "changes",
        sa.Column("id", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("value", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(changes, [{"id": 1, "value": 0}])
