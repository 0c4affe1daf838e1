"""No good match: said plainly, with the passages that come nearest. Never a wrong quote as an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from handlers.addresses.address import QuoteAddress
from handlers.cards.citation import excerpt, label
from handlers.cards.layout import Button, Card, card, join, small
from handlers.cards.markdown import bold, typed
from handlers.texts import Texts
from transcript.library import Passage
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
    times = [match.at for match in nearest.matches]
    lines = numbered_lines(nearest.matches, times, nearest.sources)
    buttons = [
        Button(replace(nearest.address, position=index), str(index), label=numbered_label(index, at))
        for index, at in enumerate(times)
    ]
    if nearest.elsewhere:
        said = texts("“{typed}” is not said there, by that speaker. It is said here:", typed=asked)
    else:
        said = texts("I am not sure that “{typed}” was said. Did you mean:", typed=asked)
    return card([said, lines, *unread], buttons)


def numbered_lines(
    passages: Sequence[Match | Passage], times: Sequence[float | None], sources: Sequence[str] = ()
) -> str:
    """A line for each passage: its number, time and speaker, and an excerpt; below it its source, once for those after
    one another that share it."""
    lines: list[str] = []
    for index, (passage, at) in enumerate(zip(passages, times, strict=True)):
        text, spans = excerpt(passage.text, passage.spans, passage.language)
        time = None if at is None else format_time(at)
        lines.append(
            " ".join(filter(None, (f"**{index + 1}.**", time, f"{label(passage.speaker)}{bold(text, spans)}")))
        )
        source, following = sources[index : index + 1], sources[index + 1 : index + 2]
        if source != following:  # else it stands below the next one
            lines.extend(map(small, source))
    return "\n".join(lines)


def numbered_label(index: int, at: float | None) -> str:
    """The label of the button that leads to a passage of these."""
    return join(str(index + 1), None if at is None else format_time(at))
