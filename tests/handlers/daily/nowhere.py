"""A place for posts that nobody is to see."""

from __future__ import annotations

from config.tables import Post, Server
from handlers.cards.layout import Card


class Nowhere:
    """Takes every post."""

    async def send(self, post: Post, _card: Card, _title: str, _role_id: int | None) -> int:
        return post.id

    async def find(self, _post: Post, _mark: str) -> int | None:
        return None

    async def accompany(self, _server: Server, _message_id: int, _title: str, _last_message_id: int | None) -> None:
        pass

    async def edit(self, _post: Post, _card: Card) -> None:
        pass

    def needs_a_look(self, _post: Post) -> bool:
        return False

    def name(self, guild_id: int) -> str:
        return str(guild_id)

    async def tell(self, _server: Server, _card: Card) -> bool:
        return True
