"""Discord's payloads of a server, its members and its commands: the little that discord.py asks for."""

from __future__ import annotations

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


BOT, GUILD, CHANNEL, MEMBER, ROLE, DIRECT = 1_000, 2_000, 3_000, 4_000, 5_000, 6_000
"""Ids of what there is: one server with one channel, one member and one role, besides the bot; and the channel of that
member's direct messages."""


MANAGER = str((1 << 13) | (1 << 5))
"""The permissions Manage Messages and Manage Server."""


EVERYTHING = str((1 << 53) - 1)
"""All permissions."""


LONG_AGO = "2026-01-01T08:00:00+00:00"
"""When everything was made, and everybody came."""


def named_payload(name: str, options: list[Json]) -> Json:
    root, _, under = name.partition(" ")
    return {"id": "1", "name": root, "type": 1, "options": (
        [{"name": under, "type": 1, "options": options}] if under else options)}  # fmt: skip


def user_payload(identity: int) -> Json:
    return {"id": str(identity), "username": f"user{identity}", "discriminator": "0", "avatar": None,
            "global_name": None, "bot": identity == BOT}  # fmt: skip


def command_payload(body: Json, identity: int) -> Json:
    return {"id": str(identity), "application_id": str(BOT), "version": "1", "default_member_permissions": None,
            "description": "", **body}  # fmt: skip


def channel_payload() -> Json:
    return {"id": str(CHANNEL), "type": 0, "name": "quotes", "position": 0, "permission_overwrites": [],
            "parent_id": None, "nsfw": False, "topic": None, "rate_limit_per_user": 0}  # fmt: skip


def thread_payload(identity: str, name: str) -> Json:
    return {"id": identity, "type": 11, "guild_id": str(GUILD), "parent_id": str(CHANNEL), "name": name,
            "owner_id": str(BOT), "message_count": 0, "member_count": 1, "rate_limit_per_user": 0, "flags": 0,
            "thread_metadata": {"archived": False, "auto_archive_duration": 1440, "locked": False,
                                "archive_timestamp": LONG_AGO}}  # fmt: skip


def guild_payload(channel_type: int, permissions: str) -> Json:
    everyone = {"id": str(GUILD), "name": "@everyone", "color": 0, "hoist": False, "position": 0, "managed": False,
                "permissions": permissions, "mentionable": False, "flags": 0,
                "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}}  # fmt: skip
    readers = everyone | {"id": str(ROLE), "name": "Readers", "position": 1, "permissions": "0"}
    me = {"user": user_payload(BOT), "roles": [], "joined_at": LONG_AGO, "deaf": False, "mute": False, "flags": 0}
    return {"id": str(GUILD), "name": "Podcast club", "owner_id": str(MEMBER), "roles": [everyone, readers],
            "channels": [channel_payload() | {"type": channel_type}],
            "members": [me], "member_count": 2, "threads": [], "emojis": [], "stickers": [],
            "features": [], "icon": None, "verification_level": 0, "default_message_notifications": 0,
            "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "premium_tier": 0, "large": False,
            "preferred_locale": "en-US", "afk_timeout": 60, "system_channel_flags": 0, "voice_states": [],
            "presences": [], "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": []}  # fmt: skip


def message_payload(identity: int, body: Json) -> Json:
    """A message of the bot's with what it asked to post."""
    message: Json = {
        "id": str(identity), "channel_id": str(CHANNEL), "author": user_payload(BOT),
        "content": body.get("content", ""), "timestamp": LONG_AGO, "edited_timestamp": None, "tts": False, "embeds": [],
        "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "pinned": False,
        "type": 0, "flags": body.get("flags", 0), "components": body.get("components", []),
    }  # fmt: skip
    if reference := body.get("message_reference"):
        message["message_reference"] = reference | {"type": 0}
    return message


def interaction_payload(identity: int, kind: int, data: Json) -> Json:
    """An interaction of the one member's in the one channel."""
    member = {"user": user_payload(MEMBER), "roles": [], "joined_at": LONG_AGO, "deaf": False, "mute": False,
              "permissions": MANAGER, "flags": 0}  # fmt: skip
    return {
        "id": str(identity), "application_id": str(BOT), "type": kind, "token": f"t{identity}", "version": 1,
        "guild_id": str(GUILD), "channel_id": str(CHANNEL), "locale": "en-US", "guild_locale": "en-US",
        "app_permissions": EVERYTHING, "entitlements": [], "authorizing_integration_owners": {"0": str(GUILD)},
        "context": 0, "attachment_size_limit": 1 << 20, "data": data, "member": member,
        "channel": channel_payload() | {"permissions": EVERYTHING},
    }  # fmt: skip
