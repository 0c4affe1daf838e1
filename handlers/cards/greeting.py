"""The greeting of a server that the bot was just invited to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.cards.citation import MAX_SPEAKER
from handlers.cards.help import mention_of
from handlers.cards.layout import Card, card, small
from handlers.cards.markdown import clip, escape
from handlers.texts import Texts
from transcript.models import Episode


def greeting_card(episodes: Sequence[Episode], command_ids: Mapping[str, int], texts: Texts) -> Card:
    """The greeting: what the bot knows, what a member tries first, and what the server's owner does."""
    find = texts(
        "Type what you remember of a sentence after {quote}, and you get the real words, who said them and when.",
        quote=mention_of("quote", command_ids),
    )
    owners = texts(
        "Whoever manages this server: {start} posts a quote every day, {help} shows the rest.",
        start=mention_of("daily start", command_ids),
        help=mention_of("help", command_ids),
    )
    return card([f"**Pullquote** · {known_episodes(episodes, texts)}", find, small(owners)])


def known_episodes(episodes: Sequence[Episode], texts: Texts) -> str:
    """The number of episodes, with the show's name where there is one show."""
    shows = {episode.show for episode in episodes}
    (show,) = shows if len(shows) == 1 else (None,)
    if show is None:
        return texts.many("{count} episode", "{count} episodes", len(episodes))
    named = escape(clip(show, MAX_SPEAKER))
    return texts.many("{count} episode of {show}", "{count} episodes of {show}", len(episodes), show=named)
