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
CREATE TABLE segments (id INTEGER PRIMARY KEY, start REAL, "end" REAL, speaker TEXT, chapter INTEGER, en TEXT, zh TEXT);
CREATE TABLE terms_en (id INTEGER PRIMARY KEY, terms TEXT);
CREATE TABLE terms_zh (id INTEGER PRIMARY KEY, terms TEXT);
CREATE TABLE places (id INTEGER PRIMARY KEY, en BLOB, zh BLOB);
CREATE TABLE quotables (
    id INTEGER, language TEXT, first INTEGER, last INTEGER, speaker TEXT, chapter INTEGER,
    PRIMARY KEY (id, language, first)
) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, term TEXT, episodes INTEGER) WITHOUT ROWID;
CREATE INDEX word_terms ON words (term);
CREATE TABLE spellings (key INTEGER, word TEXT, term TEXT, PRIMARY KEY (key, word)) WITHOUT ROWID;
"""

WRITING = (
    *("formats/__init__", "formats/assembly", "formats/bilingual", "formats/side_file", "models", "errors", "timecode"),
    *("text", "lexicon", "numbers", "stemming", "packing", "sampling", "vocabulary", "sentences", "quotable"),
    *("tables", "store", "storing", "index", "files", "indexing"),
)
"""The modules through which a file goes into a cache: where one of them changes, other things may be in it."""


@cache
def layout() -> str:
    """What tells an old cache, to be rebuilt: the rules by which text became what is in it, tables and parsers too."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for module in WRITING:
        digest.update((here / f"{module}.py").read_bytes())
    return digest.hexdigest()
