"""The operator's settings, from the environment and from `.env`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

SHIPPED = Path(__file__).parent.parent / "transcript" / "samples"


class Settings(BaseSettings):
    """Built once, at the start. A field's name in capitals is its name in the environment."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)

    discord_token: SecretStr | None = Field(
        default=None, description="The bot's token; without one, the preview starts."
    )
    transcripts: Annotated[tuple[Path, ...], NoDecode] = Field(
        default=(SHIPPED,), description="Transcript files and folders of them, separated by commas."
    )
    data_dir: Path = Field(
        default=Path("data"), description="Where the search index is kept. It can be deleted at any time."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="The least that is logged."
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="Lines for people, or a JSON object a line."
    )
    dev_guild_id: int | None = Field(
        default=None,
        gt=0,
        lt=2**63,
        description="A server whose commands are brought up to date at once, for development.",
    )

    @field_validator("transcripts", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        paths = [part.strip() for part in re.split(rf"[,{re.escape(os.pathsep)}]", value) if part.strip()]
        if not paths:
            raise ValueError("name at least one file or folder")
        return paths

    @field_validator("transcripts")
    @classmethod
    def _exist(cls, paths: tuple[Path, ...]) -> tuple[Path, ...]:
        for path in paths:
            try:
                there = path.exists()
            except OSError:  # a name that is too long, say
                there = False
            if not there:
                raise ValueError(f"there is no file or folder {str(path)[:200]}")
        return paths

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @field_validator("discord_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not re.fullmatch(r"[\w-]+\.[\w-]+\.[\w-]+", token.get_secret_value()):
            raise ValueError("it does not look like a bot's token; copy it from the page Bot of your application")
        return token


class SettingsError(Exception):
    """Wrong values: `lines` says of each field what is wrong, without the value."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        super().__init__("\n".join(lines))


def load() -> Settings:
    """The settings, or SettingsError."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError([f"{_name(e['loc'])}: {e['msg'].removeprefix('Value error, ')}" for e in error.errors()]) \
            from None  # fmt: skip
    except (UnicodeDecodeError, OSError) as error:
        raise SettingsError([f".env: it cannot be read: {error}"]) from None


def _name(location: tuple[int | str, ...]) -> str:
    return str(location[0]).upper() if location else "settings"
