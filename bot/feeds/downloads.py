"""Downloads of what strangers name: to public hosts alone, within bounds of time, size and redirects."""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from types import TracebackType
from typing import NamedTuple
from weakref import WeakValueDictionary

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.feeds.guard import Guard, GuardedResolver, PrivateAddressError
from transcript.feeds import Cause, FetchError

MOST_REDIRECTS = 5
"""Redirects that are followed; hosts of podcasts put two or three trackers before a file."""


DOWNLOAD_SECONDS = 30.0
"""Seconds for a download in all, with its redirects; waiting for one's turn at a host is not counted."""


A_HOST_AT_ONCE = 2
"""Requests to one host at the same time."""


PIECE_BYTES = 128 * 1024
"""Bytes that are decompressed at a time: the event loop is not held up by them."""


GZIP = b"\x1f\x8b"
"""The first bytes of a gzip file. What follows one and is none is padding."""


PERMANENT = frozenset({301, 308})
"""Statuses by which a host says that a file is elsewhere from now on."""


REDIRECTS = PERMANENT | {302, 303, 307}
"""Statuses by which a host leads to another address, for now or from now on."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A host's marks of a version of a file, by which it can tell whether the file changed."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A file as it was fetched from `address`, the last of its redirects; `kind` is its media type in small letters.

    `moved_to` is where its host said that it is from now on.
    """

    content: bytes
    address: str
    kind: str
    seen: Seen
    moved_to: str | None = None


class _Redirect(NamedTuple):
    url: URL
    is_permanent: bool


class Downloads:
    """Fetches files. `private_hosts` may be in a private network; `resolver` resolves names, by default as the system
    does."""

    def __init__(self, private_hosts: Collection[str] = (), resolver: AbstractResolver | None = None) -> None:
        self._guard = Guard(private_hosts)
        self._inner = resolver
        self._turns: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    async def __aenter__(self) -> Downloads:
        resolver = GuardedResolver(self._guard, self._inner or aiohttp.ThreadedResolver())
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=resolver, use_dns_cache=False, force_close=True),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            headers={"User-Agent": f"Pullquote/{version('pullquote')}", "Accept-Encoding": "gzip"},
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=10),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def fetch(self, address: str, most_bytes: int, seen: Seen = Seen()) -> Download | None:
        """The file at that address, or None where it is still as it was `seen`. Raises FetchError."""
        url, left = _url_of(address), DOWNLOAD_SECONDS
        moves, moved_to = True, None
        time = asyncio.get_running_loop().time
        for _ in range(MOST_REDIRECTS + 1):
            self._guard.check_address(url)
            async with self._turn_at(url.host or ""):
                begun = time()
                try:
                    async with asyncio.timeout(left):
                        found = await self._request_once(url, most_bytes, seen)
                except TimeoutError as error:
                    raise FetchError(Cause.SLOW) from error
                left -= time() - begun
            if not isinstance(found, _Redirect):
                return found and replace(found, moved_to=moved_to)
            url, moves = found.url, moves and found.is_permanent
            moved_to = str(url) if moves else moved_to
        raise FetchError(Cause.REDIRECTS)

    def _turn_at(self, host: str) -> asyncio.Semaphore:
        """The turns that a host has; kept for as long as somebody has one, or waits for one."""
        turns = self._turns.get(host)
        if turns is None:
            turns = self._turns[host] = asyncio.Semaphore(A_HOST_AT_ONCE)
        return turns

    async def _request_once(self, url: URL, most_bytes: int, seen: Seen) -> Download | _Redirect | None:
        """One request: the file, the address that it leads on to, or None where nothing changed."""
        conditions = {"If-None-Match": seen.etag, "If-Modified-Since": seen.last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        try:
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                if response.status in REDIRECTS:
                    leads_to = _next_address(url, response.headers.get("Location"))
                    return _Redirect(leads_to, response.status in PERMANENT)
                if response.status == 304 and headers:
                    return None
                if response.status != 200:
                    raise FetchError(Cause.STATUS, response.status)
                content = await _read_body(response, most_bytes)
                return Download(content, str(url), response.content_type.casefold(), _seen_in(response))
        except (aiohttp.ClientError, OSError, ValueError, zlib.error) as error:
            raise FetchError(_cause_of(error)) from error


def _url_of(address: str) -> URL:
    try:
        return URL(address)
    except (ValueError, TypeError) as error:
        raise FetchError(Cause.ADDRESS) from error


def _next_address(url: URL, location: str | None) -> URL:
    if not location:
        raise FetchError(Cause.REDIRECTS)
    return url.join(_url_of(location))


def _seen_in(response: aiohttp.ClientResponse) -> Seen:
    """The host's marks of this version, where they are short enough to be kept and sent again."""
    etag, last_modified = response.headers.get("ETag"), response.headers.get("Last-Modified")
    return Seen(
        etag if etag and len(etag) <= 300 and etag.isprintable() else None,
        last_modified if last_modified and len(last_modified) <= 100 and last_modified.isprintable() else None,
    )


async def _read_body(response: aiohttp.ClientResponse, most_bytes: int) -> bytes:
    """The body without compression. Raises FetchError where it is out of bounds, with compression or without."""
    encoding = response.headers.get("Content-Encoding", "").strip().casefold()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(Cause.DAMAGED)
    inflater = _Inflater() if encoding.endswith("gzip") else None
    content = bytearray()
    size = 0
    async for chunk in response.content.iter_chunked(PIECE_BYTES):
        size += len(chunk)
        for piece in (chunk,) if inflater is None else inflater.pieces(chunk):
            content += piece
            if max(size, len(content)) > most_bytes:
                raise FetchError(Cause.LARGE, most_bytes // 1_000_000)
            await asyncio.sleep(0)
    if inflater is not None and not inflater.is_whole:
        raise FetchError(Cause.DAMAGED)
    return bytes(content)


class _Inflater:
    """Decompresses gzip in pieces of bounded size; several such files may follow each other in one."""

    def __init__(self) -> None:
        self._inflater = zlib.decompressobj(wbits=31)

    @property
    def is_whole(self) -> bool:
        return self._inflater.eof

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        while chunk:
            yield self._inflater.decompress(chunk, PIECE_BYTES)
            chunk = self._inflater.unconsumed_tail
            if self._inflater.unused_data.startswith(GZIP):
                chunk, self._inflater = self._inflater.unused_data, zlib.decompressobj(wbits=31)


def _cause_of(error: Exception) -> Cause:
    """The cause that may be told of an error; what it says beside that is not for who named the address."""
    inner = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    if isinstance(inner, PrivateAddressError):
        return Cause.PRIVATE
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Cause.UNKNOWN
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return Cause.CERTIFICATE
    if isinstance(error, aiohttp.ClientPayloadError | zlib.error):
        return Cause.DAMAGED
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return Cause.ADDRESS
    return Cause.UNREACHABLE
