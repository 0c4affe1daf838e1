"""Where posts go that nobody is to see."""

from __future__ import annotations

from config.tables import Post, Server
from handlers.cards.layout import Card


class Nowhere:
    """Takes every post."""

    async def send(self, post: Post, _card: Card, _title: str) -> int:
        return post.id

    async def find(self, _post: Post, _mark: str) -> int | None:
        return None

    def needs_a_look(self, _post: Post) -> bool:
        return False

    def name(self, guild_id: int) -> str:
        return str(guild_id)

    async def tell(self, _server: Server, _card: Card) -> bool:
        return True
