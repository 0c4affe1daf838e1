"""Addresses become cards: what stands at one is looked up in the library, and shown."""

from __future__ import annotations

from handlers.answers.answers import Answers

__all__ = ["Answers"]
