"""Settings from the environment: a wrong one ends the start with a line a field, and never shows a secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.library.rows import Quotas
from config.settings import SHIPPED, Settings, SettingsError, load

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.secret-part_of-it"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of this machine's, and no `.env` but a test's own."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_has_to_be_set() -> None:
    settings = load()
    assert settings.discord_token is None
    assert settings.transcripts == (SHIPPED,)
    assert settings.data_dir == Path("data")
    assert (settings.log_level, settings.log_format, settings.dev_guild_id) == ("INFO", "text", None)


@pytest.mark.parametrize(
    ("written", "feeds"),
    [
        ("https://a.example/f.xml, http://b.example/g?x=1,2\nhttps://a.example/f.xml", 2),
        (" https://a.example/f.xml ", 1),
        (",", 0),
    ],
)
def test_feeds_are_named_one_a_line_or_with_commas(monkeypatch: pytest.MonkeyPatch, written: str, feeds: int) -> None:
    monkeypatch.setenv("FEEDS", written)
    assert load().feeds == ("https://a.example/f.xml", "http://b.example/g?x=1,2")[:feeds]


@pytest.mark.parametrize(
    "written", ["ftp://a.example/f", "feed.xml", "https://me:secret@a.example/f", "https://a.example/" + "x" * 500]
)
def test_what_is_no_address_of_a_feed_is_told(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("FEEDS", written)
    with pytest.raises(SettingsError, match="FEEDS"):
        load()


def test_private_hosts_are_named_with_or_without_a_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FEED_PRIVATE_HOSTS", " media.lan, 10.0.0.5:9000\n[::1]:80,")
    assert load().feed_private_hosts == ("media.lan", "10.0.0.5:9000", "[::1]:80")
    monkeypatch.setenv("FEED_PRIVATE_HOSTS", "http://media.lan")
    with pytest.raises(SettingsError, match="FEED_PRIVATE_HOSTS"):
        load()


def test_what_servers_may_add_and_whether_ours_answers_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (load().quotas, load().shared) == (Quotas(500, 100, 5), True)
    for name, value in {"SERVER_EPISODES": "9", "SERVER_MEGABYTES": "8", "SERVER_FEEDS": "7", "SHARED": "off"}.items():
        monkeypatch.setenv(name, value)
    assert (load().quotas, load().shared) == (Quotas(9, 8, 7), False)


def test_every_setting_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two.txt"
    one.mkdir()
    two.touch()
    values = {
        "DISCORD_TOKEN": TOKEN,
        "TRANSCRIPTS": f"{one}, {two}",
        "DATA_DIR": "/var/data",
        "LOG_LEVEL": "debug",
        "LOG_FORMAT": "json",
        "DEV_GUILD_ID": "77",
        "DATABASE_URL": "postgres://me:hunter2@db.example:5432/quotes?sslmode=require&channel_binding=require&connect_timeout=5",
        "SHARD_COUNT": "16",
        "SHARD_IDS": "0-3, 8",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    settings = load()
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == TOKEN
    assert settings.transcripts == (one, two)
    assert settings.data_dir == Path("/var/data")
    assert (settings.log_level, settings.log_format, settings.dev_guild_id) == ("DEBUG", "json", 77)
    assert TOKEN not in repr(settings)
    assert "hunter2" not in repr(settings)
    assert settings.database.render_as_string(hide_password=False) == (
        "postgresql+asyncpg://me:hunter2@db.example:5432/quotes?ssl=require"
    )
    assert (settings.shard_count, settings.shard_ids) == (16, (0, 1, 2, 3, 8))


@pytest.mark.parametrize("kind", ["postgres", "postgresql", "postgresql+psycopg2"])
def test_every_address_of_a_postgresql_database_is_understood(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{kind}://me@db/quotes")
    assert load().database.drivername == "postgresql+asyncpg"


def test_without_an_address_the_database_is_a_file_among_the_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert load().database.database == str(tmp_path / "data" / "pullquote.db")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/mine.db")
    assert load().database.render_as_string() == f"sqlite+aiosqlite:///{tmp_path}/mine.db"


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"DATABASE_URL": "mysql://me:hunter2@db/x"}, "DATABASE_URL: it must begin with postgresql://"),
        ({"DATABASE_URL": "hunter2"}, "DATABASE_URL: it is no address; write postgresql://"),
        ({"DATABASE_URL": "sqlite://"}, "DATABASE_URL: it must begin with"),
        ({"SHARD_COUNT": "4", "SHARD_IDS": "0-x"}, "SHARD_IDS: '0-x' is no shard; write them as in 0-3,8"),
        ({"SHARD_COUNT": "4", "SHARD_IDS": "3-1"}, "SHARD_IDS: '3-1' is no shard"),
        ({"SHARD_COUNT": "4", "SHARD_IDS": "2-4"}, "SHARD_IDS: with SHARD_COUNT 4 they go from 0 to 3"),
        ({"SHARD_IDS": "0"}, "SHARD_IDS: set SHARD_COUNT too"),
        ({"SHARD_COUNT": "0"}, "SHARD_COUNT: Input should be greater than or equal to 1"),
    ],
)
def test_a_wrong_database_or_shard_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], line: str
) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        load()
    assert len(raised.value.lines) == 1
    assert raised.value.lines[0].startswith(line)
    assert "hunter2" not in raised.value.lines[0]


def test_an_env_file_counts_and_the_environment_counts_more(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=ERROR\nLOG_FORMAT=json\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    settings = load()
    assert (settings.log_level, settings.log_format) == ("WARNING", "json")


def test_an_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), "")
    assert load().discord_token is None


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DISCORD_TOKEN", "hunter2", "it does not look like a bot's token"),
        ("TRANSCRIPTS", "/no/such/place", "there is no file or folder /no/such/place"),
        ("TRANSCRIPTS", " , ", "name at least one file or folder"),
        ("LOG_LEVEL", "loud", "Input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("LOG_FORMAT", "xml", "Input should be 'text' or 'json'"),
        ("DEV_GUILD_ID", "my server", "Input should be a valid integer"),
        ("DEV_GUILD_ID", "-1", "Input should be greater than 0"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_the_field(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load()
    (line,) = caught.value.lines
    assert line.startswith(f"{name}: {says}")
    assert "\n" not in line
    assert "hunter2" not in line


def test_each_wrong_field_has_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("LOG_FORMAT", "xml")
    with pytest.raises(SettingsError) as caught:
        load()
    assert [line.split(":")[0] for line in caught.value.lines] == ["LOG_LEVEL", "LOG_FORMAT"]


def test_an_env_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_LEVEL=\xff\xfe")
    with pytest.raises(SettingsError, match=r"^\.env: it cannot be read"):
        load()
