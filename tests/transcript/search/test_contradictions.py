"""A query that says something else than its passage is never sure, however many words they share."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, script
from transcript.library import Library
from transcript.search import search

SAID = (
    "For the barge there are ten ropes. For the trawler there are thirty ropes, and each of them has a colour.",
    "People do not care. Rain with thunder is better than silence, as my aunt used to say.",
    "When they join the guild it is not the wages. It is the wages at first, but it is more the honour of the tower.",
    "We could not paint the lantern after the flood, since that would ruin the enamel.",
    "The best chats that I have with my neighbours are when we're not tending the orchard.",
    "The scaffold stood in front of the chapel for a couple of months, like a cage.",
    "The clever masons wasted their afternoons on bad mortar, right, and nobody told them so.",
    "The engineers blamed the kiln, as far as I know. The potters said that it was not their fault.",
    "They dipped the candles in wax that was too cold for them, and the wick fell off in the cellar.",
    "In the orchard there were seven apple trees, and over the years that number went to two.",
    "If you walk around the harbour you wouldn't meet a baker in an apron.",
    "The worst trouble of the ferry was the rudder and it was the rope. Nobody told the captain, and they don't ask.",
    "He sold the piano to a sailor who was not an unkind man.",
    "The porters only have so many hours to carry the trunks upstairs.",
    "The wolves tried to reach the barn initially, but then the shepherds closed the ladder and the wolves gave up.",
    "I find nets to be more of a burden; a plain line has been of use to me since the winter.",
    "I think we neglected this. We should make it easier for apprentices to swap chisels; teaching has become harder.",
    "I'm a big admirer of Orval, and the only reason that we ever found the cove is the lamp.",
    "Think of the keepers of the tollgates: their worst enemy is a map. So there's this temptation on their side to "
    "go on and build new roads and new tollgates.",
    "I wish that it wasn't painted red, the barn, like that mill in Ghent that I saw.",
    "They told the miller that it is not a good idea to spend the winter on a raft.",
    "The gate was a rush job, made as a response to the wolves, and they did it badly.",
    "Every lantern there hangs low. I think the tanner wanted payment from the weaver. I think the weaver was "
    "like, never. There's this whole thing. The tanner really hates the weaver because of that.",
    "The harbour master decided for all of us that we didn't really need any railing on our piers, in spring.",
    "I sent the abbot a letter that said: hey, I'm going on pilgrimage. Don't burn the granary down while I'm gone.",
    "If it was not earlier. There was a generation of bells for churches that had trouble with the clapper then.",
    "The town crier's bell is something that the council is investing in, to think about how news get to the quays.",
    "You have tons of woodcuts that people keep looking at as reference, in the print shop by the old bridge.",
    "I spent some winter days doing a little bit of skating on the canal, just about the opposite of my work.",
    "They asked again, and I think Ghent is the town of the future that you should probably be moving to.",
    "And it seems any time a fall is involved a rope ladder is not going to be the right way to go, as the rungs slip.",
    "I know that it can help, when only the moths are going to see what you are weaving. That's not a good feeling.",
    "It's not accurate, right, but it's roughly, for the parish, you know, it's roughly twenty lanterns per keeper.",
    "I like this choir, the nuns had a lot of new hymns after the organ turned up, and they know it.",
    "So as we see it, it goes towards a smaller barge for these straight trips to the lock, leaving some of the "
    "freight to a larger barge when that is needed.",
    "Orla wrote to me a couple of winters ago when I opened the bakery, and I met her at the fair.",
    "The lock might be behind the second or third bend, and no one rows to the second or third bend of the canal.",
    "I asked the abbess in fact, just yesterday, about thrifty gardening. How thrifty is the cloister these days?",
    "Indeed, the Brewers' Guild, before they got banished, actually made a cider of their own, called Longneck.",
    "That is why it is critical to reveal as little of the vault's plan as possible at the first meeting.",
    "If you take a parish loan, you're going to dig a year to get a year of coal, and then beg the sexton again.",
    "Measured against those other dykes it's actually relatively stable, this embankment.",
    "So not all of it is open heath. Some of the falconry grounds need a fence.",
    "Go got me home from the regatta far quicker than Yoga did, no dig at yoga. I love a match of Go after rowing.",
    "And the way of it is that we maybe get a dozen or more pumpkins for the fair, and maybe just one pumpkin is what "
    "ultimately makes it to the scales, because nobody has room for everything.",
    "It drags on and on, because my niece never trusts a sundial if it doesn't agree well with her watch.",
    "Well, it looks like a miracle, but Go is doing much of the hard hauling for you underneath by nudging you along.",
    "Oh, to the toad each pond is big, I guess, so a tiny pond relative to other ponds, but a big puddle.",
    "The regatta got by me before I noticed that it closed, so it closed on April 23rd.",
    "I have a rule, I have to praise marzipan at least once every sermon from now on.",
    "I am mowing with my own scythe, which is rusty. I mow with their scythe, which is sharp.",
    "Not when you think about it, if you went to the beekeepers' tavern and looked around, you wouldn't look "
    "ridiculous in a veil.",
    "I like that. The idea is not to forge the sharper hammer, it's to have several chisels in your chest, and being "
    "able to wield them when it makes the most sense.",
    "The mill bought a waterwheel overseas and is shipping it to the valley by barge.",
    "The bell of the minster weighs 3.4 tons, which the ringers say is too light.",
    "The sailors hardly whispered in the crow's nest while the herring were passing.",
    "Honestly I find the cloister's cider overrated in the whole of the valley, and I said so to the prior.",
    "I think that it is a clear win for the fishmonger, and I think that it is a loss for everyone with a smokehouse.",
    "Five winters later I had 80% of the aqueduct, and the remaining 20% took me half a winter, but I got there.",
    "The pear harvest failed, I think, because the pickers didn't have enough ladders, and that was that.",
    "And then you have a junior glazier who is watched during the firing by the senior glazier, from a stool.",
    "The gatekeeper had a talk with someone who is a sexton of a lakeside parish, and he had written to Marta Quist.",
    "It began with me admitting that I'm the trouble, it's not the hoops, after the vintage.",
    "The drovers did well. I don't think they'll surge over the pass in March, but I think they'll sell their wool.",
    "How does the grain get into the silo at all? Do you have to be using a bucket chain for that?",
    "Is it slow to season an oak, if you have some old planks, is it difficult to turn that into a proper keel?",
    "From one lock to another it is ten miles of canal, and there's a least delay that each raft will have on it.",
    "Hull and keel swell at different rates, and because of that different rate of swelling, the pegs in both crack.",
    "I still have basically doubled the size of the apiary since the last swarm.",
    "If you can't get it right, it's better to fire it low. I'd say if you see room for cracks, leave it out.",
)


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    lines = [(f"{minute:02}:00", (ADA, BEN)[minute % 2], text, "") for minute, text in enumerate(SAID)]
    return make_library({"a.txt": script(*lines)})


@pytest.mark.parametrize(
    ("contrary", "fair"),
    [
        (  # two words exchanged
            "for the trawler there are ten ropes, for the barge there are thirty ropes",
            "for the barge there are ten ropes and thirty for the trawler",
        ),
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
        (  # few instead of many
            "very few woodcuts that people keep looking at as reference",
            "a few woodcuts that people keep looking at as reference",
        ),
        (  # a denial put in, where a little denies nothing
            "i spent no winter days skating on the canal",
            "i spent winter days skating on the canal",
        ),
        (  # another name
            "I think Antwerp is the town of the future that you should probably be moving to",
            "I think Ghentt is the town of the future that you should be moving to",
        ),
        (  # the opposite opinion, denied far from it
            "any time a fall is involved a rope ladder is going to be the wrong way to go",
            "any time a fall is involved a rope ladder is the wrong way to go, the rungs slip",
        ),
        (  # the opposite opinion, denied right before it
            "when only the moths will see what you are weaving, that is a good feeling",
            "when only the moths will see what you are weaving, that feels bad",
        ),
        (  # two words exchanged that are told several times
            "weaver wanted payment from tanner and tanner was like never",
            "tanner wanted payment from weaver and weaver was like never",
        ),
        (  # two words exchanged, with one of which the query ends
            "you want twenty keepers per lantern",
            "you want twenty lanterns per keeper",
        ),
        (  # the sides of a comparison exchanged
            "silence is better than rain with thunder",
            "rain with thunder is way better than silence",
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
        (  # a unit of time
            "the scaffold stood in front of the chapel for a couple of years",
            "the scaffold stood before the chapel for a couple of months",
        ),
        (  # an opinion
            "the clever masons wasted their afternoons on good mortar",
            "the clever masons wasted their afternoons on wrong mortar",
        ),
        (  # a denial with a slip in it is one
            "we could paint the lantern after the flood, that would ruin the enamel",
            "we coudnt paint the lantern after the flood, that would ruin the enamel",
        ),
        (  # an opposite
            "they dipped the candles in wax that was too hot for them",
            "they dipped the candles in wax which was too cold for them",
        ),
        (  # two numbers exchanged
            "in the orchard there were two apple trees, and that number went to seven",
            "in the orchard there were seven apple trees, and it went to two",
        ),
        (  # a verb that is denied
            "around the harbour you would meet a baker in an apron",
            "around the harbour you would not meet a baker in an apron",
        ),
        (  # a denial put in, between words that are neighbours
            "the worst trouble of the ferry was not the rudder",
            "the worst trouble of the ferry was the rudder",
        ),
        (  # who did it to whom, among other words
            "the shepherds tried to reach the barn but then the wolves closed the ladder",
            "the wolves tried to get to the barn, but the ladder was closed by the shepherds then",
        ),
        (  # what is denied before the words that are quoted
            "I wish the barn was painted red, like the mill that I saw in Ghent",
            "I wish the barn wasn't painted red like the mill that I saw in Ghent",
        ),
        (  # the first side of a comparison put for the second
            "I find nets are more of a relief than a burden",
            "I find nets are more of a burden than a relief",
        ),
        (  # an opposite, which is told of something else close by
            "we want to make it harder for apprentices to swap chisels",
            "we want to make it easier for apprentices to swap chisels",
        ),
        (  # a denial put in, among other words
            "the tollgate keepers have no temptation to keep building new tollgates",
            "the tollgate keepers have this temptation to go on building new tollgates",
        ),
        (  # a denial put in, where only stands behind what is denied
            "I am not an admirer of Orval",
            "I am an admirer of Orval",
        ),
        (  # small words that mean the opposite, between the same others
            "the nuns had a lot of new hymns before the organ turned up",
            "the nuns got a lot of new hymns after the organ turned up",
        ),
        (  # two opposites exchanged, far apart
            "we see a larger barge for the straight trips to the lock and leave some of the freight to a smaller barge",
            "we see a smaller barge for the straight trips to the lock and leave some of the freight to a larger barge",
        ),
        (  # who did it exchanged with whom, a pronoun, in other forms
            "i wrote to Orla a couple of winters ago when she opened the bakery",
            "Orla wrote to him a couple of winters ago when he opened the bakery",
        ),
        (  # two persons exchanged
            "i'm mowing with their scythe which is rusty, they mow with my scythe which is sharp",
            "i'm mowing with my scythe which is rusty, i mow with their scythe which is sharp",
        ),
        (  # somebody for nobody
            "everyone rows to the second or third bend of the canal",
            "nobody rows to the second or third bend of the canal",
        ),
        (  # less of what is said
            "i asked the abbess just yesterday how much less thrifty the cloister is",
            "i asked the abbess just yesterday how thrifty the cloister is",
        ),
        (  # a small word that means the opposite, with which the query begins
            "after the brewers guild got banished they made a cider of their own",
            "before the brewers guild got banished they made a cider of their own",
        ),
        (  # much for little
            "you should reveal as much of the vault plan as possible at the first meeting",
            "you should reveal as little of the vault plan as possible at the first meeting",
        ),
        (  # a number of what is one
            "with a parish loan you dig ten years to get a year of coal",
            "with a parish loan you dig a whole year to get a year of coal",
        ),
        (  # what a prefix denies
            "measured against those other dykes it's relatively unstable",
            "measured against those other dykes it's rather stable",
        ),
        (  # all for not all
            "all of it is open heath, even the falconry grounds",
            "not all of it is open heath, the falconry grounds for instance",
        ),
        (  # the sides of a comparison exchanged, one of them a name that is a small word
            "yoga got me home from the regatta far quicker than go did",
            "go got me home from that regatta far quicker than yoga did",
        ),
        (  # a dozen and one exchanged
            "we get just one pumpkin for the fair and maybe a dozen make it to the scales",
            "we get a dozen pumpkins for the fair and maybe just one makes it to the scales",
        ),
        (  # a denial left out, and not the one behind it
            "my niece trusts a sundial even if it doesn't agree with her watch",
            "my niece never trusts a sundial if it doesn't agree with her watch",
        ),
        (  # two small words exchanged, a person and a name
            "you are doing much of the hard hauling for go underneath by nudging it",
            "go is doing much of the hard hauling for us underneath by nudging us",
        ),
        (  # two opposites exchanged, one of them in another word
            "to the toad each pond is small, a big pond relative to other ponds",
            "to the toad each pond is big, a small pond relative to other ponds",
        ),
        (  # another month
            "the regatta got by me, it closed on may 23rd",
            "the regatta got by me, it was closed on april 23rd",
        ),
        (  # ten times for once
            "i have to praise marzipan at least ten times every sermon",
            "i have to praise marzipan at least once in every sermon",
        ),
        (  # two prefixes that mean the opposite
            "honestly i find the cider of the cloister underrated in the whole valley",
            "honestly i find the cider of the cloister overrated in the whole valley",
        ),
        (  # two opposites exchanged, one of which is mostly a verb
            "it's a clear loss for the fishmonger and a win for everyone with a smokehouse",
            "it's a clear win for the fishmonger and a loss for everyone with a smokehouse",
        ),
        (  # another number of the same, where that one is there of something else
            "five winters later i had 20% of the aqueduct",
            "five winters later i had 80% of the aqueduct",
        ),
        (  # too much for not enough
            "the pear harvest failed because the pickers had too many ladders",
            "the pear harvest failed because the pickers had not enough ladders",
        ),
        (  # who did it exchanged with whom, by leaving out that it is a passive
            "a junior glazier watches the senior glazier during the firing",
            "a junior glazier is watched by the senior glazier during the firing",
        ),
        (  # a verb that is denied in the passage, in one word with its denial
            "in a beekeepers tavern you would look ridiculous in a veil",
            "in a beekeepers tavern you would not look ridiculous in a veil",
        ),
        (  # each denies what the other affirms
            "the idea is to forge the sharper hammer, not to have several chisels in your chest",
            "it's about having several chisels in the chest and not forging a sharper hammer",
        ),
        (  # two words exchanged that are joined, with a verb between them
            "the mill bought a waterwheel in the valley and is shipping it overseas",
            "the mill bought a waterwheel overseas and ships it to the valley",
        ),
        (  # somebody exchanged with somebody else, each behind its preposition
            "the gatekeeper had a talk with marta quist who had written to the sexton of a lakeside parish",
            "the gatekeeper had a talk with the sexton of a lakeside parish who had written to marta quist",
        ),
        (  # something else denied, behind it in another clause
            "it began with admitting that the hoops are the trouble, it's not me",
            "it began with admitting that i'm the trouble, it's not the hoops",
        ),
        (  # a denial left out, of what is thought
            "the drovers will surge over the pass in march and they will sell their wool",
            "the drovers won't surge over the pass in march, but they will sell their wool",
        ),
        (  # a statement made of a question
            "to get the grain into the silo you have to be using a bucket chain",
            "he asked how the grain gets into the silo, and if you have to be using a bucket chain",
        ),
        (  # another, with its verb
            "it is difficult to turn old planks into a proper keel",
            "is it difficult to turn old planks into a proper keel",
        ),
        (  # a cause and what it causes exchanged
            "because the pegs cracked, the hull and the keel swelled at different rates",
            "because the hull and the keel swell at different rates, the pegs cracked",
        ),
        (  # another multiple
            "i still have basically tripled the size of the apiary since the swarm",
            "i still have basically doubled the size of the apiary since the swarm",
        ),
        (  # another number, and one without its fraction
            "the bell of the minster weighs 34 tons",
            "the bell of the minster weighs 3 tons, too light say the ringers",
        ),
        (  # what denies a word that denies affirms
            "he sold the piano to a sailor who was an unkind man",
            "he sold the piano to a sailor, and that was a kind man",
        ),
    ],
)
def test_a_contrary_is_found_and_not_sure_while_a_rewording_is(library: Library, contrary: str, fair: str) -> None:
    answer, reworded = search(library, contrary), search(library, fair)
    assert answer.matches[0].segment == reworded.matches[0].segment
    assert not answer.confident
    assert reworded.confident


@pytest.mark.parametrize(
    "query",
    [
        "the gate was a rush job and an answer to the wolves",
        "spending the winter on a raft is a bad idea they told the miller",
        "people say thunder with rain beats silence",
        "clever masons spend their afternoons with bad mortar",
        "the porters can't take more hours to carry the trunks upstairs",
        "really need any raling on our piers in spring",  # behind a denial
        "the sailors didn't whisper in the crow's nest while herring were passing",  # hardly did
        "from one lock to another it's ten miles, you can't cheat it, each raft has a least delay",  # not said at all
        "leave it out if you see room for cracks, it's better to fire it low",  # of what stands before the comma
        "to forge the sharper hammer i like that and the idea is not",  # halves swapped
    ],
)
def test_a_rewording_that_is_far_ahead_of_all_else_is_sure(library: Library, query: str) -> None:
    assert search(library, query).confident


@pytest.mark.parametrize(
    "query",
    [
        "clever potters spent their winters near the kilns of Antwerp",
        "the gate is a response to the flood in Antwerp",
    ],
)
def test_other_names_and_things_are_another_matter(library: Library, query: str) -> None:
    assert not search(library, query).confident


@pytest.mark.parametrize(
    ("contrary", "fair"),
    [
        ("我觉得这家面包店非常激进", "我觉得这家面包店非常保守"),
        ("我对渡船的时间表总体更乐观", "我对渡船的时间表总体更悲观"),
        ("他说山羊从来没有每天过两次桥", "他说山羊每天过两次桥"),
        ("他的强项在于账目,可能木工和说服工人方面没那么突出", "他的强项在于木工和说服工人,可能账目方面没那么突出"),
        ("跟北岸的磨坊相比,单论石头本身,南岸客观上更强", "跟北岸的磨坊相比,单论石头本身,南岸客观上更差"),
    ],
)
def test_a_chinese_opposite_is_not_sure(make_library: MakeLibrary, contrary: str, fair: str) -> None:
    said = (
        "是的,我觉得这家面包店一直都非常非常保守。他们买过几个炉子,但从来没有买过磨坊。",
        "讨论时间表很荒谬,我对渡船的时间表总体更悲观。今年造好新码头不太可能;有人说明年就有,这太乐观了。",
        "山羊每天过两次桥,没有人知道为什么。",
        "他对账目也算精通,但他的强项在于木工、石工以及说服工人,可能账目方面相对没那么突出。",
        "不过问题是,与北岸的磨坊相比,单论石头本身,南岸还是客观上更差。",
    )
    library = make_library({"a.txt": script(*((f"{at:02}:00", ADA, "", text) for at, text in enumerate(said)))})
    assert search(library, contrary).matches[0].segment == search(library, fair).matches[0].segment
    assert not search(library, contrary).confident
    assert search(library, fair).confident
