"""The rules by which edits are allowed, each switched off in turn, to tell which of them nothing needs."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from tests.quotes.sentences import Quote
from transcript.comparison import compare
from transcript.comparison.edits import Edit
from transcript.comparison.rules import RULES, Rule

Judge = Callable[[Quote], str]
"""Judges a quote anew, by the rules of the moment, to the kind of its verdict."""


@contextmanager
def _only(rules: Sequence[Rule]) -> Iterator[None]:
    """Let these rules alone be those by which edits are allowed."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(compare, "RULES", tuple(rules))
        yield


def _noting(rule: Rule, held: set[str]) -> Rule:
    """The rule, which notes its name where it holds."""

    def holds(edit: Edit) -> bool:
        if rule.holds(edit):
            held.add(rule.name)
            return True
        return False

    return dataclasses.replace(rule, holds=holds)


def count_needs(quotes: Sequence[Quote], judge: Judge) -> tuple[Counter[str], Counter[str]]:
    """For each rule how many honest quotes get another verdict without it, and how many misquotes pass by it alone."""
    needs: Counter[str] = Counter(dict.fromkeys((rule.name for rule in RULES), 0))
    lets_pass: Counter[str] = Counter()
    for quote in quotes:
        held: set[str] = set()
        with _only([_noting(rule, held) for rule in RULES]):
            before = judge(quote)
        for name in held:
            with _only([rule for rule in RULES if rule.name != name]):
                is_another_name = judge(quote) != before
            (needs if quote.honest else lets_pass)[name] += is_another_name and before in ("verbatim", "close")
    return needs, lets_pass
