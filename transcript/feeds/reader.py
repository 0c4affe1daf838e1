"""The bytes of a feed, RSS or Atom, become a Feed: feedparser reads what every feed has, `podcast_tags` the rest."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser

from transcript.feeds.document import Document, local_name_of, open_document
from transcript.feeds.feed import Feed, FeedError, Item, Person
from transcript.feeds.identity import keys_of, with_sure_keys
from transcript.feeds.podcast_tags import (
    Tags,
    base_of,
    items_of,
    language_code,
    number_in,
    persons_of,
    tags_of,
    web_address,
)
from transcript.formats.markup import clean

MOST_ITEMS = 20_000
"""Items of a feed that are read; a daily show of fifty years has as many."""


LONGEST_TITLE = 300
"""Characters of a title."""


SHOWS = ("channel", "feed")
"""Names of the element that has what holds for the whole show: of RSS, of Atom."""


def read_feed(content: bytes, address: str) -> Feed:
    """The feed in those bytes, which were fetched from `address`. Raises FeedError, and nothing else."""
    document = open_document(content)
    parsed = _parse_entries(document, address)
    elements, base = items_of(document.root), base_of(document.root, address)
    common = next((persons_of(each) for each in document.root.iter() if local_name_of(each) in SHOWS), ())
    drafts = [
        _item_of(entry, tags_of(element, base), address, common)
        for entry, element in zip(parsed.entries[:MOST_ITEMS], elements, strict=False)
    ]
    show = parsed.feed
    if not drafts and not show.get("title"):
        raise FeedError("a feed without title and episodes")
    return Feed(
        title=_one_line(show.get("title")) or None,
        language=language_code(show.get("language")),
        link=web_address(show.get("link"), address),
        image=web_address((show.get("image") or {}).get("href"), address),
        items=with_sure_keys(drafts),
    )


def _parse_entries(document: Document, address: str) -> Any:
    """A document as feedparser reads it. Descriptions are not shown anywhere, and so are not made safe."""
    headers = {"content-location": address, "content-type": "application/xml; charset=utf-8"}
    try:
        return feedparser.parse(
            document.content, sanitize_html=False, resolve_relative_uris=False, response_headers=headers
        )
    except Exception as error:  # whatever a stranger's bytes lead it to
        raise FeedError("a feed that cannot be read") from error


def _item_of(entry: Mapping[str, Any], tags: Tags, address: str, common: tuple[Person, ...]) -> Item:
    """An item; where it names nobody, the persons of the whole show take part."""
    enclosure = _enclosure_of(entry, address)
    title, day = _one_line(entry.get("title")), _date_of(entry)
    return Item(
        keys=keys_of(tags.guid, enclosure, title, day),
        title=title or _file_name(enclosure),
        date=day,
        number=number_in(entry.get("itunes_episode")) if tags.number is None else tags.number,
        season=number_in(entry.get("itunes_season")) if tags.season is None else tags.season,
        link=_link_of(entry, tags.guid, address),
        enclosure=enclosure,
        transcripts=tags.transcripts,
        chapters=tags.chapters,
        chapters_address=tags.chapters_address,
        persons=tags.persons or common,
    )


def _link_of(entry: Mapping[str, Any], guid: str, address: str) -> str | None:
    """The page of an item. A GUID that claims to be one by leaving out that it is not has to look like it."""
    is_guid = bool(entry.get("guidislink")) and not guid.lower().startswith(("http://", "https://"))
    return None if is_guid else web_address(entry.get("link"), address)


def _enclosure_of(entry: Mapping[str, Any], address: str) -> str | None:
    """The address of the recording: of several the first that is one, by its media type."""
    files = [link for link in entry.get("links", ()) if link.get("rel") == "enclosure"]
    recorded = [link for link in files if str(link.get("type", "")).startswith(("audio/", "video/"))]
    return next((found for link in [*recorded, *files] if (found := web_address(link.get("href"), address))), None)


def _date_of(entry: Mapping[str, Any]) -> str | None:
    """The date on which an item was published, as its feed writes it; in UTC where only that can be made out."""
    fields: dict[str, Any] = dict(entry)  # feedparser's own type takes one date for another where that is missing
    for name in ("published", "updated"):
        written, known = str(fields.get(name)), fields.get(f"{name}_parsed")
        for read in (datetime.fromisoformat, parsedate_to_datetime):
            with suppress(ValueError, TypeError, OverflowError):
                return read(written.strip()).date().isoformat()
        with suppress(ValueError):
            if known:
                return date(*known[:3]).isoformat()
    return None


def _one_line(written: object) -> str:
    return clean(written)[:LONGEST_TITLE].strip() if isinstance(written, str) else ""


def _file_name(address: str | None) -> str:
    """The last part of a recording's address, for an episode without a title."""
    return unquote(urlsplit(address or "").path.rpartition("/")[2])[:LONGEST_TITLE]
