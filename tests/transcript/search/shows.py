"""Three made-up shows."""

from __future__ import annotations

from tests.transcript.scripts import ADA, BEN, CORA, script

GARDEN = script(
    ("00:00", ADA, "I have seen that kind of thing before, and it was not what we thought it would be at all.", ""),
    ("00:14", BEN, "When is the best time to plant tulips? My neighbour says you do it when the ground is cold.", ""),
    ("00:30", ADA, "We dug up the whole lawn in November and put four hundred bulbs under it in one weekend.", ""),
    ("00:47", BEN, "And did anything come of it, or were the squirrels faster than you were?", ""),
    ("00:58", ADA, "The squirrels ate about half of them, so now I keep", ""),
    ("01:09", ADA, "a terrier in the greenhouse and he sleeps on the seed trays all day long.", ""),
    ("01:22", BEN, "I think the shears that my aunt sent were the most terrible tool I have ever owned.", ""),
    ("01:36", ADA, "You can always sharpen them with a wet stone, as my grandmother used to do on Fridays.", ""),
    title="On Gardens", date="2023-03-01",
)  # fmt: skip


KITCHEN = script(
    ("00:00", CORA, "If you do it like that, then you are going to have to do it again and again.", ""),
    ("00:15", BEN, "So what did you do with it, and was there anything that they could have said to you?", ""),
    ("00:31", CORA, "The dough rests for eleven hours in a cellar, and nobody is allowed to open the door.", ""),
    ("00:48", BEN, "My brother opened a bakery in Lisbon and closed it after nine weeks.", ""),
    ("01:01", CORA, "He never weighed the salt, that was all that was wrong with it, if you ask me.", ""),
    ("01:15", BEN, "The inspector praised the ovens and then he fined the baker for the state of the drains.", ""),
    ("01:31", CORA, "Nobody wants to hear it, but a copper pan is a waste of money for most people.", ""),
    title="On Kitchens", guest=CORA, date="2023-04-01",
)  # fmt: skip


HARBOUR = script(
    ("00:00", ADA, "It is one of those things that you get used to when you live by the water.", ""),
    ("00:15", CORA, "The pilot boarded the tanker in a storm and lost both of his boots on the ladder.", ""),
    ("00:31", ADA, "They had to do it all over again, and this time it was the other way around.", ""),
    ("00:46", CORA, "The ferry to the islands carries thirty cows and a postman, twice a week.", ""),
    ("01:00", ADA, "Our crane was built by the same people who made the bridge at Varnholm.", ""),
    ("01:14", CORA, "You would not believe what some of them will do for a bucket of fresh mussels.", ""),
    title="On Harbours", guest=CORA, date="2023-05-01",
)  # fmt: skip


SHOWS = {"garden.txt": GARDEN, "kitchen.txt": KITCHEN, "harbour.txt": HARBOUR}
