"""The library as each server may see it, and its own part of it."""
