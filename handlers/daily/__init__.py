"""The quote of the day: its commands, its posts and what goes with them."""
