"""Libraries with shelves of servers, made of files as the database's are written out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from transcript.index.cache import place_of
from transcript.index.files import Name
from transcript.library.keeper import Keeper
from transcript.library.own import OwnEpisode
from transcript.library.shelves import Shelves


def written(folder: Path, shelf: int, title: str, text: str) -> tuple[Path, Name]:
    """An episode of a server's, written into the folder of all."""
    episode = OwnEpisode(shelf, "upload Show", title, title, ".txt", (text,), {})
    path = folder / episode.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path, episode.name


class Room:
    """A folder of the operator's transcripts, servers' own episodes, and the cache of both."""

    def __init__(self, folder: Path) -> None:
        self.transcripts = folder / "transcripts"
        self.transcripts.mkdir(parents=True, exist_ok=True)
        self.own_files = folder / "data" / "shelves"
        self.place = place_of([self.transcripts], folder / "data")
        self.own: dict[Path, Name] = {}
        self.shelves = Shelves(place=self.place)

    def put(self, name: str, text: str) -> None:
        """Put a file into the operator's folder, whole."""
        (self.transcripts / f"{name}.new").write_text(text, encoding="utf-8")
        (self.transcripts / f"{name}.new").replace(self.transcripts / name)

    def add(self, shelf: int, title: str, text: str) -> None:
        path, name = written(self.own_files, shelf, title, text)
        self.own = {each: known for each, known in self.own.items() if known.identity != name.identity} | {path: name}

    def remove(self, title: str) -> None:
        self.own = {path: name for path, name in self.own.items() if path.stem != title}

    def keep(self) -> Shelves:
        """Take in what changed, and open it."""
        with closing(Keeper(self.place, self.own_files)) as keeper:
            keeper.bring_up_to_date([self.transcripts], self.own)
        self.shelves.refresh()
        return self.shelves


def room(folder: Path, operators: Mapping[str, str], own: Mapping[int, Mapping[str, str]]) -> Room:
    """A room with these files of the operator's and these episodes of servers', taken in."""
    made = Room(folder)
    for name, text in operators.items():
        made.put(name, text)
    for shelf, episodes in own.items():
        for title, text in episodes.items():
            made.add(shelf, title, text)
    made.keep()
    return made
