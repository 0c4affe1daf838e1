"""Exports of tools, in the shapes that they have: words in order, speakers and seconds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from transcript.errors import TranscriptError
from transcript.formats import read

SAID = ["Welcome back everybody.", "Thanks for having me.", "And the ice took two pillars."]
TIMES = [3.0, 11.0, 3753.0]
CLOCKS = ["00:00:03", "00:00:11", "01:02:33"]
NAMES = ["Ada Quill", "Ben Marsh", "Ada Quill"]


def rows(shape: str, between: str = "\n\n") -> str:
    """A text of three turns in that shape."""
    filled = (
        shape.format(name=name, clock=clock, text=text) for name, clock, text in zip(NAMES, CLOCKS, SAID, strict=True)
    )
    return between.join(filled) + "\n"


def described(path: Path) -> list[tuple[float | None, str | None, str]]:
    return [(one.start, one.speaker, next(iter(one.text.values()))) for one in read(path).segments]


WANTED = list(zip(TIMES, NAMES, SAID, strict=True))


@pytest.mark.parametrize(
    "shape",
    [
        "{name}  {clock}\n{text}",  # Otter
        "{name} ({clock}):\n{text}",  # Rev
        "{name}:\t{clock}\t{text}",  # Temi
        "[{clock}] {name}: {text}",  # Descript
        "**{name}:** [{clock}] {text}",
        "{name} ({clock}.00)\n{text}",  # Riverside
        "{name}: [{clock}] {text}",  # Sonix
        "{name} [{clock}] {text}",  # Trint
        "[{clock}.000] - {name}\n{text}",  # Happy Scribe
        "{name} - {clock}\n{text}",  # Fireflies
        "{clock} - {name}\n{text}",  # Podium
        "{clock} {name}: {text}",
        "{name} [{clock}]:\n{text}",
        "{name}\n({clock})\n{text}",
        "{name} [({clock})](https://example.org/watch?v=x) {text}",
        "**{name}** [{clock}](https://example.org/x)\n{text}",
    ],
)
def test_a_text_of_any_shape_has_its_speakers_and_seconds(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(rows(shape), encoding="utf-8")
    assert described(path) == WANTED


FIREFLIES = [
    {"sentence": text, "startTime": clock, "speaker_name": name, "speaker_id": 3}
    for text, clock, name in zip(SAID, CLOCKS, NAMES, strict=True)
]
GLADIA = [
    {"text": f" {text}", "start": at, "end": at + 2, "speaker": name, "words": []}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]
AZURE = [
    {"recognitionStatus": "Success", "offsetInTicks": at * 1e7, "offset": "PT3S", "speaker": name,
     "nBest": [{"lexical": "x", "display": text}, {"display": "Well, come back."}]}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]  # fmt: skip
WHOLE_MILLISECONDS = [
    {"text": text, "start": int(at * 1000), "end": int(at * 1000) + 2000, "speaker": name}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]
SPEECHMATICS = [
    {"type": kind, "start_time": at + number * 0.1, "end_time": at + number * 0.1 + 0.1,
     "alternatives": [{"content": word, "speaker": name}]}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
    for number, (kind, word) in enumerate([*(("word", word) for word in text[:-1].split()), ("punctuation", ".")])
]  # fmt: skip


SPOTIFY = [
    row
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
    for row in (
        {"startMs": at * 1000, "title": {"title": name}},
        {"startMs": at * 1000, "text": {"sentence": {"startMs": at * 1000, "text": text, "highlight": []}}},
    )
]
KALTURA = [
    {"startTime": int(at * 1000), "endTime": int(at * 1000) + 2000, "content": [{"text": f"{name}: {text}"}]}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]
TRINT = [
    {"id": f"p{at}", "speaker": f"id of {name}",
     "words": [{"value": word, "time": int(at * 1000) + 300 * place, "duration": 250}
               for place, word in enumerate(text.split())]}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]  # fmt: skip
SPANS = {
    "words": [{"text": word, "start": at + 0.3 * place} for text, at in zip(SAID, TIMES, strict=True)
              for place, word in enumerate(text.split())],
    "paragraphs": [{"start": at, "end": at + 2, "speaker": name} for at, name in zip(TIMES, NAMES, strict=True)],
}  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        FIREFLIES,
        {"episode": 3, "meta": [{"a": 1}], "transcript": [{**row, "time": row["startTime"]} for row in FIREFLIES]},
        {"id": "x", "result": {"transcription": {"full_transcript": " ".join(SAID), "utterances": GLADIA}}},
        {"combinedRecognizedPhrases": [{"channel": 0, "display": "x"}], "recognizedPhrases": AZURE},
        {"format": "2.9", "results": SPEECHMATICS},
        {"lines": WHOLE_MILLISECONDS},
        {
            "lines": [
                {"speakerDesignation": row["speaker_name"], "text": row["sentence"], "startTime": row["startTime"]}
                for row in FIREFLIES
            ]
        },
        {"episodeUri": "spotify:episode:4", "section": SPOTIFY},
        [{"objectType": "KalturaStartWidgetSessionResponse"}, {"objects": KALTURA, "totalCount": 3}],
        {"transcript": {"speakers": [{"id": f"id of {name}", "name": name} for name in NAMES], "paragraphs": TRINT}},
        SPANS,
    ],
    ids=[
        "Fireflies",
        "a list of some kind",
        "Gladia",
        "Azure",
        "Speechmatics",
        "milliseconds",
        "DOTe",
        "Spotify",
        "Kaltura",
        "Trint",
        "who speaks apart from the words",
    ],
)
def test_rows_of_any_names_are_read(data: object, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert described(path) == WANTED


def test_titles_among_rows_that_name_nobody_are_chapters(tmp_path: Path) -> None:
    rows = [{"startMs": 0, "title": {"title": "On ice"}}, SPOTIFY[1], {"startMs": 9, "title": "After it"}, SPOTIFY[3]]
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"section": rows}), encoding="utf-8")
    assert [chapter.title["en"] for chapter in read(path).chapters] == ["On ice", "After it"]


@pytest.mark.parametrize(
    ("ending", "delimiter"), [("csv", ","), ("csv", ";"), ("tsv", "\t"), ("txt", ",")], ids=["comma", ";", "tab", "txt"]
)
def test_a_table_is_read_by_its_headings(ending: str, delimiter: str, tmp_path: Path) -> None:
    lines = [["Speaker", "Start Time", "End Time", "Text"]]
    lines += [[name, clock, clock, f'"{text}"'] for name, clock, text in zip(NAMES, CLOCKS, SAID, strict=True)]
    path = tmp_path / f"export.{ending}"
    path.write_text("\n".join(map(delimiter.join, lines)), encoding="utf-8")
    assert described(path) == WANTED


@pytest.mark.parametrize(
    "content",
    [
        {"name": "x", "scripts": [{"text": "npm run build"}, {"text": "npm test"}]},
        [{"author": "ada", "content": "I liked it."}, {"author": "ben", "content": "Me too."}],
        {"items": [{"title": "On bridges", "time": 30}, {"title": "On ice", "time": 60}]},
    ],
)
def test_other_json_is_refused(content: object, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(TranscriptError, match="it is JSON, but no transcript"):
        read(path)


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


def test_a_remark_behind_a_name_is_no_other_person(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text("JOHN: Hello.\n\nMARY: Yes?\n\nJOHN (V.O.): I know.\n\nMARY: So.\n", encoding="utf-8")
    transcript = read(path)
    assert set(transcript.episode.speakers) == {"JOHN", "MARY"}
    assert transcript.warnings == ()


def test_where_somebody_works_is_no_part_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    shape = "Ada Quill (Iron Ltd): {}\n\nBen Marsh (Ice Inc): {}\n\nMarsh: {}\n\nGuest (Cora Finch): {}\n\n"
    path.write_text(shape.format(*SAID, SAID[0]) * 2, encoding="utf-8")
    assert read(path).episode.speakers == ("Ben Marsh", "Ada Quill", "Guest (Cora Finch)")


def test_what_a_meeting_tool_writes_at_the_end_is_not_speech(tmp_path: Path) -> None:
    path = tmp_path / "meet.txt"
    closing = "Meeting ended after 00:31:12\nThis editable transcript was computer generated and may contain errors.\n"
    path.write_text("Ada Quill: Welcome.\nBen Marsh: Thanks.\nAda Quill: So.\n" + closing, encoding="utf-8")
    transcript = read(path)
    assert [segment.text["en"] for segment in transcript.segments] == ["Welcome.", "Thanks.", "So."]
    assert len(transcript.notes) == 2


def test_a_language_of_three_letters_has_its_short_code(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    said = ["Die", "Brücke", "wurde", "nie", "fertig."]
    words = [{"text": word, "start": at, "type": "word"} for at, word in enumerate(said)]
    path.write_text(json.dumps({"language_code": "deu", "words": words}), encoding="utf-8")
    assert read(path).episode.languages == ("de",)


def test_rows_that_say_who_speaks_are_no_turns(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    facts = "Host: Ada Quill\nGuests: Ben Marsh and Cora Finch\n\n"
    path.write_text(f"{facts}Quill: Who paid?\n\nBen: A widow.\n\nQuill: Which one?\n\nBen: Of the mill.\n", "utf-8")
    transcript = read(path)
    assert transcript.episode.speakers == ("Ben Marsh", "Ada Quill")
    assert [note.text for note in transcript.notes] == ["Host: Ada Quill", "Guests: Ben Marsh and Cora Finch"]
    path.write_text("Host: Who paid?\n\nGuest: A widow.\n\nHost: Ada Quill\n", encoding="utf-8")
    assert read(path).episode.speakers == ("Host", "Guest")
