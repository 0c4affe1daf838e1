"""Trying the same work again and again, whatever goes wrong with it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from config.state import DatabaseAwayError

T = TypeVar("T")


log = logging.getLogger(__name__)


class Attempts:
    """Tries some work. A database that is away is logged once, and its return; `work` names what waits for it."""

    def __init__(self, work: str) -> None:
        self._work = work
        self._away = False

    async def attempt(self, do_work: Callable[[], Awaitable[T]]) -> T | None:
        """The result of the work; None where it failed, which the log tells."""
        try:
            done = await do_work()
        except DatabaseAwayError as error:
            if not self._away:
                told = {"event": "database_away", "cause": str(error), "work": self._work}
                log.warning("the database is away (%(cause)s); %(work)s wait for it", told)
            self._away = True
        except Exception:
            log.exception("a round failed: %(work)s", {"event": "round_failed", "work": self._work})
        else:
            if self._away:
                log.info("the database is back: %(work)s go on", {"event": "database_back", "work": self._work})
            self._away = False
            return done
        return None
