"""Cards of the work on a server's library, while it is done: what was taken, what is read, what failed and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from config.library.rows import Quotas, Usage
from config.library.tables import Item
from handlers.cards.layout import Card, card, small
from handlers.cards.library.faults import fault_in_words
from handlers.cards.library.listing import Entry, count_parts, room_left, source_name, trouble_line, under_way
from handlers.cards.markdown import clip, escape, visible
from handlers.texts import Texts

MOST_TROUBLES = 8
"""Episodes that are named with the cause for which they were not read."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An uploaded file that was not taken, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceProgress:
    """The progress of one source: `is_looked_at` is whether its feed was fetched since it was asked for."""

    entry: Entry
    is_looked_at: bool
    troubled: Sequence[Item] = ()

    @property
    def is_done(self) -> bool:
        return self.is_looked_at and (bool(self.entry.source.error) or not under_way(self.entry.counts))


def progress_card(
    progress: Sequence[SourceProgress],
    refused: Sequence[Refused],
    usage: Usage,
    quotas: Quotas,
    texts: Texts,
    *,
    ended: bool,
) -> Card:
    """The progress of each source. `ended` is whether this answer is not brought up to date any more."""
    blocks = [_progress_block(one, texts) for one in progress]
    if refused:
        lines = (f"\n- {escape(clip(visible(one.name), 80))}: {fault_in_words(one.reason, texts)}" for one in refused)
        blocks.append(texts("Not taken:") + "".join(lines))
    done = all(one.is_done for one in progress)
    if not done and ended:
        blocks.append(small(texts("It goes on by itself; /library list shows how far it is.")))
    elif not done:
        blocks.append(small(texts("This message follows along; you need not wait.")))
    return card([*blocks, small(room_left(usage, quotas, texts))])


def _progress_block(one: SourceProgress, texts: Texts) -> str:
    entry = one.entry
    name = f"**{source_name(entry.source)}**"
    waiting, count = under_way(entry.counts), sum(entry.counts.values()) - entry.counts.get("wordless", 0)
    if not one.is_looked_at:
        heading = texts("⏳ {name}: the feed is being fetched, then its transcripts are read.", name=name)
    elif entry.source.error:
        heading = texts("⚠️ {name} could not be read: {cause}. I try again by myself.",
                        name=name, cause=fault_in_words(entry.source.error, texts))  # fmt: skip
    elif waiting:
        heading = texts("⏳ {name}: reading, {done} of {count}.", name=name, done=count - waiting, count=count)
    elif not entry.counts.get("ready", 0):
        heading = texts("⚠️ {name}: nothing of it can be quoted.", name=name)
    else:
        heading = texts("✅ {name} is ready: /quote finds it, in this server alone.", name=name)
    lines = [heading]
    if parts := count_parts(entry.counts, texts):
        lines.append(" · ".join(parts))
    lines += [f"- {trouble_line(item, texts)}" for item in one.troubled[:MOST_TROUBLES]]
    return "\n".join(lines)
