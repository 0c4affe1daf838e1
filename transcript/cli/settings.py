"""The two settings of the bot that the command line shares, from the environment and from `.env`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from transcript.files import exists

SHIPPED = Path(__file__).parent.parent / "samples"


SEPARATORS = ("\n", ";", ",", os.pathsep)


class LibrarySettings(BaseSettings):
    """The transcripts to search, and the folder of their index. `config/settings/` reads the same values."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    transcripts: Annotated[tuple[Path, ...], NoDecode] = (SHIPPED,)
    data_dir: Path = Path("data")

    @field_validator("transcripts", mode="before")
    @classmethod
    def _split_transcripts(cls, value: Any) -> Any:
        return (split_paths(value) or (SHIPPED,)) if isinstance(value, str) else value


def split_paths(written: str, separators: Sequence[str] = SEPARATORS) -> tuple[Path, ...]:
    """The paths that are named, a line each or with `;` or commas between; what exists as it is written is one."""
    written = written.strip()
    if not written:
        return ()
    if not separators or exists(Path(written)):
        return (Path(written),)
    parts = written.split(separators[0])
    return tuple(path for part in parts for path in split_paths(part, separators[1:]))
