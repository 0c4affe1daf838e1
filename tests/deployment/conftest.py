"""The image's first stage, carried out by its own commands in a folder of its own; it fetches what it installs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.deployment.dockerfile import environment_of, stages_of


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
    return _carried_out(tmp_path_factory.mktemp("host"), runs=1)


@pytest.fixture(scope="session")
def built(with_requirements: Built) -> Built:
    """The first stage, whole."""
    return _carried_out(with_requirements.folder, runs=2)


def _carried_out(folder: Path, runs: int) -> Built:
    first, last = stages_of(ROOT / "Dockerfile")
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "HTTP", "http"))}
    tools = _tools(folder)
    environment = kept | {"HOME": str(folder), "PATH": f"{tools}:/usr/bin:/bin"} | environment_of(first)
    del environment["PIP_NO_CACHE_DIR"]  # the image keeps none; here it saves time
    here = folder / "build"
    here.mkdir(exist_ok=True)
    done = 0
    for each in first:
        if each.name == "COPY":
            _copy(each.words, here)
        if each.name == "RUN":
            done += 1
            command = each.arguments.replace(" /venv", f" {folder}/venv").replace(" /wheels", f" {folder}/wheels")
            if done == runs:
                made = subprocess.run(["/bin/sh", "-euc", command], cwd=here, env=environment, capture_output=True,
                                      text=True, check=False)  # fmt: skip
                assert made.returncode == 0, made.stderr[-2000:]
                break
    final = environment_of(last) | {"PATH": f"{folder}/venv/bin:/usr/bin:/bin", "HOME": "/nonexistent"}
    return Built(folder, final)


def _tools(folder: Path) -> Path:
    """A folder with `python` and `pip`, as the image's base has them."""
    tools = folder / "tools"
    if not tools.exists():
        subprocess.run([sys.executable, "-m", "venv", str(tools)], check=True)
    return tools / "bin"


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
