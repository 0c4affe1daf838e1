"""Pages on which names stand in bold, or times, before what is said.

    <h1>On bridges</h1>
    <p><strong>Ada Quill</strong> [00:00:03]: The bridge was never finished.</p>

What is set in bold is marked as in Markdown, and the rows are read as a text with names or times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from transcript.formats.cues import Reading
from transcript.formats.readers.text import labelled
from transcript.formats.source import Source, local_name

_OMITTED = frozenset(
    {"script", "style", "head", "nav", "form", "footer", "aside", "button", "svg", "noscript", "template", "select"}
)
"""Elements that have nothing that was said."""


_INLINE = frozenset(
    {"a", "span", "b", "strong", "i", "em", "u", "small", "mark", "abbr", "time", "cite", "font", "sup", "sub", "q"}
)
"""Elements within a row; all others begin one."""


_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}


_ROOTS = frozenset({"html", "body", "div", "article", "p", "main", "section", "dl", "h1", "h2"})


FEWEST_WORDS = 25
"""Words of a page, at least: one on which somebody is to sign in has labels before colons too."""


DEEPEST = 100
"""Levels of elements that are looked into."""


def recognises(source: Source) -> bool:
    """True if a page has rows that begin with a name or a time, and as many words as a transcript."""
    if source.root_tag not in _ROOTS:
        return False
    text = _as_text(source)
    return len(text.text.split()) >= FEWEST_WORDS and labelled.recognises(text)


def read(source: Source) -> Reading:
    return labelled.read(_as_text(source))


def _as_text(source: Source) -> Source:
    """The page's rows, with a blank one between paragraphs."""
    pieces = "".join(_pieces(source.html, 0)) if source.html is not None else ""
    rows = (" ".join(row.split()) for row in pieces.split("\n"))
    return Source("\n".join(row if row.strip("#* ") else "" for row in rows))


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _pieces(element: etree._Element, depth: int) -> Iterator[str]:
    name = local_name(element)
    if name in _OMITTED or depth > DEEPEST:
        return
    bold = name in ("b", "strong", "dt")
    edge = "" if name in _INLINE else "\n" if name == "br" else "\n\n"
    yield edge + _HEADINGS.get(name, "")
    words = [_one_line(element.text)]
    for child in element:
        words += [*_pieces(child, depth + 1), _one_line(child.tail)]
    whole = "".join(words)
    text = whole.strip() if bold else ""
    yield f"**{text}** " if text and "\n" not in text and "**" not in text else whole
    yield edge if name != "br" else ""
