"""Quotes that the tests of reading paste, and the speakers of their transcripts."""

from __future__ import annotations

from transcript.claims import read_claims

SPEAKERS = ("ada quill", "ben marsh", "ada", "ben", "quill", "艾达", "艾达·奎尔")


Q = "The bridge at Orval was never finished"


GOATS = "Goats do cross it twice a day"


ZH = "奥瓦尔的桥从未完工"


PONT = "山羊每天过桥"


def known(name: str) -> bool:
    return name.casefold() in SPEAKERS


def read(text: str) -> list[tuple[str, str | None]]:
    """The quotes, where there are any in marks those, and whom they are credited to."""
    claims = [quote for claim in read_claims(text, known) for quote in claim.quotes or (claim,)]
    return [(claim.text, claim.speaker) for claim in claims]


def whose(text: str) -> list[str | None]:
    """The speakers to whom the quotes are credited."""
    return [speaker for _, speaker in read(text)]
