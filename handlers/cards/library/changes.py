"""Cards of what was changed in a server's library, in a line or two."""

from __future__ import annotations

from config.library.tables import Item, Source
from handlers.cards.layout import Card, card
from handlers.cards.library.listing import episode_line, shared_line, source_name
from handlers.texts import Texts


def removed_card(removed: Source | Item, texts: Texts) -> Card:
    if isinstance(removed, Source):
        return card([texts("{name} is removed, with all its episodes.", name=f"**{source_name(removed)}**")])
    return card([texts("{name} is removed.", name=f"**{episode_line(removed)}**")])


def hidden_card(item: Item, *, hidden: bool, texts: Texts) -> Card:
    name = f"**{episode_line(item)}**"
    if hidden:
        return card([texts("{name} is hidden. The same command brings it back.", name=name)])
    return card([texts("{name} is back.", name=name)])


def shared_card(*, shared: bool, texts: Texts) -> Card:
    return card([shared_line(shared=shared, texts=texts)])


def refreshed_lately_card(again_at: int, texts: Texts) -> Card:
    """`again_at` is in seconds since 1970."""
    return card([texts("The feeds were looked at moments ago. Try again {time}.", time=f"<t:{again_at}:R>")])


def exported_text(number: int, files: int, too_large: int, texts: Texts) -> str:
    """The words beside a part of an export: its number, its files, and how many were too large to be sent at all."""
    said = texts.many("Part {number}: {count} file, as it was.", "Part {number}: {count} files, as they were.", files,
                      number=number)  # fmt: skip
    if not too_large:
        return said
    left = texts.many("{count} file is too large for Discord.", "{count} files are too large for Discord.", too_large)
    return f"{said} {left}"
