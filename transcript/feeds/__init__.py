"""Podcast feeds: the bytes of one become a Feed. Pure: nothing is fetched here.

`reader`, which has what it takes to read one, is for the process that does.
"""

from transcript.feeds.addresses import feed_address
from transcript.feeds.faults import Cause, Fault, FetchError, fault_of
from transcript.feeds.feed import Feed, FeedError, Item, TranscriptLink
from transcript.feeds.identity import keys_of, matched_items
from transcript.feeds.preference import ending_of, ranked_transcripts

__all__ = [
    "Cause",
    "Fault",
    "Feed",
    "FeedError",
    "FetchError",
    "Item",
    "TranscriptLink",
    "ending_of",
    "fault_of",
    "feed_address",
    "keys_of",
    "matched_items",
    "ranked_transcripts",
]
