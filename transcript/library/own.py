"""Names of episodes that come from a database: which shelf they stand on, and what they are called for good."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from transcript.formats.file_names import slug
from transcript.formats.side_file import SideFile
from transcript.index.files import Name

DIGITS = 16
"""Hexadecimal digits of a digest in a name."""


LONGEST_NAME = 60
"""Characters of a file's name, without its ending: with four bytes each a file system takes as many."""


_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class OwnEpisode:
    """An episode of a source: by what it is known for good, and all that decides what is read of it.

    `source` and `key` tell it from all others on its shelf. `digests` are those of its contents, `facts` go into the
    file beside it.
    """

    shelf: int
    source: str
    key: str
    file_name: str
    ending: str
    digests: tuple[str | None, ...]
    facts: Mapping[str, Any]

    @property
    def identity(self) -> str:
        """By what buttons and databases know it: it depends on nothing but itself."""
        return f"shelf/{self.shelf}/{_digest_of(self.source)}/{_digest_of(self.key)}"

    @property
    def folder(self) -> Path:
        """The folder of its files, below the one of all: another content has another folder."""
        said = json.dumps([self.file_name, self.ending, self.digests, dict(self.facts)], sort_keys=True, default=str)
        return Path(str(self.shelf), _digest_of(self.source), _digest_of(self.key), _digest_of(said))

    @property
    def path(self) -> Path:
        """Its transcript, below the folder of all."""
        stem = _UNFIT.sub(" ", self.file_name).strip(" .")[:LONGEST_NAME].strip(" .") or "episode"
        return self.folder / f"{stem}{self.ending if self.ending.startswith('.') else '.txt'}"

    @property
    def name(self) -> Name:
        """The name of its episode. No other episode has it, on whatever shelf."""
        called = f"{slug(self.path.stem)}~{_digest_of(self.identity)[:8]}"
        return Name(called, self.identity, (), self.shelf, is_lasting=True)


def _digest_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def side_text(facts: Mapping[str, Any]) -> str:
    """The text of a side file with those of the facts that it can have; a fact that does not fit is left out."""
    fitting = ((name, value) for name, value in facts.items() if value is not None and _is_valid_fact(name, value))
    return "".join(f"{name} = {_as_toml(value)}\n" for name, value in fitting)


def _is_valid_fact(name: str, value: object) -> bool:
    try:
        SideFile.model_validate({name: value})
    except ValidationError:
        return False
    return True


def _as_toml(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_as_toml(name)} = {_as_toml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_as_toml, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "")
    return str(value).lower() if isinstance(value, bool) else str(value)
