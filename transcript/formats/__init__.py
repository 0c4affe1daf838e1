"""Files become transcripts here: `read` decodes a file, picks its format from the table, and adds its side file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from transcript.errors import SideFileError, TranscriptError
from transcript.formats import bilingual, side_file
from transcript.models import Transcript

MAX_BYTES = 16 * 1024 * 1024
"""A ten-hour bilingual interview is 2 MB; what is larger than this is something else."""


@dataclass(frozen=True, slots=True)
class Format:
    """`recognises` looks at a file's text; `parse` gets the text and the path that its errors name."""

    recognises: Callable[[str], bool]
    parse: Callable[[str, Path], Transcript]


FORMATS: dict[str, tuple[Format, ...]] = {
    ".txt": (Format(bilingual.recognises, bilingual.parse),),
}
"""The formats by the ending of the file's name, the most telling first."""


ENDINGS = frozenset(FORMATS)


def read(path: Path) -> Transcript:
    """The transcript in a file, with what `NAME.toml` beside it adds.

    Raises TranscriptError, and nothing else, for whatever is wrong with either file. Where only the side file is wrong
    it is a SideFileError, which has the transcript as it is without.
    """
    if path.is_dir():
        raise TranscriptError(path, "it is a folder", "name a file in it")
    formats = FORMATS.get(path.suffix.lower())
    if formats is None:
        raise TranscriptError(path, f"{path.suffix or 'no ending'} is no transcript's ending",
                              f"name it with one of {', '.join(sorted(ENDINGS))}")  # fmt: skip
    text = _decode(path)
    for form in formats:
        if form.recognises(text):
            transcript = form.parse(text, path)
            try:
                return side_file.apply(transcript, path.with_suffix(".toml"))
            except TranscriptError as error:
                raise SideFileError(transcript, error) from error
    raise TranscriptError(
        path, "it is not a transcript: no line begins with a time stamp", "write stamps as (12:34) Speaker:"
    )


def _decode(path: Path) -> str:
    content = _bytes(path)
    if not content.strip():
        raise TranscriptError(path, "the file is empty", "put a transcript in it or remove it")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        cause = f"byte {error.start} (0x{content[error.start]:02x}) is not UTF-8"
        raise TranscriptError(path, cause, "save the file as UTF-8", line) from error


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise TranscriptError(path, "there is no such file", "check the path")
        size = path.stat().st_size
        if size > MAX_BYTES:
            mend = f"split it into files of at most {MAX_BYTES // 2**20} MB"
            raise TranscriptError(path, f"it has {size / 2**20:,.0f} MB, more than a transcript can have", mend)
        content = path.read_bytes()
    except OSError as error:
        raise TranscriptError(path, f"it cannot be read ({error.strerror})", "check its permissions") from error
    if b"\0" in content:
        offset = content.index(b"\0")
        raise TranscriptError(path, f"it is binary, not text (byte {offset} is 0)", "save it as plain UTF-8 text")
    return content
