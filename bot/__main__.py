"""`python -m bot`: on Discord where there is a token, else in a local browser."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Coroutine
from contextlib import suppress
from functools import partial
from typing import Annotated, Any

import typer

from bot import logs
from bot.discord_run import fetching_feeds_of, run_on_discord
from bot.invite import application_id, server_address, user_address
from bot.maintenance import COMMANDS, exit_with, load_settings
from bot.runtime import make_room
from bot.shelves.listing import library
from bot.shelves.worker import Orders, orders_of
from config.settings import SHIPPED, Settings
from config.version import running_version
from transcript.index.files import skipped_lines

log = logging.getLogger(__name__)


app = typer.Typer(help=__doc__, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


ON_DISCORD = "With DISCORD_TOKEN set, in the environment or in .env, it runs on Discord."
"""Said with the preview when nobody asked for it."""


Port = Annotated[int, typer.Option(min=0, max=65535, help="The local port of the page; 0 takes a free one.")]


DEFAULT_PORT = 8710
"""The local port of the preview, which few other programs use."""


SECONDS_TO_END = 3.0
"""Seconds that the end waits for threads."""


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pullquote {running_version()}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]


@app.callback(invoke_without_command=True)
def run(context: typer.Context, _version: Version = False) -> None:
    """Run on Discord, or, without a token, in a local browser."""
    if context.invoked_subcommand is not None:
        return
    settings = load_settings()
    if settings.discord_token is None:
        _run_preview(settings, _usual_port(), ON_DISCORD)
        return
    orders = _orders_of(settings)
    _run_until_stopped(run_on_discord(orders, settings, settings.discord_token.get_secret_value()))


for command in (*COMMANDS, library):
    app.command()(command)


@app.command()
def preview(port: Port = DEFAULT_PORT) -> None:
    """Run in a local browser, without Discord."""
    _run_preview(load_settings(), port)


@app.command()
def invite() -> None:
    """Print the address that installs the bot: to a server first, then to a user's own account."""
    settings = load_settings()
    if settings.discord_token is None:
        exit_with("invite: DISCORD_TOKEN is not set, and the address is made from it; set it and try again")
    client_id = application_id(settings.discord_token.get_secret_value())
    if client_id is None:
        exit_with("DISCORD_TOKEN: it names no application; copy it again from the page Bot of your application")
    typer.echo(server_address(client_id))
    typer.echo(user_address(client_id))


def _orders_of(settings: Settings) -> Orders:
    """The orders for the process that reads; the folder of the index is made."""
    logs.set_up(settings.log_level, settings.log_format, settings.secrets)
    for line in skipped_lines(path for path in settings.transcripts if path != SHIPPED):
        log.warning("%(line)s", {"event": "files_skipped", "line": line})
    try:
        orders = orders_of(settings)
        tempfile.TemporaryFile(dir=orders.place).close()
    except OSError as error:
        exit_with(f"DATA_DIR: the index cannot be kept in {settings.data_dir} ({error.strerror}); name another folder")
    return orders


def _usual_port() -> int:
    """The port that nobody chose: another than usual where that is taken, as by a bot in the next window."""
    try:
        socket.create_server(("127.0.0.1", DEFAULT_PORT)).close()
    except OSError:
        return 0
    return DEFAULT_PORT


def _run_preview(settings: Settings, port: int, notice: str = "") -> None:
    logging.getLogger("discord").setLevel(logging.ERROR)  # there is no Discord here for its lines to be about
    try:
        from bot.preview import page  # its extra is not installed where the bot runs for good
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("simcord"):
            raise
        exit_with("\n".join(filter(None, ("The preview needs its extra: pip install -e '.[preview]'", notice))))
    shown = settings.model_copy(update={"transcripts": page.shown_transcripts(settings.transcripts)})
    fetching = partial(fetching_feeds_of, settings)
    _run_until_stopped(page.serve(_orders_of(shown), port, notice, fetching))


def _run_until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Run that until it is done, or until SIGTERM or Ctrl-C; either ends it cleanly."""

    async def run_until_signal() -> None:
        loop, task = asyncio.get_running_loop(), asyncio.ensure_future(work)
        make_room(loop)
        loop.set_exception_handler(logs.log_unhandled)
        for number in (signal.SIGTERM, signal.SIGINT):
            with suppress(NotImplementedError):  # Windows has no such handlers; Ctrl-C works there all the same
                loop.add_signal_handler(number, task.cancel)
        with suppress(asyncio.CancelledError):
            await task
        log.info("stopped", {"event": "stopped"})
        hurry.start()

    # A search that still runs in a thread must not hold up the end: nothing of it is kept.
    hurry = threading.Timer(SECONDS_TO_END, os._exit, (0,))
    hurry.daemon = True
    try:
        asyncio.run(run_until_signal())
    finally:
        hurry.cancel()


def main() -> None:
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
