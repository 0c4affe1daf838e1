"""A library of thousands of made-up episodes in two languages.

It is made from a seed, with a vocabulary that grows as real ones do: words are drawn by Zipf's law from far more than
occur in one episode, and each episode has words of its own that it keeps coming back to. It goes through the indexing
of real files, save for the reading of them.
"""

from __future__ import annotations

import itertools
import os
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from tests.quotes import words
from transcript.index import cache as caches
from transcript.index import update
from transcript.index.analysis import Analysis, analyse
from transcript.index.files import digest_of, stamp_of
from transcript.index.preparation import Outcome
from transcript.index.store.store import FileRow
from transcript.index.writer import writing
from transcript.language.frequency import general_words
from transcript.models import Episode, Segment, Transcript

SEED = 20250630


MADE_UP = "made-up"
"""The folder that is all the benchmarks' own, in the one that they are given."""


EPISODES, SEGMENTS = 10_000, 30


SENTENCE = 13
"""Words of a sentence."""


ENGLISH_WORDS, CHINESE_WORDS = 3 * SENTENCE, 2 * SENTENCE
"""Words of a segment: as many as one of a real interview has, on average."""


_CHARACTERS = [word for word in general_words("zh") if len(word) == 1]


class Vocabulary:
    """Words drawn by Zipf's law; the commonest are the commonest of the language, the rest are made up."""

    def __init__(self, language: str, size: int, made_up: Callable[[random.Random], str]) -> None:
        chance = random.Random(f"{SEED} {language}")
        known = [word for word in general_words(language) if len(word) > 1 or language == "en"]
        seen = set(known)
        while len(known) < size:
            word = made_up(chance)
            if word not in seen:
                seen.add(word)
                known.append(word)
        self.words = known
        self.weights = list(itertools.accumulate(1.0 / (rank + 2.7) for rank in range(size)))

    def draw(self, chance: random.Random, number: int) -> list[str]:
        """That many words, a sixth of them from a few dozen that the episode is about."""
        own = [self.words[int(len(self.words) ** chance.uniform(0.55, 1.0)) - 1] for _ in range(60)]
        drawn = chance.choices(self.words, cum_weights=self.weights, k=number)
        for place in range(0, number, 6):
            drawn[place] = own[int(60 * chance.random() ** 2)]
        return drawn


def english_word(chance: random.Random) -> str:
    """A word of two to five syllables, about as long and as unlike others as rare words and names are."""
    onsets = words(
        "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p ph pl pr qu r s sc sh sl sp st str t th tr v w z"
    )
    vowels = words("a e i o u ai ea ee ie io oa oo ou y")
    ends = words("n r l s t m d k p x nd nt rd rt st ck ng") + [""] * 9
    parts = (chance.choice(onsets) + chance.choice(vowels) + chance.choice(ends) for _ in range(chance.randint(2, 4)))
    return "".join(parts)[:14]


def _chinese(chance: random.Random) -> str:
    """A word of two or three of the characters that are in use."""
    return "".join(chance.choice(_CHARACTERS) for _ in range(2 + (chance.random() < 0.2)))


@cache
def _vocabularies() -> tuple[Vocabulary, Vocabulary]:
    """Of as many English words as so much real speech has: 56,000 different ones in 13.9 million, in 1,920 episodes."""
    return Vocabulary("en", 80_000, english_word), Vocabulary("zh", 60_000, _chinese)


def episode(index: int) -> Transcript:
    """The made-up episode of that number."""
    english, chinese = _vocabularies()
    chance = random.Random(f"{SEED} {index}")
    said = english.draw(chance, ENGLISH_WORDS * SEGMENTS)
    han = chinese.draw(chance, CHINESE_WORDS * SEGMENTS)
    host, guest = f"Host {english.words[9000 + index % 7]}".title(), f"{english.words[9100 + index]} Guest".title()
    segments = []
    for place in range(SEGMENTS):
        text = {
            "en": _sentences(said[place * ENGLISH_WORDS : (place + 1) * ENGLISH_WORDS], " ", ". ", "."),
            "zh": _sentences(han[place * CHINESE_WORDS : (place + 1) * CHINESE_WORDS], "", "。", "。"),
        }
        speaker = guest if place % 3 else host
        segments.append(Segment(place, 25.0 * place, 25.0 * place + 25, speaker, None, text))
    name, seconds = f"episode-{index:05}", 25.0 * SEGMENTS
    head = Episode(name, f"Episode {index}", None, (host, guest), ("en", "zh"), seconds, SEGMENTS)
    return Transcript(head, (), tuple(segments))


def _sentences(said: list[str], between: str, stop: str, end: str) -> str:
    return stop.join(between.join(said[at : at + SENTENCE]) for at in range(0, len(said), SENTENCE)) + end


def built(folder: Path, number: int) -> None:
    """Build the library, unless it is there and by the rules of today."""
    if any(caches.place_of([folder / "files"], folder / "data").glob("*/")):
        return
    for old in ("files", "data"):
        shutil.rmtree(folder / old, ignore_errors=True)
    build(folder, number)


def build(folder: Path, number: int) -> None:
    """Index the episodes under files that stand for them."""
    files = folder / "files"
    files.mkdir(parents=True)
    paths = [files / f"episode-{index:05}.txt" for index in range(number)]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    made = caches.fresh(caches.place_of([files], folder / "data"))
    # Processes that are forked while a writer is open would keep its lock.
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as processes:
        for batch in update.mixed_batches(
            [FileRow(str(path), stamp_of(path), digest_of(path), None, None) for path in paths]
        ):
            numbers = [int(Path(row.path).stem.rpartition("-")[2]) for row in batch]
            with writing(made.store, made.index, batch) as writer:
                for row, analysis in zip(batch, processes.map(_analysed, numbers, chunksize=8), strict=True):
                    writer.write(row, Outcome(analysis, None))
    made.store.close()


def _analysed(index: int) -> Analysis:
    made = episode(index)
    return analyse(made, made.episode.slug)
