"""Commands for whoever runs the bot: `doctor`, `migrate`, `backup` and `restore`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from config.backup import BackupError, Header, restore_backup, write_backup
from config.database import migrate_tables
from config.database_errors import AWAY, cause_of
from config.settings import Settings, SettingsError, load

T = TypeVar("T")


BackupFile = Annotated[Path, typer.Argument(metavar="FILE")]


Replacing = Annotated[bool, typer.Option("--replace", help="Lose what the database has.")]


def migrate() -> None:
    """Bring the tables of the database up to date, and make them where there are none."""
    url = load_settings().database
    _run_or_exit(migrate_tables(url))
    typer.echo("migrate: the tables are up to date")


def backup(file: BackupFile) -> None:
    """Write all that the database has to FILE, also while the bot runs."""
    header, rows = _run_or_exit(write_backup(load_settings().database, file), file)
    typer.echo(f"backup: {_rows_in_words(header, rows)} in {file}")


def restore(file: BackupFile, replace: Replacing = False) -> None:
    """Put a backup into an empty database of either kind, while no bot runs, and bring it up to date."""
    header, rows = _run_or_exit(restore_backup(load_settings().database, file, replace=replace), file)
    typer.echo(f"restore: {_rows_in_words(header, rows)}, taken {header.taken} by version {header.version}")


def doctor() -> None:
    """Look at all that the bot needs, and say what mends what is lacking; exit status 1 where something is."""
    from bot.doctor import examine  # it needs the whole bot

    for name in ("discord", "transcript"):  # what they would log is in the findings
        logging.getLogger(name).addHandler(logging.NullHandler())
    settings = load_settings()

    async def print_findings() -> bool:
        faulty = False
        async for finding in examine(settings):
            typer.echo(str(finding))
            faulty = faulty or finding.state == "FAULT"
        return faulty

    raise typer.Exit(asyncio.run(print_findings()))


COMMANDS = (doctor, migrate, backup, restore)


def load_settings() -> Settings:
    """The settings; where they are wrong, a line for each ends the process."""
    try:
        return load()
    except SettingsError as error:
        exit_with("\n".join(error.lines))


def exit_with(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise SystemExit(2)


def _rows_in_words(header: Header, rows: int) -> str:
    return f"{rows:,} rows of {len(header.tables)} tables"


def _run_or_exit(work: Coroutine[Any, Any, T], file: Path | None = None) -> T:
    """The result; what goes wrong with the file or the database is told in one line."""
    try:
        return asyncio.run(work)
    except BackupError as error:
        exit_with(str(error))
    except AWAY as error:
        if isinstance(error, OSError) and file is not None and _is_of_file(error, file):
            exit_with(f"{file}: {error.strerror}; name another file")
        exit_with(f"DATABASE_URL: {cause_of(error)}")


def _is_of_file(error: OSError, file: Path) -> bool:
    return error.filename is not None and Path(error.filename).absolute().parent == file.absolute().parent
