"""The files of a library: which there are, whether they changed, and what each one's episode is called."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from transcript.errors import TranscriptError, printable, some_of
from transcript.files import exists, is_folder, is_regular, open_regular
from transcript.formats import ENDINGS, MAX_BYTES, RICHEST_FIRST, companions
from transcript.formats.chapter_files import is_chapters, transcript_name
from transcript.formats.file_names import slug
from transcript.index.store.episodes import Known

log = logging.getLogger(__name__)


MARK = ".pullquote"
"""A file in each folder that Pullquote itself writes, whose files are no transcripts of a folder that it lies in."""


def mark_own(folder: Path) -> None:
    """Mark a folder, which is made, as one that Pullquote writes."""
    folder.mkdir(parents=True, exist_ok=True)
    if not exists(folder / MARK):
        (folder / MARK).touch()


class Name(NamedTuple):
    """The names of a file's episode: `slug` by people, `identity` by buttons and databases.

    `others` are files of the same episode in other formats, which are mostly poorer: that which tells most of speakers
    and times is read. An `is_lasting` file never changes: another content has another path.
    """

    slug: str
    identity: str
    others: tuple[Path, ...] = ()
    shelf: int = 0
    is_lasting: bool = False

    @property
    def known(self) -> Known:
        return Known(self.slug, self.identity, self.shelf)


def listed(paths: Sequence[Path], *, tells: bool = True) -> dict[Path, Name]:
    """The transcripts at the paths, each once, in the order given and by name within a folder, with their names.

    Files of a folder that are called alike but for the ending are one episode; it is told in the log that the richest
    of them is read.
    """
    folders: dict[Path, tuple[str, ...]] = {}
    identities: dict[Path, str] = {}
    formats: dict[Path, list[Path]] = {}
    prefixes = root_prefixes(list(map(_root_of, paths)))
    for path in paths:
        if is_folder(path):
            found, root = _transcripts_in(path), path
        else:
            found, root = [path] if exists(path) else [], path.parent
        prefix = prefixes[_root_of(path)]
        for item in found:
            inside = item.relative_to(root)
            episode = item.parent / item.stem
            if item not in formats.setdefault(episode, []):
                formats[episode].append(item)
            folders.setdefault(episode, inside.parent.parts if root is path else (root.name,))
            identities.setdefault(episode, prefix + storable((inside.parent / inside.stem).as_posix()))
    richest = {episode: sorted(files, key=_poverty_of) for episode, files in formats.items()}
    several = [", ".join(file.name for file in files) for files in richest.values() if len(files) > 1]
    if several and tells:
        told = {"event": "several_formats", "files": some_of(several)}
        log.info("in several formats, of which the richest is read: %(files)s", told)
    called = slugs({richest[episode][0]: parts for episode, parts in folders.items()})
    return {
        file: Name(called[file], identities[episode], tuple(others)) for episode, (file, *others) in richest.items()
    }


def storable(name: str) -> str:
    """A name as a database keeps it: bytes that are not UTF-8 are escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _poverty_of(file: Path) -> tuple[int, str]:
    """A rank of formats: the less one tells of speakers and times, the higher."""
    ending = file.suffix.lower()
    return RICHEST_FIRST.index(ending) if ending in RICHEST_FIRST else len(RICHEST_FIRST), file.name


def _transcripts_in(folder: Path) -> list[Path]:
    """The files of a folder that are read."""
    inside = (item for item in _items_in(folder) if item.suffix.lower() in ENDINGS and not is_chapters(item))
    return sorted(item for item in inside if _reason_to_skip(item, folder) is None and not is_folder(item))


def _items_in(folder: Path) -> list[Path]:
    """What is in a folder and below, but for what Pullquote writes: its index, servers' own files."""
    marks = list(folder.rglob(MARK))
    own = {mark.parent for mark in marks} - {folder}
    return [item for item in folder.rglob("*") if item not in marks and own.isdisjoint((item, *item.parents))]


def skipped_lines(paths: Iterable[Path]) -> list[str]:
    """The files of the folders among the paths that are not read, a line for each folder and kind."""
    return [line for folder in dict.fromkeys(paths) if is_folder(folder) for line in _skipped_in(folder)]


def _skipped_in(folder: Path) -> list[str]:
    kinds: dict[str, list[str]] = {}
    for item in sorted(_items_in(folder)):
        reason = _reason_to_skip(item, folder)
        if reason is not None and not is_folder(item):
            kinds.setdefault(reason, []).append(item.relative_to(folder).as_posix())
    place = printable(str(folder))
    return [f"{place}: {len(names)} skipped, {reason}: {some_of(names)}" for reason, names in kinds.items()]


def _root_of(path: Path) -> Path:
    """The folder below which a path's files are known: itself or, of a file, that which it lies in."""
    is_file = path.suffix.lower() in ENDINGS if not exists(path) else not is_folder(path)
    return path.parent if is_file else path


def root_prefixes(roots: Sequence[Path]) -> dict[Path, str]:
    """The prefixes of the paths of files below each root, which tell them apart: nothing for the first root, the name
    of each other one, with as many of its parents' as no root before it has.

    It depends on the roots that are before it and on nothing that is in them, so neither a file that is added nor a
    root that is added last changes it. No path has the `//` at its end.
    """
    given: dict[Path, str] = {}
    for root in roots:
        tails = ("/".join(root.parts[-depth:]) + "//" for depth in range(1, len(root.parts) + 1))
        if root not in given:
            given[root] = next((tail for tail in tails if tail not in given.values()), f"{root}//") if given else ""
    return given


OTHERS = frozenset(
    {"readme", "license", "licence", "copying", "notice", "contributing", "changelog", "code_of_conduct",
     "security", "authors", "package", "package-lock", "tsconfig", "requirements", "robots", "sitemap", "index"}
)  # fmt: skip
"""Names, without their ending, of files that lie beside transcripts and are none."""


def _reason_to_skip(path: Path, root: Path) -> str | None:
    """Why a folder's file is not read; None for one that is, or that says something of one that is."""
    ending = path.suffix.lower()
    if any(part.startswith(".") for part in path.relative_to(root).parts):
        return "hidden"
    if is_chapters(path):
        beside = (path.with_name(transcript_name(path) + other) for other in RICHEST_FIRST)
        return None if any(map(exists, beside)) else "chapters of no transcript"
    if ending == ".toml":
        return None
    if ending not in ENDINGS:
        return "not the ending of a transcript"
    return "named like something else" if path.stem.casefold() in OTHERS else None


def nothing_in(folder: Path) -> TranscriptError:
    """The error for a folder without a transcript, with the names of what it has."""
    names = sorted(item.name for item in islice(folder.rglob("*"), 10_000) if is_regular(item))
    seen = f"it has {some_of(names)}" if names else "it is empty"
    return TranscriptError(folder, f"no transcript is in it; {seen}", "python -m transcript formats lists what is read")


def slugs(folders: Mapping[Path, Sequence[str]]) -> dict[Path, str]:
    """A slug for each file, given with the folders that it lies in: made from its name, or where several have that
    name from the nearest folders too, as many as it takes. It does not depend on the order of the files."""
    names = {path: slug(path.stem) for path in folders}
    for depth in range(1, 1 + max(map(len, folders.values()), default=0)):
        for path in _files_alike(names):
            nearest = folders[path][-depth:]
            names[path] = slug(" ".join((*nearest, path.stem)))
    return _number_alike(names)


def _files_alike(names: Mapping[Path, str]) -> list[Path]:
    counts = Counter(names.values())
    return [path for path, name in names.items() if counts[name] > 1]


def _number_alike(names: Mapping[Path, str]) -> dict[Path, str]:
    """The names, those that are still alike as slug, slug-2, slug-3, … by their paths."""
    alike = set(_files_alike(names))
    taken = set(names.values())
    given: dict[Path, str] = {}
    first: set[str] = set()
    for path in sorted(names):
        name = names[path]
        if path in alike and name in first:
            name = _free_name(name, taken)
        first.add(name)
        taken.add(name)
        given[path] = name
    return {path: given[path] for path in names}


def _free_name(name: str, taken: Iterable[str]) -> str:
    return next(free for number in count(2) if (free := f"{name}-{number}") not in taken)


def stamp_of(path: Path, others: Sequence[Path] = ()) -> str:
    """Size and time of a file, of the `others` of its episode and of those beside it that say something of it."""
    parts = []
    for one in (path, *others, *companions(path)):
        with contextlib.suppress(OSError):
            status = one.stat()
            parts.append(f"{one.name!a}:{status.st_size}:{status.st_mtime_ns}")
    return " ".join(parts)


def digest_of(path: Path, others: Sequence[Path] = ()) -> str:
    """A digest of the content of a file, of the `others` of its episode and of those beside it."""
    digest = hashlib.sha256()
    for one in (path, *others, *companions(path)):
        with contextlib.suppress(OSError, ValueError), open_regular(one) as file:
            size = os.fstat(file.fileno()).st_size
            # What is too large is not read: its size is all that is known of it.
            whole = size <= MAX_BYTES
            digest.update(hashlib.file_digest(file, "sha256").digest() if whole else str(size).encode())
        digest.update(b"|")
    return digest.hexdigest()
