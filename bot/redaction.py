"""Keeping out of the log what is nobody's business: tokens, passwords, and what users wrote."""

from __future__ import annotations

import re
import traceback
from collections.abc import Collection, Iterator
from urllib.parse import quote

import discord
from sqlalchemy.exc import DBAPIError

from config.database_errors import cause_of
from transcript.errors import CacheError, TranscriptError

HIDDEN = "[hidden]"


_INTERACTION_TOKEN = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?\"']+")


_BOT_TOKEN = re.compile(r"[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}")


_PASSWORD_IN_ADDRESS = re.compile(r"(://[^\s:/@]*:)[^\s@/]+(?=@)")


class Redaction:
    """Hides the given secrets, and what looks like a token or a password, wherever it stands in a line."""

    def __init__(self, secrets: Collection[str] = ()) -> None:
        forms = {form for secret in secrets if secret for form in (secret, quote(secret), quote(secret, safe=""))}
        longest_first = sorted(forms, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, longest_first))) if forms else None

    def __call__(self, line: str) -> str:
        if self._secrets is not None:
            line = self._secrets.sub(HIDDEN, line)
        line = _INTERACTION_TOKEN.sub(rf"\1{HIDDEN}", line)
        line = _BOT_TOKEN.sub(HIDDEN, line)
        return _PASSWORD_IN_ADDRESS.sub(rf"\1{HIDDEN}", line)


def traceback_of(error: BaseException) -> str:
    """The traceback of an error and of those that led to it, without words that users may have written.

    Lines of code are there. Of an error's own text only what cannot come from a user is.
    """
    return "".join(_traceback_lines(error, set()))


def _traceback_lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _traceback_lines(before, seen)
        yield "which led to:\n"
    for inner in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _traceback_lines(inner, seen)
        yield "which is one of several in:\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{error_name(error)}\n"


def error_name(error: BaseException) -> str:
    """The type of an error, with what is safe to tell of it: a closed list, as any other text may quote a user."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    match error:
        case discord.HTTPException():
            return f"{name}: status {error.status}, code {error.code}"
        case DBAPIError():
            return f"{name}: {cause_of(error)}"
        case TranscriptError() | CacheError():
            return f"{name}: {error}"
        case OSError() if error.errno is not None:
            return f"{name}: {error.strerror}"
    return name
