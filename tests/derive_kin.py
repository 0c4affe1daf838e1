"""`python -m tests.derive_kin FOLDER`: derive transcript/language/data/kin_of_wordnet.en.txt anew.

FOLDER is the `dict` folder of WordNet 3.1, with its files index.noun, data.noun and so on.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT
from transcript.language.frequency import is_known
from transcript.language.stemming import stem

OUT = ROOT / "transcript" / "language" / "data" / "kin_of_wordnet.en.txt"


PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
"""Endings of WordNet's files, by the letter of a part of speech."""


SAME_SENSE = 9
"""Words are kin that have one of so many of their commonest senses in common, …"""


WIDER_SENSE = 6
"""… or of which one has a sense that is a kind of the other's, each among so many of its commonest."""


WIDER, SIMILAR, DERIVED = "@", "&", "+"
"""WordNet's signs for pointers from a sense to a wider one, to a similar one, and from a word to a derived one."""


HEAD = """\
# English words in general use of which each may be said for the other: in one of their senses they are the same, or the
# one is a kind of the other. A word and its kin a line, each two of them once. Derived by tests/derive_kin.py
# from WordNet 3.1, Copyright 2011 by Princeton University, whose licence lets it be used, copied and
# changed for any purpose with this notice.
"""


class Sense(NamedTuple):
    """A sense: its words, and pointers as sign, offset, part of speech, and both words' numbers in hexadecimal."""

    words: list[str]
    pointers: list[tuple[str, str, str, str]]


def read_ranks(lines: Iterator[str]) -> dict[tuple[str, str], int]:
    """Ranks of the senses of a word, the most common 0, by the word and the sense's offset."""
    rows = (line.split() for line in lines if not line.startswith(" "))
    return {(row[0], offset): rank for row in rows for rank, offset in enumerate(row[-int(row[2]) :])}


def read_senses(lines: Iterator[str]) -> dict[str, Sense]:
    """The senses by their offsets."""
    senses = {}
    for offset, _, _, count, *rest in (line.split(" | ")[0].split() for line in lines if not line.startswith(" ")):
        words = [re.sub(r"\(.*\)", "", word).lower() for word in rest[: 2 * int(count, 16) : 2]]
        number, *pointers = rest[2 * int(count, 16) :]
        fours = [pointers[4 * at : 4 * at + 4] for at in range(int(number))]
        senses[offset] = Sense(words, [(sign, to, part, which) for sign, to, part, which in fours])
    return senses


def kin_of(
    senses: dict[str, dict[str, Sense]], ranks: dict[str, dict[tuple[str, str], int]]
) -> Iterator[tuple[str, str]]:
    """Each two words that are kin; `senses` and `ranks` are by part of speech."""

    def known(words: list[str], part: str, offset: str, most: int) -> list[str]:
        common = (word for word in words if ranks[part].get((word, offset), most) < most)
        return [word for word in common if word.isalpha() and is_known(word)]

    for part, offset, sense in ((part, *item) for part, here in senses.items() for item in here.items()):
        yield from combinations(known(sense.words, part, offset, SAME_SENSE), 2)
        for sign, to, other, which in sense.pointers:
            kind = other.replace("s", "a")
            if sign in (WIDER, SIMILAR):
                wider = known(senses[kind][to].words, kind, to, WIDER_SENSE)
                yield from product(known(sense.words, part, offset, WIDER_SENSE), wider)
            elif sign == DERIVED:
                own, derived = sense.words[int(which[:2], 16) - 1], senses[kind][to].words[int(which[2:], 16) - 1]
                yield from product(known([own], part, offset, WIDER_SENSE), known([derived], kind, to, WIDER_SENSE))


def main() -> None:
    """Read WordNet and write the list."""
    folder = Path(sys.argv[1])
    senses, ranks = {}, {}
    for part, name in PARTS.items():
        with (folder / f"data.{name}").open() as data, (folder / f"index.{name}").open() as index:
            senses[part], ranks[part] = read_senses(data), read_ranks(index)
    kin: dict[str, set[str]] = defaultdict(set)
    for pair in kin_of(senses, ranks):
        first, second = sorted(pair)
        if stem(first) != stem(second):
            kin[first].add(second)
    rows = (" ".join((word, *sorted(others))) for word, others in sorted(kin.items()))
    OUT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
