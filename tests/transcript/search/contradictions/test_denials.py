"""A query that denies what its passage says, or says what it denies, is never sure."""

from __future__ import annotations

import pytest

from tests.transcript.search.contradictions.contraries import assert_only_the_fair_is_sure
from transcript.library import Library


@pytest.mark.parametrize(
    ("contrary", "fair"),
    [
        (  # a denial left out, which small words part from what it denies
            "harbour master decided for us that we did need any railing on the piers",
            "harbour master decided for us we needed no railing on the piers",
        ),
        (  # a denial put in, and the one that is there belongs to another sentence
            "i sent the abbot a letter saying i am never going on pilgrimage",
            "i sent the abbot a letter saying i am going on pilgrimage so don't burn the granary",
        ),
        (  # a denial that ends with its sentence
            "a generation of bells for churches never had trouble with the clapper",
            "one generation of bells for churches had trouble with the clapper",
        ),
        (  # a word that reverses what is behind it
            "the bell of the crier is something that the council stopped investing in",
            "the bell of the crier is something that the council puts money in, investing in news",
        ),
        (  # a denial put in, where a little denies nothing
            "i spent no winter days skating on the canal",
            "i spent winter days skating on the canal",
        ),
        (  # something else denied
            "when they join the guild it's for the wages, not for the honour of the tower",
            "when they join the guild it's more the honour of the tower, not the wages",
        ),
        (  # a denial left out, beside a small word that stands elsewhere
            "the best chats with my neighbours that I have are when we are tending the orchard",
            "the best chats with my neighbours are when we are not tending the orchard",
        ),
        (  # a denial put in, far from one that is there
            "the engineers blamed nobody, the potters said it was their fault",
            "the engineers blamed the kiln, the potters said it wasn't their fault",
        ),
        (  # a denial with a slip in it is one
            "we could paint the lantern after the flood, that would ruin the enamel",
            "we coudnt paint the lantern after the flood, that would ruin the enamel",
        ),
        (  # a verb that is denied
            "around the harbour you would meet a baker in an apron",
            "around the harbour you would not meet a baker in an apron",
        ),
        (  # a denial put in, between words that are neighbours
            "the worst trouble of the ferry was not the rudder",
            "the worst trouble of the ferry was the rudder",
        ),
        (  # what is denied before the words that are quoted
            "I wish the barn was painted red, like the mill that I saw in Ghent",
            "I wish the barn wasn't painted red like the mill that I saw in Ghent",
        ),
        (  # a denial put in, among other words
            "the tollgate keepers have no temptation to keep building new tollgates",
            "the tollgate keepers have this temptation to go on building new tollgates",
        ),
        (  # a denial put in, where only stands behind what is denied
            "I am not an admirer of Orval",
            "I am an admirer of Orval",
        ),
        (  # a denial left out, and not the one behind it
            "my niece trusts a sundial even if it doesn't agree with her watch",
            "my niece never trusts a sundial if it doesn't agree with her watch",
        ),
        (  # a verb that is denied in the passage, in one word with its denial
            "in a beekeepers tavern you would look ridiculous in a veil",
            "in a beekeepers tavern you would not look ridiculous in a veil",
        ),
        (  # each denies what the other affirms
            "the idea is to forge the sharper hammer, not to have several chisels in your chest",
            "it's about having several chisels in the chest and not forging a sharper hammer",
        ),
        (  # something else denied, behind it in another clause
            "it began with admitting that the hoops are the trouble, it's not me",
            "it began with admitting that i'm the trouble, it's not the hoops",
        ),
        (  # a denial left out, of what is thought
            "the drovers will surge over the pass in march and they will sell their wool",
            "the drovers won't surge over the pass in march, but they will sell their wool",
        ),
        (  # what denies a word that denies affirms
            "he sold the piano to a sailor who was an unkind man",
            "he sold the piano to a sailor, and that was a kind man",
        ),
    ],
)
def test_a_denial_put_in_left_out_or_moved_is_not_sure(library: Library, contrary: str, fair: str) -> None:
    assert_only_the_fair_is_sure(library, contrary, fair)
