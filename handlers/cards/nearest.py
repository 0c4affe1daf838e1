"""No good match: said plainly, with the passages that come nearest. Never a wrong quote as an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from handlers.addresses.address import QuoteAddress
from handlers.cards.citation import excerpt, label
from handlers.cards.layout import Button, Card, card, join, small
from handlers.cards.markdown import bold, typed
from handlers.texts import Texts
from transcript.library.coverage import Coverage
from transcript.search import Match
from transcript.timecode import format_time

NEAREST = 3
"""Passages that are offered where none is sure."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """A query and up to three matches that are not sure, with the address that has them all.

    `narrowed` is whether only one speaker or episode was asked about; `elsewhere` whether the matches are of others.
    `sources` names the episode of each match, and nothing where there is but one episode.
    """

    query: str
    matches: Sequence[Match]
    address: QuoteAddress | None
    narrowed: bool = False
    elsewhere: bool = False
    several_languages: bool = False
    sources: Sequence[str] = ()
    coverage: Coverage = field(default_factory=Coverage)


def still_reading(coverage: Coverage, texts: Texts) -> str | None:
    """The progress of reading, where it is not over."""
    if coverage.is_complete:
        return None
    return texts("still reading: {done} of {total}", done=coverage.done, total=coverage.total)


def unsearched(coverage: Coverage, texts: Texts) -> str | None:
    """The part of all episodes that cannot be searched: those without a transcript, and those that are not read yet."""
    count = coverage.wordless
    wordless = texts.many("{count} episode has no transcript", "{count} episodes have no transcript", count)
    return join(wordless if count else None, still_reading(coverage, texts)) or None


def nearest_card(nearest: Nearest, texts: Texts) -> Card:
    asked, missing = typed(nearest.query), unsearched(nearest.coverage, texts)
    unread = [small(missing)] if missing else []
    if nearest.address is None:
        hint = texts("Try the rarest words that you remember, or another language.") if nearest.several_languages \
            else texts("Try the rarest words that you remember.")  # fmt: skip
        if nearest.narrowed:
            said = texts("Nothing like “{typed}” is said there, by that speaker.", typed=asked)
        else:
            said = texts("Nothing like “{typed}” is said in these transcripts.", typed=asked)
        return card([said, small(hint), *unread])
    lines, buttons = [], []
    for index, match in enumerate(nearest.matches):
        at = None if match.at is None else format_time(match.at)
        text, spans = excerpt(match.text, match.spans, match.language)
        lines.append(" ".join(filter(None, (f"**{index + 1}.**", at, f"{label(match.speaker)}{bold(text, spans)}"))))
        source, following = nearest.sources[index : index + 1], nearest.sources[index + 1 : index + 2]
        if source != following:  # else it stands below the next one
            lines.extend(map(small, source))
        to = replace(nearest.address, position=index)
        buttons.append(Button(to, str(index), label=join(str(index + 1), at)))
    if nearest.elsewhere:
        said = texts("“{typed}” is not said there, by that speaker. It is said here:", typed=asked)
    else:
        said = texts("I am not sure that “{typed}” was said. Did you mean:", typed=asked)
    return card([said, "\n".join(lines), *unread], buttons)
