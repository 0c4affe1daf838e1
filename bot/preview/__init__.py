"""The local preview. It needs an extra, so nothing else of the bot imports it before it is asked for."""
