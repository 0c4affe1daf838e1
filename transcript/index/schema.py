"""The tables of the store, and what tells that a cache was made by other rules."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT, digest TEXT, episode INTEGER, failure TEXT) WITHOUT ROWID;
CREATE TABLE episodes (id INTEGER PRIMARY KEY AUTOINCREMENT, slug TEXT UNIQUE, head TEXT, shares TEXT);
CREATE TABLE chapters (episode INTEGER, number INTEGER, chapter TEXT, PRIMARY KEY (episode, number)) WITHOUT ROWID;
CREATE TABLE titles (episode INTEGER, number INTEGER, names TEXT, PRIMARY KEY (episode, number)) WITHOUT ROWID;
CREATE TABLE segments (id INTEGER PRIMARY KEY, start REAL, "end" REAL, speaker TEXT, chapter INTEGER, marks TEXT);
CREATE TABLE languages (number INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT, terms TEXT, offsets BLOB);
CREATE TABLE quotables (
    id INTEGER, language TEXT, first INTEGER, last INTEGER, speaker TEXT, chapter INTEGER,
    PRIMARY KEY (id, language, first)
) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, term TEXT, episodes INTEGER) WITHOUT ROWID;
CREATE INDEX word_terms ON words (term);
CREATE TABLE spellings (key INTEGER, word TEXT, term TEXT, PRIMARY KEY (key, word)) WITHOUT ROWID;
"""


GROUND = ("models.py", "errors.py", "timecode.py")
PACKAGES = ("formats", "index", "language")
"""What a file goes through on its way into a cache: where any of it changes, other things may be in the cache."""


@cache
def layout() -> str:
    """What tells an old cache, to be rebuilt: the rules by which text became what is in it, tables and parsers too."""
    here = Path(__file__).parent.parent
    within = (path for package in PACKAGES for path in (here / package).rglob("*") if path.suffix in (".py", ".txt"))
    digest = hashlib.sha256()
    for path in sorted([*(here / name for name in GROUND), *within]):
        digest.update(path.read_bytes())
    return digest.hexdigest()
