"""Asking again with one option chosen or changed: what was typed stands in the refusal, and is not typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias, cast

import discord
from discord import app_commands, ui

from handlers.buttons import Reporting, chosen_in, report_error
from handlers.cards.refusal import CHANGE, CHOOSE, Asked, asked_in
from handlers.client import client_of
from handlers.refusals import OldButtonError, Refusal
from handlers.replies import every_component
from handlers.texts import Texts, texts_for

AnyCommand: TypeAlias = "app_commands.Command[Any, ..., Any]"


MOST_INPUTS = 5
"""Fields of a modal, by Discord's API."""


PARAGRAPH = 300
"""An option that may have more characters gets a field of several lines."""


_ID = re.compile(r"\d{1,20}")


class ChoiceMenu(
    Reporting,
    template=re.compile(rf"{CHOOSE}(?P<command>[a-z ]{{1,65}})\.(?P<option>[a-z_]{{1,32}})"),
):
    """Fills the option that was not understood, and asks again."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        name, _, option = self.custom_id[len(CHOOSE) :].rpartition(".")
        asked = _asked_in_message(interaction, name)
        await ask_again(interaction, replace(asked, options={**asked.options, option: chosen_in(self.item)}))


class ChangeButton(
    Reporting,
    template=re.compile(rf"{CHANGE}(?P<command>[a-z ]{{1,65}})"),
):
    """Opens what was typed, so that it can be changed."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        asked = _asked_in_message(interaction, self.custom_id[len(CHANGE) :])
        command = _command_named(interaction, asked.command)
        modal = _modal_of(command, asked, texts_for(interaction))
        modal.stop()  # what is sent is recognised by its custom_id, so the modal need not be kept
        await interaction.response.send_modal(modal)


async def submit_changes(interaction: discord.Interaction) -> None:
    """Ask again with what was changed in the modal of a ChangeButton; nothing where it is another modal."""
    data = cast("dict[str, Any]", interaction.data or {})
    custom_id = str(data.get("custom_id", ""))
    if not custom_id.startswith(CHANGE):
        return
    interactions = client_of(interaction).interactions
    if not interactions.begin(interaction, "modal"):
        return
    try:
        asked = _asked_in_message(interaction, custom_id[len(CHANGE) :])
        changed = {**asked.options, **dict(_inputs_in(data.get("components", ())))}
        await ask_again(interaction, Asked(asked.command, {name: text for name, text in changed.items() if text}))
    except Exception as error:  # the tree is the one door for errors; here nothing else sees them
        await report_error(interaction, error)
    else:
        interactions.end(interaction, "answered")


async def ask_again(interaction: discord.Interaction, asked: Asked) -> None:
    """Run the command with those options, for who presses: what they may not do is refused as ever.

    Raises OldButtonError where there is no such command any more, and what the command raises.
    """
    command = _command_named(interaction, asked.command)
    values = {
        parameter.name: _value_of(parameter, asked.options[parameter.name], interaction)
        for parameter in command.parameters
        if parameter.name in asked.options
    }
    if any(parameter.required and parameter.name not in values for parameter in command.parameters):
        raise OldButtonError
    cog: Any = command.binding
    try:
        await discord.utils.maybe_coroutine(cog.interaction_check, interaction)
        callback: Any = command.callback
        await callback(cog, interaction, **values)
    except Refusal as error:
        error.asked = asked
        raise


def asked_of(interaction: discord.Interaction) -> Asked | None:
    """The slash command of an interaction with its options, as far as they can be asked again; None for others."""
    command = interaction.command
    if not isinstance(command, app_commands.Command) or command.binding is None:
        return None
    options: Iterable[dict[str, Any]] = cast("dict[str, Any]", interaction.data or {}).get("options", ())
    while (inner := next(iter(options), {})).get("options") is not None:  # a group holds its command's
        options = inner["options"]
    return Asked(command.qualified_name, {each["name"]: _text_of(each) for each in options if "value" in each})


def _text_of(option: Mapping[str, Any]) -> str:
    kinds = discord.AppCommandOptionType
    value = option["value"]
    if option["type"] == kinds.channel.value:
        return f"<#{value}>"
    if option["type"] == kinds.role.value:
        return f"<@&{value}>"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value_of(parameter: app_commands.Parameter, text: str, interaction: discord.Interaction) -> object:
    """The value of an option, from its text. Raises OldButtonError where it can be none."""
    kinds, guild = discord.AppCommandOptionType, interaction.guild
    if parameter.type is kinds.boolean:
        return text == "true"
    if parameter.type in (kinds.channel, kinds.role):
        if not _ID.fullmatch(text):
            raise OldButtonError
        number = int(text)
        found = guild and (guild.get_channel_or_thread(number) or guild.get_role(number))
        return found or discord.Object(number)
    return text[: int(parameter.max_value)] if parameter.max_value else text


def _command_named(interaction: discord.Interaction, name: str) -> AnyCommand:
    root, _, sub = name.partition(" ")
    found = client_of(interaction).tree.get_command(root)
    if sub and isinstance(found, app_commands.Group):
        found = found.get_command(sub)
    if not isinstance(found, app_commands.Command) or found.binding is None:
        raise OldButtonError
    return found


def _asked_in_message(interaction: discord.Interaction, command: str) -> Asked:
    shown = every_component(interaction.message.components) if interaction.message else ()
    asked = asked_in(each.content for each in shown if isinstance(each, discord.TextDisplay))
    if asked is None or asked.command != command:
        raise OldButtonError
    return asked


def _modal_of(command: AnyCommand, asked: Asked, texts: Texts) -> ui.Modal:
    modal = ui.Modal(title=f"/{asked.command}", custom_id=f"{CHANGE}{asked.command}", timeout=None)
    typed = [each for each in command.parameters if each.type is discord.AppCommandOptionType.string]
    for parameter in typed[:MOST_INPUTS]:
        most = int(parameter.max_value) if parameter.max_value else PARAGRAPH
        field: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id=parameter.name,
            style=discord.TextStyle.paragraph if most > PARAGRAPH else discord.TextStyle.short,
            default=asked.options.get(parameter.name, "")[:most] or None,
            required=parameter.required,
            max_length=most,
        )
        modal.add_item(ui.Label(text=parameter.name, description=texts(str(parameter.description)), component=field))
    return modal


def _inputs_in(components: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """The name and the text of each field of a modal that was sent."""
    for component in components:
        inner = component.get("component")
        if isinstance(inner, dict) and isinstance(inner.get("value"), str):
            yield str(inner.get("custom_id")), inner["value"].strip()
