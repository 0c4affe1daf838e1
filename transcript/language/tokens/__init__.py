"""Text as terms, each with its place: words by their stems, numbers by their values, Chinese by pairs of characters.

Queries and transcripts go through the same rules, so that one thing in two spellings is one term.
"""

from transcript.language.tokens.tokens import (
    Columns,
    Token,
    Word,
    compound_parts,
    split_pieces,
    split_words,
    terms,
    terms_in,
    token_columns,
    token_of,
    tokenise,
)

__all__ = [
    "Columns",
    "Token",
    "Word",
    "compound_parts",
    "split_pieces",
    "split_words",
    "terms",
    "terms_in",
    "token_columns",
    "token_of",
    "tokenise",
]
