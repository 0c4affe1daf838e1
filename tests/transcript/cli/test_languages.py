"""The command line in languages beyond English and Chinese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.transcript.languages import FILES
from transcript.__main__ import app


@pytest.fixture
def languages(tmp_path: Path) -> list[str]:
    """The options that name a folder of transcripts, one a language."""
    folder = tmp_path / "transcripts"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return ["--transcripts", str(folder), "--data-dir", str(tmp_path / "data")]


def test_words_are_found_in_their_languages(languages: list[str]) -> None:
    typed = {"クレーン": "ja", "크레인": "ko", "Kran": "de", "grúa": "es", "кран": "ru"}
    lines = "".join(json.dumps({"query": query}) + "\n" for query in typed)
    result = CliRunner().invoke(app, ["search", "--batch", "-", *languages], input=lines)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == list(typed)
    for answer in answers:
        best = answer["matches"][0]
        assert answer["confident"]
        assert best["episode"] == best["language"] == typed[answer["query"]]
        assert [best["text"][start:end] for start, end in best["spans"]] == [answer["query"]]


@pytest.mark.parametrize(
    ("file", "language"),
    [("de", "German, English"), ("es", "Spanish"), ("ru", "Russian"), ("ja", "Japanese"), ("ko", "Korean")],
)
def test_parse_says_the_language(languages: list[str], file: str, language: str) -> None:
    path = Path(languages[1]) / f"{file}.txt"
    assert language in CliRunner().invoke(app, ["parse", str(path)]).stdout
    head = json.loads(CliRunner().invoke(app, ["parse", "--json", str(path)]).stdout)
    assert head["languages"][0] == file
