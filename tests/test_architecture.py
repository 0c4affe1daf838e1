"""Which package may import which, and which files there are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

ALLOWED = {
    "bot": {"bot", "handlers", "transcript", "config"},
    "handlers": {"handlers", "transcript", "config"},
    "transcript": {"transcript"},
    "config": {"config"},
}


def modules(package: str) -> Iterator[Path]:
    return (ROOT / package).rglob("*.py")


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("package", ALLOWED)
def test_packages_import_only_what_lies_below_them(package: str) -> None:
    for path in modules(package):
        ours = imported(path) & ALLOWED.keys()
        assert ours <= ALLOWED[package], path


@pytest.mark.parametrize("package", ["transcript", "config"])
def test_only_bot_and_handlers_know_discord(package: str) -> None:
    for path in modules(package):
        assert not imported(path) & {"discord", "simcord"}, path


def test_only_the_preview_needs_its_extra() -> None:
    needing = [path for package in ALLOWED for path in modules(package) if "simcord" in imported(path)]
    assert needing == [ROOT / "bot" / "preview.py"]


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
