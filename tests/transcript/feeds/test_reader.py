"""Feeds as strangers write them: in any encoding, huge, hostile, or no feed at all."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcript.feeds import Feed, FeedError
from transcript.feeds.feed import EntitiesError
from transcript.feeds.reader import read_feed

ADDRESS = "https://feeds.example/show/feed.xml"


SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.rss"))


HEAD = (
    '<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0" '
    'xmlns:psc="http://podlove.org/simple-chapters"><channel>'
)


TAIL = "</channel></rss>"


def rss(inner: str) -> bytes:
    return f"{HEAD}{inner}{TAIL}".encode()


@pytest.mark.parametrize(
    ("encoding", "declared", "title"),
    [
        ("utf-8", "utf-8", "Café 猫"),
        ("utf-8", "iso-8859-1", "Café 猫"),
        ("utf-8-sig", "utf-8", "Café 猫"),
        ("utf-16", "utf-16", "Café 猫"),
        ("utf-16-le", "utf-16", "Café 猫"),
        ("iso-8859-1", "ISO-8859-1", "Café"),
        ("iso-8859-1", "utf-8", "Café crème brûlée à l'été, déjà goûté"),
        ("gb18030", "gb2312", "播客 café 猫"),
        ("shift_jis", "Shift_JIS", "ポッドキャスト"),
        ("iso2022_jp", "ISO-2022-JP", "ポッドキャスト"),
        ("koi8_r", "koi8-r", "Подкаст"),
        ("utf-8", "no-such-encoding", "Café"),
        ("utf-8", "hex", "Café"),
    ],
)
def test_any_encoding_is_read(encoding: str, declared: str, title: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>\n{HEAD}<title>{title}</title>{TAIL}'
    assert read_feed(text.encode(encoding), ADDRESS).title == title


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "no XML"),
        (b"plain words", "no XML"),
        (b"\x00\x01\x02\x03" * 50, "no text"),
        (b"<!DOCTYPE html><html><body><p>Log in</body></html>", "a page"),
        (b"<html><body><form/></body></html>", "a page"),
        (b"<opml><body/></opml>", "XML, but no feed"),
        (b"<rss", "a feed without title and episodes"),
        (b"<rss><channel></rss", "a feed without title and episodes"),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', "no XML"),
    ],
)
def test_what_is_no_feed_is_refused_with_what_it_is(content: bytes, cause: str) -> None:
    with pytest.raises(FeedError) as caught:
        read_feed(content, ADDRESS)
    assert str(caught.value) == cause


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE rss [<!ENTITY e0 "ha">{BOMB}]>',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>',
    ],
)
@pytest.mark.parametrize("ending", [TAIL, "&"])
def test_entities_are_never_expanded(doctype: str, ending: str) -> None:
    content = f"{doctype}{HEAD}<title>&e9;&x;</title>{ending}".encode()
    with pytest.raises(EntitiesError):
        read_feed(content, ADDRESS)


def test_a_doctype_alone_does_no_harm() -> None:
    assert read_feed(b"<!DOCTYPE rss>" + rss("<title>Old</title>"), ADDRESS).title == "Old"


def test_five_thousand_items_are_read_in_seconds() -> None:
    item = '<item><title>Part {n}</title><guid>{n}</guid><podcast:transcript url="/{n}.vtt" type="text/vtt"/></item>'
    begun = time.process_time()
    feed = read_feed(rss("".join(item.format(n=n) for n in range(5_000))), ADDRESS)
    assert [each.title for each in feed.items] == [f"Part {n}" for n in range(5_000)]
    assert {each.transcripts[0].address for each in feed.items} == {
        f"https://feeds.example/{n}.vtt" for n in range(5_000)
    }
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "inner",
    [
        "<a>" * 20_000,
        "<item>" * 5_000,
        f"<item><title>{'<b>' * 10_000}</title></item>",
        f"<item><title>{'x' * 2_000_000}</title></item>",
        "<item " + " ".join(f"a{n}=''" for n in range(20_000)) + "/>",
        "<item>" + "<podcast:transcript url='/a' type='text/vtt'/>" * 5_000 + "</item>",
        "<item>" + "<psc:chapter start='1' title='a'/>" * 5_000 + "</item>",
        f"<item><title>{'&amp;' * 100_000}</title></item>",
        f"<item><title>{'&x' * 100_000}</title></item>",
        "<item><title>" + "<![CDATA[" * 20_000,
        "<!--" * 20_000,
        f"<item><pubDate>{'9' * 100_000}</pubDate></item>",
        f"<item><enclosure url='http://[{'x' * 1000}' type='audio/mpeg'/></item>",
    ],
)
def test_monstrous_feeds_end_soon(inner: str) -> None:
    begun = time.process_time()
    for ending in (TAIL, ""):
        with suppress(FeedError):
            feed = read_feed(f"{HEAD}{inner}{ending}".encode(), ADDRESS)
            assert_is_sound(feed)
    assert time.process_time() - begun < 10


@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=12), st.integers(0, 40))))
@settings(max_examples=150, deadline=None)
def test_whatever_happened_to_a_feed_it_is_read_or_refused(path: Path, changes: list[tuple[int, bytes, int]]) -> None:
    content = path.read_bytes()
    for at, new, cut in changes:
        content = content[:at] + new + content[at + cut :]
    with suppress(FeedError):
        assert_is_sound(read_feed(content, ADDRESS))


@given(st.text(), st.text(), st.text(), st.text())
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_an_item_it_is_read_or_refused(title: str, guid: str, date: str, address: str) -> None:
    marked = (each.encode("utf-8", "replace").decode().replace("]]>", "") for each in (title, guid, date, address))
    title, guid, date, address = (f"<![CDATA[{each}]]>" for each in marked)
    attribute = address[9:-3].replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    content = rss(
        f"<item><title>{title}</title><guid>{guid}</guid><pubDate>{date}</pubDate><link>{address}</link>"
        f'<enclosure url="{attribute}" type="{attribute}"/><podcast:transcript url="{attribute}" type="{attribute}"/>'
        f"<podcast:person>{title}</podcast:person></item>"
    )
    with suppress(FeedError):  # so much of it may be control characters that it is no text
        assert_is_sound(read_feed(content, ADDRESS))


def assert_is_sound(feed: Feed) -> None:
    """All that is read can be kept in any database and shown in a line, and each item can be told from the others."""
    keys = [key for item in feed.items for key in item.keys]
    assert len(keys) == len(set(keys))
    for item in feed.items:
        assert item.keys
        assert len(item.title) <= 300
        links = [item.link, item.enclosure, item.chapters_address, *(each.address for each in item.transcripts)]
        assert all(link is None or link.startswith(("http://", "https://")) for link in links)
        shown = [item.title, *item.keys, *filter(None, links), *(person.name for person in item.persons)]
        assert not any("\0" in each or "\n" in each for each in shown)
        "".join(shown).encode()
