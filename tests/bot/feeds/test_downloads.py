"""Downloads from a local server that does whatever a stranger's may do."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.feeds import downloads
from bot.feeds.downloads import Download, Downloads, Seen
from tests.bot.feeds.hosts import Handler, Host, Names
from transcript.feeds import FetchError

MOST = 1_000_000


@pytest.fixture
async def fetching(host: Host) -> AsyncIterator[Downloads]:
    names = Names({"feeds.example": ["127.0.0.1"], "inner.example": ["127.0.0.1"], "meta.example": ["169.254.169.254"],
                   "mapped.example": ["::ffff:127.0.0.1"], "both.example": ["10.0.0.7", "fe80::1"],
                   "nowhere.example": []})  # fmt: skip
    async with Downloads([f"feeds.example:{host.port}", f"127.0.0.1:{host.port}"], names) as fetching:
        yield fetching


async def fetched(fetching: Downloads, address: str, most: int = MOST, seen: Seen = Seen()) -> Download:  # noqa: B008
    found = await fetching.fetch(address, most, seen)
    assert found is not None
    return found


async def fault(fetching: Downloads, address: str, most: int = MOST) -> str:
    with pytest.raises(FetchError) as caught:
        await fetching.fetch(address, most)
    return str(caught.value.fault)


def leading_to(location: str, status: int = 302) -> Handler:
    async def lead(_request: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Location": location}, text="an inner secret")

    return lead


def with_headers(body: bytes, **headers: str) -> Handler:
    async def send(_request: web.Request) -> web.Response:
        return web.Response(body=body, headers={name.replace("_", "-"): value for name, value in headers.items()})

    return send


async def test_a_file_comes_as_it_is_with_what_its_host_says_of_it(fetching: Downloads, host: Host) -> None:
    host.pages["/feed"] = with_headers(b"<rss/>", Content_Type="Application/RSS+xml; charset=utf-8", ETag='"1"',
                                       Last_Modified="Mon, 30 Jun 2025 10:00:00 GMT", Set_Cookie="a=1")  # fmt: skip
    found = await fetched(fetching, host.url("/feed", "feeds.example"))
    assert found == Download(
        b"<rss/>",
        host.url("/feed", "feeds.example"),
        "application/rss+xml",
        Seen('"1"', "Mon, 30 Jun 2025 10:00:00 GMT"),
    )
    await fetched(fetching, host.url("/feed", "feeds.example"), seen=found.seen)
    first, second = host.asked
    assert first.headers["User-Agent"].startswith("Pullquote/")
    assert "If-None-Match" not in first.headers
    assert second.headers["If-None-Match"] == '"1"'
    assert second.headers["If-Modified-Since"] == "Mon, 30 Jun 2025 10:00:00 GMT"
    assert "Cookie" not in second.headers


async def test_what_did_not_change_is_not_sent_again(fetching: Downloads, host: Host) -> None:
    host.pages["/feed"], host.tags["/feed"] = b"<rss/>", '"7"'
    assert await fetching.fetch(host.url("/feed"), MOST, Seen('"7"')) is None
    assert (await fetched(fetching, host.url("/feed"), seen=Seen('"6"'))).seen.etag == '"7"'


async def test_five_redirects_are_followed_and_no_more(fetching: Downloads, host: Host) -> None:
    host.pages["/0"] = b"there"
    for number in range(1, 8):
        host.pages[f"/{number}"] = leading_to(f"/{number - 1}", 301 + number % 2)
    assert (await fetched(fetching, host.url("/5"))).address == host.url("/0")
    assert await fault(fetching, host.url("/6")) == "redirects"
    host.pages["/round"] = leading_to("/round")
    assert await fault(fetching, host.url("/round")) == "redirects"
    host.pages["/lost"] = leading_to("")
    assert await fault(fetching, host.url("/lost")) == "redirects"


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("http://127.0.0.1/admin", "private"),
        ("http://127.0.0.1:6379/", "port"),
        ("http://169.254.169.254/latest/meta-data/", "private"),
        ("http://[::ffff:7f00:1]/", "private"),
        ("http://inner.example/", "private"),
        ("http://inner.example:8080/", "private"),
        ("http://meta.example/", "private"),
        ("https://mapped.example/", "private"),
        ("http://both.example/", "private"),
        ("http://nowhere.example/", "unknown"),
        ("http://unknown.example/", "unknown"),
        ("http://127.1/", "address"),
        ("http://2130706433/", "address"),
        ("http://0x7f.1/", "unknown"),
        ("http://user:secret@feeds.example/", "address"),
        ("ftp://feeds.example/", "address"),
        ("file:///etc/passwd", "address"),
        ("gopher://feeds.example/", "address"),
        ("http://[::", "address"),
        ("//inner.example/", "private"),
    ],
)
@pytest.mark.parametrize("direct", [True, False], ids=["named", "redirected"])
async def test_nothing_leads_into_a_private_network(
    fetching: Downloads, host: Host, location: str, told: str, direct: bool
) -> None:
    host.pages["/feed"] = leading_to(location)
    address = f"http:{location}" if location.startswith("//") else location
    assert await fault(fetching, address if direct else host.url("/feed", "feeds.example")) == told
    assert len(host.asked) == (not direct)


async def test_a_name_that_leads_elsewhere_the_next_time_is_checked_again() -> None:
    places = {"turning.example": ["93.184.215.14"]}
    async with Downloads([], Names(places)) as fetching:
        places["turning.example"] = ["127.0.0.1"]
        assert await fault(fetching, "http://turning.example/") == "private"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 429, 500, 503, 204, 206, 304])
async def test_other_answers_are_told_by_their_number_alone(fetching: Downloads, host: Host, status: int) -> None:
    async def refuse(_request: web.Request) -> web.Response:
        return web.Response(status=status, text="a secret" if status > 400 else None)

    host.pages["/feed"] = refuse
    assert await fault(fetching, host.url("/feed")) == f"status {status}"


async def test_too_many_bytes_are_refused(fetching: Downloads, host: Host) -> None:
    host.pages["/large"], host.pages["/fits"] = b"x" * (MOST + 1), b"x" * MOST
    assert await fault(fetching, host.url("/large")) == "large 1"
    assert len((await fetched(fetching, host.url("/fits"))).content) == MOST


async def test_a_body_without_an_end_is_refused(fetching: Downloads, host: Host) -> None:
    async def stream(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x" * 65_536)

    host.pages["/endless"] = stream
    assert await fault(fetching, host.url("/endless")) == "large 1"


async def test_what_is_compressed_is_read_and_bombs_are_refused(fetching: Downloads, host: Host) -> None:
    packed = {"/zip": gzip.compress(b"words"), "/two": gzip.compress(b"words ") + gzip.compress(b"twice") + b"\0" * 9,
              "/bomb": gzip.compress(b"\0" * 300_000_000), "/cut": gzip.compress(b"words")[:-9],
              "/none": b"words", "/empty": b""}  # fmt: skip
    for path, body in packed.items():
        host.pages[path] = with_headers(body, Content_Encoding="gzip")
    host.pages["/nested"] = with_headers(gzip.compress(packed["/bomb"]), Content_Encoding="gzip, gzip")
    host.pages["/deflate"] = with_headers(zlib.compress(b"words"), Content_Encoding="deflate")
    assert (await fetched(fetching, host.url("/zip"))).content == b"words"
    assert (await fetched(fetching, host.url("/two"))).content == b"words twice"
    assert await fault(fetching, host.url("/bomb")) == "large 1"
    for path in ("/cut", "/none", "/empty", "/nested", "/deflate"):
        assert await fault(fetching, host.url(path)) == "damaged", path


async def test_a_body_that_breaks_off_is_refused(fetching: Downloads, host: Host) -> None:
    async def stop(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"words")
        assert request.transport is not None
        request.transport.close()
        return response

    host.pages["/broken"] = stop
    assert await fault(fetching, host.url("/broken")) == "damaged"


async def test_who_is_slow_is_refused_in_time(fetching: Downloads, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    async def dribble(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(1_000):
            await response.write(b"x")
            await asyncio.sleep(0.05)
        return response

    monkeypatch.setattr(downloads, "DOWNLOAD_SECONDS", 0.3)
    host.pages["/slow"] = dribble
    assert await fault(fetching, host.url("/slow")) == "slow"
    host.pages["/feed"], host.pause = b"<rss/>", asyncio.Event()
    assert await fault(fetching, host.url("/feed")) == "slow"


async def test_the_time_of_all_redirects_counts_together(
    fetching: Downloads, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lead(request: web.Request) -> web.Response:
        await asyncio.sleep(0.2)
        return web.Response(status=302, headers={"Location": f"{request.path}x"})

    monkeypatch.setattr(downloads, "DOWNLOAD_SECONDS", 0.5)
    host.pages |= {"/" + "x" * number: lead for number in range(1, 7)}
    assert await fault(fetching, host.url("/x")) == "slow"


async def test_two_requests_a_host_at_once_and_waiting_is_no_fault(
    fetching: Downloads, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "DOWNLOAD_SECONDS", 0.4)

    async def linger(_request: web.Request) -> web.Response:
        await asyncio.sleep(0.15)
        return web.Response(body=b"words")

    host.pages["/feed"] = linger
    found = await asyncio.gather(*(fetching.fetch(host.url("/feed"), MOST) for _ in range(8)))
    assert len(found) == 8
    assert host.most_running == 2


async def test_nobody_there_and_a_certificate_that_does_not_hold(fetching: Downloads, host: Host) -> None:
    assert await fault(fetching, f"https://127.0.0.1:{host.port}/") == "certificate"
    port, host.port = host.port, 1
    async with Downloads([f"127.0.0.1:{host.port}"]) as other:
        assert await fault(other, host.url("/feed")) == "unreachable"
    host.port = port
