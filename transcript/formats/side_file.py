"""`NAME.toml` beside a transcript: what the transcript itself lacks. `show.toml`: what holds for a whole folder.

title = "…"                  date = 2025-06-30           show = "…"
video_url = "https://…"      video_offset = 12.5         audio_url = "https://…"
image_url = "https://…"      page_url = "https://…"
[speakers]
"Dylan Patel" = ["dylan", "dylan522p"]

show.toml has no title and no date, and its addresses can have {slug}, {number} and {date} in them.
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, TypeVar
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from transcript.errors import TranscriptError
from transcript.files import TooLargeError, is_regular, read_regular
from transcript.formats.file_names import read_name
from transcript.formats.markup import UNPRINTABLE
from transcript.models import Transcript
from transcript.timecode import MAX_SECONDS, deep_link

MAX_SIDE_BYTES = 64 * 1024
"""Bytes of a side file; with all that there is to say of an episode it has one or two thousand."""


SAFE = "!#$%&'*+,/:;=?@[]~"
"""Characters of an address that are not escaped. Brackets are (%28, %29), since they end a link in Markdown."""


LONGEST_LINK = 512
"""Characters of the address of a link button, by Discord's API."""


SHOW = "show.toml"


DEPTH = 4
"""Folders above a transcript in which its `show.toml` may lie; the nearest one holds."""


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if any(sign.isspace() for sign in value):
        raise ValueError("an address has no spaces; write %20 for one")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("it must be an http or https address")
    length = len(quote(deep_link(value, MAX_SECONDS), safe=SAFE))
    if length > LONGEST_LINK:
        said = f"with a time and percent-encoded it has {length} characters"
        raise ValueError(f"{said}, and a link may have {LONGEST_LINK}")
    return value


def _one_line(value: str) -> str:
    """A text without signs that cannot be seen, white space collapsed."""
    line = " ".join(UNPRINTABLE.sub("", value).split())
    if not line:
        raise ValueError("it is empty; write something or leave it out")
    return line


Line = Annotated[str, Field(max_length=300), AfterValidator(_one_line)]


Code = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
"""A language's code."""


WebAddress = Annotated[str, AfterValidator(_web_address)]


class _Facts(BaseModel):
    """The fields that both files have. An unknown field is an error, since it is a misspelt one."""

    model_config = ConfigDict(extra="forbid")

    show: Line | None = None
    language: Code | None = None
    video_url: WebAddress | None = None
    audio_url: WebAddress | None = None
    video_offset: float = Field(default=0.0, ge=-36_000, le=36_000)
    image_url: WebAddress | None = None
    page_url: WebAddress | None = None
    speakers: dict[Line, list[Line]] = {}


class _OwnFacts(BaseModel):
    """The fields that only an episode has."""

    title: Line | None = None
    date: datetime.date | None = None


class SideFile(_Facts, _OwnFacts):
    """The fields of `NAME.toml`."""


class ShowFile(_Facts):
    """The fields of `show.toml`, which holds for all episodes of its folder and of the folders in it.

    Addresses may have {slug}, {number} and {date} in them; an episode that lacks one of these has no address by it.
    """


@dataclass(frozen=True, slots=True)
class Beside:
    """The side file and the show's, empty where they are not there."""

    side: SideFile = field(default_factory=SideFile)
    show: ShowFile = field(default_factory=ShowFile)

    @property
    def language(self) -> str | None:
        return self.side.language or self.show.language

    @property
    def speakers(self) -> list[str]:
        return [*self.side.speakers, *self.show.speakers]


def places(path: Path) -> list[Path]:
    """The files that may say something of a transcript: its own, then the shows', the nearest first."""
    folders = list(path.absolute().parents)[:DEPTH]
    own = [path.with_suffix(".toml")] if path.with_suffix(".toml").name != SHOW else []
    return [*own, *(folder / SHOW for folder in folders)]


def beside(path: Path) -> Beside:
    """Read the files beside a transcript. Raises TranscriptError for one that cannot be read."""
    own = path.with_suffix(".toml")
    side = _read_toml(own, SideFile) if own.name != SHOW and is_regular(own) else SideFile()
    show = next((place for place in places(path) if place.name == SHOW and is_regular(place)), None)
    return Beside(side, ShowFile() if show is None else _read_toml(show, ShowFile))


def apply(transcript: Transcript, beside: Beside, path: Path) -> Transcript:
    """The transcript with what the files beside it say; the episode's own goes over the show's, and over the text's."""
    side, show, head = beside.side, beside.show, transcript.episode
    names = {**show.speakers, **side.speakers}
    aliases = {alias.casefold(): name for name, others in names.items() for alias in (name, *others)}
    day = side.date.isoformat() if side.date else head.date
    facts = head.slug, read_name(path.stem).number, day
    episode = replace(
        head,
        title=side.title or head.title,
        date=day,
        show=side.show or head.show or show.show,
        video_url=side.video_url or _fill_address(show.video_url, *facts),
        audio_url=side.audio_url or _fill_address(show.audio_url, *facts),
        video_offset=side.video_offset or show.video_offset,
        image_url=side.image_url or head.image_url or show.image_url,
        page_url=side.page_url or _fill_address(show.page_url, *facts),
        speakers=tuple(dict.fromkeys(aliases.get(name.casefold(), name) for name in head.speakers)),
        aliases=aliases,
    )
    if not aliases:
        return replace(transcript, episode=episode)
    renamed = (
        segment if segment.speaker is None
        else replace(segment, speaker=aliases.get(segment.speaker.casefold(), segment.speaker))
        for segment in transcript.segments
    )  # fmt: skip
    return replace(transcript, episode=episode, segments=tuple(renamed))


def _fill_address(address: str | None, slug: str, number: int | None, date: str | None) -> str | None:
    """The show's address for an episode; None where it needs what the episode lacks."""
    if address is None:
        return None
    for name, value in (("slug", slug), ("number", number), ("date", date)):
        if f"{{{name}}}" in address:
            if value is None:
                return None
            address = address.replace(f"{{{name}}}", quote(str(value)))
    return address


Form = TypeVar("Form", SideFile, ShowFile)


def _read_toml(path: Path, form: type[Form]) -> Form:
    try:
        content = read_regular(path, MAX_SIDE_BYTES)
        return form.model_validate(tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n")))
    except TooLargeError as error:
        cause = f"it is larger than {MAX_SIDE_BYTES // 1024} KB"
        raise TranscriptError(path, cause, "keep only the settings in it") from error
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
        raise TranscriptError(path, cause, f"the settings are {', '.join(form.model_fields)}") \
            from error  # fmt: skip
    except (RecursionError, ValueError) as error:  # brackets within brackets, a number of thousands of digits
        raise TranscriptError(path, "it is no list of settings", "write a setting a line") from error
