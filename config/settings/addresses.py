"""Settings that are addresses, each read from text and checked: of the web, feeds, hosts and the database."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import NoDecode
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from config.library.tables import LONGEST_ADDRESS
from config.settings.values import without_white_space


def _check_web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]{1,500}", value):
        raise ValueError("it must be an http or https address")
    return value


WebAddress = Annotated[str, AfterValidator(_check_web_address)]


def _split_feeds(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    # A comma may stand within an address; before the next one it does not.
    addresses = [part.strip(" \t,") for part in re.split(r"[\s,]+(?=https?://)|\s+", value.strip())]
    return tuple(dict.fromkeys(filter(None, addresses)))


def _check_feeds(addresses: tuple[str, ...]) -> tuple[str, ...]:
    for address in addresses:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            raise ValueError(f"{address[:80]!r} is no address of a feed; write https://example.org/feed.xml")
        if len(address) > LONGEST_ADDRESS:
            raise ValueError(f"an address may have {LONGEST_ADDRESS} characters")
    return addresses


Feeds = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split_feeds), AfterValidator(_check_feeds)]


def _split_hosts(value: Any) -> Any:
    return tuple(filter(None, re.split(r"[\s,;]+", value))) if isinstance(value, str) else value


def _check_hosts(hosts: tuple[str, ...]) -> tuple[str, ...]:
    for host in hosts:
        if "/" in host or "@" in host:
            raise ValueError(f"{host[:80]!r} is no host; write media.lan or 10.0.0.5:9000")
    return hosts


Hosts = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split_hosts), AfterValidator(_check_hosts)]


def database(url: str) -> URL:
    """A database's address, as hosts give them out, with our driver's name put in. Raises ValueError."""
    try:
        made = make_url(url.strip())
    except (ArgumentError, ValueError):
        raise ValueError("it is no address; write postgresql://user:password@host:5432/name") from None
    kind = made.drivername.partition("+")[0]
    if kind in ("postgres", "postgresql"):
        options = {name: value for name, value in made.query.items() if name in ("host", "port", "ssl")}
        if "sslmode" in made.query:  # libpq's name for what asyncpg calls ssl; the rest of what it knows is not needed
            options["ssl"] = made.query["sslmode"]
        return made.set(drivername="postgresql+asyncpg", query=options)
    if kind == "sqlite" and made.database:
        return made.set(drivername="sqlite+aiosqlite")
    raise ValueError("it must begin with postgresql:// (or be sqlite:///path/to/file)")


def _check_database_url(url: SecretStr) -> SecretStr:
    database(url.get_secret_value())
    return url


DatabaseUrl = Annotated[SecretStr, BeforeValidator(without_white_space), AfterValidator(_check_database_url)]
