"""The buttons of a verdict: to what was said, to what is nearest to it, and to post it."""

from __future__ import annotations

from dataclasses import replace

from handlers.addresses.address import CorrectionAddress, QuoteAddress
from handlers.addresses.custom_id import Verb
from handlers.cards.controls import watch_button
from handlers.cards.layout import AnyButton, Button
from handlers.cards.nearest import numbered_label
from handlers.cards.verdict.checked import Checked
from handlers.texts import Texts
from transcript.language.language_names import own_name

MOST_NEAREST = 3
"""Passages like a claim that was not found that are shown, and have a button."""


MOST_FRAGMENTS = 3
"""Fragments of a stitched quote that have a button where the verdict is posted: more would not fit into a button."""


def verdict_buttons(
    checked: Checked, number: int, texts: Texts, message: int | None, *, alone: bool
) -> list[AnyButton]:
    """`message` is None where the verdict may not be posted. Several verdicts have the two buttons that matter."""
    slot = "abcde"[number]
    buttons = _citation_buttons(checked, number, slot, texts, alone=alone)
    if message is not None:
        found = checked.address.pointers if checked.address and checked.quote else ()
        place = CorrectionAddress(found[: max(1, len(checked.verdict.stitched))][:MOST_FRAGMENTS], message)
        buttons.append(Button(place, slot, label=texts("Post verdict"), verb=Verb.CORRECT, primary=True))
    return buttons


def _citation_buttons(checked: Checked, number: int, slot: str, texts: Texts, *, alone: bool) -> list[AnyButton]:
    """The buttons that lead to what was said, or to what is nearest to the claim."""
    address, quote = checked.address, checked.quote
    if address is None:
        return []
    if quote is None:
        return _nearest_buttons(checked, address, number)
    buttons: list[AnyButton] = [
        Button(replace(address, context=True), slot, label=texts("Context"), verb=Verb.OPEN),
    ]
    if not alone:
        return buttons
    for language in quote.episode.languages:
        if language != quote.passage.language:
            flipped = replace(address, flipped=True)
            buttons.append(Button(flipped, "l", label=own_name(language), verb=Verb.OPEN))
    if len(address.pointers) > 1:
        following = replace(address, position=1)
        buttons.append(Button(following, ">", label=texts("Next candidate"), verb=Verb.OPEN))
    return buttons + watch_button(quote.episode, quote.start, texts)


def _nearest_buttons(checked: Checked, address: QuoteAddress, number: int) -> list[AnyButton]:
    return [
        Button(
            replace(address, position=at),
            str(MOST_NEAREST * number + at)[-1],
            label=numbered_label(at, quote.start),
            verb=Verb.OPEN,
        )
        for at, quote in enumerate(checked.nearest)
    ]
