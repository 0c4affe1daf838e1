"""Tags that feedparser drops or changes: an item's GUID, and its elements of the podcast namespace, of which it
keeps one of several.

<podcast:transcript url="https://…/1.vtt" type="text/vtt" language="en" rel="captions"/>
<podcast:chapters url="https://…/1.json" type="application/json+chapters"/>
<podcast:person role="guest" group="cast" href="https://…">Ada Lovelace</podcast:person>
<podcast:season name="Egypt">3</podcast:season> <podcast:episode display="Ch. 3">204</podcast:episode>
<psc:chapters><psc:chapter start="00:43.137" title="Greeting"/></psc:chapters>
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from transcript.feeds.document import local_name_of
from transcript.feeds.feed import Person, TranscriptLink
from transcript.formats.markup import clean
from transcript.formats.stamps import seconds
from transcript.models import Language

PODCAST = (
    "https://podcastindex.org/namespace/1.0",
    "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
)
"""The two addresses of the podcast namespace, in small letters: of its text, and of the page that it began on."""


SIMPLE_CHAPTERS = "http://podlove.org/simple-chapters"


BASE = "{http://www.w3.org/XML/1998/namespace}base"


ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


LONGEST_ADDRESS = 2000
"""Characters of an address, past which servers and proxies refuse it."""


LONGEST_NAME = 100
"""Characters of a person's name."""


MOST_ALIKE = 100
"""Elements of a kind that are read of one item: transcripts and persons. No show has as many."""


MOST_CHAPTERS = 1000
"""Chapters that are read of one item."""


@dataclass(frozen=True, slots=True)
class Tags:
    """An item's own elements, as `transcript.feeds.feed.Item` has them, and its GUID as it is written."""

    guid: str

    transcripts: tuple[TranscriptLink, ...]
    chapters: tuple[tuple[float, str], ...]
    chapters_address: str | None
    persons: tuple[Person, ...]
    number: int | None
    season: int | None


def items_of(root: Element) -> list[Element]:
    """The elements of a feed's items, in their order."""
    return [element for element in root.iter() if local_name_of(element) in ("item", "entry")]


def base_of(root: Element, address: str) -> str:
    """The address from which relative ones in a feed are meant, which was fetched from `address`."""
    channel = next((child for child in root if local_name_of(child) == "channel"), None)
    return _join_address(_join_address(address, root.get(BASE)), None if channel is None else channel.get(BASE))


def _join_address(base: str, written: str | None) -> str:
    return web_address(written, base) or base


def tags_of(item: Element, base: str) -> Tags:
    """The podcast elements of an item in a feed whose relative addresses are meant from `base`."""
    base = _join_address(base, item.get(BASE))
    chapters = next(_podcast_elements(item, "chapters"), None)
    return Tags(
        guid=_guid_of(item),
        transcripts=_transcripts_of(item, base),
        chapters=_simple_chapters(item),
        chapters_address=web_address(chapters.get("url"), base) if chapters is not None else None,
        persons=persons_of(item),
        number=_whole_number(item, "episode"),
        season=_whole_number(item, "season"),
    )


def persons_of(parent: Element) -> tuple[Person, ...]:
    """Those whom an item or a show names, each once in a role."""
    named = (
        Person(
            clean(element.text or "")[:LONGEST_NAME].strip(), (element.get("role") or "host").strip().casefold()[:50]
        )
        for element in _first_few(_podcast_elements(parent, "person"))
    )
    return tuple(dict.fromkeys(person for person in named if person.name))


def web_address(written: str | None, base: str) -> str | None:
    """An address as it can be fetched; None where it is of no web page, or has a password in it."""
    if not written or len(written) > LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(urljoin(base, written.strip()))
        _ = parts.port  # raises for what is no number
    except ValueError:
        return None
    fits = parts.scheme in ("http", "https") and parts.hostname and not parts.username and not parts.password
    address = parts.geturl()
    return address if fits and address.isprintable() and len(address) <= LONGEST_ADDRESS else None


def language_code(written: str | None) -> Language | None:
    """The code of a language, without its country: `en` for `en-us`; None where it is no code."""
    code = (written or "").replace("_", "-").partition("-")[0].strip().casefold()
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else None


def _guid_of(item: Element) -> str:
    """The text of the GUID of RSS, the id of Atom, or what RSS 1.0 is about: not an address, so not resolved."""
    written = (child.text for child in item if local_name_of(child) in ("guid", "id") and not _in_podcast(child))
    return clean(next(filter(None, written), item.get(ABOUT, "")))


def _transcripts_of(item: Element, base: str) -> tuple[TranscriptLink, ...]:
    found: dict[str, TranscriptLink] = {}
    for element in _first_few(_podcast_elements(item, "transcript")):
        address = web_address(element.get("url"), base)
        if address is not None:
            kind = (element.get("type") or "").partition(";")[0].strip().casefold()[:100]
            found.setdefault(address, TranscriptLink(address, kind, language_code(element.get("language"))))
    return tuple(found.values())


def _simple_chapters(item: Element) -> tuple[tuple[float, str], ...]:
    heads: list[tuple[float, str]] = []
    for element in item.iter(f"{{{SIMPLE_CHAPTERS}}}chapter"):
        start, title = seconds(element.get("start")), clean(element.get("title") or "")
        if start is not None and title and len(heads) < MOST_CHAPTERS:
            heads.append((start, title))
    return tuple(sorted(heads))


def _whole_number(item: Element, name: str) -> int | None:
    element = next(_podcast_elements(item, name), None)
    return None if element is None else number_in(element.text)


def number_in(written: str | None) -> int | None:
    """A whole number as feeds write it: `204`, `204.0`."""
    digits = (written or "").strip().partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 6 else None


def _podcast_elements(parent: Element, name: str) -> Iterator[Element]:
    """The children of that name, under either address of the namespace."""
    for child in parent:
        if local_name_of(child) == name and _in_podcast(child):
            yield child


def _in_podcast(element: Element) -> bool:
    return element.tag[1:].rpartition("}")[0].casefold() in PODCAST


def _first_few(elements: Iterator[Element]) -> Iterator[Element]:
    return (element for element, _ in zip(elements, range(MOST_ALIKE), strict=False))
