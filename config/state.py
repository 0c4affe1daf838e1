"""Transactions on the database. The first one brings the tables up to date."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError, IntegrityError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from config.database import READ_ONLY, migrate_tables, open_engine
from config.database_errors import AWAY, cause_of, needs_rights


class DatabaseAwayError(Exception):
    """The database cannot be reached or used at the moment; the message has the cause and its mend."""


class State:
    """The database. Methods raise DatabaseAwayError where it cannot be used. Rows that were read can be used
    after their transaction."""

    def __init__(self, url: URL) -> None:
        self._open_engine(url)
        self._prepared = False
        self._preparing: asyncio.Task[None] | None = None

    @property
    def url(self) -> URL:
        """The address of the database."""
        return self._url

    def _open_engine(self, url: URL) -> None:
        self._url = url
        self._engine = open_engine(url)
        self._session = async_sessionmaker(self._engine, expire_on_commit=False)
        self._reader = async_sessionmaker(self._engine.execution_options(**{READ_ONLY: True}), expire_on_commit=False)

    async def prepare(self) -> None:
        """Bring the tables up to date, once, when they are first needed: the database may be away at the start."""
        if self._prepared:
            return
        if self._preparing is None or self._preparing.done():
            self._preparing = asyncio.create_task(self._migrate_once())
        await asyncio.shield(self._preparing)  # who has no time to wait for it does not end it for the others

    async def _migrate_once(self) -> None:
        try:
            await migrate_tables(self._url)
        except AWAY as error:
            raise DatabaseAwayError(cause_of(error)) from error
        self._prepared = True

    async def aclose(self) -> None:
        if self._preparing is not None:
            self._preparing.cancel()
            with suppress(DatabaseAwayError, asyncio.CancelledError):
                await self._preparing
        await self._engine.dispose()

    def _transaction(self) -> AbstractAsyncContextManager[AsyncSession]:
        """A transaction that may write: on SQLite one at a time."""
        return self._begin_transaction(self._session)

    def _reading(self) -> AbstractAsyncContextManager[AsyncSession]:
        """A transaction that only reads, and sees the database as it was when it began."""
        return self._begin_transaction(self._reader)

    @asynccontextmanager
    async def _begin_transaction(self, sessions: async_sessionmaker[AsyncSession]) -> AsyncIterator[AsyncSession]:
        await self.prepare()
        try:
            async with sessions.begin() as session:
                yield session
        except AWAY as error:
            if isinstance(error, IntegrityError | ProgrammingError | DataError) and not needs_rights(error):
                raise  # the database is there
            raise DatabaseAwayError(cause_of(error)) from error
