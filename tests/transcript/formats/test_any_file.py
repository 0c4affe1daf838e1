"""Whatever bytes a file has, reading it ends soon, in a transcript or in one clear line."""

from __future__ import annotations

import json
import random
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transcript.cli.parse import transcript_document
from transcript.errors import TranscriptError
from transcript.formats import read
from transcript.formats.encodings import decode
from transcript.formats.source import Source
from transcript.formats.table import BILINGUAL, FORMATS, Format
from transcript.models import Transcript

SAMPLES = sorted((Path(__file__).parent / "samples").iterdir())


MUTATIONS = 24
"""Of each sample, so some thousand in all."""


SECONDS = 1.0
"""Processor time that a file of some kilobytes may take, at the very most."""


PIECES = (b"<v ", b"-->", b"00:00:01.000 --> ", b"&#", b"{\\", b"[", b"**", b"\xff", b"\0", b":", b">>", b"null", b"-1",
          b"1e999", b"NaN", b'"x"', b"{}", b"[]", b"9" * 5000, b"\r", b"<", b"</p>", b"\xed\xa0\x80", b'"\\ud800"',
          b"---\n", b"# ", b"Name: ", b"0:99", "\u200b大".encode())  # fmt: skip


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, taken out, repeated or put in, or the lines shuffled, or the end cut off."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(made) + 1)
        end = min(len(made), at + chance.randint(1, 60))
        match chance.randrange(6):
            case 0:
                made[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
            case 1:
                del made[at:end]
            case 2:
                made[at:at] = made[at:end] * chance.randint(1, 30)
            case 3:
                made[at:at] = chance.choice(PIECES)
            case 4:
                lines = bytes(made).split(b"\n")
                chance.shuffle(lines)
                made = bytearray(b"\n".join(lines))
            case _:
                del made[max(at, 20) :]
    return bytes(made)


def check(transcript: Transcript) -> None:
    """Check all that holds of every transcript, whatever its file was."""
    json.dumps(transcript_document(transcript), ensure_ascii=False).encode()
    assert [segment.index for segment in transcript.segments] == list(range(len(transcript.segments)))
    for segment in transcript.segments:
        (text,) = segment.text.values() if len(segment.text) == 1 else [" ".join(segment.text.values())]
        assert text == " ".join(text.split())
        assert segment.start is None or segment.start >= 0
        assert segment.start is None or segment.end is None or segment.start <= segment.end
        assert [place for place, _ in segment.marks] == sorted({place for place, _ in segment.marks})
        assert all(0 < place < len(text) for place, _ in segment.marks)
        assert segment.speaker is None or segment.speaker.strip()
    assert {segment.speaker for segment in transcript.segments} - {None} == set(transcript.episode.speakers)
    for chapter in transcript.chapters:
        inside = [segment.index for segment in transcript.segments if segment.chapter == chapter.index]
        assert inside == list(range(chapter.first, chapter.last + 1))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_damaged_sample_is_read_or_refused(sample: Path, tmp_path: Path) -> None:
    chance = random.Random(sample.name)
    for _ in range(MUTATIONS):
        path = tmp_path / f"any{sample.suffix}"
        path.write_bytes(mutated(sample.read_bytes(), chance))
        begun = time.process_time()
        with suppress(TranscriptError):
            check(read(path))
        assert time.process_time() - begun < SECONDS


WRITTEN = [
    *["00:01", "[00:00:01]", "(1:02:03)", "-->", "00:00:01,000 --> 00:00:02,000", "Ada Quill:", "**Ada:**", "WEBVTT"],
    *["<v Ada>", "NOTE", "1", "\n", "\n\n", " ", "\t", "the bridge", "was never finished.", "花岗岩。", ">> ", "- "],
    *["<p begin='1s'>", "</p>", "&amp;", "# Granite", "---", "title: x", "[00:01.50]", "start\tend\ttext\n"],
    *["<cite>", "<time>", "Dialogue: 0,0:00:01.00,0:00:02.00,,Ada,,,,,", "[Events]", "<SYNC Start=1>"],
]


TEXTS = st.lists(st.sampled_from(WRITTEN), max_size=60).map("".join)


@pytest.mark.parametrize("form", [form for form in FORMATS if form is not BILINGUAL], ids=lambda form: form.name)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(TEXTS, st.text(max_size=200)))
def test_each_reader_takes_any_text_that_it_recognises(form: Format, text: str) -> None:
    source = Source(text)
    if form.recognises(source):
        reading = form.read(source)
        assert all(cue.text == cue.text.strip() for cue in reading.cues)


KEYS = [
    *["segments", "start", "end", "text", "words", "word", "speaker", "body", "startTime", "results", "channels", "ts"],
    *["alternatives", "utterances", "items", "value", "monologues", "elements", "transcription", "offsets", "chunks"],
    *["timestamp", "events", "segs", "utf8", "tStartMs", "language_code", "type", "speaker_labels"],
]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["a", "1.5s", "00:01", "Ada", ""]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=40,
)


@settings(max_examples=200, deadline=None)
@given(value=VALUES)
def test_any_json_is_read_or_not_recognised(value: object) -> None:
    source = Source(json.dumps(value))
    for form in FORMATS:
        if form is not BILINGUAL and form.recognises(source):
            form.read(source)


@given(content=st.binary(max_size=300))
def test_any_bytes_are_text_or_binary(content: bytes) -> None:
    decoded = decode(content)
    assert decoded is None or "\r" not in decoded.text


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("大家好，欢迎收听本期节目。今天我们聊聊桥。", "gb18030", "gb18030"),
        ("大家好，歡迎收聽本期節目。今天我們聊聊橋。", "big5", "big5"),
        ("今日は橋について話します。よろしくお願いします。", "shift_jis", "shift_jis"),
        ("今日は橋について話します。よろしくお願いします。", "euc_jp", "euc_jp"),
        ("오늘은 다리에 대해 이야기합니다. 반갑습니다.", "euc_kr", "euc_kr"),
        ("Привет, сегодня мы говорим о мостах и граните.", "cp1251", "cp1251"),
        ("Καλημέρα σας, σήμερα μιλάμε για γέφυρες.", "cp1253", "cp1253"),
        ("שלום לכולם, היום נדבר על גשרים ועל גרניט", "cp1255", "cp1255"),
        ("Dzień dobry, dziś rozmawiamy o mostach i nie tylko, że tak powiem.", "cp1250", "cp1250"),
        ("Bugün köprüler hakkında konuşuyoruz ve bu çok güzel bir şey.", "cp1254", "cp1254"),
        ("Aujourd’hui nous parlons d’un pont très général, où ça ?", "cp1252", "cp1252"),
        ("The bridge — “never” finished, naïve as it is.", "cp1252", "cp1252"),
        ("The bridge was never finished.", "utf-16", "utf-16"),
        ("The bridge was never finished.", "utf-16-be", "utf-16"),
        ("奥瓦尔的桥从未完工，1984 年。", "utf-16-le", "utf-16"),
        ("The bridge was never finished.", "utf-32", "utf-32"),
        ("The bridge was never finished.", "utf-32-le", "utf-32"),
        ("奥瓦尔的桥从未完工。", "utf-8-sig", "utf-8"),
    ],
)
def test_encodings_are_told_apart(text: str, encoding: str, name: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, name)


def test_a_text_with_a_wrong_byte_is_still_utf_8() -> None:
    decoded = decode("é".encode() * 500 + b"\xff")
    assert decoded is not None
    assert (decoded.encoding, decoded.doubt) == ("utf-8", "1 bytes are not UTF-8")


@pytest.mark.parametrize(
    "text",
    ["<!--" * 10_000, "{\\" * 10_000, "[" * 20_000, "*a " * 10_000, "<v " * 10_000, "00:00:01,000 --> " * 20_000,
     "a" * 60_000, "Ada: " * 10_000, "(" * 20_000, "&" * 40_000, "1" * 20_000 + " --> 2", "\n" * 40_000,
     "<SYNC Start=1 " * 20_000, "[[" * 6_000 + "]]", "`" * 20_000, "<p" * 10_000, "[00:01]" * 6_000,
     "# a" + " " * 20_000 + "x", "0:01\nwe\nIt\n" * 10_000, "(0:01) " * 10_000,
     "Ada - " * 10_000, "Ada" + " " * 20_000 + "x", "(Ada) so.\n" * 4_000, "1.5 " * 10_000, "1m 2s\n" * 4_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_nothing_takes_longer_than_its_length(text: str) -> None:
    begun = time.process_time()
    for opening in ("", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n", "**Ada:** ", "[00:01] Ada: ", "<tt>"):
        source = Source(opening + text)
        for form in FORMATS:
            if form is not BILINGUAL and form.recognises(source):
                form.read(source)
    assert time.process_time() - begun < 6 * SECONDS


LONG = {
    "a turn of many rows": ("a.txt", "Ada: The bridge\n" + "we never finished\n" * 200_000),
    "a cue of many rows": ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "was never finished é\n" * 150_000),
    "a row of many words": ("a.txt", "Ada: " + "we never finished " * 200_000),
    "a page of many paragraphs": (
        "a.html",
        "<cite>Ada:</cite><time>0:01</time>" + "<p>was never finished</p>" * 100_000,
    ),
    "an event of many words": (
        "a.srv3",
        '<timedtext format="3"><body><p t="1">' + "<s>never </s>" * 150_000 + "</p></body></timedtext>",
    ),
    "a caption of many lines": ("a.sbv", "0:00:01.000,0:00:02.000\n" + "was never finished\n" * 200_000),
    "a line of many lines": ("a.lrc", "[00:01.50]The bridge\n" + "was never finished\n" * 200_000),
}


@pytest.mark.parametrize("name", LONG)
def test_a_part_of_any_length_is_read_in_linear_time(name: str, tmp_path: Path) -> None:
    file, text = LONG[name]
    path = tmp_path / file
    seconds = []
    for part in (text[: len(text) // 4], text):
        path.write_text(part, encoding="utf-8")
        begun = time.process_time()
        read(path)
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 8 * seconds[0] + 0.5


@pytest.mark.parametrize("unit", ["p", "text"])
def test_of_a_large_file_there_is_never_a_whole_tree(unit: str) -> None:
    rows = "".join(f'<{unit} t="{at}" begin="{at}s">word</{unit}>' for at in range(20_000))
    deepest = 0
    for element in Source(f"<tt><body>{rows}</body></tt>").elements(unit):
        parent = element.getparent()
        deepest = max(deepest, 0 if parent is None else len(parent))
    assert deepest < 2_000  # of what is read at once
