"""Causes for which a database cannot be used, and their mends, in words without its address, which has a password."""

from __future__ import annotations

import socket
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

AWAY = (DBAPIError, PoolTimeoutError, OSError, TimeoutError, UnicodeDecodeError)
"""Errors that are raised where the database cannot be reached or used. SQLite's driver cannot decode what it is told by
a damaged file."""


SQL_STATES = {
    "28P01": "the password in DATABASE_URL is wrong",
    "28000": "the user in DATABASE_URL is not known there, or may not log in",
    "3D000": "there is no database of the name in DATABASE_URL; create it, or name another",
    "42501": "the user in DATABASE_URL lacks rights; let it use and create tables in its schema",
    "53100": "its disk is full; free some space",
    "53300": "it has too many connections; allow more, or run fewer processes",
    "57P03": "it is starting or stopping",
}
"""Causes and mends by PostgreSQL's error code."""


DAMAGED = "its file is damaged; put a backup in its place"


SQLITE_MESSAGES = {
    "database or disk is full": "the disk of DATA_DIR is full; free some space",
    "unable to open database file": "its file cannot be opened; see that DATA_DIR can be written",
    "readonly database": "its file cannot be written; see that DATA_DIR can be written",
    "file is not a database": "its file is no database; put a backup in its place",
    "malformed": DAMAGED,
    "Could not decode": DAMAGED,
    "disk I/O error": "its disk does not read or write, or is full",
    "database is locked": "another program holds its file for too long",
}


class NewerDatabaseError(OSError):
    """The tables are of a version that this one does not know."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


def cause_of(error: BaseException) -> str:
    """The cause of an error and its mend, for people; the error's type where the cause is not known."""
    for each in _error_chain(error):
        if isinstance(each, NewerDatabaseError):
            return f"this database was made by version {each.version}; install that version or a newer one"
        if known := SQL_STATES.get(getattr(each, "sqlstate", None) or ""):
            return known
        if isinstance(each, UnicodeDecodeError):
            return DAMAGED
        if isinstance(each, socket.gaierror):
            return "the host in DATABASE_URL is not known"
        if isinstance(each, ConnectionRefusedError):
            return "nothing answers at the address in DATABASE_URL"
        if isinstance(each, TimeoutError | PoolTimeoutError):
            return "it does not answer in time"
        for words, cause in SQLITE_MESSAGES.items():
            if words in str(each.args):
                return cause
    return type(error).__name__


def needs_rights(error: DBAPIError) -> bool:
    """True if the database refused the statement because the user lacks rights; the statement itself is sound."""
    return any(getattr(each, "sqlstate", None) == "42501" for each in _error_chain(error))


def _error_chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what caused it, the driver's own last."""
    following: BaseException | None = error
    while following is not None:
        yield following
        following = following.orig if isinstance(following, DBAPIError) else following.__cause__
