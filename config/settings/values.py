"""Settings that are paths, shards, a level or a token, each read from text and checked."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import NoDecode


def split_paths(written: str, separators: Sequence[str] = ("\n", ";", ",", os.pathsep)) -> tuple[Path, ...]:
    """The paths in a text, one a line or with `;` or commas between. A text that names an existing path is one path."""
    written = written.strip()
    if not written:
        return ()
    if not separators or exists(Path(written)):
        return (Path(written),)
    parts = written.split(separators[0])
    return tuple(path for part in parts for path in split_paths(part, separators[1:]))


def exists(path: Path) -> bool:
    """True if there is such a file or folder; False too where the name is impossible, such as too long."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _split_paths_of_some(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    paths = split_paths(value)
    if not paths:
        raise ValueError("name at least one file or folder")
    return paths


def _check_paths_exist(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    for path in paths:
        if not exists(path):
            raise ValueError(f"there is no file or folder {str(path)[:200]}")
    return paths


Paths = Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_split_paths_of_some), AfterValidator(_check_paths_exist)]


def _parse_shard_ids(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    ids: set[int] = set()
    for part in value.split(","):
        ends = re.fullmatch(r"\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?", part)
        if ends is None or (ends[2] and int(ends[2]) < int(ends[1])):
            raise ValueError(f"{part.strip()[:40]!r} is no shard; write them as in 0-3,8")
        ids.update(range(int(ends[1]), int(ends[2] or ends[1]) + 1))
    return tuple(sorted(ids))


# None is within it: NoDecode counts for the whole type of a setting alone.
ShardIds = Annotated[tuple[int, ...] | None, NoDecode, BeforeValidator(_parse_shard_ids)]


def _upper_case(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


Level = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper_case)]


def without_white_space(value: Any) -> Any:
    """A secret that was read from a file often ends with its line."""
    return value.strip() if isinstance(value, str) else value


def _check_token(token: SecretStr) -> SecretStr:
    if not re.fullmatch(r"(?a:[\w-]+\.[\w-]+\.[\w-]+)", token.get_secret_value()):
        raise ValueError("it does not look like a bot's token; copy it from the page Bot of your application")
    return token


Token = Annotated[SecretStr, BeforeValidator(without_white_space), AfterValidator(_check_token)]
