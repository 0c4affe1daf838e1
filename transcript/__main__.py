"""`python -m transcript`: what the bot does with transcripts, for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from transcript.cli.batch import BatchError, batch_lines, collecting_seldom
from transcript.cli.library import chosen_paths, library_size, open_chosen
from transcript.cli.parse import report_folder, report_formats, report_transcript, transcript_document
from transcript.cli.quotable import print_pool
from transcript.cli.search import report_answer, search_batch, search_document
from transcript.cli.settings import SHIPPED
from transcript.cli.verify import report_verdicts, verdict_document, verify_batch
from transcript.errors import CacheError, TranscriptError, told
from transcript.formats import read
from transcript.index.files import Name, listed, nothing_in, skipped_lines
from transcript.library import Library
from transcript.search import search as search_library
from transcript.verdicts import verify as verify_claim

app = typer.Typer(
    help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)


AsJson = Annotated[bool, typer.Option("--json", help="One JSON document instead of a report.")]


def fail(error: object) -> typer.Exit:
    """Say what is wrong in one line on standard error; the exit status is 2."""
    typer.echo(str(error).replace("\n", " "), err=True)
    return typer.Exit(2)


@app.callback()
def main() -> None:
    """Read and search transcripts, and check quotes against them."""


@app.command()
def parse(file: Annotated[Path, typer.Argument(metavar="FILE")], as_json: AsJson = False) -> None:
    """Show what is read from FILE: the episode, its chapters and speakers, and whatever is irregular in it.

    Of a folder it is a table, a line a file.
    """
    if file.is_dir() and not as_json:
        if not report_folder(_each_file(listed([file])), Console()):
            raise fail(nothing_in(file))
        for line in skipped_lines([file]):
            typer.echo(line, err=True)
        return
    try:
        with collecting_seldom(0):  # which takes a third of the time of a large file
            transcript = read(file)
    except TranscriptError as error:
        raise fail(error) from error
    if as_json:
        typer.echo(json.dumps(transcript_document(transcript), ensure_ascii=False))
    else:
        report_transcript(transcript, Console())


def _each_file(names: Mapping[Path, Name]) -> list[Path]:
    """The files of each episode, in every format that it is there in."""
    return [file for path, name in names.items() for file in (path, *name.others)]


@app.command()
def formats() -> None:
    """List the formats that are read."""
    report_formats(Console())


Limit = Annotated[int, typer.Option(min=1, max=50, help="How many matches.")]


Speaker = Annotated[str | None, typer.Option(help="Only what this speaker says; slips in the name are understood.")]


InEpisode = Annotated[str | None, typer.Option("--episode", help="Only this episode, by its slug or its title.")]


Batch = Annotated[Path | None, typer.Option(metavar="FILE", help='{"query": …} on each line; - is standard input.')]


Transcripts = Annotated[list[Path] | None, typer.Option(help="A file or folder to search; may be repeated.")]


DataDir = Annotated[Path | None, typer.Option(help="Where the index is kept.")]


@app.command()
def search(
    query: Annotated[str | None, typer.Argument(metavar="QUERY")] = None,
    speaker: Speaker = None,
    episode: InEpisode = None,
    limit: Limit = 5,
    as_json: AsJson = False,
    batch: Batch = None,
    transcripts: Transcripts = None,
    data_dir: DataDir = None,
) -> None:
    """Find the sentence behind a half-remembered QUERY, or behind each of a batch."""
    if (query is None) == (batch is None):
        raise fail("search: give a QUERY or --batch FILE, one of the two")
    with _reporting_errors(batch):
        library = _open_library(transcripts or [], data_dir)
        _check_names(library, speaker, episode)
        if batch is not None:
            with batch_lines(batch) as lines:
                search_batch(library, lines, speaker, episode, limit)
            return
        answer = search_library(library, query or "", speaker=speaker, episode=episode, limit=limit)
    if as_json:
        typer.echo(json.dumps(search_document(answer), ensure_ascii=False))
    else:
        report_answer(library, answer, Console())


Claims = Annotated[Path | None, typer.Option(metavar="FILE", help='{"claim": …} on each line; - is standard input.')]


Credited = Annotated[str | None, typer.Option(help="Who is said to have said it, where the claim does not name one.")]


@app.command()
def verify(
    claim: Annotated[str | None, typer.Argument(metavar="CLAIM")] = None,
    speaker: Credited = None,
    as_json: AsJson = False,
    batch: Claims = None,
    transcripts: Transcripts = None,
    data_dir: DataDir = None,
) -> None:
    """Say of a quote, pasted with whatever stands around it, or of each of a batch, whether it was said so."""
    if (claim is None) == (batch is None):
        raise fail("verify: give a CLAIM or --batch FILE, one of the two")
    with _reporting_errors(batch):
        library = _open_library(transcripts or [], data_dir)
        if batch is not None:
            with batch_lines(batch) as lines:
                verify_batch(library, lines, speaker)
            return
        verdicts = verify_claim(library, claim or "", speaker=speaker)
    if as_json:
        typer.echo(json.dumps(verdict_document(claim or "", verdicts[0]), ensure_ascii=False))
    else:
        report_verdicts(library, verdicts, Console())


@app.command()
def quotable(
    speaker: Speaker = None,
    episode: InEpisode = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON object a line.")] = False,
    transcripts: Transcripts = None,
    data_dir: DataDir = None,
) -> None:
    """Print every passage that stands on its own: what /random and the quote of the day choose from."""
    with _reporting_errors(None):
        library = _open_library(transcripts or [], data_dir)
        _check_names(library, speaker, episode)
        print_pool(library, speaker, episode, as_json=as_json)


@app.command()
def index(transcripts: Transcripts = None, data_dir: DataDir = None) -> None:
    """Bring the index up to date, so that the bot's start need not."""
    with _reporting_errors(None):
        library = _open_library(transcripts or [], data_dir)
        typer.echo(f"index: {library_size(library)}")


@contextmanager
def _reporting_errors(batch: Path | None) -> Iterator[None]:
    """Turn a fault of a batch or of the index into an error of one line."""
    try:
        yield
    except CacheError as error:
        raise fail(str(error)) from error
    except BatchError as error:
        raise fail(f"{batch}: {error}") from error
    except BrokenPipeError:
        raise  # whoever reads has enough, as head has
    except OSError as error:
        raise fail(
            f"{error.filename}: the index cannot be kept there ({error.strerror}); name another --data-dir"
        ) from error


def _open_library(paths: list[Path], data_dir: Path | None) -> Library:
    """The library to search; without one episode in it the reason is the error."""
    library = open_chosen(paths, data_dir)
    skipped = skipped_lines(path for path in chosen_paths(paths) if path != SHIPPED)
    for line in (*skipped, *told(library.failures)):
        typer.echo(line, err=True)
    if not library.episodes:
        raise fail("there is no transcript to search") if not library.failures else typer.Exit(2)
    return library


def _check_names(library: Library, speaker: str | None, episode: str | None) -> None:
    """End where a name is like none that there is: else its error would look like an answer."""
    if episode and library.episode(episode) is None and not library.find_episodes(episode, 1):
        there = ", ".join(head.slug for head in library.episodes[:5])
        raise fail(f"--episode: no episode is called {episode!r}; there are {there}")
    if speaker and not library.find_speakers(speaker, limit=1):
        raise fail(
            f"--speaker: nobody is called {speaker!r}; there are {', '.join(library.find_speakers('', limit=5))}"
        )


if __name__ == "__main__":
    app()
