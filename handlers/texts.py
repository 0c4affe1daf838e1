"""The bot's own words, in English and Simplified Chinese.

The words stand in `catalogs/`, a gettext catalog a language, under their English form. Text that users typed or that
comes from a transcript is a value, never part of the message.
"""

from __future__ import annotations

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

import discord
from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog
from discord import app_commands

from transcript.models import Language

CATALOGS = Path(__file__).parent / "catalogs"


class Texts:
    """The texts in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._found = _read_translations(language)

    def __call__(self, message: str, /, **values: object) -> str:
        return self._found.gettext(message).format(**values)

    def many(self, one: str, several: str, count: int, /, **values: object) -> str:
        """`one` or `several` as the language's plural has it; both can use {count}."""
        return self._found.ngettext(one, several, count).format(count=count, **values)


def to_translate(message: str) -> str:
    """The message as it is: marks one that stands in a table, so that the catalogs have it."""
    return message


def language_of(locale: discord.Locale) -> Language:
    """Every Chinese locale reads Chinese; whatever else a user speaks, English."""
    return "zh" if locale.value.startswith("zh") else "en"


def texts_in(language: Language | None) -> Texts:
    """The texts in Chinese, or for any other language in English."""
    return _texts_of_catalog("zh" if language == "zh" else "en")


@cache
def _texts_of_catalog(language: Language) -> Texts:
    return Texts(language)


def texts_for(interaction: discord.Interaction) -> Texts:
    return texts_in(language_of(interaction.locale))


class CommandTexts(app_commands.Translator):
    """Descriptions of commands and options, and names of those in a message's menu, for Discord's own lists.

    Names of slash commands stay as they are, since people tell them to each other.
    """

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        described = (
            app_commands.TranslationContextLocation.command_description,
            app_commands.TranslationContextLocation.group_description,
            app_commands.TranslationContextLocation.parameter_description,
        )
        of_menu = isinstance(context.data, app_commands.ContextMenu)
        if language_of(locale) == "en" or not (of_menu or context.location in described):
            return None
        return texts_in("zh")(string.message)


def catalog(language: Language) -> Catalog:
    with (CATALOGS / f"{language}.po").open("rb") as file:
        return pofile.read_po(file, locale=language)


@cache
def _read_translations(language: Language) -> gettext.GNUTranslations:
    """Compiled in memory at first use, so that no compiled file can be older than its source."""
    compiled = BytesIO()
    mofile.write_mo(compiled, catalog(language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
