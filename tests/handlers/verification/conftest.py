"""A moderator, who may check messages and post verdicts."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from tests.handlers.stage import Stage


@pytest.fixture
def moderator(stage: Stage) -> Any:
    role = stage.guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    return stage.guild.add_member(stage.env.create_user("mo"), roles=[role])
