"""Each sample feed, and beside it what is read from it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from transcript.feeds.reader import read_feed

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.rss")))
def test_a_feed_is_read_as_it_should_be(name: str) -> None:
    feed = read_feed((SAMPLES / name).read_bytes(), "https://feeds.example/show/feed.xml")
    wanted = json.loads((SAMPLES / name).with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(asdict(feed))) == wanted
