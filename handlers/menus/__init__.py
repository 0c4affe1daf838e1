"""Menus: those that a message has under Apps, and lists in a card to choose from."""
