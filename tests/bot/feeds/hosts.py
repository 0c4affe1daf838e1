"""A web server of a test's own, and names that lead where the test wants."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Names(AbstractResolver):
    """Resolves the names that a test gives it; no others exist."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self._names = names

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002 - as the interface has it
    ) -> list[ResolveResult]:
        if host not in self._names:
            raise OSError(socket.EAI_NONAME, "no such name")
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self._names[host]
        ]

    async def close(self) -> None:
        pass


@dataclass
class Host:
    """A server: its pages by their paths, the requests that came, and the most that were answered at a time."""

    port: int = 0
    pages: dict[str, bytes | Handler] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    running: int = 0
    most_running: int = 0
    pause: asyncio.Event | None = None
    _asking: asyncio.Event = field(default_factory=asyncio.Event)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.asked]

    async def has_been_asked(self, path: str) -> None:
        """Wait until somebody asks for that path."""
        while path not in self.paths:
            self._asking.clear()
            await self._asking.wait()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        self._asking.set()
        self.running += 1
        self.most_running = max(self.running, self.most_running)
        try:
            if self.pause is not None:
                await self.pause.wait()
            return await self._page(request)
        finally:
            self.running -= 1

    async def _page(self, request: web.Request) -> web.StreamResponse:
        page = self.pages.get(request.path)
        if page is None:
            raise web.HTTPNotFound
        if not isinstance(page, bytes):
            return await page(request)
        tag = self.tags.get(request.path)
        headers = {"ETag": tag} if tag else {}
        if tag and request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers=headers)
        return web.Response(body=page, content_type=self.kinds.get(request.path, "text/plain"), headers=headers)


@asynccontextmanager
async def serving() -> AsyncIterator[Host]:
    host = Host()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", host.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host.port = runner.addresses[0][1]
    try:
        yield host
    finally:
        await runner.cleanup()
