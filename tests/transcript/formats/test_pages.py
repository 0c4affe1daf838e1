"""Pages of sites with a transcript in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcript.formats.exported import NAMES, SAID, TIMES, WANTED, described, rows
from transcript.errors import TranscriptError
from transcript.formats import read

PAGE = "<html><head><title>B</title></head><body><nav><p>Home: here</p></nav>{rows}<footer>Note: x</footer></body>"


@pytest.mark.parametrize(
    "row",
    [
        "<p><strong>{name}</strong> [{clock}]: {text}</p>",
        "<p><b>{name}:</b> ({clock}) {text}</p>",
        "<p>[{clock}] <span>{name}</span>:\n {text}</p>",
        "<div>{name}<br>{clock}<br>{text}</div>",
    ],
)
def test_a_page_with_names_and_times_is_read(row: str, tmp_path: Path) -> None:
    path = tmp_path / "export.html"
    filler = "<p>" + "It was a long winter on the river, and nobody came to the mill for weeks. " * 2 + "</p>"
    path.write_text(PAGE.format(rows=rows(row, "") + filler), encoding="utf-8")
    found = described(path)
    assert found[:2] == WANTED[:2]
    assert found[2][:2] == WANTED[2][:2]
    assert found[2][2].startswith(SAID[2])
    assert "Home" not in str(found)
    assert "Note" not in str(found)


@pytest.mark.parametrize(("name", "unit"), [("data-m", 1000), ("data-start", 1)])
def test_a_page_may_say_the_times_of_words_in_its_elements(name: str, unit: int, tmp_path: Path) -> None:
    path = tmp_path / "export.html"
    said = [text.split() for text in SAID]
    paragraphs = [
        f"<p><b>{who}: </b>" + "".join(f'<span {name}="{int((at + place) * unit)}">{word} </span>'
                                       for place, word in enumerate(words)) + "</p>"
        for who, at, words in zip(NAMES, TIMES, said, strict=True)
    ]  # fmt: skip
    filler = "<p>" + "It was a long winter on the river, and nobody came to the mill for weeks. " * 2 + "</p>"
    path.write_text(PAGE.format(rows="".join(paragraphs) + filler), encoding="utf-8")
    segments = read(path).segments
    assert described(path)[:2] == WANTED[:2]
    assert segments[0].marks[:2] == ((8, 4.0), (13, 5.0))


def test_what_a_site_puts_beside_the_words_is_not_said(tmp_path: Path) -> None:
    path = tmp_path / "export.html"
    asked = "<div class='subscription-widget-wrap'><p>Thanks for reading! Subscribe for free.</p></div>"
    filler = "<p>" + "It was a long winter on the river, and nobody came to the mill for weeks. " * 2 + "</p>"
    turns = rows("<p><b>{name}:</b> ({clock}) {text}</p>", "")
    path.write_text(PAGE.format(rows=turns + filler + asked), encoding="utf-8")
    assert described(path)[-1][2].endswith("for weeks.")


def test_a_page_on_which_to_sign_in_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "export.html"
    path.write_text("<html><body><p>Email:</p><input><p>Password:</p><p>Sign in to go on.</p></body>", encoding="utf-8")
    with pytest.raises(TranscriptError, match="it is marked up"):
        read(path)
