"""A Dockerfile read: its stages, and each one's instructions."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import NamedTuple


class Instruction(NamedTuple):
    name: str
    arguments: str

    @property
    def words(self) -> list[str]:
        """The words of a COPY or of a list in brackets."""
        found: list[str] = json.loads(self.arguments) if self.arguments.startswith("[") else shlex.split(self.arguments)
        return found


def stages_of(dockerfile: Path) -> list[list[Instruction]]:
    """The instructions of each stage, FROM first."""
    lines = [line for line in dockerfile.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    whole = re.sub(r"\\\n\s*", "", "\n".join(lines))
    instructions = [Instruction(*line.split(maxsplit=1)) for line in whole.splitlines() if line]
    starts = [number for number, each in enumerate(instructions) if each.name == "FROM"]
    return [instructions[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


def environment_of(stage: list[Instruction]) -> dict[str, str]:
    """The variables that a stage sets."""
    pairs = (word.split("=", 1) for each in stage if each.name == "ENV" for word in each.words)
    return {name: value for name, value in pairs}  # noqa: C416 - it tells that they are pairs
