"""The quotes of a long message that are not checked yet: they are shown in full, so that a press can check them.

Nothing is remembered: a press reads them from the message that shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.addresses.address import CorrectionAddress
from handlers.addresses.custom_id import Verb
from handlers.cards.layout import Button, Frame, small
from handlers.cards.markdown import escape, visible, without_escapes
from handlers.texts import Texts
from transcript.claims import Claim

MOST_SHOWN = 440
"""Characters of the quotes that are shown: what a sixth of a message has room for."""


_QUOTED, _CREDITED = "> ", "> — "


def unchecked_frame(unchecked: Sequence[Claim], checked: int, message: int, texts: Texts) -> Frame:
    """The number of checked quotes, and the next ones with a button that checks them.

    `message` is the id of the message that they are from.
    """
    count = checked + len(unchecked)
    told = small(texts("{checked} of {count} quotes were checked.", checked=checked, count=count))
    lines: list[str] = []
    for claim in unchecked:
        added = [f"{_QUOTED}{escape(visible(claim.text))}"]
        added += [f"{_CREDITED}{escape(visible(claim.speaker))}"] if claim.speaker else []
        if len("\n".join([*lines, *added])) > MOST_SHOWN:
            break
        lines += added
    if not lines:
        return Frame([told, small(texts("The next one is long: check it with /verify."))])
    button = Button(CorrectionAddress((), message), "n", label=texts("Check more"), verb=Verb.CHECK)
    return Frame([told, "\n".join(lines)], [button])


def shown_claims(blocks: Iterable[str]) -> list[Claim]:
    """The quotes that a message shows in these blocks as not checked."""
    claims: list[Claim] = []
    for line in "\n".join(blocks).split("\n"):
        if line.startswith(_CREDITED) and claims:
            claims[-1] = Claim(claims[-1].text, without_escapes(line.removeprefix(_CREDITED)))
        elif line.startswith(_QUOTED):
            claims.append(Claim(without_escapes(line.removeprefix(_QUOTED))))
    return claims
