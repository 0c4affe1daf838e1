"""The operator's settings, from the environment and from `.env`."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from config.library.rows import Quotas
from config.library.tables import LONGEST_ADDRESS

SHIPPED = Path(__file__).parent.parent / "transcript" / "samples"


def _check_web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]{1,500}", value):
        raise ValueError("it must be an http or https address")
    return value


WebAddress = Annotated[str, AfterValidator(_check_web_address)]


class Settings(BaseSettings):
    """Built once, at the start. A field's name in capitals is its name in the environment."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)

    discord_token: SecretStr | None = Field(
        default=None, description="The bot's token; without one, the preview starts."
    )
    transcripts: Annotated[tuple[Path, ...], NoDecode] = Field(
        default=(SHIPPED,),
        description="Transcript files and folders of them, separated by commas, semicolons or lines.",
    )
    feeds: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="Addresses of podcasts' feeds, one a line or with commas between."
    )
    shared: bool = Field(
        default=True,
        description="Whether TRANSCRIPTS and FEEDS answer at all: off for a bot that has only what servers add.",
    )
    server_episodes: int = Field(default=500, ge=0, description="The most episodes that a server may add.")
    server_megabytes: int = Field(default=100, ge=0, description="The most megabytes of files that a server may add.")
    server_feeds: int = Field(default=5, ge=0, description="The most feeds that a server may add.")
    feed_private_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Hosts of feeds that may be in a private network or on any port, as in media.lan or 10.0.0.5:9000.",
    )
    data_dir: Path = Field(
        default=Path("data"),
        description="Where the search index, which can be deleted at any time, and the database of servers are kept.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="Where each server's choices are kept: postgresql://user:password@host/name. "
        "Default: an SQLite file in DATA_DIR.",
    )
    shard_count: int | None = Field(
        default=None, ge=1, le=16_384, description="Shards of all processes together. Default: Discord's own choice."
    )
    shard_ids: Annotated[tuple[int, ...] | None, NoDecode] = Field(
        default=None, description="The shards of this process, as in 0-3,8. Default: all of SHARD_COUNT."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="The least that is logged."
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="Lines for people, or a JSON object a line."
    )
    health_port: int | None = Field(
        default=None,
        ge=1,
        le=65_535,
        description="The port of /healthz, /readyz and /metrics. Default: they are not served.",
    )
    health_host: str = Field(default="127.0.0.1", description="The address that HEALTH_PORT is opened at.")
    greeting: bool = Field(default=True, description="Whether the bot says hello in a server that it was invited to.")
    support_url: WebAddress | None = Field(default=None, description="Where people get help with the bot.")
    privacy_url: WebAddress | None = Field(
        default=None, description="What you keep of people, such as a copy of docs/privacy.md."
    )
    dev_guild_id: int | None = Field(
        default=None,
        gt=0,
        lt=2**63,
        description="A server whose commands are brought up to date at once, for development.",
    )

    @field_validator("transcripts", mode="before")
    @classmethod
    def _split_transcripts(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        paths = split_paths(value)
        if not paths:
            raise ValueError("name at least one file or folder")
        return paths

    @field_validator("feeds", mode="before")
    @classmethod
    def _split_feeds(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        # A comma may stand within an address; before the next one it does not.
        addresses = [part.strip(" \t,") for part in re.split(r"[\s,]+(?=https?://)|\s+", value.strip())]
        return tuple(dict.fromkeys(filter(None, addresses)))

    @field_validator("feed_private_hosts", mode="before")
    @classmethod
    def _split_hosts(cls, value: Any) -> Any:
        return tuple(filter(None, re.split(r"[\s,;]+", value))) if isinstance(value, str) else value

    @field_validator("feed_private_hosts")
    @classmethod
    def _check_hosts(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        for host in hosts:
            if "/" in host or "@" in host:
                raise ValueError(f"{host[:80]!r} is no host; write media.lan or 10.0.0.5:9000")
        return hosts

    @field_validator("feeds")
    @classmethod
    def _check_feeds(cls, addresses: tuple[str, ...]) -> tuple[str, ...]:
        for address in addresses:
            parts = urlsplit(address)
            if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
                raise ValueError(f"{address[:80]!r} is no address of a feed; write https://example.org/feed.xml")
            if len(address) > LONGEST_ADDRESS:
                raise ValueError(f"an address may have {LONGEST_ADDRESS} characters")
        return addresses

    @field_validator("transcripts")
    @classmethod
    def _check_paths_exist(cls, paths: tuple[Path, ...]) -> tuple[Path, ...]:
        for path in paths:
            if not exists(path):
                raise ValueError(f"there is no file or folder {str(path)[:200]}")
        return paths

    @field_validator("database_url")
    @classmethod
    def _check_database_url(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None:
            database(url.get_secret_value())
        return url

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _parse_shard_ids(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        ids: set[int] = set()
        for part in value.split(","):
            ends = re.fullmatch(r"\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?", part)
            if ends is None or (ends[2] and int(ends[2]) < int(ends[1])):
                raise ValueError(f"{part.strip()[:40]!r} is no shard; write them as in 0-3,8")
            ids.update(range(int(ends[1]), int(ends[2] or ends[1]) + 1))
        return tuple(sorted(ids))

    @model_validator(mode="after")
    def _check_shard_ids(self) -> Settings:
        if self.shard_ids is not None and self.shard_count is None:
            raise ValueError("SHARD_IDS: set SHARD_COUNT too, the number of shards of all processes together")
        if self.shard_ids is not None and self.shard_count is not None and max(self.shard_ids) >= self.shard_count:
            raise ValueError(f"SHARD_IDS: with SHARD_COUNT {self.shard_count} they go from 0 to {self.shard_count - 1}")
        return self

    @property
    def quotas(self) -> Quotas:
        """The most that one server may have of its own."""
        return Quotas(self.server_episodes, self.server_megabytes, self.server_feeds)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Words that must not be told to anybody, not even in the log."""
        token = self.discord_token.get_secret_value() if self.discord_token else ""
        return tuple(filter(None, (token, str(self.database.password or ""))))

    @property
    def database(self) -> URL:
        """The address of the database, with the driver that is used for it."""
        if self.database_url is not None:
            return database(self.database_url.get_secret_value())
        return URL.create("sqlite+aiosqlite", database=str(self.data_dir.absolute() / "pullquote.db"))

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper_case(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @field_validator("discord_token", "database_url", mode="before")
    @classmethod
    def _without_white_space(cls, value: Any) -> Any:
        """A secret that was read from a file often ends with its line."""
        return value.strip() if isinstance(value, str) else value

    @field_validator("discord_token")
    @classmethod
    def _check_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not re.fullmatch(r"(?a:[\w-]+\.[\w-]+\.[\w-]+)", token.get_secret_value()):
            raise ValueError("it does not look like a bot's token; copy it from the page Bot of your application")
        return token


def split_paths(written: str, separators: Sequence[str] = ("\n", ";", ",", os.pathsep)) -> tuple[Path, ...]:
    """The paths in a text, one a line or with `;` or commas between. A text that names an existing path is one path."""
    written = written.strip()
    if not written:
        return ()
    if not separators or exists(Path(written)):
        return (Path(written),)
    parts = written.split(separators[0])
    return tuple(path for part in parts for path in split_paths(part, separators[1:]))


def exists(path: Path) -> bool:
    """True if there is such a file or folder; False too where the name is impossible, such as too long."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


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


class SettingsError(Exception):
    """Wrong settings: a line for each field with its fault, without the value."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        super().__init__("\n".join(lines))


def load() -> Settings:
    """Read the settings. Raises SettingsError."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError([_error_line(e["loc"], e["msg"].removeprefix("Value error, ")) for e in error.errors()]) \
            from None  # fmt: skip
    except (UnicodeDecodeError, OSError) as error:
        raise SettingsError([f".env: it cannot be read: {error}"]) from None


def _error_line(location: tuple[int | str, ...], message: str) -> str:
    return f"{str(location[0]).upper()}: {message}" if location else message
