"""Tests of handlers/menus."""
