"""The differences that are harmless: each rule allows its example, and nothing else does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from transcript.comparison import compare
from transcript.comparison.compare import Judgement, judged
from transcript.comparison.rules import RULES, Rule

BREAKS = {"elision": (2,)}
"""The words of a claim before which it marks an elision, for an example that has a mark."""


def judge(rule: Rule) -> Judgement:
    said, claim = rule.example
    judgement = judged(said, claim, BREAKS.get(rule.name, ()))
    assert judgement is not None
    return judgement


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_allows_its_example(rule: Rule) -> None:
    judgement = judge(rule)
    assert judgement.changes == ()
    if rule.severity == "light":
        assert judgement.wording == "close"
        assert rule.name in judgement.reasons
    else:
        assert (judgement.wording, judgement.reasons) == ("verbatim", ())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_without_its_rule_an_example_is_another_verdict(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    others: Sequence[Rule] = [other for other in RULES if other is not rule]
    with_it = judge(rule)
    monkeypatch.setattr(compare, "RULES", others)
    without = judge(rule)
    assert (without.wording, without.reasons) != (with_it.wording, with_it.reasons)
