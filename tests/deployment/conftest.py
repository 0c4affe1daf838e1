"""The image's stages, carried out by their own commands in a folder of their own; they fetch what they install."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.deployment.dockerfile import Instruction, environment_of, stages_of

FIRST, LAST = stages_of(ROOT / "Dockerfile")


_WITH_REQUIREMENTS = next(number for number, each in enumerate(FIRST, 1) if each.name == "RUN")


FROM_FIRST = next(each for each in LAST if each.name == "COPY")


TOOLS = Path(sys.executable).parent
"""Where `python` and `pip` are, as the image's base has them, and what checks files."""


@dataclass
class Built:
    """`folder` stands for the image's root; `environment` is that of a process in it."""

    folder: Path
    environment: dict[str, str]

    @property
    def python(self) -> Path:
        return self.folder / "venv" / "bin" / "python"

    def run(self, *command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the image."""
        environment = self.environment | variables
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def with_requirements(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The first stage up to the RUN that installs the requirements; a host such as Heroku has no more."""
    folder = tmp_path_factory.mktemp("image")
    (folder / "build").mkdir()
    _carry_out(FIRST[:_WITH_REQUIREMENTS], folder, folder / "build")
    return Built(folder, environment_of(LAST) | {"PATH": f"{folder}/venv/bin:/usr/bin:/bin", "HOME": "/nonexistent"})


@pytest.fixture(scope="session")
def built(with_requirements: Built) -> Built:
    """The image, but for what its last stage has of the system."""
    folder = with_requirements.folder
    _carry_out(FIRST[_WITH_REQUIREMENTS:], folder, folder / "build")
    _carry_out(LAST[LAST.index(FROM_FIRST) + 1 :], folder, folder)
    return with_requirements


def _carry_out(instructions: list[Instruction], folder: Path, here: Path) -> None:
    """Copy to `here`, and run there, what they say, with `folder` as the image's root."""
    for each in instructions:
        if each.name == "COPY":
            _copy(each.words, here)
        if each.name == "RUN":
            command = each.arguments.replace(" /wheels", f" {folder}/wheels")
            _run(re.sub(r"(^|[ =])/venv", rf"\1{folder}/venv", command), here)


def _run(command: str, here: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "HTTP", "http"))}
    environment = kept | environment_of(FIRST) | {"HOME": "/nonexistent", "PATH": f"{TOOLS}:/usr/bin:/bin"}
    del environment["PIP_NO_CACHE_DIR"]  # the image keeps none; here it saves time
    made = subprocess.run(
        ["/bin/sh", "-euc", command], cwd=here, env=environment, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr[-2000:]


def files_of(path: str) -> list[str]:
    """The files of the repository there, without what is made beside them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", path]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [name for name in listed if (ROOT / name).exists()]


def _copy(words: list[str], here: Path) -> None:
    """Copy what is in the repository, as a clone of it has it."""
    *sources, target = words
    for source in sources:
        for name in files_of(source):
            to = here / name if target in ("./", f"./{source}") else here / target / name
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to)
