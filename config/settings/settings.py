"""Every setting with its default, its bounds and what it is for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL

from config.library.rows import Quotas
from config.settings.addresses import DatabaseUrl, Feeds, Hosts, WebAddress, database
from config.settings.values import Level, Paths, ShardIds, Token

SHIPPED = Path(__file__).parent.parent.parent / "transcript" / "samples"


class Settings(BaseSettings):
    """Built once, at the start. A field's name in capitals is its name in the environment."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)

    discord_token: Token | None = Field(default=None, description="The bot's token; without one, the preview starts.")
    transcripts: Paths = Field(
        default=(SHIPPED,),
        description="Transcript files and folders of them, separated by commas, semicolons or lines.",
    )
    feeds: Feeds = Field(default=(), description="Addresses of podcasts' feeds, one a line or with commas between.")
    shared: bool = Field(
        default=True,
        description="Whether TRANSCRIPTS and FEEDS answer at all: off for a bot that has only what servers add.",
    )
    server_episodes: int = Field(default=500, ge=0, description="The most episodes that a server may add.")
    server_megabytes: int = Field(default=100, ge=0, description="The most megabytes of files that a server may add.")
    server_feeds: int = Field(default=5, ge=0, description="The most feeds that a server may add.")
    feed_private_hosts: Hosts = Field(
        default=(),
        description="Hosts of feeds that may be in a private network or on any port, as in media.lan or 10.0.0.5:9000.",
    )
    data_dir: Path = Field(
        default=Path("data"),
        description="Where the search index, which can be deleted at any time, and the database of servers are kept.",
    )
    database_url: DatabaseUrl | None = Field(
        default=None,
        description="Where each server's choices are kept: postgresql://user:password@host/name. "
        "Default: an SQLite file in DATA_DIR.",
    )
    shard_count: int | None = Field(
        default=None, ge=1, le=16_384, description="Shards of all processes together. Default: Discord's own choice."
    )
    shard_ids: ShardIds = Field(
        default=None, description="The shards of this process, as in 0-3,8. Default: all of SHARD_COUNT."
    )
    log_level: Level = Field(default="INFO", description="The least that is logged.")
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
