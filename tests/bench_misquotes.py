"""`python -m tests.bench_misquotes`: how many misquotes pass as said, and how many honest quotes are refused, by kind.

Both are made from the transcript that ships and, where they are there, those of ../shared/transcripts. With `--rules`
each rule that allows an edit is switched off in turn, to tell which of them no honest quote needs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from config.settings import SHIPPED
from tests.conftest import ROOT
from tests.quotes.chinese import CHINESE_HONEST, CHINESE_MISQUOTES
from tests.quotes.honest import HONEST
from tests.quotes.misquotes import MISQUOTES
from tests.quotes.sentences import Quote, draw, make_quotes
from transcript.library import Library, open_library
from transcript.verdicts import Verdict, verify

SHARED = ROOT.parent / "shared" / "transcripts" / "changelog"


MOST_PASSED, MOST_REFUSED = 0.01, 0.05
"""Shares of misquotes that may pass, and of honest quotes that may be refused."""


def quotes_of(library: Library, seed: int, each: int) -> list[Quote]:
    """Misquotes and honest quotes of a library, up to so many of each kind."""
    made: list[Quote] = []
    for language, *makers in (("en", MISQUOTES, HONEST), ("zh", CHINESE_MISQUOTES, CHINESE_HONEST)):
        for kinds, honest in zip(makers, (False, True), strict=True):
            made.extend(make_quotes(draw(library, language, seed), kinds, each, honest=honest))
    return made


def is_wrong(quote: Quote, verdict: Verdict) -> bool:
    """Whether a misquote passed, or an honest quote was refused."""
    return (verdict.kind in ("verbatim", "close", "misattributed")) != quote.honest


def judge_quotes(library: Library, quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Verdict]]:
    """Each quote with its verdict."""
    for quote in quotes:
        yield quote, verify(library, f"“{quote.claim}”")[0]


def report(judged: Sequence[tuple[Quote, Verdict]], *, misses: bool) -> None:
    """Print how many are wrong, by kind."""
    kinds: dict[tuple[bool, str], list[tuple[Quote, Verdict]]] = defaultdict(list)
    for quote, verdict in judged:
        kinds[quote.honest, quote.kind].append((quote, verdict))
    for honest in (False, True):
        every = [pair for (which, _), pairs in kinds.items() if which == honest for pair in pairs]
        wrong = sum(is_wrong(*pair) for pair in every)
        most = MOST_REFUSED if honest else MOST_PASSED
        name = "honest quotes refused" if honest else "misquotes passed"
        sys.stdout.write(f"{name}: {wrong} of {len(every)}, {wrong / len(every):.1%} (goal {most:.0%})\n")
        for (which, kind), pairs in kinds.items():
            if which == honest:
                wrong = sum(is_wrong(*pair) for pair in pairs)
                sys.stdout.write(f"  {kind:<34} {wrong:>4} of {len(pairs):>4}  {wrong / len(pairs):>6.1%}\n")
    for quote, verdict in judged if misses else ():
        if is_wrong(quote, verdict):
            sys.stdout.write(
                f"{quote.kind}\n  said:  {quote.said}\n  claim: {quote.claim}\n  {verdict.kind} {verdict.changes}\n"
            )


def main() -> None:
    """Draw, judge and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=60, help="quotes of each kind and library")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--folder", type=Path, help="where the libraries are kept, and found again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="misquotes-") as made_folder:
        folder = options.folder or Path(made_folder)
        judged: list[tuple[Quote, Verdict]] = []
        for path in (SHIPPED, *sorted(SHARED.glob("*.txt"))):
            library = open_library([path], folder / path.stem)
            judged.extend(judge_quotes(library, quotes_of(library, options.seed, options.each)))
            library.close()
    report(judged, misses=options.misses)


if __name__ == "__main__":
    main()
