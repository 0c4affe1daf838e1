"""`python -m tests.derive_parts_of_speech`: derive transcript/language/data/parts_of_speech.en.txt and .zh.txt, and
single_names.en.txt, anew.

Needs textblob and the source archive of jieba unpacked beside it, which the project itself does not: `python -m
tests.derive_parts_of_speech FOLDER` where FOLDER has textblob's en-lexicon.txt and jieba's dict.txt.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from tests.conftest import ROOT
from transcript.language.frequency import is_known
from transcript.language.wordforms import is_word
from transcript.language.wordlist import read_words

OUT = ROOT / "transcript" / "language" / "data"


ENGLISH = {"VB": "verb", "VBN": "participle", "VBG": "participle", "RB": "adverb", "JJ": "adjective"}
"""Tags of the Penn Treebank, most by their first two letters. A word has the tag that is likeliest for it; nearly all
that have none of these are nouns."""


CHINESE = {"a": "adjective", "b": "adjective", "vn": "verbal noun"} | dict.fromkeys(
    ("n", "nr", "nrt", "ns", "nt", "nz"), "noun"
)
"""Tags of the Peking corpus."""


COMMON = {"noun": 200, "adjective": 50, "verbal noun": 300}
"""Uses in jieba's corpus of the rarest Chinese words that are taken."""


HEADS = {
    "en": "English words in general use that are mostly no nouns, a part of speech a line. Derived by\n"
    "# tests/derive_parts_of_speech.py from the lexicon of Brill's tagger (Eric Brill, MIT) in textblob 0.20 (MIT).\n",
    "names": "Names that English words in general use are, or may be. Derived by tests/derive_parts_of_speech.py\n"
    "# from the lexicon of Brill's tagger (Eric Brill, MIT) in textblob 0.20 (MIT).",
    "zh": "Chinese nouns and adjectives in common use, a part of speech a line. Derived by\n"
    "# tests/derive_parts_of_speech.py from the dictionary of jieba 0.42 (Sun Junyi, MIT).\n",
}


def english(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    """The part of speech of each English form that counts."""
    for form, tag in (line.split()[:2] for line in lines if len(line.split()) > 1):
        part = ENGLISH.get(tag) or ENGLISH.get(tag[:2])
        if part and form.islower() and form.isalpha() and is_word(form) and is_known(form):
            yield part, form


ALSO_WORDS = [
    "adam", "al", "amber", "andy", "angel", "august", "barney", "ben", "bill", "brad", "carol", "chad",
    "charlotte", "chris", "daisy", "dean", "don", "donna", "drew", "eve", "faith", "frank", "gates", "gene",
    "glen", "grace", "graham", "grant", "harry", "heather", "henry", "hope", "hugh", "iris", "ivy", "jack", "jay",
    "jean", "jerry", "jo", "john", "josh", "joy", "june", "justin", "ken", "kim", "kit", "lance", "laura", "lily",
    "louis", "lucy", "maria", "marina", "mark", "mason", "matt", "max", "miles", "neil", "nick", "norman",
    "obama", "oscar", "pat", "patty", "paul", "peter", "ray", "rich", "rob", "robin", "rod", "ron", "rose", "roy",
    "ruby", "russell", "sally", "sandy", "sean", "stacy", "stella", "sue", "ted", "terry", "tim", "tom", "tony",
    "tracy", "trump", "victor", "violet", "wade", "walker", "warren", "wayne", "will", "william", "zoe",
]  # fmt: skip
"""Names that are words, too, or that the lexicon lacks."""


def single_names(lines: Iterator[str]) -> set[str]:
    """Words in general use that are names alone in the lexicon, and some by which people are called all the same."""
    tags = dict(line.split()[:2] for line in lines if len(line.split()) > 1)
    names = {form.casefold() for form, tag in tags.items() if tag == "NNP" and form.isalpha() and form.istitle()}
    names = {name for name in names if len(name) > 2 and name not in tags} - {*read_words("abbreviations.en")}
    return {name for name in names | {*ALSO_WORDS} if is_known(name)}


def chinese(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    """The part of speech of each Chinese word that counts."""
    for form, uses, tag in (line.split() for line in lines if len(line.split()) == 3):
        if int(uses) >= COMMON.get(CHINESE.get(tag, ""), 0) and 1 < len(form) < 5 and tag in CHINESE:
            yield CHINESE[tag], form


def main() -> None:
    """Read both lexicons and write the lists."""
    folder = Path(sys.argv[1])
    for language, name, read in (("en", "en-lexicon.txt", english), ("zh", "dict.txt", chinese)):
        found: dict[str, set[str]] = defaultdict(set)
        with (folder / name).open(encoding="utf-8") as lines:
            for part, form in read(lines):
                found[part].add(form)
        rows = [f"{part}: {row}" for part, forms in found.items() for row in wrap(" ".join(sorted(forms)), 120)]
        text = f"# {HEADS[language]}" + "\n".join(rows) + "\n"
        (OUT / f"parts_of_speech.{language}.txt").write_text(text, encoding="utf-8")
    with (folder / "en-lexicon.txt").open(encoding="utf-8") as lines:
        rows = wrap(" ".join(sorted(single_names(lines))), 120)
    (OUT / "single_names.en.txt").write_text("\n".join([f"# {HEADS['names']}", *rows, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
