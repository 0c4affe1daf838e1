"""A finding of the doctor's: a line that says what is there or what is lacking, and then its mend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "note", "FAULT"]
"""A note may be what the operator intends; a fault means that something does not work."""


@dataclass(frozen=True, slots=True)
class Finding:
    state: State
    about: str
    text: str

    def __str__(self) -> str:
        return f"{self.state:<5}  {self.about}: {self.text}"


def ok(about: str, text: str) -> Finding:
    return Finding("ok", about, text)


def note(about: str, text: str) -> Finding:
    return Finding("note", about, text)


def fault(about: str, text: str) -> Finding:
    return Finding("FAULT", about, text)
