"""The machine: the disk of DATA_DIR, time zones, fonts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.doctor.finding import Finding, fault, note, ok

FREE_MEGABYTES = 500
"""Megabytes below which the disk is noted to be nearly full: the index of some hundred episodes, twice."""


def examine_machine(data_dir: Path) -> Iterator[Finding]:
    yield _examine_disk(data_dir)
    yield _examine_time_zones()


def _examine_disk(data_dir: Path) -> Finding:
    there = next(folder for folder in (data_dir.absolute(), *data_dir.absolute().parents) if folder.exists())
    if not os.access(there, os.W_OK | os.X_OK) or not there.is_dir():
        return fault("disk", f"{there} cannot be written; let the bot's user write there, or set DATA_DIR to another")
    free = shutil.disk_usage(there).free >> 20
    if free < FREE_MEGABYTES:
        return note("disk", f"{free:,} MB are free in {there}; free some space before it is full")
    return ok("disk", f"{free:,} MB are free in {there}")


def _examine_time_zones() -> Finding:
    try:
        ZoneInfo("Europe/Berlin")
    except ZoneInfoNotFoundError:
        return fault("time zones", "there is no data of them; pip install tzdata")
    return ok("time zones", f"tzdata {version('tzdata')}")
