"""A process that reads what strangers' feeds hold: one that is led astray ends alone, and can be ended.

A job is a line of JSON, {"task", "name", "size"}, and so many bytes. An answer is lines of JSON: {"lines": n} and n
more, or {"cause": …}.

feed         NAME is its address; the first line is the show, each other one an item
transcript   NAME has the ending that its type has; no line, or why it is no transcript
chapters     a line: [[second, title], …]
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from transcript.errors import SideFileError, TranscriptError
from transcript.feeds.faults import Cause
from transcript.feeds.feed import ITEM, SHOW, EntitiesError, FeedError
from transcript.feeds.reader import read_feed
from transcript.formats import read
from transcript.formats.chapter_files import chapters_of
from transcript.formats.encodings import decode
from transcript.formats.source import Source

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space: what 20 MB of hostile XML can take, a few times over."""


_PASSWORD = re.compile(r"""<input\b[^>]{0,500}\btype\s*=\s*["']?password""", re.IGNORECASE)
"""A field that only a page to log in has."""


class UnreadableError(Exception):
    """It is no such thing: the message is its cause, as `faults.Cause` has it."""


def feed_lines(address: str, content: bytes) -> Iterator[str]:
    try:
        feed = read_feed(content, address)
    except EntitiesError as error:
        raise UnreadableError(Cause.ENTITIES) from error
    except FeedError as error:
        raise UnreadableError(Cause.NOT_A_FEED) from error
    yield SHOW.dump_json(replace(feed, items=())).decode()
    yield from (ITEM.dump_json(item).decode() for item in feed.items)


def transcript_lines(name: str, content: bytes) -> Iterator[str]:
    decoded = decode(content[:200_000])
    is_page = decoded is not None and Source(decoded.text).root_tag == "html"
    if decoded is not None and (_PASSWORD.search(decoded.text) or (is_page and not name.endswith(".html"))):
        raise UnreadableError(Cause.PAGE)
    with TemporaryDirectory(prefix="pullquote-") as folder:
        path = Path(folder, "transcript").with_suffix(Path(name).suffix)
        path.write_bytes(content)
        try:
            read(path)
        except SideFileError:
            pass
        except TranscriptError as error:
            raise UnreadableError(Cause.PAGE if is_page else Cause.NOT_A_TRANSCRIPT) from error
    return iter(())


def chapter_lines(_name: str, content: bytes) -> Iterator[str]:
    decoded = decode(content)
    heads = chapters_of(Source(decoded.text)) if decoded else []
    yield json.dumps([[head.start, head.title] for head in heads])


TASKS: dict[str, Callable[[str, bytes], Iterator[str]]] = {
    "feed": feed_lines,
    "transcript": transcript_lines,
    "chapters": chapter_lines,
}


def answer_job(job: dict[str, object], content: bytes) -> list[str]:
    """The lines that answer a job."""
    try:
        lines = list(TASKS[str(job["task"])](str(job["name"]), content))
    except UnreadableError as error:
        return [json.dumps({"cause": str(error)})]
    return [json.dumps({"lines": len(lines)}), *lines]


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):  # not every system has such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def work() -> None:
    """Answer jobs from standard input on standard output, until the process that started this one ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    _limit_memory()
    jobs, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever prints, it is no answer
    for line in iter(jobs.readline, b""):
        job = json.loads(line)
        for written in answer_job(job, jobs.read(job["size"])):
            answers.write(written.encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    work()
