"""Processes of our own beside the bot's: the same Python, the same code, and no Ctrl-C of the terminal's."""

from __future__ import annotations

import os
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import Process
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


async def start_module(name: str, **options: Any) -> Process:
    """Start `python -m NAME`, wherever the bot was started."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path}
    return await create_subprocess_exec(sys.executable, "-m", name, env=environment, start_new_session=True, **options)
