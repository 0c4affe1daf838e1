"""An item is itself by its GUID, else by its enclosure, else by title and date; and the best of its transcripts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transcript.feeds import Feed, Item, TranscriptLink, matched_items, ranked_transcripts
from transcript.feeds.reader import read_feed

ADDRESS = "https://feeds.example/feed.xml"


def items_of(*items: str) -> tuple[Item, ...]:
    return feed_of(*items).items


def feed_of(*items: str) -> Feed:
    return read_feed(
        f"<rss><channel>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>".encode(), ADDRESS
    )


def item(guid: str = "", file: str = "", title: str = "", date: str = "") -> str:
    return (
        (f"<guid>{guid}</guid>" if guid else "")
        + (f'<enclosure url="https://files.example/{file}" type="audio/mpeg"/>' if file else "")
        + (f"<title>{title}</title>" if title else "")
        + (f"<pubDate>{date}</pubDate>" if date else "")
    )


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        (item("1", "a.mp3", "A"), item("1", "b.mp3", "B"), True),
        (item("1", "a.mp3", "A"), item("2", "a.mp3", "B"), True),
        (item("1", "a.mp3", "A"), item("2", "b.mp3", "A"), True),
        (item("1", "a.mp3", "A", "2025-01-01"), item("2", "b.mp3", "A", "2025-01-02"), False),
        (item("1", "a.mp3", "A"), item("2", "b.mp3", "B"), False),
        (item("", "a.mp3"), item("", "a.mp3", "A"), True),
        (item("x" * 1000, "", "A"), item("x" * 1000, "", "B"), True),
        (item("x" * 1000, "", "A"), item("x" * 1000 + "y", "", "B"), False),
    ],
)
def test_an_item_is_known_again(before: str, after: str, same: bool) -> None:
    (known,), (found,) = items_of(before), items_of(after)
    assert matched_items([found], {7: known.keys}) == [7 if same else None]


def test_the_surest_keys_decide_first() -> None:
    known = {1: items_of(item("1", "a.mp3", "A"))[0].keys, 2: items_of(item("2", "b.mp3", "B"))[0].keys}
    swapped = items_of(item("2", "a.mp3", "A"), item("1", "b.mp3", "B"))
    assert matched_items(swapped, known) == [2, 1]
    shifted = items_of(item("3", "a.mp3", "A"), item("2", "a.mp3", "A2"))
    assert matched_items(shifted, known) == [1, 2]


def test_all_guids_that_changed_are_forgiven() -> None:
    before = items_of(*(item(f"old-{n}", f"{n}.mp3", f"Part {n}") for n in range(50)))
    after = items_of(*(item(f"new-{n}", f"{n}.mp3", f"Part {n}") for n in reversed(range(60))))
    found = matched_items(after, {n: each.keys for n, each in enumerate(before)})
    assert found == [n if n < 50 else None for n in reversed(range(60))]


def offered(*links: tuple[str, str, str | None]) -> Item:
    (made,) = items_of(item("1"))
    return replace(made, transcripts=tuple(TranscriptLink(f"https://t.example/{path}", kind, language)
                                           for path, kind, language in links))  # fmt: skip


@pytest.mark.parametrize(
    ("links", "best"),
    [
        ([("a", "text/plain", None), ("b", "text/html", None), ("c", "application/srt", None), ("d", "text/vtt", None),
          ("e", "application/json", None)], "edcba"),
        ([("a.txt", "", None), ("b.srt", "", None), ("c.VTT", "", None), ("d.json", "", None)],
         ["d.json", "c.VTT", "b.srt", "a.txt"]),
        ([("a", "application/json", "de"), ("b", "text/plain", "en")], "ba"),
        ([("a", "application/json", "de"), ("b", "text/vtt", None), ("c", "text/plain", "en")], "cba"),
        ([("a", "application/pdf", None), ("b", "text/plain", None)], "ba"),
        ([("a", "text/vtt", None), ("b", "text/vtt", None)], "ab"),
        ([], ""),
    ],
)  # fmt: skip
def test_the_best_transcript_is_in_the_shows_language_with_speakers_and_times(
    links: list[tuple[str, str, str | None]], best: list[str]
) -> None:
    ranked = ranked_transcripts(offered(*links), "en")
    assert [link.address.rpartition("/")[2] for link in ranked] == list(best)


def test_where_the_show_names_no_language_the_kind_decides() -> None:
    ranked = ranked_transcripts(offered(("a", "text/plain", "en"), ("b", "application/json", "de")), None)
    assert [link.kind for link in ranked] == ["application/json", "text/plain"]
