"""Lists of words: each is one that something asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from transcript.language.wordlist import any_of, read_classes, read_lines

NAMES = re.compile(r'"([a-z ]+)"')
"""Names of lists as the code has them."""


CLASSES = re.compile(r"\[!?([a-z-]+)")
"""Names of classes as constructions have them."""


def _source() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in Path(ROOT, "transcript").rglob("*.py"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_class_and_list_is_asked_for(language: str) -> None:
    in_constructions = {name.replace("-", " ") for name in CLASSES.findall("\n".join(read_lines("constructions.en")))}
    lists = {line.partition(": ")[0] for line in read_lines(f"light.{language}")}
    names = lists | read_classes(f"word_classes.{language}").keys()
    assert sorted(names - in_constructions - set(NAMES.findall(_source()))) == []


def test_patterns_in_groups_match_what_each_of_them_does() -> None:
    patterns = ["like,? (?:no|yes)", "in there", "i'?m sure", "let", "of (?!that)"]
    grouped = re.compile(rf"(?:{any_of(patterns)})\b")
    for text in ("like, no", "like yes", "im sure", "in there", "let", "of this", "of that", "letter", "in here", "a"):
        assert bool(grouped.match(text)) == bool(re.match(rf"(?:{'|'.join(patterns)})\b", text))
