"""Packages import what lies below them alone, and stay small."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT

ALLOWED = {
    "bot": {"bot", "handlers", "transcript", "config"},
    "handlers": {"handlers", "transcript", "config"},
    "transcript": {"transcript"},
    "config": {"config"},
}


GROUND = {"models", "timecode", "errors", "files", "progress"}
"""Modules of `transcript` that stand under all its packages."""

BELOW_INDEX = {"language", "formats"}
WITHIN = {
    "language": set(),
    "formats": {"language"},
    "feeds": {"formats"},
    "index": BELOW_INDEX,
    "library": {"index", *BELOW_INDEX},
    "search": {"library", "index", *BELOW_INDEX},
    "claims": {"language"},
    "comparison": {"language"},
    "verdicts": {"search", "claims", "comparison", "library", "index", *BELOW_INDEX},
    "daily": {"library"},
    "cli": {"feeds", "daily", "verdicts", "search", "claims", "comparison", "library", "index", *BELOW_INDEX},
}
"""The packages of `transcript`, and which of the others each may import, besides the ground."""

LANGUAGE_MODULES = {"english", "chinese"}


MOST_MODULES = 16
"""Modules in a folder; more of them are more than one thing."""


def modules(package: str) -> Iterator[Path]:
    return (ROOT / package).rglob("*.py")


def imported_modules(path: Path) -> set[str]:
    """The modules that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports."""
    return {name.partition(".")[0] for name in imported_modules(path)}


def imported_within(path: Path) -> set[str]:
    """The packages of `transcript`, or its modules beside them, that a module imports."""
    parts = (name.split(".") for name in imported_modules(path))
    return {names[1] for names in parts if names[0] == "transcript" and len(names) > 1}


@pytest.mark.parametrize("package", ALLOWED)
def test_packages_import_only_what_lies_below_them(package: str) -> None:
    for path in modules(package):
        ours = imported(path) & ALLOWED.keys()
        assert ours <= ALLOWED[package], path


@pytest.mark.parametrize("package", WITHIN)
def test_packages_of_transcripts_import_only_what_lies_below_them(package: str) -> None:
    folder = ROOT / "transcript" / package
    for path in folder.rglob("*.py") if folder.is_dir() else [folder.with_suffix(".py")]:
        assert imported_within(path) <= {package, *WITHIN[package], *GROUND}, path


def test_every_package_of_transcripts_has_its_place() -> None:
    folder = ROOT / "transcript"
    packages = {path.parent.name for path in folder.glob("*/__init__.py")}
    loose = {path.stem for path in folder.glob("*.py")} - {"__init__", "__main__"}
    assert packages | loose == WITHIN.keys() | GROUND
    assert all(imported_within(folder / f"{module}.py") <= GROUND for module in GROUND)


def test_a_card_imports_no_button() -> None:
    """A card holds an address, a label and a verb; buttons.py makes a button of them and answers presses."""
    answering = {"handlers.buttons", "handlers.verification.posts", "handlers.daily.replacement", "handlers.replies"}
    for path in modules("handlers/cards"):
        assert not imported_modules(path) & answering, path


def test_no_folder_has_more_modules_than_one_can_keep_in_mind() -> None:
    folders = {path.parent for package in (*ALLOWED, "tests") for path in modules(package)}
    counts = {folder: sum(path.stem != "__init__" for path in folder.glob("*.py")) for folder in folders}
    assert {folder: count for folder, count in counts.items() if count > MOST_MODULES} == {}


def test_a_constant_of_a_package_has_one_meaning() -> None:
    """The modules of different languages have constants of the same names, each for its own; so have migrations."""
    named: defaultdict[tuple[Path, str], set[str]] = defaultdict(set)
    for path in chain.from_iterable(map(modules, ALLOWED)):
        if path.stem not in LANGUAGE_MODULES and path.parent.name != "versions":
            for name, value in constants(path):
                named[path.parent, name].add(f"{path.name}: {value}")
    assert {key: found for key, found in named.items() if len({each.split(": ", 1)[1] for each in found}) > 1} == {}


def test_every_number_says_what_it_counts() -> None:
    """A constant that is a number, or is made of numbers, has a docstring with its unit."""
    bare = []
    for path in chain.from_iterable(map(modules, ALLOWED)):
        for node, following in pairwise([*ast.parse(path.read_text()).body, ast.Pass()]):
            if isinstance(node, ast.Assign) and _is_made_of_numbers(node.value):
                described = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
                bare += [] if described else [f"{path.relative_to(ROOT)}:{node.lineno}"]
    assert bare == []


def _is_made_of_numbers(value: ast.expr) -> bool:
    parts = list(ast.walk(value))
    numbers = any(isinstance(part, ast.Constant) and type(part.value) in (int, float) for part in parts)
    return numbers and not any(isinstance(part, ast.Call | ast.Dict) for part in parts)


def constants(path: Path) -> Iterator[tuple[str, str]]:
    """The constants of a module, without a leading underscore, each with the source of its value."""
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            (target, *_) = node.targets if isinstance(node, ast.Assign) else [node.target]
            if isinstance(target, ast.Name) and target.id.isupper():
                yield target.id.lstrip("_"), ast.unparse(node.value)


@pytest.mark.parametrize("package", ["transcript", "config"])
def test_only_bot_and_handlers_know_discord(package: str) -> None:
    for path in modules(package):
        assert not imported(path) & {"discord", "simcord"}, path


def test_only_the_preview_needs_its_extra() -> None:
    needing = {path.parent for package in ALLOWED for path in modules(package) if "simcord" in imported(path)}
    assert needing == {ROOT / "bot" / "preview"}


def test_there_is_no_grab_bag() -> None:
    names = {path.stem for package in ALLOWED for path in modules(package)}
    assert not names & {"utils", "util", "helpers", "misc", "common_utils"}


def test_top_level_is_the_layout() -> None:
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} == {*ALLOWED, "tests"}


def test_mocks_have_a_spec() -> None:
    """Discord is simulated whole, not mocked by hand."""
    for path in (ROOT / "tests").rglob("*.py"):
        if path != Path(__file__):
            text = path.read_text(encoding="utf-8")
            assert "MagicMock(" not in text, path
            assert "AsyncMock(" not in text, path
