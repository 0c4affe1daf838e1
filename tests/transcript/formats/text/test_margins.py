"""Page numbers, rights and a program's own lines: not said by anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcript.formats.text.reading import described, read_text


def test_the_numbers_of_rows_are_not_said(tmp_path: Path) -> None:
    rows = "".join(
        f"{number:4}  {row}\n" for number, row in enumerate(("ADA: Who", "paid 3 of them?", "BEN: 12 did.") * 2)
    )
    assert described(read_text(tmp_path, rows)) == [
        (None, "ADA", "Who paid 3 of them?"), (None, "BEN", "12 did.")] * 2  # fmt: skip


@pytest.mark.parametrize("end", ["Page {} of 3\n\n", "\f", "\n{}\n\n"])
def test_heads_and_numbers_of_pages_are_not_said(end: str, tmp_path: Path) -> None:
    turns = "Ada: Who paid for\nit?\n\nBen: A widow did, and she sold herring for it on Fridays.\n\n"
    head = "" if end[:1] == "\n" else "On bridges, part two\n\n"
    pages = "".join(head + turns + end.format(number) for number in (1, 2, 3))
    said = {text for *_, text in described(read_text(tmp_path, pages))}
    assert said == {"Who paid for it?", "A widow did, and she sold herring for it on Fridays."}


def test_an_address_below_the_words_and_what_stands_around_it_are_not_said(tmp_path: Path) -> None:
    said = "We came to the river in May, and I saw that the ice had taken the bridge. " * 4
    below = "From Ada's show: On bridges, May 1\nhttps://example.org/12\nThis material may be protected by copyright.\n"
    transcript = read_text(tmp_path, f"{said}\n\n{below}")
    assert " ".join(text for *_, text in described(transcript)) == said.strip()
    assert len(transcript.notes) == 3


def test_what_a_program_says_of_itself_is_not_said(tmp_path: Path) -> None:
    rows = "whisper_init: loading\nDetected language: English\n[00:03.000 --> 00:04.000]  Who paid?\n" \
        "[00:04.000 --> 00:05.000]  A widow.\nwhisper_print_timings: total time = 3 ms\n"  # fmt: skip
    assert described(read_text(tmp_path, rows)) == [(3.0, None, "Who paid? A widow.")]


def test_page_numbers_and_rights_are_not_said(tmp_path: Path) -> None:
    head = "The show, a transcript          Page {} of 2\n\n"
    rows = (
        f"{head.format(1)}Ada: Who paid?\n\n{head.format(2)}Ben: A widow.\n\nAda: So.\n\nCopyright © 2024 The Show.\n"
    )
    transcript = read_text(tmp_path, rows)
    assert [text for *_, text in described(transcript)] == ["Who paid?", "A widow.", "So."]
    assert len(transcript.notes) == 3
