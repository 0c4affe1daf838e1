"""The differences between a claim and a transcript that are harmless, each a rule with a name and an example."""

from __future__ import annotations

from transcript.comparison.rules.rule import Rule, Severity, Shape, rules_of
from transcript.comparison.rules.table import RULES

__all__ = ["RULES", "Rule", "Severity", "Shape", "rules_of"]
