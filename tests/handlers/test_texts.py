"""Every text is in both catalogs, and means the same slots there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import discord
import pytest
from babel.messages.extract import extract_from_dir
from discord import app_commands

from handlers.texts import catalog, language_of, texts_in
from tests.conftest import ROOT
from tests.handlers.stage import Stage
from transcript.models import LANGUAGES, Language

Message = str | tuple[str, ...]


def test_no_text_stands_within_another_where_it_is_not_extracted() -> None:
    for package in ("handlers", "bot"):
        for path in (ROOT / package).rglob("*.py"):
            joined = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.JoinedStr))
            calls = (node for each in joined for node in ast.walk(each) if isinstance(node, ast.Call))
            texts = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id in KEYWORDS]
            assert not any(isinstance(text, ast.Constant) for text in texts), path


KEYWORDS = {"texts": None, "many": (1, 2), "to_translate": None}


def in_code() -> set[Message]:
    found: set[Message] = set()
    for package in ("handlers", "bot"):
        for _, _, message, _, _ in extract_from_dir(ROOT / package, keywords=KEYWORDS, comment_tags=()):
            found.add(message)
    return found


def described(tree: app_commands.CommandTree[discord.Client]) -> Iterator[str]:
    """The texts of commands: descriptions, and the names of those in a message's menu."""
    yield from (menu.name for menu in tree.get_commands(type=discord.AppCommandType.message))
    for command in tree.walk_commands():
        yield command.description
        if isinstance(command, app_commands.Command):
            yield from (str(parameter.description) for parameter in command.parameters)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_catalog_has_every_text_and_no_other(stage: Stage, language: Language) -> None:
    wanted = in_code() | set(described(stage.bot.tree))
    assert len(wanted) > 40
    assert {message.id for message in catalog(language) if message.id} == wanted


def forms(value: object) -> tuple[str, ...]:
    """A message's text, or its texts by number."""
    return tuple(map(str, value)) if isinstance(value, tuple | list) else (str(value or ""),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_translation_is_there_and_has_the_same_slots(language: Language) -> None:
    for message in catalog(language):
        sources, translations = forms(message.id), forms(message.string)
        assert all(translations), message.id
        assert slots(translations[-1]) == slots(sources[-1])
        assert all(slots(translation) <= slots(sources[-1]) for translation in translations)


def slots(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_chinese_texts_are_chinese() -> None:
    for message in catalog("zh"):
        if message.id:
            assert all(re.search("[\u4e00-\u9fff]", text) for text in forms(message.string)), message.id


@pytest.mark.parametrize(
    ("locale", "language"),
    [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-US", "en"), ("en-GB", "en"), ("de", "en"), ("ja", "en")],
)
def test_chinese_locales_read_chinese_and_others_english(locale: str, language: Language) -> None:
    assert language_of(discord.Locale(locale)) == language


def test_numbers_choose_the_form() -> None:
    english, chinese = texts_in("en"), texts_in("zh")
    assert english.many("{count} chapter", "{count} chapters", 1) == "1 chapter"
    assert english.many("{count} chapter", "{count} chapters", 2) == "2 chapters"
    assert chinese.many("{count} chapter", "{count} chapters", 2) == "2 章"


async def test_descriptions_reach_discord_in_chinese_and_names_stay(stage: Stage) -> None:
    quote = next(command for command in await stage.bot.tree.fetch_commands() if command.name == "quote")
    assert quote.name_localizations == {}
    for locale in (discord.Locale.chinese, discord.Locale.taiwan_chinese):
        assert quote.description_localizations[locale] == "找出你依稀记得的那句话的原文"
    assert set(quote.description_localizations) == {discord.Locale.chinese, discord.Locale.taiwan_chinese}
