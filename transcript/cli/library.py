"""The library that the command line searches, opened and told in words."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from transcript.cli.counts import counted
from transcript.cli.settings import LibrarySettings
from transcript.library import Library, open_library
from transcript.progress import bar


def chosen_paths(given: Iterable[Path]) -> list[Path]:
    """The files and folders to search: the given ones, else those of TRANSCRIPTS, else the one that ships."""
    return list(given) or list(LibrarySettings().transcripts)


def open_chosen(paths: Iterable[Path], data_dir: Path | None) -> Library:
    """The library to search, with a progress bar on a terminal while it is indexed."""
    cache = data_dir or LibrarySettings().data_dir
    # Whoever runs the command is told of each failure in a line of its own.
    logging.getLogger("transcript").addHandler(logging.NullHandler())
    with bar("Indexing") as progress:
        return open_library(chosen_paths(paths), cache, progress=progress)


def library_size(library: Library) -> str:
    """The size of a library in words: `1 episode, 205 segments, 0 files unread`."""
    words = f"{counted(len(library.episodes), 'episode')}, {counted(library.segment_count, 'segment')}"
    return f"{words}, {counted(library.unread_count, 'file')} unread"
