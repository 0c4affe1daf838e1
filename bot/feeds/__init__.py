"""Feeds that strangers name: fetched safely, in fair turns, again and again."""
