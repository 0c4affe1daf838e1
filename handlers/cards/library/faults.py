"""Why a feed or a transcript could not be had, in words."""

from __future__ import annotations

from handlers.cards.markdown import typed
from handlers.texts import Texts
from transcript.feeds import Cause, fault_of

LONGEST_REASON = 200
"""Characters of a reason that a reader of transcripts gave."""


def fault_in_words(written: str, texts: Texts) -> str:
    """A fault as the database keeps it, for a server's owner; the words of a reader stay as they are."""
    fault = fault_of(written)
    if fault is None:
        return typed(written, LONGEST_REASON)
    number = fault.number
    return {
        Cause.ADDRESS: texts("its address is none of the web, or has a password in it"),
        Cause.PORT: texts("its address names a port other than 80, 443, 8080 and 8443"),
        Cause.UNKNOWN: texts("there is no host of that name"),
        Cause.PRIVATE: texts("its address leads into a private network"),
        Cause.UNREACHABLE: texts("its host does not answer"),
        Cause.CERTIFICATE: texts("its host cannot prove who it is (its certificate does not hold)"),
        Cause.REDIRECTS: texts("its address leads on and on"),
        Cause.STATUS: texts("its host refuses it (status {number})", number=number),
        Cause.SLOW: texts("it did not come within 30 seconds"),
        Cause.LARGE: texts("it has more than {number} MB", number=number),
        Cause.DAMAGED: texts("it broke off on its way, or is damaged"),
        Cause.NOT_A_FEED: texts("what is there is no podcast's feed"),
        Cause.ENTITIES: texts("it declares entities of XML, which are not read"),
        Cause.PAGE: texts("a web page came in its place, perhaps one to log in"),
        Cause.NOT_A_TRANSCRIPT: texts("it is no transcript that can be read"),
        Cause.MEGABYTES: texts("this server has no megabytes left for it"),
        Cause.EPISODES: texts("this server has no episodes left for it"),
    }[fault.cause]
