"""`python -m bot doctor`: what the bot needs, looked at piece by piece, with a mend for what is lacking."""

from __future__ import annotations

from bot.doctor.examination import examine

__all__ = ["examine"]
