"""The version that runs: that of the checkout, where the code is in one, else that of the installed package."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.metadata import version
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent / "pyproject.toml"
"""Hosts such as Heroku run a checkout, and install only what it needs."""


@cache
def running_version() -> str:
    """Pullquote's version, such as 1.0.0."""
    if CHECKOUT.exists():
        return str(tomllib.loads(CHECKOUT.read_text(encoding="utf-8"))["project"]["version"])
    return version("pullquote")
