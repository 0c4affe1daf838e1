"""A verdict as a card: the verdict and its reasons, what was really said, and small what was claimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from handlers.cards.citation import chapter_title, name, source_line, unbroken, who_and_when
from handlers.cards.layout import Card, Frame, join, small, stack_frames
from handlers.cards.markdown import clip, escape, typed, visible
from handlers.cards.nearest import numbered_lines, unsearched
from handlers.cards.quote import Quote, just_before, source
from handlers.cards.verdict.buttons import verdict_buttons
from handlers.cards.verdict.changes import (
    Change,
    distinct,
    in_bold,
    marked_in_claim,
    marked_in_said,
    struck,
    whole_clause,
    with_closing_signs,
)
from handlers.cards.verdict.checked import Checked
from handlers.cards.verdict.posted import nearest_heading
from handlers.cards.verdict.reasons import named_reasons
from handlers.cards.verdict.unchecked import unchecked_frame
from handlers.texts import Texts
from transcript.claims import Claim
from transcript.library import Library
from transcript.library.coverage import Coverage
from transcript.timecode import format_time
from transcript.verdicts import Verdict

GREEN, YELLOW, RED, GREY = 0x3BA55D, 0xF2B33D, 0xED4245, 0x80848E
"""Beside each verdict's word and icon, never instead of them."""


LONGEST_QUOTE = 900
"""Characters of a claim's or a transcript's words, of one verdict alone; several share the room."""


MOST_SPEAKERS = 4
"""Speakers that are named."""


@dataclass(frozen=True, slots=True)
class Searched:
    """The extent of a search for a claim: the number of episodes, their dates, the number of files that could not be
    read, and what of the library is not read yet or has no words."""

    episodes: int
    first: str | None
    last: str | None
    unread: int
    coverage: Coverage = field(default_factory=Coverage)


def searched_in(library: Library) -> Searched:
    dates = sorted(episode.date for episode in library.episodes if episode.date)
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return Searched(len(library.episodes), first, last, library.unread_count, library.coverage)


def verdict_card(
    checked: Sequence[Checked],
    searched: Searched,
    texts: Texts,
    *,
    message: int,
    may_post: bool,
    unchecked: Sequence[Claim] = (),
) -> Card:
    """The verdicts on a message's quotes, and its quotes that are `unchecked`.

    `message` is the id of the message, 0 for none; `may_post` is whether the verdicts may be posted.
    """
    most = LONGEST_QUOTE // len(checked)
    frames = []
    for number, one in enumerate(checked):
        alone = len(checked) == 1
        blocks = [block for block in _verdict_blocks(one, searched, texts, most, alone=alone) if block]
        if not alone:  # five verdicts of many blocks would be too many components for a message
            blocks = ["\n".join(blocks)]
        buttons = verdict_buttons(one, number, texts, message if may_post else None, alone=alone)
        frames.append(Frame(blocks, buttons, _verdict_colour(one.verdict)))
    if unchecked:
        frames.append(unchecked_frame(unchecked, len(checked), message, texts))
    return stack_frames(frames)


def _verdict_colour(verdict: Verdict) -> int:
    return {"verbatim": GREEN, "close": GREEN, "altered": RED, "misattributed": YELLOW}.get(verdict.kind, GREY)


def _verdict_blocks(checked: Checked, searched: Searched, texts: Texts, most: int, *, alone: bool) -> list[str]:
    verdict, quote = checked.verdict, checked.quote
    if quote is None:
        claimed = small(texts("claimed: {words}", words=typed(verdict.claim, most)))
        return [_verdict_heading(verdict, texts), claimed, *_not_found(checked, searched, texts, alone=alone)]
    changes = distinct(verdict.changes)
    said = _words_said(verdict, quote, most)
    differs = bool(changes) or verdict.kind in ("altered", "close")
    original = texts("The original: “{words}”", words=escape(clip(checked.original or "", most // 2)))
    notes = join(*_verdict_notes(verdict, texts)) or chapter_title(quote.chapter, quote.passage.language)
    return [
        _verdict_heading(verdict, texts),
        "" if differs else just_before(quote, texts),
        f"> {in_bold(said, marked_in_said(said, changes, verdict.diff), most)}",
        original if checked.original else "",
        who_and_when(quote.episode, quote.passage.speaker, quote.start),
        _claimed_line(verdict, changes, texts, most // 2) if differs else "",
        source(quote, texts),
        small(notes) if notes else "",
    ]


def _claimed_line(verdict: Verdict, changes: Sequence[Change], texts: Texts, most: int) -> str:
    claim = visible(verdict.claim)
    return small(texts("claimed: {words}", words=struck(claim, marked_in_claim(claim, changes, verdict.diff), most)))


def _words_said(verdict: Verdict, quote: Quote, most: int) -> str:
    """The words that were really said: those of a right claim, or for another claim the sentence that they are from."""
    if verdict.kind in ("verbatim", "misattributed") and not verdict.changes:
        return with_closing_signs(quote.passage.text, verdict.text)
    return whole_clause(quote.passage.text, verdict.text, most)


def _verdict_heading(verdict: Verdict, texts: Texts) -> str:
    reasons = named_reasons(verdict.reasons, texts)
    match verdict.kind:
        case "verbatim" if verdict.translation:
            return texts("✅ **Verbatim in the translation**")
        case "verbatim":
            return texts("✅ **Verbatim**: said in these words")
        case "close" if reasons:
            return texts("🟢 **Close**, the meaning is kept — {reasons}", reasons=reasons)
        case "close":
            return texts("🟢 **Close**: not word for word, the meaning is kept")
        case "altered" if reasons:
            return texts("⚠️ **Altered** — {reasons}", reasons=reasons)
        case "altered":
            return texts("⚠️ **Altered**")
        case "misattributed" if len(verdict.voices) > 1:
            speakers = ", ".join(map(name, verdict.voices[:MOST_SPEAKERS]))
            return texts("👥 **Said by several people**: {speakers}", speakers=speakers)
        case "misattributed":
            speaker, claimed = name(verdict.speaker or ""), name(verdict.claimed_speaker or "")
            return texts("👥 **Said by somebody else**: {speaker}, not {claimed}", speaker=speaker, claimed=claimed)
        case "not_found":
            return texts("❔ **Not found**: nobody says this in what was searched")


def _verdict_notes(verdict: Verdict, texts: Texts) -> list[str]:
    notes = []
    if len(verdict.voices) > 1 and verdict.kind != "misattributed":
        notes.append(texts("the words of {speakers}", speakers=", ".join(map(name, verdict.voices[:MOST_SPEAKERS]))))
    if verdict.kind != "misattributed" and verdict.claimed_speaker and verdict.claimed_speaker != verdict.speaker:
        notes.append(texts("credited to {claimed}", claimed=name(verdict.claimed_speaker)))
    if verdict.unknown_speaker:
        notes.append(_unknown_speaker(verdict.unknown_speaker, texts))
    if verdict.translation and verdict.kind != "verbatim":
        notes.append(texts("these are the words of the translation, not those that were spoken"))
    if verdict.left_out:
        words = " … ".join(verdict.left_out)
        notes.append(texts("left out: “{words}”", words=escape(clip(words, 200))))
    if verdict.stitched:
        times = ", ".join(format_time(start) for _, start in verdict.stitched)
        notes.append(texts("stitched together from what was said at {times}", times=times))
    return notes


def _unknown_speaker(credited: str, texts: Texts) -> str:
    return texts("credited to “{name}”: nobody of that name speaks in what was searched", name=typed(credited))


def _not_found(checked: Checked, searched: Searched, texts: Texts, *, alone: bool) -> list[str]:
    count = texts.many("{count} episode was searched", "{count} episodes were searched", searched.episodes)
    dates = " – ".join(map(unbroken, dict.fromkeys(filter(None, (searched.first, searched.last)))))
    unread = texts.many("{count} file could not be read", "{count} files could not be read", searched.unread)
    facts = join(count, dates, unread if searched.unread else None, unsearched(searched.coverage, texts))
    unknown = checked.verdict.unknown_speaker
    credited = _unknown_speaker(unknown, texts) if unknown else ""
    return [
        credited,
        small(facts),
        _nearest_passages(checked.nearest, texts, several=searched.episodes > 1, alone=alone),
    ]


def _nearest_passages(nearest: Sequence[Quote], texts: Texts, *, several: bool, alone: bool) -> str:
    """The passages that the buttons of a claim that was not found lead to, with the episode of each where there are
    `several`. There is room for those of one verdict that is `alone`."""
    if not nearest or not alone:
        return nearest_heading(texts) if nearest else ""
    sources = [source_line(quote.episode, several=quote.several) for quote in nearest if several]
    lines = numbered_lines([quote.passage for quote in nearest], [quote.start for quote in nearest], sources)
    return f"{nearest_heading(texts)}\n{lines}"
