"""Strangers' feeds are read in another process, which may end over them."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator

import pytest

from bot.feeds import reader as module
from bot.feeds.reader import Reader
from tests.bot.feeds.shows import LOGIN
from tests.conftest import SHIPPED
from transcript.feeds import FetchError
from transcript.feeds.reader import read_feed

ADDRESS = "https://feeds.example/feed.xml"


VTT = b"WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ann Li>The bridge was never finished.\n"


HTML = b"<html><body><cite>Ann:</cite><time>0:00</time><p>The bridge was never finished.</p></body></html>"


@pytest.fixture
async def reader() -> AsyncIterator[Reader]:
    reader = Reader()
    yield reader
    await reader.aclose()


async def told(reader: Reader, content: bytes, ending: str) -> str:
    with pytest.raises(FetchError) as caught:
        await reader.check_transcript(content, ending)
    return str(caught.value.fault)


async def test_a_feed_is_the_same_as_read_here(reader: Reader) -> None:
    items = "".join(f"<item><title>Part {n}</title><guid>{n}</guid></item>" for n in range(120))
    content = f"<rss><channel><title>大 Show\u2028</title>{items}</channel></rss>".encode()
    assert await reader.read_feed(content, ADDRESS) == read_feed(content, ADDRESS)


async def test_what_is_no_feed_is_told(reader: Reader) -> None:
    for content, cause in ((LOGIN, "feed"), (b'<!DOCTYPE a [<!ENTITY b "c">]><rss/>', "entities"), (b"", "feed")):
        with pytest.raises(FetchError) as caught:
            await reader.read_feed(content, ADDRESS)
        assert str(caught.value.fault) == cause


async def test_transcripts_are_known_from_pages_and_the_rest(reader: Reader) -> None:
    await reader.check_transcript(VTT, ".vtt")
    await reader.check_transcript(HTML, ".html")
    await reader.check_transcript(SHIPPED.read_bytes(), ".txt")
    assert await told(reader, LOGIN, ".vtt") == "page"
    assert await told(reader, LOGIN, ".html") == "page"
    assert await told(reader, HTML, ".vtt") == "page"
    assert await told(reader, b"<html><body><p>Gone</p></body></html>", ".html") == "page"
    assert await told(reader, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ".vtt") == "transcript"
    assert await told(reader, b"", ".json") == "transcript"


async def test_chapters_are_read(reader: Reader) -> None:
    written = b'{"version":"1.2.0","chapters":[{"startTime":168,"title":"Piers"},{"startTime":0,"title":"Hello"}]}'
    assert await reader.read_chapters(written) == [(0.0, "Hello"), (168.0, "Piers")]
    assert await reader.read_chapters(b"\0\0\0") == []
    assert await reader.read_chapters(LOGIN) == []


async def test_who_takes_too_long_is_ended_and_the_next_is_read(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    await reader.check_transcript(VTT, ".vtt")
    assert reader._process is not None
    reader._process.send_signal(signal.SIGSTOP)
    monkeypatch.setattr(module, "READING_SECONDS", 0.2)
    assert await told(reader, VTT, ".vtt") == "transcript"
    monkeypatch.undo()
    await reader.check_transcript(VTT, ".vtt")


async def test_one_that_ends_or_is_called_off_leaves_no_answer_behind(reader: Reader) -> None:
    await reader.check_transcript(VTT, ".vtt")
    assert reader._process is not None
    reader._process.kill()
    assert await told(reader, VTT, ".vtt") == "transcript"
    task = asyncio.create_task(reader.read_feed(b"<rss><channel><title>A</title></channel></rss>", ADDRESS))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await reader.read_chapters(b"0:00 Hello\n10:00 Bye") == [(0.0, "Hello"), (600.0, "Bye")]
