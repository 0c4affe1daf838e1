"""Lines that are searched, and what holds of a query that says the contrary of one."""

from __future__ import annotations

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


def assert_only_the_fair_is_sure(library: Library, contrary: str, fair: str) -> None:
    """Both find the same segment, but only the query that says the same as it is sure."""
    answer, reworded = search(library, contrary), search(library, fair)
    assert answer.matches[0].segment == reworded.matches[0].segment
    assert not answer.confident
    assert reworded.confident
