"""Transcripts written for one test."""

from __future__ import annotations

Turn = tuple[str, str, str, str]
"""A stamp, a speaker, English, Chinese; a language that is empty is left out."""


def script(*turns: Turn, title: str = "On Bridges", guest: str = "Ada Quill", date: str = "2024-01-05") -> str:
    """A file as the reader takes it."""
    parts = [f"{date} {guest}.{title}", "Transcript"]
    for stamp, speaker, english, chinese in turns:
        parts.append("\n".join(line for line in (f"({stamp}) {speaker}:", english, chinese) if line))
    return "\n\n".join(parts) + "\n"


ADA, BEN, CORA = "Ada Quill", "Ben Marsh", "Cora Finch"


BRIDGES = script(
    ("00:00", ADA, "The bridge at Orval was never finished. They ran out of granite.",
     "奥瓦尔的桥从未完工。他们的花岗岩用完了。"),
    ("00:12", BEN, "Who paid for it, then?", "那是谁付的钱?"),
    ("00:15", ADA, "A widow who sold pickled herring. She spent 40 million crowns on it.",
     "一个卖腌鲱鱼的寡妇。她为它花了四千万克朗。"),
    ("00:31", BEN, "And nobody crosses it?", "没有人过桥吗?"),
    ("00:33", ADA, "Goats do. On Sundays the goats", "山羊会。每逢周日,山羊"),
    ("00:40", ADA, "cross it twice, and the bishop counts them.", "要过两次桥,主教会数一数。"),
)  # fmt: skip


LAMPS = script(
    ("00:00", CORA, "Every lamp in the harbour burns whale oil, which smells of thunder.",
     "港口的每盏灯都烧鲸油,闻起来像雷声。"),
    ("00:20", BEN, "Can you put one out with a hat?", "能用帽子把灯熄灭吗?"),
    ("00:24", CORA, "Only with a felt hat, and only in winter.", "只能用毡帽,而且只能在冬天。"),
    title="On Lamps", guest=CORA, date="2024-02-09",
)  # fmt: skip


TWO_SHOWS = {"bridges.txt": BRIDGES, "lamps.txt": LAMPS}
"""Files by their names."""
