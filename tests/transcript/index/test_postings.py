"""The postings: what is added is found, what is removed is not, filters hold."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from transcript.index.postings import Index
from transcript.index.update import FIRST_BATCH


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """Three segments of two episodes."""
    index = Index(tmp_path / "terms")
    index.create()
    writer = index.writer(1)
    writer.add(1, 10, "Ada Quill", "bridge granite 焊球")
    writer.add(2, 10, "Ben Marsh", "bridge widow")
    writer.add(3, 20, "Ada Quill", "lamp 焊球 球很")
    writer.finish()
    index.reload()
    return index


def test_the_segment_with_most_of_the_weight_comes_first(index: Index) -> None:
    assert list(index.find({"bridge": 1.0, "granite": 1.0}, 10)) == [1, 2]
    assert list(index.find({"bridge": 1.0, "widow": 1.0}, 10)) == [2, 1]
    assert len(index.find({"bridge": 1.0}, 1)) == 1
    assert index.find({"nothing": 1.0}, 10) == {}


def test_episodes_and_speakers_narrow_it(index: Index) -> None:
    assert sorted(index.find({"焊球": 1.0}, 10)) == [1, 3]
    assert list(index.find({"焊球": 1.0}, 10, episodes=[20])) == [3]
    assert list(index.find({"bridge": 1.0}, 10, speakers=["Ben Marsh"])) == [2]
    assert index.find({"bridge": 1.0}, 10, episodes=[20], speakers=["Ben Marsh"]) == {}


def test_a_removed_episode_is_gone(index: Index) -> None:
    writer = index.writer(1)
    writer.remove(10)
    writer.finish()
    index.reload()
    assert list(index.find({"bridge": 1.0, "焊球": 1.0}, 10)) == [3]


def test_what_is_abandoned_is_not_there(index: Index) -> None:
    writer = index.writer(1)
    writer.add(4, 30, "Ada Quill", "bridge")
    writer.abandon()
    index.reload()
    assert sorted(index.find({"bridge": 1.0}, 10)) == [1, 2]


def test_terms_by_their_beginning(index: Index) -> None:
    assert index.beginning_with("球") == ["球很"]
    assert index.frequency("焊球") == 2
    assert index.frequency("nothing") == 0


def test_a_fingerprint_tells_a_change(index: Index) -> None:
    before = index.fingerprint()
    assert index.fingerprint() == before
    path = max(index.folder.iterdir(), key=lambda path: path.stat().st_size)
    path.write_bytes(path.read_bytes()[:-1] + b"\0\0")
    assert index.fingerprint() != before


SEGMENTS_OF_FILE, WORDS_OF_SEGMENT = 200, 55
"""Of an hour's episode, as shows publish it."""


def test_a_first_batch_is_one_part(tmp_path: Path) -> None:
    rng, index = Random(1), Index(tmp_path / "terms")
    words = [f"w{int(rng.paretovariate(0.4)) % 40_000}" for _ in range(60_000)]  # as often as words of speech
    index.create()
    writer = index.writer(FIRST_BATCH)
    for key in range(FIRST_BATCH * SEGMENTS_OF_FILE):
        said = [rng.choice(words) for _ in range(WORDS_OF_SEGMENT)]
        pairs = (f"{one}_{other}" for one, other in pairwise(said))
        writer.add(key, key // SEGMENTS_OF_FILE, "Ada Quill", " ".join(set(said)), " ".join(set(pairs)))
    writer.finish()
    assert len(json.loads((tmp_path / "terms" / "meta.json").read_text())["segments"]) == 1
