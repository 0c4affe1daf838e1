"""Room for the codes of all languages of passages: some have three letters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"


down_revision = "0007"


def upgrade() -> None:
    """Make the columns wider; SQLite holds no text to a length."""
    if op.get_bind().dialect.name != "sqlite":
        for table in ("posts", "refused"):
            op.alter_column(table, "language", type_=sa.String(3))
