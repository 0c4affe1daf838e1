"""The check of each passage's words, by which it is known again in a transcript that was cut anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"


down_revision = "0006"


def upgrade() -> None:
    """Make the columns; passages of before are known by their place alone."""
    for table in ("posts", "refused"):
        op.add_column(table, sa.Column("words", sa.Integer))
