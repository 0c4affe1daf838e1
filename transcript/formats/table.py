"""The formats that are read, in one table. A file's content decides, its ending only what is tried first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from transcript.formats import bilingual
from transcript.formats.cues import Reading
from transcript.formats.readers import captions, podcasting, rows, subtitles, tables, ttml, vendors, whisper, youtube
from transcript.formats.readers.text import labelled, pages, plain, recognition
from transcript.formats.source import Source


@dataclass(frozen=True, slots=True)
class Format:
    """`recognises` looks at a file, `read` gives what is in it; `endings` are those that such files have."""

    name: str
    endings: tuple[str, ...]
    example: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], Reading]


JSON, XML, TEXT = (".json", ".jsonl"), (".xml", ".ttml", ".dfxp"), (".txt", ".md", ".markdown")


def _never_read_so(_: Source) -> Reading:
    """The bilingual format has a parser that gives a whole transcript."""
    raise NotImplementedError


BILINGUAL = Format("interview with a translation", (".txt",), "(00:18) Name: / English / 中文",
                   lambda source: bilingual.recognises(source.text), _never_read_so)  # fmt: skip


FORMATS: tuple[Format, ...] = (
    BILINGUAL,
    Format("WebVTT", (".vtt",), "00:01.500 --> 00:04.000", captions.recognises_webvtt, captions.read),
    Format("TTML", XML, '<p begin="1.5s" end="4s">', ttml.recognises, ttml.read),
    Format("YouTube srv", (".srv1", ".srv2", ".srv3"), '<p t="1500" d="2500">', youtube.recognises_xml,
           youtube.read_xml),
    Format("SMI", (".smi", ".sami"), "<SYNC Start=1500>", subtitles.recognises_smi, subtitles.read_smi),
    Format("YouTube json3", (".json3",), '{"tStartMs":1500,"segs":[…]}', youtube.recognises_json3, youtube.read_json3),
    Format("Podcasting 2.0 JSON", JSON, '{"startTime":1.5,"body":"…"}', podcasting.recognises_json,
           podcasting.read_json),
    Format("AssemblyAI", JSON, '{"utterances":[{"speaker":"A","start":1500}]}', vendors.recognises_assemblyai,
           vendors.read_assemblyai),
    Format("Whisper", JSON, '{"segments":[{"start":1.5,"text":"…"}]}', whisper.recognises, whisper.read),
    Format("whisper.cpp", JSON, '{"transcription":[{"offsets":{"from":1500}}]}', whisper.recognises_cpp,
           whisper.read_cpp),
    Format("Whisper pipeline", JSON, '{"chunks":[{"timestamp":[1.5,4.0]}]}', whisper.recognises_chunks,
           whisper.read_chunks),
    Format("Deepgram", JSON, '{"results":{"channels":[…]}}', vendors.recognises_deepgram, vendors.read_deepgram),
    Format("AWS Transcribe", JSON, '{"results":{"items":[…]}}', vendors.recognises_aws, vendors.read_aws),
    Format("Watson", JSON, '{"results":[{"alternatives":[{"timestamps":[…]}]}]}', rows.recognises_watson,
           rows.read_watson),
    Format("Google Speech-to-Text", JSON, '{"results":[{"alternatives":[…]}]}', vendors.recognises_google,
           vendors.read_google),
    Format("Rev JSON", JSON, '{"monologues":[{"speaker":0,"elements":[…]}]}', vendors.recognises_rev, vendors.read_rev),
    Format("Podlove", JSON, '[{"start_ms":1500,"voice":"…","text":"…"}]', podcasting.recognises_podlove,
           podcasting.read_podlove),
    Format("JSON rows", JSON, '[{"startTime":"00:01","speaker_name":"…","sentence":"…"}]', rows.recognises_json,
           rows.read_json),
    Format("ASS", (".ass", ".ssa"), "Dialogue: 0,0:00:01.50,0:00:04.00,…", subtitles.recognises_ass,
           subtitles.read_ass),
    Format("SRT", (".srt",), "00:00:01,500 --> 00:00:04,000", captions.recognises_srt, captions.read),
    Format("SBV", (".sbv",), "0:00:01.500,0:00:04.000", subtitles.recognises_sbv, subtitles.read_sbv),
    Format("LRC", (".lrc",), "[00:01.50]…", subtitles.recognises_lrc, subtitles.read_lrc),
    Format("Whisper TSV", (".tsv",), "start\tend\ttext", whisper.recognises_tsv, whisper.read_tsv),
    Format("table", (".csv", ".tsv"), "Start,End,Speaker,Text", tables.recognises, tables.read),
    Format("Podcasting 2.0 HTML", (".html", ".htm"), "<cite>…</cite><time>0:01</time><p>…", podcasting.recognises_html,
           podcasting.read_html),
    Format("page with names or times", (".html", ".htm"), "<p><strong>Name:</strong> …", pages.recognises, pages.read),
    Format("text with names or times", TEXT, "Name: …, **Name:** …, Name (00:01), [00:01] …", recognition.recognises,
           labelled.read),
    Format("plain text", TEXT, "words alone", plain.recognises, plain.read),
)  # fmt: skip
"""The most telling first: what is recognised by the first of them is read by it."""


RICHEST_FIRST = (
    ".json", ".jsonl", ".vtt", ".ttml", ".dfxp", ".xml", ".srv3", ".srv2", ".srv1", ".json3", ".ass", ".ssa", ".srt",
    ".smi", ".sami", ".sbv", ".lrc", ".tsv", ".csv", ".html", ".htm", ".md", ".markdown", ".txt",
)  # fmt: skip
"""The endings of transcripts, those first whose formats tell most of speakers and times: of files that are called
alike but for the ending, and tell as much, the first is read."""


ENDINGS = frozenset(RICHEST_FIRST)
"""Of a folder's files, those with such an ending are looked at."""


def format_of(source: Source, ending: str) -> Format | None:
    """The format that a file's content is in. Those that have its ending are asked first, but for mere text."""
    telling = [form for form in FORMATS if form.endings != TEXT]
    by_ending = sorted(telling, key=lambda form: ending not in form.endings)
    rest = [form for form in FORMATS if form.endings == TEXT]
    return next((form for form in (*by_ending, *rest) if form.recognises(source)), None)
