"""Tests of bot/shelves."""
