"""Why a file is no transcript: what it looks like instead, and what it lacks."""

from __future__ import annotations

import re
from pathlib import Path

from transcript.errors import OtherFileError, TranscriptError
from transcript.formats.chapter_files import chapters_of
from transcript.formats.cues import Reading
from transcript.formats.readers.text.front_matter import read_front_matter
from transcript.formats.readers.text.plain import FEWEST_WORDS, is_verse
from transcript.formats.source import Source

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a document in RTF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "audio, video or a picture"),
    (b"ID3", "audio"),
    (b"OggS", "audio"),
    (b"fLaC", "audio"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"version https://git-lfs", "a pointer to a file that was not downloaded"),
)
"""First bytes of files that are no text, with the kind of file."""


def signature(content: bytes) -> str | None:
    """The kind of a file that is no text, by its first bytes; None where they are not known."""
    if content[4:8] == b"ftyp":
        return "audio or a video"
    return next((kind for sign, kind in _SIGNATURES if content.startswith(sign)), None)


def refusal(path: Path, source: Source) -> TranscriptError:
    """The error for a file that no format recognises."""
    text = source.text
    if chapters_of(source):
        return OtherFileError(path, "it is a list of chapters, not what was said",
                               f"put it beside the transcript as NAME.chapters{path.suffix}")  # fmt: skip
    if source.json is not None:
        return OtherFileError(path, f"it is JSON, but no transcript: {_keys_in_words(source.json)}",
                               "see the shapes that python -m transcript formats lists")  # fmt: skip
    if text.lstrip()[:1] in ("{", "[") and re.match(r"\s*[\[{]\s*[\"{\[]", text):
        return TranscriptError(path, "it looks like JSON that is damaged or cut off", "export it again")
    if source.root_tag in ("rss", "feed", "opml"):
        return OtherFileError(path, "it is a feed, not a transcript", "download the transcripts that it links")
    if source.root_tag:
        return OtherFileError(path, f"it is marked up (<{source.root_tag}>), but no transcript",
                               "a page needs <cite>, <time> and <p>, captions <p begin=…>")  # fmt: skip
    if is_verse(source.rows[read_front_matter(source.text, Reading()) :]):
        return OtherFileError(path, "it looks like verse: short lines, no names before words, no times",
                               "write Name: before the words, or 00:00:07")  # fmt: skip
    words = len(text.split())
    if words < FEWEST_WORDS:
        return OtherFileError(path, f"it is not a transcript: it has {words} words, no names and no times",
                               "write Name: before the words, or 00:00:07")  # fmt: skip
    return OtherFileError(path, "it looks like a document, a list or code: no names before words, no times",
                           "write Name: before the words, or 00:00:07")  # fmt: skip


def _keys_in_words(value: object) -> str:
    if isinstance(value, dict):
        return "its keys are " + ", ".join(str(key)[:30] for key in list(value)[:5]) if value else "it is empty"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "its rows have " + ", ".join(str(key)[:30] for key in list(value[0])[:5])
    return "it has no rows"
