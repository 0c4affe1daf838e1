"""The meters of one process, in a registry of their own. No label has a user, a server, a message or what was typed."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

ANSWER_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 3.0, 5.0, 12.0)
"""Bounds in seconds: 0.3 is what 99 of 100 answers should take, 3 what Discord waits, 12 what the database may take."""


LAG_BUCKETS = (0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1.0)
"""Bounds in seconds: 0.02 is the longest that the event loop should ever be held."""


class Meters:
    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._add_answers()
        self._add_discord()
        self._add_process()

    def _add_answers(self) -> None:
        self.commands = Counter(
            "pullquote_commands",
            "Commands, presses of buttons and autocompletions, by what became of them.",
            ("command", "outcome"),
            registry=self.registry,
        )
        self.answer_seconds = Histogram(
            "pullquote_answer_seconds",
            "From an interaction's arrival to its whole answer.",
            ("command",),
            buckets=ANSWER_BUCKETS,
            registry=self.registry,
        )
        self.searches = Counter(
            "pullquote_searches", "Searches of /quote, by how sure the best match is.", ("confidence",),
            registry=self.registry,
        )  # fmt: skip
        self.verdicts = Counter(
            "pullquote_verdicts", "Claims that were checked, by verdict.", ("verdict",), registry=self.registry
        )

    def _add_discord(self) -> None:
        self.daily_posts = Counter(
            "pullquote_daily_posts",
            "Daily posts: due, and of these made, late, missed or failed; skipped by an owner.",
            ("outcome",),
            registry=self.registry,
        )
        self.rate_limits = Counter(
            "pullquote_rate_limits", "Requests that Discord refused as too many.", ("scope",), registry=self.registry
        )
        self.gateway_reconnects = Counter(
            "pullquote_gateway_reconnects", "Connections to Discord's gateway after the first of each shard.",
            registry=self.registry,
        )  # fmt: skip

    def _add_process(self) -> None:
        self.index_updated = Gauge(
            "pullquote_index_updated_timestamp_seconds", "When the library changed last, or was opened.",
            registry=self.registry,
        )  # fmt: skip
        self.loop_lag = Histogram(
            "pullquote_event_loop_lag_seconds",
            "By how much the event loop was late, looked at every quarter of a second.",
            buckets=LAG_BUCKETS,
            registry=self.registry,
        )

    def count_search(self, *, confident: bool, found: bool) -> None:
        self.searches.labels("sure" if confident else "unsure" if found else "none").inc()

    def note_library(self) -> None:
        """Note that there is another library."""
        self.index_updated.set_to_current_time()
