"""`python -m tests.derive_wordforms`: derive transcript/language/data/wordforms.en.txt anew.

Needs wordfreq and symspellpy, which the project itself does not: `pip install wordfreq symspellpy` where this runs.
wordfreq has most forms that are in use, its users' slips among them; symspellpy has a smaller dictionary without slips.
A form that only wordfreq has is left out where it is one slip from a much more frequent form of the dictionary.
"""

from __future__ import annotations

import importlib
import math
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from tests.conftest import ROOT

OUT = ROOT / "transcript" / "language" / "data" / "wordforms.en.txt"


RAREST = 1.2
"""Zipf value of the rarest forms that are taken from wordfreq: 16 uses in a billion words; rarer ones are noise."""


RARER = 30
"""A form so many times rarer than one that is a slip away is taken for that slip. "Seperate" is 60 times rarer than
"separate", "occured" 50 times than "occurred"."""


SHORTEST = 3
"""Letters of the shortest form; one and two letters are always words."""


HEAD = """\
# Forms of English words, sorted, one a line: what stands here is a word, and what does not may be a slip.
# Derived by tests/derive_wordforms.py from the word list of wordfreq 3.1.1 (Robyn Speer and others), CC BY-SA 4.0, as
# this file is, and the frequency dictionary of symspellpy 6 (mmb L and Wolf Garbe), MIT.
"""


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slips_of(form: str) -> Iterator[str]:
    """The forms that are one slip away: a letter left out, put in or taken for another, or two that changed places."""
    for at in range(len(form) + 1):
        head, tail = form[:at], form[at:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        if len(form) == SHORTEST:
            continue  # every three letters are one letter from some word
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in LETTERS)
        yield from (head + letter + tail for letter in LETTERS)


def without_doubles(form: str) -> str:
    """A form with each doubled letter once, which is the same for disappear and dissapear."""
    return re.sub(r"(.)\1", r"\1", form)


def derive(frequencies: dict[str, float], dictionary: set[str]) -> Iterator[str]:
    """The forms that are words."""
    yield from dictionary
    rarest = 10 ** (RAREST - 9)
    by_letters = {
        without_doubles(form): form for form in sorted(dictionary, key=lambda form: frequencies.get(form, 0.0))
    }
    for form, frequency in frequencies.items():
        if form in dictionary or len(form) < SHORTEST or frequency < rarest:
            continue
        if form.replace("or", "our") in dictionary:
            yield form  # the dictionary spells some words in the British way alone: odour
            continue
        meant = [slip for slip in slips_of(form) if slip in dictionary]
        meant.append(by_letters.get(without_doubles(form), form))
        if frequency * RARER > max((frequencies.get(slip, 0.0) for slip in meant if slip != form), default=0.0):
            yield form


def main() -> None:
    """Write the list."""
    wordfreq = importlib.import_module("wordfreq")
    written = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    letters = re.compile(r"[a-z]+")
    frequencies = {
        form: frequency
        for form, frequency in wordfreq.get_frequency_dict("en", "large").items()
        if letters.fullmatch(form) and math.isfinite(frequency)
    }
    dictionary = {form for line in written.splitlines() if letters.fullmatch(form := line.split()[0])}
    forms = sorted({form for form in derive(frequencies, dictionary) if len(form) >= SHORTEST})
    Path(OUT).write_text(HEAD + "\n".join(forms) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
