"""`python -m tests.bench.misquotes`: how many misquotes pass as said, and how many honest quotes are refused, by kind.

Both are made from the transcript that ships and, where they are there, those of ../shared/transcripts. With `--rules`
each rule that allows an edit is switched off in turn over these, and over ../shared/eval, to tell which nothing needs.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from functools import partial
from operator import itemgetter
from pathlib import Path

from config.settings import SHIPPED
from tests.conftest import ROOT
from tests.quotes.chinese import CHINESE_HONEST, CHINESE_MISQUOTES
from tests.quotes.honest import HONEST
from tests.quotes.misquotes import MISQUOTES
from tests.quotes.rules import count_needs
from tests.quotes.sentences import Quote, draw, make_quotes
from transcript.library import Library, open_library
from transcript.verdicts import Verdict, verify

SHARED = ROOT.parent / "shared" / "transcripts" / "changelog"


EVAL = ROOT.parent / "shared" / "eval"


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
    """True if a misquote passed, or an honest quote was refused."""
    return (verdict.kind in ("verbatim", "close", "misattributed")) != quote.honest


def judge(library: Library, quote: Quote) -> Verdict:
    """The verdict on a quote, pasted in quotation marks."""
    return verify(library, f"“{quote.claim}”" if quote.said else quote.claim)[0]


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


def pairs_of(folder: Path) -> tuple[Path, list[Quote]]:
    """A transcript of what was said in the pairs of ../shared/eval, and their claims as quotes."""
    rows = [json.loads(line) for line in (EVAL / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    said = "\n\n".join(f"({at // 3:02}:{20 * (at % 3):02}) Ada Quill:\n{row['said']}" for at, row in enumerate(rows))
    path = folder / "pairs.txt"
    path.write_text(f"2025-01-01 Ada Quill.Pairs\n\nTranscript\n\n{said}\n", encoding="utf-8")
    return path, [Quote(row["kind"], row["claim"], row["said"], "verbatim" in row["want"]) for row in rows]


def claims_of_shipped() -> list[Quote]:
    """The claims of ../shared/eval on the transcript that ships, of which the altered ones are misquotes."""
    rows = [json.loads(line) for line in (EVAL / "verify.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Quote(f"claim, {row['verdict']}", row["claim"], "", row["verdict"] in ("verbatim", "close")) for row in rows
    ]


def _verdict_kind(library: Library, quote: Quote) -> str:
    return judge(library, quote).kind


def report_rules(libraries: Iterable[tuple[Library, Sequence[Quote]]]) -> None:
    """Print for each rule how many honest quotes need it, and how many misquotes pass by it."""
    needs: Counter[str] = Counter()
    lets_pass: Counter[str] = Counter()
    for library, quotes in libraries:
        needed, passed = count_needs(quotes, partial(_verdict_kind, library))
        needs += needed
        needs.update(dict.fromkeys(needed, 0))
        lets_pass += passed
    sys.stdout.write("rules: honest quotes that need it, misquotes that pass by it\n")
    for name, count in sorted(needs.items(), key=itemgetter(1)):
        sys.stdout.write(f"  {name:<34} {count:>4} {lets_pass[name]:>4}\n")


def main() -> None:
    """Draw, judge and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=60, help="quotes of each kind and library")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--rules", action="store_true", help="switch each rule off in turn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="misquotes-") as made, ExitStack() as opened:
        folder = Path(made)
        drawn: list[tuple[Library, list[Quote]]] = []
        for path in (SHIPPED, *sorted(SHARED.glob("*.txt"))):
            library = opened.enter_context(closing(open_library([path], folder / path.stem)))
            drawn.append((library, quotes_of(library, options.seed, options.each)))
        if options.rules and EVAL.is_dir():
            drawn[0][1].extend(claims_of_shipped())
            path, quotes = pairs_of(folder)
            drawn.append((opened.enter_context(closing(open_library([path], folder / "pairs"))), quotes))
        if options.rules:
            report_rules(drawn)
        else:
            judged = [(quote, judge(library, quote)) for library, quotes in drawn for quote in quotes]
            report(judged, misses=options.misses)


if __name__ == "__main__":
    main()
