"""The desk gives each asker what may answer there: the operator's episodes, the server's own, or both."""

from __future__ import annotations

import threading
from collections import OrderedDict
from random import Random

import discord

from handlers.answers import Answers
from handlers.deadline import Workers
from handlers.metrics import Meters
from transcript.library import Library
from transcript.library.shelves import Shelves

SERVERS = 64
"""The servers with episodes of their own that asked last, whose answers are kept with what they remember."""


class Desk:
    """Gives each question the answers of one library, as it is at that moment, to be used until it is answered."""

    def __init__(self, shelves: Shelves | Library, rng: Random, meters: Meters | None = None) -> None:
        self.shelves = Shelves(shelves) if isinstance(shelves, Library) else shelves
        self.meters = meters or Meters()
        self._lock = threading.Lock()
        self._rng = rng
        self._workers = Workers()
        self._kept: OrderedDict[frozenset[int], Answers] = OrderedDict()

    def answers_to(self, interaction: discord.Interaction) -> Answers:
        """The answers for whoever asks there."""
        return self.answers_in(interaction.guild_id)

    def answers_in(self, guild_id: int | None) -> Answers:
        """The answers for a server; for None, direct messages, those of the operator's episodes."""
        library = self.shelves.seen_in(guild_id)
        with self._lock:  # daily posts are made in threads
            kept = self._kept.get(library.seen)
            if kept is not None and kept.library is not library:
                self._kept.clear()  # there is a newer snapshot: nothing keeps the old one
                kept = None
            if kept is None:
                kept = Answers(library, self._rng, self.meters, self._workers)
                self._kept[library.seen] = kept
                while len(self._kept) > SERVERS:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(library.seen)
            return kept
