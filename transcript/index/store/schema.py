"""The tables of the store, and what tells that a cache was made by other rules."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT, digest TEXT, episode INTEGER, failure TEXT, shelf INTEGER)
    WITHOUT ROWID;
CREATE TABLE episodes (id INTEGER PRIMARY KEY AUTOINCREMENT, slug TEXT UNIQUE, identity TEXT, shelf INTEGER,
    born INTEGER, named INTEGER, gone INTEGER, gone_at REAL, head BLOB, chapters BLOB);
CREATE INDEX shelves ON episodes (shelf);
CREATE TABLE languages (number INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE segments (id INTEGER PRIMARY KEY, heads BLOB);
CREATE TABLE texts (id INTEGER PRIMARY KEY, texts BLOB, offsets BLOB);
CREATE TABLE terms (id INTEGER PRIMARY KEY, terms BLOB);
CREATE TABLE alphabet (id INTEGER PRIMARY KEY, term TEXT UNIQUE);
CREATE TABLE quotables (id INTEGER PRIMARY KEY, passages BLOB);
CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT, term TEXT, UNIQUE (word, term));
CREATE TABLE uses (of_word INTEGER, shelf INTEGER, episodes INTEGER, PRIMARY KEY (of_word, shelf)) WITHOUT ROWID;
CREATE INDEX word_terms ON words (term);
CREATE TABLE spellings (key INTEGER, word INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID;
"""


GROUND = ("models.py", "errors.py", "files.py", "timecode.py")
PACKAGES = ("formats", "index", "language")
"""Modules and packages that a file goes through on its way into a cache. A change in any of them makes a new cache."""


@cache
def layout() -> str:
    """A digest of the code and word lists that fill a cache. A cache with another digest is old and is rebuilt."""
    here = Path(__file__).parent.parent.parent
    within = (path for package in PACKAGES for path in (here / package).rglob("*") if path.suffix in (".py", ".txt"))
    digest = hashlib.sha256()
    for path in sorted([*(here / name for name in GROUND), *within]):
        digest.update(path.read_bytes())
    return digest.hexdigest()
