"""Verifies a claimed quote: finds where it was said, by whom, and the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transcript.claims import Claim, read_claims
from transcript.comparison import RULED, SAID, Piece
from transcript.language.normalise import bare, word_edges
from transcript.language.sentences import Range, glue
from transcript.library import Library, second_of
from transcript.models import Language
from transcript.verdicts.credited import Credit, credit_of, is_called
from transcript.verdicts.evidence import Found
from transcript.verdicts.fragments import Fragments, are_apart, are_in_order
from transcript.verdicts.recognition import is_recognised
from transcript.verdicts.retrieval import find
from transcript.verdicts.verdict import Candidate, Checkup, Verdict, VerdictKind

MOST_VERDICTS = 5
"""Quotes of a message that are checked at once."""


MOST_SEGMENTS = 60
"""Segments over which a claim may run, at most."""


def verify(library: Library, claim: str, *, speaker: str | None = None) -> tuple[Verdict, ...]:
    """A verdict on each quote of a claim as it was pasted, at least one and at most `MOST_VERDICTS`.

    `speaker` is who is said to have said it, where the claim does not name one. Any text gets a verdict.
    """
    claims = read_claims(claim, library.has_speaker)
    if not claims:
        return (_not_found(claim.strip(), credit_of(library, speaker, None)),)
    return check_claims(library, claims, speaker=speaker).verdicts


def check_claims(library: Library, claims: Sequence[Claim], *, speaker: str | None = None) -> Checkup:
    """The verdicts on claims that are read already, and the claims past `MOST_VERDICTS`."""
    verdicts: list[Verdict] = []
    for place, claim in enumerate(claims):
        if len(verdicts) >= MOST_VERDICTS:
            return Checkup(tuple(verdicts), tuple(claims[place:]))
        verdicts += _verdicts_of(library, claim, speaker)[: MOST_VERDICTS - len(verdicts)]
    return Checkup(tuple(verdicts))


def _verdicts_of(library: Library, claim: Claim, speaker: str | None) -> list[Verdict]:
    """The verdict on a claim, or on each quote in it where the words around them were not said with them."""
    whole = _of_either_reading(library, claim, speaker)
    if not claim.quotes:
        return [whole]
    quoted = sum(len(bare(quote.text)) for quote in claim.quotes)
    same = sum(len(bare(claimed)) for kind, _, claimed in whole.diff if kind == "same")
    if same >= (quoted + len(bare(claim.text))) / 2:
        return [whole]
    return [_of_either_reading(library, quote, speaker) for quote in claim.quotes]


def _of_either_reading(library: Library, claim: Claim, speaker: str | None) -> Verdict:
    """The verdict on a claim, with the words that credit it where they were said themselves, right before the rest or
    after it."""
    verdict = _verdict_on(library, Claim(claim.text, claim.speaker or speaker))
    if not (claim.lead or claim.trail) or verdict.episode is None or verdict.segment is None or not verdict.language:
        return verdict
    before, after = _words_beside(library, verdict.episode, verdict.segment, verdict.span, verdict.language)
    if not _ends_with(before, bare(claim.lead)) or not _begins_with(after, bare(claim.trail)):
        return verdict
    return _verdict_on(library, Claim(claim.lead + claim.text + claim.trail, claim.otherwise or speaker))


def _words_beside(library: Library, episode: str, segment: int, span: Range, language: Language) -> tuple[str, str]:
    """The text right before and after a span, as letters: of its first segment, and up to the segment after it."""
    text, rest = "", ""
    for one in library.segments(episode, segment, segment + MOST_SEGMENTS):
        added = one.text.get(language)
        if added is None or len(text) > span[1]:
            rest = added or ""
            break
        text = text + glue(language) + added if text else added
    return bare(text[: span[0]]), bare(text[span[1] :] + glue(language) + rest)


def _begins_with(text: str, words: str) -> bool:
    """True if a text begins with these words, whole."""
    return text.startswith(words) and word_edges(text, 0, len(words))[1] == len(words)


def _ends_with(text: str, words: str) -> bool:
    """True if a text ends with these words, whole."""
    at = len(text) - len(words)
    return text.endswith(words) and word_edges(text, at, len(text))[0] == at


def _verdict_on(library: Library, claim: Claim) -> Verdict:
    fragments = Fragments(library, claim.text, claim.speaker)
    ends = fragments.ends()
    if len(ends) > 1 and (parts := fragments.stitched()):
        return _joined_verdict(_verdict_of_found(library, claim, parts[0]), parts)
    # Of fragments from afar that are little of it, the most was said elsewhere.
    near = list(ends.values()) if len(ends) == 1 or len("".join(ends)) >= (1 - SAID) * len(claim.text) else []
    found = find(library, claim.text, claim.speaker, near=near)
    if len(near) == 1 and not _is_there(found):
        found = find(library, claim.text, claim.speaker, known=found)
    whole = found[0] if _is_there(found) else None
    if (whole is None or _may_be_fragments(whole, fragments)) and (parts := fragments.stitched()):
        return _joined_verdict(_verdict_of_found(library, claim, parts[0]), parts)
    others = tuple(_candidate_of(one) for one in found)
    if whole is None:
        return _not_found(claim.text, credit_of(library, claim.speaker, next(iter(found), None)), others)
    return replace(_verdict_of_found(library, claim, whole), candidates=others[1:])


def _not_found(claim: str, credit: Credit, candidates: tuple[Candidate, ...] = ()) -> Verdict:
    return Verdict(
        claim, "not_found", claimed_speaker=credit.speaker, unknown_speaker=credit.unknown, candidates=candidates
    )


def _may_be_fragments(whole: Found, fragments: Fragments) -> bool:
    """True if the claim is altered where the whole of it was found, and its fragments may have been said elsewhere."""
    return whole.judgement.wording == "altered" and not fragments.are_altered_within(whole)


def _is_there(found: Sequence[Found]) -> bool:
    """True if the likeliest place has so much of a claim that it was said there, altered or not."""
    return bool(found) and found[0].judgement.said and is_recognised(found[0])


def _verdict_of_found(library: Library, claim: Claim, found: Found) -> Verdict:
    """The verdict on a claim whose words were found."""
    judgement = found.judgement
    head = library.episode(found.episode)
    kind: VerdictKind = judgement.wording
    shared = len(found.voices) > 1
    credit = credit_of(library, claim.speaker, found)
    credited = claim.speaker if found.voices and credit.speaker else None
    if kind != "altered" and credited and (shared or not is_called(library, found, credited)):
        kind = "misattributed"
    elif kind == "verbatim" and shared and found.language in RULED:
        kind = "close"
    reasons = judgement.reasons or (("several speakers",) if shared else ())
    return Verdict(
        claim.text,
        kind,
        speaker=found.segment.speaker,
        claimed_speaker=credit.speaker,
        unknown_speaker=credit.unknown,
        episode=found.episode,
        segment=found.segment.index,
        start=found.segment.start,
        at=second_of(library, found.episode, found.segment, found.span[0], found.language),
        span=found.span,
        text=found.text,
        language=found.language,
        translation=head is not None and found.language != head.original,
        changes=judgement.changes,
        reasons=reasons if kind in ("altered", "close") else (),
        diff=judgement.diff,
        left_out=judgement.left_out,
        voices=found.voices,
    )


def _candidate_of(found: Found) -> Candidate:
    segment = found.segment
    return Candidate(found.episode, segment.index, found.span, found.language, segment.start, segment.speaker)


def _joined_verdict(verdict: Verdict, parts: list[Found]) -> Verdict:
    """The verdict on fragments that were joined: close at best."""
    return replace(
        verdict,
        kind="close" if verdict.kind == "verbatim" else verdict.kind,
        reasons=("joined fragments", *verdict.reasons),
        text=" … ".join(part.text for part in parts),
        diff=_with_gaps([part.judgement.diff for part in parts]),
        left_out=tuple(words for part in parts for words in part.judgement.left_out),
        stitched=tuple((part.segment.index, part.segment.start) for part in parts)
        if are_apart(parts) or not are_in_order(parts)
        else (),
        candidates=tuple(_candidate_of(part) for part in parts[1:]),
    )


def _with_gaps(diffs: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """The differences of fragments in a row, with a mark between them."""
    gap: Piece = ("same", "…", "…")
    return tuple(piece for at, diff in enumerate(diffs) for piece in (*([gap] if at else []), *diff))
