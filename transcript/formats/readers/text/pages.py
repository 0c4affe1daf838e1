"""Pages on which names stand in bold, or times, before what is said, and those that are called a transcript.

    <h1>On bridges</h1>
    <p><strong>Ada Quill</strong> [00:00:03]: The bridge was never finished.</p>

What is set in bold is marked as in Markdown, and the rows are read as a text with names or times.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from transcript.formats.cues import Reading
from transcript.formats.readers.text import labelled, plain, recognition
from transcript.formats.readers.text.clocks import are_rising
from transcript.formats.readers.text.turns import clock_of
from transcript.formats.source import Source, local_name
from transcript.formats.speakers import is_name
from transcript.formats.stamps import CLOCK, clock, milliseconds

_OMITTED = frozenset(
    {"script", "style", "head", "nav", "form", "footer", "aside", "button", "svg", "noscript", "template", "select"}
)
"""Elements that have nothing that was said."""


_INLINE = frozenset(
    {"a", "span", "b", "strong", "i", "em", "u", "small", "mark", "abbr", "time", "cite", "font", "sup", "sub", "q"}
)
"""Elements within a row; all others begin one."""


_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### "}


_ROOTS = frozenset({"html", "body", "div", "article", "p", "main", "section", "dl", "h1", "h2"})


_BESIDE_THE_TEXT = re.compile(
    r"(?:^|[\s_-])(?:subscri\w*|newsletters?|signup|cookies?|breadcrumbs?|related|social)(?:$|[\s_-])", re.IGNORECASE
)
"""Names that sites give to what they show beside a text."""


LONGEST_BESIDE = 400
"""Characters of it: what has more is the text."""


_TIMES = ("data-m", "data-start", "data-begin", "data-time", "data-timestamp")
"""Attributes with the time at which an element's words are said; the first, Hyperaudio's, in milliseconds."""


FEWEST_TIMES = 3
"""Times that a text has at least for them to be those of its words."""


FEWEST_WORDS_OF_PAGE = 25
"""Words of a page, at least: one on which somebody is to sign in has labels before colons too."""


DEEPEST = 100
"""Levels of elements that are looked into."""


_SHOWN_TIME = re.compile(rf"(?<![\d:]){CLOCK}(?![\d:])")


def recognises(source: Source) -> bool:
    """True if a page has rows that begin with a name or a time, and as many words as a transcript."""
    if source.root_tag not in _ROOTS:
        return False
    text = _as_text(source)
    if len(text.text.split()) < FEWEST_WORDS_OF_PAGE:
        return False
    return recognition.recognises(text) or (_is_called_transcript(source) and plain.recognises(text))


def read(source: Source) -> Reading:
    text = _as_text(source)
    return labelled.read(text, is_page=True) if recognition.recognises(text) else plain.read(text)


def _is_called_transcript(source: Source) -> bool:
    """True if the page's title says so: without names and times it might be about anything."""
    titles = source.html.iter("title", "h1") if source.html is not None else ()
    return any("transcript" in "".join(map(str, title.itertext())).casefold() for title in titles)


def _as_text(source: Source) -> Source:
    """The page's rows, with a blank one between paragraphs."""
    if source.html is None:
        return Source("")
    if any(name in source.text for name in _TIMES):
        _show_times(source.html)
    pieces = "".join(_text_pieces(source.html, 0, _names_in_headings(source.html)))
    rows = (" ".join(row.split()) for row in pieces.split("\n"))
    return Source("\n".join(row if row.strip("#* ") else "" for row in rows))


def _show_times(page: etree._Element) -> None:
    """Give elements that say when their words are said a `begin`, one a second and paragraph, where none is shown."""
    if len(_SHOWN_TIME.findall("".join(map(str, page.itertext())))) >= FEWEST_TIMES:
        return
    name = max(_TIMES, key=lambda name: sum(1 for _ in page.iterfind(f".//*[@{name}]")))
    timed = [(element, second) for element in page.iterfind(f".//*[@{name}]")
             if (second := _second_in(element.get(name, ""), name)) is not None]  # fmt: skip
    if len(timed) < FEWEST_TIMES or not are_rising([second for _, second in timed]):
        return
    before: tuple[int, etree._Element | None] = (-1, None)
    for element, second in timed:
        whole = int(second)
        if (whole, element.getparent()) != before:
            before = (whole, element.getparent())
            element.set("begin", f"{whole // 3600}:{whole // 60 % 60:02}:{second % 60:06.3f}")


def _second_in(written: str, attribute: str) -> float | None:
    return milliseconds(written) if attribute == _TIMES[0] else clock(written.removesuffix("s"))


def _one_line(text: str | None) -> str:
    return _WHITE.sub(" ", text) if text else ""


_WHITE = re.compile(r"\s+")


def _names_in_headings(page: etree._Element) -> frozenset[str]:
    """The names in headings of a level at which some come again: of who speaks in the paragraphs below."""
    texts = [
        (element.tag, _one_line("".join(map(str, element.itertext()))).strip()) for element in page.iter(*_HEADINGS)
    ]
    names = Counter((level, text) for level, text in texts if is_name(text))
    levels = {level for (level, _), count in names.items() if count > 1}
    return frozenset(text for level, text in names if level in levels)


def _text_pieces(element: etree._Element, depth: int, names: frozenset[str]) -> Iterator[str]:
    name = local_name(element)
    if name in _OMITTED or depth > DEEPEST or _is_beside_the_text(element):
        return
    words = [_one_line(element.text)]
    for child in element:
        words += [*_text_pieces(child, depth + 1, names), _one_line(child.tail)]
    whole = "".join(words)
    if name in ("td", "th") and "\n" not in whole:  # cells that are more than words only lay out the page
        yield f"| {whole.strip()} "
        return
    named = name in _HEADINGS and whole.strip() in names
    bold = named or name in ("b", "strong", "dt")
    edge = "" if name in _INLINE else "\n" if name == "br" else "\n\n"
    yield edge if named else edge + _HEADINGS.get(name, "")
    if clock_of(element.get("begin", "")) is not None:
        yield f"[{element.get('begin')}] "
    text = whole.strip() if bold else ""
    yield f"**{text}** " if text and "\n" not in text and "**" not in text else whole
    yield edge if name != "br" else ""


def _is_beside_the_text(element: etree._Element) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if len(names) < 2 or not _BESIDE_THE_TEXT.search(names):
        return False
    return len("".join(map(str, element.itertext()))) < LONGEST_BESIDE
