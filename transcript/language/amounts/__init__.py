"""Amounts in words and figures, in English and Chinese: where they stand, what they say, and what says the same.

Two libraries for number words were measured and not taken: text2num reads "nineteen oh five" as 19 and 5, "2.5 million"
as 2.5 and 1000000, and cn2an leaves 两成 and mixed figures alone; neither gives places in the text.
"""

from transcript.language.amounts.amount import Amount, same_amount
from transcript.language.amounts.chinese import chinese_number
from transcript.language.amounts.reader import read_amounts
from transcript.language.amounts.terms import (
    MAY_BE_AMOUNT,
    Piece,
    amount_pieces,
    amount_weight,
    has_vulgar_fraction,
    join_amounts,
)

__all__ = [
    "MAY_BE_AMOUNT", "Amount", "Piece", "amount_pieces", "amount_weight", "chinese_number", "has_vulgar_fraction",
    "join_amounts", "read_amounts", "same_amount",
]  # fmt: skip
