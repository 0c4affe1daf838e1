"""The machine: the disk of DATA_DIR, time zones, fonts."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.doctor.finding import Finding, fault, note, ok

FREE_MEGABYTES = 500
"""Megabytes below which the disk is noted to be nearly full: the index of some hundred episodes, twice."""


FONTS_MEND = "apt-get install fontconfig fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"


FONTS_SECONDS = 20
"""Seconds for fontconfig to list the fonts; the first time it reads them all."""


def examine_machine(data_dir: Path) -> Iterator[Finding]:
    yield _examine_disk(data_dir)
    yield _examine_time_zones()
    yield _examine_fonts()


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


def _examine_fonts() -> Finding:
    """Pictures are drawn with the fonts that fontconfig finds."""
    command = ["fc-list", "--format", "%{family[0]}\\n"]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=True, timeout=FONTS_SECONDS)  # noqa: S603 - no input is in it
    except (OSError, subprocess.SubprocessError):
        return note("fonts", f"fontconfig is not here, so pictures have Latin letters alone; {FONTS_MEND}")
    families = set(listed.stdout.splitlines())
    missing = [name for name in ("Noto Sans", "Noto Sans CJK") if not any(each.startswith(name) for each in families)]
    if missing:
        return note("fonts", f"there is no {' and no '.join(missing)}, so pictures may lack signs; {FONTS_MEND}")
    return ok("fonts", f"Noto Sans and Noto Sans CJK, {len(families)} families in all")
