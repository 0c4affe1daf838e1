"""Rows in every table, at whatever revision: as many as are wanted, with values of each column's type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Connection, Date, LargeBinary, SmallInteger, Table, insert, select
from sqlalchemy.engine import URL
from sqlalchemy.types import Integer

from config.backup.rows import reflected_tables
from config.database import alone_with_tables, open_engine, upgrade_tables

ROWS = 3


Rows = dict[str, list[tuple[Any, ...]]]


def fill_tables(connection: Connection) -> None:
    """Put rows into every table that has none; each refers to the row of its number."""
    for table in reflected_tables(connection):
        if connection.execute(select(table)).first() is None:
            connection.execute(insert(table), [_row(table, number) for number in range(1, ROWS + 1)])


def _row(table: Table, number: int) -> dict[str, Any]:
    return {column.name: _value(column, number) for column in table.columns}


def _value(column: Column[Any], number: int) -> Any:
    if column.nullable and not column.foreign_keys and number == ROWS:
        return None
    match column.type:
        case Boolean():
            return number % 2 == 0
        case Date():
            return date(2026, 1, 1) + timedelta(days=number)
        case SmallInteger():
            return number
        case BigInteger() if not column.primary_key and not column.foreign_keys:
            return (1 << 60) + number
        case Integer():
            return number
        case LargeBinary():
            return bytes(range(256)) * number
    return f"{number} é 焊球 \x01"[: getattr(column.type, "length", None)]


async def filled_at(url: URL, revision: str) -> Rows:
    """Make the tables of a revision and fill them; what is in them then."""

    def make(connection: Connection) -> Rows:
        upgrade_tables(connection, revision)
        fill_tables(connection)
        return rows_of(connection)

    async with alone_with_tables(url) as connection:
        return await connection.run_sync(make)


def rows_of(connection: Connection, columns: Mapping[str, Sequence[str]] | None = None) -> Rows:
    """All rows, of each table in the order of its first column; perhaps only some tables and columns."""
    found = {}
    for table in reflected_tables(connection):
        if columns is None or table.name in columns:
            wanted = [table.c[name] for name in (columns[table.name] if columns else table.columns.keys())]
            ordered = connection.execute(select(*wanted).order_by(*table.primary_key.columns))
            found[table.name] = [tuple(row) for row in ordered]
    return found


async def rows_in(url: URL, columns: Mapping[str, Sequence[str]] | None = None) -> Rows:
    engine = open_engine(url, pooled=False)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(rows_of, columns)
    finally:
        await engine.dispose()
