"""Texts without names: which of them are speech, and which are documents and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcript.formats.text.reading import described, read_text
from transcript.errors import TranscriptError


def test_a_page_that_is_called_a_transcript_needs_no_names(tmp_path: Path) -> None:
    said = "It was a long winter on the river, and nobody came to us for weeks."
    page = "<html><body><nav>Home</nav><h1>{}</h1>" + f"<p>{said}</p>" * 16 + "</body></html>"
    transcript = read_text(tmp_path, page.format("On bridges: transcript"), "a.html")
    assert " ".join(text for *_, text in described(transcript)) == " ".join([said] * 16)
    with pytest.raises(TranscriptError):
        read_text(tmp_path, page.format("On bridges"), "b.html")


READ_OUT = [
    "The roads of the north were laid in three phases, of which the first was of turf and timber.",
    "The ground beyond the river is soft. Two wagons were lost, and the grain with them.",
    "The letter was found in a well. Its author was a clerk and not a soldier.",
    "The road is now of stone, and the carts go two abreast from the river to the wall.",
    "Only the third phase gave the roads kerbs, ditches and milestones.",
]


@pytest.mark.parametrize(
    ("labels", "is_read"),
    [
        (["Dr. Helen Marsh", "READER"] * 2 + ["Dr. Helen Marsh"], True),
        (["Helen Marsh"] * 5, True),
        (["Problem", "Solution"] * 2 + ["Problem"], False),
        (["Known Causes", "Usual Effects", "First Remedies"] * 2, False),
        (["Alice Ward", "Ben Marsh", "Cora Finch", "Dan Hale", "Eva Stone"], False),
    ],
    ids=["a lecture with readings", "a lecture", "fields", "fields in order", "each name once"],
)
def test_what_is_read_out_needs_no_i_or_you_where_persons_names_come_again(
    labels: list[str], is_read: bool, tmp_path: Path
) -> None:
    said = list(zip(labels, READ_OUT, strict=False))
    rows = "".join(f"{label}: {text}\n\n" for label, text in said)
    if is_read:
        told = [(speaker, text) for _, speaker, text in described(read_text(tmp_path, rows))]
        assert {speaker for speaker, _ in told} == {*labels}
        assert " ".join(text for _, text in told) == " ".join(READ_OUT)
    else:
        with pytest.raises(TranscriptError, match="a document"):
            read_text(tmp_path, rows)


@pytest.mark.parametrize(
    "rows",
    [
        "From: Ada <ada@example.org>\nTo: Ben <ben@example.org>\nSubject: Bridge\nDate: Wed, 1 May\n\nHi Ben,\n",
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Bridge\nEND:VEVENT\nEND:VCALENDAR\n",
        "".join(f"[10:02:{n:02}] worker-{n % 3}: job {n * 1717} done in {n * 391} ms\n" for n in range(20)),
        "".join(f"May 14 10:02:{n:02} host systemd[1]: Started session {n} of Ada.\n" for n in range(20)),
        "".join(f"[10:02:{n:02}] [main/INFO]: Ada came into the game.\n" for n in range(20)),
        "The river took the landing\nand the landing took the rain\nand nobody crossed there\never again\n\n" * 3,
        "body {\n  margin: 0;\n  color: #333;\n}\n.head:hover {\n  margin: 1px;\n  color: red;\n}\n" * 9,
        "Default: the user's own folder.\n\nType: A path.\n\nThe value takes the place of the default.\n\n" * 9,
        "**Note:** The bridge is closed in winter.\n\n**Tools:** The mill needs a wheel and a stone.\n\n" * 9,
        "Name: bridge\nVersion: 1.0\nAuthor: Ada Quill\nLicense: MIT\n",
    ],
    ids=[
        "mail",
        "calendar",
        "log",
        "system's log",
        "game's log",
        "verse",
        "styles",
        "settings",
        "notes",
        "fields",
    ],
)
def test_what_nobody_says_is_no_transcript(rows: str, tmp_path: Path) -> None:
    with pytest.raises(TranscriptError):
        read_text(tmp_path, rows)


NARRATED = [
    "In the spring of 1847 a small fishing village on the coast of Norway woke to find that the sea had gone.",
    "Boats lay on their sides in the mud, and the gulls walked among them as if nothing had happened.",
    "The old men said that it would come back. It came back at noon, higher than the church door.",
    "For a hundred years the story was told to children as a warning, until a geologist arrived with a drill.",
]


def test_who_tells_of_others_needs_no_i_and_no_you(tmp_path: Path) -> None:
    segments = read_text(tmp_path, "\n\n".join(NARRATED)).segments
    assert " ".join(one.text["en"] for one in segments) == " ".join(NARRATED)
