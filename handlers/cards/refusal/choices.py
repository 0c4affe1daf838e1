"""Menus of what a refusal offers to choose from: a press fills the option that was not understood, and asks again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handlers.cards import limits
from handlers.cards.citation import in_language
from handlers.cards.layout import Menu, join
from handlers.cards.markdown import clip, visible
from handlers.cards.refusal.asked import CHOOSE, Asked
from handlers.refusals import (
    Refusal,
    UnknownChapterError,
    UnknownEpisodeError,
    UnknownShowError,
    UnknownSpeakerError,
    UnknownZoneError,
)
from handlers.texts import Texts
from transcript.timecode import format_time


def choice_menu(refusal: Refusal, asked: Asked, texts: Texts) -> Menu | None:
    """The menu that fills the refused option; None where there is nothing to choose from."""
    match refusal:
        case UnknownEpisodeError():
            placeholder = texts("Choose an episode")
            pairs = ((join(each.date, each.show, each.title), each.slug) for each in refusal.known)
        case UnknownShowError():
            placeholder = texts("Only one show")
            pairs = ((each, each) for each in refusal.known)
        case UnknownSpeakerError():
            placeholder = texts("Choose a speaker")
            pairs = ((each, each) for each in refusal.known)
        case UnknownChapterError():
            placeholder = texts("Choose a chapter")
            pairs = (
                (
                    join(
                        None if each.start is None else format_time(each.start), in_language(each.title, texts.language)
                    ),
                    f"{episode.slug}#{each.index}",
                )
                for episode, each in refusal.known
            )
        case UnknownZoneError():
            placeholder = texts("Choose a time zone")
            pairs = ((each.replace("_", " "), each) for each in refusal.known)
        case _:
            return None
    choices = dict(_fitting_choices(pairs))
    if not choices:
        return None
    first = [(label, value) for value, label in choices.items()][: limits.CHOICES]
    return Menu(f"{CHOOSE}{asked.command}.{refusal.option}", placeholder, first)


def _fitting_choices(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Value and label of those that a menu can have."""
    for label, value in pairs:
        shown = clip(visible(label), limits.CHOICE)
        if shown and 0 < len(value) <= limits.CHOICE and visible(value):
            yield value, shown
