"""Keeps what strangers name from leading into private networks: addresses before and after their names are resolved."""

from __future__ import annotations

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Network, ip_address

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from transcript.feeds import Cause, FetchError

PORTS = frozenset({80, 443, 8080, 8443})


GLOBAL_IPV6 = IPv6Network("2000::/3")
"""The range of IPv6 that is assigned to the public internet; mapped, translated, local and multicast addresses lie
outside it.
"""


NOT_PUBLIC_IPV6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
"""Parts of that range that embed IPv4 addresses, such as Teredo's and 6to4's, or that are reserved for documentation.
"""


def is_public(address: str) -> bool:
    """True if an IP address is one of the public internet."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved and not _is_relay(parsed)
    return parsed in GLOBAL_IPV6 and not any(parsed in network for network in NOT_PUBLIC_IPV6)


def _is_relay(address: IPv4Address) -> bool:
    """True for an address of protocols, among them that of relays from IPv4 to 6to4."""
    return address.packed[:3] in (bytes((192, 0, 0)), bytes((192, 88, 99)))


class PrivateAddressError(OSError):
    """A name leads into a private network."""


class Guard:
    """Checks addresses before they are connected to. `private_hosts` are those, each with a port or without, that may
    be in a private network, and on a port of their own."""

    def __init__(self, private_hosts: Collection[str] = ()) -> None:
        self._hosts = {host.casefold() for host in private_hosts}

    def names(self, host: str, port: int | None) -> bool:
        """True if an operator has named that host, or that port of it."""
        host = host.casefold()
        bracketed = f"[{host}]" if ":" in host else host
        return not self._hosts.isdisjoint((host, bracketed, f"{bracketed}:{port}"))

    def check_address(self, url: URL) -> None:
        """Raise FetchError for an address that is not to be connected to, as far as can be seen before resolving."""
        if url.scheme not in ("http", "https") or not url.host or url.user is not None or url.password is not None:
            raise FetchError(Cause.ADDRESS)
        if self.names(url.host, url.port):
            return
        if url.port not in PORTS:
            raise FetchError(Cause.PORT)
        if is_numeric(url.host) and not is_public(url.host):
            raise FetchError(Cause.PRIVATE)


def is_numeric(host: str) -> bool:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


class GuardedResolver(AbstractResolver):
    """Resolves names as `inner` does, to public addresses alone. What it returns is what is connected to."""

    def __init__(self, guard: Guard, inner: AbstractResolver) -> None:
        self._guard = guard
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        if not found:
            raise OSError(socket.EAI_NONAME, "it has no address")
        if self._guard.names(host, port):
            return found
        public = [each for each in found if is_public(each["host"])]
        if not public:
            raise PrivateAddressError
        return public

    async def close(self) -> None:
        await self._inner.close()
