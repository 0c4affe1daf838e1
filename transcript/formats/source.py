"""A file's text, and what it is as JSON, XML or rows, each found out once and only when it is asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from lxml import etree, html

MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype[^>]*>\s*)?<([A-Za-z][\w:.-]*)", re.DOTALL | re.I
)
"""The beginning of a marked-up text, with its first tag."""


LINE_ENDS = "\x0b\x85\u2028\u2029"
"""Ends of lines but for the usual ones, which may stand in a string of JSON as they are."""


MOST_BLANKS = 8
"""Blanks one after the other that may mean something: patterns that look for names and times try each."""


_LONG_BLANK = re.compile(rf"[^\S\n]{{{MOST_BLANKS + 1},}}")


_ANY_END = re.compile(r"</|/>|<[A-Za-z]+\s[^<>]{0,200}=")
"""A tag that ends another or itself, or has an attribute."""


_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")


_TO_NEXT_VALUE = re.compile(r"\s*(?=[\[{])")


@dataclass(frozen=True)  # no slots: cached properties need a place
class Source:
    text: str

    @cached_property
    def rows(self) -> list[str]:
        """Its lines, which some word processors end with signs of their own, with a few blanks in a row at most."""
        text = _LONG_BLANK.sub(lambda match: match[0][:MOST_BLANKS], self.text)
        for sign in LINE_ENDS:
            text = text.replace(sign, "\n") if sign in text else text
        return text.split("\n")

    @cached_property
    def json(self) -> Any:
        """The value, a list of them where several stand one after the other, or None where it is no JSON."""
        if self.text.lstrip()[:1] not in ("{", "["):
            return None
        try:
            return json.loads(self.text)
        except json.JSONDecodeError as error:
            several = error.msg == "Extra data"
        except (ValueError, RecursionError):
            return None
        return _json_values(self.text) if several else None

    @cached_property
    def root_tag(self) -> str:
        """The name of the first tag in small letters, without its prefix; empty for what is not marked up."""
        match = MARKUP.match(self.text[:5_000])
        return match[1].rpartition(":")[2].casefold() if match else ""

    @property
    def is_marked_up(self) -> bool:
        """True if it begins with a tag, and no text with names as `<Ada>`."""
        return bool(self.root_tag) and _ANY_END.search(self.text) is not None

    @cached_property
    def xml(self) -> etree._Element | None:
        """The root element, as far as the text is well formed. Nothing outside of it is read, no entity expanded."""
        declared = _DECLARATION.match(self.text)
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True,
                                 remove_pis=True)  # fmt: skip
        return _parse_root(self.text[declared.end() if declared else 0 :], parser)

    def elements(self, *names: str) -> Iterator[etree._Element]:
        """The root when it begins, then each element of one of these names when it has ended.

        An element is emptied after it was looked at, so that of a large file there is never a whole tree.
        """
        declared = _DECLARATION.match(self.text)
        content = BytesIO(self.text[declared.end() if declared else 0 :].encode("utf-8", "replace"))
        events = etree.iterparse(content, events=("start", "end"), recover=True, resolve_entities=False,
                                 no_network=True, remove_comments=True, remove_pis=True)  # fmt: skip
        root: etree._Element | None = None
        try:
            for event, element in events:
                if root is None:
                    root = element
                    yield root
                elif event == "end" and local_name(element) in names:
                    yield element
                    _free_element(element)
        except etree.XMLSyntaxError:  # what came before it is read
            return

    @cached_property
    def html(self) -> etree._Element | None:
        """The root element of a page, however it is written."""
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
        return _parse_root(self.text, parser)


def _json_values(text: str) -> list[Any] | None:
    """The values that stand one after the other; None where anything else stands between them."""
    decoder, values, at = json.JSONDecoder(), [], 0
    try:
        while match := _TO_NEXT_VALUE.match(text, at):
            value, at = decoder.raw_decode(text, match.end())
            values.append(value)
    except (ValueError, RecursionError):
        return None
    return None if text[at:].strip() else values


def _parse_root(text: str, parser: Any) -> etree._Element | None:
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _free_element(element: etree._Element) -> None:
    """Free what is in an element, and the elements before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local_name(element: etree._Element) -> str:
    """An element's name in small letters, without its namespace."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].casefold() if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its name, in whatever namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2].rpartition(":")[2] == name:
            return str(value)
    return None
