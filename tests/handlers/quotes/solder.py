"""The card that answers a well-known quote of the transcript that ships."""

from __future__ import annotations

QUERY = "solder balls would crack"


TITLE = "GPT4.5's Flop, Grok 4, Meta's Poaching Spree, Apple's…"


CARD = [
    "-# Dylan Patel, just before: The chip versus the solder balls versus the PCB would expand and shrink at different"
    " rates.",
    "> And what ended up happening is because of that different rate of expansion, the **solder balls** connecting the"
    " chip and the board **would crack**.",
    "**Dylan Patel** · 32:20",
    f"{TITLE} · 2025-06-30",
    "-# Apple's AI Challenges and the Debate Over On-Device AI · close match, 1 of 2",
]
