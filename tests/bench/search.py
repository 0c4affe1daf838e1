"""`python -m tests.bench.search`: how well, how surely and how fast search answers queries drawn from real
text, beside a plain scan of it; and how fast it is over ten thousand made-up episodes.

Each library is opened and searched in a process of its own, so that its memory is that of search alone.
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from stat import S_ISREG
from typing import Any

from tests.bench.answers import measure_drawn, measure_made_up
from tests.bench.processes import spent_by
from tests.bench.report import report_drawn, report_made_up, say
from tests.conftest import ROOT, SAMPLES
from tests.made_up import EPISODES, MADE_UP, built
from transcript.library import open_library

SCALE = ROOT.parent / "shared" / "scale" / "library.py"
"""Writes the real library, where there is one."""


def _size(folder: Path) -> float:
    """The megabytes of all files in a folder, each once, by however many names: snapshots share theirs."""
    found = {(at.st_dev, at.st_ino): at.st_size for at in map(Path.stat, folder.rglob("*")) if S_ISREG(at.st_mode)}
    return sum(found.values()) / 2**20


def _say_built(name: str, data: Path, built_in: tuple[float, float], segments: int) -> None:
    seconds, spent = built_in
    took = f", built in {seconds:.0f} s, {spent:.0f} s of processor time" if seconds else ""
    say(name, f"{segments:,} segments{took}")
    say("index on disk", f"{_size(data):.0f} MB")


def _build(files: Path, data: Path) -> tuple[float, float]:
    """Index files in a process of its own, unless it was done before; the seconds that it took, and those of processor
    time."""
    before = data.exists()
    spent = spent_by(partial(subprocess.run, [*_SELF, "--open", str(files), str(data)], check=True))
    return (0.0, 0.0) if before else spent


_SELF = (sys.executable, "-m", "tests.bench.search")


def _measured(options: argparse.Namespace, *what: str) -> dict[str, Any]:
    """The figures that this module measures in a process of its own."""
    given = ("--seed", str(options.seed), "--each", str(options.each), "--scans", str(options.scans))
    command = [*_SELF, *given, "--queries", str(options.queries), *what]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def bench_real(folder: Path, options: argparse.Namespace) -> None:
    """The shipped transcript and, where it is, the real library: fragments of each are foreign to the other."""
    libraries = {"the shipped transcript": (SAMPLES, folder / "shipped")}
    if SCALE.exists():
        files = folder / "real"
        if not files.exists():
            subprocess.run([sys.executable, str(SCALE), str(files)], check=True, stdout=subprocess.DEVNULL)
        libraries["the real library"] = (files, folder / "real-data")
    built_in = {name: _build(*where) for name, where in libraries.items()}
    for name, where in libraries.items():
        others = [other for other in libraries.values() if other is not where]
        found = _measured(options, "--drawn", *map(str, itertools.chain(where, *others)))
        files, data = where
        _say_built(name, data, built_in[name], found["segments"])
        say("… of its transcripts", f"{_size(data) / _size(files):.1f} times")
        report_drawn(found)


def bench_made_up(folder: Path, options: argparse.Namespace) -> None:
    """The made-up library."""
    before = folder.exists()
    spent = spent_by(partial(built, folder, options.episodes))
    built_in = (0.0, 0.0) if before else spent
    found = _measured(options, "--made-up", str(folder))
    _say_built(f"{options.episodes:,} made-up episodes", folder / "data", built_in, found["segments"])
    report_made_up(found)


def main() -> None:
    """Build, measure in processes of their own, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=EPISODES, help="that are made up; 0 leaves them out")
    parser.add_argument("--queries", type=int, default=250, help="of each kind, in the made-up library")
    parser.add_argument("--scans", type=int, default=20, help="queries of the plain scan; 0 leaves it out")
    parser.add_argument("--folder", type=Path, help="where the libraries are kept, and found again")
    parser.add_argument("--each", type=int, default=40, help="queries of each kind, drawn from real text")
    parser.add_argument("--seed", type=int, default=1, help="of these")
    for hidden in ("--open", "--drawn", "--made-up"):
        parser.add_argument(hidden, nargs="+", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.open:
        open_library([options.open[0]], options.open[1]).close()
    elif options.drawn:
        files, data, *other = options.drawn
        sys.stdout.write(json.dumps(measure_drawn(files, data, (other[0], other[1]) if other else None, options)))
    elif options.made_up:
        sys.stdout.write(json.dumps(measure_made_up(options.made_up[0], options.queries)))
    else:
        folder = options.folder.resolve() if options.folder else Path(tempfile.mkdtemp(prefix="bench-"))
        bench_real(folder, options)
        if options.episodes:
            bench_made_up(folder / MADE_UP, options)
        if options.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
