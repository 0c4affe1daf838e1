"""Folds variants of letters (full width, Traditional Chinese, accents) into one form, and finds the edges of words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from zlib import crc32

import opencc

HAN_RANGES = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"


"""Chinese characters, as the inside of a character class of a regular expression."""


PAIRED_RANGES = HAN_RANGES + (
    "\u3041-\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3005"  # Japanese syllables
    "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"  # Korean syllables and letters
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ecd"  # Thai, Lao
    "\u1000-\u103f\u1780-\u17d3"  # Burmese, Khmer
)
"""Characters whose words are found by pairs of neighbouring characters, as the inside of a character class: Chinese,
and scripts that have no spaces or whose words grow endings without a seam."""


UNSPACED_LANGUAGES = frozenset(("zh", "ja", "th", "lo", "km", "my"))
"""Languages written without spaces between words."""


APOSTROPHES = "'\u2019\u2018\u02bc\uff07`\u00b4"


JOINERS = "\u00ad\u200c\u200d\u2060"
"""Invisible characters inside of words, as the inside of a character class: the soft hyphen and joiners."""


_PAIRED = re.compile(f"[{PAIRED_RANGES}]")


def is_paired(character: str) -> bool:
    """True if a character is Chinese, or of another script whose words are found by pairs of characters."""
    return _PAIRED.match(character) is not None


def has_paired(text: str) -> bool:
    """True if a text has such characters."""
    return _PAIRED.search(text) is not None


def _mark_ranges() -> str:
    """Combining marks, which regular expressions do not count as letters, as the inside of a character class."""
    codes = [*range(0x0300, 0x3100), *range(0xA66F, 0xABF0), *range(0xFE00, 0xFE30)]
    marks = {code for code in codes if unicodedata.category(chr(code))[0] == "M" and not is_paired(chr(code))}
    starts = sorted(code for code in marks if code - 1 not in marks)
    ends = sorted(code for code in marks if code + 1 not in marks)
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


MARK_RANGES = _mark_ranges() + JOINERS
"""Combining marks and joiners, which are parts of words but no letters, as the inside of a character class."""


_UNMARKED_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ħ": "h", "ŧ": "t", "ı": "i"}
)
"""Letters that Unicode does not decompose into a letter and a mark, as they are typed without them."""


_OPTIONAL_MARKS = re.compile(
    r"[\u0300-\u0305\u0307\u0309-\u036f]"  # accents, but for two:
    r"|(?<![иу])\u0306|(?<!і)\u0308"  # й, ў and ї are letters of their own
    r"|[\u0591-\u05c7\u064b-\u0652\u0670\u0640]"  # vowels of Hebrew and Arabic, which are rarely written
    rf"|[{JOINERS}\ufe00-\ufe0f]"
)


def unaccented(word: str) -> str:
    """A word in small letters without accents and joiners: Ørsted is orsted, Кёльн is кельн."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    bare_letters = _OPTIONAL_MARKS.sub("", unicodedata.normalize("NFKD", folded.translate(_UNMARKED_LETTERS)))
    # Some signs, such as ﷺ, stand for several words.
    return "".join(unicodedata.normalize("NFKC", bare_letters).split()) or folded


def unaccented_words(text: str) -> str:
    """The words of a text, each `unaccented`, with a space between them."""
    return " ".join(map(unaccented, text.split()))


_NO_LETTERS = re.compile(r"[\W_]+")


@cache
def _folding_table() -> dict[int, int]:
    """Map the code of each full-width or Traditional character to that of its ordinary form, one for one."""
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    ideographs = "\n".join(map(chr, range(0x4E00, 0xA000)))
    simplified = opencc.OpenCC("t2s").convert(ideographs)
    if len(simplified) == len(ideographs):
        pairs = zip(ideographs, simplified, strict=True)
        table |= {ord(one): ord(other) for one, other in pairs if one != other}
    return table


def fold(text: str) -> str:
    """The text in Simplified characters of ordinary width; each character keeps its place."""
    return text if text.isascii() else text.translate(_folding_table())


def bare(text: str) -> str:
    """A text reduced to its letters and digits, to compare spellings: folded, casefolded, without punctuation."""
    return _NO_LETTERS.sub(" ", fold(text).casefold()).strip()


def is_han(character: str) -> bool:
    """True if a character is Chinese."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def word_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened to whole words; a character of Chinese or of a script without spaces is a word of its own."""
    while _is_inside_word(text, start):
        start -= 1
    while _is_inside_word(text, end):
        end += 1
    return start, end


def _is_inside_word(text: str, at: int) -> bool:
    """True if the characters before and at a place belong to the same word."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left in APOSTROPHES or right in APOSTROPHES:
        return left.isalnum() or right.isalnum()
    if _is_mark(right):
        return left.isalnum() or _is_mark(left)
    return (left.isalnum() or _is_mark(left)) and right.isalnum() and not is_paired(left) and not is_paired(right)


def _is_mark(character: str) -> bool:
    return not character.isascii() and (unicodedata.category(character)[0] == "M" or character in JOINERS)


FINGERPRINT_BITS = 31
"""So many as a signed number of four bytes has room for."""


def fingerprint(words: str) -> int:
    """A number of so many bits, of the letters and digits alone: words are known again by it, however they are
    punctuated, cased and cut into segments."""
    letters = "".join(filter(str.isalnum, words)).casefold()
    return crc32(letters.encode("utf-8", "surrogatepass")) & (1 << FINGERPRINT_BITS) - 1
