"""Bytes become text: by a byte order mark, as UTF-8, or in the encoding that they are most likely in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from transcript.language.detection import latin_language

SAMPLE = 64 * 1024
"""Bytes by which an encoding is guessed, of the lines that are not plain ASCII."""


DAMAGED = 0.01
"""A UTF-8 text with fewer wrong bytes than this share of those that are not ASCII is UTF-8 that was damaged."""


FEWEST_HIGH = 6
"""Bytes beyond ASCII from which on a text can be in another script than Latin."""


FEWEST_LETTERS = 20
"""Letters from which on a script is told from another by where its letters lie."""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
"""Byte order marks, how what begins with them is decoded, and how that is called."""


_CANDIDATES = ("shift_jis", "cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "cp874")
"""Encodings of scripts other than Latin, in which transcripts are still found, besides those of two bytes."""


_COMMON = 0.8
"""Least share of a text's characters that are of the commoner half of its two-byte encoding."""


_CODE_PAGES = {
    "cp1250": ("pl", "cs", "sk", "hu", "hr", "ro"),
    "cp1254": ("tr",),
    "cp1257": ("lt", "lv", "et"),
}
"""Windows' encodings of Latin letters, by the languages that need one of its own; all others share cp1252."""


_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and its encoding; `doubt` says what was guessed or mended, if anything."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(content: bytes) -> Decoded | None:
    """The text in a file; None if it is binary. Line ends become `\\n`, also lone carriage returns."""
    decoded = _decode_bytes(content)
    if decoded is None:
        return None
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return Decoded(text, decoded.encoding, decoded.doubt)


def _decode_bytes(content: bytes) -> Decoded | None:
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            text = content.decode(codec, "replace")
            return Decoded(text, name, "some characters are damaged" if "\ufffd" in text else None)
    wide = _without_mark(content)
    if wide is not None:
        return wide
    if 100 * (content.count(0) + len(_CONTROL.findall(content))) > len(content):
        return None
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guess_encoding(content)


def _without_mark(content: bytes) -> Decoded | None:
    """UTF-16 and UTF-32 without a mark: read the right way round, some of any text is blanks, digits and line ends."""
    head = content[:SAMPLE]
    if head.count(0) * 100 < len(head) or len(head) < 8:
        return None
    for codec in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = head[: len(head) - len(head) % 4].decode(codec, "replace")
        plain = sum(sign.isascii() and (sign.isprintable() or sign in "\r\n\t") for sign in text)
        if plain * 33 >= len(text) and text.count("\ufffd") * 100 <= len(text) and "\0" not in text:
            name = codec.rpartition("-")[0]
            return Decoded(content.decode(codec, "replace"), name, "it has no byte order mark")
    return None


def _guess_encoding(content: bytes) -> Decoded:
    text = content.decode("utf-8", "replace")
    foreign = sum(map((0x80).__le__, content[: 16 * SAMPLE]))
    wrong = text.count("\ufffd")
    if wrong <= DAMAGED * foreign:
        return Decoded(text, "utf-8", f"{wrong} bytes are not UTF-8")
    codec = _likely_encoding(content)
    return Decoded(content.decode(codec, "replace"), codec, f"the encoding is a guess: {codec}")


def _likely_encoding(content: bytes) -> str:
    lines = re.findall(rb"[^\r\n]*[\x80-\xff][^\r\n]*", content[: 64 * SAMPLE])
    sample = b"\n".join(lines)[:SAMPLE]
    high = sum(map((0x80).__le__, sample))
    letters = high + sum(map(bytes.isalpha, (sample[at : at + 1] for at in range(len(sample)) if sample[at] < 0x80)))
    if high * 2 > letters and high >= FEWEST_HIGH:
        best = _of_two_bytes(sample) or ("cp1255" if _is_hebrew(sample) else None)
        if best is not None:
            return best
        guess = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
        if guess is not None:
            return guess.encoding
    language = latin_language(content[:SAMPLE].decode("cp1252", "replace"))
    likely = next((page for page, languages in _CODE_PAGES.items() if language in languages), "cp1252")
    return likely if likely != "cp1252" or not _is_broken(sample) else "cp1250"


def _of_two_bytes(sample: bytes) -> str | None:
    """The encoding of Chinese, Korean or Japanese in pairs of bytes whose commoner characters fill the text."""
    pairs = re.findall(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x80-\xff]", sample)
    leads = [pair[0] for pair in pairs if len(pair) > 1]
    high = [pair[0] for pair in pairs if len(pair) > 1 and pair[1] > 0xA0]
    letters = [lead for lead in leads if lead > 0xA3] or [0]
    kana = sum(lead in (0xA4, 0xA5) for lead in high)
    if kana * 5 > len(leads):
        return "euc_jp"
    korean = sum(0xB0 <= lead <= 0xC8 for lead in high)
    if korean > 0.97 * len(letters):
        return "euc_kr"
    shares = {
        "gb18030": sum(0xB0 <= lead <= 0xD7 or 0xA1 <= lead <= 0xA3 for lead in high) / max(1, len(pairs)),
        "big5": sum(0xA1 <= lead <= 0xC6 for lead in leads) / max(1, len(pairs)),
    }
    best = max(shares, key=lambda codec: shares[codec])
    return best if shares[best] >= _COMMON else None


def _is_hebrew(sample: bytes) -> bool:
    """True if all letters of the sample are where cp1255 has Hebrew; some of Russian's commonest are outside."""
    high = [byte for byte in sample if byte >= 0xC0]
    return len(high) >= FEWEST_LETTERS and all(0xE0 <= byte <= 0xFA for byte in high)


def _is_broken(sample: bytes) -> bool:
    """True if the sample read as cp1252 has signs within words, where another encoding has letters."""
    text = sample.decode("cp1252", "replace")
    return bool(re.search(r"[^\W\d_][\ufffd¹³¿¼¾£¥ª®¯±²´µ¶º»]+[^\W\d_]", text))
