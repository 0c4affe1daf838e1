"""Which transcripts the command line searches, and where their index is kept."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from pathlib import Path

from transcript.library import Library, open_library
from transcript.progress import bar

SHIPPED = Path(__file__).parent.parent / "samples"


def chosen_paths(given: Iterable[Path]) -> list[Path]:
    """The files and folders to search: the given ones, else those of TRANSCRIPTS, else the one that ships."""
    named = re.split(rf"[,{re.escape(os.pathsep)}]", os.environ.get("TRANSCRIPTS", ""))
    return list(given) or [Path(part.strip()) for part in named if part.strip()] or [SHIPPED]


def open_chosen(paths: Iterable[Path], data_dir: Path | None) -> Library:
    """The library to search, with a progress bar on a terminal while it is indexed."""
    cache = data_dir or Path(os.environ.get("DATA_DIR") or "data")
    # Whoever runs the command is told of each failure in a line of its own.
    logging.getLogger("transcript").addHandler(logging.NullHandler())
    with bar("Indexing") as progress:
        return open_library(chosen_paths(paths), cache, progress=progress)
