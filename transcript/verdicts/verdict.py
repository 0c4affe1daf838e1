"""The verdict on a claimed quote, and on the quotes of a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from transcript.claims import Claim
from transcript.comparison import Change, Piece
from transcript.language.sentences import Range
from transcript.models import Citation, Language

VerdictKind = Literal["verbatim", "close", "altered", "misattributed", "not_found"]


@dataclass(frozen=True, slots=True)
class Candidate(Citation):
    """A place that may be meant. `start` is its segment's, in seconds."""

    start: float | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a claimed quote.

    `claim` is its words alone. `kind` is that of the wording, save that right words which another speaker is credited
    with are `misattributed`. `claimed_speaker` is who is credited, by the name that the transcripts have, if any.
    `unknown_speaker` is the name that the claim credits, where nobody in the transcripts has it; it credits nobody,
    unless it is clearly a person's.
    `speaker` said the words that are found, or the first of them, which are `text`: in `segment` of `episode`, from
    `start` (seconds), at `span` of its text in `language`, which may run on as `passage_of` takes it. `translation` is
    whether that is not the language that was spoken. All of this is empty for `not_found`.

    `voices` are all who said them; words of several are `close` at best, and `misattributed` where one is credited.

    `at` is the second of the first word: `start`, until a transcript says when each word begins.

    `changes` are the words that change what is said, the transcript's and the claim's, either of which may be "".
    `reasons` are names: of the kind of each change, in their order, or for `close`, which has no changes, of the rules
    by which the words are allowed to differ. The names are those of `comparison.KINDS` and `comparison.RULES`.
    `diff` is all words of both, in order. `left_out` is what an elision leaves out. `stitched` are segment and second
    of each fragment, where fragments from afar were joined. `candidates` are other places that may be meant, the
    likeliest first; for `not_found` they are the nearest.
    """

    claim: str
    kind: VerdictKind
    speaker: str | None = None
    claimed_speaker: str | None = None
    unknown_speaker: str | None = None
    episode: str | None = None
    segment: int | None = None
    start: float | None = None
    at: float | None = None
    span: Range = (0, 0)
    text: str = ""
    language: Language | None = None
    translation: bool = False
    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()
    diff: tuple[Piece, ...] = ()
    left_out: tuple[str, ...] = ()
    stitched: tuple[tuple[int, float | None], ...] = ()
    candidates: tuple[Candidate, ...] = ()
    voices: tuple[str, ...] = ()


class Checkup(NamedTuple):
    """The verdicts on a message's first quotes, and those of its quotes that were not checked."""

    verdicts: tuple[Verdict, ...]
    unchecked: tuple[Claim, ...] = ()
