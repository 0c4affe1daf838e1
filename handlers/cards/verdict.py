"""Whether a claimed quote is real: the verdict in a word, the words that differ, and what was really said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.addresses.address import CorrectionAddress, QuoteAddress
from handlers.addresses.custom_id import Verb
from handlers.cards.citation import name, who_and_when
from handlers.cards.controls import watch
from handlers.cards.layout import AnyButton, Button, Card, Frame, join, small, stacked
from handlers.cards.markdown import clip, escape, typed
from handlers.cards.quote import Quote, just_before, where
from handlers.texts import Texts
from transcript.language.language_names import own_name
from transcript.language.sentences import glue
from transcript.library import Library
from transcript.timecode import format_time
from transcript.verdicts import Verdict

GREEN, YELLOW, RED, GREY = 0x3BA55D, 0xF2B33D, 0xED4245, 0x80848E
"""Beside each verdict's word and icon, never instead of them."""


WORDS = 900
"""Characters of a claim's or a transcript's words, of one verdict alone; several share the room."""


NEAREST = 3


FRAGMENTS = 3
"""Of a stitched quote, so many are posted as a correction: more would not fit into a button."""


CHANGES = 4
"""Changes, and people, that are named."""


CORRECTABLE = ("altered", "misattributed", "close")


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict and, where its words were found, the passage and the address that has it and the other candidates."""

    verdict: Verdict
    quote: Quote | None
    address: QuoteAddress | None


@dataclass(frozen=True, slots=True)
class Searched:
    """What a claim was looked for in: episodes, their dates, and how many files could not be read."""

    episodes: int
    first: str | None
    last: str | None
    unread: int


def searched_in(library: Library) -> Searched:
    dates = sorted(episode.date for episode in library.episodes if episode.date)
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return Searched(len(library.episodes), first, last, len(library.failures))


def verdict_card(checked: Sequence[Checked], searched: Searched, texts: Texts, *, message: int, may_post: bool) -> Card:
    """`message` is the id of the message that was checked, 0 for none; `may_post` whether corrections are offered."""
    most = WORDS // len(checked)
    frames = []
    for number, one in enumerate(checked):
        blocks = [block for block in _blocks(one, searched, texts, most) if block]
        if len(checked) > 1:  # five verdicts of many blocks would be too many components for a message
            blocks = ["\n".join(blocks)]
        buttons = _buttons(one, number, texts, message if may_post else None, alone=len(checked) == 1)
        frames.append(Frame(blocks, buttons, _colour(one.verdict)))
    return stacked(frames)


def _colour(verdict: Verdict) -> int:
    return {"verbatim": GREEN, "close": GREEN, "altered": RED, "misattributed": YELLOW}.get(verdict.kind, GREY)


def _blocks(checked: Checked, searched: Searched, texts: Texts, most: int) -> list[str]:
    verdict, quote = checked.verdict, checked.quote
    if quote is None:
        return [_heading(verdict, texts), f"> {typed(verdict.claim, most)}", *_not_found(checked, searched, texts)]
    blocks = [_heading(verdict, texts), f"> {_words(verdict, most)}"]
    if verdict.kind in ("altered", "close"):
        said = escape(clip(verdict.text, most))
        blocks.append(small(texts("the transcript: “{words}”", words=said)))
    blocks += [who_and_when(quote.episode, quote.passage.speaker, quote.start), where(quote, texts)]
    blocks += [small(note) for note in _notes(verdict, texts)]
    return [*blocks, just_before(quote, texts)]


def _heading(verdict: Verdict, texts: Texts) -> str:
    match verdict.kind:
        case "verbatim":
            return texts("✅ **Verbatim**: said in these words")
        case "close":
            return texts("🟢 **Close**: not word for word, the meaning is kept")
        case "altered":
            changes = len(verdict.changes) or 1
            return texts.many("⚠️ **Altered**: {count} change", "⚠️ **Altered**: {count} changes", changes)
        case "misattributed" if len(verdict.voices) > 1:
            speakers = ", ".join(map(name, verdict.voices[:CHANGES]))
            return texts("👥 **Said by several people**: {speakers}", speakers=speakers)
        case "misattributed":
            speaker, claimed = name(verdict.speaker or ""), name(verdict.claimed_speaker or "")
            return texts("👥 **Said by somebody else**: {speaker}, not {claimed}", speaker=speaker, claimed=claimed)
        case "not_found":
            return texts("❔ **Not found**: nobody says this in what was searched")


def _words(verdict: Verdict, most: int) -> str:
    """The claim against the transcript: ~~struck~~ is only in the transcript, **bold** only in the claim."""
    if verdict.kind in ("verbatim", "misattributed") and not verdict.changes:
        return escape(clip(verdict.text, most))
    between = glue(verdict.language or "en")
    parts, length = [], 0
    for kind, said, claimed in verdict.diff:
        if length > most:
            parts.append("…")
            break
        length += len(said) + len(claimed)
        parts += _piece(kind, said, claimed)
    return between.join(parts)


def _piece(kind: str, said: str, claimed: str) -> list[str]:
    if kind == "same":
        return [escape(claimed or said)]
    return [f"~~{escape(said)}~~"] * bool(said) + [f"**{escape(claimed)}**"] * bool(claimed)


def _changes(verdict: Verdict, texts: Texts) -> str:
    """Each change in words: an inserted "not" is easily overlooked in a long quote."""
    each = []
    for said, claimed in verdict.changes[:CHANGES]:
        said, claimed = escape(clip(said, 60)), escape(clip(claimed, 60))
        each.append(f"“{said}” → “{claimed}”" if said and claimed else f"+ “{claimed}”" if claimed else f"− “{said}”")
    more = ["…"] * (len(verdict.changes) > CHANGES)
    return texts("changed: {changes}", changes=", ".join([*each, *more]))


def _notes(verdict: Verdict, texts: Texts) -> list[str]:
    notes = [_changes(verdict, texts)] if verdict.changes else []
    if len(verdict.voices) > 1 and verdict.kind != "misattributed":
        notes.append(texts("the words of {speakers}", speakers=", ".join(map(name, verdict.voices[:CHANGES]))))
    if verdict.kind != "misattributed" and verdict.claimed_speaker and verdict.claimed_speaker != verdict.speaker:
        notes.append(texts("credited to {claimed}", claimed=name(verdict.claimed_speaker)))
    if verdict.unknown_speaker:
        notes.append(_unknown(verdict.unknown_speaker, texts))
    if verdict.translation:
        notes.append(texts("these are the words of the translation, not those that were spoken"))
    if verdict.left_out:
        words = " … ".join(verdict.left_out)
        notes.append(texts("left out: “{words}”", words=escape(clip(words, 200))))
    if verdict.stitched:
        times = ", ".join(format_time(start) for _, start in verdict.stitched)
        notes.append(texts("stitched together from what was said at {times}", times=times))
    return notes


def _unknown(credited: str, texts: Texts) -> str:
    return texts("credited to “{name}”: nobody of that name speaks in what was searched", name=typed(credited))


def _not_found(checked: Checked, searched: Searched, texts: Texts) -> list[str]:
    count = texts.many("{count} episode was searched", "{count} episodes were searched", searched.episodes)
    dates = None if searched.first is None else " – ".join(dict.fromkeys((searched.first, searched.last or "")))
    unread = texts.many("{count} file could not be read", "{count} files could not be read", searched.unread)
    facts = join(count, dates, unread if searched.unread else None)
    nearest = texts("The nearest passages, if one of them was meant:") if checked.address else ""
    unknown = checked.verdict.unknown_speaker
    return [small(_unknown(unknown, texts)) if unknown else "", small(facts), small(nearest) if nearest else ""]


def _buttons(checked: Checked, number: int, texts: Texts, message: int | None, *, alone: bool) -> list[AnyButton]:
    """`message` is None where no correction may be posted. Several verdicts in a message have the two that matter."""
    address, quote = checked.address, checked.quote
    if address is None:
        return []
    if quote is None:
        return _nearest(checked, address, number)
    slot = "abcde"[number]
    buttons: list[AnyButton] = [
        Button(replace(address, context=True), slot, label=texts("Context"), verb=Verb.OPEN),
    ]
    if alone:
        for language in quote.episode.languages:
            if language != quote.passage.language:
                flipped = replace(address, flipped=True)
                buttons.append(Button(flipped, "l", label=own_name(language), verb=Verb.OPEN))
        if len(address.pointers) > 1:
            following = replace(address, position=1)
            buttons.append(Button(following, ">", label=texts("Next candidate"), verb=Verb.OPEN))
        buttons += watch(quote.episode, quote.start, texts)
    if message is not None and checked.verdict.kind in CORRECTABLE:
        correction = CorrectionAddress(address.pointers[: max(1, len(checked.verdict.stitched))][:FRAGMENTS], message)
        buttons.append(Button(correction, slot, label=texts("Post correction"), verb=Verb.CORRECT, primary=True))
    return buttons


def _nearest(checked: Checked, address: QuoteAddress, number: int) -> list[AnyButton]:
    places = checked.verdict.candidates[: min(NEAREST, len(address.pointers))]
    return [
        Button(
            replace(address, position=at),
            str(NEAREST * number + at)[-1],
            label=join(str(at + 1), None if place.start is None else format_time(place.start)),
            verb=Verb.OPEN,
        )
        for at, place in enumerate(places)
    ]
