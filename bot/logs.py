"""Setting up the log: lines for people, or a JSON object a line for a log collector."""

from __future__ import annotations

import json
import logging
from typing import Literal

OURS = ("__main__", "bot", "handlers", "transcript", "config")
"""Loggers that log at DEBUG. Those of libraries do not: discord.py's lines have users' words and tokens."""


_LINE = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def set_up(level: str, form: Literal["text", "json"]) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else logging.Formatter(_LINE))
    logging.basicConfig(level=level if level != "DEBUG" else "INFO", handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # how it looks for its parts is no news
