"""The format of interviews with a translation under each passage: `(mm:ss) Speaker:`, English, Chinese.

Any other language may stand for either of the two, and the translation may be missing.

    2025-06-30 Guest Name.The title            the head, often twice
    Transcript
    A chapter's title                          then its Chinese title
    (00:13:10)                                 hours always: a chapter
    What it is about                           then the same in Chinese
    (13:10) Speaker:                           a segment; `(13:42)` alone: the speaker goes on
    What was said.                             then the same in Chinese

White lines, no-break spaces and text on the stamp's own line are found anywhere.
"""

from transcript.formats.bilingual.parser import parse, recognises

__all__ = ["parse", "recognises"]
