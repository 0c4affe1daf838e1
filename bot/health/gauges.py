"""Meters that are read off the bot when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.client import Pullquote
from bot.health.readiness import is_connected
from config.version import running_version


def register_gauges(client: Pullquote) -> None:
    """Add the gauges of that client to its meters, with the memory and the processor time of the process."""
    registry = client.meters.registry
    registry.register(_ClientGauges(client))
    ProcessCollector(registry=registry)


class _ClientGauges(Collector):
    def __init__(self, client: Pullquote) -> None:
        self._client = client

    def collect(self) -> Iterator[GaugeMetricFamily]:
        library = self._client.desk.answers_in(None).library
        build = GaugeMetricFamily("pullquote_build_info", "The version that runs.", labels=["version"])
        build.add_metric([running_version()], 1)
        yield build
        yield GaugeMetricFamily("pullquote_gateway_connected", "1 if every shard of this process is connected.",
                                value=is_connected(self._client))  # fmt: skip
        yield GaugeMetricFamily("pullquote_servers", "Servers that the bot is in.", value=len(self._client.guilds))
        yield GaugeMetricFamily("pullquote_library_episodes", "Episodes in the library.", value=len(library.episodes))
        yield GaugeMetricFamily("pullquote_library_segments", "Segments in the library.", value=library.segment_count)
        yield GaugeMetricFamily("pullquote_library_unread_files", "Files that may be transcripts and cannot be read.",
                                value=library.unread_count)  # fmt: skip
        yield GaugeMetricFamily("pullquote_index_seconds", "Seconds that the last changes of files took to index.",
                                value=self._client.desk.shelves.progress.seconds)  # fmt: skip
