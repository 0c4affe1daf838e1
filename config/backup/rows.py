"""The tables of a database as it is, at whatever revision, and the ids that they have given."""

from __future__ import annotations

from sqlalchemy import Connection, MetaData, Table, inspect, text

import config.library.tables  # noqa: F401 - its tables stand in Base too
from config.tables import Base

OURS = frozenset(Base.metadata.tables)
"""The names of our tables; a database may have others of somebody else's."""


VERSIONS = "alembic_version"
"""The table in which the migrations note the revision."""


def reflected_tables(connection: Connection) -> list[Table]:
    """Our tables as they are there, those that others refer to first."""
    there = OURS.intersection(inspect(connection).get_table_names())
    metadata = MetaData()
    metadata.reflect(connection, only=sorted(there))
    return [table for table in metadata.sorted_tables if table.name in OURS]


def last_ids(connection: Connection, tables: list[Table]) -> dict[str, int]:
    """The last id given by each table that counts them itself."""
    if connection.dialect.name == "sqlite":
        if not inspect(connection).has_table("sqlite_sequence"):
            return {}
        names = {table.name for table in tables}
        rows = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
        return {name: last for name, last in rows if name in names}
    found = {table.name: _sequence_of(connection, table) for table in tables}
    given = {name: connection.scalar(text(f"SELECT last_value FROM {sequence} WHERE is_called"))  # noqa: S608 - it is
             for name, sequence in found.items() if sequence}  # fmt: skip  # PostgreSQL's own name for it, quoted
    return {name: last for name, last in given.items() if last is not None}


def set_last_ids(connection: Connection, tables: list[Table], ids: dict[str, int]) -> None:
    """Have each table go on after the last id that it had given."""
    for table in tables:
        last = ids.get(table.name)
        if last is None:
            continue
        if connection.dialect.name == "sqlite":
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
            connection.execute(
                text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"),
                {"name": table.name, "last": last},
            )
        elif sequence := _sequence_of(connection, table):
            connection.execute(text("SELECT setval(CAST(:name AS regclass), :last)"), {"name": sequence, "last": last})


def _sequence_of(connection: Connection, table: Table) -> str | None:
    """The name of the sequence that counts a table's ids in PostgreSQL."""
    if "id" not in table.columns:
        return None
    asked = {"name": table.name, "column": "id"}
    found: str | None = connection.scalar(text("SELECT pg_get_serial_sequence(:name, :column)"), asked)
    return found
