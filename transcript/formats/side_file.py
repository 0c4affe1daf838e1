"""`NAME.toml` beside a transcript: what the transcript itself lacks.

title = "…"                  date = 2025-06-30           show = "…"
video_url = "https://…"      video_offset = 12.5         audio_url = "https://…"
[speakers]
"Dylan Patel" = ["dylan", "dylan522p"]
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from transcript.errors import TranscriptError
from transcript.formats.assembly import UNPRINTABLE
from transcript.models import Transcript
from transcript.timecode import MAX_SECONDS, deep_link

MAX_BYTES = 64 * 1024


SAFE = "!#$%&'*+,/:;=?@[]~"
"""What stands in an address as it is; brackets are written as %28 and %29, since they end a link in Markdown."""


LONGEST_LINK = 512
"""Characters of the address of a link button, by Discord's API."""


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if any(sign.isspace() for sign in value):
        raise ValueError("an address has no spaces; write %20 for one")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("it must be an http or https address")
    length = len(quote(deep_link(value, MAX_SECONDS), safe=SAFE))
    if length > LONGEST_LINK:
        raise ValueError(f"with a time and percent-encoded it has {length} characters, and a link may have 512")
    return value


def _one_line(value: str) -> str:
    """A text without signs that cannot be seen, white space collapsed."""
    line = " ".join(UNPRINTABLE.sub("", value).split())
    if not line:
        raise ValueError("it is empty; write something or leave it out")
    return line


Line = Annotated[str, Field(max_length=300), AfterValidator(_one_line)]


WebAddress = Annotated[str, AfterValidator(_web_address)]


class SideFile(BaseModel):
    """What may stand in the file; an unknown name is an error, since it is a misspelt one."""

    model_config = ConfigDict(extra="forbid")

    title: Line | None = None
    date: datetime.date | None = None
    show: Line | None = None
    video_url: WebAddress | None = None
    audio_url: WebAddress | None = None
    video_offset: float = Field(default=0.0, ge=-36_000, le=36_000)
    speakers: dict[Line, list[Line]] = {}


def apply(transcript: Transcript, path: Path) -> Transcript:
    """The transcript with what the side file says, or as it is where there is no side file."""
    if not path.is_file():
        return transcript
    side = _read(path)
    aliases = {alias.casefold(): name for name, names in side.speakers.items() for alias in (name, *names)}
    head = transcript.episode
    episode = replace(
        head,
        title=side.title or head.title,
        date=side.date.isoformat() if side.date else head.date,
        show=side.show,
        video_url=side.video_url,
        audio_url=side.audio_url,
        video_offset=side.video_offset,
        speakers=tuple(dict.fromkeys(aliases.get(name.casefold(), name) for name in head.speakers)),
        aliases=aliases,
    )
    renamed = (
        segment if segment.speaker is None
        else replace(segment, speaker=aliases.get(segment.speaker.casefold(), segment.speaker))
        for segment in transcript.segments
    )  # fmt: skip
    return replace(transcript, episode=episode, segments=tuple(renamed))


def _read(path: Path) -> SideFile:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TranscriptError(path, "it is larger than 64 KB", "keep only the settings in it")
        return SideFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise TranscriptError(path, f"it cannot be read ({error.strerror})", "check its permissions") from error
    except UnicodeDecodeError as error:
        raise TranscriptError(path, f"byte {error.start} is not UTF-8", "save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise TranscriptError(path, f"it is not TOML: {error}", "write strings in quotes, a setting a line") from error
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        cause = f"{name}: {first['msg'].removeprefix('Value error, ')}"
        raise TranscriptError(path, cause, f"the settings are {', '.join(SideFile.model_fields)}") \
            from error  # fmt: skip
