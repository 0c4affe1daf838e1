"""The bytes of a feed become a well-formed document: decoded, without what XML forbids, mended where it is broken."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from html.entities import html5
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

import defusedxml.ElementTree
from defusedxml import DefusedXmlException
from lxml import etree

from transcript.feeds.feed import EntitiesError, FeedError
from transcript.formats.encodings import decode
from transcript.formats.source import Source, local_name

ROOTS = ("rss", "feed", "rdf")
"""Names of the first element of RSS, Atom and RSS 1.0, in small letters."""


MOST_ATTRIBUTES = 100
"""Attributes of an element. feedparser's time grows with their square; what feeds have is fewer than ten."""


_DECLARED = re.compile(rb"""\s{0,100}<\?xml[^>]{0,300}?encoding\s*=\s*["']([A-Za-z][\w.:-]{0,40})["']""")


_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>\s*")


_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 does not allow."""


_STRAY_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)(?:[A-Za-z]\w{1,30};)?")
"""An ampersand that XML does not allow where it stands, with the name of HTML's entity if there is one."""


@dataclass(frozen=True, slots=True)
class Document:
    """A well-formed feed: `content` in UTF-8 without a declaration, and the tree of it."""

    content: bytes
    root: Element


def open_document(content: bytes) -> Document:
    """The document in those bytes. Raises FeedError for what is no feed, and for one that declares entities."""
    text = _DECLARATION.sub("", _FORBIDDEN.sub("", _decode_text(content)).lstrip("\ufeff"), count=1).lstrip()
    written = text.encode()
    try:
        root = _parse_xml(written)
    except ParseError:
        written = _mend_xml(text)
        root = _parsed_again(written)
    if local_name_of(root) not in ROOTS:
        raise FeedError("a page" if local_name_of(root) == "html" else "XML, but no feed")
    if any(len(element.attrib) > MOST_ATTRIBUTES for element in root.iter()):
        raise FeedError("XML that is not meant to be read")
    return Document(written, root)


def _parse_xml(written: bytes) -> Element:
    try:
        root: Element = defusedxml.ElementTree.fromstring(written, forbid_dtd=False)
    except DefusedXmlException as error:
        raise EntitiesError("XML that declares entities") from error
    return root


def _parsed_again(mended: bytes) -> Element:
    try:
        return _parse_xml(mended)
    except (ParseError, RecursionError) as error:
        raise FeedError("XML that is broken") from error


def _mend_xml(text: str) -> bytes:
    """A broken document as far as it can be made out, well formed. Nothing outside of it is read."""
    source = Source(_STRAY_AMPERSAND.sub(_as_xml, text))
    if source.root_tag not in ROOTS:
        raise FeedError("a page" if source.root_tag == "html" else "no XML")
    if source.xml is None or local_name(source.xml) not in ROOTS:
        raise FeedError("XML that is broken")
    mended: bytes = etree.tostring(source.xml, encoding="utf-8", xml_declaration=False)
    return mended


def _as_xml(match: re.Match[str]) -> str:
    """An entity of HTML as its character; of anything else the ampersand, escaped."""
    character = html5.get(match[0].removeprefix("&"), "") if match[0].endswith(";") else ""
    return escape(character) if character else "&amp;" + match[0][1:]


def _decode_text(content: bytes) -> str:
    """The text: as the declaration has it where that holds, UTF-8 where it is that in truth, else a guess."""
    declared = _DECLARED.match(content)
    codec = _codec_named(declared[1].decode("ascii")) if declared else None
    decoded = None if codec and codec.startswith("iso2022") else decode(content)
    if codec and (decoded is None or decoded.doubt):
        try:
            return content.decode(codec)
        except (UnicodeError, ValueError):
            pass
    decoded = decoded or decode(content)
    if decoded is None:
        raise FeedError("no text")
    return decoded.text


def _codec_named(name: str) -> str | None:
    """Python's name of an encoding of text; GB 2312 by the standard that has all its characters and more."""
    try:
        codec = codecs.lookup(name)
        "".encode(codec.name)
    except LookupError:
        return None
    return "gb18030" if codec.name in ("gb2312", "gbk") else codec.name


def local_name_of(element: Element) -> str:
    """An element's name in small letters, without its namespace."""
    return element.tag.rpartition("}")[2].casefold() if isinstance(element.tag, str) else ""
