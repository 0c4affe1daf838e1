"""The documentation is true of the code."""

from __future__ import annotations

import re
import tomllib

import discord
import pytest

from config.settings import Settings
from tests import verdicts_page
from tests.conftest import ROOT
from tests.handlers.conftest import library, servers, stage
from tests.handlers.stage import Stage
from transcript.comparison.kinds import KINDS
from transcript.comparison.rules.table import RULES

__all__ = ["library", "servers", "stage"]


README = (ROOT / "README.md").read_text(encoding="utf-8")


OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


async def test_readme_names_every_command_and_no_other(stage: Stage) -> None:
    commands = await stage.bot.tree.fetch_commands()
    slash = {command.name for command in commands if command.type is discord.AppCommandType.chat_input}
    assert set(re.findall(r"`/([a-z]+)", README)) == slash
    assert all(f"**{command.name}**" in README for command in commands if command.name not in slash)


@pytest.mark.parametrize("name", [name.upper() for name in Settings.model_fields])
def test_every_setting_is_in_the_table_and_the_example(name: str) -> None:
    assert f"| `{name}` |" in OPERATING
    assert re.search(rf"^{name}=$", EXAMPLE, re.MULTILINE)


def test_the_example_has_no_other_setting_and_describes_each() -> None:
    names = re.findall(r"^([A-Z_]+)=", EXAMPLE, re.MULTILINE)
    assert set(names) == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        before = EXAMPLE.partition(f"\n{name.upper()}=")[0].rsplit("\n\n", 1)[-1]
        assert field.description
        assert field.description.split(".")[0] in before.replace("\n# ", " ")


def test_readme_begins_with_a_sentence_a_picture_and_the_two_commands() -> None:
    title, sentence, rest = README.split("\n\n", 2)
    assert title == "# Pullquote"
    assert sentence.endswith(".")
    first_screen = rest[:1500]
    assert re.search(r"!\[[^\]]{20,}\]\(tests/pictures/quote\.png\)", first_screen)
    assert "make run" in first_screen
    assert "make test" in first_screen


def test_every_picture_and_file_that_readme_names_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
    for path in re.findall(r"^(?:bot|handlers|transcript|config|tests)/[\w./]*", README, re.MULTILINE):
        assert (ROOT / path).exists(), path


def test_make_targets_that_readme_names_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`?make ([a-z]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_requirements_are_pinned_with_hashes_and_name_no_index() -> None:
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = re.findall(
        r"^([\w.-]+)==\S+(?: ; [^\n]+?)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", requirements, re.M
    )
    assert pinned == re.findall(r"^[\w.-]+(?==)", requirements, re.M)
    assert "discord-py" in pinned
    assert "simcord" not in pinned
    assert not re.search(r"https?://|--index|--find-links", requirements)


def test_every_dependency_is_in_the_requirements() -> None:
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", each)[0]).lower() for each in named}  # type: ignore[index]
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert {name for name in names if not re.search(rf"^{name}==", requirements, re.M)} == set()


def test_every_module_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+/[a-z_/]*(?:\.py)?)`", text))
    assert len(named) > 40
    for path in named:
        assert (ROOT / path).exists() or (ROOT / "transcript" / path).exists(), path


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_page_of_verdicts_has_every_rule_and_kind_as_they_are() -> None:
    page = verdicts_page.PAGE.read_text(encoding="utf-8")
    assert verdicts_page.page_with_tables(page) == page, "run python -m tests.verdicts_page"
    names = [rule.name for rule in RULES] + [kind.name for kind in KINDS]
    assert all(f"| {name} |" in page for name in names)


def test_readme_links_every_page_and_is_short() -> None:
    pages = {path.name for path in (ROOT / "docs").glob("*.md")}
    assert set(re.findall(r"\]\(docs/([\w.-]+\.md)\)", README)) == pages
    assert len(README.splitlines()) < 120


def test_each_release_says_how_to_upgrade() -> None:
    releases = re.split(r"^## ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert releases
    assert [each.splitlines()[0] for each in releases if "\n### Upgrading\n\n- " not in each] == []
