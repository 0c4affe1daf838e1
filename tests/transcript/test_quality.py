"""The quality of search and of verdicts, on sentences written for this.

`remembered/queries.jsonl` has what is typed, and the seconds of the segments that answer it (none: it was never said);
`remembered/claims.jsonl` has quotes as they are posted, and the verdict, with the words that were changed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from transcript.library import Library
from transcript.search import search
from transcript.verdicts import verify

HERE = Path(__file__).parent / "remembered"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def share(values: list[bool]) -> float:
    return sum(values) / len(values)


@pytest.fixture(scope="module")
def answered(shipped: Library) -> list[tuple[dict[str, Any], bool, list[float]]]:
    found = []
    for row in rows("queries.jsonl"):
        answer = search(shipped, row["query"])
        found.append((row, answer.confident, [match.start or 0.0 for match in answer.matches]))
    return found


def test_what_was_said_is_found(answered: list[tuple[dict[str, Any], bool, list[float]]]) -> None:
    said = [(set(row["expect"]), confident, starts) for row, confident, starts in answered if row["expect"]]
    assert len(said) > 150
    assert share([bool(starts) and starts[0] in expect for expect, _, starts in said]) >= 0.97
    assert share([bool(expect & set(starts)) for expect, _, starts in said]) >= 0.99
    assert share([sure and bool(starts) and starts[0] in expect for expect, sure, starts in said]) >= 0.92


def test_what_was_never_said_is_refused(answered: list[tuple[dict[str, Any], bool, list[float]]]) -> None:
    refused = [not confident for row, confident, _ in answered if not row["expect"]]
    assert len(refused) > 30
    assert share(refused) >= 0.95


@pytest.fixture(scope="module")
def judged(shipped: Library) -> list[tuple[dict[str, Any], Any]]:
    return [(row, verify(shipped, row["claim"])[0]) for row in rows("claims.jsonl")]


def test_claims_are_judged_rightly(judged: list[tuple[dict[str, Any], Any]]) -> None:
    wanted = {"fabricated": "not_found"}
    assert share([verdict.kind == wanted.get(row["verdict"], row["verdict"]) for row, verdict in judged]) >= 0.92
    placed = [
        verdict.start in row["start_s"] for row, verdict in judged if row["start_s"] and verdict.start is not None
    ]
    assert share(placed) >= 0.97


def test_no_bad_claim_passes_as_said(judged: list[tuple[dict[str, Any], Any]]) -> None:
    bad = ("altered", "misattributed", "fabricated")
    assert not [
        row["claim"] for row, verdict in judged if row["verdict"] in bad and verdict.kind in ("verbatim", "close")
    ]


def test_the_changed_words_are_listed(judged: list[tuple[dict[str, Any], Any]]) -> None:
    listed = []
    for row, verdict in judged:
        if row["verdict"] == verdict.kind == "altered":
            claimed = " ".join(change[1] for change in verdict.changes).casefold()
            listed.append(all(new.casefold() in claimed for _, new in row["changed"] if new))
    assert share(listed) >= 0.95
