"""Setting up the log: lines for people, or a JSON object a line for a log collector.

A line of ours is written as `log.info("%(count)d servers", {"event": "ready", "count": 3})`: the event's name tells
what happened, and the fields beside it are kept apart in JSON.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal

from bot.redaction import Redaction, error_name, traceback_of
from handlers.metrics import request_id

OURS = ("__main__", "bot", "handlers", "transcript", "config")
"""Loggers that log at DEBUG. Those of libraries do not: discord.py's lines have users' words and tokens."""


TELLABLE = (int, float, str, bool, type(None))
"""Types of what libraries put into their lines; of anything else only the type is told, as it may hold users' words."""


log = logging.getLogger(__name__)


class SafeLines(logging.Formatter):
    """Lines in which no secret, no token and no query stands."""

    def __init__(self, secrets: Collection[str] = ()) -> None:
        super().__init__()
        self._redact = Redaction(secrets)

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(self._format_line(record, _message_of(record)))

    def _format_line(self, record: logging.LogRecord, message: str) -> str:
        request = request_id.get()
        line = f"{self.formatTime(record)} {record.levelname:<7} {record.name}: {message}"
        parts = [f"{line} (request {request})" if request and request not in message else line]
        if record.exc_info and record.exc_info[1]:
            parts.append(traceback_of(record.exc_info[1]).rstrip())
        return "\n".join(parts)


class JsonLines(SafeLines):
    def _format_line(self, record: logging.LogRecord, message: str) -> str:
        fields = record.args if _is_ours(record) and isinstance(record.args, Mapping) else {}
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": fields.get("event", record.name),
            "message": message,
        }
        if request := request_id.get():
            entry["request"] = request
        entry |= {name: value if isinstance(value, TELLABLE) else str(value) for name, value in fields.items()}
        if record.exc_info and record.exc_info[1]:
            entry["error"] = error_name(record.exc_info[1])
            entry["exception"] = traceback_of(record.exc_info[1])
        return json.dumps(entry, ensure_ascii=False)


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in OURS


def _message_of(record: logging.LogRecord) -> str:
    """The message; in those of libraries only what can hold no user's words is filled in."""
    if _is_ours(record) or not isinstance(record.args, tuple):
        return record.getMessage()
    told = tuple(arg if isinstance(arg, TELLABLE) else type(arg).__name__ for arg in record.args)
    try:
        return str(record.msg) % told if told else str(record.msg)
    except (TypeError, ValueError):
        return str(record.msg)


def set_up(level: str, form: Literal["text", "json"], secrets: Collection[str] = ()) -> None:
    """Log to standard error, from that level on, without those secrets."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines(secrets) if form == "json" else SafeLines(secrets))
    logging.basicConfig(level=level if level != "DEBUG" else "INFO", handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # how it looks for its parts is no news
    sys.excepthook = _log_crash


def _log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    log.critical("it ended by an error", {"event": "crash"}, exc_info=(kind, error, trace))


def log_unhandled(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what went wrong in a task that nobody waits for; asyncio's own line would quote the error."""
    error = context.get("exception")
    log.error("a task failed", {"event": "task_failed"}, exc_info=error if isinstance(error, BaseException) else None)
