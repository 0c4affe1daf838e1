"""A query: read, weighed, and expanded to what its words may stand for in a library."""

from __future__ import annotations

from transcript.search.query.query import LIGHT, WEIGHING, Expansion, Meaning, Query, Unit
from transcript.search.query.reader import LONGEST, MOST_TERMS, may_ask, read

__all__ = ["LIGHT", "LONGEST", "MOST_TERMS", "WEIGHING", "Expansion", "Meaning", "Query", "Unit", "may_ask", "read"]
