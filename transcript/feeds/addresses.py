"""The address of a feed as people paste it."""

from __future__ import annotations

import re

from transcript.feeds.podcast_tags import web_address

_APP = re.compile(r"(?:feed|itpc|pcast|podcast)://|feed:(?=https?://)", re.IGNORECASE)
"""Schemes by which applications are told to open the address of a feed."""


def feed_address(typed: str) -> str | None:
    """The address of the web in what was pasted, `https` where it names no scheme; None where there is none."""
    pasted = typed.strip().strip("<>")
    opened = _APP.match(pasted)
    if opened is not None:
        pasted = pasted[opened.end() :]
    if "://" not in pasted and "." in pasted.partition("/")[0]:
        pasted = f"https://{pasted}"
    return web_address(pasted, "") if not re.search(r"\s", pasted) else None
