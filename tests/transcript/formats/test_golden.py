"""Each sample, and beside it what is read from it: `python -m transcript parse --json samples/NAME` as it should be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from transcript.cli.parse import transcript_document
from transcript.formats import read
from transcript.formats.table import BILINGUAL, FORMATS

SAMPLES = Path(__file__).parent / "samples"
GOLDEN = Path(__file__).parent / "golden"


def names() -> list[str]:
    return sorted(path.name for path in SAMPLES.iterdir() if ".chapters." not in path.name)


@pytest.mark.parametrize("name", names())
def test_a_sample_is_read_as_it_should_be(name: str) -> None:
    wanted = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(transcript_document(read(SAMPLES / name)))) == wanted


def test_every_format_has_a_sample() -> None:
    read_as = {read(SAMPLES / name).format.partition(":")[0] for name in names()}
    assert read_as == {form.name for form in FORMATS if form is not BILINGUAL}


@pytest.mark.parametrize(
    "name", [name for name in names() if name.endswith((".vtt", ".srt", ".json", ".xml", ".ttml"))]
)
def test_the_ending_does_not_decide(name: str, tmp_path: Path) -> None:
    (tmp_path / "any.txt").write_bytes((SAMPLES / name).read_bytes())
    assert read(tmp_path / "any.txt").format == read(SAMPLES / name).format
