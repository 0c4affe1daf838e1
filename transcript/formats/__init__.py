"""Files become transcripts here: `read` decodes a file, finds its format in the table, and adds what lies beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from transcript.errors import OtherFileError, SideFileError, TranscriptError
from transcript.files import NotRegularError, TooLargeError, is_folder, read_regular
from transcript.formats import bilingual, chapter_files, side_file
from transcript.formats.builder import build
from transcript.formats.cues import ChapterHead
from transcript.formats.encodings import Decoded, decode
from transcript.formats.readers.json_facts import read_facts
from transcript.formats.refusal import refusal, signature
from transcript.formats.source import Source
from transcript.formats.table import BILINGUAL, ENDINGS, RICHEST_FIRST, format_of
from transcript.models import Irregularity, Transcript

__all__ = ["ENDINGS", "MAX_BYTES", "RICHEST_FIRST", "companions", "read"]


MAX_BYTES = 16 * 1024 * 1024
"""A ten-hour bilingual interview is 2 MB, and with the time of each word 10; what is larger is something else."""


def read(path: Path) -> Transcript:
    """The transcript in a file, with what `NAME.toml` beside it and the folder's `show.toml` add.

    Raises TranscriptError, and nothing else, for whatever is wrong with any of them. Where only a file beside it is
    wrong it is a SideFileError, which has the transcript as it is without.
    """
    if is_folder(path):
        raise TranscriptError(path, "it is a folder", "name a file in it")
    decoded = _decode_file(path)
    failure: TranscriptError | None = None
    try:
        beside = side_file.beside(path)
    except TranscriptError as error:
        beside, failure = side_file.Beside(), error
    try:
        chapters = chapter_files.chapters_beside(path)
    except TranscriptError as error:
        chapters, failure = [], failure or error
    transcript = side_file.apply(_read_transcript(path, decoded, beside, chapters), beside, path)
    if failure is not None:
        raise SideFileError(transcript, failure)
    return transcript


def companions(path: Path) -> list[Path]:
    """The files beside a transcript that change what is read from it, whether they exist or not."""
    return [*side_file.places(path), *chapter_files.places(path)]


def _read_transcript(path: Path, decoded: Decoded, beside: side_file.Beside, chapters: list[ChapterHead]) -> Transcript:
    """The transcript in a text; what lies beside it says its language and its chapters, where it says anything."""
    source = Source(decoded.text)
    form = format_of(source, path.suffix.lower())
    if form is None:
        raise refusal(path, source)
    if form is BILINGUAL:
        transcript = bilingual.parse(decoded.text, path, beside.language)
        transcript = chapter_files.with_chapters(transcript, chapters) if chapters else transcript
        kind = form.name
    else:
        reading = form.read(source)
        read_facts(source.json, reading)
        del source  # its tree takes ten times the room of the text
        reading.language = beside.language or reading.language
        reading.speakers += beside.speakers
        reading.chapters = chapters or reading.chapters
        kind = f"{form.name}: {reading.kind}" if reading.kind else form.name
        transcript = build(reading, path, kind)
    doubts = [Irregularity(1, decoded.doubt)] if decoded.doubt else []
    return replace(transcript, format=kind, encoding=decoded.encoding, warnings=(*doubts, *transcript.warnings))


def _decode_file(path: Path) -> Decoded:
    content = _read_bytes(path)
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise OtherFileError(path, "the file is empty", "put a transcript in it or remove it")
    signed = signature(content)
    if signed is not None:
        raise TranscriptError(path, f"it is {signed}, not text", "export its transcript as text, VTT or SRT")
    decoded = decode(content)
    if decoded is None:
        offset = next((place for place, byte in enumerate(content) if byte < 9), 0)
        raise TranscriptError(path, f"it is binary, not text (byte {offset} is {content[offset]})",
                              "export its transcript as text, VTT or SRT")  # fmt: skip
    if not decoded.text.strip():
        raise OtherFileError(path, "the file is empty", "put a transcript in it or remove it")
    return decoded


def _read_bytes(path: Path) -> bytes:
    try:
        return read_regular(path, MAX_BYTES)
    except FileNotFoundError as error:
        raise TranscriptError(path, "there is no such file", "check the path") from error
    except NotRegularError as error:
        raise TranscriptError(path, "it is no regular file", "remove it or name another") from error
    except TooLargeError as error:
        mend = f"split it into files of at most {MAX_BYTES // 2**20} MB"
        raise TranscriptError(path, f"{error.strerror}, more than a transcript can have", mend) from error
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or "its name cannot be used"
        raise TranscriptError(path, f"it cannot be read ({cause})", "check its permissions") from error
