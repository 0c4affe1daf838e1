"""The tables of the store, and what tells that a cache was made by other rules."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from transcript import lexicon, numbers, stemming, text

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT, digest TEXT, episode INTEGER, failure TEXT) WITHOUT ROWID;
CREATE TABLE episodes (id INTEGER PRIMARY KEY AUTOINCREMENT, slug TEXT UNIQUE, head TEXT, shares TEXT);
CREATE TABLE chapters (episode INTEGER, number INTEGER, chapter TEXT, PRIMARY KEY (episode, number)) WITHOUT ROWID;
CREATE TABLE segments (id INTEGER PRIMARY KEY, start REAL, "end" REAL, speaker TEXT, chapter INTEGER, en TEXT, zh TEXT);
CREATE TABLE terms_en (id INTEGER PRIMARY KEY, terms TEXT);
CREATE TABLE terms_zh (id INTEGER PRIMARY KEY, terms TEXT);
CREATE TABLE places (id INTEGER PRIMARY KEY, en BLOB, zh BLOB);
CREATE TABLE words (word TEXT PRIMARY KEY, term TEXT, episodes INTEGER) WITHOUT ROWID;
CREATE INDEX word_terms ON words (term);
CREATE TABLE spellings (key INTEGER, word TEXT, term TEXT, PRIMARY KEY (key, word)) WITHOUT ROWID;
"""


@cache
def layout() -> str:
    """What tells an old cache, to be rebuilt: the tables, and the rules by which text became what is in them."""
    digest = hashlib.sha256()
    for module in (lexicon, numbers, stemming, text):
        digest.update(Path(str(module.__file__)).read_bytes())
    return hashlib.sha256(TABLES.encode() + digest.digest()).hexdigest()
